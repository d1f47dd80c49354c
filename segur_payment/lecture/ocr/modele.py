"""What an engine of optical recognition is given and gives back; any engine can be plugged in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..pdf.modele import ImagePage


@dataclass(frozen=True, slots=True)
class MotReconnu:
    """A word seen in a picture; its box in pixels from the top left corner, ``y`` downwards."""

    texte: str
    x0: float
    y0: float
    x1: float
    y1: float
    confiance: float
    """0 to 1; that of its least certain letter, when the engine knows it."""


@dataclass(frozen=True, slots=True)
class CaseReconnue:
    """A small square frame seen in a picture, that may be a checkbox; in pixels likewise."""

    x0: float
    y0: float
    x1: float
    y1: float
    encre: float | None
    """Share (0 to 1) of its inside that is dark; None when nobody can tell."""


@dataclass(frozen=True, slots=True)
class PageReconnue:
    """All that was seen in the picture of a page, put straight and upright."""

    mots: tuple[MotReconnu, ...]
    cases: tuple[CaseReconnue, ...] = ()
    """Empty as well from an engine that does not look for them: no box is then settled."""
    quarts_de_tour: int = 0
    """Clockwise quarter turns that put the page upright; boxes are those of the turned page."""
    lignes_non_lues: int = 0
    """Lines of writing that were seen and of which no word was read: what they say may narrow
    what the others say, so that it alone settles nothing."""


class MoteurOcr(Protocol):
    """An engine of optical recognition."""

    def lire(self, image: ImagePage) -> PageReconnue:
        """The words of one page.

        Whatever it raises leaves the page unread, with the reason. It may be called by several
        threads at once, and bounds its own time and memory.
        """
        ...
