"""The character table of a TrueType font, as far as the fonts of PDFs need it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_UNICODE = ((3, 1), (3, 10), (0, 3), (0, 4), (0, 1), (0, 2), (0, 0), (0, 6))
_GROUPES_MAX, _CARACTERES_MAX = 5_000, 70_000


def caracteres_par_glyphe(police: bytes) -> dict[int, set[str]]:
    """Glyph → characters that show it; empty when the font has no readable Unicode table."""
    glyphes: dict[int, set[str]] = {}
    try:
        for caractere, glyphe in _paires(police):
            if glyphe:
                glyphes.setdefault(glyphe, set()).add(chr(caractere))
    except (struct.error, IndexError, ValueError, OverflowError):
        return {}
    return glyphes


def _paires(police: bytes) -> Iterator[tuple[int, int]]:
    cmap = _table(police, b"cmap")
    (nombre,) = struct.unpack_from(">H", cmap, 2)
    sous_tables = [struct.unpack_from(">HHI", cmap, 4 + 8 * i) for i in range(min(nombre, 50))]
    for systeme, codage, place in sous_tables:
        if (systeme, codage) in _UNICODE:
            (forme,) = struct.unpack_from(">H", cmap, place)
            if forme == 4:
                yield from _segments(cmap[place:])
            elif forme == 12:
                yield from _groupes(cmap[place:])


def _table(police: bytes, nom: bytes) -> bytes:
    (nombre,) = struct.unpack_from(">H", police, 4)
    for i in range(min(nombre, 100)):
        marque, _, place, longueur = struct.unpack_from(">4sIII", police, 12 + 16 * i)
        if marque == nom:
            return police[place : place + longueur]
    raise ValueError("table absente")


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", table, 6)
    nombre = double // 2
    fins = struct.unpack_from(f">{nombre}H", table, 14)
    debuts = struct.unpack_from(f">{nombre}H", table, 16 + double)
    ecarts = struct.unpack_from(f">{nombre}h", table, 16 + 2 * double)
    renvois = 16 + 3 * double
    for i, (debut, fin) in enumerate(zip(debuts, fins, strict=True)):
        (renvoi,) = struct.unpack_from(">H", table, renvois + 2 * i)
        for caractere in range(debut, min(fin, 0xFFFE) + 1):
            glyphe = caractere
            if renvoi:
                place = renvois + 2 * i + renvoi + 2 * (caractere - debut)
                (glyphe,) = struct.unpack_from(">H", table, place)
                if not glyphe:
                    continue
            yield caractere, (glyphe + ecarts[i]) & 0xFFFF


def _groupes(table: bytes) -> Iterator[tuple[int, int]]:
    (nombre,) = struct.unpack_from(">I", table, 12)
    reste = _CARACTERES_MAX
    for i in range(min(nombre, _GROUPES_MAX)):
        debut, fin, glyphe = struct.unpack_from(">III", table, 16 + 12 * i)
        for caractere in range(debut, min(fin + 1, debut + reste)):
            yield caractere, glyphe + caractere - debut
        reste -= max(0, min(fin + 1 - debut, reste))
