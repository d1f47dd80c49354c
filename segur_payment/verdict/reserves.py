"""What the verdict takes on trust, said in French."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import (
    DossierAvance,
    DossierSolde,
    NatureSignature,
    Piece,
    PieceSignee,
    Preuve,
    Signature,
    TypePiece,
)
from segur_payment.verdict.modele import Reserve


def reserves(dossier: DossierAvance | DossierSolde) -> tuple[Reserve, ...]:
    """Facts that rest on a declaration, and signatures whose author no program can prove."""
    return tuple(_reserves(dossier))


def _reserves(dossier: DossierAvance | DossierSolde) -> Iterator[Reserve]:
    if not dossier.fichiers:
        yield Reserve(
            piece=None,
            message="Aucun fichier n’a été lu : le verdict repose sur les seuls faits déclarés.",
        )
    for piece in sorted(dossier.pieces, key=_rang):
        if piece.declares:
            champs = ", ".join(sorted(piece.declares))
            yield Reserve(
                piece=piece.type,
                message=f"Repose sur une déclaration, non sur un document : {champs}.",
            )
        if lus := sorted(c for c, preuves in piece.preuves.items() if any(map(_optique, preuves))):
            yield Reserve(
                piece=piece.type,
                message=f"Lu sur une image par reconnaissance optique : {', '.join(lus)}.",
            )
        yield from _signatures(piece)


def _optique(preuve: Preuve) -> bool:
    return preuve.confiance is not None


def _rang(piece: Piece) -> tuple[int, str]:
    return list(TypePiece).index(piece.type), piece.model_dump_json()


def _signatures(piece: Piece) -> Iterator[Reserve]:
    for signature in piece.signatures if isinstance(piece, PieceSignee) else ():
        if raison := _doute(signature):
            auteur = signature.signataire or (signature.partie and signature.partie.libelle) or "?"
            yield Reserve(
                piece=piece.type,
                message=f"{signature.nature.libelle.capitalize()} de {auteur} : {raison}.",
            )


def _doute(signature: Signature) -> str | None:
    if signature.nature is not NatureSignature.NUMERIQUE:
        return "un programme ne peut pas en prouver l’auteur"
    return None if signature.identite_prouvee else "identité non prouvée"
