"""What is said alike of the signatures of every piece."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import BlocVide, Partie, PieceSignee
from segur_payment.regles.socle import Conclusion, manque

CHAMP_EDITEUR = f"signatures.{Partie.EDITEUR}"


def emplacement_vide(bloc: BlocVide | None) -> str:
    """Why a printed name is not enough, as a sentence to add; nothing without an empty block."""
    if bloc is None:
        return ""
    nom = f" (« {bloc.nom} »)" if bloc.nom else ""
    return f" Son emplacement est vide : le nom imprimé{nom} ne vaut pas signature."


def date_et_signature(piece: PieceSignee) -> Iterator[Conclusion]:
    """What is missing from a piece that the éditeur alone dates and signs.

    A date that no calendar holds is there: SAS-DAT-01 speaks of it.
    """
    if all(s.partie is Partie.ANS for s in piece.signatures):
        bloc = next((b for b in piece.blocs_vides if b.partie is not Partie.ANS), None)
        message = "Il manque la signature de l’éditeur." + emplacement_vide(bloc)
        yield manque(message, piece, CHAMP_EDITEUR)
    if not (piece.date or piece.dates_impossibles or any(s.date for s in piece.signatures)):
        yield manque("Il manque la date.", piece, "date")
