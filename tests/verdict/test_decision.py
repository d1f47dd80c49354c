"""The whole table of the decision: what one constat alone leads to, and two together."""

from __future__ import annotations

from itertools import product

import pytest

from segur_payment import Constat, Decision, Effet, Resultat, verifier
from segur_payment.testing import fabriquer_avance
from segur_payment.verdict import decider

MODELE = verifier(fabriquer_avance()).constats[0]


def _constat(resultat: Resultat, effet: Effet) -> Constat:
    return MODELE.model_copy(update={"resultat": resultat, "effet": effet})


def _attendue(resultat: Resultat, effet: Effet) -> Decision:
    """The table « How to read a verdict » of the README, by hand."""
    if resultat is Resultat.EN_ERREUR:
        return Decision.COMPLETER
    if resultat in (Resultat.CONFORME, Resultat.SANS_OBJET) or effet is Effet.AVERTISSEMENT:
        return Decision.ACCEPTER
    if effet is Effet.REJET and resultat is Resultat.NON_CONFORME:
        return Decision.REJETER
    return Decision.COMPLETER


@pytest.mark.parametrize(("resultat", "effet"), list(product(Resultat, Effet)))
def test_un_constat_seul_mene_a_sa_decision(resultat: Resultat, effet: Effet) -> None:
    assert decider([_constat(resultat, effet)]) is _attendue(resultat, effet)


@pytest.mark.parametrize(("un", "autre"), list(product(product(Resultat, Effet), repeat=2)))
def test_deux_constats_menent_a_la_plus_grave(
    un: tuple[Resultat, Effet], autre: tuple[Resultat, Effet]
) -> None:
    graves = list(Decision)
    attendue = max(_attendue(*un), _attendue(*autre), key=graves.index)
    assert decider(_constat(*c) for c in (un, autre)) is attendue


def test_sans_constat_rien_n_est_accepte() -> None:
    assert decider(()) is Decision.COMPLETER
