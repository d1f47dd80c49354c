"""From a piece of a dossier to the document that says what it holds, and nothing more."""

from __future__ import annotations

from segur_payment.dossier import (
    AutreDocument,
    ContactsSupport,
    DeclarationHonneur,
    Formulaire,
    JustificatifTransmission,
    Piece,
    ProcesVerbal,
)
from segur_payment.testing.erreurs import ErreurKit
from segur_payment.testing.pdf.blocs import Document, Para
from segur_payment.testing.pdf.redaction.avance import declaration, justificatif
from segur_payment.testing.pdf.redaction.commun import identite, maison
from segur_payment.testing.pdf.redaction.formulaire import formulaire
from segur_payment.testing.pdf.redaction.pv import proces_verbal
from segur_payment.testing.pdf.redaction.support import support


def rediger(piece: Piece) -> Document:
    """The document of a piece.

    Raises:
        ErreurKit: no document is known for that kind of piece.
    """
    match piece:
        case Formulaire():
            return formulaire(piece)
        case ProcesVerbal():
            return proces_verbal(piece)
        case DeclarationHonneur():
            return declaration(piece)
        case JustificatifTransmission():
            return justificatif(piece)
        case ContactsSupport():
            return support(piece)
        case AutreDocument():
            return _autre(piece)
    raise ErreurKit(f"Aucun document ne se rédige pour « {piece.type} ».")


def _autre(piece: AutreDocument) -> Document:
    titre = piece.titre or "Note"
    return Document(titre, "", maison(piece), (identite(piece), Para("Document sans objet ici.")))
