"""The long hexadecimal strings of signatures, kept away from pypdf, which reads them by the digit.

``masquer`` leaves every offset where it was: only the inside of such a string changes.
"""

from __future__ import annotations

import re

_PLAGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
_COURT = 256
_SIGNATURES_MAX = 200
_VIDE = b"<00>"


def masquer(octets: bytes) -> tuple[bytes, dict[int, bytes]]:
    """The file with its signature values wiped, and the values by the place where each begins."""
    propre, valeurs = bytearray(octets), {}
    for plage in list(_PLAGE.finditer(octets))[:_SIGNATURES_MAX]:
        debut, fin = int(plage[1]) + int(plage[2]), int(plage[3])
        valeur = _valeur(octets, debut, fin)
        if valeur is not None and debut not in valeurs:
            valeurs[debut] = valeur
            propre[debut:fin] = _VIDE + b" " * (fin - debut - len(_VIDE))
    return (bytes(propre) if valeurs else octets), valeurs


def _valeur(octets: bytes, debut: int, fin: int) -> bytes | None:
    """The value between two ends of a byte range; None when something else stands there."""
    trou = octets[debut:fin]
    avant = octets[max(0, debut - 32) : debut].rstrip()
    if len(trou) < _COURT or not avant.endswith(b"/Contents"):
        return None
    if trou[:1] != b"<" or trou[-1:] != b">":
        return None
    try:
        return bytes.fromhex(trou[1:-1].decode("ascii"))
    except ValueError:
        return None
