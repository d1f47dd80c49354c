"""A signature field of a PDF → its facts in the words of the models."""

from __future__ import annotations

from segur_payment.dossier import Couverture, Modification, SignatureNumerique
from segur_payment.lecture.pdf.modele import Signature

_LONGUEUR = 300


def numerique_de(signature: Signature) -> SignatureNumerique:
    """What the file says of a filled field, and what a verifier found."""
    return SignatureNumerique(
        champ=signature.champ[:_LONGUEUR],
        page=signature.page,
        horodatage=signature.horodatage,
        nom=_court(signature.nom),
        raison=_court(signature.raison),
        lieu=_court(signature.lieu),
        date_declaree=_court(signature.date),
        sous_filtre=_court(signature.sous_filtre),
        sujet=_court(signature.sujet),
        couverture=Couverture(signature.couvre),
        modification=Modification(signature.suite) if signature.suite else None,
        ajouts=signature.ajouts,
        champs_modifies=signature.champs_modifies,
        examen=signature.examen,
        sans_examen=signature.sans_examen,
    )


def _court(texte: str | None) -> str | None:
    return " ".join(texte.split())[:_LONGUEUR] or None if texte else None
