"""The picture of a page, for those who read pictures and for those who look at them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as brut

from ._geometrie import echelle_permise
from ._png import png
from ._rendu import Rendu

_ECHELLE = 200 / 72
"""Pixels per point: at 200 dpi the small print of a form is 20 pixels high."""
_ECHELLE_APERCU = 120 / 72
"""At 120 dpi the small print is still read, and a page takes some 60 kB."""
_PIXELS_APERCU = 2_500_000


def rendre_page(octets: bytes, numero: int, pixels_max: int) -> tuple[dict[str, Any], bytes]:
    """Size and scale of the picture of page ``numero`` (from 1), then its pixels, row by row.

    Raises:
        ValueError: there is no such page.
    """
    with _page(octets, numero) as page:
        rendu = _rendre(page, _ECHELLE, pixels_max)
    return {"largeur": rendu.largeur, "hauteur": rendu.haut, "echelle": rendu.echelle}, rendu.octets


def rendre_apercu(octets: bytes, numero: int, pixels_max: int) -> tuple[dict[str, Any], bytes]:
    """Size in points of page ``numero`` (from 1), then its picture as a PNG.

    Raises:
        ValueError: there is no such page.
    """
    with _page(octets, numero) as page:
        rendu = _rendre(page, _ECHELLE_APERCU, min(pixels_max, _PIXELS_APERCU))
        taille = brut.FPDF_GetPageWidthF(page), brut.FPDF_GetPageHeightF(page)
    image = png(rendu.largeur, rendu.haut, rendu.octets)
    return {"largeur": round(taille[0], 2), "hauteur": round(taille[1], 2)}, image


@contextmanager
def _page(octets: bytes, numero: int) -> Iterator[Any]:
    document = brut.FPDF_LoadMemDocument64(octets, len(octets), None)
    if not document:
        raise ValueError("document illisible")
    try:
        page = brut.FPDF_LoadPage(document, numero - 1)
        if not page:
            raise ValueError("page introuvable ou abîmée")
        try:
            yield page
        finally:
            brut.FPDF_ClosePage(page)
    finally:
        brut.FPDF_CloseDocument(document)


def _rendre(page: Any, echelle: float, pixels_max: int) -> Rendu:
    zone = (0.0, 0.0, brut.FPDF_GetPageWidthF(page), brut.FPDF_GetPageHeightF(page))
    return Rendu(page, zone, echelle_permise(zone, echelle, pixels_max))
