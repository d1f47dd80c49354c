"""What the README and the project files promise is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from segur_payment.cli.arguments import analyseur

RACINE = Path(__file__).parents[2]
README = (RACINE / "README.md").read_text(encoding="utf-8")


def _bloc(langue: str) -> str:
    trouve = re.search(rf"^```{langue}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert trouve is not None
    return trouve[1]


def test_l_api_du_readme_s_execute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(RACINE)
    exec(compile(_bloc("python"), "README.md", "exec"), {})


def test_l_api_tient_en_peu_de_lignes() -> None:
    assert len(_bloc("python").splitlines()) <= 10


def test_les_deux_commandes_tiennent_sur_une_ligne() -> None:
    commandes = [c.strip() for c in re.findall(r"^```sh\n(.*?)```", README, re.DOTALL | re.M)]
    assert len(commandes) == 2
    for commande in commandes:
        assert "\n" not in commande
        assert commande.startswith("python3 -m venv .venv && ")
        assert "-c constraints.txt" in commande


def test_les_exemples_du_readme_existent() -> None:
    for exemple in set(re.findall(r"examples/[\w.]*\w", README)):
        assert (RACINE / exemple).exists(), exemple


def test_les_options_du_readme_existent() -> None:
    aide = analyseur().format_help()
    for commande in ("verifier", "courrier", "preparer", "lire", "regles", "expliquer", "schema"):
        assert commande in aide
        assert commande in README


def test_chaque_dependance_est_epinglee() -> None:
    projet = tomllib.loads((RACINE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = projet["optional-dependencies"].values()
    demandees = {
        _normal(re.split(r"[<>=\[; ]", d, maxsplit=1)[0])
        for d in (*projet["dependencies"], *(d for extra in extras for d in extra))
    } - {"segur-payment"}
    lignes = (RACINE / "constraints.txt").read_text(encoding="utf-8").splitlines()
    epingles = [ligne for ligne in lignes if not ligne.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", ligne) for ligne in epingles)
    assert demandees <= {_normal(ligne.partition("==")[0]) for ligne in epingles}


def _normal(nom: str) -> str:
    return re.sub(r"[-_.]+", "-", nom).lower()
