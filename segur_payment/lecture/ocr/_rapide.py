"""RapidOCR on one picture, inside the recognising process: lines, then words put straight."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import cv2
import numpy as np
from rapidocr import RapidOCR

from ._cadres import Cadre, cadres
from ._encre import lignes_non_lues

_COTE_DETECTION = 1300
"""Longest side, in pixels, of the picture in which lines are looked for."""
_COUPURE = 2.2
"""A letter this many usual widths away from the one before begins another word."""
_CONFIANCE_A_L_ENDROIT = 0.75
_LONGUE = 4.0
"""Lines this many times longer than high tell how the page lies."""
_ELISION = re.compile(r"^[I|](?=['’][a-zà-ÿ])")
"""« I'honneur »: in most sans-serif fonts, capital i and l are one and the same drawing."""
_RETRAIT = 0.16
"""Share of the height taken off above and below: the lines are found with a margin."""


@dataclass(slots=True)
class Mot:
    """A word with its box in pixels of the straight, upright page."""

    texte: str
    boite: tuple[float, float, float, float]
    confiance: float


@dataclass(slots=True)
class Lecture:
    """What was read in one picture, straight and upright after ``tours`` quarter turns."""

    mots: list[Mot]
    cadres: list[Cadre]
    surete: float
    """Mean confidence of the letters: far lower when they are upside down."""
    non_lues: list[tuple[float, float, float, float]]
    """What looks like lines of writing that no word was read from, in pixels."""
    tours: int = 0


@dataclass(slots=True)
class _Ligne:
    """A line of text: its four corners (from the top left, clockwise) and its letters."""

    coins: Any
    texte: str
    confiances: list[float]
    colonnes: list[float]
    """Middle of each letter that is no space, as a share of the length of the line."""


class Lecteur:
    """Loads the networks once, then reads pictures."""

    def __init__(self, fils: int) -> None:
        self._moteur: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.text_score": 0.0,
                "Global.return_word_box": True,
                "EngineConfig.onnxruntime.intra_op_num_threads": fils,
            }
        )

    def lire(self, gris: Any, echelle: float) -> Lecture:
        """Read a picture of ``echelle`` pixels per point, whichever way the page lies in it."""
        coins = self._reperer(gris)
        lectures: list[Lecture] = []
        for tours in (1, 3) if _couchees(coins) else (0, 2):
            droite = np.ascontiguousarray(np.rot90(gris, -tours))
            lecture = self._lire(droite, coins if tours == 0 else self._reperer(droite), echelle)
            lecture.tours = tours
            lectures.append(lecture)
            if lecture.surete >= _CONFIANCE_A_L_ENDROIT:
                break
        return max(lectures, key=lambda lecture: lecture.surete)

    def _reperer(self, gris: Any) -> list[Any]:
        """The four corners of each line of text, from its top left, clockwise."""
        rapport = min(1.0, _COTE_DETECTION / max(gris.shape))
        petite = cv2.resize(
            cv2.cvtColor(gris, cv2.COLOR_GRAY2BGR), None, fx=rapport, fy=rapport,
            interpolation=cv2.INTER_AREA,
        )  # fmt: skip
        trouvees = self._moteur._load_det_model()(petite).boxes
        if trouvees is None:
            return []
        return [np.asarray(boite, dtype=np.float32) / rapport for boite in trouvees]

    def _lire(self, gris: Any, coins: list[Any], echelle: float) -> Lecture:
        """The frames first, then the words of a picture from which they are wiped off."""
        redresser = _rotation(gris, _inclinaison(coins))
        hauteur, largeur = gris.shape
        droite = cv2.warpAffine(
            gris, redresser, (largeur, hauteur), flags=cv2.INTER_LINEAR, borderValue=255
        )
        trouves = cadres(droite, echelle)
        propre = _effacer(gris, [cadre for cadre in trouves if cadre.sur], redresser)
        lignes = self._reconnaitre(propre, coins)
        mots = [mot for ligne in lignes for mot in _mots(ligne, redresser)]
        confiances = [c for ligne in lignes for c in ligne.confiances]
        return Lecture(
            mots,
            [cadre for cadre in trouves if cadre.sur or not _dans_un_mot(cadre, mots)],
            sum(confiances) / len(confiances) if confiances else 0.0,
            lignes_non_lues(droite, _lues(lignes, trouves, redresser), echelle),
        )

    def _reconnaitre(self, gris: Any, coins: list[Any]) -> list[_Ligne]:
        if not coins:
            return []
        image = cv2.cvtColor(gris, cv2.COLOR_GRAY2BGR)
        lues = self._moteur.recognize_txt(self._moteur.crop_text_regions(image, coins))
        return [
            _Ligne(quatre, texte, list(infos.confs), _colonnes(infos))
            for quatre, texte, infos in zip(coins, lues.txts, lues.word_results, strict=True)
            if texte.strip()
        ]


def _lues(
    lignes: list[_Ligne], trouves: list[Cadre], redresser: Any
) -> list[tuple[float, float, float, float]]:
    """Where the straight page holds lines that were read, and frames."""
    boites = [cadre.boite for cadre in trouves]
    for ligne in lignes:
        points = [redresser @ np.array([x, y, 1.0]) for x, y in ligne.coins]
        xs, ys = [float(p[0]) for p in points], [float(p[1]) for p in points]
        boites.append((min(xs), min(ys), max(xs), max(ys)))
    return boites


def _effacer(gris: Any, trouves: list[Cadre], redresser: Any) -> Any:
    """Without the frames: no engine reads ☒, and a letter read in its place would be wrong."""
    propre = gris.copy()
    retour = cv2.invertAffineTransform(redresser)
    for cadre in trouves:
        x0, y0, x1, y1 = cadre.boite
        coins = [retour @ np.array([x, y, 1.0]) for x, y in _autour(x0, y0, x1, y1)]
        cv2.fillConvexPoly(propre, np.array(coins).round().astype(np.int32), 255)
    return propre


def _dans_un_mot(cadre: Cadre, mots: list[Mot]) -> bool:
    """It is a letter: the word around it was read."""
    x, y = (cadre.boite[0] + cadre.boite[2]) / 2, (cadre.boite[1] + cadre.boite[3]) / 2
    return any(
        len(mot.texte) > 1
        and mot.boite[0] <= x <= mot.boite[2]
        and mot.boite[1] <= y <= mot.boite[3]
        for mot in mots
    )


def _autour(x0: float, y0: float, x1: float, y1: float) -> list[tuple[float, float]]:
    return [(x0 - 2, y0 - 2), (x1 + 2, y0 - 2), (x1 + 2, y1 + 2), (x0 - 2, y1 + 2)]


def _colonnes(infos: Any) -> list[float]:
    places = [colonne for mot in infos.word_cols for colonne in mot]
    return [(place + 0.5) / infos.line_txt_len for place in places]


def _cotes(coins: Any) -> tuple[float, float]:
    return (
        max(math.dist(coins[0], coins[1]), math.dist(coins[3], coins[2])),
        max(math.dist(coins[0], coins[3]), math.dist(coins[1], coins[2])),
    )


def _couchees(lignes: list[Any]) -> bool:
    """Most of the long lines run up or down the page."""
    cotes = [_cotes(coins) for coins in lignes]
    debout = sum(hauteur > _LONGUE * largeur for largeur, hauteur in cotes)
    plates = sum(largeur > _LONGUE * hauteur for largeur, hauteur in cotes)
    return debout > plates


def _inclinaison(lignes: list[Any]) -> float:
    """Slope of the page in degrees, from its long lines."""
    angles = []
    for coins in lignes:
        largeur, hauteur = _cotes(coins)
        if largeur > _LONGUE * hauteur:
            (xa, ya), (xb, yb), (xc, yc), (xd, yd) = coins
            angles.append(math.degrees(math.atan2(yb - ya + yc - yd, xb - xa + xc - xd)))
    return median(angles) if angles else 0.0


def _rotation(image: Any, angle: float) -> Any:
    hauteur, largeur = image.shape
    return cv2.getRotationMatrix2D((largeur / 2, hauteur / 2), angle, 1.0)


def _mots(ligne: _Ligne, redresser: Any) -> list[Mot]:
    mots: list[Mot] = []
    for texte, confiance, debut, fin in _decoupe(ligne):
        haut_gauche, haut_droite, bas_droite, bas_gauche = ligne.coins
        points = [
            haut_gauche + (haut_droite - haut_gauche) * debut,
            haut_gauche + (haut_droite - haut_gauche) * fin,
            bas_gauche + (bas_droite - bas_gauche) * debut,
            bas_gauche + (bas_droite - bas_gauche) * fin,
        ]
        places = [redresser @ np.array([x, y, 1.0]) for x, y in points]
        y0 = float(places[0][1] + places[1][1]) / 2
        y1 = float(places[2][1] + places[3][1]) / 2
        marge = _RETRAIT * (y1 - y0)
        x0, x1 = float(min(p[0] for p in places)), float(max(p[0] for p in places))
        mots.append(Mot(texte, (x0, y0 + marge, x1, y1 - marge), confiance))
    return mots


def _decoupe(ligne: _Ligne) -> list[tuple[str, float, float, float]]:
    """(word, confidence of its least certain letter, beginning and end along the line)"""
    if len(ligne.confiances) != len(ligne.texte):
        return [(ligne.texte, min(ligne.confiances, default=0.0), 0.0, 1.0)]
    places = iter(ligne.colonnes)
    lettres = [
        (lettre, confiance, None if lettre.isspace() else next(places, None))
        for lettre, confiance in zip(ligne.texte, ligne.confiances, strict=True)
    ]
    pas = _pas(ligne.colonnes)
    mots: list[list[tuple[str, float, float]]] = [[]]
    for lettre, confiance, place in lettres:
        if place is None:
            mots.append([])
            continue
        if mots[-1] and place - mots[-1][-1][2] > _COUPURE * pas:
            mots.append([])
        mots[-1].append((lettre, confiance, place))
    return [
        (
            _ELISION.sub("l", "".join(lettre for lettre, _, _ in mot)),
            _confiance(mot),
            max(0.0, mot[0][2] - pas / 2),
            min(1.0, mot[-1][2] + pas / 2),
        )
        for mot in mots
        if mot
    ]


def _confiance(mot: list[tuple[str, float, float]]) -> float:
    """That of the least certain letter or figure; how an apostrophe is drawn does not matter."""
    utiles = [confiance for lettre, confiance, _ in mot if lettre.isalnum()]
    return min(utiles or [confiance for _, confiance, _ in mot])


def _pas(colonnes: list[float]) -> float:
    """Usual distance between two letters."""
    ecarts = [b - a for a, b in pairwise(colonnes)]
    return median(ecarts) if ecarts else 1.0 / max(1, len(colonnes))
