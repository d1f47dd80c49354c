"""How each field of a piece is called in French; the order is the one in which it is shown."""

from __future__ import annotations

from collections.abc import Iterable

from segur_payment.dossier.commun import Partie, TypePiece

NOMS = {
    "titre": "titre",
    "a_la_place_de": "donné pour",
    "phase": "phase demandée",
    "montant": "montant demandé",
    "avance_versee": "avance déjà versée",
    "iban": "IBAN",
    "bic": "BIC",
    "champs_vides": "champs laissés vides",
    "perimetre": "périmètre",
    "resultat": "résultat de la VSR",
    "date_constat": "date de la mise en service",
    "date_mise_en_service": "date de la mise en service",
    "reserves": "réserves",
    "sur_l_honneur": "mention « sur l’honneur »",
    "formation": "attestation de formation",
    "communication": "attestation de communication",
    "creneaux": "engagement sur les créneaux",
    "nature": "nature du justificatif",
    "clause": "clause de transmission des données",
    "contrats_signes": "contrats signés",
    "canaux": "contacts",
    "editeur": "éditeur",
    "solution": "solution logicielle",
    "date": "date du document",
    "dates_impossibles": "dates impossibles",
    "signatures": "signatures",
}
"""The fields that hold a fact of their own."""

_AUTRES = {
    "type": "nature du document",
    "taxe": "mention HT ou TTC",
    "blocs_vides": "emplacements de signature vides",
}
_SELON_LA_PIECE = {(TypePiece.PV_VSR, "date_constat"): "date de la décision de VSR"}


def nom_du_champ(piece: TypePiece | None, champ: str) -> str | None:
    """How ``champ`` of this kind of piece is called, as in a sentence; None: it has no name."""
    nom, _, partie = champ.partition(".")
    if nom == "signatures" and partie in set(Partie):
        return f"signature de {Partie(partie).libelle}"
    propre = _SELON_LA_PIECE.get((piece, champ)) if piece else None
    return propre or NOMS.get(nom) or _AUTRES.get(nom)


def noms_des_champs(piece: TypePiece | None, champs: Iterable[str]) -> tuple[str, ...]:
    """The names of ``champs``, each once, in the order in which they are shown."""
    rangs = {champ: rang for rang, champ in enumerate(NOMS)}
    ranges = sorted(champs, key=lambda c: (rangs.get(c.partition(".")[0], len(rangs)), c))
    precis = {c.partition(".")[0] for c in ranges if "." in c}
    utiles = (c for c in ranges if c not in precis)
    return tuple(dict.fromkeys(nom_du_champ(piece, c) or c for c in utiles))
