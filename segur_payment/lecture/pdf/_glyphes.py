"""Characters that draw a box or a tick: box glyphs, and single letters of symbol fonts."""

from __future__ import annotations

import ctypes
import re

from . import _moteur as m
from ._formes import COTE_MIN, est_carre
from ._moteur import Rectangle
from ._mots import MotBrut, TexteDePage
from ._objets import Inventaire

_CASES = re.compile("[☐☑☒□■⊠⊡▢▣◻◼⬜⬛❏❐❑❒✓✔✕✖✗✘\U0001f5f5-\U0001f5f9]")
_SYMBOLES = re.compile(rb"dingbat|wingding|webding|symbol(?!ique)|bookshelf", re.IGNORECASE)
_DESSINS_DE_SYMBOLES = re.compile("[^\\d\\s•·\uf0b7.,;:-]")
_COURT = 3


class _Polices:
    def __init__(self) -> None:
        self.connues: dict[int, bool] = {}

    def symbole(self, objet: int) -> bool:
        """Whether the text object is set in a symbol font."""
        police = m.police_de_texte(objet) if objet else None
        if not police:
            return False
        connue = self.connues.get(police)
        if connue is None:
            tampon = ctypes.create_string_buffer(128)
            m.nom_de_police(police, ctypes.addressof(tampon), 128)
            connue = self.connues[police] = bool(_SYMBOLES.search(tampon.value))
        return connue


def cases_dessinees(texte: TexteDePage, inventaire: Inventaire) -> list[Rectangle]:
    """Boxes of the visible glyphs that may be a checkbox."""
    polices = _Polices()
    symboles = any(map(polices.symbole, inventaire.rang_des_textes)) or not inventaire.complet
    boites: list[Rectangle] = []
    if not symboles and not _CASES.search(texte.texte):
        return boites
    for mot in texte.mots:
        if not mot.visible:
            continue
        rangs = [t.start() for t in _CASES.finditer(mot.texte)]
        if symboles and not rangs:
            rangs = _symbole_isole(mot, texte, polices)
        for rang in rangs:
            boite = mot.boite if len(mot.texte) == 1 else texte.mesure.caractere(mot.debut + rang)
            if boite and _assez_grand(boite):
                boites.append(boite)
    return boites


def _symbole_isole(mot: MotBrut, texte: TexteDePage, polices: _Polices) -> list[int]:
    """A single letter of a symbol font, alone or glued to a word of another font."""
    premier, dernier = texte.objets(mot)
    if premier == dernier:
        rang = 0
        if len(mot.texte) >= _COURT or not polices.symbole(premier):
            return []
    elif polices.symbole(premier) != polices.symbole(dernier):
        rang = 0 if polices.symbole(premier) else len(mot.texte) - 1
    else:
        return []
    return [rang] if _DESSINS_DE_SYMBOLES.match(mot.texte[rang]) else []


def _assez_grand(boite: Rectangle) -> bool:
    """A tick is less square than a box."""
    largeur, hauteur = boite[2] - boite[0], boite[3] - boite[1]
    return est_carre(boite) or (
        min(largeur, hauteur) >= 0.8 * COTE_MIN and max(largeur, hauteur) <= 2 * COTE_MIN + 10
    )
