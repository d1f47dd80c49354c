"""The pages of a document, through pdfium."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as brut

from ._page import Bornes, Donnees, lire_page
from .modele import ErreurFichier

_ERREURS = {
    brut.FPDF_ERR_PASSWORD: ErreurFichier.MOT_DE_PASSE,
    brut.FPDF_ERR_SECURITY: ErreurFichier.CHIFFREMENT_NON_PRIS_EN_CHARGE,
}


@dataclass(slots=True)
class PagesLues:
    """Outcome of the page engine."""

    nombre: int = 0
    pages: list[Donnees] = field(default_factory=list)
    erreur: ErreurFichier | None = None
    chiffre: bool = False


def lire_pages(octets: bytes, bornes: Bornes, pages_max: int) -> PagesLues:
    """Open and read every page, or say why not."""
    document = brut.FPDF_LoadMemDocument64(octets, len(octets), None)
    if not document:
        return PagesLues(erreur=_ERREURS.get(brut.FPDF_GetLastError(), ErreurFichier.ILLISIBLE))
    try:
        return _lire(document, bornes, pages_max)
    finally:
        brut.FPDF_CloseDocument(document)


def _lire(document: Any, bornes: Bornes, pages_max: int) -> PagesLues:
    nombre = brut.FPDF_GetPageCount(document)
    lues = PagesLues(nombre, chiffre=brut.FPDF_GetSecurityHandlerRevision(document) != -1)
    if nombre <= 0:
        lues.erreur = ErreurFichier.ZERO_PAGE
    elif nombre > pages_max:
        lues.erreur = ErreurFichier.TROP_DE_PAGES
    else:
        lues.pages = [lire_page(document, i + 1, bornes) for i in range(nombre)]
    return lues
