"""The dossier of a phase: plain data, built by hand, from JSON or TOML, or by the reading."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, TypeAdapter

from segur_payment.dossier.commun import Modele, Phase, TypePiece
from segur_payment.dossier.declaration import DeclarationHonneur
from segur_payment.dossier.demande import Demande
from segur_payment.dossier.fichier import Fichier
from segur_payment.dossier.formulaire import Formulaire
from segur_payment.dossier.piece import Piece
from segur_payment.dossier.pv import PvMiseEnService, PvVsr
from segur_payment.dossier.support import ContactsSupport
from segur_payment.dossier.transmission import JustificatifTransmission


class AutreDocument(Piece):
    """A document of no kind that the scheme knows."""

    type: Literal[TypePiece.AUTRE] = TypePiece.AUTRE
    titre: str | None = None
    a_la_place_de: TypePiece | None = Field(
        default=None, description="The piece that a person said it was."
    )


PieceQuelconque = Annotated[
    Formulaire
    | PvMiseEnService
    | PvVsr
    | DeclarationHonneur
    | JustificatifTransmission
    | ContactsSupport
    | AutreDocument,
    Field(discriminator="type"),
]
"""Any piece, told apart by its ``type``."""


class DossierBase(Modele):
    """What both phases share."""

    phase: Phase
    demande: Demande
    formulaire: Formulaire | None = None
    autres_pieces: tuple[PieceQuelconque, ...] = Field(
        default=(), description="Surplus pieces, and pieces that stand in the place of another."
    )
    fichiers: tuple[Fichier, ...] = Field(
        default=(), description="Files that were read; empty for a dossier built by hand."
    )

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The required pieces that are there; each phase has its own."""
        raise NotImplementedError

    def autres(self, *types: TypePiece) -> tuple[Piece, ...]:
        """The other pieces that are of one of ``types``."""
        return tuple(p for p in self.autres_pieces if p.type in types)


class DossierAvance(DossierBase):
    """Dossier of the avance: 30 000 € HT « à l'issue de la mise en service » (FAQ of the ANS)."""

    phase: Literal[Phase.AVANCE] = Phase.AVANCE
    pv: PvMiseEnService | None = None
    declaration: DeclarationHonneur | None = None
    justificatifs: tuple[JustificatifTransmission, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The required pieces that are there, in the order of the FAQ."""
        presentes = (self.formulaire, self.pv, self.declaration, *self.justificatifs)
        return tuple(p for p in presentes if p is not None)


class MiseEnService(NamedTuple):
    """Its day, with the piece and the field that tell it."""

    jour: dt.date
    piece: Piece
    champ: str


class DossierSolde(DossierBase):
    """Dossier of the solde: 70 000 € HT « à l'issue de la VSR » (FAQ of the ANS)."""

    phase: Literal[Phase.SOLDE] = Phase.SOLDE
    pv: PvVsr | None = None
    support: ContactsSupport | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The required pieces that are there, in the order of the FAQ."""
        presentes = (self.formulaire, self.pv, self.support)
        return tuple(p for p in presentes if p is not None)

    @property
    def mise_en_service(self) -> MiseEnService | None:
        """As the PV de VSR recalls it, else the last that a PV de mise en service beside says."""
        if self.pv is not None and self.pv.date_mise_en_service:
            return MiseEnService(self.pv.date_mise_en_service, self.pv, "date_mise_en_service")
        joints = (
            MiseEnService(p.date_constat, p, "date_constat")
            for p in sorted(self.autres_pieces, key=lambda p: p.model_dump_json())
            if isinstance(p, PvMiseEnService) and p.date_constat
        )
        return max(joints, key=lambda mes: mes.jour, default=None)


Dossier = Annotated[DossierAvance | DossierSolde, Field(discriminator="phase")]
"""A dossier of either phase, told apart by its ``phase``."""

ADAPTATEUR_DOSSIER: TypeAdapter[DossierAvance | DossierSolde] = TypeAdapter(Dossier)
"""Validates a dossier of either phase from Python data or JSON."""
