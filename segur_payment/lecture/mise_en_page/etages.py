"""Things of a page by height, so that the few beside a place are found among thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from segur_payment.lecture.pdf.modele import Boite


class Place(Protocol):
    """What stands somewhere on the page."""

    @property
    def boite(self) -> Boite: ...


T = TypeVar("T", bound=Place)


class Etages(Generic[T]):
    """Words or boxes sorted by the height of their middle."""

    def __init__(self, choses: Sequence[T]) -> None:
        self._tries = sorted(choses, key=_milieu)
        self._milieux = [_milieu(chose) for chose in self._tries]

    def ajouter(self, chose: T) -> None:
        """One more."""
        rang = bisect_right(self._milieux, milieu := _milieu(chose))
        self._milieux.insert(rang, milieu)
        self._tries.insert(rang, chose)

    def entre(self, haut: float, bas: float) -> Sequence[T]:
        """Those whose middle stands between two heights, bounds included."""
        return self._tries[bisect_left(self._milieux, haut) : bisect_right(self._milieux, bas)]


def _milieu(chose: Place) -> float:
    return (chose.boite.y0 + chose.boite.y1) / 2
