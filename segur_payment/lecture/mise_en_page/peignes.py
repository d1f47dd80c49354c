"""Combs: a character per cell, drawn side by side; the word that they spell."""

from __future__ import annotations

from collections.abc import Sequence

from segur_payment.lecture.mise_en_page.elements import Jeton, contient, englober
from segur_payment.lecture.mise_en_page.etages import Etages
from segur_payment.lecture.mise_en_page.lignes import par_lignes

_CELLULES_MIN = 4
_ECART, _MEME_TAILLE = 3.0, 2.0
"""Widest blank between two cells of a comb, and how their sizes may differ, in points."""
_COCHES, _PONCTUATION = frozenset("xXvVoO"), frozenset(",.")


def lire_les_peignes(
    cases: Sequence[Jeton], mots: Sequence[Jeton]
) -> tuple[list[Jeton], list[Jeton], set[int]]:
    """The boxes that are no comb, the words that the combs spell, the identities of the letters."""
    signes = Etages([mot for mot in mots if len(mot.texte) == 1] if cases else [])
    epeles, cellules_prises, pris = list[Jeton](), set[int](), set[int]()
    for cellules in _suites(cases):
        lettres = [
            signe
            for cellule in cellules
            for signe in signes.entre(cellule.boite.y0 - 1, cellule.boite.y1 + 1)
            if contient(cellule.boite, signe.boite, 0)
            and (signe.texte.isalnum() or signe.texte in _PONCTUATION)
        ]
        if not _est_un_peigne(cellules, lettres):
            continue
        cellules_prises |= set(map(id, cellules))
        if lettres:
            texte = "".join(lettre.texte for lettre in lettres)
            boite = englober([lettre.boite for lettre in lettres])
            epeles.append(lettres[0]._replace(texte=texte, boite=boite))
            pris |= set(map(id, lettres))
    return [case for case in cases if id(case) not in cellules_prises], epeles, pris


def _est_ecrit(signe: Jeton) -> bool:
    return signe.texte.isalnum() or signe.texte in _PONCTUATION


def _est_un_peigne(cellules: Sequence[Jeton], lettres: Sequence[Jeton]) -> bool:
    """Many cells, or few that hold letters; a cross or a tick may fill a box."""
    if len(cellules) >= _CELLULES_MIN:
        return True
    return len(cellules) > 1 and any(lettre.texte not in _COCHES for lettre in lettres)


def _suites(cases: Sequence[Jeton]) -> list[list[Jeton]]:
    """The boxes that stand side by side, of one size."""
    suites: list[list[Jeton]] = []
    for ligne in par_lignes(cases):
        for rang, case in enumerate(ligne):
            if not (rang and _suit(ligne[rang - 1], case)):
                suites.append([])
            suites[-1].append(case)
    return suites


def _suit(avant: Jeton, apres: Jeton) -> bool:
    meme = abs(avant.boite.largeur - apres.boite.largeur) < _MEME_TAILLE
    return meme and abs(apres.boite.x0 - avant.boite.x1) < _ECART
