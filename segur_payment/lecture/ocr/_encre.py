"""Lines of writing in a straight picture that no word was read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from ._cadres import encre_de

_LETTRE_MIN, _LETTRE_MAX = 2.6, 16.0
"""Height of a letter, in points: specks and dots are smaller, logos and pen strokes larger."""
_LARGE_MAX = 60.0
"""Width, in points, of letters that a bad scan joins."""
_TRAIT = 26.0
"""A straight stroke this long, in points, is a rule or the side of a frame."""
_ENTRE_LETTRES = 7.0
_TACHES_MIN, _LETTRES_MIN = 4, 8
_ALIGNEES = 0.6
"""Share of the letters of a line that stand on one base, descenders and accents left out."""
_MARGE = 2.5

Boite = tuple[float, float, float, float]


def lignes_non_lues(gris: Any, lues: Sequence[Boite], echelle: float) -> list[Boite]:
    """Boxes, in pixels, of what looks like a line of writing outside the boxes of what was read."""
    reste = _sans_traits(encre_de(gris), echelle)
    for x0, y0, x1, y1 in lues:
        marge = _MARGE * echelle
        coins = (round(x0 - marge), round(y0 - marge)), (round(x1 + marge), round(y1 + marge))
        cv2.rectangle(reste, *coins, 0, thickness=-1)
    return _alignees(_lettres(reste, echelle), echelle)


def _sans_traits(encre: Any, echelle: float) -> Any:
    """Without rules and frames: what stays inked along a long straight stroke."""
    long = round(_TRAIT * echelle)
    epaisse = cv2.dilate(encre, np.ones((2, 2), np.uint8))
    for forme in ((1, long), (long, 1)):
        traits = cv2.morphologyEx(epaisse, cv2.MORPH_OPEN, np.ones(forme, np.uint8))
        encre = cv2.subtract(encre, cv2.dilate(traits, np.ones((3, 3), np.uint8)))
    return encre


def _lettres(encre: Any, echelle: float) -> Any:
    """One row (x0, y0, x1, y1) by spot of the size of a letter, or of a few that touch."""
    nombre, _, mesures, _ = cv2.connectedComponentsWithStats(encre, connectivity=8)
    x, y, large, haut, pleins = mesures[1:nombre].T
    garder = (
        (haut >= _LETTRE_MIN * echelle)
        & (haut <= _LETTRE_MAX * echelle)
        & (large <= _LARGE_MAX * echelle)
        & (pleins >= 0.12 * large * haut)
    )
    return np.stack([x, y, x + large, y + haut], axis=1)[garder]


def _alignees(lettres: Any, echelle: float) -> list[Boite]:
    """Runs of letters side by side on one base."""
    lignes: list[list[Any]] = []
    for lettre in sorted(lettres.tolist()):
        x0, y0, _, y1 = lettre
        for ligne in lignes:
            dernier = ligne[-1]
            milieu = (y0 + y1) / 2
            if x0 - dernier[2] < _ENTRE_LETTRES * echelle and dernier[1] <= milieu <= dernier[3]:
                ligne.append(lettre)
                break
        else:
            lignes.append([lettre])
    return [_cadre(ligne) for ligne in lignes if _est_une_ligne(ligne)]


def _est_une_ligne(ligne: list[Any]) -> bool:
    if len(ligne) < _TACHES_MIN:
        return False
    boites = np.array(ligne)
    hauteurs = boites[:, 3] - boites[:, 1]
    hauteur = float(np.median(hauteurs))
    if np.maximum(1.0, (boites[:, 2] - boites[:, 0]) / hauteurs).sum() < _LETTRES_MIN:
        return False
    base = float(np.median(boites[:, 3]))
    return bool((np.abs(boites[:, 3] - base) <= 0.2 * hauteur).mean() >= _ALIGNEES)


def _cadre(ligne: list[Any]) -> Boite:
    boites = np.array(ligne)
    x0, y0 = boites[:, :2].min(axis=0)
    x1, y1 = boites[:, 2:].max(axis=0)
    return float(x0), float(y0), float(x1), float(y1)
