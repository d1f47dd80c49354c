"""Where the request stands: the pieces that it needs and the steps of the funding."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from segur_payment.dossier import Modele, Preuve, TypePiece


class PieceAttendue(Modele):
    """A piece that the phase requires, and whether the dossier holds it."""

    piece: TypePiece
    presente: bool
    fichiers: tuple[str, ...] = Field(
        default=(), description="Files that it was read from; empty for a dossier built by hand."
    )


class Etape(StrEnum):
    """The four steps of the funding, in their order."""

    MISE_EN_SERVICE = "mise_en_service"
    AVANCE = "avance"
    VSR = "vsr"
    SOLDE = "solde"


class EtatEtape(StrEnum):
    """Where a step stands on the day of deposit."""

    PASSEE = "passee"
    EN_COURS = "en_cours"
    A_VENIR = "a_venir"
    INCONNUE = "inconnue"


class Jalon(Modele):
    """One step of the funding, as the dossier tells it; nothing is supposed."""

    etape: Etape
    etat: EtatEtape
    date: dt.date | None = Field(
        default=None, description="Day of the event or of the deposit; None: not known."
    )
    precision: str | None = Field(default=None, description="How it is known, in French.")
    preuves: tuple[Preuve, ...] = ()
