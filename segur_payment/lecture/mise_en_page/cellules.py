"""Cells of a row: where the blanks, the leader dots or the rows around cut it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from segur_payment.lecture.mise_en_page.conduites import entre_les_conduites
from segur_payment.lecture.mise_en_page.elements import Jeton, Rang, Segment

_COUPE = 1.7  # a gap wider than this many word heights separates two cells
_VOISINS, _LOIN = 3, 8
_MEME_BORD = 1.5
_BLANC = 0.9
"""Wider than any blank between two words, in heights of them."""


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
    """Labels that nearly touch their values, cut where the rows around begin their values."""
    if all(len(s.jetons) < 2 for s in rang.segments):
        return rang
    pres, loin = ([*_autour(rangs, place, n)] for n in (_VOISINS, _LOIN))
    coupes = tuple(morceau for s in rang.segments for morceau in _couper(s, pres, loin))
    return rang if len(coupes) == len(rang.segments) else Rang(coupes)


def _autour(rangs: Sequence[Rang], place: int, nombre: int) -> Iterable[Rang]:
    yield from rangs[max(0, place - nombre) : place]
    yield from rangs[place + 1 : place + 1 + nombre]


def _couper(segment: Segment, pres: Sequence[Rang], loin: Sequence[Rang]) -> tuple[Segment, ...]:
    """The cell, or the label and the value that it holds: two rows around are set so."""
    voisines = _colonnes(segment, pres)
    lointaines = _colonnes(segment, loin)
    if not lointaines or not segment.texte[0].isalpha():
        return (segment,)
    if len(lointaines) < 2:
        lointaines += [r.boite.x0 for r in loin if len(r.segments) == 1]
    jetons = segment.jetons
    for coupe, (avant, jeton) in enumerate(pairwise(jetons), 1):
        blanc = jeton.boite.x0 - avant.boite.x1
        large = blanc > _BLANC * segment.boite.hauteur
        bords = lointaines if large else voisines if blanc > 0 else ()
        if sum(abs(bord - jeton.boite.x0) < _MEME_BORD for bord in bords) >= 2:
            return Segment(jetons[:coupe]), Segment(jetons[coupe:])
    return (segment,)


def _colonnes(segment: Segment, autour: Sequence[Rang]) -> list[float]:
    """Where the rows around that have a label at the same edge begin their values."""
    return [
        valeur.boite.x0
        for autre in autour
        for label, valeur in pairwise(autre.segments)
        if abs(label.boite.x0 - segment.boite.x0) < _MEME_BORD
    ]
