"""Frames between the two processes: two lengths, a JSON head, a body of raw bytes."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LONGUEURS = struct.Struct(">IQ")
_MAXIMUM = 2**30


class TrameCoupeeError(Exception):
    """The other side is gone, or does not speak this language."""


def ecrire(flux: BinaryIO, tete: Any, corps: bytes = b"") -> None:
    """Send one frame. Unpaired surrogates, which UTF-8 cannot carry, become question marks."""
    texte = json.dumps(tete, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    _tout_ecrire(flux, _LONGUEURS.pack(len(texte), len(corps)) + texte)
    _tout_ecrire(flux, corps)
    flux.flush()


def lire(flux: BinaryIO) -> tuple[Any, bytes]:
    """Receive one frame."""
    longueur_tete, longueur_corps = _LONGUEURS.unpack(_exactement(flux, _LONGUEURS.size))
    if longueur_tete > _MAXIMUM or longueur_corps > _MAXIMUM:
        raise TrameCoupeeError("longueur")
    tete = json.loads(_exactement(flux, longueur_tete))
    return tete, bytes(_exactement(flux, longueur_corps))


def _tout_ecrire(flux: BinaryIO, octets: bytes) -> None:
    vue = memoryview(octets)
    while vue:
        vue = vue[flux.write(vue) or 0 :]


def _exactement(flux: BinaryIO, longueur: int) -> bytearray:
    recu = bytearray(longueur)
    vue, position = memoryview(recu), 0
    while position < longueur:
        lus: int = flux.readinto(vue[position:])  # type: ignore[attr-defined]
        if not lus:
            raise TrameCoupeeError("fin du flux")
        position += lus
    return recu
