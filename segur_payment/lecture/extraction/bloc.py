"""A party's part of the page, as the readers of signatures share it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from segur_payment.lecture.extraction.ancres import Ancre
from segur_payment.lecture.mise_en_page import Jeton, Segment
from segur_payment.lecture.pdf.modele import Boite

ETIQUETTE = re.compile(
    r"(?:nom|prenom|qualite|fonction|date|signature|visa|signataire|representant|lieu|cachet"
    r"|mention|fait)\b[^:]{0,30}:?$"
)
"""A label of a signature block: « Nom », « Qualité », « Date »."""


@dataclass(frozen=True, slots=True)
class Bloc:
    """A party's part of the page: its words, and the drawings that stand there."""

    ancre: Ancre
    zone: Boite
    segments: tuple[Segment, ...]
    image: bool
    en_paire: bool = False

    @property
    def texte(self) -> str:
        """Its words, a line per cell."""
        return "\n".join(s.texte for s in self.segments)


def centre(jeton: Jeton) -> float:
    """Its middle, across the page."""
    return (jeton.boite.x0 + jeton.boite.x1) / 2
