"""Style 2, fpdf2: letterhead with a coloured band and tables, in an embedded TrueType font."""

from __future__ import annotations

from pathlib import Path

import reportlab
from fpdf import FPDF, FontFace
from fpdf.enums import Align, MethodReturnValue, PathPaintRule, TableBordersLayout

from generer.blocs import (
    Bloc,
    Cases,
    Document,
    Fiche,
    Intertitre,
    Para,
    Puces,
    Tableau,
    Visa,
    Visas,
)
from generer.typographie import typo
from segur_payment.testing.pdf.paraphe import TRAITS

POLICES = Path(reportlab.__file__).parent / "fonts"
"""Bitstream Vera ships inside reportlab: no font of the system is needed."""
MARGE, HAUT, LARGEUR, INTERLIGNE = 20.0, 37.0, 170.0, 4.9
GRIS, NOIR, BLANC, ENCRE = (90, 90, 90), (25, 25, 25), (255, 255, 255), (28, 42, 120)


class Page(FPDF):
    """A page with the band of the house at its top and its legal line at its foot."""

    def __init__(self, document: Document) -> None:
        super().__init__(format="A4")
        self.document = document
        for style, fichier in (("", "Vera.ttf"), ("B", "VeraBd.ttf"), ("I", "VeraIt.ttf")):
            self.add_font("Vera", style, POLICES / fichier)
        self.set_creation_date(document.cree)
        self.set_title(document.titre)
        self.set_author(document.entete.nom)
        self.set_subject("Exemple fictif")
        self.set_margins(MARGE, HAUT, MARGE)
        self.set_auto_page_break(True, 24)
        self.add_page()

    def ecrit(self, texte: str, taille: float = 9, style: str = "", largeur: float = 0) -> None:
        """Write a text that wraps, from the current place."""
        self.set_font("Vera", style, taille)
        self.multi_cell(largeur, taille * 0.53, typo(texte), align="L", new_x="LEFT", new_y="NEXT")

    def header(self) -> None:
        """Draw the band."""
        entete = self.document.entete
        self.set_fill_color(*entete.couleur)
        self.rect(0, 0, self.w, 26, style="F")
        self.set_text_color(*BLANC)
        self.set_xy(MARGE, 9)
        self.ecrit(entete.nom, 14, "B", 110)
        for rang, ligne in enumerate(entete.lignes):
            self.set_font("Vera", "", 8)
            self.set_xy(MARGE + 110, 5.5 + 5 * rang)
            self.cell(60, 5, ligne, align="R")
        self.set_text_color(*NOIR)
        self.set_xy(MARGE, HAUT)

    def footer(self) -> None:
        """Draw the legal line and the number of the page."""
        self.set_draw_color(*self.document.entete.couleur)
        self.line(MARGE, self.h - 18, MARGE + LARGEUR, self.h - 18)
        self.set_text_color(*GRIS)
        self.set_font("Vera", "", 6.5)
        self.set_xy(MARGE, self.h - 16)
        self.cell(LARGEUR - 20, 4, self.document.entete.pied)
        self.cell(20, 4, f"Page {self.page_no()}", align="R")
        self.set_text_color(*NOIR)

    def case(self, libelle: str, cochee: bool) -> None:
        """A vector square, crossed or not, and its label."""
        x, y, cote = self.get_x(), self.get_y() + 0.9, 3.0
        self.set_draw_color(*NOIR)
        self.rect(x, y, cote, cote)
        if cochee:
            self.line(x + 0.6, y + 0.6, x + cote - 0.6, y + cote - 0.6)
            self.line(x + 0.6, y + cote - 0.6, x + cote - 0.6, y + 0.6)
        self.set_xy(x + 6, y - 0.9)
        self.ecrit(libelle)
        self.set_xy(x, self.get_y() + 1)

    def paraphe(self, x: float, y: float, largeur: float, hauteur: float) -> None:
        """The drawn signature, in ink blue."""

        def place(point: tuple[float, float]) -> tuple[float, float]:
            return x + point[0] * largeur, y + (1 - point[1]) * hauteur

        for depart, courbes in TRAITS:
            with self.new_path(*place(depart), paint_rule=PathPaintRule.STROKE) as trait:
                trait.style.stroke_color = "#1c2a78"
                trait.style.stroke_width = 0.5
                trait.style.stroke_cap_style = "round"
                for a, b, fin in courbes:
                    trait.curve_to(*place(a), *place(b), *place(fin))


def _tableau(page: Page, bloc: Tableau) -> None:
    page.set_font("Vera", "", 8.5)
    page.set_draw_color(190, 190, 190)
    titre = FontFace(emphasis="BOLD", color=BLANC, fill_color=page.document.entete.couleur)
    with page.table(
        width=int(LARGEUR),
        col_widths=tuple(100 * p for p in bloc.parts),
        line_height=4.6,
        padding=1.4,
        headings_style=titre,
        text_align=Align.L,
        cell_fill_color=(243, 246, 248),
        cell_fill_mode="ROWS",
    ) as tableau:
        for ligne in (bloc.entetes, *bloc.lignes):
            tableau.row([typo(cellule) for cellule in ligne])
    page.ln(4)


def _fiche(page: Page, bloc: Fiche) -> None:
    page.set_font("Vera", "", 9)
    with page.table(
        width=int(LARGEUR),
        col_widths=(35, 65),
        line_height=INTERLIGNE,
        padding=0.7,
        first_row_as_headings=False,
        borders_layout=TableBordersLayout.NONE,
        text_align=Align.L,
    ) as tableau:
        for nom, valeur in bloc.lignes:
            ligne = tableau.row()
            ligne.cell(typo(f"{nom} :"), style=FontFace(color=page.document.entete.couleur))
            ligne.cell(typo(valeur))
    page.ln(3)


def _visa(page: Page, visa: Visa, x: float, y: float) -> None:
    page.set_draw_color(150, 150, 150)
    page.rect(x, y, 81, 39)
    page.set_xy(x + 3, y + 3)
    page.ecrit(visa.partie, 9, "B", 75)
    page.ecrit(visa.nom, 8.5, "", 75)
    page.ecrit(visa.qualite, 8, "I", 75)
    page.ecrit(f"Date : {visa.date}", 8.5, "", 75)
    page.ecrit("Signature :", 8.5, "", 75)
    if visa.mention:
        page.set_xy(x + 3, y + 28)
        page.ecrit(visa.mention, 8.5, "", 75)
    if visa.trace:
        page.paraphe(x + 24, y + 20, 48, 17)


def _visas(page: Page, bloc: Visas) -> None:
    if page.will_page_break(42):
        page.add_page()
    haut = page.get_y() + 3
    debut = MARGE if len(bloc.blocs) > 1 else MARGE + 89
    for rang, visa in enumerate(bloc.blocs):
        _visa(page, visa, debut + 89 * rang, haut)
    page.set_xy(MARGE, haut + 42)


def _puces(page: Page, bloc: Puces) -> None:
    for ligne in bloc.lignes:
        page.set_x(MARGE + 2)
        page.set_font("Vera", "", 9)
        page.cell(5, INTERLIGNE, "•")
        page.ecrit(ligne, largeur=LARGEUR - 7)
        page.set_xy(MARGE, page.get_y() + 1.4)
    page.ln(1.5)


def _intertitre(page: Page, titre: str) -> None:
    if page.will_page_break(22):
        page.add_page()
    page.ln(1.5)
    page.set_text_color(*page.document.entete.couleur)
    page.ecrit(titre, 10, "B")
    page.set_text_color(*NOIR)
    page.ln(1)


def _para(page: Page, texte: str) -> None:
    page.set_font("Vera", "", 9)
    haut = page.multi_cell(
        0, INTERLIGNE, typo(texte), dry_run=True, output=MethodReturnValue.HEIGHT
    )
    if isinstance(haut, float) and haut < 40 and page.will_page_break(haut):
        page.add_page()
    page.ecrit(texte)
    page.ln(2.2)


def _bloc(page: Page, bloc: Bloc) -> None:
    match bloc:
        case Intertitre(titre):
            _intertitre(page, titre)
        case Para(phrase):
            _para(page, phrase)
        case Puces():
            _puces(page, bloc)
        case Cases(lignes):
            for ligne in lignes:
                page.case(*ligne)
            page.ln(2)
        case Tableau():
            _tableau(page, bloc)
        case Fiche():
            _fiche(page, bloc)
        case Visas():
            _visas(page, bloc)


def ecrire(document: Document, chemin: Path) -> None:
    """Write the document under the letterhead of its house."""
    page = Page(document)
    page.set_text_color(*document.entete.couleur)
    page.ecrit(document.titre, 15, "B")
    page.set_text_color(*GRIS)
    page.ecrit(document.sous_titre, 9.5, "I")
    page.set_text_color(*NOIR)
    page.ln(5)
    for bloc in document.corps:
        _bloc(page, bloc)
    page.output(str(chemin))
