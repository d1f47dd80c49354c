"""Rows of a page, top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from segur_payment.lecture.mise_en_page.cellules import cellules, selon_les_voisins
from segur_payment.lecture.mise_en_page.dents import reunir_les_dents
from segur_payment.lecture.mise_en_page.elements import Jeton, Rang
from segur_payment.lecture.mise_en_page.etiquettes_hautes import reunir_les_etiquettes
from segur_payment.lecture.mise_en_page.lignes import par_lignes


def rangs_de(jetons: Sequence[Jeton]) -> list[Rang]:
    """The rows of a page, top to bottom."""
    if not jetons:
        return []
    hauteur = median([j.boite.y1 - j.boite.y0 for j in jetons]) or 8.0
    lignes = map(reunir_les_dents, par_lignes(jetons))
    rangs = [Rang(tuple(cellules(ligne, hauteur))) for ligne in lignes]
    return reunir_les_etiquettes(selon_les_voisins(rangs))
