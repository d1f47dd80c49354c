"""How French writes what every sentence may hold, whatever the room that says it."""

from __future__ import annotations

import datetime as dt

INSECABLE = "\u00a0"
_MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip


def jour(date: dt.date) -> str:
    """``1er mars 2025``, with no-break spaces."""
    quantieme = "1er" if date.day == 1 else str(date.day)
    return INSECABLE.join((quantieme, _MOIS[date.month - 1], str(date.year)))
