"""Dossiers as data: no PDF, a few milliseconds each."""

import pytest
from back_office import trier
from hypothesis import given, settings

from segur_payment import Decision, DossierAvance, DossierSolde
from segur_payment.testing import assert_codes, assert_decision, avec_defaut, codes_de
from segur_payment.testing import strategies as sst


def test_un_bon_dossier_part_a_l_asp(dossier_avance: DossierAvance) -> None:
    fiche = trier(dossier_avance)
    assert_decision(fiche.verdict, "accepter")
    assert (fiche.file, fiche.relances) == ("à envoyer à l’ASP", ())


def test_un_pv_partiel_ne_part_pas(dossier_solde: DossierSolde) -> None:
    fiche = trier(avec_defaut(dossier_solde, "SAS-VSR-02"))
    assert_decision(fiche.verdict, "rejeter")
    assert fiche.file == "à expliquer à l’éditeur"


def test_deux_manques_font_deux_relances(dossier_avance: DossierAvance) -> None:
    fiche = trier(avec_defaut(dossier_avance, "SAS-MES-04", "SAS-FOR-04"))
    assert_codes(fiche.verdict, "SAS-MES-04", "SAS-FOR-04")
    assert [relance.split(" : ")[0] for relance in fiche.relances] == ["éditeur", "ANS"]


@pytest.mark.parametrize("code", codes_de("avance"))
def test_aucun_defaut_ne_fait_tomber_le_tri(dossier_avance: DossierAvance, code: str) -> None:
    assert code in trier(avec_defaut(dossier_avance, code)).verdict.codes


def test_une_reserve_se_lit_par_chemin(fabrique_avance) -> None:
    dossier = fabrique_avance(pv__reserves="la remontée des annulations reste à corriger")
    assert_codes(trier(dossier).verdict, "SAS-MES-08")


@settings(max_examples=30, deadline=None)
@given(sst.dossiers_avec_defauts())
def test_rien_ne_part_avec_une_relance(cas) -> None:
    dossier, codes = cas
    fiche = trier(dossier)
    assert set(codes) == set(fiche.verdict.codes)
    assert bool(fiche.relances) is (fiche.verdict.decision is not Decision.ACCEPTER)
