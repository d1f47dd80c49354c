"""The part of the page where each party signs: its words and its drawings.

Every pair of headings (one per party) bounds two blocks; of all that could be the signature
blocks, the ones that look most like it are kept: a signature, a name, a quality, a date, and
a place near the end of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from segur_payment.dossier import Partie
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import (
    Ancre,
    ancres_de,
    cote_a_cote,
    paires,
    par_page,
    pile,
)
from segur_payment.lecture.extraction.bloc import ETIQUETTE, Bloc, centre
from segur_payment.lecture.extraction.colonnes import Colonnes, partager
from segur_payment.lecture.extraction.dessins import dessin
from segur_payment.lecture.extraction.mentions import identite_du_bloc, mention_de_signature
from segur_payment.lecture.extraction.tableau import ligne_de_tableau, titres_de_tableau
from segur_payment.lecture.mise_en_page import Rang, Segment
from segur_payment.lecture.pdf.modele import Boite

HAUT_MAX = 230.0
_INTERLIGNE, _SERREE = 4.0, 0.8
"""Widest blank between two rows of one cell, in heights of a row: near its heading, and far."""
_PIED = 0.9
_DEBUT_DE_MENTION = re.compile(r"\W*(?:document |pv )?(?:contre)?signee?\b")
_MARGE_HAUTE, _AU_DESSUS = 12.0, 90.0


def blocs_de(document: Document, nom_editeur: str | None) -> list[Bloc]:
    """At most one block per party: the one that looks most like a signature block.

    Raises:
        TropDAncresError: there are more headings than can be compared.
    """
    ancres = ancres_de(document, nom_editeur)
    par_pages = par_page(ancres)
    possibles = [
        bloc
        for ans, autre in paires(ancres)
        for bloc in _en_paire(document, ans, autre, par_pages[ans.segment.page])
    ]
    en_paire = {id(b.ancre.segment) for b in possibles}
    for siennes in par_pages.values():
        seules = [a for a in siennes if a.annonce and id(a.segment) not in en_paire]
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
    document: Document, ans: Ancre, autre: Ancre, ancres: Sequence[Ancre]
) -> Iterator[Bloc]:
    """The blocks below two headings.

    None runs past a « Pour … » of the other party, nor, below a mere label, past another heading.
    """
    if colonnes := partager(document, ans, autre):
        yield from (_colonne(document, ancre, colonnes) for ancre in (ans, autre))
    elif not cote_a_cote(ans.boite, autre.boite):
        for ancre in (ans, autre):
            bornes = [a for a in ancres if _borne(a, ancre)]
            yield _ligne(document, ancre, (ans, autre, *bornes), paire=True)


def _borne(autre: Ancre, ancre: Ancre) -> bool:
    if ancre.annonce:
        return autre.annonce and autre.partie is not ancre.partie
    return autre.annonce or pile(autre, ancre)


def _colonne(document: Document, ancre: Ancre, colonnes: Colonnes) -> Bloc:
    page = document.page(ancre.segment.page)
    a_gauche = ancre.boite.x0 < colonnes.x
    x0, x1 = (colonnes.x0, colonnes.x) if a_gauche else (colonnes.x, page.largeur)
    zone = Boite(x0, _sommet(document, ancre, colonnes), x1, colonnes.bas)
    segments = tuple(
        s
        for rang in document.rangs_de_page(page.numero)
        if colonnes.haut - 2 <= _milieu(rang) <= colonnes.bas
        for s in _cellule(rang, zone, colonnes.x0)
    )
    segments = _sans_pied_de_page(page.hauteur, segments)
    return Bloc(ancre, zone, segments, dessin(document, ancre, zone), en_paire=True)


def _sommet(document: Document, ancre: Ancre, colonnes: Colonnes) -> float:
    """Top of the drawings of a block: a hand also signs above its name, where nothing stands."""
    marge = colonnes.haut - _MARGE_HAUTE
    if ancre.boite.y0 - colonnes.haut < ancre.boite.hauteur:
        return marge
    rangs = document.rangs_de_page(ancre.segment.page)
    dessus = max((r.boite.y1 for r in rangs if r.boite.y1 <= colonnes.haut + 1), default=0.0)
    return min(marge, max(dessus, colonnes.haut - _AU_DESSUS))


def _cellule(rang: Rang, zone: Boite, labels: float) -> Iterator[Segment]:
    """The words of a row that stand in the zone, with the row's own label when it has one."""
    dedans = [j for s in rang.segments for j in s.jetons if zone.x0 <= centre(j) <= zone.x1]
    etiquette = rang.segments[0]
    commune = etiquette.boite.x1 <= labels and ETIQUETTE.match(normaliser(etiquette.texte))
    if dedans and commune:
        yield Segment((*etiquette.jetons, *dedans))
    elif dedans:
        yield Segment(tuple(dedans))


def _ligne(document: Document, ancre: Ancre, ancres: Sequence[Ancre], *, paire: bool) -> Bloc:
    """A block as wide as the page, from its heading down to the next one."""
    if titres := titres_de_tableau(document, ancre):
        return ligne_de_tableau(document, ancre, ancres, titres, paire=paire)
    page = document.page(ancre.segment.page)
    sous = [
        _haut(document, a, ancres)
        for a in ancres
        if a.segment.page == page.numero and a.boite.y0 > ancre.boite.y1
    ]
    bas = min([*(y - 2 for y in sous), ancre.boite.y0 + HAUT_MAX, page.hauteur])
    debut = _haut(document, ancre, ancres)
    dessus = [
        a.boite.y1 for a in ancres if a.segment.page == page.numero and a.boite.y1 < ancre.boite.y0
    ]
    haut = max([*dessus, debut - _MARGE_HAUTE])
    gauche = _gauche(document, ancre, debut, bas)
    zone = Boite(gauche, haut, page.largeur, bas)
    segments = tuple(
        Segment(dedans)
        for rang in document.rangs_de_page(page.numero)
        if debut - 3 <= _milieu(rang) <= bas
        for s in rang.segments
        if (dedans := tuple(j for j in s.jetons if zone.x0 <= centre(j)))
    )
    segments = _sans_pied_de_page(page.hauteur, segments)
    return Bloc(ancre, zone, segments, dessin(document, ancre, zone), en_paire=paire)


def _gauche(document: Document, ancre: Ancre, haut: float, bas: float) -> float:
    """Left edge of a block that does not begin at the margin: right of the column before it."""
    if ancre.boite.x0 <= document.page(ancre.segment.page).largeur / 3:
        return 0.0
    avant = [
        s.boite.x1
        for rang in document.rangs_de_page(ancre.segment.page)
        if haut <= _milieu(rang) <= bas
        for s in rang.segments
        if s.boite.x1 < ancre.boite.x0
    ]
    return max([ancre.boite.x0 - 40, *avant])


def _haut(document: Document, ancre: Ancre, ancres: Sequence[Ancre]) -> float:
    """Where the party's block begins: at a mention above its name when all are set so."""
    ici = [a for a in ancres if a.segment.page == ancre.segment.page]
    premiere = min([ancre, *ici], key=lambda a: a.boite.y0)
    if _mention_au_dessus(document, premiere) is not None:
        dessus = _mention_au_dessus(document, ancre)
        if dessus is not None:
            return dessus
    return _haut_de_cellule(document, ancre, ici)


def _haut_de_cellule(document: Document, ancre: Ancre, ancres: Sequence[Ancre]) -> float:
    """Where the party's row begins: a cell of several lines has its heading at mid-height.

    Where one such cell stands above another, it reaches as far below its heading as above it;
    above half way to the heading above, a line that a blank parts is of that one.
    """
    dessus = [a for a in ancres if pile(a, ancre) and a.boite.y1 < ancre.boite.y0]
    precedente = max(dessus, key=lambda a: a.boite.y0, default=None)
    plafond = 0.0
    if precedente and _seules_dans_leur_colonne(document, precedente, ancre):
        milieu = _milieu(precedente.segment)
        demi = milieu - _haut_de_cellule(document, precedente, ())
        if demi < precedente.boite.hauteur:
            return ancre.boite.y0
        plafond = milieu + demi
    haut = ancre.boite.y0
    bas = [a.boite.y1 for a in ancres if a.boite.y1 < haut]
    mi_chemin = (max(bas) + haut) / 2 if bas else 0.0
    for rang in reversed(document.rangs_de_page(ancre.segment.page)):
        if _milieu(rang) > _milieu(ancre.segment) - 1:
            continue
        a_droite = all(s.boite.x0 > ancre.boite.x1 + 5 for s in rang.segments)
        permis = _INTERLIGNE if _milieu(rang) > mi_chemin else _SERREE
        loin = haut - rang.boite.y1 > permis * rang.boite.hauteur
        if not a_droite or loin or rang.boite.y0 < plafond:
            break
        haut = rang.boite.y0
    return haut


def _seules_dans_leur_colonne(document: Document, haute: Ancre, basse: Ancre) -> bool:
    """Whether all that stands between two headings is at their right."""
    return all(
        rang.boite.x0 > basse.boite.x1 + 5
        for rang in document.rangs_de_page(basse.segment.page)
        if haute.boite.y1 < _milieu(rang) < basse.boite.y0
    )


def _mention_au_dessus(document: Document, ancre: Ancre) -> float | None:
    """Top of « Signé par X » that stands right above the bare name of a party."""
    dessus = [r for r in document.rangs_de_page(ancre.segment.page) if r.boite.y1 <= ancre.boite.y0]
    if ancre.annonce or not dessus or len(dessus[-1].segments) > 1:
        return None
    boite, texte = dessus[-1].boite, dessus[-1].segments[0]
    serree = ancre.boite.y0 - boite.y1 <= boite.hauteur
    lue = mention_de_signature(texte.texte) if _DEBUT_DE_MENTION.match(texte.lu.normal) else None
    return boite.y0 if serree and lue and lue.nom else None


def _sans_pied_de_page(hauteur: float, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Without what stands at the foot of the page, far below the block."""
    for rang, segment in enumerate(segments[1:], 1):
        loin = segment.boite.y0 - segments[rang - 1].boite.y1 > 25
        if segment.boite.y0 > _PIED * hauteur and loin:
            return segments[:rang]
    return segments


def _milieu(rang: Rang | Segment) -> float:
    return (rang.boite.y0 + rang.boite.y1) / 2
