"""The words that several outputs share."""

from __future__ import annotations

from segur_payment.dossier import Preuve, TypePiece
from segur_payment.regles.socle import Effet
from segur_payment.rendu.typographie import abreger, composer, majuscule, neutraliser

_MESSAGE, _NOM = 600, 80
EFFETS = {
    Effet.REJET: "rejet",
    Effet.MODIFIER: "à modifier",
    Effet.COMPLETER: "à compléter",
    Effet.AVERTISSEMENT: "avertissement",
}


def nom_piece(piece: TypePiece | None) -> str:
    """The piece as a heading."""
    return majuscule(piece.libelle) if piece else "Ensemble du dossier"


def phrase(texte: str) -> str:
    """A sentence of the verdict: safe, of bounded length, with French no-break spaces."""
    return composer(abreger(neutraliser(texte), _MESSAGE))


def nom_fichier(nom: str) -> str:
    """The name of a file, safe and of bounded length."""
    return abreger(neutraliser(nom), _NOM)


def confiance(preuve: Preuve) -> str:
    """How surely words of a picture were read."""
    if preuve.confiance is None:
        return ""
    return f", lu par reconnaissance optique, confiance\u00a0{preuve.confiance:.0%}".replace(
        "%", "\u00a0%"
    )
