"""What a page is made of once laid out: words, cells, rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.pdf.modele import Boite

COCHEE, VIDE, INDECISE = "☒", "☐", "▣"


class Jeton(NamedTuple):
    """A visible word, a box (☒ ☐ ▣) or the value of a form field, at its place."""

    texte: str
    boite: Boite
    page: int
    cesure: bool = False
    confiance: float | None = None
    """How surely it was recognised in a picture; None: text of the file, or a box."""

    @property
    def milieu(self) -> float:
        """Height of its middle on the page, in points."""
        return (self.boite.y0 + self.boite.y1) / 2


@dataclass(frozen=True)
class Segment:
    """Words of one row that stand together: a cell, or a line of a paragraph."""

    jetons: tuple[Jeton, ...]
    boite: Boite = field(init=False, compare=False, repr=False)
    """The rectangle that holds them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "boite", englober([j.boite for j in self.jetons]))

    @cached_property
    def texte(self) -> str:
        """Their words, one space between."""
        return " ".join([j.texte for j in self.jetons])

    @cached_property
    def lu(self) -> Texte:
        """Their words, ready to be searched."""
        return Texte.de(self.texte)

    @cached_property
    def departs(self) -> tuple[int, ...]:
        """Where each word begins in ``texte``."""
        return tuple(accumulate([len(j.texte) + 1 for j in self.jetons[:-1]], initial=0))

    @property
    def page(self) -> int:
        """Page number, from 1."""
        return self.jetons[0].page


@dataclass(frozen=True)
class Rang:
    """A row of the page: its cells, left to right."""

    segments: tuple[Segment, ...]
    boite: Boite = field(init=False, compare=False, repr=False)
    """The rectangle that holds the row."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "boite", englober([s.boite for s in self.segments]))

    @cached_property
    def taille(self) -> float:
        """Usual height of its words."""
        boites = [j.boite for s in self.segments for j in s.jetons]
        return median([b.y1 - b.y0 for b in boites])


def englober(boites: Sequence[Boite]) -> Boite:
    """The smallest rectangle around ``boites``."""
    if len(boites) == 1:
        return boites[0]
    gauches, hauts, droites, bas = zip(*boites, strict=True)
    return Boite(min(gauches), min(hauts), max(droites), max(bas))


def contient(grande: Boite, petite: Boite, marge: float = 2.0) -> bool:
    """Whether the middle of ``petite`` lies in ``grande``, give or take ``marge`` points."""
    x, y = (petite.x0 + petite.x1) / 2, (petite.y0 + petite.y1) / 2
    dedans_x = grande.x0 - marge <= x <= grande.x1 + marge
    return dedans_x and grande.y0 - marge <= y <= grande.y1 + marge
