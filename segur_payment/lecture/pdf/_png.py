"""A picture in shades of grey as a PNG of sixteen greys: half the bytes for the same page."""

from __future__ import annotations

import struct
import zlib

_HAUTS = bytes(gris & 0xF0 for gris in range(256))
_BAS = bytes(gris >> 4 for gris in range(256))
_BITS, _GRIS = 4, 0


def png(largeur: int, hauteur: int, gris: bytes) -> bytes:
    """``gris`` holds one byte per pixel, row by row; the same pixels give the same bytes."""
    lignes = (gris[y * largeur : (y + 1) * largeur] for y in range(hauteur))
    brut = b"".join(b"\0" + _serrer(ligne) for ligne in lignes)
    entete = struct.pack(">IIBBBBB", largeur, hauteur, _BITS, _GRIS, 0, 0, 0)
    morceaux = ((b"IHDR", entete), (b"IDAT", zlib.compress(brut, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_morceau(*morceau) for morceau in morceaux)


def _serrer(ligne: bytes) -> bytes:
    """Two pixels in each byte."""
    paire = ligne + b"\xff" * (len(ligne) % 2)
    hauts = int.from_bytes(paire[0::2].translate(_HAUTS), "big")
    bas = int.from_bytes(paire[1::2].translate(_BAS), "big")
    return (hauts | bas).to_bytes(len(paire) // 2, "big")


def _morceau(nom: bytes, donnees: bytes) -> bytes:
    controle = zlib.crc32(nom + donnees)
    return struct.pack(">I", len(donnees)) + nom + donnees + struct.pack(">I", controle)
