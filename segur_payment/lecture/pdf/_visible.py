"""Which words a reader of the displayed page really sees.

First the declared ways of hiding (render mode 3, full transparency), then ink: contrast in the
box of the word on a coarse rendering. Where that is not conclusive (no contrast, white text,
something painted above), the page is rendered finer with and without the text in question: a
word whose absence changes nothing was not visible.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any

from . import _moteur as m
from ._geometrie import aire, commun, echelle_permise, gonfler, reunion
from ._moteur import Rectangle
from ._mots import MotBrut, TexteDePage
from ._objets import Inventaire
from ._rendu import COULEURS, Rendu

CONTRASTE_MINIMAL = 24
"""Grey levels (of 255). Grey #ccc on white in 9 pt leaves 30 to 50; white on white 0."""
_DIFFERENCE_MINIMALE = 12
_ECHELLE_FINE = 2.0
_PRESQUE_BLANC = 245
_PRESQUE_TRANSPARENT = 5
_ORDINAIRE = (False, False)
_SANS_ENCRE = frozenset({3, 7})
_TRAIT_SEUL = frozenset({1, 5})
_REMPLI_ET_TRACE = frozenset({2, 6})
_COUVERTURES_MAX = 300


class _Encres:
    """How each text object is painted, asked once per object."""

    def __init__(self, inventaire: Inventaire) -> None:
        self.texte_seul = not inventaire.traces and not inventaire.images
        self.connues: dict[int, tuple[bool, bool]] = {}
        self.sorties = m.Sorties(ctypes.c_uint, 4)
        ordinaires = all(self.de(objet) == _ORDINAIRE for objet in inventaire.rang_des_textes)
        self.ordinaires = ordinaires and inventaire.complet
        """Nothing declared hidden nor nearly white: no need to ask word by word."""

    def de(self, objet: int) -> tuple[bool, bool]:
        """(declared hidden, painted in near white)"""
        connue = self.connues.get(objet)
        if connue is None:
            connue = self.connues[objet] = self._lire(objet)
        return connue

    def du_mot(self, premier: int, dernier: int) -> tuple[bool, bool]:
        """The worse of the first and the last character."""
        debut, fin = self.de(premier), self.de(dernier)
        return debut[0] or fin[0], debut[1] or fin[1]

    def _lire(self, objet: int) -> tuple[bool, bool]:
        if not objet:
            return False, True
        mode = m.mode_de_rendu(objet)
        if mode in _SANS_ENCRE:
            return True, False
        if self.texte_seul:  # no ink but that of words: contrast is conclusive
            return _ORDINAIRE
        couleur = m.couleur_de_trait if mode in _TRAIT_SEUL else m.couleur_de_fond
        if not couleur(m.Pointeur(objet), *self.sorties.references):
            return _ORDINAIRE
        rouge, vert, bleu, opacite = self.sorties.lues()
        cache = opacite <= _PRESQUE_TRANSPARENT and mode not in _REMPLI_ET_TRACE
        return cache, min(rouge, vert, bleu) >= _PRESQUE_BLANC


def _couvertures(inventaire: Inventaire) -> list[tuple[int, Rectangle]]:
    """What may hide text painted before it: pictures and filled shapes, with their rank."""
    rangs = inventaire.rang_des_textes.values()
    premier = min(rangs, default=None)
    if premier is None:
        return []
    remplissage = m.Sorties(ctypes.c_int, 2)
    trouvees = [(o.rang, o.boite) for o in inventaire.images if o.rang > premier]
    for objet in inventaire.traces:
        if objet.rang < premier or aire(objet.boite) < 16:
            continue
        m.mode_trace(m.Pointeur(objet.adresse), *remplissage.references)
        if remplissage.valeurs[0]:
            trouvees.append((objet.rang, objet.boite))
    return sorted(trouvees, key=lambda c: -aire(c[1]))[:_COUVERTURES_MAX]


def _couvert(mot: MotBrut, rang: int | None, couvertures: Sequence[tuple[int, Rectangle]]) -> bool:
    if rang is None:
        return False
    x0, y0, x1, y1 = mot.boite
    seuil = 0.3 * aire(mot.boite)
    return any(
        r > rang
        and b[0] < x1
        and b[2] > x0
        and b[1] < y1
        and b[3] > y0
        and aire(commun(b, mot.boite)) > seuil
        for r, b in couvertures
    )


def juger(
    page: Any,
    texte: TexteDePage,
    inventaire: Inventaire,
    rendu: Rendu,
    zone: Rectangle,
    pixels_max: int,
) -> None:
    """Set ``visible`` on each word."""
    encres, couvertures = _Encres(inventaire), _couvertures(inventaire)
    sans_question = encres.ordinaires and not couvertures
    contraste_atteint, largeur, hauteur = rendu.contraste_atteint, 2 * zone[2], 2 * zone[3]
    douteux: list[MotBrut] = []
    for mot in texte.mots:
        x0, y0, x1, y1 = mot.boite
        if not (0 <= x0 + x1 <= largeur and 0 <= y0 + y1 <= hauteur):
            mot.visible = False
        elif not contraste_atteint(mot.boite, CONTRASTE_MINIMAL):
            douteux.append(mot)
        elif sans_question:
            continue
        elif _suspect(texte.objets(mot), mot, inventaire, encres, couvertures):
            douteux.append(mot)
    if douteux:
        _departager(page, texte, _sans_les_caches(texte, douteux, encres), zone, pixels_max)


def _suspect(
    objets: tuple[int, int],
    mot: MotBrut,
    inventaire: Inventaire,
    encres: _Encres,
    couvertures: Sequence[tuple[int, Rectangle]],
) -> bool:
    cache, blanc = encres.du_mot(*objets)
    rang = inventaire.rang_des_textes.get(objets[0])
    return cache or blanc or _couvert(mot, rang, couvertures)


def _sans_les_caches(texte: TexteDePage, mots: list[MotBrut], encres: _Encres) -> list[MotBrut]:
    """Declared hidden words are settled here; the others are given back."""
    restants = []
    for mot in mots:
        if encres.du_mot(*texte.objets(mot))[0]:
            mot.visible = False
        else:
            restants.append(mot)
    return restants


def _departager(
    page: Any, texte: TexteDePage, mots: list[MotBrut], zone: Rectangle, pixels_max: int
) -> None:
    """Compare the page with and without the text of these words."""
    if not mots:
        return
    utile = commun(zone, gonfler(reunion(mot.boite for mot in mots), 2))
    echelle = echelle_permise(utile, _ECHELLE_FINE, pixels_max // COULEURS)
    avec = Rendu(page, utile, echelle, COULEURS)
    objets = {objet for mot in mots for objet in texte.objets(mot) if objet}
    for objet in objets:
        m.activer(objet, 0)
    try:
        sans = Rendu(page, utile, echelle, COULEURS)
    finally:
        for objet in objets:
            m.activer(objet, 1)
    for mot in mots:
        mot.visible = _differe(avec.lignes(mot.boite), sans.lignes(mot.boite))


def _differe(avec: Iterable[bytes], sans: Iterable[bytes]) -> bool:
    return any(
        a != b and max(abs(x - y) for x, y in zip(a, b, strict=True)) >= _DIFFERENCE_MINIMALE
        for a, b in zip(avec, sans, strict=True)
    )
