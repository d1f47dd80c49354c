"""``docs/testing.md`` is run as a new user would: each of its blocks is a file of tests."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "testing.md"


def test_chaque_exemple_de_la_page_passe(tmp_path: Path) -> None:
    blocs = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.S | re.M)
    assert len(blocs) >= 6
    for rang, bloc in enumerate(blocs):
        (tmp_path / f"test_exemple_{rang}.py").write_text(bloc, encoding="utf-8")
    commande = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    sortie = subprocess.run(commande, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert sortie.returncode == 0, sortie.stdout
    assert " passed" in sortie.stdout or "[100%]" in sortie.stdout
