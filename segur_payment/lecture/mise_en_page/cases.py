"""Boxes to tick: fields of the form, squares with their ink, glyphs, brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.lecture.mise_en_page.elements import COCHEE, INDECISE, VIDE, Jeton, contient
from segur_payment.lecture.mise_en_page.etages import Etages
from segur_payment.lecture.pdf.modele import Carre, Champ, PageLue

ETATS = {
    **dict.fromkeys("☒☑⊠✓✔✗✘🗹🗷", COCHEE),
    **dict.fromkeys("☐□◻▢⬜🗆", VIDE),
    **dict.fromkeys(("[x]", "[X]", "[✓]", "(x)", "(X)"), COCHEE),
    **dict.fromkeys(("[]", "[_]", "[-]", "()"), VIDE),
}
_GLYPHE = re.compile(rf"^([{''.join(k for k in ETATS if len(k) == 1)}])(?=\w)|(?<=\w)([☒☑⊠☐□])$")
ENCRE_COCHEE, ENCRE_VIDE = 0.06, 0.02


def cases_de(page: PageLue, champs: Sequence[Champ]) -> list[Jeton]:
    """Those of the form, then the squares of the page that are not theirs."""
    cases = [_case(c, page.numero) for c in champs if c.coche is not None and c.boite]
    carres = Etages(page.carres)
    prises = {
        id(carre)
        for c in cases
        for carre in carres.entre(c.boite.y0 - 2, c.boite.y1 + 2)
        if contient(c.boite, carre.boite)
    }
    return cases + [_carre(c, page.numero) for c in page.carres if id(c) not in prises]


def _case(champ: Champ, page: int) -> Jeton:
    assert champ.boite is not None
    return Jeton(COCHEE if champ.coche else VIDE, champ.boite, page)


def _carre(carre: Carre, page: int) -> Jeton:
    etat = INDECISE
    if carre.encre >= ENCRE_COCHEE:
        etat = COCHEE
    elif carre.encre <= ENCRE_VIDE:
        etat = VIDE
    return Jeton(etat, carre.boite, page)


def cocher(cases: Sequence[Jeton], dedans: Sequence[Jeton], mots: Sequence[Jeton]) -> list[Jeton]:
    """The boxes, ticked by the glyphs that stand in them; a frame around a word is no box."""
    if not cases:
        return []
    longs = Etages([j for j in mots if len(j.texte) > 1])
    marquees = {glyphe.boite for glyphe in dedans if glyphe.texte == COCHEE}
    return [
        Jeton(COCHEE, case.boite, case.page) if case.boite in marquees else case
        for case in cases
        if not any(contient(case.boite, j.boite, 0) for j in longs.entre(*case.boite[1::2]))
    ]


def separer_les_glyphes(jeton: Jeton) -> list[Jeton]:
    """Box glyphs as boxes of their own, also when they are glued to a word."""
    if jeton.texte in ETATS:
        return [Jeton(ETATS[jeton.texte], jeton.boite, jeton.page)]
    colle = _GLYPHE.search(jeton.texte)
    if not colle:
        return [jeton]
    glyphe = Jeton(ETATS[colle[0]], jeton.boite, jeton.page)
    reste = jeton._replace(texte=jeton.texte.replace(colle[0], "", 1))
    return [glyphe, reste] if colle[1] else [reste, glyphe]


def reunir_crochets(jetons: list[Jeton]) -> list[Jeton]:
    """« [ ] » and « [ x ] », which white space cut, read as boxes."""
    reunis: list[Jeton] = []
    for jeton in jetons:
        if (jeton.texte == "]" and reunis and reunis[-1].texte == "[") or (
            jeton.texte == ")" and reunis and reunis[-1].texte == "("
        ):
            reunis[-1] = Jeton(VIDE, reunis[-1].boite, jeton.page)
        elif jeton.texte == "]" and [j.texte.lower() for j in reunis[-2:]] == ["[", "x"]:
            reunis[-2:] = [Jeton(COCHEE, reunis[-2].boite, jeton.page)]
        else:
            reunis.append(jeton)
    return reunis
