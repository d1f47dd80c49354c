"""PDF files, safely read into plain data (pages, words, boxes, form, signatures)."""

from .atelier import LecteurPdf, image_de_page, lire_pdf, lire_pdfs
from .limites import LimitesLecture
from .modele import (
    Boite,
    Carre,
    Champ,
    DocumentLu,
    ErreurFichier,
    Image,
    ImagePage,
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
    "ImagePage",
    "LecteurPdf",
    "LimitesLecture",
    "Mot",
    "PageLue",
    "Signature",
    "Trace",
    "image_de_page",
    "lire_pdf",
    "lire_pdfs",
]
