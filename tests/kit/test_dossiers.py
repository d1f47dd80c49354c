"""Dossiers of the kit: without a defect, changed by path, the same at each run."""

from __future__ import annotations

import datetime as dt

import pytest
from stdnum import iban
from stdnum.fr import siren, siret, tva

from segur_payment import DossierAvance, Perimetre, verifier
from segur_payment.testing import (
    ErreurKit,
    assert_codes,
    assert_decision,
    editeur_fictif,
    fabriquer_avance,
    fabriquer_solde,
    modifier,
)

GRAINES = (*range(20), 12_345, 999_999)


@pytest.mark.parametrize("fabriquer", [fabriquer_avance, fabriquer_solde])
@pytest.mark.parametrize("graine", GRAINES)
def test_un_dossier_du_kit_est_accepte(fabriquer: type, graine: int) -> None:
    verdict = verifier(fabriquer(graine=graine))
    assert_codes(verdict)
    assert_decision(verdict, "accepter")


@pytest.mark.parametrize("graine", GRAINES)
def test_les_identifiants_d_un_editeur_fictif_sont_valides_et_siens(graine: int) -> None:
    societe = editeur_fictif(graine)
    nu = siren.validate(societe.siren)
    assert siret.validate(societe.siret).startswith(nu)
    assert tva.validate(societe.tva).endswith(nu)
    assert str(int(societe.racine)) in iban.validate(societe.iban)
    assert societe.iban.startswith("FR")


def test_une_graine_donne_toujours_le_meme_dossier() -> None:
    assert fabriquer_avance(graine=7) == fabriquer_avance(graine=7) != fabriquer_avance(graine=8)


def test_un_chemin_et_un_mot_cle_disent_la_meme_chose() -> None:
    par_chemin = fabriquer_avance({"pv.perimetre": "partiel", "pv.signatures.0.date": None})
    par_mot_cle = fabriquer_avance(pv__perimetre="partiel", pv__signatures__0__date=None)
    assert par_chemin == par_mot_cle
    assert par_chemin.pv
    assert par_chemin.pv.perimetre is Perimetre.PARTIEL
    assert par_chemin.pv.signatures[0].date is None


def test_une_piece_s_enleve() -> None:
    assert verifier(fabriquer_avance(declaration=None)).codes == ("SAS-DSH-01",)


def test_les_dates_suivent_le_depot() -> None:
    dossier = fabriquer_solde(date_depot=dt.date(2027, 3, 1))
    assert dossier.demande.date_depot == dt.date(2027, 3, 1)
    assert_codes(verifier(dossier))


def test_le_dossier_d_origine_ne_change_pas() -> None:
    avant = fabriquer_avance()
    modifier(avant, {"pv.reserves": "une réserve"})
    assert avant == fabriquer_avance()


@pytest.mark.parametrize(
    ("chemin", "valeur", "dit"),
    [
        ("pv.perimettre", "partiel", "pas de « perimettre » parmi"),
        ("pv.perimetre", "total", "« pv.perimetre » refusé : perimetre : valeur hors de la liste"),
        ("pv.signatures.4.date", None, "pas de rang « 4 » dans une liste de 2"),
        ("pv.signatures.x", None, "pas de rang « x »"),
        ("pv.reserves.mot", "x", "rien n’est rempli avant « mot »"),
        ("demande.date_depot", "31/04/2025", "date attendue au format AAAA-MM-JJ"),
    ],
)
def test_un_chemin_faux_se_dit_en_francais(chemin: str, valeur: object, dit: str) -> None:
    with pytest.raises(ErreurKit, match=dit):
        fabriquer_avance({chemin: valeur})


def test_les_fixtures_donnent_ces_dossiers(dossier_avance: DossierAvance) -> None:
    assert dossier_avance == fabriquer_avance()
