"""Style 3, reportlab: a form made of boxes on a grid, with AcroForm fields or printed values."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from generer.blocs import Champ, Imprime, Section
from generer.typographie import typo

MARGE = 15 * mm
LARGEUR = A4[0] - 2 * MARGE
HAUTEUR = 11 * mm
FOND, TRAIT = HexColor("#E6EAF2"), HexColor("#5B6B8C")
PETIT = ParagraphStyle("petit", fontName="Helvetica", fontSize=8.5, leading=11)


def _nom(libelle: str) -> str:
    """Name of the field: the label without accents nor spaces."""
    sans = unicodedata.normalize("NFKD", libelle).encode("ascii", "ignore").decode()
    return re.sub(r"\W+", "_", sans).strip("_").lower()


class Feuille:
    """The page being drawn, from top to bottom; ``y`` is the next free height."""

    def __init__(self, imprime: Imprime, chemin: Path, saisissable: bool) -> None:
        self.toile = Canvas(str(chemin), pagesize=A4, invariant=1)
        date = f"D:{imprime.cree:%Y%m%d%H%M%S}+01'00'"
        self.toile.setDateFormatter(lambda *_: date)
        self.toile.setTitle(imprime.titre)
        self.toile.setAuthor("Agence de services et de paiement")
        self.toile.setSubject("Exemple fictif")
        self.saisissable = saisissable
        self.y = A4[1] - 14 * mm

    def ligne(
        self, texte: str, x: float, y: float, police: str = "Helvetica", t: float = 9
    ) -> None:
        """Write one line of text."""
        self.toile.setFont(police, t)
        self.toile.drawString(x, y, typo(texte))

    def titre(self, titre: str, sous_titre: str) -> None:
        """The heading: two boxes, the payer on the left, the title on the right."""
        haut, gauche = 22 * mm, 48 * mm
        self.y -= haut
        self.toile.setStrokeColor(TRAIT)
        self.toile.rect(MARGE, self.y, gauche, haut)
        self.toile.rect(MARGE + gauche, self.y, LARGEUR - gauche, haut)
        for rang, mot in enumerate(("Agence de services", "et de paiement")):
            self.ligne(mot, MARGE + 8, self.y + haut - 26 - 13 * rang, "Helvetica-Bold", 11)
        self.ligne(titre, MARGE + gauche + 10, self.y + haut - 26, "Helvetica-Bold", 15)
        self.ligne(sous_titre, MARGE + gauche + 10, self.y + haut - 44)
        self.y -= 4 * mm

    def barre(self, titre: str) -> None:
        """Heading of a section, white on dark."""
        self.y -= 6 * mm
        self.toile.setFillColor(TRAIT)
        self.toile.rect(MARGE, self.y, LARGEUR, 6 * mm, stroke=0, fill=1)
        self.toile.setFillColor(white)
        self.ligne(titre, MARGE + 6, self.y + 5, "Helvetica-Bold", 9.5)
        self.toile.setFillColor(black)

    def champ(self, champ: Champ, x: float, largeur: float) -> None:
        """One box: the label above, the value below."""
        self.toile.setStrokeColor(TRAIT)
        self.toile.rect(x, self.y, largeur, HAUTEUR)
        self.toile.setFillColor(TRAIT)
        self.ligne(champ.libelle, x + 5, self.y + HAUTEUR - 8.5, t=7.5)
        self.toile.setFillColor(black)
        if not self.saisissable:
            self.ligne(champ.valeur, x + 5, self.y + 5, t=10)
            return
        # reportlab draws Latin-1 only in a field: the « € » stands in the label.
        self.toile.acroForm.textfield(
            name=_nom(champ.libelle),
            tooltip=champ.libelle,
            value=champ.valeur,
            x=x + 5,
            y=self.y + 1.5,
            width=largeur - 8,
            height=15,
            fontName="Helvetica",
            fontSize=10,
            borderWidth=0,
            fillColor=FOND,
            borderColor=FOND,
            maxlen=200,
            forceBorder=False,
        )

    def section(self, section: Section) -> None:
        """A numbered section: rows of boxes, six parts wide."""
        self.barre(section.titre)
        rang = 0
        for champ in section.champs:
            if rang % 6 == 0:
                self.y -= HAUTEUR
            self.champ(champ, MARGE + rang % 6 * LARGEUR / 6, champ.parts * LARGEUR / 6)
            rang += champ.parts
        self.y -= 3 * mm

    def pieces(self, titre: str, pieces: tuple[str, ...]) -> None:
        """The joined pieces, each with its crossed box."""
        self.barre(titre)
        for rang, piece in enumerate(pieces):
            x, y = MARGE + 5, self.y - 5 * mm * (rang + 1)
            if self.saisissable:
                self.toile.acroForm.checkbox(
                    name=f"piece_{rang + 1}",
                    tooltip=piece,
                    checked=True,
                    buttonStyle="cross",
                    size=9,
                    x=x,
                    y=y,
                    borderWidth=0.5,
                )
            else:
                self.toile.setStrokeColor(black)
                self.toile.rect(x, y, 8, 8)
                self.toile.lines([(x + 1, y + 1, x + 7, y + 7), (x + 1, y + 7, x + 7, y + 1)])
            self.ligne(piece, x + 16, y + 1)
        self.y -= 5 * mm * len(pieces) + 4 * mm

    def signature(self, titre: str, imprime: Imprime) -> None:
        """The engagement of the signer and his signature."""
        self.barre(titre)
        texte = Paragraph(typo(imprime.engagement), PETIT)
        haut = texte.wrap(LARGEUR - 10, 1000)[1]
        texte.drawOn(self.toile, MARGE + 5, self.y - haut - 5)
        self.y -= haut + 11
        visa, bloc = imprime.visa, 26 * mm
        self.toile.setStrokeColor(TRAIT)
        self.toile.rect(MARGE, self.y - bloc, LARGEUR, bloc)
        self.ligne(visa.date, MARGE + 6, self.y - 14)
        self.ligne(
            f"Nom et qualité du signataire : {visa.nom}, {visa.qualite}", MARGE + 6, self.y - 30
        )
        self.ligne("Signature :", MARGE + 6, self.y - 46)
        self.ligne(visa.mention, MARGE + 62, self.y - 46)
        self.y -= bloc


def ecrire(imprime: Imprime, chemin: Path, *, saisissable: bool) -> None:
    """Write the filled form, as AcroForm fields (``saisissable``) or as printed values."""
    feuille = Feuille(imprime, chemin, saisissable)
    feuille.titre(imprime.titre, imprime.sous_titre)
    for section in imprime.sections:
        feuille.section(section)
    rang = len(imprime.sections) + 1
    feuille.pieces(f"{rang}. Pièces jointes", imprime.pieces)
    feuille.signature(f"{rang + 1}. Engagement et signature", imprime)
    feuille.toile.save()
