"""A contents page names the articles, it says nothing of what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from segur_payment.lecture.document.document import Document
from segur_payment.lecture.mise_en_page import Rang

_TITRE = re.compile(r"\W*(?:sommaire|table des matieres|plan (?:du document|des conditions))\W*")
_ENTREE = re.compile(
    r"\W*(?:(?:article|chapitre|titre|section|partie|annexe|art\.?|§) ?)?(?:\d|[ivx]+\b)"
)
_PAGE = re.compile(r"(?:.*[^\W\d_].*|[ ._·…‥]+)[ ._·…‥](\d{1,3})")
_ENTREES_MIN, _LIGNES_MAX = 3, 2


def sans_sommaire(document: Document) -> Document:
    """The document without the rows of its contents page; itself when it has none."""
    pages = tuple(_corps(rangs) for rangs in document.rangs_des_pages)
    if pages == document.rangs_des_pages:
        return document
    return replace(document, rangs_des_pages=pages, _ordres={}, _memoire={})


def _corps(rangs: tuple[Rang, ...]) -> tuple[Rang, ...]:
    """Rows that end by page numbers, under a title that says so or numbered each, are left out."""
    entrees = [(place, page) for place, rang in enumerate(rangs) if (page := _page(rang))]
    suite: list[int] = []
    derniere = 0
    ecartes: set[int] = set()
    for place, page in [*entrees, (len(rangs) + _LIGNES_MAX + 2, 0)]:
        if suite and (page < derniere or place - suite[-1] > _LIGNES_MAX + 1):
            ecartes |= _si_sommaire(rangs, suite)
            suite = []
        suite.append(place)
        derniere = page
    return tuple(rang for place, rang in enumerate(rangs) if place not in ecartes)


def _page(rang: Rang) -> int:
    """The page that a row leads to, over a blank or dots; 0 when it leads to none."""
    texte = rang.segments[-1].texte
    if len(rang.segments) > 1 and re.fullmatch(r"\d{1,3}", texte):
        return int(texte)
    trouve = _PAGE.fullmatch(texte) if re.search(r"[._·…‥]{3,} ?\d{1,3}$", texte) else None
    return int(trouve[1]) if trouve else 0


def _si_sommaire(rangs: Sequence[Rang], suite: Sequence[int]) -> set[int]:
    if len(suite) < _ENTREES_MIN:
        return set()
    debut = max(0, suite[0] - _LIGNES_MAX - 1)
    titree = any(_TITRE.fullmatch(_normal(rang)) for rang in rangs[debut : suite[0]])
    numerotees = sum(_ENTREE.match(_normal(rangs[place])) is not None for place in suite)
    if not titree and 2 * numerotees < len(suite):
        return set()
    return set(range(suite[0], suite[-1] + 1))


def _normal(rang: Rang) -> str:
    return rang.segments[0].lu.normal.strip()
