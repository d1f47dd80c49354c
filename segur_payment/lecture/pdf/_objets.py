"""The objects drawn on a page, in painting order, with their boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from . import _moteur as m
from ._moteur import Matrice, Rectangle

_PROFONDEUR_MAX = 12


@dataclass(slots=True)
class ObjetPeint:
    """A path or a picture."""

    adresse: int
    rang: int
    boite: Rectangle
    vers_page: Matrice
    """From the space of the object to the displayed page."""


@dataclass(slots=True)
class Inventaire:
    """All that a page paints."""

    traces: list[ObjetPeint] = field(default_factory=list)
    images: list[ObjetPeint] = field(default_factory=list)
    rang_des_textes: dict[int, int] = field(default_factory=dict)
    """Painting rank by address of the text object."""
    boites_en_forme: dict[int, Rectangle] = field(default_factory=dict)
    """Box by address of the text objects drawn through a form."""
    complet: bool = True
    """False when the page has more objects than are examined."""


class _Parcours:
    def __init__(self, maximum: int) -> None:
        self.inventaire = Inventaire()
        self.restant = maximum
        self.rang = 0
        self.bornes = m.Sorties(ctypes.c_float, 4)

    def suivre(self, objets: Iterator[int], matrice: Matrice, profondeur: int) -> None:
        textes = self.inventaire.rang_des_textes
        for adresse in objets:
            if self.restant <= 0:
                self.inventaire.complet = False
                return
            self.restant -= 1
            self.rang += 1
            genre = m.genre_objet(adresse)
            if genre == m.OBJET_TEXTE:
                textes[adresse] = self.rang
                if profondeur:
                    self.situer(adresse, matrice)
            elif genre == m.OBJET_TRACE:
                self.noter(self.inventaire.traces, adresse, matrice)
            elif genre == m.OBJET_IMAGE:
                self.noter(self.inventaire.images, adresse, matrice)
            elif genre == m.OBJET_FORME and profondeur < _PROFONDEUR_MAX:
                interne = m.composer(matrice_de(adresse), matrice)
                self.suivre(_dans_forme(adresse), interne, profondeur + 1)

    def situer(self, adresse: int, matrice: Matrice) -> None:
        if m.bornes_objet(m.Pointeur(adresse), *self.bornes.references):
            x0, y0, x1, y1 = self.bornes.lues()
            boite = m.transformer(matrice, (x0, y0, x1, y1))
            self.inventaire.boites_en_forme[adresse] = boite

    def noter(self, liste: list[ObjetPeint], adresse: int, matrice: Matrice) -> None:
        if m.bornes_objet(m.Pointeur(adresse), *self.bornes.references):
            x0, y0, x1, y1 = self.bornes.lues()
            boite = m.transformer(matrice, (x0, y0, x1, y1))
            liste.append(ObjetPeint(adresse, self.rang, boite, matrice))


class _MatriceC(ctypes.Structure):
    _fields_ = [(nom, ctypes.c_float) for nom in "abcdef"]


def matrice_de(adresse: int) -> Matrice:
    """The object's own matrix."""
    c = _MatriceC()
    if not m.matrice_objet(adresse, ctypes.addressof(c)):
        return m.IDENTITE
    return (c.a, c.b, c.c, c.d, c.e, c.f)


def _dans_forme(forme: int) -> Iterator[int]:
    for i in range(max(0, m.nombre_objets_forme(forme))):
        adresse = m.objet_de_forme(forme, i)
        if adresse:
            yield adresse


def _dans_page(page: int) -> Iterator[int]:
    pointeur = m.Pointeur(page)
    for i in range(max(0, m.nombre_objets(page))):
        adresse = m.objet_de_page(pointeur, i)
        if adresse:
            yield adresse


def inventorier(page: Any, repere: Matrice, maximum: int) -> Inventaire:
    """Walk the page and the forms that it draws."""
    parcours = _Parcours(maximum)
    adresse = ctypes.cast(page, ctypes.c_void_p).value
    assert adresse is not None
    parcours.suivre(_dans_page(adresse), repere, 0)
    return parcours.inventaire
