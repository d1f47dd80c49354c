"""Pictures and pen strokes that may be the signature of a hand."""

from __future__ import annotations

from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import Ancre
from segur_payment.lecture.mise_en_page import contient
from segur_payment.lecture.pdf.modele import Boite, PageLue

_LARGEUR, _HAUTEUR = (18.0, 320.0), (7.0, 170.0)
_ENTETE = 60.0
_TRAITS_MIN = 3


def dessin(document: Document, ancre: Ancre, zone: Boite) -> bool:
    """A picture or pen strokes of the size of a signature stand in the zone.

    On a page that is itself a picture, there is ink everywhere: nobody can tell.
    """
    page = document.page(ancre.segment.page)
    return not page.image_seule and any(
        contient(zone, b, 0) and not contient(b, ancre.boite, 0) for b in dessins_de(document, page)
    )


def dessins_de(document: Document, page: PageLue) -> list[Boite]:
    """What could be drawn by a hand on the page; letterheads come back on other pages."""
    return [
        b
        for b in _boites(page)
        if _LARGEUR[0] <= b.largeur <= _LARGEUR[1]
        and _HAUTEUR[0] <= b.hauteur <= _HAUTEUR[1]
        and b.y0 > _ENTETE
        and not _repete(document, page, b)
    ]


def _repete(document: Document, page: PageLue, boite: Boite) -> bool:
    return any(
        abs(autre.x0 - boite.x0) < 1 and abs(autre.y0 - boite.y0) < 1
        for suivante in document.pages
        if suivante.numero != page.numero
        for autre in _boites(suivante)
    )


def _boites(page: PageLue) -> list[Boite]:
    traits = [t.boite for t in page.traces if t.segments >= _TRAITS_MIN]
    return [i.boite for i in page.images] + traits
