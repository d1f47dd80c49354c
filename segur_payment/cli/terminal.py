"""The terminal that reads us: its width and its colours."""

from __future__ import annotations

import os
import shutil
import sys


def largeur() -> int:
    """Length of the lines, in characters."""
    return min(max(shutil.get_terminal_size((88, 24)).columns, 40), 100)


def couleur() -> bool:
    """Whether standard output wants ANSI codes."""
    muet = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not muet
