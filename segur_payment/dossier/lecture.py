"""What files show, whatever the phase, and every doubt that a person should settle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field, computed_field, model_validator

from segur_payment.dossier.commun import Modele, TypePiece
from segur_payment.dossier.dossier import PieceQuelconque
from segur_payment.dossier.fichier import Fichier
from segur_payment.dossier.piece import Piece, PieceSignee

NON_RECONNU = "rien dans son contenu ne dit de quelle pièce il s’agit"


class Doute(Modele):
    """Something that the reading could not settle, or that a person should look at."""

    fichiers: tuple[str, ...] = Field(default=(), description="The files that it is about.")
    page: int | None = Field(default=None, ge=1, description="Page of the file; None: all of it.")
    piece: TypePiece | None = Field(default=None, description="None: about a file, not a piece.")
    champ: str | None = Field(
        default=None, description="Field of the piece, as in its incertitudes; None: all of it."
    )
    raison: str = Field(description="What is doubtful, in French.")


class Lecture(Modele):
    """Every document of every file, and the facts of every piece."""

    fichiers: tuple[Fichier, ...] = ()
    pieces: tuple[PieceQuelconque, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def doutes(self) -> tuple[Doute, ...]:
        """Every doubt: the files first, then the pieces."""
        des_fichiers = (d for f in self.fichiers for d in _du_fichier(f))
        return (*des_fichiers, *(d for p in self.pieces for d in _de_la_piece(p)))

    @model_validator(mode="before")
    @classmethod
    def _sans_doutes(cls, donnees: Any) -> Any:
        """What ``model_dump`` gives is read back; doubts follow from the rest."""
        if isinstance(donnees, dict):
            return {cle: valeur for cle, valeur in donnees.items() if cle != "doutes"}
        return donnees


def _du_fichier(fichier: Fichier) -> Iterator[Doute]:
    def doute(raison: str, page: int | None = None) -> Doute:
        return Doute(fichiers=(fichier.nom,), page=page, raison=raison)

    if fichier.illisible:
        yield doute(f"illisible, {fichier.illisible}")
    elif not fichier.documents:
        yield doute(_inconnu(fichier))
    for document in fichier.documents:
        if document.doute:
            reconnu = f"reconnu comme {document.type.libelle}, mais avec un doute"
            yield doute(f"{reconnu} ({document.doute})", document.pages[0])
    for alerte in alertes(fichier):
        yield doute(alerte)


def _inconnu(fichier: Fichier) -> str:
    if not fichier.declare_pour:
        return f"non reconnu, {NON_RECONNU}"
    roles = ", ".join(role.libelle for role in fichier.declare_pour)
    return f"déclaré comme {roles} dans dossier.toml, sans que son contenu le dise"


def alertes(fichier: Fichier) -> Iterator[str]:
    """What is odd about a file that could be opened, in French."""
    if fichier.non_lu:
        yield fichier.non_lu
    yield from _pages_perdues(fichier)
    if fichier.contenu_actif:
        yield f"contient {', '.join(c.libelle for c in fichier.contenu_actif)}"
    if fichier.signatures_incertaines:
        yield "deux lectures se contredisent sur ses signatures numériques"
    if fichier.modifie_apres_signature:
        yield f"modifié après une signature, {fichier.modifie_apres_signature}"
    if fichier.textes_non_fiables:
        yield "porte des mots que la page ne montre pas ou qui ne se déchiffrent pas, non retenus"


def _pages_perdues(fichier: Fichier) -> Iterator[str]:
    """The pages of a file partly recognised that belong to no document."""
    tenues = {n for d in fichier.documents for n in range(d.pages[0], d.pages[1] + 1)}
    perdues = [str(n) for n in range(1, (fichier.pages or 0) + 1) if n not in tenues]
    if tenues and len(perdues) == 1:
        yield f"la page {perdues[0]} n’appartient à aucune pièce reconnue"
    elif tenues and perdues:
        toutes = f"{', '.join(perdues[:-1])} et {perdues[-1]}"
        yield f"les pages {toutes} n’appartiennent à aucune pièce reconnue"


def _de_la_piece(piece: Piece) -> Iterator[Doute]:
    def doute(raison: str, champ: str | None = None) -> Doute:
        return Doute(fichiers=piece.fichiers, piece=piece.type, champ=champ, raison=raison)

    if piece.illisible:
        yield doute(piece.illisible)
    for champ, raison in piece.incertitudes.items():
        yield doute(raison, champ)
    for date in piece.dates_impossibles:
        yield doute(f"« {date.texte} » n’est pas un jour du calendrier", date.champ)
    for signature in piece.signatures if isinstance(piece, PieceSignee) else ():
        if signature.integre is False:
            yield doute("le contenu a été modifié depuis une signature numérique", "signatures")
        if signature.partie is None:
            yield doute("une signature ne dit pas pour qui elle est donnée", "signatures")
