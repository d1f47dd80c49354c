"""The words of a page with their boxes."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as brut

from . import _moteur as m
from ._geometrie import contient_point, gonfler, milieu
from ._moteur import Matrice, Rectangle

_MARQUE_CESURE = "\ufffe"
_ESPACES = " \t\n\v\f\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_MOT = re.compile(f"([^{_ESPACES}{_MARQUE_CESURE}]+)({_MARQUE_CESURE}?)")
_BLANC_SANS_CODE = re.compile(r"(?<=\d)\x00(?=\d)")
"""A thin space that the font cannot name, in « 30 000 »."""
_NULLE_PART: Rectangle = (0.0, 0.0, 0.0, 0.0)
_SANS_ENCRE = re.compile("[\x00\u00ad\u200b-\u200f\u2060\ufeff]*")


@dataclass(slots=True)
class MotBrut:
    """A word under construction."""

    texte: str
    debut: int
    """Index of its first character for pdfium: one per character, whatever its plane."""
    boite: Rectangle
    cesure: bool
    visible: bool = True


def texte_de_page(page_texte: Any) -> str:
    """One character of the result per character of pdfium, whatever its plane."""
    nombre = brut.FPDFText_CountChars(page_texte)
    if nombre <= 0:
        return ""
    tampon = (ctypes.c_ushort * (2 * nombre + 2))()
    unites = brut.FPDFText_GetText(page_texte, 0, nombre, tampon)
    texte = bytes(memoryview(tampon)[: max(0, unites - 1)]).decode("utf-16-le", "replace")
    dernier = brut.FPDFText_GetTextIndexFromCharIndex(page_texte, nombre - 1)
    if len(texte) == nombre and unites - 1 == nombre and dernier == nombre - 1:
        return texte
    return "".join(_caractere(page_texte, i) for i in range(nombre))


def _caractere(page_texte: Any, i: int) -> str:
    code = brut.FPDFText_GetUnicode(page_texte, i)
    if code == 2 and brut.FPDFText_IsHyphen(page_texte, i) == 1:
        return _MARQUE_CESURE
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


class _Mesure:
    """Boxes of runs of characters, with reused output arguments."""

    def __init__(self, page_texte: Any, repere: Matrice) -> None:
        adresse = ctypes.cast(page_texte, ctypes.c_void_p).value
        assert adresse is not None
        self.page_texte = m.Pointeur(adresse)
        self.repere = repere
        self.sorties = m.Sorties(ctypes.c_double, 4)

    def boite(self, debut: int, longueur: int) -> Rectangle | None:
        page_texte, references, sorties = self.page_texte, self.sorties.references, self.sorties
        nombre = m.nombre_rectangles(page_texte, debut, longueur)
        if nombre == 1 and m.rectangle_de_texte(page_texte, 0, *references):
            gauche, haut, droite, bas = sorties.valeurs[:]
            return self.deplacer(gauche, bas, droite, haut)
        x0 = y0 = float("inf")
        x1 = y1 = float("-inf")
        for i in range(nombre):
            if m.rectangle_de_texte(page_texte, i, *references):
                gauche, haut, droite, bas = sorties.valeurs[:]
                x0, x1 = min(x0, gauche), max(x1, droite)
                y0, y1 = min(y0, bas), max(y1, haut)
        return None if x0 > x1 or y0 > y1 else self.deplacer(x0, y0, x1, y1)

    def caractere(self, i: int) -> Rectangle | None:
        """Box of one character."""
        if not m.boite_caractere(self.page_texte, i, *self.sorties.references):
            return None
        gauche, droite, bas, haut = self.sorties.lues()
        return self.deplacer(gauche, bas, droite, haut)

    def deplacer(self, x0: float, y0: float, x1: float, y1: float) -> Rectangle:
        a, b, c, d, e, f = self.repere
        if b == 0.0 and c == 0.0 and a > 0 > d:
            return (a * x0 + e, d * y1 + f, a * x1 + e, d * y0 + f)
        return m.transformer(self.repere, (x0, y0, x1, y1))


class TexteDePage:
    """The text layer of a page: its words, and details on demand."""

    def __init__(self, page_texte: Any, repere: Matrice) -> None:
        self.texte = _BLANC_SANS_CODE.sub(" ", texte_de_page(page_texte))
        self.mesure = _Mesure(page_texte, repere)
        self.mots = list(self._mots())

    def objets(self, mot: MotBrut) -> tuple[int, int]:
        """Addresses of the text objects of its first and last characters (0: unknown)."""
        page_texte, fin = self.mesure.page_texte, mot.debut + len(mot.texte) - 1
        premier = m.objet_du_caractere(page_texte, mot.debut) or 0
        return premier, (m.objet_du_caractere(page_texte, fin) or 0)

    def replacer(self, boites: dict[int, Rectangle]) -> None:
        """Put right the words of nested forms, which pdfium misplaces: they get the box of
        their text object, usually the line, instead of a box elsewhere."""
        for mot in self.mots:
            juste = boites.get(self.objets(mot)[0])
            if juste and not contient_point(gonfler(juste, 3), milieu(mot.boite)):
                mot.boite = juste

    def _mots(self) -> Iterator[MotBrut]:
        texte, mesure = self.texte, self.mesure
        for trouve in _MOT.finditer(texte):
            mot, marque = trouve.groups()
            if not mot.isalnum() and _SANS_ENCRE.fullmatch(mot):
                continue
            debut, fin = trouve.span(1)
            boite = mesure.boite(debut, fin - debut) or mesure.caractere(debut) or _NULLE_PART
            trait = "-" if marque and _compose(mot, texte[fin + 1 : fin + 5].lstrip()) else ""
            yield MotBrut(mot + trait, debut, boite, bool(marque))


def _compose(avant: str, apres: str) -> bool:
    """« Ait-Haddou » cut at its own hyphen, not a word that the line end cut."""
    return apres[:1].isupper() and not avant.isupper()
