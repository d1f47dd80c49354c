"""The order in which a person reads: columns one after the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from segur_payment.lecture.mise_en_page.elements import Segment
from segur_payment.lecture.mise_en_page.lignes import par_lignes

_MEME_COLONNE = 3.0
_GOUTTIERE = 9.0  # narrowest blank, in points, between two columns


def ordre_de_lecture(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Blocks of segments in the order in which a person reads them, columns apart."""
    if len(segments) <= 1 or len(segments) > 2000:
        return [list(segments)] if segments else []
    if _en_une_colonne(segments):
        return [_ligne_a_ligne(bloc) for bloc in _separes(segments)]
    if (x := _gouttiere(segments)) is not None:
        gauche = [s for s in segments if s.boite.x1 <= x]
        droite = [s for s in segments if s.boite.x0 >= x]
        return ordre_de_lecture(gauche) + ordre_de_lecture(droite)
    if (y := _plus_grand_blanc(segments)) is not None:
        haut = [s for s in segments if s.boite.y1 <= y]
        bas = [s for s in segments if s.boite.y1 > y]
        return ordre_de_lecture(haut) + ordre_de_lecture(bas)
    return [_ligne_a_ligne(segments)]


def _en_une_colonne(segments: Sequence[Segment]) -> bool:
    """One upright line crosses every segment: no gutter can part any of them."""
    return max([s.boite.x0 for s in segments]) <= min([s.boite.x1 for s in segments])


def _separes(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments of one column, cut at each of its blanks, top to bottom."""
    blocs: list[list[Segment]] = []
    bas = 0.0
    for segment in sorted(segments, key=_haut):
        if not blocs or segment.boite.y0 > bas:
            blocs.append([])
            bas = segment.boite.y1
        blocs[-1].append(segment)
        bas = max(bas, segment.boite.y1)
    return blocs


def _haut(segment: Segment) -> float:
    return segment.boite.y0


def _ligne_a_ligne(segments: Sequence[Segment]) -> list[Segment]:
    """The rows of the page mix the lines of a column when another column is offset."""
    if len(segments) == 1:
        return list(segments)
    return [s for ligne in par_lignes(segments) for s in ligne]


def _gouttiere(segments: Sequence[Segment]) -> float | None:
    """Middle of the widest blank strip that parts the region into two real columns."""
    blancs = _blancs([(s.boite.x0, s.boite.x1) for s in segments])
    for large, x in sorted(blancs, reverse=True):
        if large < _GOUTTIERE:
            return None
        cotes = [s for s in segments if s.boite.x1 <= x], [s for s in segments if s.boite.x0 >= x]
        if any(_cellule_de_plusieurs_lignes(cote) for cote in cotes):
            return x
        if all(_hauteurs(cote) >= 2 for cote in cotes):
            return None if _tableau(*cotes) else x
    return None


def _cellule_de_plusieurs_lignes(cote: Sequence[Segment]) -> bool:
    """A column of one table row, whose text goes on from line to line: read it whole."""
    lignes: dict[int, list[Segment]] = {}
    for segment in cote:
        lignes.setdefault(round(segment.boite.x0 / _MEME_COLONNE), []).append(segment)
    large = max(lignes.values(), key=lambda colonne: sum(len(s.jetons) for s in colonne))
    return len(large) >= 2 and all(s.texte[0].islower() for s in large[1:])


def _tableau(gauche: Sequence[Segment], droite: Sequence[Segment]) -> bool:
    """Labels facing their values: rows to read across, not two columns of prose."""
    mots = [sum(len(s.jetons) for s in cote) / len(cote) for cote in (gauche, droite)]
    if min(mots) >= 4:
        return False
    milieux = sorted([(s.boite.y0 + s.boite.y1) / 2 for s in droite])
    en_face = sum(
        bisect_left(milieux, s.boite.y0) < bisect_right(milieux, s.boite.y1) for s in gauche
    )
    return en_face >= 0.6 * len(gauche)


def _hauteurs(segments: Sequence[Segment]) -> int:
    return len({round(s.boite.y0 / 6) for s in segments})


def _plus_grand_blanc(segments: Sequence[Segment]) -> float | None:
    blancs = _blancs([(s.boite.y0, s.boite.y1) for s in segments])
    return max(blancs, default=(0.0, None))[1]


def _blancs(intervalles: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Width and middle of the gaps that no interval covers."""
    blancs, fin = [], None
    for debut, arret in sorted(intervalles):
        if fin is not None and debut > fin:
            blancs.append((debut - fin, (debut + fin) / 2))
        fin = arret if fin is None else max(fin, arret)
    return blancs
