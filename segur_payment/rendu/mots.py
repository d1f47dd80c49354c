"""The words that several outputs share."""

from __future__ import annotations

from segur_payment.dossier import Preuve, TypePiece
from segur_payment.regles.socle import Effet
from segur_payment.rendu.typographie import (
    INSECABLE,
    abreger,
    citer,
    composer,
    majuscule,
    neutraliser,
)

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


def pourcentage(part: float) -> str:
    """``97 %``, with a no-break space."""
    return f"{part * 100:.0f}{INSECABLE}%"


def citation(preuve: Preuve, *, fichier: bool = True, longueur: int = 240) -> str:
    """The words of a proof after their place; ``fichier``: name the file, not the page alone."""
    nom = nom_fichier(preuve.fichier) if fichier or not preuve.page else ""
    page = f"page{INSECABLE}{preuve.page}" if preuve.page else ""
    lieu = ", ".join(filter(None, (nom, page)))
    return f"{lieu}{INSECABLE}: {citer(preuve.extrait, longueur)}{_optique(preuve)}"


def _optique(preuve: Preuve) -> str:
    """How surely words of a picture were read."""
    if preuve.confiance is None:
        return ""
    confiance = pourcentage(preuve.confiance)
    return f", lu par reconnaissance optique, confiance{INSECABLE}{confiance}"
