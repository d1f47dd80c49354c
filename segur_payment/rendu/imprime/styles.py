"""How each block looks on paper. Loaded only once the PDF writer is known to be there."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, TableStyle

from segur_payment.rendu.imprime.blocs import Genre
from segur_payment.rendu.imprime.polices import GRAS, ITALIQUE, NORMAL

ENCRE, GRIS, FILET = HexColor("#1b1f24"), HexColor("#535b66"), HexColor("#c9ced6")
ALERTE, SERENITE = ("#8a2b06", "#fdf1ea"), ("#3b4552", "#f1f3f6")


def _style(nom: str, **reste: Any) -> ParagraphStyle:
    communs = {
        "fontName": NORMAL, "bulletFontName": NORMAL, "fontSize": 10.5, "leading": 14.5,
        "textColor": ENCRE, "spaceAfter": 7, "allowWidows": 0, "allowOrphans": 0,
        "splitLongWords": 1,
    }  # fmt: skip
    return ParagraphStyle(nom, **communs | reste)


STYLES = {
    Genre.INTITULE: _style(
        "intitule", fontName=GRAS, fontSize=17, leading=21, spaceAfter=10, keepWithNext=1
    ),
    Genre.ADRESSE: _style("adresse", leftIndent=235, spaceAfter=1),
    Genre.OBJET: _style("objet", spaceBefore=26, spaceAfter=2),
    Genre.REFERENCE: _style("reference", spaceAfter=2),
    Genre.APPEL: _style("appel", spaceBefore=20, spaceAfter=9),
    Genre.TEXTE: _style("texte"),
    Genre.CLOTURE: _style("cloture"),
    Genre.FORT: _style("fort", fontName=GRAS, fontSize=11.5, leading=15.5, spaceAfter=9),
    Genre.TITRE: _style(
        "titre", fontName=GRAS, fontSize=13, leading=17, spaceBefore=12, spaceAfter=6,
        keepWithNext=1,
    ),
    Genre.POINT: _style(
        "point", fontName=GRAS, fontSize=11, leading=15, spaceBefore=8, spaceAfter=3,
        keepWithNext=1,
    ),
    Genre.RUBRIQUE: _style("rubrique", leftIndent=16, spaceAfter=3),
    Genre.EXIGENCE: _style("exigence", leftIndent=16, spaceAfter=3, keepWithNext=1),
    Genre.CITATION: _style(
        "citation", fontName=ITALIQUE, leftIndent=30, textColor=GRIS, fontSize=10, leading=13.5,
        spaceAfter=3,
    ),
    Genre.PUCE: _style("puce", leftIndent=14, bulletIndent=3, spaceAfter=3),
    Genre.CELLULE: _style("cellule", fontSize=9.5, leading=12.5, spaceAfter=1),
    Genre.NOMBRE: _style("nombre", fontSize=9.5, leading=12.5, spaceAfter=1, alignment=2),
    Genre.DETAIL: _style("detail", fontSize=8, leading=10.5, textColor=GRIS, spaceAfter=1),
    Genre.NOTE: _style("note", fontSize=8.5, leading=11.5, textColor=GRIS, spaceAfter=4),
}  # fmt: skip
_ENTETE = _style("entete", fontName=GRAS, fontSize=9, leading=11.5, spaceAfter=0)
PIED = _style("pied", fontSize=8, leading=10, textColor=GRIS, spaceAfter=0)
GRILLE = TableStyle([
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, ENCRE),
    ("LINEBELOW", (0, 1), (-1, -1), 0.4, FILET),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-2, -1), 8),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
])  # fmt: skip


def avis(alerte: bool) -> ParagraphStyle:
    """The words of the band."""
    encre, fond = map(HexColor, ALERTE if alerte else SERENITE)
    return _style(
        "avis", fontSize=9, leading=11.5, spaceAfter=0, alignment=1, textColor=encre,
        backColor=fond, borderColor=encre, borderWidth=0.8, borderPadding=(5, 8, 6),
    )  # fmt: skip


def entete(texte: str, *, a_droite: bool) -> Paragraph:
    """The head of a column."""
    return Paragraph(texte, _ENTETE.clone("entete-droite", alignment=2) if a_droite else _ENTETE)
