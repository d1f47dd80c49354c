"""The displayed page as bytes: what a reader sees, measured."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as brut

from ._moteur import Rectangle

GRIS, COULEURS = 1, 4
_COTE_MINIMAL = 3
_BLANC = 255
_TONS = bytes(range(256))


class Rendu:
    """A rendering of a part of the page. Boxes are given in displayed points."""

    __slots__ = ("canaux", "echelle", "haut", "largeur", "octets", "pas", "x", "y")

    def __init__(self, page: Any, zone: Rectangle, echelle: float, canaux: int = GRIS) -> None:
        self.echelle = echelle
        self.canaux = canaux
        self.x, self.y = zone[0], zone[1]
        self.largeur = max(1, round((zone[2] - zone[0]) * echelle))
        self.haut = max(1, round((zone[3] - zone[1]) * echelle))
        self.pas = self.largeur * canaux
        tampon = (ctypes.c_char * (self.pas * self.haut))()
        ctypes.memset(tampon, 0xFF, len(tampon))
        forme, options = brut.FPDFBitmap_BGRx, brut.FPDF_ANNOT
        if canaux == GRIS:
            forme, options = brut.FPDFBitmap_Gray, brut.FPDF_ANNOT | brut.FPDF_GRAYSCALE
        carte = brut.FPDFBitmap_CreateEx(self.largeur, self.haut, forme, tampon, self.pas)
        if not carte:
            raise MemoryError("image de la page")
        try:
            brut.FPDF_RenderPageBitmap(
                carte,
                page,
                round(-self.x * echelle),
                round(-self.y * echelle),
                max(1, round(brut.FPDF_GetPageWidthF(page) * echelle)),
                max(1, round(brut.FPDF_GetPageHeightF(page) * echelle)),
                0,
                options,
            )
        finally:
            brut.FPDFBitmap_Destroy(carte)
        self.octets = bytes(memoryview(tampon))

    def pixels(self, boite: Rectangle) -> tuple[int, int, int, int]:
        """First and last+1 columns and rows of the box; a hairline is widened."""
        echelle = self.echelle
        x0 = int((boite[0] - self.x) * echelle)
        y0 = int((boite[1] - self.y) * echelle)
        x1 = int((boite[2] - self.x) * echelle) + 1
        y1 = int((boite[3] - self.y) * echelle) + 1
        if x1 - x0 < _COTE_MINIMAL:
            x0, x1 = x0 - 1, x1 + 1
        if y1 - y0 < _COTE_MINIMAL:
            y0, y1 = y0 - 1, y1 + 1
        if x0 < 0 or y0 < 0 or x1 > self.largeur or y1 > self.haut:
            return max(0, x0), max(0, y0), min(self.largeur, x1), min(self.haut, y1)
        return x0, y0, x1, y1

    def lignes(self, boite: Rectangle) -> list[bytes]:
        """The rows of pixels inside the box."""
        x0, y0, x1, y1 = self.pixels(boite)
        if x0 >= x1:
            return []
        debut, fin = x0 * self.canaux, x1 * self.canaux
        octets, pas = self.octets, self.pas
        return [octets[y * pas + debut : y * pas + fin] for y in range(y0, y1)]

    def contraste_atteint(self, boite: Rectangle, seuil: int) -> bool:
        """Whether greys in the box differ by ``seuil``.

        The middle row is tried first, for ink on white: that settles nearly all words.
        """
        x0, y0, x1, y1 = self.pixels(boite)
        if x0 >= x1 or y0 >= y1:
            return False
        octets, pas = self.octets, self.pas
        milieu = (y0 + y1) // 2 * pas
        ligne = octets[milieu + x0 : milieu + x1]
        if _BLANC in ligne and ligne.translate(None, _TONS[_BLANC + 1 - seuil :]):
            return True
        bas, haut = _BLANC, 0
        for y in range(y0, y1):
            ligne = octets[y * pas + x0 : y * pas + x1]
            bas, haut = min(bas, min(ligne)), max(haut, max(ligne))
            if haut - bas >= seuil:
                return True
        return False
