"""The examining process: receives PDFs, answers the facts about their signatures.

It is apart from the process that reads PDFs: pyHanko is not in the core, and a file that stalls
it ends this process only. It opens no connection: nothing is fetched.
"""

from __future__ import annotations

import gc
import sys
from typing import Any

from ..pdf import _trames
from ..pdf._service import borne, demandes, ouvrir
from ._examen import examiner


def principal() -> None:
    """Serve until the parent closes the pipe."""
    sys.setrecursionlimit(2_000)
    gc.freeze()
    entree, sortie = ouvrir()
    _trames.ecrire(sortie, {"pret": True})
    for demande, octets in demandes(entree):
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
