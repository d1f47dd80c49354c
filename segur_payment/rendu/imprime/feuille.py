"""The sheet: margins, the band at the head of every page, the foot with its number."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from segur_payment.rendu.imprime.blocs import Ecrit
from segur_payment.rendu.imprime.polices import NORMAL, dessinable
from segur_payment.rendu.imprime.styles import FILET, GRIS, PIED, avis

_PAGE, _HAUTEUR = A4
_MARGE, _HAUT, _BAS = 22 * mm, 33 * mm, 24 * mm
_ECART, _NUMERO = 8, 30 * mm
LARGEUR = _PAGE - 2 * _MARGE


class Feuille(BaseDocTemplate):  # type: ignore[misc]
    """A4, one column."""

    def __init__(self, tampon: io.BytesIO, ecrit: Ecrit) -> None:
        super().__init__(
            tampon,
            pagesize=A4,
            title=dessinable(ecrit.titre),
            author="segur-payment",
            creator="segur-payment",
            lang="fr-FR",
            initialFontName=NORMAL,
            invariant=1,
            pageCompression=1,
        )
        cadre = Frame(
            _MARGE, _BAS, LARGEUR, _HAUTEUR - _HAUT - _BAS,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        titre, phrase = (escape(dessinable(texte)) for texte in ecrit.bandeau)
        self._avis = Paragraph(f"<b>{titre}</b><br/>{phrase}", avis(ecrit.alerte))
        self._pied = Paragraph(escape(dessinable(ecrit.pied)), PIED)
        self.addPageTemplates([PageTemplate(frames=[cadre], onPage=self._habiller)])

    def _habiller(self, canevas: Any, _: BaseDocTemplate) -> None:
        _, haut = self._avis.wrap(LARGEUR - 2 * _ECART, _HAUT)
        self._avis.drawOn(canevas, _MARGE + _ECART, _HAUTEUR - 12 * mm - haut)
        canevas.setStrokeColor(FILET)
        canevas.setLineWidth(0.5)
        canevas.line(_MARGE, _BAS - 5 * mm, _MARGE + LARGEUR, _BAS - 5 * mm)
        _, haut = self._pied.wrap(LARGEUR - _NUMERO, _BAS)
        self._pied.drawOn(canevas, _MARGE, _BAS - 7 * mm - haut)


def numeroter(canevas: Any, numero: str) -> None:
    """Write the number of the page at its foot."""
    canevas.setFont(NORMAL, PIED.fontSize)
    canevas.setFillColor(GRIS)
    canevas.drawRightString(_PAGE - _MARGE, _BAS - 7 * mm - PIED.leading + 2, numero)
