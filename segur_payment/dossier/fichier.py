"""The files of the dossier, as the reading found them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from segur_payment.dossier.commun import Modele, Preuve, TypePiece
from segur_payment.dossier.signature_numerique import SignatureNumerique


class ContenuActif(StrEnum):
    """Content of a PDF that does something instead of being read."""

    JAVASCRIPT = "javascript"
    LANCEMENT = "lancement"
    EXECUTABLE = "executable_embarque"

    @property
    def libelle(self) -> str:
        """What the file contains, in French with its article."""
        return {
            ContenuActif.JAVASCRIPT: "du JavaScript",
            ContenuActif.LANCEMENT: "une action de lancement",
            ContenuActif.EXECUTABLE: "un programme embarqué",
        }[self]


class DocumentReconnu(Modele):
    """A document found in a file, and why it was recognised as a piece."""

    type: TypePiece
    pages: tuple[int, int] = Field(description="First and last page in the file, from 1.")
    score: float = Field(ge=0, le=1, description="How surely: 1 leaves no doubt.")
    raison: str = Field(description="What made it recognised, in French.")
    doute: str | None = Field(
        default=None, description="Why the recognition is doubtful, in French; None: it is not."
    )
    suite: bool = Field(
        default=False, description="It continues a piece that begins in another file."
    )


class Fichier(Modele):
    """One file of the dossier; ``nom`` is its path inside the dossier, never outside it."""

    nom: str
    sha256: str
    taille: int = Field(ge=0, description="Size in bytes.")
    pages: int | None = Field(default=None, description="Number of pages; None: not readable.")
    pieces: tuple[TypePiece, ...] = Field(
        default=(), description="Pieces recognised in it; empty: not recognised."
    )
    declare_pour: tuple[TypePiece, ...] = Field(
        default=(), description="Pieces that a person said the file holds."
    )
    documents: tuple[DocumentReconnu, ...] = Field(
        default=(), description="The documents found in it, in the order of their pages."
    )
    illisible: str | None = Field(
        default=None, description="Why the file could not be read, in French."
    )
    non_lu: str | None = Field(
        default=None, description="Why a page of no recognised piece could not be read, in French."
    )
    contenu_actif: tuple[ContenuActif, ...] = ()
    textes_non_fiables: tuple[Preuve, ...] = Field(
        default=(), description="Words that the page does not show, or that do not decode."
    )
    signatures: tuple[SignatureNumerique, ...] = Field(
        default=(), description="Filled signature fields, document time stamps included."
    )
    signatures_incertaines: bool = Field(
        default=False, description="Two detectors disagree about what is signed in it."
    )
    modifie_apres_signature: str | None = Field(
        default=None, description="What was changed after a signature, in French."
    )
