"""The values of form fields, as words at their place on the page."""

from __future__ import annotations

from collections.abc import Sequence

from segur_payment.lecture.mise_en_page.elements import Jeton, contient
from segur_payment.lecture.mise_en_page.etages import Etages
from segur_payment.lecture.pdf.modele import Boite, Champ, PageLue

_PEIGNE_MIN = 6


def poser(page: PageLue, champs: Sequence[Champ], jetons: Sequence[Jeton]) -> list[Jeton]:
    """``jetons`` with the text and the choices that the form of the page holds.

    What the page already shows of a field is kept, but for the letters of a comb.
    """
    if not champs:
        return list(jetons)
    etages, retires, poses = Etages(jetons), set[int](), list[Jeton]()
    for champ in champs:
        if not (champ.valeur and champ.boite and champ.genre in ("texte", "choix")):
            continue
        dedans = [
            j
            for j in etages.entre(champ.boite.y0, champ.boite.y1)
            if id(j) not in retires and contient(champ.boite, j.boite, 0)
        ]
        if _est_le_peigne(champ.valeur, dedans):
            retires.update(map(id, dedans))
        elif dedans:
            continue
        for mot in _mots(champ.valeur, champ.boite, page.numero):
            poses.append(mot)
            etages.ajouter(mot)
    return [j for j in (*jetons, *poses) if id(j) not in retires]


def _est_le_peigne(valeur: str, dedans: Sequence[Jeton]) -> bool:
    """Whether these words are the single letters that a comb field shows of its value."""
    if len(dedans) < _PEIGNE_MIN:
        return False
    lettres = "".join(j.texte for j in sorted(dedans, key=lambda j: j.boite.x0))
    return lettres == "".join(valeur.split())


def _mots(valeur: str, boite: Boite, page: int) -> list[Jeton]:
    """The words of a value, along the bottom of its field."""
    pas = boite.largeur / max(1, len(valeur))
    jetons, x = [], boite.x0
    haut = max(boite.y0, boite.y1 - 14)
    for mot in valeur.split():
        large = min(pas, 6.0) * len(mot)
        jetons.append(Jeton(mot, Boite(x, haut, x + large, boite.y1), page))
        x += large + min(pas, 3.0)
    return jetons
