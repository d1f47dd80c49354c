"""The ASP form of a phase. Its official list of fields is publicly unknown."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from segur_payment.dossier.commun import Euros, Phase, TypePiece
from segur_payment.dossier.piece import PieceSignee


class Taxe(StrEnum):
    """Whether an amount is written hors taxes or toutes taxes comprises."""

    HT = "HT"
    TTC = "TTC"


class Formulaire(PieceSignee):
    """The form of demande d'avance or de solde, « dûment complété » (FAQ of the ANS)."""

    type: Literal[TypePiece.FORMULAIRE] = TypePiece.FORMULAIRE
    phase: Phase | None = Field(default=None, description="Phase that the form is made for.")
    montant: Euros | None = Field(default=None, description="Amount asked, in €, as written.")
    taxe: Taxe | None = Field(default=None, description="HT or TTC, when the form says so.")
    champs_vides: tuple[str, ...] = Field(
        default=(), description="Labels of the fields that were left empty."
    )
    iban: str | None = Field(default=None, description="IBAN as written.")
    bic: str | None = Field(default=None, description="BIC as written.")
    avance_versee: bool | None = Field(
        default=None, description="Solde: the form says that the avance was paid."
    )
