"""One page: opened, measured, judged, and given back as JSON-ready data."""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as brut

from . import _visible
from ._contours import Contour
from ._douteux import est_douteuse
from ._formes import encres, relever
from ._geometrie import aire, commun, echelle_permise
from ._glyphes import cases_dessinees
from ._moteur import Matrice, Rectangle, repere_de_page
from ._mots import MotBrut, TexteDePage
from ._objets import Inventaire, inventorier
from ._rendu import Rendu

CENTIEMES = 100
"""Coordinates travel as whole hundredths of a point."""
ETATS = {(False, False): "0", (True, False): "1", (False, True): "2", (True, True): "3"}
_COTE_MAX = 200_000.0
_PRESQUE_SANS_TEXTE = 20
_PART_IMAGE = 0.5
_SEGMENTS_DE_LETTRES = 300

Donnees = dict[str, Any]


@dataclass(slots=True)
class Bornes:
    """What may still be spent on this document."""

    caracteres_page: int
    caracteres: int
    objets_page: int
    pixels: int


class _TropDeTexteError(Exception):
    pass


def lire_page(document: Any, numero: int, bornes: Bornes) -> Donnees:
    """Read page ``numero`` (from 1). Whatever happens, its number comes back."""
    donnees: Donnees = {"numero": numero, "largeur": 0.0, "hauteur": 0.0}
    try:
        with _ouverte(document, numero - 1) as page:
            donnees["largeur"] = round(brut.FPDF_GetPageWidthF(page), 2)
            donnees["hauteur"] = round(brut.FPDF_GetPageHeightF(page), 2)
            _remplir(donnees, page, bornes)
    except MemoryError:
        raise
    except Exception as erreur:  # noqa: BLE001 - a page that fails must not hide the others
        donnees["erreur"] = f"{type(erreur).__name__} : {erreur}"[:200]
    return donnees


@contextlib.contextmanager
def _ouverte(document: Any, indice: int) -> Iterator[Any]:
    page = brut.FPDF_LoadPage(document, indice)
    if not page:
        raise ValueError("page introuvable ou abîmée")
    try:
        yield page
    finally:
        brut.FPDF_ClosePage(page)


@contextlib.contextmanager
def _texte(page: Any, bornes: Bornes) -> Iterator[Any]:
    texte = brut.FPDFText_LoadPage(page)
    if not texte:
        raise ValueError("couche de texte illisible")
    try:
        nombre = brut.FPDFText_CountChars(texte)
        if nombre > min(bornes.caracteres_page, bornes.caracteres):
            raise _TropDeTexteError(f"{nombre} caractères")
        bornes.caracteres -= max(0, nombre)
        yield texte
    finally:
        brut.FPDFText_ClosePage(texte)


def _remplir(donnees: Donnees, page: Any, bornes: Bornes) -> None:
    largeur, hauteur = donnees["largeur"], donnees["hauteur"]
    if not (0 < largeur <= _COTE_MAX and 0 < hauteur <= _COTE_MAX):
        raise ValueError(f"dimensions de page impossibles ({largeur} x {hauteur})")
    zone = (0.0, 0.0, largeur, hauteur)
    repere = repere_de_page(page)
    inventaire = inventorier(page, repere, bornes.objets_page)
    with _texte(page, bornes) as page_texte:
        mots, glyphes = _lire_texte(page, page_texte, inventaire, repere, zone, bornes.pixels)
        places, traits = relever(inventaire, glyphes)
        carres = encres(page, places, zone, bornes.pixels)
    images = [b for b in (commun(o.boite, zone) for o in inventaire.images) if aire(b) > 0]
    _ranger(donnees, mots, carres, images, traits)
    donnees["image_seule"] = _image_seule(mots, images, traits, zone)
    if not inventaire.complet:
        donnees["erreur"] = "trop d'objets dessinés : les formes ne sont que partiellement lues"


def _lire_texte(
    page: Any,
    page_texte: Any,
    inventaire: Inventaire,
    repere: Matrice,
    zone: Rectangle,
    pixels: int,
) -> tuple[list[MotBrut], list[Rectangle]]:
    texte = TexteDePage(page_texte, repere)
    if inventaire.boites_en_forme:
        texte.replacer(inventaire.boites_en_forme)
    if texte.mots:
        rendu = Rendu(page, zone, echelle_permise(zone, 1.0, pixels))
        _visible.juger(page, texte, inventaire, rendu, zone, pixels)
    return texte.mots, cases_dessinees(texte, inventaire)


def _ranger(
    donnees: Donnees,
    mots: list[MotBrut],
    carres: list[tuple[Rectangle, float]],
    images: list[Rectangle],
    traits: list[Contour],
) -> None:
    donnees["boites"] = array(
        "d", [int(place * CENTIEMES) / CENTIEMES for mot in mots for place in mot.boite]
    )
    donnees["etats"] = "".join([ETATS[mot.visible, mot.cesure] for mot in mots])
    donnees["mots"] = " ".join([mot.texte for mot in mots])
    donnees["carres"] = [[*centiemes(boite), round(encre, 4)] for boite, encre in carres]
    donnees["images"] = [centiemes(boite) for boite in images]
    donnees["traces"] = [[*centiemes(trait.boite), trait.segments] for trait in traits]
    visibles = [mot.texte for mot in mots if mot.visible]
    donnees["couche_douteuse"] = est_douteuse(visibles or [mot.texte for mot in mots])


def _image_seule(
    mots: list[MotBrut], images: list[Rectangle], traits: list[Contour], zone: Rectangle
) -> bool:
    lettres = _lettres_visibles(mots)
    if lettres < _PRESQUE_SANS_TEXTE and sum(map(aire, images)) >= _PART_IMAGE * aire(zone):
        return True
    return lettres == 0 and sum(trait.segments for trait in traits) >= _SEGMENTS_DE_LETTRES


def _lettres_visibles(mots: list[MotBrut]) -> int:
    """Exact while few: counting stops once there is text enough."""
    lettres = 0
    for mot in mots:
        if mot.visible:
            lettres += sum(map(str.isalnum, mot.texte))
            if lettres >= _PRESQUE_SANS_TEXTE:
                break
    return lettres


def centiemes(boite: Rectangle) -> tuple[int, int, int, int]:
    """In whole hundredths of a point."""
    x0, y0, x1, y1 = boite
    return int(x0 * CENTIEMES), int(y0 * CENTIEMES), int(x1 * CENTIEMES), int(y1 * CENTIEMES)
