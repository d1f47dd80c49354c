"""What the pytest plugin costs to a suite that asks nothing of it.

``.venv/bin/python benchmarks/plugin.py [N]``: an empty suite, N times (20) with the plugin and N
times without it, by turns in one run; the medians, their difference and their ratio, in time of
processor, which other work on the machine disturbs least. Without it means: its entry point unknown
to pytest, as if the package were not installed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SANS = """
import importlib.metadata as m, sys
tous = m.distributions
m.distributions = lambda **k: (d for d in tous(**k) if d.metadata["Name"] != "segur-payment")
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""
AVEC = """
import importlib.metadata as m, sys
tous = m.distributions
m.distributions = lambda **k: (d for d in tous(**k) if d.metadata["Name"] is not None)
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


def duree(programme: str, suite: Path) -> float:
    """Seconds of processor that a whole run of pytest takes."""
    commande = [sys.executable, "-c", programme, "-q", "-p", "no:cacheprovider", str(suite)]
    avant = os.times()
    subprocess.run(commande, cwd=suite.parent, capture_output=True, check=True)
    apres = os.times()
    return (apres.children_user + apres.children_system) - (
        avant.children_user + avant.children_system
    )


def main() -> None:
    """Measure, by turns."""
    fois = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as racine:
        suite = Path(racine) / "test_vide.py"
        suite.write_text("def test_rien():\n    pass\n")
        duree(AVEC, suite)
        paires = [(duree(SANS, suite), duree(AVEC, suite)) for _ in range(fois)]
    sans, avec = (statistics.median(mesures) for mesures in zip(*paires, strict=True))
    ecart = statistics.median(b - a for a, b in paires)
    print(f"sans {1000 * sans:.0f} ms, avec {1000 * avec:.0f} ms")
    print(f"écart {1000 * ecart:.1f} ms, rapport {avec / sans:.3f}")


if __name__ == "__main__":
    main()
