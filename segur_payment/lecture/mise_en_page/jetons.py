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
from segur_payment.lecture.mise_en_page.etages import Etages
from segur_payment.lecture.mise_en_page.peignes import lire_les_peignes
from segur_payment.lecture.pdf.modele import Champ, PageLue


def jetons_de(page: PageLue, champs: Sequence[Champ]) -> list[Jeton]:
    """The visible words of the page, box glyphs and leader dots apart, its boxes, its values."""
    mots = [
        Jeton(mot.texte, mot.boite, page.numero, mot.cesure, mot.confiance)
        for mot in page.mots
        if mot.visible
    ]
    cases, jetons, epeles = lire_les_peignes(cases_de(page, champs), mots)
    dans_les_cases: list[Jeton] = []
    sa_case = _cases_des_signes(mots, cases)
    for mot in mots:
        if id(mot) in epeles:
            continue
        case = sa_case.get(id(mot))
        if case is None:
            jetons += _separer(mot)
        elif mot.texte in ETATS:
            dans_les_cases.append(Jeton(ETATS[mot.texte], case.boite, page.numero))
    jetons += cocher(cases, dans_les_cases, jetons)
    return reunir_crochets(poser(page, champs, jetons))


def _cases_des_signes(mots: Sequence[Jeton], cases: Sequence[Jeton]) -> dict[int, Jeton]:
    """The box that each single sign stands in, by the identity of the sign."""
    signes = Etages([mot for mot in mots if len(mot.texte) == 1] if cases else [])
    trouvees: dict[int, Jeton] = {}
    for case in cases:
        for signe in signes.entre(case.boite.y0 - 1, case.boite.y1 + 1):
            if contient(case.boite, signe.boite, 1.0):
                trouvees.setdefault(id(signe), case)
    return trouvees


def _separer(jeton: Jeton) -> list[Jeton]:
    if jeton.texte.isalnum():
        return [jeton]
    if jeton.texte not in ETATS and POINTS_COLLES.search(jeton.texte):
        return decoller(jeton)
    return separer_les_glyphes(jeton)
