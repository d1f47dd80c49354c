"""Every scenario of the test PKI gives the facts and the constats of the documented table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from segur_payment.lecture.signatures import VerificateurPyHanko
from segur_payment.testing.pki import Scenario

from .tableau import ENTETE, PAGE, en_markdown, lignes, verificateur_de_test


@pytest.fixture(scope="module")
def verificateur() -> VerificateurPyHanko:
    return verificateur_de_test()


def _documentees() -> dict[str, list[str]]:
    """The rows of the page, by scenario: a row without a name goes on with the one above."""
    texte = PAGE.read_text(encoding="utf-8")
    par_nom: dict[str, list[str]] = {}
    nom = ""
    for rang in texte.split(ENTETE, 1)[1].split("\n\n")[0].splitlines()[2:]:
        nom = rang.split("|")[1].strip(" `") or nom
        par_nom.setdefault(nom, []).append(rang)
    return par_nom


DOCUMENTEES = _documentees()


def test_la_page_decrit_chaque_scenario_et_aucun_autre() -> None:
    assert list(DOCUMENTEES) == [str(scenario) for scenario in Scenario]


@pytest.mark.parametrize("scenario", Scenario)
def test_un_scenario_donne_les_faits_et_les_constats_documentes(
    scenario: Scenario,
    signe: Callable[[Scenario], bytes],
    verificateur: VerificateurPyHanko,
) -> None:
    obtenues = [en_markdown(ligne) for ligne in lignes(scenario, signe(scenario), verificateur)]
    assert obtenues == DOCUMENTEES[scenario]
