"""Cells of a row: where the blanks, the leader dots or the rows around cut it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from segur_payment.lecture.mise_en_page.conduites import entre_les_conduites
from segur_payment.lecture.mise_en_page.elements import Jeton, Rang, Segment

_COUPE = 1.7  # a gap wider than this many word heights separates two cells
_VOISINS = 3
_MEME_BORD = 1.5


def cellules(ligne: list[Jeton], hauteur: float) -> Iterable[Segment]:
    """Words that stand together; a justified line is one cell, whatever its blanks."""
    ligne.sort(key=lambda j: j.boite.x0)
    for morceau in entre_les_conduites(ligne):
        if _justifiee(morceau):
            yield Segment(tuple(morceau))
            continue
        cellule = [morceau[0]]
        for jeton in morceau[1:]:
            taille = max(hauteur, cellule[-1].boite.hauteur)
            if jeton.boite.x0 - cellule[-1].boite.x1 > _COUPE * taille:
                yield Segment(tuple(cellule))
                cellule = []
            cellule.append(jeton)
        yield Segment(tuple(cellule))


def _justifiee(ligne: Sequence[Jeton]) -> bool:
    """A line stretched to the margins: wide blanks, all alike."""
    blancs = [b.boite.x0 - a.boite.x1 for a, b in pairwise(ligne)]
    return len(blancs) >= 3 and min(blancs) > 0 and max(blancs) <= 1.35 * min(blancs)


def selon_les_voisins(rang: Rang, rangs: Sequence[Rang], place: int) -> Rang:
    """A label that nearly touches its value, cut where the rows around begin their values."""
    if len(rang.segments) != 1 or len(rang.segments[0].jetons) < 2:
        return rang
    jetons = rang.segments[0].jetons
    autour = (*rangs[max(0, place - _VOISINS) : place], *rangs[place + 1 : place + 1 + _VOISINS])
    colonnes = [
        autre.segments[1].boite.x0
        for autre in autour
        if len(autre.segments) == 2
        and abs(autre.segments[0].boite.x0 - jetons[0].boite.x0) < _MEME_BORD
    ]
    if len(colonnes) < 2:
        return rang
    for coupe, (avant, jeton) in enumerate(pairwise(jetons), 1):
        alignees = sum(abs(x - jeton.boite.x0) < _MEME_BORD for x in colonnes)
        if alignees >= 2 and jeton.boite.x0 - avant.boite.x1 > 0:
            return Rang((Segment(jetons[:coupe]), Segment(jetons[coupe:])))
    return rang
