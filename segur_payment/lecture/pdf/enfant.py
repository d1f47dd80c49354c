"""The reading process: receives files, answers what it read, until its input ends.

It is started by ``atelier`` with ``python -I`` and knows nothing of the rest of the library.
Its real standard output carries frames only: whatever a library prints goes nowhere.
"""

from __future__ import annotations

import gc
import sys
from typing import Any

from . import _trames
from ._document import lire_document
from ._image import rendre_apercu, rendre_page
from ._service import borne, demandes, ouvrir


def principal() -> None:
    """Serve until the parent closes the pipe."""
    sys.setrecursionlimit(2_000)
    gc.freeze()
    gc.set_threshold(50_000)  # words are many and form no cycle
    entree, sortie = ouvrir()
    _trames.ecrire(sortie, {"pret": True})
    for limites, octets in demandes(entree):
        with borne(limites):
            reponse, corps = _repondre(octets, limites)
        del octets
        _trames.ecrire(sortie, reponse, corps)


def _repondre(octets: bytes, limites: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        if "image" in limites:
            return rendre_page(octets, limites["image"], limites["pixels_max"])
        if "apercu" in limites:
            return rendre_apercu(octets, limites["apercu"], limites["pixels_max"])
        document = lire_document(octets, limites)
        return document, b"".join(page.pop("boites", b"") for page in document.get("pages", ()))
    except MemoryError:
        return {"erreur": "memoire"}, b""
    except Exception as erreur:  # noqa: BLE001 - no file may end the process
        return {"erreur": "illisible", "detail": f"{type(erreur).__name__} : {erreur}"[:200]}, b""
