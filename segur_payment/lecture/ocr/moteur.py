"""The engine of the extra ``[ocr]``: RapidOCR, in a process of its own."""

from __future__ import annotations

import importlib.util
import weakref
from functools import cache
from pathlib import Path

from ..pdf._processus import EchecDeLectureError, Programme
from ..pdf.atelier import Reserve
from ..pdf.limites import LIMITES_PAR_DEFAUT, LimitesLecture
from ..pdf.modele import ErreurFichier, ImagePage
from .modele import CaseReconnue, MotReconnu, PageReconnue

_BIBLIOTHEQUES = ("rapidocr", "onnxruntime", "cv2", "numpy")
_AMORCE = """
import sys, types
lecture, *ailleurs = sys.argv[1:]
sys.path += [d for d in ailleurs if d not in sys.path]
paquet = sys.modules["_segur"] = types.ModuleType("_segur")
paquet.__path__ = [lecture]
import _segur.ocr.enfant
_segur.ocr.enfant.principal()
"""
"""Loads the rooms ``ocr`` and ``pdf`` alone, as the PDF reader does with its own."""
_PROGRAMME = Programme(_AMORCE, Path(__file__).resolve().parents[1], _BIBLIOTHEQUES)


class EchecOcrError(Exception):
    """A picture was not read; the message says why, in French."""


class MoteurRapide:
    """RapidOCR with the weights of its wheel: no network, no other program.

    Each picture is read by a separate process within ``limites.delai_ocr`` seconds; a process
    that fails is replaced. Processes end when the engine is forgotten or the program ends.
    """

    def __init__(self, limites: LimitesLecture = LIMITES_PAR_DEFAUT) -> None:
        self.limites = limites
        self._reserve = Reserve(_PROGRAMME, libres_max=1)
        self._fin = weakref.finalize(self, self._reserve.finir)

    def lire(self, image: ImagePage) -> PageReconnue:
        """The words and the frames of one page.

        Raises:
            EchecOcrError: the engine failed, or took too long.
        """
        delai = self.limites.delai_ocr
        demande = {
            "largeur": image.largeur,
            "hauteur": image.hauteur,
            "echelle": image.echelle,
            "delai": delai,
        }
        try:
            recu, _ = self._reserve.demander(demande, image.gris, delai, self.limites)
        except EchecDeLectureError as echec:
            trop_long = echec.erreur is ErreurFichier.DELAI
            raison = (
                f"a pris plus de {delai:g} s".replace(".", ",")
                if trop_long
                else "a échoué brutalement"
            )
            raise EchecOcrError(f"sa reconnaissance optique {raison}") from echec
        if "erreur" in recu:
            raise EchecOcrError("sa reconnaissance optique a échoué")
        return PageReconnue(
            tuple(MotReconnu(*mot) for mot in recu["mots"]),
            tuple(CaseReconnue(*case) for case in recu["cases"]),
            recu["quarts_de_tour"],
            recu["lignes_non_lues"],
        )


def installe() -> bool:
    """Whether the libraries of the extra ``[ocr]`` are there; none is loaded."""
    return all(importlib.util.find_spec(nom) for nom in _BIBLIOTHEQUES)


@cache
def moteur_de(limites: LimitesLecture) -> MoteurRapide:
    """The engine that the whole program shares, one for each set of limits."""
    return MoteurRapide(limites)
