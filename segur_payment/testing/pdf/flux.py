"""The drawings that reportlab does not have: boxes, fields, a hand-drawn signature."""

from __future__ import annotations

import re
import unicodedata

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from segur_payment.testing.pdf.paraphe import TRAITS

_FOND = HexColor("#E6EAF2")
_ENCRE = HexColor("#1C2A78")


class Case(Flowable):  # type: ignore[misc]
    """A box, crossed or not, and its label; a box to tick if ``nom`` names its field."""

    def __init__(self, libelle: Paragraph, cochee: bool, nom: str = "") -> None:
        super().__init__()
        self.texte, self.cochee, self.nom = libelle, cochee, nom

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        """Size of the line."""
        self.hauteur = self.texte.wrap(largeur - 16, hauteur)[1]
        return largeur, self.hauteur + 5

    def draw(self) -> None:
        """Draw the box, then the label."""
        y = self.hauteur - 7
        self.canv.acroForm.checkbox(
            name=self.nom, checked=self.cochee, buttonStyle="cross", size=9, x=0, y=y,
            borderWidth=0.5, relative=True,
        )  # fmt: skip
        self.texte.drawOn(self.canv, 16, 3)


class Champ(Flowable):  # type: ignore[misc]
    """A text field filled with ``valeur``; the writer draws Latin-1 only in it."""

    def __init__(self, nom: str, valeur: str) -> None:
        super().__init__()
        self.nom, self.valeur = nom, valeur

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        """Size of the field."""
        self.largeur = largeur
        return largeur, 16

    def draw(self) -> None:
        """Draw it."""
        self.canv.acroForm.textfield(
            name=self.nom, value=self.valeur, x=0, y=0, width=self.largeur, height=15,
            fontName="Helvetica", fontSize=10, borderWidth=0, fillColor=_FOND,
            borderColor=_FOND, maxlen=200, forceBorder=False, relative=True,
        )  # fmt: skip


class Paraphe(Flowable):  # type: ignore[misc]
    """A signature drawn by hand, in ink blue."""

    LARGEUR, HAUTEUR = 46 * mm, 16 * mm

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        """Size of the drawing."""
        return self.LARGEUR, self.HAUTEUR

    def draw(self) -> None:
        """Draw its strokes."""
        self.canv.setStrokeColor(_ENCRE)
        self.canv.setLineWidth(1.4)
        self.canv.setLineCap(1)
        for depart, courbes in TRAITS:
            trait = self.canv.beginPath()
            trait.moveTo(*self._place(depart))
            for points in courbes:
                trait.curveTo(*(c for point in points for c in self._place(point)))
            self.canv.drawPath(trait)

    def _place(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self.LARGEUR, point[1] * self.HAUTEUR


def nom_de_champ(libelle: str, rang: int) -> str:
    """Name of a field: its label without accents nor spaces, and its rank in the page."""
    sans = unicodedata.normalize("NFKD", libelle).encode("ascii", "ignore").decode()
    return re.sub(r"\W+", "_", sans).strip("_").lower() + f"_{rang}"
