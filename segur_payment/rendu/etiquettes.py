"""How each field of a piece is called in French, and what is said when it is not there."""

from __future__ import annotations

from dataclasses import dataclass

from segur_payment.dossier import Partie, TypePiece
from segur_payment.dossier.champs import nom_du_champ
from segur_payment.rendu.typographie import abreger, majuscule, neutraliser

_NOM = 60


@dataclass(frozen=True, slots=True)
class Etiquette:
    """The name of a field, and what is said when nothing was found; None: nothing is said."""

    nom: str
    absence: str | None = None


_M, _F = "non trouvé", "non trouvée"
_ABSENCES = {
    "titre": _M,
    "phase": _F,
    "montant": _M,
    "iban": _M,
    "perimetre": _M,
    "resultat": _M,
    "date_constat": _F,
    "reserves": "aucune trouvée",
    "sur_l_honneur": _F,
    "formation": _F,
    "communication": _F,
    "creneaux": _M,
    "nature": _F,
    "clause": _F,
    "canaux": "aucun trouvé",
    "editeur": _M,
    "solution": _F,
    "date": _F,
}
_FACULTATIFS = {
    TypePiece.JUSTIFICATIF: ("date",),
    TypePiece.SUPPORT: ("date", "editeur", "solution"),
    TypePiece.AUTRE: ("date", "editeur", "solution"),
}
"""What a kind of piece may well go without."""

AVEC_UN_AUTRE = {"taxe": "montant", "blocs_vides": "signatures"}
"""Fields that are said with another one."""

TECHNIQUES = frozenset(
    ("type", "fichiers", "preuves", "incertitudes", "declares", "contradictions", "illisible")
)
"""What surrounds the facts: headings, quotations and doubts."""

SIGNATAIRES = {
    TypePiece.FORMULAIRE: (Partie.EDITEUR,),
    TypePiece.PV_MES: (Partie.ANS, Partie.EDITEUR),
    TypePiece.PV_VSR: (Partie.ANS, Partie.EDITEUR),
    TypePiece.DECLARATION: (Partie.EDITEUR,),
}
"""The parties whose signature a person looks for."""


def etiquette(piece: TypePiece, champ: str) -> Etiquette:
    """How ``champ`` of this kind of piece is called; a field of no table keeps its own name."""
    nom = nom_du_champ(piece, champ)
    if nom is None:
        return Etiquette(abreger(neutraliser(champ), _NOM))
    absence = _F if "." in champ else _ABSENCES.get(champ)
    return Etiquette(majuscule(nom), None if champ in _FACULTATIFS.get(piece, ()) else absence)
