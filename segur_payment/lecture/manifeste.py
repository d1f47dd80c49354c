"""``dossier.toml``: what a person declares beside the files."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from segur_payment.donnees import DonneesRefusees, lire_toml
from segur_payment.dossier import (
    Contradiction,
    Modele,
    Partie,
    Phase,
    Piece,
    PieceSignee,
    TypePiece,
)
from segur_payment.erreurs import ErreurEntree, en_clair
from segur_payment.francais import jour
from segur_payment.lecture.entree import Entree, nom_sur

P = TypeVar("P", bound=Piece)
_TECHNIQUES = frozenset(
    (*Piece.model_fields.keys() - {"editeur", "solution", "date"}, "blocs_vides")
)

_DECISIFS = frozenset(("perimetre", "formation", "communication", "creneaux", "clause", "canaux"))
"""Facts that a readable document must show itself: nobody can declare them in its place."""


class Manifeste(Modele):
    """Declared facts. Sections bear the names of the pieces and take the fields of their models."""

    phase: Phase | None = None
    date_depot: dt.date | None = None
    fichiers: dict[str, tuple[TypePiece, ...] | TypePiece] = Field(default_factory=dict)
    demande: dict[str, Any] = Field(default_factory=dict)
    formulaire: dict[str, Any] = Field(default_factory=dict)
    pv: dict[str, Any] = Field(default_factory=dict)
    declaration: dict[str, Any] = Field(default_factory=dict)
    justificatif: dict[str, Any] = Field(default_factory=dict)
    support: dict[str, Any] = Field(default_factory=dict)

    def roles(self, nom: str) -> tuple[TypePiece, ...]:
        """The pieces that the file is said to hold."""
        role = self.fichiers.get(nom, ())
        return (role,) if isinstance(role, TypePiece) else role

    def faits(self, piece: TypePiece) -> dict[str, Any]:
        """The facts declared about a piece."""
        return {
            TypePiece.FORMULAIRE: self.formulaire,
            TypePiece.PV_MES: self.pv,
            TypePiece.PV_VSR: self.pv,
            TypePiece.DECLARATION: self.declaration,
            TypePiece.JUSTIFICATIF: self.justificatif,
            TypePiece.SUPPORT: self.support,
        }.get(piece, {})


def lire(entree: Entree | None, noms: set[str]) -> Manifeste:
    """Read the manifest; ``noms`` are the files that it may speak of.

    Raises:
        ErreurEntree: not TOML, unknown keys, a file that is not there or lies outside.
    """
    if entree is None:
        return Manifeste()
    if entree.refus:
        raise ErreurEntree(f"dossier.toml ne peut pas être lu : {entree.refus}.")
    try:
        manifeste = Manifeste.model_validate(lire_toml(entree.octets))
    except DonneesRefusees as erreur:
        raise ErreurEntree(f"dossier.toml est refusé :\n{erreur}") from erreur
    except ValidationError as erreur:
        raise ErreurEntree(f"dossier.toml est refusé :\n{en_clair(erreur)}") from erreur
    for nom in manifeste.fichiers:
        if nom_sur(nom) not in noms:
            raise ErreurEntree(f"dossier.toml parle d’un fichier absent du dossier : {nom!r}.")
    return manifeste


def declarer(piece: P, faits: dict[str, Any]) -> P:
    """The piece with declared facts: they fill what was not read, and never hide what was.

    Raises:
        ErreurEntree: the facts do not fit the model of the piece.
    """
    if not faits:
        return piece
    declaree = _valider(type(piece), piece.type, faits)
    changements: dict[str, Any] = {}
    declares, contradictions = list(piece.declares), dict(piece.contradictions)
    incertitudes = dict(piece.incertitudes)
    for champ in sorted(declaree.model_fields_set - _TECHNIQUES):
        dit, lu = getattr(declaree, champ), getattr(piece, champ)
        if champ == "signatures" and isinstance(piece, PieceSignee):
            changements |= _signatures(piece, dit, declares, contradictions)
        elif _muet(piece, champ, lu):
            changements[champ] = dit
            declares.append(champ)
            incertitudes.pop(champ, None)
        elif not _accord(dit, lu):
            contradictions[champ] = Contradiction(declare=_dire(dit), lu=_dire(lu))
    changements |= {
        "declares": tuple(dict.fromkeys(declares)),
        "contradictions": contradictions,
        "incertitudes": {c: r for c, r in incertitudes.items() if c not in declares},
    }
    return piece.model_copy(update=changements)


def _valider(modele: type[P], piece: TypePiece, faits: dict[str, Any]) -> P:
    if interdits := sorted(_TECHNIQUES & faits.keys()):
        raise ErreurEntree(f"dossier.toml ne peut pas déclarer : {', '.join(interdits)}.")
    try:
        return modele.model_validate(faits)
    except ValidationError as erreur:
        raise ErreurEntree(
            f"dossier.toml, faits déclarés sur « {piece.libelle} » :\n{en_clair(erreur)}"
        ) from erreur


def _muet(piece: Piece, champ: str, lu: object) -> bool:
    """The document cannot show the field, or is silent on one that decides nothing alone."""
    if champ in piece.incertitudes:
        return True
    if lu is None or lu == ():
        return champ not in _DECISIFS or piece.doute(champ) is not None
    return piece.illisible is not None and not piece.preuves.get(champ)


def _accord(dit: object, lu: object) -> bool:
    if isinstance(dit, Modele) and isinstance(lu, Modele):
        return all(_accord(getattr(dit, c), getattr(lu, c)) for c in dit.model_fields_set)
    if isinstance(dit, str) and isinstance(lu, str):
        return "".join(dit.split()).casefold() == "".join(lu.split()).casefold()
    return dit == lu


def _dire(valeur: object) -> str:
    if valeur is None or valeur == ():
        return "rien"
    if isinstance(valeur, dt.date):
        return jour(valeur)
    if isinstance(valeur, Modele):
        return ", ".join(_dire(v) for v in dict(valeur).values() if v not in (None, (), {}))
    return str(valeur)


def _signatures(
    piece: PieceSignee, dites: tuple[Any, ...], declares: list[str], contradictions: dict[str, Any]
) -> dict[str, Any]:
    """Declared signatures, party by party."""
    ajoutees = list(piece.signatures)
    for signature in dites:
        partie = signature.partie or Partie.EDITEUR
        champ = f"signatures.{partie}"
        if piece.signatures_de(partie):
            continue
        if piece.doute(champ):
            ajoutees.append(signature.model_copy(update={"partie": partie}))
            declares += [champ, "signatures"]
        else:
            contradictions[champ] = Contradiction(declare="signé", lu="non signé")
    return {"signatures": tuple(ajoutees)}
