"""The picture of a page, for those who read pictures."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as brut

from ._geometrie import echelle_permise
from ._rendu import Rendu

_ECHELLE = 200 / 72
"""Pixels per point: at 200 dpi the small print of a form is 20 pixels high."""


def rendre_page(octets: bytes, numero: int, pixels_max: int) -> tuple[dict[str, Any], bytes]:
    """Size and scale of the picture of page ``numero`` (from 1), then its pixels, row by row.

    Raises:
        ValueError: there is no such page.
    """
    document = brut.FPDF_LoadMemDocument64(octets, len(octets), None)
    if not document:
        raise ValueError("document illisible")
    try:
        page = brut.FPDF_LoadPage(document, numero - 1)
        if not page:
            raise ValueError("page introuvable ou abîmée")
        try:
            return _rendre(page, pixels_max)
        finally:
            brut.FPDF_ClosePage(page)
    finally:
        brut.FPDF_CloseDocument(document)


def _rendre(page: Any, pixels_max: int) -> tuple[dict[str, Any], bytes]:
    zone = (0.0, 0.0, brut.FPDF_GetPageWidthF(page), brut.FPDF_GetPageHeightF(page))
    rendu = Rendu(page, zone, echelle_permise(zone, _ECHELLE, pixels_max))
    return {"largeur": rendu.largeur, "hauteur": rendu.haut, "echelle": rendu.echelle}, rendu.octets
