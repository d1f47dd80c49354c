"""Leader dots: they lead from a label to its value, and are no part of either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from segur_payment.lecture.mise_en_page.elements import Jeton
from segur_payment.lecture.pdf.modele import Boite

_POINTS = "._·…‥"
_CONDUITE = re.compile(r"[._·…‥]+")
_POINTS_MIN = 4
POINTS_COLLES = re.compile(r"(?<=[^._·…‥])[._·…‥]{4,}|[._·…‥]{4,}(?=[^._·…‥])")
_MORCEAU = re.compile(r"[._·…‥]{4,}|(?:(?![._·…‥]{4}).)+")


def decoller(jeton: Jeton) -> list[Jeton]:
    """« SIREN..........812 » as its label, its leader dots and its value."""
    morceaux, boite = [], jeton.boite
    pas = boite.largeur / len(jeton.texte)
    for trouve in _MORCEAU.finditer(jeton.texte):
        x0, x1 = (boite.x0 + pas * place for place in trouve.span())
        morceaux.append(Jeton(trouve[0], Boite(x0, boite.y0, x1, boite.y1), jeton.page))
    return morceaux


def entre_les_conduites(ligne: Sequence[Jeton]) -> Iterable[Sequence[Jeton]]:
    """Leader dots lead from a label to its value, and are no part of either.

    Dots that lead to nothing stay: they show that the value was left blank.
    """
    if not any(jeton.texte[0] in _POINTS for jeton in ligne):
        yield ligne
        return
    debut = rang = 0
    while rang < len(ligne):
        fin = rang
        while fin < len(ligne) and _CONDUITE.fullmatch(ligne[fin].texte):
            fin += 1
        points = sum(len(j.texte) for j in ligne[rang:fin])
        if points >= _POINTS_MIN and debut < rang and fin < len(ligne):
            yield ligne[debut:rang]
            debut = fin
        rang = fin + 1
    yield ligne[debut:]
