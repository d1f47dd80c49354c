"""Names of persons, compared whatever their order and civility."""

from __future__ import annotations

import re
from collections import Counter

from segur_payment.langue.normalisation import normaliser
from segur_payment.langue.rapprochement import Rapprochement, une_faute

_TITRES = {
    **dict.fromkeys(["m", "mr", "monsieur"], "h"),
    **dict.fromkeys(["mme", "mlle", "madame", "mademoiselle", "mrs", "ms"], "f"),
    **dict.fromkeys(["dr", "docteur", "drs", "pr", "prof", "professeur", "me", "maitre"], ""),
}
_NOMS_D_USAGE = frozenset(["epouse", "ep", "nee", "ne", "veuve", "dit", "dite"])


def comparer_personnes(a: str, b: str) -> Rapprochement:
    """Two names of persons: order and civility do not matter, M. against Mme does."""
    (genre_a, mots_a), (genre_b, mots_b) = _mots_de_personne(a), _mots_de_personne(b)
    if not mots_a or not mots_b:
        return Rapprochement.DIFFERENT
    if _memes_mots(mots_a, mots_b):
        oppose = {genre_a, genre_b} == {"h", "f"}
        return Rapprochement.PROCHE if oppose else Rapprochement.IDENTIQUE
    reste_a = list((Counter(mots_a) - Counter(mots_b)).elements())
    reste_b = list((Counter(mots_b) - Counter(mots_a)).elements())
    if len(reste_a) < len(mots_a) and _se_completent(reste_a, reste_b):
        return Rapprochement.PROCHE
    return Rapprochement.PROCHE if _fautes_de_frappe(reste_a, reste_b) else Rapprochement.DIFFERENT


def _mots_de_personne(nom: str) -> tuple[str, list[str]]:
    """The gender that a civility tells, and the words of the name."""
    mots, genre = re.findall(r"[^\W\d_]+", normaliser(nom)), ""
    while len(mots) > 1:
        if mots[0] in _TITRES:
            genre = genre or _TITRES[mots[0]]
        elif not (mots[0] in ("le", "la") and mots[1] in _TITRES):
            break
        mots = mots[1:]
    return genre, [mot for mot in mots if mot not in _NOMS_D_USAGE]


def _memes_mots(a: list[str], b: list[str]) -> bool:
    if Counter(a) == Counter(b):
        return True
    colle = "".join(a)
    return any("".join(b[i:] + b[:i]) == colle for i in range(len(b)))


def _se_completent(a: list[str], b: list[str]) -> bool:
    """Second forename or used name on one side only, or initials of the other side's words."""
    if not a or not b:
        return len(a) + len(b) <= 2
    court, long = (a, b) if len("".join(a)) < len("".join(b)) else (b, a)
    return "".join(court) == "".join(mot[0] for mot in long)


def _fautes_de_frappe(a: list[str], b: list[str]) -> bool:
    if len(a) != len(b):
        return False
    return all(une_faute(x, y) for x, y in zip(sorted(a), sorted(b), strict=True))
