"""Everything on a page that can be read: its words, the boxes to tick, the values of its form."""

from __future__ import annotations

from collections.abc import Sequence

from segur_payment.lecture.mise_en_page.cases import (
    ETATS,
    cases_de,
    cocher,
    reunir_crochets,
    separer_les_glyphes,
)
from segur_payment.lecture.mise_en_page.champs import poser
from segur_payment.lecture.mise_en_page.conduites import POINTS_COLLES, decoller
from segur_payment.lecture.mise_en_page.elements import Jeton, contient
from segur_payment.lecture.pdf.modele import Champ, Mot, PageLue


def jetons_de(page: PageLue, champs: Sequence[Champ]) -> list[Jeton]:
    """The visible words of the page, box glyphs and leader dots apart, its boxes, its values."""
    cases = cases_de(page, champs)
    jetons: list[Jeton] = []
    dans_les_cases: list[Jeton] = []
    for mot in page.mots:
        if not mot.visible:
            continue
        case = _sa_case(mot, cases) if len(mot.texte) == 1 else None
        if case is None:
            jetons += _separer(Jeton(mot.texte, mot.boite, page.numero, mot.cesure, mot.confiance))
        elif mot.texte in ETATS:
            dans_les_cases.append(Jeton(ETATS[mot.texte], case.boite, page.numero))
    jetons += cocher(cases, dans_les_cases, jetons)
    return reunir_crochets(poser(page, champs, jetons))


def _sa_case(mot: Mot, cases: Sequence[Jeton]) -> Jeton | None:
    return next((case for case in cases if contient(case.boite, mot.boite, 1.0)), None)


def _separer(jeton: Jeton) -> list[Jeton]:
    if jeton.texte not in ETATS and POINTS_COLLES.search(jeton.texte):
        return decoller(jeton)
    return separer_les_glyphes(jeton)
