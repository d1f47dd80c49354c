"""Emphasis on a terminal: words are marked here or left alone, never cut or measured."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

Peindre = Callable[[str, "Style"], str]


class Style(StrEnum):
    """How a line stands out; the value is its ANSI code."""

    ACCEPTER = "1;32"
    COMPLETER = "1;33"
    REJETER = "1;31"
    TITRE = "1"
    PIECE = "4"
    DISCRET = "2"


def peintre(couleur: bool) -> Peindre:
    """The function that applies a style, or that leaves the text alone."""
    return _ansi if couleur else lambda texte, _style: texte


def _ansi(texte: str, style: Style) -> str:
    return f"\x1b[{style}m{texte}\x1b[0m" if texte else texte
