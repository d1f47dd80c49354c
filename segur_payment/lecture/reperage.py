"""Where on its page the words of a proof stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.mise_en_page.elements import englober
from segur_payment.lecture.pdf.modele import Boite, DocumentLu, Mot

_COUPE = re.compile(r" ?\[…\]$")


class PageReperable:
    """One page of a file, in which words can be found again."""

    def __init__(self, lu: DocumentLu, numero: int) -> None:
        pages = tuple(p for p in lu.pages if p.numero == numero)
        self._mots: Sequence[Mot] = pages[0].mots if pages else ()
        champs = tuple(c for c in lu.champs if c.page == numero)
        document = Document.de("", replace(lu, pages=pages, champs=champs))
        self._vues = (document.flux, document.lignes, document.colonnes, document.brut)

    def places(self, extrait: str) -> list[tuple[Boite, ...]]:
        """Each place of the words, one box per line; empty when they are not found.

        Words that the page does not show are found too, where the file puts them.
        """
        cherche = Texte.de(_COUPE.sub("", extrait)).normal.strip()
        if not cherche:
            return []
        for vue in self._vues:
            if places := list(dict.fromkeys(_dans(vue, cherche))):
                return places
        return list(dict.fromkeys(_parmi(self._mots, cherche)))


def _dans(vue: Vue, cherche: str) -> Iterator[tuple[Boite, ...]]:
    for trouve in re.finditer(rf"(?<!\w){re.escape(cherche)}(?!\w)", vue.normal):
        yield _lignes([jeton.boite for jeton in vue.jetons(*trouve.span())])


def _parmi(mots: Sequence[Mot], cherche: str) -> Iterator[tuple[Boite, ...]]:
    """The same in the order of the file, hidden words included."""
    normaux = [Texte.de(mot.texte).normal.strip() for mot in mots]
    voulus = cherche.split()
    for debut, premier in enumerate(normaux):
        if premier == voulus[0] and normaux[debut : debut + len(voulus)] == voulus:
            yield _lignes([mot.boite for mot in mots[debut : debut + len(voulus)]])


def _lignes(boites: list[Boite]) -> tuple[Boite, ...]:
    """One box per line: boxes that follow each other at the same height are joined."""
    rangs: list[int] = [0]
    for avant, apres in pairwise(boites):
        milieu = (apres.y0 + apres.y1) / 2
        suit = avant.y0 < milieu < avant.y1 and apres.x0 >= avant.x0
        rangs.append(rangs[-1] + (not suit))
    numerotees = zip(rangs, boites, strict=True)
    return tuple(englober([b for _, b in groupe]) for _, groupe in groupby(numerotees, _rang))


def _rang(numerotee: tuple[int, Boite]) -> int:
    return numerotee[0]
