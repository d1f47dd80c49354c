"""The pytest plugin: loaded for nothing, it imports nothing; asked, it gives its fixtures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from segur_payment.testing import plugin

ESPION = """
import sys

def pytest_sessionfinish(session):
    lourds = {"pydantic", "reportlab", "hypothesis", "pypdf", "segur_payment.dossier"}
    print("CHARGES", sorted(lourds & sys.modules.keys()))
"""


def _pytest(racine: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    commande = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(commande, cwd=racine, capture_output=True, text=True, check=False)


def test_une_suite_qui_ne_demande_rien_ne_charge_rien(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(ESPION)
    (tmp_path / "test_rien.py").write_text("def test_rien():\n    pass\n")
    # The plugin of Hypothesis loads nothing of ours, and may load Hypothesis itself.
    sortie = _pytest(tmp_path, "-p", "no:hypothesispytest")
    assert "CHARGES []" in sortie.stdout, sortie.stdout


def test_une_suite_prend_la_graine_qu_on_lui_donne(tmp_path: Path) -> None:
    (tmp_path / "test_graine.py").write_text(
        "from segur_payment.testing import fabriquer_avance, fabriquer_solde\n\n"
        "def test_graine(dossier_avance, fabrique_solde):\n"
        "    assert dossier_avance == fabriquer_avance(graine=7)\n"
        "    assert fabrique_solde(pv=None) == fabriquer_solde(pv=None, graine=7)\n"
    )
    assert _pytest(tmp_path, "--segur-graine", "7").returncode == 0
    assert _pytest(tmp_path).returncode == 1


def test_un_echec_montre_le_francais_et_pas_nos_lignes(tmp_path: Path) -> None:
    (tmp_path / "test_echec.py").write_text(
        "from segur_payment import verifier\n"
        "from segur_payment.testing import assert_decision, avec_defaut\n\n"
        "def test_echec(dossier_avance):\n"
        "    verdict = verifier(avec_defaut(dossier_avance, 'SAS-MES-02'))\n"
        "    assert_decision(verdict, 'accepter')\n"
    )
    sortie = _pytest(tmp_path).stdout
    assert "E       AssertionError: Décision attendue : accepter" in sortie
    assert "SAS-MES-02 pv-mes-perimetre-partiel (non conforme, rejet)" in sortie
    assert "__tracebackhide__" not in sortie


@pytest.mark.parametrize(
    "nom",
    [
        "dossier_avance",
        "dossier_solde",
        "dossier_avance_pdf",
        "dossier_solde_pdf",
        "fabrique_avance",
        "fabrique_solde",
        "segur_graine",
    ],
)
def test_chaque_fixture_est_documentee_et_typee(nom: str) -> None:
    fonction = getattr(plugin, nom).__wrapped__
    assert fonction.__doc__
    assert "return" in fonction.__annotations__
