"""The base of every piece, and of those that are signed."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from segur_payment.dossier.commun import (
    Contradiction,
    DateImpossible,
    Modele,
    Partie,
    Preuve,
    TypePiece,
)
from segur_payment.dossier.identites import Editeur, SolutionLogicielle
from segur_payment.dossier.signature import BlocVide, Signature


class Piece(Modele):
    """One piece of the dossier: plain values, with their proofs beside them.

    A back office that builds a piece by hand fills the values only. The reading fills ``preuves``
    and, where it could not settle a value, leaves it empty and says why in ``incertitudes`` (one
    field) or ``illisible`` (part of the document): the rules then answer ``non_verifiable``.
    """

    type: TypePiece
    fichiers: tuple[str, ...] = Field(default=(), description="Files that the piece comes from.")
    editeur: Editeur | None = None
    solution: SolutionLogicielle | None = None
    date: dt.date | None = Field(default=None, description="Date of the document.")
    dates_impossibles: tuple[DateImpossible, ...] = ()
    preuves: dict[str, tuple[Preuve, ...]] = Field(
        default_factory=dict, description="Field → where its value was read."
    )
    incertitudes: dict[str, str] = Field(
        default_factory=dict, description="Field → why the reading could not settle it, in French."
    )
    declares: tuple[str, ...] = Field(
        default=(), description="Fields whose value rests on a person's declaration only."
    )
    contradictions: dict[str, Contradiction] = Field(
        default_factory=dict, description="Field → what was declared and what the document says."
    )
    illisible: str | None = Field(
        default=None, description="Why part of the document could not be read, in French."
    )

    def doute(self, champ: str) -> str | None:
        """Why an empty ``champ`` proves nothing, in French; None when it proves absence."""
        if champ in self.declares:
            return None
        return self.incertitudes.get(champ) or self.illisible


class PieceSignee(Piece):
    """A piece that one or both parties sign."""

    signatures: tuple[Signature, ...] = ()
    blocs_vides: tuple[BlocVide, ...] = ()

    def signatures_de(self, partie: Partie) -> tuple[Signature, ...]:
        """The signatures that belong to ``partie``."""
        return tuple(s for s in self.signatures if s.partie is partie)

    def bloc_vide_de(self, partie: Partie) -> BlocVide | None:
        """The empty block of ``partie``, if the document shows one."""
        return next((b for b in self.blocs_vides if b.partie is partie), None)
