"""Small square frames in a straight picture, and the ink inside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

_COTE_MIN, _COTE_MAX = 6.0, 18.5
"""Points: 2.1 to 6.5 mm."""
_RAPPORT_MAX = 1.35
_BORD, _BORD_LARGE = 0.16, 0.22
"""Share of the side within which its line runs, scanned lines being a little crooked."""
_COUVERT = 0.8
"""Share of each side that its line must cover."""
_COIN, _COIN_ROND = 0.55, 0.4
"""Share of each corner that is inked: letters have round or missing corners."""
_RETRAIT = 0.22


@dataclass(slots=True)
class Cadre:
    """A frame, in pixels, and the share of its inside that is dark."""

    boite: tuple[float, float, float, float]
    encre: float
    sur: bool
    """False: it may as well be a round letter, or a frame that is badly scanned."""


def cadres(gris: Any, echelle: float) -> list[Cadre]:
    """The frames of the size of a checkbox; ``echelle`` is in pixels per point."""
    encre = encre_de(gris)
    lignes = _lignes_droites(encre, round(0.75 * _COTE_MIN * echelle))
    nombre, _, mesures, _ = cv2.connectedComponentsWithStats(lignes, connectivity=8)
    trouves = []
    for x, y, large, haut, _ in mesures[1:nombre]:
        cotes = sorted((large / echelle, haut / echelle))
        if cotes[0] < _COTE_MIN or cotes[1] > _COTE_MAX or cotes[1] > _RAPPORT_MAX * cotes[0]:
            continue
        cadre = lignes[y : y + haut, x : x + large]
        if _a_quatre_cotes(cadre, _BORD_LARGE, _COIN_ROND):
            dedans = _dedans(encre[y : y + haut, x : x + large])
            boite = (float(x), float(y), float(x + large), float(y + haut))
            encre_dedans = float(np.count_nonzero(dedans)) / max(1, dedans.size)
            trouves.append(Cadre(boite, encre_dedans, _a_quatre_cotes(cadre, _BORD, _COIN)))
    return trouves


def encre_de(gris: Any) -> Any:
    """Dark pixels as 255, specks of noise left out."""
    lisse = cv2.medianBlur(gris, 3)
    seuil, _ = cv2.threshold(lisse, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return cv2.threshold(lisse, min(seuil + 20, 200), 255, cv2.THRESH_BINARY_INV)[1]


def _lignes_droites(encre: Any, longueur: int) -> Any:
    """What is left of the ink in horizontal and vertical lines: letters and crosses go."""
    epaisse = cv2.dilate(encre, np.ones((2, 2), np.uint8))
    plates = cv2.morphologyEx(epaisse, cv2.MORPH_OPEN, np.ones((1, longueur), np.uint8))
    droites = cv2.morphologyEx(epaisse, cv2.MORPH_OPEN, np.ones((longueur, 1), np.uint8))
    return cv2.bitwise_or(plates, droites)


def _a_quatre_cotes(cadre: Any, bord: float, coin_plein: float) -> bool:
    haut, large = cadre.shape
    bord_y, bord_x = max(2, round(bord * haut)), max(2, round(bord * large))
    cotes = (
        cadre[:bord_y].any(axis=0),
        cadre[-bord_y:].any(axis=0),
        cadre[:, :bord_x].any(axis=1),
        cadre[:, -bord_x:].any(axis=1),
    )
    coins = (
        cadre[:bord_y, :bord_x],
        cadre[:bord_y, -bord_x:],
        cadre[-bord_y:, :bord_x],
        cadre[-bord_y:, -bord_x:],
    )
    pleins = all(float(coin.mean()) / 255 >= coin_plein for coin in coins)
    return pleins and all(float(cote.mean()) >= _COUVERT for cote in cotes)


def _dedans(cadre: Any) -> Any:
    haut, large = cadre.shape
    y, x = round(_RETRAIT * haut), round(_RETRAIT * large)
    return cadre[y : haut - y, x : large - x]
