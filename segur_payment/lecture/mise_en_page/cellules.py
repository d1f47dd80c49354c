"""Cells of a row: where the blanks, the leader dots or the rows around cut it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from segur_payment.lecture.mise_en_page.conduites import entre_les_conduites
from segur_payment.lecture.mise_en_page.elements import Jeton, Rang, Segment

_COUPE = 1.7  # a gap wider than this many word heights separates two cells
_VOISINS, _LOIN = 3, 8
_MEME_BORD = 1.5
_LIGNES = 3
"""Lines that begin at one place show a column by themselves."""
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


def selon_les_voisins(rangs: Sequence[Rang]) -> list[Rang]:
    """Labels that nearly touch their values, cut where the rows around begin their values."""
    reperes = [_Reperes.de(rang) for rang in rangs]
    return [_couper_le_rang(rang, reperes, place) for place, rang in enumerate(rangs)]


class _Reperes(NamedTuple):
    """Where a row begins its labels and their values, or its one cell."""

    paires: Sequence[tuple[float, float]]
    seul: float | None

    @classmethod
    def de(cls, rang: Rang) -> _Reperes:
        bords = [s.boite.x0 for s in rang.segments]
        return cls(list(pairwise(bords)), bords[0] if len(bords) == 1 else None)


def _couper_le_rang(rang: Rang, reperes: Sequence[_Reperes], place: int) -> Rang:
    coupes: list[Segment] = []
    for segment in rang.segments:
        coupe = len(segment.jetons) > 1 and segment.texte[0].isalpha()
        coupes += _couper(segment, reperes, place) if coupe else (segment,)
    return rang if len(coupes) == len(rang.segments) else Rang(tuple(coupes))


def _couper(segment: Segment, reperes: Sequence[_Reperes], place: int) -> tuple[Segment, ...]:
    """The cell, or the label and the value that it holds: two rows around are set so."""
    pres, loin = _bords(segment, reperes, place)
    if not loin:
        return (segment,)
    jetons = segment.jetons
    for coupe, (avant, jeton) in enumerate(pairwise(jetons), 1):
        blanc = jeton.boite.x0 - avant.boite.x1
        large = blanc > _BLANC * max(avant.boite.hauteur, jeton.boite.hauteur)
        bords = loin if large else pres if blanc > 0 else ()
        if bords and _alignes(jeton.boite.x0, bords) >= 2:
            return Segment(jetons[:coupe]), Segment(jetons[coupe:])
    return (segment,)


def _bords(
    segment: Segment, reperes: Sequence[_Reperes], place: int
) -> tuple[list[float], list[float]]:
    """Where the rows close by, then those farther off, begin the values of labels set so."""
    x0, debut = segment.boite.x0, max(0, place - _LOIN)
    pres, loin, seuls = list[float](), list[float](), list[float]()
    for rang in range(debut, min(place + 1 + _LOIN, len(reperes))):
        if rang == place:
            continue
        paires, seul = reperes[rang]
        siens = [valeur for label, valeur in paires if -_MEME_BORD < label - x0 < _MEME_BORD]
        loin += siens
        if abs(rang - place) <= _VOISINS:
            pres += siens
        if seul is not None and seul > x0:
            seuls.append(seul)
    if not loin:
        return [], [x for x in seuls if _alignes(x, seuls) >= _LIGNES]
    return pres, loin + seuls if len(loin) == 1 else loin


def _alignes(x: float, bords: Sequence[float]) -> int:
    return sum(abs(bord - x) < _MEME_BORD for bord in bords)
