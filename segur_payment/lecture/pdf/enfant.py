"""The reading process: receives files, answers what it read, until its input ends.

It is started by ``atelier`` with ``python -I`` and knows nothing of the rest of the library.
Its real standard output carries frames only: whatever a library prints goes nowhere.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from . import _trames
from ._document import lire_document
from ._image import rendre_apercu, rendre_page

_SURSIS = 10.0
"""Seconds after the deadline when the process ends itself, should its parent be gone."""


def principal() -> None:
    """Serve until the parent closes the pipe."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(2_000)
    gc.freeze()
    gc.set_threshold(50_000)  # words are many and form no cycle
    entree, sortie = canaux()
    _trames.ecrire(sortie, {"pret": True})
    while True:
        try:
            limites, octets = _trames.lire(entree)
        except (_trames.TrameCoupeeError, OSError):
            os._exit(0)
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
        return lire_document(octets, limites), b""
    except MemoryError:
        return {"erreur": "memoire"}, b""
    except Exception as erreur:  # noqa: BLE001 - no file may end the process
        return {"erreur": "illisible", "detail": f"{type(erreur).__name__} : {erreur}"[:200]}, b""


def canaux() -> tuple[BinaryIO, BinaryIO]:
    """Private copies of the pipes; descriptors 0 to 2 lead nowhere from now on."""
    entree, sortie = os.dup(0), os.dup(1)
    nulle_part = os.open(os.devnull, os.O_RDWR)
    for descripteur in (0, 1, 2):
        os.dup2(nulle_part, descripteur)
    return os.fdopen(entree, "rb", buffering=0), os.fdopen(sortie, "wb", buffering=0)


@contextmanager
def borne(limites: dict[str, Any]) -> Iterator[None]:
    """Bounds of memory and time by the system, where it has them (POSIX)."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    import resource

    avant = resource.getrlimit(resource.RLIMIT_AS)
    plafond = (
        limites["memoire"]
        if avant[1] == resource.RLIM_INFINITY
        else min(limites["memoire"], avant[1])
    )
    resource.setrlimit(resource.RLIMIT_AS, (plafond, avant[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.setitimer(signal.ITIMER_REAL, limites["delai"] + _SURSIS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, avant)
