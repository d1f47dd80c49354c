"""The recognising process: receives pictures, answers words, until its input ends.

It is apart from the process that reads PDFs: it maps more memory than a PDF may ask for, and a
picture that breaks or stalls the engine ends this process only.
"""

from __future__ import annotations

import os
import signal
from typing import Any

import numpy as np

from ..pdf import _trames
from ..pdf._service import SURSIS, demandes, ouvrir
from ._rapide import Lecteur

_FILS_MAX = 4


def principal() -> None:
    """Serve until the parent closes the pipe."""
    entree, sortie = ouvrir()
    lecteur = Lecteur(min(_FILS_MAX, max(1, (os.cpu_count() or 2) // 2)))
    _trames.ecrire(sortie, {"pret": True})
    for demande, gris in demandes(entree):
        _minuter(demande["delai"] + SURSIS)
        _trames.ecrire(sortie, _repondre(lecteur, demande, gris))
        _minuter(0)


def _minuter(secondes: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, secondes)


def _repondre(lecteur: Lecteur, demande: dict[str, Any], gris: bytes) -> dict[str, Any]:
    try:
        pixels = np.frombuffer(gris, np.uint8).reshape(demande["hauteur"], demande["largeur"])
        lecture = lecteur.lire(pixels, demande["echelle"])
    except Exception as erreur:  # noqa: BLE001 - no picture may end the process
        return {"erreur": f"{type(erreur).__name__} : {erreur}"[:200]}
    return {
        "mots": [[m.texte, *_arrondis(m.boite), round(m.confiance, 4)] for m in lecture.mots],
        "cases": [
            [*_arrondis(c.boite), round(c.encre, 4) if c.sur else None] for c in lecture.cadres
        ],
        "quarts_de_tour": lecture.tours,
        "lignes_non_lues": len(lecture.non_lues),
    }


def _arrondis(boite: tuple[float, float, float, float]) -> list[float]:
    return [round(c, 1) for c in boite]
