"""Where each character of a normal form comes from in its original."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Carte:
    """Stretches of the normal form, each moved as a whole from its place in the original.

    Almost all of a text is copied character for character, so that a page takes a few dozen
    stretches instead of thousands of characters.
    """

    __slots__ = ("_debuts", "_departs", "_fins", "longueur")

    def __init__(self) -> None:
        self.longueur = 0
        self._departs: list[int] = []
        self._debuts: list[int] = []
        self._fins: list[int] = []

    def ajouter(self, debut: int, fin: int, longueur: int = 1) -> None:
        """``longueur`` characters, the first of which comes from ``debut`` to ``fin``."""
        self._departs.append(self.longueur)
        self._debuts.append(debut)
        self._fins.append(fin)
        self.longueur += longueur

    def etirer(self, fin: int) -> None:
        """The last character comes from as far as ``fin``."""
        dernier = self.longueur - 1
        if self._departs[-1] < dernier:
            debut = self.debut(dernier)
            self._departs.append(dernier)
            self._debuts.append(debut)
            self._fins.append(fin)
        self._fins[-1] = fin

    def debut(self, rang: int) -> int:
        """Where the character of the normal form begins."""
        suite = bisect_right(self._departs, rang) - 1
        return self._debuts[suite] + rang - self._departs[suite]

    def fin(self, rang: int) -> int:
        """Where it ends."""
        suite = bisect_right(self._departs, rang) - 1
        return self._fins[suite] + rang - self._departs[suite]

    def premier(self, position: int) -> int:
        """The first character that begins at or after a place of the original."""
        suite = bisect_left(self._debuts, position)
        fin = self._departs[suite] if suite < len(self._departs) else self.longueur
        if suite == 0:
            return fin
        return min(fin, self._departs[suite - 1] + position - self._debuts[suite - 1])


class _Droite(Carte):
    """The map of a text whose every character comes from the one at its place."""

    __slots__ = ()

    def debut(self, rang: int) -> int:
        return rang

    def fin(self, rang: int) -> int:
        return rang + 1

    def premier(self, position: int) -> int:
        return position


DROITE = _Droite()
