"""Reading French as it is printed: text, dates, amounts, names, identifiers, contacts."""

from segur_payment.langue.normalisation import (
    Passage,
    Texte,
    chercher,
    normaliser,
    resserrer,
    texte_en_lignes,
)
from segur_payment.langue.phrases import phrases

__all__ = [
    "Passage",
    "Texte",
    "chercher",
    "normaliser",
    "phrases",
    "resserrer",
    "texte_en_lignes",
]
