"""The values of form fields, as words at their place on the page."""

from __future__ import annotations

from collections.abc import Sequence

from segur_payment.lecture.mise_en_page.elements import Jeton, contient
from segur_payment.lecture.pdf.modele import Boite, Champ, PageLue

_PEIGNE_MIN = 6


def poser(page: PageLue, champs: Sequence[Champ], jetons: list[Jeton]) -> list[Jeton]:
    """``jetons`` with the text and the choices that the form of the page holds."""
    for champ in champs:
        if champ.valeur and champ.boite and champ.genre in ("texte", "choix"):
            jetons = _sans_le_peigne(champ, jetons)
            jetons += _valeur(champ, page, jetons)
    return jetons


def _sans_le_peigne(champ: Champ, jetons: list[Jeton]) -> list[Jeton]:
    """The words of the page, less the single letters that a comb field shows of its value."""
    assert champ.boite is not None
    assert champ.valeur is not None
    dedans = [j for j in jetons if contient(champ.boite, j.boite, 0)]
    lettres = "".join(j.texte for j in sorted(dedans, key=lambda j: j.boite.x0))
    if len(dedans) < _PEIGNE_MIN or lettres != "".join(champ.valeur.split()):
        return jetons
    return [j for j in jetons if j not in dedans]


def _valeur(champ: Champ, page: PageLue, deja: Sequence[Jeton]) -> list[Jeton]:
    """The words of a field, unless the page text already shows them there."""
    assert champ.boite is not None
    assert champ.valeur is not None
    if any(contient(champ.boite, j.boite, 0) for j in deja):
        return []
    boite, mots = champ.boite, champ.valeur.split()
    pas = boite.largeur / max(1, len(champ.valeur))
    jetons, x = [], boite.x0
    haut = max(boite.y0, boite.y1 - 14)
    for mot in mots:
        large = min(pas, 6.0) * len(mot)
        jetons.append(Jeton(mot, Boite(x, haut, x + large, boite.y1), page.numero))
        x += large + min(pas, 3.0)
    return jetons
