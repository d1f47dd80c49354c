"""Pages displayed sideways or upside down, put upright: a person turns the sheet, so do we."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from segur_payment.lecture.pdf.modele import Boite, Mot, PageLue

Tourner = Callable[[Boite], Boite]
_LETTRES_MIN = 4
_MOTS_MIN = 5


def redressement(page: PageLue) -> Tourner | None:
    """How the boxes of the page turn so that its text reads from left to right; None: it does."""
    mots = [m for m in page.mots if m.visible and len(m.texte) >= _LETTRES_MIN]
    if len(mots) < _MOTS_MIN:
        return None
    debout = [m for m in mots if m.boite.hauteur > 1.3 * m.boite.largeur]
    if 2 * len(debout) > len(mots):
        return _vers_la_gauche(page) if _descend(debout) else _vers_la_droite(page)
    return _retourne(page) if _recule(mots) else None


def redressee(page: PageLue, tourner: Tourner) -> PageLue:
    """The page with all that it shows turned."""
    coin = tourner(Boite(0, 0, page.largeur, page.hauteur))
    return replace(
        page,
        largeur=coin.x1,
        hauteur=coin.y1,
        mots=tuple(replace(m, boite=tourner(m.boite)) for m in page.mots),
        carres=tuple(replace(c, boite=tourner(c.boite)) for c in page.carres),
        images=tuple(replace(i, boite=tourner(i.boite)) for i in page.images),
        traces=tuple(replace(t, boite=tourner(t.boite)) for t in page.traces),
    )


def _descend(mots: list[Mot]) -> bool:
    """Words that stand on end follow one another downwards."""
    voisins = [(a, b) for a, b in pairwise(mots) if abs(a.boite.x0 - b.boite.x0) < 5]
    return 2 * sum(b.boite.y0 > a.boite.y0 for a, b in voisins) >= len(voisins)


def _recule(mots: list[Mot]) -> bool:
    """Nearly all words stand left of the one before on their line."""
    voisins = [(a, b) for a, b in pairwise(mots) if abs(a.boite.y0 - b.boite.y0) < 3]
    reculs = sum(b.boite.x1 <= a.boite.x0 + 1 for a, b in voisins)
    return len(voisins) >= _MOTS_MIN and reculs >= 0.9 * len(voisins)


def _vers_la_gauche(page: PageLue) -> Tourner:
    return lambda b: Boite(b.y0, page.largeur - b.x1, b.y1, page.largeur - b.x0)


def _vers_la_droite(page: PageLue) -> Tourner:
    return lambda b: Boite(page.hauteur - b.y1, b.x0, page.hauteur - b.y0, b.x1)


def _retourne(page: PageLue) -> Tourner:
    return lambda b: Boite(
        page.largeur - b.x1, page.hauteur - b.y1, page.largeur - b.x0, page.hauteur - b.y0
    )
