"""What every process that reads for the library does: its pipes, its silence, its bounds."""

from __future__ import annotations

import logging
import os
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from . import _trames

SURSIS = 10.0
"""Seconds after the deadline when the process ends itself, should its parent be gone."""


def ouvrir() -> tuple[BinaryIO, BinaryIO]:
    """The pipes of a process that from now on is silent, and deaf to an interruption."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    return _canaux()


def demandes(entree: BinaryIO) -> Iterator[tuple[dict[str, Any], bytes]]:
    """What the parent asks, until it closes the pipe: the process ends then."""
    while True:
        try:
            yield _trames.lire(entree)
        except (_trames.TrameCoupeeError, OSError):
            os._exit(0)


def _canaux() -> tuple[BinaryIO, BinaryIO]:
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
    signal.setitimer(signal.ITIMER_REAL, limites["delai"] + SURSIS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, avant)
