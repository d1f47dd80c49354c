"""The éditeur and the solution on which the pieces of a dossier agree.

A piece often names several companies and products, and a form is easily misread: a name that a
second piece writes too is surer than the first name of the first piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from segur_payment.dossier import SolutionLogicielle
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction.identite import Candidats, candidats

T = TypeVar("T")
_LONGUEUR_MIN = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """What the pieces name together; None: none of them names any."""

    editeur: str | None = None
    solution: SolutionLogicielle | None = None

    @classmethod
    def de(cls, documents: Iterable[Document]) -> Reference:
        """The first name that two documents write, else the first of all."""
        lus = [(document, offerts) for document in documents if (offerts := _offerts(document))]
        editeurs = [(d, nom, nom) for d, o in lus for nom, _ in o.editeurs]
        solutions = [(d, solution.nom, solution) for d, o in lus for solution, _ in o.solutions]
        tous = [document for document, _ in lus]
        return cls(_partage(editeurs, tous), _partage(solutions, tous))


def place_de(document: Document, nom: str) -> tuple[Vue, int, int] | None:
    """Where the document writes a name as words of their own, whatever its case and accents."""
    cherche = normaliser(nom)
    if len(cherche) < _LONGUEUR_MIN:
        return None
    motif = re.compile(rf"(?<!\w){re.escape(cherche)}(?!\w)")
    for vue in document.vues:
        if trouve := motif.search(vue.normal):
            return vue, trouve.start(), trouve.end()
    return None


def _offerts(document: Document) -> Candidats | None:
    try:
        return candidats(document)
    except Exception:  # noqa: BLE001 - the piece itself will be said unreadable
        return None


def _partage(noms: Sequence[tuple[Document, str, T]], documents: Sequence[Document]) -> T | None:
    for offrant, nom, offre in noms:
        if any(place_de(autre, nom) for autre in documents if autre is not offrant):
            return offre
    return noms[0][2] if noms else None
