"""What every part of a dossier shares: the frozen base model, proofs and the common words."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Modele(BaseModel):
    """Frozen, closed model: an unknown key is refused with the path that leads to it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


Euros = Annotated[Decimal, Field(max_digits=12, decimal_places=2)]
"""An amount in euros, at most two decimals; the field that holds it says whether it is HT."""


class Phase(StrEnum):
    """Which payment is asked for (FAQ of the ANS: one avance, one solde)."""

    AVANCE = "avance"
    SOLDE = "solde"


class TypePiece(StrEnum):
    """The kinds of piece that a dossier holds."""

    FORMULAIRE = "formulaire"
    PV_MES = "pv_mes"
    PV_VSR = "pv_vsr"
    DECLARATION = "declaration_honneur"
    JUSTIFICATIF = "justificatif_transmission"
    SUPPORT = "contacts_support"
    AUTRE = "autre"

    @property
    def libelle(self) -> str:
        """The name of the piece in French, as a back-office person says it."""
        return _LIBELLES[self]

    @property
    def rang(self) -> int:
        """Its place in the order of the FAQ, from 0."""
        return list(TypePiece).index(self)

    @property
    def defini(self) -> str:
        """The same with its article: « la déclaration sur l’honneur »."""
        article = {TypePiece.DECLARATION: "la ", TypePiece.SUPPORT: "les ", TypePiece.AUTRE: "l’"}
        return article.get(self, "le ") + self.libelle


_LIBELLES = {
    TypePiece.FORMULAIRE: "formulaire de l’ASP",
    TypePiece.PV_MES: "PV de mise en service",
    TypePiece.PV_VSR: "PV de vérification de service régulier",
    TypePiece.DECLARATION: "déclaration sur l’honneur",
    TypePiece.JUSTIFICATIF: "justificatif de transmission",
    TypePiece.SUPPORT: "contacts de support",
    TypePiece.AUTRE: "autre document",
}


class Partie(StrEnum):
    """A party that signs."""

    ANS = "ans"
    EDITEUR = "editeur"

    @property
    def libelle(self) -> str:
        """The party in French, with its article."""
        return "l’ANS" if self is Partie.ANS else "l’éditeur"


class Public(StrEnum):
    """Whom a document or a support channel is for."""

    REGULATEURS = "regulateurs"
    EFFECTEURS = "effecteurs"


class Portee(StrEnum):
    """How far a statement reaches: all of those concerned, or only some."""

    ENSEMBLE = "ensemble"
    RESTREINTE = "restreinte"


class Preuve(Modele):
    """The place where a fact was read."""

    fichier: str = Field(description="Name of the file inside the dossier.")
    sha256: str = Field(description="SHA-256 of the file, in hexadecimal.")
    page: int | None = Field(default=None, ge=1, description="Page, from 1; None: whole file.")
    extrait: str = Field(description="The words exactly as they stand in the document.")
    confiance: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="Least confidence of its words when they were recognised in a picture; "
        "None: text of the file.",
    )


class DateImpossible(Modele):
    """A date that no calendar holds, such as 31/04/2025; kept as written, never repaired."""

    champ: str = Field(description="Which date of the piece it is, for example ``date``.")
    texte: str = Field(description="The date as written.")


class Contradiction(Modele):
    """A fact that a person declared and that the document denies."""

    declare: str = Field(description="The declared value.")
    lu: str = Field(description="The value read in the document.")
