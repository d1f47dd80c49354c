"""What a search gives back: a place in the text, and the words as written there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from segur_payment.langue.normalisation import texte_en_lignes


class Trouve(NamedTuple):
    """A value at its place in the text, as written."""

    debut: int
    fin: int
    valeur: str


def trouves(texte: str, spans: Iterable[tuple[int, int]]) -> list[Trouve]:
    """The original words behind spans of `texte_en_lignes(texte).normal`."""
    lignes = texte_en_lignes(texte)
    originaux = (lignes.intervalle(debut, fin) for debut, fin in spans)
    return [Trouve(debut, fin, texte[debut:fin]) for debut, fin in originaux]
