"""PDF files, safely read into plain data (pages, words, boxes, form, signatures)."""

from .atelier import LecteurPdf, apercu_de_page, image_de_page, lire_pdf, lire_pdfs
from .limites import LimitesLecture
from .modele import (
    Apercu,
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
    "Apercu",
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
    "apercu_de_page",
    "image_de_page",
    "lire_pdf",
    "lire_pdfs",
]
