"""The form of the ASP. The real one is not public: this one is imagined."""

from __future__ import annotations

from segur_payment.dossier import Formulaire, Phase
from segur_payment.langue.montants import ecrire_montant
from segur_payment.testing.pdf.blocs import Document, Fiche, Intertitre
from segur_payment.testing.pdf.redaction.commun import fait_le, fiche, identite, visas

_TITRES = {
    Phase.AVANCE: "Formulaire de demande d’avance",
    Phase.SOLDE: "Formulaire de demande de solde",
    None: "Formulaire de demande de paiement",
}
_OUI_NON = {True: "Oui", False: "Non", None: None}


def formulaire(piece: Formulaire) -> Document:
    """The filled form; a field named in ``champs_vides`` shows its label alone."""
    corps = (
        Intertitre("Éditeur et solution"),
        identite(piece),
        Intertitre("Demande et compte à créditer"),
        _demande(piece),
    )
    return Document(
        titre=_TITRES[piece.phase],
        sous_titre="Service d’accès aux soins (SAS) – La Prestation Ségur",
        emetteur="Agence de services et de paiement",
        corps=(*corps, *fait_le(piece), *visas(piece)),
    )


def _demande(piece: Formulaire) -> Fiche:
    taxe = f" {piece.taxe}" if piece.taxe else ""
    remplis = fiche(
        (
            (f"Montant demandé (€{taxe})", _montant(piece)),
            ("Avance déjà versée", _OUI_NON[piece.avance_versee]),
            ("IBAN", piece.iban),
            ("BIC", piece.bic),
        )
    )
    return Fiche((*remplis.lignes, *((champ, "") for champ in piece.champs_vides)))


def _montant(piece: Formulaire) -> str | None:
    if piece.montant is None:
        return None
    return ecrire_montant(piece.montant).removesuffix("\u00a0€").replace("\u202f", " ")
