"""The two procès-verbaux: mise en service (avance) and vérification de service régulier (solde)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from segur_payment.dossier.commun import TypePiece
from segur_payment.dossier.piece import PieceSignee


class Perimetre(StrEnum):
    """The perimeter that the PV states; the library reads it, it does not compute it."""

    COMPLET = "complet"
    PARTIEL = "partiel"


class ResultatVsr(StrEnum):
    """Outcome of the VSR (general law: CCAG-TIC 2021, article 32.4)."""

    FAVORABLE = "favorable"
    DEFAVORABLE = "defavorable"
    AJOURNEE = "ajournee"


class ProcesVerbal(PieceSignee):
    """What both PV have in common; the ANS and the éditeur sign them."""

    perimetre: Perimetre | None = Field(default=None, description="None: the PV states none.")
    date_constat: dt.date | None = Field(
        default=None, description="Day of the mise en service, or of the VSR decision."
    )
    reserves: str | None = Field(default=None, description="Reserves as written; None: no reserve.")

    @property
    def jour(self) -> dt.date | None:
        """Day of the event that the PV records: as it says, else its own date."""
        return self.date_constat or self.date


class PvMiseEnService(ProcesVerbal):
    """Procès-verbal de mise en service: opens the avance."""

    type: Literal[TypePiece.PV_MES] = TypePiece.PV_MES


class PvVsr(ProcesVerbal):
    """Procès-verbal de vérification de service régulier: opens the solde."""

    type: Literal[TypePiece.PV_VSR] = TypePiece.PV_VSR
    resultat: ResultatVsr | None = Field(default=None, description="None: the PV states none.")
    date_mise_en_service: dt.date | None = Field(
        default=None, description="Day of the mise en service, when the PV de VSR recalls it."
    )
