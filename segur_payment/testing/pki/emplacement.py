"""Where the block of a party is on a PDF, to make its signature seen there."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium

from segur_payment.dossier import Partie

_ANCRES = {
    Partie.ANS: ("Pour l’ANS", "Pour l'ANS", "Pour l’Agence", "Pour l'Agence"),
    Partie.EDITEUR: ("Pour l’éditeur", "Pour l'éditeur", "Pour l’Éditeur", "Pour la société"),
}
_LARGEUR, _HAUTEUR, _MARGE = 170, 46, 40


@dataclass(frozen=True)
class Cadre:
    """A rectangle on a page, in points from the BOTTOM-left corner, as PDF signatures have it."""

    page: int
    """From 1."""
    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def bornes(self) -> tuple[int, int, int, int]:
        """Left, bottom, right, top."""
        return self.x0, self.y0, self.x1, self.y1


def cadre_de(pdf: bytes, partie: Partie) -> Cadre:
    """A frame under the words « Pour l’ANS » or « Pour l’éditeur » of the last page that has them.

    A PDF without these words gets a frame at the foot of its last page: the éditeur on the left,
    the ANS on the right.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        for numero in range(len(document), 0, -1):
            for ancre in _ANCRES[partie]:
                if trouve := _sous(document[numero - 1], numero, ancre):
                    return trouve
        largeur, _ = document.get_page_size(len(document) - 1)
        gauche = _MARGE if partie is Partie.EDITEUR else int(largeur) - _MARGE - _LARGEUR
        return Cadre(len(document), gauche, _MARGE, gauche + _LARGEUR, _MARGE + _HAUTEUR)
    finally:
        document.close()


def _sous(page: pdfium.PdfPage, numero: int, ancre: str) -> Cadre | None:
    """The first frame below the words that covers no text, else the one just below them."""
    texte = page.get_textpage()
    trouve = texte.search(ancre).get_next()
    if trouve is None:
        return None
    texte.count_rects(*trouve)
    gauche, bas, _, _ = map(int, texte.get_rect(0))
    cadres = [
        Cadre(numero, gauche, haut - _HAUTEUR, gauche + _LARGEUR, haut)
        for haut in range(bas - 2, _HAUTEUR, -4)
    ]
    vides = (c for c in cadres if not texte.get_text_bounded(*c.bornes).strip())
    return next(vides, cadres[0] if cadres else None)
