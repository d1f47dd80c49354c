"""A key that a dictionary gives twice: readers keep one value or the other, so nothing passes."""

from __future__ import annotations

import pytest

from segur_payment import Decision, Phase
from segur_payment.lecture.pdf import ErreurFichier, lire_pdf

from ..papiers import bon_avance, juger
from .pdf_fabriques import flux, une_page

TEXTE = b"BT /F1 12 Tf 72 700 Td (Perimetre complet) Tj ET"
AUTRE = flux(b"BT /F1 12 Tf 72 700 Td (Perimetre partiel) Tj ET")


@pytest.mark.parametrize(
    ("page", "catalogue"),
    [
        ("/Contents 4 0 R /Contents 6 0 R", ""),
        ("/Rotate 0 /Rotate 180", ""),
        ("", "/AcroForm << /Fields [ << /T (a) /FT /Tx /V (1) /V (2) >> ] >>"),
    ],
)
def test_une_cle_en_double_rend_le_fichier_ambigu(page: str, catalogue: str) -> None:
    lu = lire_pdf(une_page(TEXTE, catalogue, page, {6: AUTRE}))
    assert lu.erreur is ErreurFichier.AMBIGU
    assert not lu.structure_lue
    assert "clés en double" in lu.detail


@pytest.mark.parametrize(
    ("page", "catalogue"),
    [("", ""), ("/Rotate 0", ""), ("", "/PageMode /UseNone /PageMode /UseOutlines")],
)
def test_une_cle_seule_ou_sans_effet_se_lit(page: str, catalogue: str) -> None:
    lu = lire_pdf(une_page(TEXTE, catalogue, page, {6: AUTRE}))
    assert lu.erreur is None
    assert lu.structure_lue


def test_un_fichier_ambigu_n_est_pas_accepte() -> None:
    verdict = juger(
        bon_avance(pv=une_page(TEXTE, "", "/Contents 4 0 R /Contents 6 0 R", {6: AUTRE})),
        Phase.AVANCE,
    )
    assert verdict.decision is Decision.COMPLETER
    assert verdict.codes == ("SAS-FIC-01",)
