"""Things that stand on one line, whether words of a page or cells of a column."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from segur_payment.lecture.mise_en_page.elements import Jeton, Segment
from segur_payment.lecture.pdf.modele import Boite

_SIGNE = 0.6
"""Tallest comma, in heights of its line."""
_Place = TypeVar("_Place", Jeton, Segment)


def par_lignes(places: Iterable[_Place]) -> list[list[_Place]]:
    """The lines, top to bottom, each left to right."""
    lignes: list[_Ligne[_Place]] = []
    for place in sorted(places, key=lambda p: (p.boite.y0 + p.boite.y1, p.boite.x0)):
        if lignes and lignes[-1].accueille(place.boite):
            lignes[-1].ajouter(place)
        else:
            lignes.append(_Ligne(place))
    return [sorted(ligne.places, key=lambda p: p.boite.x0) for ligne in lignes]


class _Ligne(Generic[_Place]):
    """A line being filled; its tops and bottoms stay sorted, so that their medians are at hand."""

    __slots__ = ("_bas", "_hauts", "bas", "haut", "places")

    def __init__(self, place: _Place) -> None:
        self.places: list[_Place] = [place]
        self.haut, self.bas = place.boite.y0, place.boite.y1
        self._hauts, self._bas = [self.haut], [self.bas]

    def ajouter(self, place: _Place) -> None:
        self.places.append(place)
        _, haut, _, bas = place.boite
        insort(self._hauts, haut)
        insort(self._bas, bas)
        if haut != self.haut:
            self.haut = _au_milieu(self._hauts)
        if bas != self.bas:
            self.bas = _au_milieu(self._bas)

    def accueille(self, boite: Boite) -> bool:
        """Half of the lower of the two stands beside the other: boxes are as tight as letters.

        A comma alone begins above the foot of the line and hangs below it.
        """
        _, y0, _, y1 = boite
        haut, bas = self.haut, self.bas
        if haut < y0 < bas < y1 and y1 - y0 < _SIGNE * (bas - haut):
            return True
        commun = min(bas, y1) - max(haut, y0)
        return commun > 0.5 * max(0.1, min(bas - haut, y1 - y0))


def _au_milieu(tries: Sequence[float]) -> float:
    rang, reste = divmod(len(tries), 2)
    return tries[rang] if reste else (tries[rang - 1] + tries[rang]) / 2
