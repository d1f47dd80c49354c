"""The part of the page where each party signs: its words and its drawings.

Every pair of headings (one per party) bounds two blocks; of all that could be the signature
blocks, the ones that look most like it are kept: a signature, a name, a quality, a date, and
a place near the end of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from segur_payment.dossier import Partie
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import Ancre, ancres_de, cote_a_cote, paires
from segur_payment.lecture.extraction.colonnes import Colonnes, partager
from segur_payment.lecture.extraction.dessins import dessin
from segur_payment.lecture.extraction.mentions import identite_du_bloc, mention_de_signature
from segur_payment.lecture.mise_en_page import Jeton, Rang, Segment
from segur_payment.lecture.pdf.modele import Boite

HAUT_MAX = 230.0
_PIED = 0.9
_ETIQUETTE = re.compile(
    r"(?:nom|prenom|qualite|fonction|date|signature|visa|signataire|representant|lieu|cachet"
    r"|mention|fait)\b[^:]{0,30}:?$"
)
_MARGE_HAUTE = 12.0


@dataclass(frozen=True, slots=True)
class Bloc:
    """A party's part of the page: its words, and the drawings that stand there."""

    ancre: Ancre
    zone: Boite
    segments: tuple[Segment, ...]
    image: bool
    en_paire: bool = False

    @property
    def texte(self) -> str:
        """Its words, a line per cell."""
        return "\n".join(s.texte for s in self.segments)


def blocs_de(document: Document, nom_editeur: str | None) -> list[Bloc]:
    """At most one block per party: the one that looks most like a signature block."""
    ancres = ancres_de(document, nom_editeur)
    annoncees = [a for a in ancres if a.annonce]
    possibles = [
        b for deux in paires(ancres) for b in _en_paire(document, *deux, annoncees=annoncees)
    ]
    en_paire = {id(b.ancre.segment) for b in possibles}
    seules = [a for a in ancres if a.annonce and id(a.segment) not in en_paire]
    possibles += [_ligne(document, a, seules, paire=False) for a in seules]
    retenus: list[Bloc] = []
    for partie in Partie:
        siens = [b for b in possibles if b.ancre.partie is partie]
        if siens:
            retenus.append(max(siens, key=lambda b: (_note(document, b), _place(b))))
    return retenus


def _place(bloc: Bloc) -> tuple[int, float]:
    return bloc.ancre.segment.page, bloc.ancre.boite.y0


def _note(document: Document, bloc: Bloc) -> float:
    """How much the block looks like one where somebody signs."""
    identite = identite_du_bloc([s.texte for s in bloc.segments])
    signe = bloc.image or mention_de_signature(bloc.texte) is not None
    nombre = sum(len(s.jetons) for s in bloc.segments)
    pages = [p.numero for p in document.pages]
    return (
        4.0 * signe
        + 1.5 * (identite.nom is not None)
        + (identite.qualite is not None)
        + (identite.date is not None)
        + bloc.ancre.annonce
        + 1.5 * bloc.en_paire
        + 1.5 * (pages.index(bloc.ancre.segment.page) + 1) / len(pages)
        - 2.0 * (nombre > 60)
    )


def _en_paire(
    document: Document, ans: Ancre, autre: Ancre, *, annoncees: Sequence[Ancre]
) -> Iterator[Bloc]:
    """The blocks below two headings; below a mere label, none runs past a « Pour … »."""
    if colonnes := partager(document, ans, autre):
        yield from (_colonne(document, ancre, colonnes) for ancre in (ans, autre))
    elif not cote_a_cote(ans.boite, autre.boite):
        for ancre in (ans, autre):
            bornes = (ans, autre) if ancre.annonce else (ans, autre, *annoncees)
            yield _ligne(document, ancre, bornes, paire=True)


def _colonne(document: Document, ancre: Ancre, colonnes: Colonnes) -> Bloc:
    page = document.page(ancre.segment.page)
    a_gauche = ancre.boite.x0 < colonnes.x
    x0, x1 = (colonnes.x0, colonnes.x) if a_gauche else (colonnes.x, page.largeur)
    zone = Boite(x0, colonnes.haut - _MARGE_HAUTE, x1, colonnes.bas)
    segments = tuple(
        s
        for rang in document.rangs_de_page(page.numero)
        if colonnes.haut - 2 <= _milieu(rang) <= colonnes.bas
        for s in _cellule(rang, zone, colonnes.x0)
    )
    segments = _sans_pied_de_page(page.hauteur, segments)
    return Bloc(ancre, zone, segments, dessin(document, ancre, zone), en_paire=True)


def _cellule(rang: Rang, zone: Boite, labels: float) -> Iterator[Segment]:
    """The words of a row that stand in the zone, with the row's own label when it has one."""
    dedans = [j for s in rang.segments for j in s.jetons if zone.x0 <= _centre(j) <= zone.x1]
    etiquette = rang.segments[0]
    commune = etiquette.boite.x1 <= labels and _ETIQUETTE.match(normaliser(etiquette.texte))
    if dedans and commune:
        yield Segment((*etiquette.jetons, *dedans))
    elif dedans:
        yield Segment(tuple(dedans))


def _ligne(document: Document, ancre: Ancre, ancres: Sequence[Ancre], *, paire: bool) -> Bloc:
    """A block as wide as the page, from its heading down to the next one."""
    if titres := _titres_de_tableau(document, ancre):
        return _ligne_de_tableau(document, ancre, titres, paire=paire)
    page = document.page(ancre.segment.page)
    sous = [
        _haut_de_cellule(document, a)
        for a in ancres
        if a.segment.page == page.numero and a.boite.y0 > ancre.boite.y1
    ]
    bas = min([*(y - 2 for y in sous), ancre.boite.y0 + HAUT_MAX, page.hauteur])
    debut = _haut_de_cellule(document, ancre)
    dessus = [
        a.boite.y1 for a in ancres if a.segment.page == page.numero and a.boite.y1 < ancre.boite.y0
    ]
    haut = max([*dessus, debut - _MARGE_HAUTE])
    gauche = ancre.boite.x0 - 40 if ancre.boite.x0 > page.largeur / 3 else 0.0
    zone = Boite(gauche, haut, page.largeur, bas)
    segments = tuple(
        Segment(dedans)
        for rang in document.rangs_de_page(page.numero)
        if debut - 3 <= _milieu(rang) <= bas
        for s in rang.segments
        if (dedans := tuple(j for j in s.jetons if zone.x0 <= _centre(j)))
    )
    segments = _sans_pied_de_page(page.hauteur, segments)
    return Bloc(ancre, zone, segments, dessin(document, ancre, zone), en_paire=paire)


def _haut_de_cellule(document: Document, ancre: Ancre) -> float:
    """Where the party's row begins: a cell of several lines has its heading at mid-height."""
    haut = ancre.boite.y0
    for rang in reversed(document.rangs_de_page(ancre.segment.page)):
        if rang.boite.y1 > haut + 1:
            continue
        a_droite = all(s.boite.x0 > ancre.boite.x1 + 5 for s in rang.segments)
        if not a_droite or haut - rang.boite.y1 > 2.5 * rang.boite.hauteur:
            break
        haut = rang.boite.y0
    return haut


def _sans_pied_de_page(hauteur: float, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Without what stands at the foot of the page, far below the block."""
    for rang, segment in enumerate(segments[1:], 1):
        loin = segment.boite.y0 - segments[rang - 1].boite.y1 > 25
        if segment.boite.y0 > _PIED * hauteur and loin:
            return segments[:rang]
    return segments


def _centre(jeton: Jeton) -> float:
    return (jeton.boite.x0 + jeton.boite.x1) / 2


def _milieu(rang: Rang) -> float:
    return (rang.boite.y0 + rang.boite.y1) / 2


def _titres_de_tableau(document: Document, ancre: Ancre) -> tuple[Segment, ...]:
    """The heading cells of a table that has a row per party, right of the party's name."""
    for rang in reversed(document.rangs_de_page(ancre.segment.page)):
        if not -2 < ancre.boite.y0 - rang.boite.y1 < 150:
            continue
        cellules = [s for s in rang.segments if s.boite.x0 > ancre.boite.x0 + 10]
        titres = [
            s for s in cellules if len(s.jetons) <= 5 and _ETIQUETTE.match(normaliser(s.texte))
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


def _bande(document: Document, ancre: Ancre, titres: tuple[Segment, ...]) -> tuple[float, float]:
    """Top and bottom of a table row, whether its cells are set at the top or in the middle."""
    debuts = list(_premiere_colonne(document, ancre, titres))
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


def _ligne_de_tableau(
    document: Document, ancre: Ancre, titres: tuple[Segment, ...], *, paire: bool
) -> Bloc:
    """The cells of one party, each read with the heading of its column."""
    page = document.page(ancre.segment.page)
    haut, bas = _bande(document, ancre, titres)
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
        dedans = tuple(j for j in jetons if x0 <= _centre(j) < x1)
        cellules.append(Segment((*titre.jetons, *dedans)))
    zone = Boite(titres[0].boite.x0, haut, page.largeur, bas)
    image = dessin(document, ancre, zone)
    qui = tuple(j for j in ancre.segment.jetons if _centre(j) < bords[0])
    return Bloc(ancre, zone, (Segment(qui), *cellules), image, en_paire=paire)
