"""The examining process: receives PDFs, answers the facts about their signatures.

It is apart from the process that reads PDFs: pyHanko is not in the core, and a file that stalls
it ends this process only. It opens no connection: nothing is fetched.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import warnings
from typing import Any

from ..pdf import _trames
from ..pdf.enfant import borne, canaux
from ._examen import examiner


def principal() -> None:
    """Serve until the parent closes the pipe."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(2_000)
    gc.freeze()
    entree, sortie = canaux()
    _trames.ecrire(sortie, {"pret": True})
    while True:
        try:
            demande, octets = _trames.lire(entree)
        except (_trames.TrameCoupeeError, OSError):
            os._exit(0)
        with borne(demande):
            reponse = _repondre(octets, demande)
        del octets
        _trames.ecrire(sortie, reponse)


def _repondre(octets: bytes, demande: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"examens": examiner(octets, demande)}
    except MemoryError:
        return {"erreur": "son contrôle demande trop de mémoire"}
    except Exception as erreur:  # noqa: BLE001 - no file may end the process
        return {"erreur": f"pyHanko ne peut pas lire ce fichier ({type(erreur).__name__})"}
