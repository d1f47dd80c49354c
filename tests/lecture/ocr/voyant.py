"""An engine that sees what it is told, on the scans of the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from segur_payment import CaseReconnue, ImagePage, MotReconnu, PageReconnue
from segur_payment.lecture.pdf import lire_pdf


@dataclass
class Voyant:
    """Sees, on each picture, the words of the PDF that was scanned, as surely as it is told."""

    original: bytes
    confiance: float = 0.99
    doutes: dict[str, float] = field(default_factory=dict)
    """Confidence of some words."""
    mepris: dict[str, str] = field(default_factory=dict)
    """What is seen in the place of some words."""
    aveugle_aux_cases: bool = False
    lignes_non_lues: int = 0
    appels: int = 0

    def lire(self, image: ImagePage) -> PageReconnue:
        page = lire_pdf(self.original).pages[self.appels]
        self.appels += 1
        e = image.echelle
        mots = tuple(
            MotReconnu(
                self.mepris.get(m.texte, m.texte),
                m.boite.x0 * e, m.boite.y0 * e, m.boite.x1 * e, m.boite.y1 * e,
                self.doutes.get(m.texte, self.confiance),
            )
            for m in page.mots
        )  # fmt: skip
        cases: Sequence[CaseReconnue] = () if self.aveugle_aux_cases else [
            CaseReconnue(
                c.boite.x0 * e, c.boite.y0 * e, c.boite.x1 * e, c.boite.y1 * e,
                0.0 if c.encre < 0.02 else 0.3,
            )
            for c in page.carres
        ]  # fmt: skip
        return PageReconnue(mots, tuple(cases), lignes_non_lues=self.lignes_non_lues)
