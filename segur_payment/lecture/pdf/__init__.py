"""PDF files, safely read into plain data (pages, words, boxes, form, signatures)."""

from .atelier import LecteurPdf, lire_pdf, lire_pdfs
from .limites import LimitesLecture
from .modele import (
    Boite,
    Carre,
    Champ,
    DocumentLu,
    ErreurFichier,
    Image,
    Mot,
    PageLue,
    Signature,
    Trace,
)

__all__ = [
    "Boite",
    "Carre",
    "Champ",
    "DocumentLu",
    "ErreurFichier",
    "Image",
    "LecteurPdf",
    "LimitesLecture",
    "Mot",
    "PageLue",
    "Signature",
    "Trace",
    "lire_pdf",
    "lire_pdfs",
]
