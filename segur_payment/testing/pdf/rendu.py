"""A document in a style and a typography: the bytes of a PDF, always the same."""

from __future__ import annotations

import io
from functools import cache
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import HexColor, black, grey
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from segur_payment.testing.pdf.blocs import (
    Choix,
    Document,
    Fiche,
    Intertitre,
    Para,
    Puces,
    Visa,
    Visas,
)
from segur_payment.testing.pdf.flux import Case, Champ, Paraphe, nom_de_champ
from segur_payment.testing.pdf.style import ALLURES, Style
from segur_payment.testing.pdf.typographie import (
    DROITE,
    EMBARQUEE,
    MARQUES,
    Typographie,
    composer,
    recoder,
)

MARGE, GOUTTIERE = 22 * mm, 8 * mm
LARGEUR = A4[0] - 2 * MARGE
BANDEAU, COULEUR, FILET = 20 * mm, HexColor("#005C68"), HexColor("#8A94A6")
_GRAS = {"Times": "Times-Bold", "Helvetica": "Helvetica-Bold", "Vera": "Vera-Bold"}
_MAIGRE = {"Times": "Times-Roman", "Helvetica": "Helvetica", "Vera": "Vera"}


@cache
def _embarquer() -> None:
    """Bitstream Vera ships inside reportlab: no font of the system is needed."""
    polices = Path(reportlab.__file__).parent / "fonts"
    for nom, fichier in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
        police = TTFont(nom, polices / fichier)
        dessin = police.face
        for marque in MARQUES.values():
            dessin.charToGlyph[marque] = dessin.charToGlyph[ord(" ")]
            dessin.charWidths[marque] = dessin.charWidths[ord(" ")]
        pdfmetrics.registerFont(police)


class Atelier:
    """Draws the blocks of one document."""

    def __init__(self, document: Document, style: Style, typographie: Typographie) -> None:
        self.document, self.typographie = document, typographie
        self.allure = ALLURES[style]
        famille = "Vera" if typographie & EMBARQUEE else self.allure.police
        self.embarquee = famille == "Vera"
        corps = min(self.allure.corps, 9) if self.embarquee else self.allure.corps
        self.numero = count(1)
        cesures = int(Typographie.CESURES in typographie)
        _embarquer()
        self.texte = ParagraphStyle(
            "texte", fontName=_MAIGRE[famille], fontSize=corps, leading=corps * 1.3, spaceAfter=6,
            embeddedHyphenation=cesures,
        )  # fmt: skip
        self.cellule = ParagraphStyle("cellule", self.texte, spaceAfter=0)
        self.gras = ParagraphStyle("gras", self.cellule, fontName=_GRAS[famille])
        self.intertitre = ParagraphStyle(
            "intertitre", self.gras, spaceBefore=5, spaceAfter=3, keepWithNext=1
        )
        self.titre = ParagraphStyle(
            "titre", self.gras, fontSize=15, leading=19, alignment=TA_CENTER, spaceAfter=4
        )
        self.largeur = (LARGEUR - (self.allure.colonnes - 1) * GOUTTIERE) / self.allure.colonnes

    def para(self, texte: str, style: ParagraphStyle, puce: str | None = None) -> Paragraph:
        """A paragraph in the typography of the document."""
        compose = composer(texte, self.typographie)
        if self.embarquee:
            compose = compose.translate(MARQUES)
        return Paragraph(escape(compose), style, bulletText=puce)

    def corps(self) -> list[Flowable]:
        """The blocks on as many columns as the style has, the signatures on the whole width."""
        corps = self.document.corps
        visas = [f for bloc in corps if isinstance(bloc, Visas) for f in self._visas(bloc.blocs)]
        texte = [f for b in corps if not isinstance(b, Visas) for f in self._bloc(b)]
        if self.allure.colonnes > 1:
            texte = [BalancedColumns(texte, nCols=self.allure.colonnes, innerPadding=GOUTTIERE)]
        return [*texte, *visas]

    def _bloc(self, bloc: Intertitre | Para | Puces | Choix | Fiche) -> list[Flowable]:
        """The flowables of a block."""
        match bloc:
            case Intertitre(texte):
                return [self.para(texte, self.intertitre)]
            case Para(texte):
                return [self.para(texte, self.texte)]
            case Puces(lignes):
                style = ParagraphStyle("puce", self.texte, leftIndent=14, bulletIndent=3)
                return [self.para(ligne, style, puce="–") for ligne in lignes]
            case Choix():
                return self._choix(bloc)
            case Fiche(lignes):
                return self._fiche(lignes)

    def _choix(self, choix: Choix) -> list[Flowable]:
        if not self.allure.champs:
            return [self.para(choix.phrase, self.texte)]
        cases = [
            Case(self.para(libelle, self.cellule), coche, nom_de_champ(libelle, next(self.numero)))
            for libelle, coche in choix.options
        ]
        return [self.para(f"{choix.intitule} :", self.cellule), *cases, Spacer(1, 6)]

    def _fiche(self, lignes: tuple[tuple[str, str], ...]) -> list[Flowable]:
        if self.allure.colonnes > 1 or not lignes:
            return [self.para(f"{nom} : {valeur}", self.texte) for nom, valeur in lignes]
        cellules = [
            [self.para(f"{nom} :", self.cellule), self._valeur(nom, valeur)]
            for nom, valeur in lignes
        ]
        style: list[tuple[object, ...]] = [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if self.allure.champs else "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
        if self.allure.filets:
            style.append(("GRID", (0, 0), (-1, -1), 0.5, FILET))
        else:
            style.append(("LEFTPADDING", (0, 0), (0, -1), 0))
        gauche = max(0.36 * self.largeur, 38 * mm)
        largeurs = [gauche, self.largeur - gauche]
        return [Table(cellules, largeurs, style=style, spaceAfter=8, spaceBefore=2)]

    def _valeur(self, nom: str, valeur: str) -> Flowable:
        if not self.allure.champs:
            return self.para(valeur, self.cellule)
        return Champ(nom_de_champ(nom, next(self.numero)), composer(valeur, DROITE))

    def _visas(self, blocs: tuple[Visa, ...]) -> list[Flowable]:
        cellules = [self._visa(visa) for visa in blocs]
        style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        if self.allure.filets:
            style.append(("GRID", (0, 0), (-1, -1), 0.5, FILET))
        else:
            style.append(("LEFTPADDING", (0, 0), (-1, -1), 0))
        largeurs = [LARGEUR / 2] * len(cellules)
        visas = Table([cellules], largeurs, style=style, spaceBefore=12, hAlign="RIGHT")
        return [KeepTogether([visas])]

    def _visa(self, visa: Visa) -> list[Flowable]:
        lignes: list[Flowable] = [self.para(visa.partie, self.gras)]
        lignes += [self.para(t, self.cellule) for t in (visa.nom, visa.qualite) if t]
        if visa.date:
            lignes.append(self.para(f"Date : {visa.date}", self.cellule))
        lignes.append(Spacer(1, 8))
        if visa.mention:
            lignes.append(self.para(visa.mention, self.cellule))
        return [*lignes, Paraphe()] if visa.trace else [*lignes, Spacer(1, 12)]

    def page(self, toile: Canvas, modele: BaseDocTemplate) -> None:
        """The letterhead and the number of the page."""
        toile.saveState()
        if self.allure.bandeau:
            toile.setFillColor(COULEUR)
            toile.rect(0, A4[1] - BANDEAU, A4[0], BANDEAU, stroke=0, fill=1)
            toile.setFillColorRGB(1, 1, 1)
            toile.setFont("Vera-Bold", 13)
            toile.drawString(MARGE, A4[1] - 13 * mm, self.document.emetteur)
        toile.setFillColor(grey if self.allure.bandeau else black)
        toile.setFont(self.cellule.fontName, 8)
        toile.drawRightString(A4[0] - MARGE, 9 * mm, f"Page {modele.page}")
        toile.restoreState()


def _gabarit(atelier: Atelier) -> PageTemplate:
    bas = 20 * mm
    sommet = A4[1] - (BANDEAU + 8 * mm if atelier.allure.bandeau else 18 * mm)
    plat = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    cadre = Frame(MARGE, bas, LARGEUR, sommet - bas, id="page", **plat)
    return PageTemplate("page", cadre, onPageEnd=atelier.page)


def rendre(document: Document, style: Style, typographie: Typographie) -> bytes:
    """The PDF of a document; the same arguments give the same bytes."""
    atelier = Atelier(document, style, typographie)
    tete = [] if atelier.allure.bandeau else [atelier.para(document.emetteur, atelier.gras)]
    flux: list[Flowable] = [*tete, Spacer(1, 6 * mm), atelier.para(document.titre, atelier.titre)]
    sous_titre = ParagraphStyle("sous-titre", atelier.cellule, alignment=TA_CENTER)
    flux += [atelier.para(document.sous_titre, sous_titre), Spacer(1, 9 * mm)]
    flux += atelier.corps()
    tampon = io.BytesIO()
    modele = BaseDocTemplate(
        tampon, pagesize=A4, invariant=1, title=document.titre, author=document.emetteur,
        subject="Document fictif", pageTemplates=[_gabarit(atelier)],
    )  # fmt: skip
    modele.build(flux)
    pdf = tampon.getvalue()
    return recoder(pdf, nfd=Typographie.NFD in typographie) if atelier.embarquee else pdf
