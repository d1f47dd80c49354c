"""The proof that effecteurs know that some of their data goes to the plateforme numérique SAS."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from segur_payment.dossier.commun import TypePiece
from segur_payment.dossier.piece import PieceSignee


class NatureJustificatif(StrEnum):
    """The three alternative proofs that effecteurs know of the transmission; one is enough."""

    CGU = "cgu"
    CONTRATS = "contrats"
    AUTRE = "autre"


class JustificatifTransmission(PieceSignee):
    """CGU, contrats, or another proof that data goes to the plateforme numérique SAS."""

    type: Literal[TypePiece.JUSTIFICATIF] = TypePiece.JUSTIFICATIF
    nature: NatureJustificatif | None = Field(default=None, description="None: not known.")
    clause: str | None = Field(
        default=None, description="The words that tell of the transmission; None: no such clause."
    )
    contrats_signes: bool | None = Field(
        default=None, description="Contrats: False when some of them are unsigned."
    )
