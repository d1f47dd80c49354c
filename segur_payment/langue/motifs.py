"""Patterns that are not tried where none of their words stands.

Looking for a word in a text is a hundred times cheaper than trying a pattern at each of its
places, and most patterns of a vocabulary find nothing in most texts.
"""

from __future__ import annotations

import importlib
import re
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

# What the pattern is made of, as Python itself reads it: no other module tells.
sre: Any = importlib.import_module("re._constants")
_parser: Any = importlib.import_module("re._parser")
_ENSEMBLE_MAX = 24
Mots = frozenset[str]
_RIEN: Mots = frozenset(("",))


class Motif:
    """A pattern of the normal form, searched only in texts that hold one of ``indices``."""

    def __init__(self, ecrit: str) -> None:
        self.ecrit = ecrit

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.ecrit)

    @cached_property
    def indices(self) -> tuple[str, ...]:
        """Words without which the pattern finds nothing; empty when it has none such."""
        return tuple(sorted(indices_de(self.ecrit)))

    def search(self, texte: str) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        indices = self.indices
        if indices:
            for mot in indices:
                if mot in texte:
                    break
            else:
                return None
        return self.regex.search(texte)


@lru_cache(maxsize=1024)
def indices_de(ecrit: str) -> Mots:
    """Words one of which stands in whatever the pattern finds; empty when there are none."""
    arbre = _parser.parse(ecrit)
    if arbre.state.flags & re.IGNORECASE:
        return frozenset()
    exacts, requis = _suite(arbre)
    mots = _meilleurs(exacts, requis) or frozenset()
    return frozenset(m for m in mots if not any(autre in m for autre in mots - {m}))


def _suite(noeuds: Any) -> tuple[Mots | None, Mots | None]:
    """(all that the sequence may be, words one of which it holds), each None when unknown."""
    exacts: Mots | None = _RIEN
    courant, requis = _RIEN, None
    for noeud in noeuds:
        siens, exiges = _noeud(*noeud)
        requis = _meilleurs(exiges, requis)
        if siens is not None and len(courant) * len(siens) <= _ENSEMBLE_MAX:
            courant = frozenset(a + b for a, b in product(courant, siens))
            continue
        requis = _meilleurs(courant, requis)
        exacts, courant = None, siens if siens is not None else _RIEN
    return (courant if exacts is not None else None), _meilleurs(courant, requis)


def _noeud(genre: Any, valeur: Any) -> tuple[Mots | None, Mots | None]:
    if genre is sre.LITERAL:
        return frozenset((chr(valeur),)), None
    if genre in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return _RIEN, None
    if genre is sre.IN:
        return _un_de(valeur), None
    if genre is sre.SUBPATTERN and not valeur[1] & re.IGNORECASE:
        return _suite(valeur[3])
    if genre is sre.BRANCH:
        return _choix([_suite(branche) for branche in valeur[1]])
    if genre in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _repetition(*valeur)
    return None, None


def _un_de(choix: Any) -> Mots | None:
    if all(genre is sre.LITERAL for genre, _ in choix):
        return frozenset(chr(code) for _, code in choix)
    return None


def _choix(branches: list[tuple[Mots | None, Mots | None]]) -> tuple[Mots | None, Mots | None]:
    exacts = [siens for siens, _ in branches]
    tout = None if None in exacts else frozenset().union(*(e for e in exacts if e is not None))
    meilleurs = [_meilleurs(*branche) for branche in branches]
    if None in meilleurs:
        return tout, None
    return tout, frozenset().union(*(m for m in meilleurs if m is not None))


def _repetition(minimum: int, maximum: Any, contenu: Any) -> tuple[Mots | None, Mots | None]:
    siens, exiges = _suite(contenu)
    if (minimum, maximum) == (0, 1) and siens is not None:
        return siens | _RIEN, None
    if minimum == maximum == 1:
        return siens, exiges
    return None, _meilleurs(siens, exiges) if minimum else None


def _meilleurs(uns: Mots | None, autres: Mots | None) -> Mots | None:
    """Of two sets of words, the one whose shortest word is the longest; None is no set."""
    uns, autres = (m if m and "" not in m else None for m in (uns, autres))
    if uns is None or autres is None:
        return autres if uns is None else uns
    return max(uns, autres, key=lambda mots: (min(map(len, mots)), -len(mots)))
