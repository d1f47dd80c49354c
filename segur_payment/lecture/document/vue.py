"""A text made of words of the pages, whose every span leads back to the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from segur_payment.dossier import Preuve
from segur_payment.langue.normalisation import Texte
from segur_payment.langue.phrases import phrases
from segur_payment.lecture.document.separateurs import avec_separateurs
from segur_payment.lecture.mise_en_page import Jeton, Segment

Citer = Callable[[Sequence[Jeton]], Preuve]
"""Words of the document, as a proof."""


_debut = itemgetter(0)


class Vue:
    """A text made of words of the page; a span of its normal form leads back to the words."""

    def __init__(self, citer: Citer, blocs: Sequence[Sequence[Segment]]) -> None:
        self._citer = citer
        self._segments = [segment for bloc in blocs for segment in bloc]
        morceaux = [morceau for bloc in blocs for morceau in avec_separateurs(bloc)]
        self._departs = list(accumulate(map(len, morceaux), initial=0))[:-1]
        self.texte = Texte.de("".join(morceaux))

    @property
    def normal(self) -> str:
        """The text as it is searched: no accent, no capital, single spaces."""
        return self.texte.normal

    def jetons(self, debut: int, fin: int) -> list[Jeton]:
        """The words behind a span of the normal form."""
        if debut >= fin:
            return []
        depuis, jusque = self.texte.intervalle(debut, fin)
        premier = max(0, bisect_right(self._departs, depuis) - 1)
        dernier = bisect_right(self._departs, max(depuis, jusque - 1))
        trouves: list[Jeton] = []
        for rang in range(premier, dernier):
            segment, depart = self._segments[rang], self._departs[rang]
            debut = max(0, bisect_right(segment.departs, depuis - depart) - 1)
            fin = bisect_right(segment.departs, max(depuis, jusque - 1) - depart)
            trouves += segment.jetons[debut:fin]
        return trouves

    def preuve(self, debut: int, fin: int) -> Preuve:
        """The words of a span, as a proof."""
        return self._citer(self.jetons(debut, fin))

    def chercher(self, motif: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every place of a pattern written for the normal form."""
        return motif.finditer(self.normal)

    @cached_property
    def phrases(self) -> list[tuple[int, int]]:
        """Spans of the sentences in the normal form."""
        return phrases(self.texte)

    def phrase(self, position: int) -> tuple[int, int]:
        """Span of the sentence that holds ``position``."""
        rang = bisect_right(self.phrases, position, key=_debut) - 1
        debut, fin = self.phrases[rang] if rang >= 0 else (0, len(self.normal))
        return debut, max(fin, position)
