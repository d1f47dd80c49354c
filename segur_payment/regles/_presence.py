"""Is a required piece there? What an unreadable file leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from segur_payment.dossier import AutreDocument, DossierBase, Piece, TypePiece
from segur_payment.regles.conclusion import Conclusion, Resultat

P = TypeVar("P", bound=Piece)
_CHERCHER = "Fournir ces fichiers lisibles, ou dire dans dossier.toml ce qu’ils contiennent."
_RIVALES = {TypePiece.PV_MES: TypePiece.PV_VSR, TypePiece.PV_VSR: TypePiece.PV_MES}


def rangees(pieces: Iterable[P]) -> list[P]:
    """``pieces`` in an order that does not depend on the one in which they were given."""
    return sorted(pieces, key=lambda piece: (piece.type.rang, piece.model_dump_json()))


def autre_a_la_place(dossier: DossierBase, attendu: TypePiece) -> Piece | None:
    """The document that stands in the place of ``attendu``, if any."""
    for piece in rangees(dossier.autres_pieces):
        designe = isinstance(piece, AutreDocument) and piece.a_la_place_de is attendu
        if designe or piece.type is _RIVALES.get(attendu):
            return piece
    return None


def piece_absente(dossier: DossierBase, attendu: TypePiece, message: str) -> Conclusion:
    """The piece is missing, unless an unreadable or unrecognised file may hold it."""
    muets = [f.nom for f in dossier.fichiers if f.illisible or not (f.pieces or f.declare_pour)]
    if muets:
        message += " À chercher d’abord dans ces fichiers, illisibles ou non reconnus : "
        message += f"{', '.join(sorted(muets))}."
        return Conclusion(
            resultat=Resultat.NON_VERIFIABLE, piece=attendu, message=message, remede=_CHERCHER
        )
    return Conclusion(resultat=Resultat.NON_CONFORME, piece=attendu, message=message)
