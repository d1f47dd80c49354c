"""Characters at one pitch, without drawn cells: « 3 0  0 0 0 , 0 0 » is 30 000,00."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from segur_payment.lecture.mise_en_page.elements import Jeton, englober
from segur_payment.lecture.pdf.modele import Boite

_DENTS_MIN = 4
_PAS_MAX = 2.6
"""The widest tooth, in heights of its character."""
_PAS_EGAL, _PAS_DE_GROUPE = 1.12, 2.2
_PONCTUATION = frozenset(",.")


def reunir_les_dents(ligne: Sequence[Jeton]) -> list[Jeton]:
    """The line, each comb of figures made of words: one for each group of teeth."""
    reunis: list[Jeton] = []
    for suite in _suites(ligne):
        reunis += _groupes(suite) if _est_un_peigne(suite) else suite
    return reunis


def _suites(ligne: Sequence[Jeton]) -> Iterator[list[Jeton]]:
    suite: list[Jeton] = []
    for jeton in ligne:
        if suite and not (_dent(jeton) and _dent(suite[-1])):
            yield suite
            suite = []
        suite.append(jeton)
    if suite:
        yield suite


def _dent(jeton: Jeton) -> bool:
    return len(jeton.texte) == 1 and (jeton.texte.isalnum() or jeton.texte in _PONCTUATION)


def _est_un_peigne(suite: Sequence[Jeton]) -> bool:
    """Figures, at one pitch but for the blanks between groups."""
    if len(suite) < _DENTS_MIN or not any(j.texte.isdigit() for j in suite):
        return False
    ecarts = _pas(suite)
    pas, hauteur = median(ecarts), max(j.boite.hauteur for j in suite)
    if pas > _PAS_MAX * hauteur or min(ecarts) * _PAS_EGAL < pas:
        return False
    return max(ecarts) <= _PAS_DE_GROUPE * pas


def _pas(suite: Sequence[Jeton]) -> list[float]:
    """From tooth to tooth, as the middles or the left edges tell: the more even of the two."""
    milieux = [(j.boite.x0 + j.boite.x1) / 2 for j in suite]
    bords = [j.boite.x0 for j in suite]
    ecarts = [[b - a for a, b in pairwise(places)] for places in (milieux, bords)]
    return max(ecarts, key=lambda pas: min(pas) / median(pas) if median(pas) > 0 else 0.0)


def _groupes(suite: Sequence[Jeton]) -> Iterator[Jeton]:
    pas = median(_pas(suite))
    groupe = [suite[0]]
    for jeton, ecart in zip(suite[1:], _pas(suite), strict=True):
        colle = jeton.texte in _PONCTUATION or groupe[-1].texte in _PONCTUATION
        if ecart > _PAS_EGAL * pas and not colle:
            yield _reunir(groupe, pas)
            groupe = []
        groupe.append(jeton)
    yield _reunir(groupe, pas)


def _reunir(groupe: Sequence[Jeton], pas: float) -> Jeton:
    """One word as wide as its teeth, so that the next group stands right beside it."""
    confiances = [j.confiance for j in groupe if j.confiance is not None]
    x0, y0, x1, y1 = englober([j.boite for j in groupe])
    marge = max(0.0, (pas * len(groupe) - (x1 - x0)) / 2)
    return groupe[0]._replace(
        texte="".join(j.texte for j in groupe),
        boite=Boite(x0 - marge, y0, x1 + marge, y1),
        confiance=min(confiances, default=None),
    )
