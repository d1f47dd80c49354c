"""The rules and the chronology take the mise en service of a solde from the same place."""

from __future__ import annotations

import datetime as dt

import pytest
from fabrique import bon_solde, preuve, pv_mes, pv_vsr

from segur_payment import DossierSolde, Etape, PvMiseEnService, verifier

JOUR = dt.date(2025, 6, 10)


def _mes(extrait: str, jour: dt.date = JOUR) -> PvMiseEnService:
    return pv_mes(date_constat=jour, preuves={"date_constat": (preuve(extrait),)})


def _deux_preuves(dossier: DossierSolde) -> tuple[str, str]:
    verdict = verifier(dossier)
    jalon = next(j for j in verdict.chronologie if j.etape is Etape.MISE_EN_SERVICE)
    constat = next(c for c in verdict.constats if c.code == "SAS-VSR-10" and c.defaut)
    return jalon.preuves[0].extrait, constat.preuves[-1].extrait


@pytest.mark.parametrize("ordre", [1, -1])
def test_deux_pv_du_meme_jour_donnent_la_meme_preuve_partout(ordre: int) -> None:
    joints = (_mes("un"), _mes("deux"))[::ordre]
    dossier = bon_solde(pv=pv_vsr(date_mise_en_service=None), autres_pieces=joints)
    jalon, constat = _deux_preuves(dossier)
    assert jalon == constat


def test_le_dernier_l_emporte_et_le_pv_de_vsr_avant_lui() -> None:
    joints = (_mes("avant", JOUR - dt.timedelta(days=9)), _mes("après"))
    sans = bon_solde(pv=pv_vsr(date_mise_en_service=None), autres_pieces=joints)
    assert _deux_preuves(sans) == ("après", "après")
    rappelee = bon_solde(pv=pv_vsr(), autres_pieces=joints).mise_en_service
    assert rappelee is not None
    assert rappelee.jour == dt.date(2025, 3, 3)
    assert bon_solde(pv=pv_vsr(date_mise_en_service=None)).mise_en_service is None
