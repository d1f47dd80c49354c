"""Style 1, reportlab: a plain letter in Times, without colour, on one or two columns."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

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

MARGE = 22 * mm
LARGEUR = A4[0] - 2 * MARGE
GOUTTIERE = 8 * mm

TEXTE = ParagraphStyle("texte", fontName="Times-Roman", fontSize=10.5, leading=14, spaceAfter=6)
JUSTIFIE = ParagraphStyle("justifie", TEXTE, alignment=TA_JUSTIFY)
SERRE = ParagraphStyle("serre", TEXTE, fontSize=9.5, leading=12.2, spaceAfter=5)
CELLULE = ParagraphStyle("cellule", TEXTE, spaceAfter=0)
GRAS = ParagraphStyle("gras", CELLULE, fontName="Times-Bold")
ITALIQUE = ParagraphStyle("italique", CELLULE, fontName="Times-Italic")
TITRE = ParagraphStyle(
    "titre", TEXTE, fontName="Times-Bold", fontSize=15, leading=19, alignment=TA_CENTER
)
SOUS_TITRE = ParagraphStyle(
    "sous-titre", TEXTE, fontName="Times-Italic", fontSize=11, alignment=TA_CENTER, spaceAfter=12
)
INTERTITRE = ParagraphStyle("intertitre", GRAS, spaceBefore=5, spaceAfter=3, keepWithNext=1)


def dater(canevas: Canvas, document: Document) -> None:
    """Write fixed metadata: with ``invariant``, the same text gives the same bytes."""
    date = f"D:{document.cree:%Y%m%d%H%M%S}+01'00'"
    canevas.setDateFormatter(lambda *_: date)
    canevas.setTitle(document.titre)
    canevas.setAuthor(document.entete.nom)
    canevas.setSubject("Exemple fictif")


class Case(Flowable):  # type: ignore[misc]
    """A vector square, crossed or not, and its label."""

    def __init__(self, libelle: str, cochee: bool) -> None:
        super().__init__()
        self.texte, self.cochee = Paragraph(typo(libelle), CELLULE), cochee

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        """Size of the line."""
        self.hauteur = self.texte.wrap(largeur - 16, hauteur)[1]
        return largeur, self.hauteur + 3

    def draw(self) -> None:
        """Draw the box, then the label."""
        y = self.hauteur - 8
        self.canv.rect(0, y, 8, 8)
        if self.cochee:
            self.canv.lines([(1.5, y + 1.5, 6.5, y + 6.5), (1.5, y + 6.5, 6.5, y + 1.5)])
        self.texte.drawOn(self.canv, 16, 3)


def _visa(visa: Visa) -> list[Flowable]:
    lignes = [Paragraph(typo(visa.partie), GRAS), Paragraph(typo(visa.nom), CELLULE)]
    lignes.append(Paragraph(typo(visa.qualite), ITALIQUE))
    lignes.append(Paragraph(typo(f"Date : {visa.date}"), CELLULE))
    lignes.append(Spacer(1, 8))
    if visa.mention:
        lignes.append(Paragraph(typo(visa.mention), CELLULE))
    return lignes


def _tableau(bloc: Tableau, largeur: float) -> Flowable:
    lignes = [[Paragraph(typo(c), GRAS) for c in bloc.entetes]]
    lignes += [[Paragraph(typo(c), CELLULE) for c in ligne] for ligne in bloc.lignes]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    return Table(
        lignes, [p * largeur for p in bloc.parts], style=style, spaceBefore=2, spaceAfter=8
    )


def _fiche(bloc: Fiche, largeur: float) -> Flowable:
    lignes = [
        [Paragraph(typo(f"{nom} :"), GRAS), Paragraph(typo(valeur), CELLULE)]
        for nom, valeur in bloc.lignes
    ]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    gauche = max(0.36 * largeur, 38 * mm)
    return Table(lignes, [gauche, largeur - gauche], style=style, spaceAfter=8)


def _visas(bloc: Visas, largeur: float) -> Flowable:
    cellules = [_visa(visa) for visa in bloc.blocs]
    if len(cellules) == 1:
        cellules.insert(0, [])
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    return Table([cellules], [largeur / 2] * 2, style=style, spaceBefore=12)


def _flux(bloc: Bloc, largeur: float, texte: ParagraphStyle) -> list[Flowable]:
    match bloc:
        case Intertitre(titre):
            return [Paragraph(typo(titre), INTERTITRE)]
        case Para(phrase):
            return [Paragraph(typo(phrase), texte)]
        case Puces(lignes):
            style = ParagraphStyle("puce", texte, leftIndent=14, bulletIndent=3)
            return [Paragraph(typo(ligne), style, bulletText="–") for ligne in lignes]
        case Cases(lignes):
            return [*(Case(*ligne) for ligne in lignes), Spacer(1, 6)]
        case Tableau():
            return [_tableau(bloc, largeur)]
        case Fiche():
            return [_fiche(bloc, largeur)]
        case Visas():
            return [KeepTogether([_visas(bloc, largeur)])]


def _pied(canevas: Canvas, modele: BaseDocTemplate) -> None:
    canevas.setFont("Times-Roman", 8)
    canevas.drawCentredString(A4[0] / 2, 13 * mm, typo(modele.document.entete.pied))
    canevas.drawRightString(A4[0] - MARGE, 9 * mm, f"Page {modele.page}")


def _pages(colonnes: int, haut: float) -> list[PageTemplate]:
    bas, sommet = 20 * mm, A4[1] - 18 * mm
    largeur = (LARGEUR - (colonnes - 1) * GOUTTIERE) / colonnes
    plat = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}

    def cadres(hauteur: float) -> list[Frame]:
        xs = [MARGE + i * (largeur + GOUTTIERE) for i in range(colonnes)]
        return [Frame(x, bas, largeur, hauteur, **plat) for x in xs]

    titre = Frame(MARGE, sommet - haut, LARGEUR, haut, **plat)
    premiere = PageTemplate("premiere", [titre, *cadres(sommet - haut - bas)], onPageEnd=_pied)
    return [premiere, PageTemplate("suite", cadres(sommet - bas), onPageEnd=_pied)]


def ecrire(document: Document, chemin: Path, colonnes: int = 1) -> None:
    """Write the document as a plain letter."""
    largeur = (LARGEUR - (colonnes - 1) * GOUTTIERE) / colonnes
    entete = document.entete
    flux: list[Flowable] = [NextPageTemplate("suite"), Paragraph(typo(entete.nom), GRAS)]
    flux += [Paragraph(typo(ligne), CELLULE) for ligne in entete.lignes]
    flux += [Spacer(1, 8 * mm), Paragraph(typo(document.titre), TITRE)]
    flux += [Paragraph(typo(document.sous_titre), SOUS_TITRE), FrameBreak()]
    for bloc in document.corps:
        flux += _flux(bloc, largeur, JUSTIFIE if colonnes == 1 else SERRE)
    modele = BaseDocTemplate(
        str(chemin), pagesize=A4, invariant=1, pageTemplates=_pages(colonnes, 44 * mm)
    )
    modele.document = document
    modele.beforeDocument = lambda: dater(modele.canv, document)
    modele.build(flux)
