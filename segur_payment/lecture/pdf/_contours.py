"""Vector paths cut into sub-paths and told apart: rule, rectangle, rounded frame, stroke."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from . import _moteur as m
from ._geometrie import milieu
from ._moteur import Rectangle
from ._objets import ObjetPeint, matrice_de

_SEGMENTS_MAX_PAR_TRACE = 5_000
_EPAISSEUR_REGLE = 2.0
_TOLERANCE = 0.35
Point = tuple[float, float]


class Forme(Enum):
    """What a sub-path looks like."""

    REGLE = auto()
    RECTANGLE = auto()
    ROND = auto()
    """Closed and hugging its box: circle, ellipse, rectangle with rounded corners."""
    TRAIT = auto()


@dataclass(slots=True)
class Contour:
    """A sub-path on the displayed page."""

    forme: Forme
    boite: Rectangle
    segments: int


class LecteurTraces:
    """Reads paths within a budget of segments for the whole page."""

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self.point = m.Sorties(ctypes.c_float, 2)
        self.mode = m.Sorties(ctypes.c_int, 2)

    def peint(self, objet: ObjetPeint) -> bool:
        """Whether the path is filled or stroked (and not only used for clipping)."""
        m.mode_trace(m.Pointeur(objet.adresse), *self.mode.references)
        rempli, trace = self.mode.lues()
        return bool(rempli or trace)

    def contours(self, objet: ObjetPeint) -> Iterator[Contour]:
        """The sub-paths; the whole as one stroke when it is too long to be looked at."""
        if _est_regle(objet.boite):
            yield Contour(Forme.REGLE, objet.boite, 1)
            return
        nombre = max(0, m.nombre_segments(objet.adresse))
        if nombre > min(_SEGMENTS_MAX_PAR_TRACE, self.budget):
            yield Contour(Forme.TRAIT, objet.boite, nombre)
            return
        self.budget -= nombre
        for points, courbe, segments in self._sous_traces(objet, nombre):
            yield _classer(points, courbe, segments)

    def _sous_traces(
        self, objet: ObjetPeint, nombre: int
    ) -> Iterator[tuple[list[Point], bool, list[int]]]:
        a, b, c, d, e, f = m.composer(matrice_de(objet.adresse), objet.vers_page)
        point = self.point.valeurs
        trace = m.Pointeur(objet.adresse)
        points: list[Point] = []
        segments: list[int] = []
        courbe = False
        for i in range(nombre):
            segment = m.segment_de_trace(trace, i)
            genre = m.genre_segment(segment)
            if genre == m.SEGMENT_DEPART and points:
                yield points, courbe, segments
                points, courbe, segments = [], False, []
            if m.point_de_segment(m.Pointeur(segment), *self.point.references):
                x, y = point[:]
                points.append((a * x + c * y + e, b * x + d * y + f))
            courbe = courbe or genre == m.SEGMENT_COURBE
            segments.append(segment)
        if points:
            yield points, courbe, segments


def _est_regle(boite: Rectangle) -> bool:
    largeur, hauteur = boite[2] - boite[0], boite[3] - boite[1]
    epaisseur, longueur = min(largeur, hauteur), max(largeur, hauteur)
    return epaisseur < 0.5 or (epaisseur <= _EPAISSEUR_REGLE and longueur >= 3 * epaisseur)


def _classer(points: list[Point], courbe: bool, segments: list[int]) -> Contour:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    boite = (min(xs), min(ys), max(xs), max(ys))
    nombre = max(1, len(points) - 1)
    if len(points) < 3 or _est_regle(boite):
        droit = _est_regle(boite)
        return Contour(Forme.REGLE if droit else Forme.TRAIT, boite, nombre)
    if not courbe and _aux_coins(points, boite):
        return Contour(Forme.RECTANGLE, boite, nombre)
    if _contre_les_bords(points, boite) and (
        _proches(points[0], points[-1]) or any(map(m.segment_ferme, segments))
    ):
        return Contour(Forme.ROND, boite, nombre)
    return Contour(Forme.TRAIT, boite, nombre)


def _proches(p: Point, q: Point) -> bool:
    return abs(p[0] - q[0]) < _TOLERANCE and abs(p[1] - q[1]) < _TOLERANCE


def _aux_coins(points: list[Point], boite: Rectangle) -> bool:
    coins = set()
    for x, y in points:
        a_gauche, a_droite = abs(x - boite[0]) < _TOLERANCE, abs(x - boite[2]) < _TOLERANCE
        en_haut, en_bas = abs(y - boite[1]) < _TOLERANCE, abs(y - boite[3]) < _TOLERANCE
        if not (a_gauche or a_droite) or not (en_haut or en_bas):
            return False
        coins.add((a_gauche, en_haut))
    return len(coins) == 4


def _contre_les_bords(points: list[Point], boite: Rectangle) -> bool:
    """Every point is away from the centre, and the four sides are reached near their middle."""
    cx, cy = milieu(boite)
    demi_largeur, demi_hauteur = (boite[2] - boite[0]) / 2, (boite[3] - boite[1]) / 2
    ecarts = [((x - cx) / demi_largeur, (y - cy) / demi_hauteur) for x, y in points]
    return len(points) >= 8 and all(u * u + v * v >= 0.7 for u, v in ecarts)
