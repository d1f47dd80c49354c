"""Mutation testing of the rules and of the decision: which changes no test would see.

``.venv/bin/pip install mutmut==3.8.1``, then ``.venv/bin/python benchmarks/mutation.py``: about
ten minutes on two cores, less with names of mutants (``segur_payment.regles.support.*``). It works
in a copy (``build/mutation``), where the decorator of each rule becomes a call below it, since
mutmut leaves decorated functions alone. Survivors come last; those that are explained stand in
``docs/mutation.md``.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parents[1]
COPIE = RACINE / "build" / "mutation"
REGLAGES = """
[tool.mutmut]
source_paths = ["segur_payment"]
only_mutate = ["segur_payment/regles/*", "segur_payment/verdict/decision.py"]
also_copy = ["segur_payment", "examples"]
pytest_add_cli_args_test_selection = [
    "tests/regles/test_mots.py", "tests/regles/test_doutes.py", "tests/regles/test_socle.py",
    "tests/regles/test_preuve_de_signature.py", "tests/verdict/test_decision.py",
    "tests/signatures/test_regles_signatures.py",
]
pytest_add_cli_args = ["-x", "-p", "no:cacheprovider", "-p", "no:xdist"]
"""


def copier() -> None:
    """A clean copy of what git tracks."""
    shutil.rmtree(COPIE, ignore_errors=True)
    git = ["git", "ls-files", "segur_payment", "tests", "pyproject.toml", "README.md", "LICENSE"]
    for nom in subprocess.check_output(git, cwd=RACINE, text=True).splitlines():
        source, cible = RACINE / nom.strip('"'), COPIE / nom
        if source.is_file() and source.suffix != ".pdf":
            cible.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, cible)


def denuder(source: str) -> str:
    """The module whose rules are plain functions, declared by a call that follows each."""
    lignes = source.splitlines()
    for noeud in reversed(ast.parse(source).body):
        if not isinstance(noeud, ast.FunctionDef) or len(noeud.decorator_list) != 1:
            continue
        (decorateur,) = noeud.decorator_list
        texte = ast.get_source_segment(source, decorateur) or ""
        if texte.startswith("regle("):
            lignes.insert(noeud.end_lineno or 0, f"\n\n{noeud.name} = {texte}({noeud.name})")
            del lignes[decorateur.lineno - 1 : noeud.lineno - 1]
    return "\n".join(lignes) + "\n"


def main() -> int:
    """Copy, prepare, run, list the survivors."""
    copier()
    for module in (COPIE / "segur_payment" / "regles").glob("*.py"):
        module.write_text(denuder(module.read_text(encoding="utf-8")), encoding="utf-8")
    with (COPIE / "pyproject.toml").open("a", encoding="utf-8") as reglages:
        reglages.write(REGLAGES)
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    subprocess.run([mutmut, "run", "--max-children", "2", *sys.argv[1:]], cwd=COPIE, check=False)
    return subprocess.run([mutmut, "results"], cwd=COPIE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
