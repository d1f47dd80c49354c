"""A signature table that has a row per party, read cell by cell under its headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import Ancre
from segur_payment.lecture.extraction.bloc import ETIQUETTE, Bloc, centre
from segur_payment.lecture.extraction.dessins import dessin
from segur_payment.lecture.mise_en_page import Segment
from segur_payment.lecture.pdf.modele import Boite


def titres_de_tableau(document: Document, ancre: Ancre) -> tuple[Segment, ...]:
    """The heading cells of a table that has a row per party, right of the party's name."""
    for rang in reversed(document.rangs_de_page(ancre.segment.page)):
        if not -2 < ancre.boite.y0 - rang.boite.y1 < 150:
            continue
        cellules = [s for s in rang.segments if s.boite.x0 > ancre.boite.x0 + 10]
        titres = [
            s for s in cellules if len(s.jetons) <= 5 and ETIQUETTE.match(normaliser(s.texte))
        ]
        if len(titres) >= 2 and len(titres) == len(cellules):
            return tuple(titres)
    return ()


def _premiere_colonne(
    document: Document, ancre: Ancre, titres: tuple[Segment, ...]
) -> Iterator[float]:
    """The top of each cell of the column that names the parties."""
    dessus: Boite | None = None
    for rang in document.rangs_de_page(ancre.segment.page):
        boite = rang.segments[0].jetons[0].boite
        alignee = abs(boite.x0 - ancre.boite.x0) < 12 and boite.x1 < titres[0].boite.x0
        if alignee and boite.y0 > titres[0].boite.y1:
            if dessus is None or boite.y0 - dessus.y1 > 0.8 * boite.hauteur:
                yield boite.y0
            dessus = boite


def _bande(
    document: Document, ancre: Ancre, ancres: Sequence[Ancre], titres: tuple[Segment, ...]
) -> tuple[float, float]:
    """Top and bottom of a table row, whether its cells are set at the top or in the middle."""
    debuts = [
        *_premiere_colonne(document, ancre, titres),
        *(a.boite.y0 for a in ancres if a.segment.page == ancre.segment.page),
    ]
    avant = [y for y in debuts if y < ancre.boite.y0 - 1]
    apres = [y for y in debuts if y > ancre.boite.y0 + 1]
    premiere, entete = min([*debuts, ancre.boite.y0]), titres[0].boite.y1
    centree = any(
        entete < r.boite.y0 < premiere - 4 for r in document.rangs_de_page(ancre.segment.page)
    )
    if centree:
        haut = (max(avant) + ancre.boite.y0) / 2 if avant else entete
        bas = (min(apres) + ancre.boite.y0) / 2 if apres else 2 * ancre.boite.y1 - haut
        return haut, bas
    return ancre.boite.y0 - 3, min(apres) - 3 if apres else ancre.boite.y1 + 45


def ligne_de_tableau(
    document: Document,
    ancre: Ancre,
    ancres: Sequence[Ancre],
    titres: tuple[Segment, ...],
    *,
    paire: bool,
) -> Bloc:
    """The cells of one party, each read with the heading of its column."""
    page = document.page(ancre.segment.page)
    haut, bas = _bande(document, ancre, ancres, titres)
    jetons = [
        j
        for rang in document.rangs_de_page(page.numero)
        for s in rang.segments
        for j in s.jetons
        if haut <= j.milieu <= bas
    ]
    bords = [*(t.boite.x0 - 5 for t in titres), page.largeur]
    cellules = []
    for titre, x0, x1 in zip(titres, bords, bords[1:], strict=False):
        dedans = tuple(j for j in jetons if x0 <= centre(j) < x1)
        cellules.append(Segment((*titre.jetons, *dedans)))
    zone = Boite(titres[0].boite.x0, haut, page.largeur, bas)
    image = dessin(document, ancre, zone)
    qui = tuple(j for j in ancre.segment.jetons if centre(j) < bords[0])
    return Bloc(ancre, zone, (Segment(qui), *cellules), image, en_paire=paire)
