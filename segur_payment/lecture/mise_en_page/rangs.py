"""Rows of a page, top to bottom."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from statistics import median

from segur_payment.lecture.mise_en_page.cellules import cellules, selon_les_voisins
from segur_payment.lecture.mise_en_page.elements import Jeton, Rang


def rangs_de(jetons: Sequence[Jeton]) -> list[Rang]:
    """The rows of a page, top to bottom."""
    if not jetons:
        return []
    hauteur = median([j.boite.hauteur for j in jetons]) or 8.0
    lignes: list[_Ligne] = []
    for jeton in sorted(jetons, key=lambda j: (j.milieu, j.boite.x0)):
        if not (lignes and lignes[-1].accueille(jeton)):
            lignes.append(_Ligne())
        lignes[-1].ajouter(jeton)
    rangs = [Rang(tuple(cellules(ligne.jetons, hauteur))) for ligne in lignes]
    return [selon_les_voisins(rang, rangs, place) for place, rang in enumerate(rangs)]


class _Ligne:
    """A row being filled; its tops and bottoms stay sorted, so that their medians are at hand."""

    def __init__(self) -> None:
        self.jetons: list[Jeton] = []
        self._hauts: list[float] = []
        self._bas: list[float] = []

    def ajouter(self, jeton: Jeton) -> None:
        self.jetons.append(jeton)
        insort(self._hauts, jeton.boite.y0)
        insort(self._bas, jeton.boite.y1)

    def accueille(self, jeton: Jeton) -> bool:
        """Half of the lower of the two stands beside the other: boxes are as tight as letters."""
        haut, bas, boite = _au_milieu(self._hauts), _au_milieu(self._bas), jeton.boite
        commun = min(bas, boite.y1) - max(haut, boite.y0)
        return commun > 0.5 * max(0.1, min(bas - haut, boite.y1 - boite.y0))


def _au_milieu(tries: Sequence[float]) -> float:
    rang, reste = divmod(len(tries), 2)
    return tries[rang] if reste else (tries[rang - 1] + tries[rang]) / 2
