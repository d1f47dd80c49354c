"""Shapes that matter: possible checkboxes with their ink, and pen-like strokes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ._contours import Contour, Forme, LecteurTraces
from ._geometrie import (
    aire,
    commun,
    contient,
    contient_point,
    echelle_permise,
    gonfler,
    milieu,
    reunion,
    touche,
)
from ._moteur import Rectangle
from ._objets import Inventaire
from ._rendu import Rendu

COTE_MIN, COTE_MAX = 5.0, 26.0
_RAPPORT_MAX = 1.4
_RETRAIT = 0.22
_ECHELLE = 4.0
_ECART_CLAIR = 50
_CONTRASTE_CADRE = 24
_SEGMENTS_PAR_PAGE = 60_000
_COURTS_MAX = 240
_VOISINAGE = 8.0
_TRAIT_MIN = 8.0


def est_carre(boite: Rectangle) -> bool:
    """Square-ish and of the size of a checkbox."""
    largeur, hauteur = boite[2] - boite[0], boite[3] - boite[1]
    petit, grand = min(largeur, hauteur), max(largeur, hauteur)
    return petit >= COTE_MIN and grand <= COTE_MAX and grand <= petit * _RAPPORT_MAX


def relever(
    inventaire: Inventaire, glyphes: Iterable[Rectangle]
) -> tuple[list[Rectangle], list[Contour]]:
    """(places of possible boxes, one each; strokes outside them, near ones merged)"""
    lecteur = LecteurTraces(_SEGMENTS_PAR_PAGE)
    cadres: list[Rectangle] = []
    regles: list[Rectangle] = []
    traits: list[Contour] = []
    for objet in inventaire.traces:
        if not lecteur.peint(objet):
            continue
        for contour in lecteur.contours(objet):
            if contour.forme is Forme.REGLE:
                regles.append(contour.boite)
            elif contour.forme is not Forme.TRAIT and est_carre(contour.boite):
                cadres.append(contour.boite)
            elif contour.forme is Forme.TRAIT:
                traits.append(contour)
    cadres += _cadres_de_regles(regles)
    places = _un_par_place(cadres)
    places += [g for g in glyphes if not any(contient_point(p, milieu(g)) for p in places)]
    return places, _rapprocher(traits, places)


def _cadres_de_regles(regles: list[Rectangle]) -> list[Rectangle]:
    """Squares made of four separate rules (CSS borders, table cells)."""
    courtes = [r for r in regles if COTE_MIN <= max(r[2] - r[0], r[3] - r[1]) <= COTE_MAX]
    if not 4 <= len(courtes) <= _COURTS_MAX:
        return []
    horizontales = sorted((r for r in courtes if r[2] - r[0] > r[3] - r[1]), key=lambda r: r[1])
    verticales = [r for r in courtes if r[2] - r[0] <= r[3] - r[1]]
    trouves = []
    for i, haut in enumerate(horizontales):
        for bas in horizontales[i + 1 :]:
            if bas[1] - haut[1] > COTE_MAX:
                break
            cadre = reunion((haut, bas))
            if abs(haut[0] - bas[0]) > 1.5 or abs(haut[2] - bas[2]) > 1.5 or not est_carre(cadre):
                continue
            if all(any(_borde(v, cadre, x) for v in verticales) for x in (cadre[0], cadre[2])):
                trouves.append(cadre)
    return trouves


def _borde(verticale: Rectangle, cadre: Rectangle, x: float) -> bool:
    return (
        abs((verticale[0] + verticale[2]) / 2 - x) <= 2
        and abs(verticale[1] - cadre[1]) <= 2
        and abs(verticale[3] - cadre[3]) <= 2
    )


def _un_par_place(cadres: list[Rectangle]) -> list[Rectangle]:
    """Of shapes within one another, keep the outermost."""
    retenus: list[Rectangle] = []
    for cadre in sorted(cadres, key=lambda c: -aire(c)):
        if not any(contient_point(r, milieu(cadre)) for r in retenus):
            retenus.append(cadre)
    return retenus


def _rapprocher(traits: list[Contour], places: list[Rectangle]) -> list[Contour]:
    groupes: list[Contour] = []
    for trait in traits:
        if any(contient(gonfler(p, 3), trait.boite) for p in places):
            continue
        dernier = groupes[-1] if groupes else None
        if dernier and touche(gonfler(dernier.boite, _VOISINAGE), trait.boite):
            dernier.boite = reunion((dernier.boite, trait.boite))
            dernier.segments += trait.segments
        else:
            groupes.append(Contour(Forme.TRAIT, trait.boite, trait.segments))
    return [
        g for g in groupes if max(g.boite[2] - g.boite[0], g.boite[3] - g.boite[1]) >= _TRAIT_MIN
    ]


def encres(
    page: Any, places: list[Rectangle], zone: Rectangle, pixels_max: int
) -> list[tuple[Rectangle, float]]:
    """The ink inside each place; places where nothing can be seen are left out."""
    dedans = [p for p in places if contient_point(zone, milieu(p))]
    if not dedans:
        return []
    utile = commun(zone, gonfler(reunion(dedans), 4))
    rendu = Rendu(page, utile, echelle_permise(utile, _ECHELLE, pixels_max))
    return [
        (place, _encre(rendu, place))
        for place in dedans
        if rendu.contraste_atteint(gonfler(place, 1.5), _CONTRASTE_CADRE)
    ]


def _encre(rendu: Rendu, place: Rectangle) -> float:
    retrait = _RETRAIT * min(place[2] - place[0], place[3] - place[1])
    dedans = b"".join(rendu.lignes(gonfler(place, -retrait)))
    if not dedans:
        return 0.0
    autour = rendu.lignes(gonfler(place, 2.5))
    bord = max(1, round(rendu.echelle))
    anneau = b"".join([*autour[:bord], *autour[-bord:]])
    papier = max(_dominante(dedans), _dominante(anneau or dedans))
    differents = bytes(abs(valeur - papier) > _ECART_CLAIR for valeur in range(256))
    return dedans.translate(differents).count(1) / len(dedans)


def _dominante(pixels: bytes) -> int:
    return Counter(pixels).most_common(1)[0][0]
