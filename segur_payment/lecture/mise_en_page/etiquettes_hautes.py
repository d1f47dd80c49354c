"""A label on several lines beside its value: one cell, whatever the height of the value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from segur_payment.lecture.mise_en_page.elements import Rang, Segment

_LIGNES_MAX, _MOTS_MAX, _MOTS_PAR_LIGNE = 5, 14, 6
_MEME_BORD = 2.5
_INTERLIGNE = 1.7
"""Highest pitch of the lines of a label, in heights of a line."""
_VOISINS = 10
_FINS = (".", ";", ":", "!", "?")


def reunir_les_etiquettes(rangs: Sequence[Rang]) -> list[Rang]:
    """``rangs`` with each label of several lines, and its one value, as a row of its own."""
    prises: set[int] = set()
    nouveaux: dict[int, Rang] = {}
    for place, rang in enumerate(rangs):
        premiere = rang.segments[0]
        if id(premiere) in prises or not _peut_commencer(premiere):
            continue
        lignes = [premiere, *_suite(rangs, place, premiere)]
        valeurs = _valeurs(rangs, place, lignes) if _brefs(lignes) else None
        if valeurs is not None:
            etiquette = Segment(tuple(j for s in lignes for j in s.jetons))
            nouveaux[place] = Rang((etiquette, *valeurs))
            prises |= set(map(id, (*lignes, *valeurs)))
    return _remplacer(rangs, nouveaux, prises) if nouveaux else list(rangs)


def _remplacer(rangs: Sequence[Rang], nouveaux: Mapping[int, Rang], prises: set[int]) -> list[Rang]:
    """The new rows at the place of their first line; what else stood there stays."""
    sortie: list[Rang] = []
    for place, rang in enumerate(rangs):
        if place in nouveaux:
            sortie.append(nouveaux[place])
        restants = tuple(s for s in rang.segments if id(s) not in prises)
        if restants:
            sortie.append(rang if len(restants) == len(rang.segments) else Rang(restants))
    return sortie


def _peut_commencer(segment: Segment) -> bool:
    texte = segment.texte
    return (
        texte[:1].isupper() and not texte.endswith(_FINS) and len(segment.jetons) <= _MOTS_PAR_LIGNE
    )


def _suite(rangs: Sequence[Rang], place: int, premiere: Segment) -> Iterator[Segment]:
    """The lines below that go on with the first one, tight and aligned on its left edge."""
    derniere = premiere
    for rang in rangs[place + 1 : place + 1 + 2 * _LIGNES_MAX]:
        segment = rang.segments[0]
        if abs(segment.boite.x0 - premiere.boite.x0) > _MEME_BORD:
            continue
        haut = max(derniere.boite.hauteur, segment.boite.hauteur)
        serree = segment.boite.y1 - derniere.boite.y1 < _INTERLIGNE * haut
        if not serree or not (segment.texte[0].islower() or segment.texte[0] in "(:"):
            return
        yield segment
        if segment.texte.endswith(_FINS):
            return
        derniere = segment


def _brefs(lignes: Sequence[Segment]) -> bool:
    mots = [len(s.jetons) for s in lignes]
    courtes = sum(mots) <= _MOTS_MAX and max(mots) <= _MOTS_PAR_LIGNE
    return 1 < len(lignes) <= _LIGNES_MAX and courtes


def _valeurs(
    rangs: Sequence[Rang], place: int, lignes: Sequence[Segment]
) -> tuple[Segment, ...] | None:
    """The one cell beside these lines, or none where the column of the values is left blank."""
    haut, bas = lignes[0].boite.y0, lignes[-1].boite.y1
    droite = max(s.boite.x1 for s in lignes)
    colonnes = _colonnes(rangs, place, lignes)
    a_cote = [
        s
        for rang in rangs[max(0, place - 1) : place + 2 * _LIGNES_MAX]
        for s in rang.segments
        if s.boite.x0 > droite and haut <= (s.boite.y0 + s.boite.y1) / 2 <= bas
    ]
    if not a_cote:
        sans_valeur = lignes[-1].texte.endswith(":")
        return () if sans_valeur and any(_alignees(x, colonnes) > 1 for x in colonnes) else None
    x = min(s.boite.x0 for s in a_cote)
    valeurs = tuple(s for s in a_cote if abs(s.boite.x0 - x) < _MEME_BORD)
    return valeurs if len(valeurs) == 1 and _alignees(x, colonnes) > 1 else None


def _colonnes(rangs: Sequence[Rang], place: int, lignes: Sequence[Segment]) -> list[float]:
    """Where the rows around begin their values: beside a label at the same edge, or alone."""
    bord, droite = lignes[0].boite.x0, max(s.boite.x1 for s in lignes)
    autour = rangs[max(0, place - _VOISINS) : place + _VOISINS + len(lignes)]
    en_face = [
        valeur.boite.x0
        for rang in autour
        for label, valeur in pairwise(rang.segments)
        if abs(label.boite.x0 - bord) < _MEME_BORD
    ]
    seules = [r.boite.x0 for r in autour if len(r.segments) == 1 and r.boite.x0 > droite]
    return en_face + seules if en_face else []


def _alignees(x: float, colonnes: Sequence[float]) -> int:
    return sum(abs(colonne - x) < _MEME_BORD for colonne in colonnes)
