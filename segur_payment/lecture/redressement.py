"""A page shown on its side or upside down is turned upright, as a person turns the sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from segur_payment.lecture.pdf.modele import Boite, Champ, DocumentLu, Mot, PageLue, Signature

_PART_DEBOUT = 0.8
_MOTS_MIN = 5

Tour = Callable[[Boite], Boite]
Place = TypeVar("Place", Champ, Signature)


def redresser(lu: DocumentLu) -> DocumentLu:
    """The file with each page that does not read from left to right turned; the others as is."""
    tours = {page.numero: tour for page in lu.pages if (tour := _tour(page))}
    if not tours:
        return lu
    return replace(
        lu,
        pages=tuple(_page(p, tours[p.numero]) if p.numero in tours else p for p in lu.pages),
        champs=tuple(_place(c, tours.get(c.page or 0)) for c in lu.champs),
        signatures=tuple(_place(s, tours.get(s.page or 0)) for s in lu.signatures),
    )


def _tour(page: PageLue) -> Tour | None:
    """How to turn the page, when nearly all of its words stand on end or on their head."""
    longs = [m for m in page.mots if m.visible and len(m.texte) >= 4]
    if len(longs) < _MOTS_MIN:
        return None
    debout = [m for m in longs if m.boite.hauteur > 1.2 * m.boite.largeur]
    if len(debout) < _PART_DEBOUT * len(longs):
        return _tete_en_bas(page) if _recule(longs) else None
    return _vers_la_gauche(page.largeur) if _descend(debout) else _vers_la_droite(page.hauteur)


def _descend(mots: Sequence[Mot]) -> bool:
    """Whether a person reads the words of one sideways row from top to bottom."""
    pas = [
        b.boite.y0 - a.boite.y0
        for a, b in pairwise(mots)
        if min(a.boite.x1, b.boite.x1) - max(a.boite.x0, b.boite.x0) > 0.5 * a.boite.largeur
    ]
    return sum(1 if p > 0 else -1 for p in pas) >= 0


def _recule(mots: Sequence[Mot]) -> bool:
    """Whether nearly every word stands left of the one before it on its line."""
    pas = [
        suivant - gauche
        for (gauche, haut, _, bas), (suivant, y0, _, y1) in pairwise([m.boite for m in mots])
        if (bas if bas < y1 else y1) - (haut if haut > y0 else y0) > 0.5 * (bas - haut)
    ]
    return len(pas) >= _MOTS_MIN and sum(p < 0 for p in pas) >= _PART_DEBOUT * len(pas)


def _tete_en_bas(page: PageLue) -> Tour:
    return lambda b: Boite(
        page.largeur - b.x1, page.hauteur - b.y1, page.largeur - b.x0, page.hauteur - b.y0
    )


def _vers_la_gauche(largeur: float) -> Tour:
    return lambda b: Boite(b.y0, largeur - b.x1, b.y1, largeur - b.x0)


def _vers_la_droite(hauteur: float) -> Tour:
    return lambda b: Boite(hauteur - b.y1, b.x0, hauteur - b.y0, b.x1)


def _page(page: PageLue, tour: Tour) -> PageLue:
    coin = tour(Boite(0, 0, page.largeur, page.hauteur))
    return replace(
        page,
        largeur=coin.x1,
        hauteur=coin.y1,
        mots=tuple(m._replace(boite=tour(m.boite)) for m in page.mots),
        carres=tuple(replace(c, boite=tour(c.boite)) for c in page.carres),
        images=tuple(replace(i, boite=tour(i.boite)) for i in page.images),
        traces=tuple(replace(t, boite=tour(t.boite)) for t in page.traces),
    )


def _place(objet: Place, tour: Tour | None) -> Place:
    return replace(objet, boite=tour(objet.boite)) if tour and objet.boite else objet
