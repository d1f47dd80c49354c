"""The files of the dossier, as the reading found them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from segur_payment.dossier.commun import Modele, Preuve, TypePiece


class ContenuActif(StrEnum):
    """Content of a PDF that does something instead of being read."""

    JAVASCRIPT = "javascript"
    LANCEMENT = "lancement"
    EXECUTABLE = "executable_embarque"


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
    reconnaissance: str | None = Field(
        default=None, description="Why it was recognised as such, in French."
    )
    illisible: str | None = Field(
        default=None, description="Why the file could not be read, in French."
    )
    contenu_actif: tuple[ContenuActif, ...] = ()
    textes_non_fiables: tuple[Preuve, ...] = Field(
        default=(), description="Words that the page does not show, or that do not decode."
    )
    modifie_apres_signature: str | None = Field(
        default=None, description="What was changed after a signature, in French."
    )
