"""The part of the page that belongs to each party: its words and its drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import BLOC_HAUT, Ancre, ancres_de, cote_a_cote
from segur_payment.lecture.extraction.mentions import mention_de_signature
from segur_payment.lecture.mise_en_page import Jeton, Rang, Segment, contient
from segur_payment.lecture.pdf.modele import Boite

_ENTETE = re.compile(
    r"(?:nom|prenom|qualite|fonction|date|signature|visa|signataire|representant)\b"
)


@dataclass(frozen=True, slots=True)
class Bloc:
    """A party's part of the page: its words, and the drawings that stand there."""

    ancre: Ancre
    zone: Boite
    segments: tuple[Segment, ...]
    image: bool


def blocs_de(document: Document, nom_editeur: str | None) -> list[Bloc]:
    ancres = ancres_de(document, nom_editeur)
    return [_bloc(document, ancre, ancres) for ancre in ancres]


def _bloc(document: Document, ancre: Ancre, ancres: Sequence[Ancre]) -> Bloc:
    if colonnes := _colonnes(document, ancre):
        return _ligne_de_tableau(document, ancre, ancres, colonnes)
    zone = _zone(document, ancre, ancres)
    segments = _sans_pied_de_page(
        document,
        tuple(
            s
            for rang in document.rangs
            for s in _morceaux(rang, ancre, zone, min(a.boite.x0 for a in (*ancres, ancre)))
            if s.page == ancre.segment.page
        ),
    )
    return Bloc(ancre, zone, segments, dessin(document, ancre, zone))


def _zone(document: Document, ancre: Ancre, ancres: Sequence[Ancre]) -> Boite:
    page = next(p for p in document.pages if p.numero == ancre.segment.page)
    memes = [a for a in ancres if a is not ancre and a.segment.page == ancre.segment.page]
    cote = [a for a in memes if cote_a_cote(a.boite, ancre.boite)]
    droite = min((a.boite.x0 for a in cote if a.boite.x0 > ancre.boite.x1), default=None)
    gauche = max((a.boite.x1 for a in cote if a.boite.x1 < ancre.boite.x0), default=None)
    x1 = page.largeur if droite is None else droite - 4
    x0 = (
        0.0 if gauche is None else (ancre.boite.x0 - 25 if ancre.boite.x0 - 25 > gauche else gauche)
    )
    if cote and gauche is None:
        x0 = max(0.0, ancre.boite.x0 - 40)
    dessous = [a.boite.y0 for a in memes if a not in cote and a.boite.y0 > ancre.boite.y0]
    fin = min([*dessous, ancre.boite.y0 + BLOC_HAUT, page.hauteur])
    seul = not any(a not in cote and a.boite.y0 < ancre.boite.y0 for a in memes)
    haut = _haut(document, ancre, x0, x1) if seul else ancre.boite.y0 - 3
    return Boite(x0, haut, x1, fin)


def _haut(document: Document, ancre: Ancre, x0: float, x1: float) -> float:
    """The top of the block: « lu et approuvé » often stands above the name of the party."""
    for rang in document.rangs:
        ecart = ancre.boite.y0 - rang.boite.y1
        if (
            rang.segments[0].page != ancre.segment.page
            or not -2 <= ecart <= 2 * ancre.boite.hauteur
        ):
            continue
        mots = [j.texte for s in rang.segments for j in s.jetons if x0 <= _centre(j) <= x1]
        if mention_de_signature(" ".join(mots)):
            return rang.boite.y0 - 2
    return ancre.boite.y0 - 3


def _morceaux(rang: Rang, ancre: Ancre, zone: Boite, gauche: float) -> Iterator[Segment]:
    """The words of a row that stand in the zone, with the row's own label when it has one."""
    if not zone.y0 - 2 <= (rang.boite.y0 + rang.boite.y1) / 2 <= zone.y1:
        return
    dedans = [j for s in rang.segments for j in s.jetons if zone.x0 <= _centre(j) <= zone.x1]
    etiquette = rang.segments[0]
    commune = etiquette.boite.x1 < gauche and etiquette.page == ancre.segment.page
    if dedans and commune and len(etiquette.jetons) <= 4:
        yield Segment((*etiquette.jetons, *dedans))
    elif dedans:
        yield Segment(tuple(dedans))


def _sans_pied_de_page(document: Document, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Without what stands at the foot of the page, far below the block."""
    gardes: list[Segment] = []
    for segment in segments:
        page = next(p for p in document.pages if p.numero == segment.page)
        loin = gardes and segment.boite.y0 - gardes[-1].boite.y1 > 25
        if segment.boite.y0 > 0.9 * page.hauteur and loin:
            break
        gardes.append(segment)
    return tuple(gardes)


def _centre(jeton: Jeton) -> float:
    return (jeton.boite.x0 + jeton.boite.x1) / 2


def dessin(document: Document, ancre: Ancre, zone: Boite) -> bool:
    """A picture or pen strokes of the size of a signature stand in the zone.

    On a page that is itself a picture, there is ink everywhere: nobody can tell.
    """
    page = next(p for p in document.pages if p.numero == ancre.segment.page)
    if page.image_seule:
        return False
    images = [i.boite for i in page.images]
    traces = [t.boite for t in page.traces if t.segments >= 3]
    return any(
        contient(zone, b, 0)
        and 18 <= b.largeur <= 320
        and 7 <= b.hauteur <= 170
        and not contient(b, ancre.boite, 0)
        and b.y1 > ancre.boite.y0 - 90
        and b.y0 > 60
        for b in (*images, *traces)
    )


def _colonnes(document: Document, ancre: Ancre) -> tuple[Segment, ...]:
    """The heading cells of a table that has a row per party, right of the party's name."""
    for rang in reversed(document.rangs):
        ecart = ancre.boite.y0 - rang.boite.y1
        if rang.segments[0].page != ancre.segment.page or not -2 < ecart < 150:
            continue
        cellules = [s for s in rang.segments if s.boite.x0 > ancre.boite.x0 + 10]
        titres = [s for s in cellules if len(s.jetons) <= 5 and _ENTETE.match(normaliser(s.texte))]
        if len(titres) >= 2 and len(titres) == len(cellules):
            return tuple(titres)
    return ()


def _bande(
    document: Document, ancre: Ancre, ancres: Sequence[Ancre], colonnes: tuple[Segment, ...]
) -> tuple[float, float]:
    """Top and bottom of a table row, whether its cells are set at the top or in the middle."""
    autres = [a.boite.y0 for a in ancres if a.segment.page == ancre.segment.page]
    avant = [y for y in autres if y < ancre.boite.y0]
    apres = [y for y in autres if y > ancre.boite.y0]
    premiere, entete = min(autres), colonnes[0].boite.y1
    centree = any(
        entete < r.boite.y0 < premiere - 4 and r.segments[0].page == ancre.segment.page
        for r in document.rangs
    )
    if centree:
        haut = (max(avant) + ancre.boite.y0) / 2 if avant else entete
        bas = (min(apres) + ancre.boite.y0) / 2 if apres else 2 * ancre.boite.y1 - haut
        return haut, bas
    return ancre.boite.y0 - 3, min(apres) - 3 if apres else ancre.boite.y1 + 45


def _ligne_de_tableau(
    document: Document, ancre: Ancre, ancres: Sequence[Ancre], colonnes: tuple[Segment, ...]
) -> Bloc:
    """The cells of one party, each read with the heading of its column."""
    page = next(p for p in document.pages if p.numero == ancre.segment.page)
    haut, bas = _bande(document, ancre, ancres, colonnes)
    jetons = [
        j
        for rang in document.rangs
        for s in rang.segments
        for j in s.jetons
        if j.page == page.numero and haut <= j.milieu <= bas
    ]
    bords = [*(c.boite.x0 - 5 for c in colonnes), page.largeur]
    cellules = []
    for titre, x0, x1 in zip(colonnes, bords, bords[1:], strict=False):
        dedans = tuple(j for j in jetons if x0 <= _centre(j) < x1)
        cellules.append(Segment((*titre.jetons, *dedans)))
    zone = Boite(colonnes[0].boite.x0, haut, page.largeur, bas)
    return Bloc(ancre, zone, (ancre.segment, *cellules), dessin(document, ancre, zone))
