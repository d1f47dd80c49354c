"""Things that stand on one line, whether words of a page or cells of a column."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from typing import TypeVar

from segur_payment.lecture.mise_en_page.elements import Jeton, Segment

_Place = TypeVar("_Place", Jeton, Segment)


def par_lignes(places: Iterable[_Place]) -> list[list[_Place]]:
    """The lines, top to bottom, each left to right."""
    lignes: list[list[_Place]] = []
    courante = _Ligne()
    for place in sorted(places, key=lambda p: (p.boite.y0 + p.boite.y1, p.boite.x0)):
        haut, bas = place.boite.y0, place.boite.y1
        if not (lignes and courante.accueille(haut, bas)):
            lignes.append([])
            courante = _Ligne()
        courante.ajouter(haut, bas)
        lignes[-1].append(place)
    return [sorted(ligne, key=lambda p: p.boite.x0) for ligne in lignes]


class _Ligne:
    """A line being filled; its tops and bottoms stay sorted, so that their medians are at hand."""

    def __init__(self) -> None:
        self._hauts: list[float] = []
        self._bas: list[float] = []

    def ajouter(self, haut: float, bas: float) -> None:
        insort(self._hauts, haut)
        insort(self._bas, bas)

    def accueille(self, y0: float, y1: float) -> bool:
        """Half of the lower of the two stands beside the other: boxes are as tight as letters."""
        haut, bas = _au_milieu(self._hauts), _au_milieu(self._bas)
        commun = min(bas, y1) - max(haut, y0)
        return commun > 0.5 * max(0.1, min(bas - haut, y1 - y0))


def _au_milieu(tries: Sequence[float]) -> float:
    rang, reste = divmod(len(tries), 2)
    return tries[rang] if reste else (tries[rang - 1] + tries[rang]) / 2
