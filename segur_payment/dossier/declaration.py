"""The déclaration sur l'honneur and its three attestations.

Whatever decides must be said: an attestation without it is refused, never taken as favourable.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from segur_payment.dossier.commun import Modele, Portee, Public, TypePiece
from segur_payment.dossier.piece import PieceSignee


class TypeCreneau(StrEnum):
    """The closed list of slot types (JDV_J165-TypeCreneau-SAS)."""

    PUBLIC = "PUBLIC"
    PRO = "PRO"
    SNP = "SNP"
    CPTS = "CPTS"


class AttestationFormation(Modele):
    """Production of the training documents."""

    publics: tuple[Public, ...] = Field(description="For whom the documents were produced.")
    accomplie: bool = Field(description="False: only promised, not done yet.")


class AttestationCommunication(Modele):
    """Communication to the effecteurs."""

    portee: Portee = Field(description="All effecteurs, or some of them only.")
    restriction: str | None = Field(default=None, description="The words that restrict it.")
    accomplie: bool = Field(description="False: only promised, not done yet.")


class ExceptionRemontee(Modele):
    """Effecteurs whose slots are left out."""

    texte: str
    prevue: bool = Field(
        description="True only for a refusal signified in the plateforme numérique SAS."
    )


class EngagementCreneaux(Modele):
    """Commitment to report the slots of the effecteurs."""

    ferme: bool = Field(description="False: weakened (« s'efforcera »…).")
    affaiblissement: str | None = Field(default=None, description="The words that weaken it.")
    portee_types: Portee = Field(description="All slot types, or some of them only.")
    types_cites: tuple[TypeCreneau, ...] = ()
    exceptions: tuple[ExceptionRemontee, ...] = ()


class DeclarationHonneur(PieceSignee):
    """The sworn statement of the avance; an attestation that is missing is None."""

    type: Literal[TypePiece.DECLARATION] = TypePiece.DECLARATION
    sur_l_honneur: bool | None = Field(
        default=None, description="It says « sur l'honneur »; None: not known."
    )
    formation: AttestationFormation | None = None
    communication: AttestationCommunication | None = None
    creneaux: EngagementCreneaux | None = None
