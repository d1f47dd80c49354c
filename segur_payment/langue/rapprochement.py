"""How near two sequences of words are.

An extra or missing distinctive word (« Agendalib Santé ») or one typing slip makes two names
PROCHE: somebody should look. Numbers are never a slip: « Lilas 1 » is not « Lilas 2 ».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum


class Rapprochement(StrEnum):
    """How near two names are."""

    IDENTIQUE = "identique"
    PROCHE = "proche"
    DIFFERENT = "different"


_SIGLE = re.compile(r"(?<![^\W_])(?:[a-z]\.[ ]?){2,}(?:[a-z](?![^\W_]))?|(?<![^\W_])[a-z]\.[a-z]\b")
_ARTICLES = "de du des d la le les l et en a au aux pour of the and"
_MOTS_VIDES = frozenset(_ARTICLES.split())


def comparer_mots(a: list[str], b: list[str]) -> Rapprochement:
    if not a or not b:
        return Rapprochement.DIFFERENT
    colle_a, colle_b = "".join(a), "".join(b)
    if colle_a == colle_b:
        return Rapprochement.IDENTIQUE
    forts_a, forts_b = _forts(a), _forts(b)
    en_trop = (forts_a - forts_b) + (forts_b - forts_a)
    communs = forts_a & forts_b
    if communs and en_trop.total() <= 1:
        return Rapprochement.PROCHE
    if _chiffres(colle_a) == _chiffres(colle_b) and une_faute(colle_a, colle_b):
        return Rapprochement.PROCHE
    if _sigle(a) == colle_b or _sigle(b) == colle_a:
        return Rapprochement.PROCHE
    return Rapprochement.DIFFERENT


def une_faute(a: str, b: str) -> bool:
    longueur = max(len(a), len(b))
    permises = 0 if longueur < 4 else 1 if longueur < 9 else 2
    return abs(len(a) - len(b)) <= permises and distance(a, b) <= permises


def distance(a: str, b: str) -> int:
    """Typing slips between two words: letters added, lost, changed or swapped."""
    avant: list[int] = []
    ligne = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        avant, precedente, ligne = ligne, avant, [i]
        for j, cb in enumerate(b, 1):
            cout = min(avant[j] + 1, ligne[j - 1] + 1, avant[j - 1] + (ca != cb))
            if i > 1 and j > 1 and ca == b[j - 2] and a[i - 2] == cb:
                cout = min(cout, precedente[j - 2] + 1)
            ligne.append(cout)
    return ligne[-1]


def mots_de(normal: str) -> list[str]:
    """The words of a normalised name; « s.a.s. » is one, « & » is « et »."""
    sans_points = _SIGLE.sub(lambda m: re.sub(r"[. ]", "", m[0]) + " ", normal)
    return re.findall(r"[^\W_]+", sans_points.replace("&", " et ").replace("+", " plus "))


def _forts(mots: Sequence[str]) -> Counter[str]:
    return Counter(mot for mot in mots if mot not in _MOTS_VIDES) or Counter(mots)


def _chiffres(mot: str) -> str:
    return re.sub(r"[^0-9]", "", mot)


def _sigle(mots: Sequence[str]) -> str:
    initiales = "".join(mot[0] for mot in mots if mot not in _MOTS_VIDES)
    return initiales if len(initiales) > 2 else ""
