"""The commonest French case: marks of the persons in the page, one seal of the service over all."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pytest
from fpdf import FPDF

import segur_payment as sp
from segur_payment.testing.pki import MOMENT, apposer, pki_de_test

_LIGNES = (
    "Éditeur : Logiciel Exemple SAS",
    "SIREN : 732 829 320",
    "Solution logicielle : Agenda Exemple",
    "Date de mise en service : 24 février 2025",
    "Périmètre : périmètre complet",
)
_BLOCS = (
    (20, "Pour l'ANS", "Jeanne Martin", "directrice de projet"),
    (115, "Pour l'éditeur", "Paul Durand", "président"),
)


def _pv(*signataires: str) -> bytes:
    """A PV whose blocks bear « Signé électroniquement par … » for these persons."""
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", "B", 15)
    document.cell(0, 12, "Procès-verbal de mise en service", align="C")
    document.ln(16)
    document.set_font("Helvetica", size=11)
    for ligne in _LIGNES:
        document.multi_cell(0, 8, ligne, new_x="LMARGIN", new_y="NEXT")
    haut = document.get_y() + 10
    for x, qui, nom, qualite in _BLOCS:
        marque = ("Signé électroniquement par", f"{nom} le 03/03/2025")
        for rang, texte in enumerate((qui, nom, qualite, *(marque if nom in signataires else ()))):
            document.set_xy(x, haut + 6 * rang)
            document.cell(0, 6, texte)
    document.set_creation_date(dt.datetime(2025, 2, 28, tzinfo=dt.UTC))
    return bytes(document.output())


def _juger(pdf: bytes, controle: bool) -> tuple[dict[str, str], list[str]]:
    pki = pki_de_test()
    octets = apposer(pdf, pki.plateforme, champ="Signature1", cadre=None)
    signatures: sp.VerificateurSignatures | Literal[False] = False
    if controle:
        signatures = sp.VerificateurPyHanko([pki.racine.der], moment=MOMENT)
    dossier = sp.lire_dossier(
        {"pv.pdf": octets}, signatures=signatures, date_depot=dt.date(2025, 4, 2), phase="avance"
    )
    verdict = sp.verifier(dossier)
    return {c.code: c.resultat for c in verdict.constats}, [r.message for r in verdict.reserves]


@pytest.mark.parametrize("controle", [True, False])
def test_les_mentions_donnent_les_parties_et_le_cachet_le_contenu(controle: bool) -> None:
    resultats, reserves = _juger(_pv("Jeanne Martin", "Paul Durand"), controle)
    for code in ("SAS-MES-04", "SAS-MES-05", "SAS-MES-07", "SAS-FIC-05"):
        assert resultats[code] == "conforme", code
    assert any("cachet de" in r and "Parapheur Exemple SA" in r for r in reserves)
    assert sum("ne peut pas en prouver l’auteur" in r for r in reserves) == 2


@pytest.mark.parametrize("controle", [True, False])
def test_un_cachet_ne_signe_pas_a_la_place_de_la_partie_qui_manque(controle: bool) -> None:
    resultats, _ = _juger(_pv("Paul Durand"), controle)
    assert resultats["SAS-MES-05"] == "conforme"
    assert resultats["SAS-MES-04"] == "non_verifiable"
