"""How each field of a piece is called in French; the order is the one in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from segur_payment.dossier import Partie, TypePiece
from segur_payment.rendu.typographie import abreger, neutraliser

_NOM = 60


@dataclass(frozen=True, slots=True)
class Etiquette:
    """The name of a field, and what is said when nothing was found; None: nothing is said."""

    nom: str
    absence: str | None = None


_M, _F = "non trouvé", "non trouvée"
ETIQUETTES = {
    "titre": Etiquette("Titre", _M),
    "a_la_place_de": Etiquette("Donné pour"),
    "phase": Etiquette("Phase demandée", _F),
    "montant": Etiquette("Montant demandé", _M),
    "avance_versee": Etiquette("Avance déjà versée"),
    "iban": Etiquette("IBAN", _M),
    "bic": Etiquette("BIC"),
    "champs_vides": Etiquette("Champs laissés vides"),
    "perimetre": Etiquette("Périmètre", _M),
    "resultat": Etiquette("Résultat de la VSR", _M),
    "date_constat": Etiquette("Date de la mise en service", _F),
    "date_mise_en_service": Etiquette("Date de la mise en service"),
    "reserves": Etiquette("Réserves", "aucune trouvée"),
    "sur_l_honneur": Etiquette("Mention « sur l’honneur »", _F),
    "formation": Etiquette("Attestation de formation", _F),
    "communication": Etiquette("Attestation de communication", _F),
    "creneaux": Etiquette("Engagement sur les créneaux", _M),
    "nature": Etiquette("Nature du justificatif", _F),
    "clause": Etiquette("Clause de transmission des données", _F),
    "contrats_signes": Etiquette("Contrats signés"),
    "canaux": Etiquette("Contacts", "aucun trouvé"),
    "editeur": Etiquette("Éditeur", _M),
    "solution": Etiquette("Solution logicielle", _F),
    "date": Etiquette("Date du document", _F),
    "dates_impossibles": Etiquette("Dates impossibles"),
    "signatures": Etiquette("Signatures"),
}
"""The fields that are shown."""

SELON_LA_PIECE = {
    (TypePiece.PV_VSR, "date_constat"): Etiquette("Date de la décision de VSR", _F),
    (TypePiece.JUSTIFICATIF, "date"): Etiquette("Date du document"),
    (TypePiece.SUPPORT, "date"): Etiquette("Date du document"),
    (TypePiece.SUPPORT, "editeur"): Etiquette("Éditeur"),
    (TypePiece.SUPPORT, "solution"): Etiquette("Solution logicielle"),
    (TypePiece.AUTRE, "date"): Etiquette("Date du document"),
    (TypePiece.AUTRE, "editeur"): Etiquette("Éditeur"),
    (TypePiece.AUTRE, "solution"): Etiquette("Solution logicielle"),
}
"""Where a kind of piece calls a field otherwise, or may well go without it."""

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
    connue = SELON_LA_PIECE.get((piece, champ)) or ETIQUETTES.get(champ)
    if connue:
        return connue
    nom, _, partie = champ.partition(".")
    if nom == "signatures" and partie in set(Partie):
        return Etiquette(f"Signature de {Partie(partie).libelle}", _F)
    return Etiquette(abreger(neutraliser(champ), _NOM))
