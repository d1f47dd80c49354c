"""Where pages come from, and their words as proofs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from segur_payment.lecture.mise_en_page import Jeton

_LONGUEUR_CITATION = 300


@dataclass(frozen=True, slots=True)
class Origine:
    """A file that pages come from: its page ``n`` is page ``n + decalage`` of the document."""

    nom: str
    sha256: str
    decalage: int = 0


def situer(origines: Sequence[Origine], page: int | None) -> tuple[Origine, int | None]:
    """The file that a page of the document comes from, and its number there."""
    if page is None:
        return origines[0], None
    origine = max(
        (o for o in origines if o.decalage < page), key=lambda o: o.decalage, default=origines[0]
    )
    return origine, page - origine.decalage


def extrait_de(jetons: Sequence[Jeton]) -> str:
    """Words exactly as they stand, cut after some 300 characters."""
    extrait = "".join(j.texte + ("" if j.cesure else " ") for j in jetons).strip()
    if len(extrait) > _LONGUEUR_CITATION:
        extrait = extrait[:_LONGUEUR_CITATION].rsplit(" ", 1)[0] + " […]"
    return extrait


def confiance_de(jetons: Sequence[Jeton]) -> float | None:
    """That of the least certain word; signs without a letter or a figure say nothing."""
    lues = [
        j.confiance for j in jetons if j.confiance is not None and any(map(str.isalnum, j.texte))
    ]
    return round(min(lues), 2) if lues else None
