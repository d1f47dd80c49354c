"""How a document looks: fonts, columns, letterhead, tables, fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """The five dresses of a document."""

    SIMPLE = "simple"
    """A plain letter, in Times."""
    ENTETE = "entete"
    """A letterhead with a coloured band, in a font of its own."""
    TABLEAU = "tableau"
    """Facts and signatures in ruled tables."""
    FORMULAIRE = "formulaire"
    """Facts in fields to fill (AcroForm), choices in boxes."""
    DEUX_COLONNES = "deux_colonnes"
    """Small print on two columns."""


@dataclass(frozen=True, slots=True)
class Allure:
    """What a style changes in the drawing."""

    police: str
    corps: float = 10.5
    colonnes: int = 1
    bandeau: bool = False
    filets: bool = False
    champs: bool = False


ALLURES = {
    Style.SIMPLE: Allure("Times"),
    Style.ENTETE: Allure("Vera", corps=9, bandeau=True),
    Style.TABLEAU: Allure("Helvetica", corps=9.5, filets=True),
    Style.FORMULAIRE: Allure("Helvetica", corps=9.5, champs=True),
    Style.DEUX_COLONNES: Allure("Times", corps=9.5, colonnes=2),
}
