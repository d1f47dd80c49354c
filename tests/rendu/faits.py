"""What is said of a piece, for the tests."""

from __future__ import annotations

from segur_payment import (
    Piece,
    Preuve,
)
from segur_payment.rendu.faits import faits_de


def preuve(extrait: str, page: int = 1) -> Preuve:
    return Preuve(fichier="a.pdf", sha256="a" * 64, page=page, extrait=extrait)


def dits(piece: Piece) -> dict[str, list[str]]:
    """Field → what is said of it, with plain spaces."""
    return {
        fait.nom: [v.texte.replace("\u00a0", " ") for v in fait.valeurs] for fait in faits_de(piece)
    }


def un(piece: Piece, nom: str) -> str:
    (texte,) = dits(piece)[nom]
    return texte
