"""pdfium functions with pointers as plain integers, and the page's coordinates.

ctypes builds a pointer object for every handle it returns; asking for ``c_void_p`` gives an
``int``, which is also what identifies an object between two calls.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as brut

Rectangle = tuple[float, float, float, float]
"""x0, y0, x1, y1"""
Matrice = tuple[float, float, float, float, float, float]

IDENTITE: Matrice = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_pointeur, _entier = ctypes.c_void_p, ctypes.c_int


def _fonction(nom: str, retour: Any, *arguments: Any) -> Callable[..., Any]:
    adresse = ctypes.cast(getattr(brut, nom), _pointeur).value
    assert adresse is not None
    fonction: Callable[..., Any] = ctypes.CFUNCTYPE(retour, *arguments)(adresse)
    return fonction


police_de_texte = _fonction("FPDFTextObj_GetFont", _pointeur, _pointeur)
nom_de_police = _fonction(
    "FPDFFont_GetBaseFontName", ctypes.c_size_t, _pointeur, _pointeur, ctypes.c_size_t
)
mode_de_rendu = _fonction("FPDFTextObj_GetTextRenderMode", _entier, _pointeur)
activer = _fonction("FPDFPageObj_SetIsActive", _entier, _pointeur, _entier)
nombre_objets = _fonction("FPDFPage_CountObjects", _entier, _pointeur)
nombre_objets_forme = _fonction("FPDFFormObj_CountObjects", _entier, _pointeur)
objet_de_forme = _fonction("FPDFFormObj_GetObject", _pointeur, _pointeur, ctypes.c_ulong)
genre_objet = _fonction("FPDFPageObj_GetType", _entier, _pointeur)
matrice_objet = _fonction("FPDFPageObj_GetMatrix", _entier, _pointeur, _pointeur)
nombre_segments = _fonction("FPDFPath_CountSegments", _entier, _pointeur)
genre_segment = _fonction("FPDFPathSegment_GetType", _entier, _pointeur)
segment_ferme = _fonction("FPDFPathSegment_GetClose", _entier, _pointeur)

# Converting several arguments costs more than the call itself: these take them as they are, a
# ``Pointeur`` (an address as an int would be cut to 32 bits) and ``Sorties.references``.
Pointeur = ctypes.c_void_p
objet_de_page = _fonction("FPDFPage_GetObject", _pointeur)
objet_du_caractere = _fonction("FPDFText_GetTextObject", _pointeur)
nombre_rectangles = _fonction("FPDFText_CountRects", _entier)
rectangle_de_texte = _fonction("FPDFText_GetRect", _entier)
boite_caractere = _fonction("FPDFText_GetCharBox", _entier)
bornes_objet = _fonction("FPDFPageObj_GetBounds", _entier)
couleur_de_fond = _fonction("FPDFPageObj_GetFillColor", _entier)
couleur_de_trait = _fonction("FPDFPageObj_GetStrokeColor", _entier)
mode_trace = _fonction("FPDFPath_GetDrawMode", _entier)
segment_de_trace = _fonction("FPDFPath_GetPathSegment", _pointeur)
point_de_segment = _fonction("FPDFPathSegment_GetPoint", _entier)

OBJET_TEXTE, OBJET_TRACE, OBJET_IMAGE, OBJET_FORME = 1, 2, 3, 5
SEGMENT_LIGNE, SEGMENT_COURBE, SEGMENT_DEPART = 0, 1, 2


class Sorties:
    """Reusable output arguments of one ctypes type, with references to them."""

    __slots__ = ("references", "valeurs")

    def __init__(self, genre: Any, nombre: int) -> None:
        self.valeurs = (genre * nombre)()
        pas = ctypes.sizeof(genre)
        self.references = [ctypes.byref(self.valeurs, i * pas) for i in range(nombre)]

    def lues(self) -> list[Any]:
        return [*self.valeurs[:]]


def composer(interne: Matrice, externe: Matrice) -> Matrice:
    """The matrix that applies ``interne`` and then ``externe``."""
    a, b, c, d, e, f = interne
    g, h, i, j, k, m = externe
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def transformer(matrice: Matrice, cadre: Rectangle) -> Rectangle:
    """The upright rectangle around ``cadre`` once transformed."""
    a, b, c, d, e, f = matrice
    x0, y0, x1, y1 = cadre
    xs = (a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1)
    ys = (b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1)
    return (min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f)


def repere(rotation: int, cadre: Rectangle) -> Matrice:
    """From page space to the displayed page; ``rotation`` counts clockwise quarter turns."""
    gauche, bas, droite, haut = cadre
    if rotation == 1:
        return (0.0, 1.0, 1.0, 0.0, -bas, -gauche)
    if rotation == 2:
        return (-1.0, 0.0, 0.0, 1.0, droite, -bas)
    if rotation == 3:
        return (0.0, -1.0, -1.0, 0.0, haut, droite)
    return (1.0, 0.0, 0.0, -1.0, -gauche, haut)


def repere_de_page(page: Any) -> Matrice:
    """The same, for a pdfium page, its scale included."""
    coins = brut.FS_RECTF()
    brut.FPDF_GetPageBoundingBox(page, coins)
    cadre = (coins.left, coins.bottom, coins.right, coins.top)
    rotation = int(brut.FPDFPage_GetRotation(page)) % 4
    base = repere(rotation, cadre)
    largeur = (cadre[2] - cadre[0]) if rotation % 2 == 0 else (cadre[3] - cadre[1])
    if largeur <= 0:
        return base
    unite = float(brut.FPDF_GetPageWidthF(page)) / largeur
    return composer(base, (unite, 0.0, 0.0, unite, 0.0, 0.0))
