"""Pieces as PDFs: styles, typographies and what may happen to a file."""

from __future__ import annotations

from functools import lru_cache

from segur_payment.dossier import Piece
from segur_payment.testing.erreurs import ErreurKit
from segur_payment.testing.pdf.style import Style
from segur_payment.testing.pdf.typographie import DROITE, SOIGNEE, Typographie

__all__ = ["DROITE", "SOIGNEE", "Style", "Typographie", "en_pdf"]


def en_pdf(
    piece: Piece,
    style: Style | str = Style.SIMPLE,
    typographie: Typographie = SOIGNEE,
) -> bytes:
    """The piece as a PDF, that reads back as the same facts; the same piece gives the same bytes.

    Raises:
        ErreurKit: the extra ``[testing]`` is not installed, or no document is known for the piece.
    """
    return _en_pdf(piece.model_dump_json(), type(piece), Style(style), typographie)


@lru_cache(maxsize=256)
def _en_pdf(json: str, modele: type[Piece], style: Style, typographie: Typographie) -> bytes:
    try:
        from segur_payment.testing.pdf.rendu import rendre
    except ImportError as erreur:
        raise ErreurKit(
            "Les PDF de test demandent l’extra [testing] : pip install 'segur-payment[testing]'."
        ) from erreur
    from segur_payment.testing.pdf.redaction import rediger

    return rendre(rediger(modele.model_validate_json(json)), style, typographie)
