"""Rows of a page, top to bottom."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from statistics import median

from segur_payment.lecture.mise_en_page.cellules import cellules, selon_les_voisins
from segur_payment.lecture.mise_en_page.elements import Jeton, Rang
from segur_payment.lecture.pdf.modele import Boite


def rangs_de(jetons: Sequence[Jeton]) -> list[Rang]:
    """The rows of a page, top to bottom."""
    if not jetons:
        return []
    hauteur = median([j.boite.y1 - j.boite.y0 for j in jetons]) or 8.0
    lignes: list[_Ligne] = []
    for jeton in sorted(jetons, key=lambda j: (j.milieu, j.boite.x0)):
        if lignes and lignes[-1].accueille(jeton.boite):
            lignes[-1].ajouter(jeton)
        else:
            lignes.append(_Ligne(jeton))
    rangs = [Rang(tuple(cellules(ligne.jetons, hauteur))) for ligne in lignes]
    return [selon_les_voisins(rang, rangs, place) for place, rang in enumerate(rangs)]


class _Ligne:
    """A row being filled; its tops and bottoms stay sorted, so that their medians are at hand."""

    __slots__ = ("_bas", "_hauts", "bas", "haut", "jetons")

    def __init__(self, jeton: Jeton) -> None:
        self.jetons = [jeton]
        self.haut, self.bas = jeton.boite.y0, jeton.boite.y1
        self._hauts, self._bas = [self.haut], [self.bas]

    def ajouter(self, jeton: Jeton) -> None:
        self.jetons.append(jeton)
        _, haut, _, bas = jeton.boite
        insort(self._hauts, haut)
        insort(self._bas, bas)
        if haut != self.haut:
            self.haut = _au_milieu(self._hauts)
        if bas != self.bas:
            self.bas = _au_milieu(self._bas)

    def accueille(self, boite: Boite) -> bool:
        """Half of the lower of the two stands beside the other: boxes are as tight as letters."""
        _, y0, _, y1 = boite
        haut, bas = self.haut, self.bas
        commun = min(bas, y1) - max(haut, y0)
        return commun > 0.5 * max(0.1, min(bas - haut, y1 - y0))


def _au_milieu(tries: Sequence[float]) -> float:
    rang, reste = divmod(len(tries), 2)
    return tries[rang] if reste else (tries[rang - 1] + tries[rang]) / 2
