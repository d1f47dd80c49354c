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
_COLLE, _CELLULE = 0.9, 1.7
"""Widest blank before the next word of a line, and inside a cell, in heights of a word."""
_PAIRES_MAX = 10_000
_MEME_PIED, _MEME_CORPS = 0.3, 2.5
"""How far the feet of two words of a line may be apart, and their heights, in heights."""


def par_lignes(places: Iterable[_Place]) -> list[list[_Place]]:
    """The lines, top to bottom, each left to right."""
    lignes: list[_Ligne[_Place]] = []
    for place in sorted(places, key=lambda p: (p.boite.y0 + p.boite.y1, p.boite.x0)):
        if lignes and lignes[-1].accueille(place.boite):
            lignes[-1].ajouter(place)
        else:
            lignes.append(_Ligne(place))
    _recoller(lignes)
    return [sorted(k.places, key=lambda p: p.boite.x0) for k in lignes if k.places]


def _recoller(lignes: Sequence[_Ligne[_Place]]) -> None:
    """Words that a column set a little higher or lower tore from the ones they stand beside."""
    for rang in range(1, len(lignes)):
        for ligne in lignes[max(0, rang - 2) : rang]:
            if len(ligne.places) * len(lignes[rang].places) > _PAIRES_MAX:
                continue
            while suivent := _qui_suivent(ligne, lignes[rang]):
                for place in suivent:
                    lignes[rang].places.remove(place)
                    ligne.ajouter(place)


def _qui_suivent(ligne: _Ligne[_Place], autre: _Ligne[_Place]) -> list[_Place]:
    """Words of ``autre`` that touch one of ``ligne``, with all that stand in one cell with them."""
    for place in autre.places:
        if ligne.touche(place.boite):
            bloc = [place]
            for voisin in sorted(autre.places, key=lambda p: abs(p.boite.x0 - place.boite.x0)):
                if voisin is not place and any(_ecart(voisin, p) < _CELLULE for p in bloc):
                    bloc.append(voisin)
            return bloc
    return []


def _ecart(une: _Place, autre: _Place) -> float:
    """The blank between two things of a line, in heights of the taller one."""
    blanc = max(une.boite.x0 - autre.boite.x1, autre.boite.x0 - une.boite.x1)
    return blanc / max(0.1, une.boite.hauteur, autre.boite.hauteur)


class _Ligne(Generic[_Place]):
    """A line being filled; its tops and bottoms stay sorted, so that their medians are at hand."""

    __slots__ = ("_bas", "_hauts", "bas", "fond", "haut", "places")

    def __init__(self, place: _Place) -> None:
        self.places: list[_Place] = [place]
        self.haut, self.bas = place.boite.y0, place.boite.y1
        self.fond = self.bas
        self._hauts, self._bas = [self.haut], [self.bas]

    def ajouter(self, place: _Place) -> None:
        self.places.append(place)
        _, haut, _, bas = place.boite
        insort(self._hauts, haut)
        insort(self._bas, bas)
        self.fond = max(self.fond, bas)
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

    def touche(self, boite: Boite) -> bool:
        """It goes on right beside one of the words."""
        x0, y0, x1, y1 = boite
        if y0 >= self.fond:
            return False
        for voisin in self.places:
            gauche, haut, droite, bas = voisin.boite
            petite, grande = sorted((bas - haut, y1 - y0))
            if abs(y1 - bas) > _MEME_PIED * grande or grande > _MEME_CORPS * petite:
                continue
            if -1 < max(x0 - droite, gauche - x1) < _COLLE * grande:
                return True
        return False


def _au_milieu(tries: Sequence[float]) -> float:
    rang, reste = divmod(len(tries), 2)
    return tries[rang] if reste else (tries[rang - 1] + tries[rang]) / 2
