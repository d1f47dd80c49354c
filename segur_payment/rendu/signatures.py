"""The facts about a digital signature, one line each, in the order in which they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import (
    Certificat,
    Couverture,
    ExamenSignature,
    Modification,
    SignatureNumerique,
    SourceDate,
)
from segur_payment.rendu.typographie import citer, jour

_COUVERTURES = {
    Couverture.FICHIER_ENTIER: "tout le fichier",
    Couverture.REVISION: "un état antérieur complet du fichier",
    Couverture.PARTIELLE: "une partie du fichier seulement",
    Couverture.INCONNUE: "inconnu",
}
_SOURCES = {
    SourceDate.DECLAREE: "déclarée par le signataire",
    SourceDate.HORODATAGE: "horodatage reconnu",
    SourceDate.HORODATAGE_NON_RECONNU: "horodatage d’une autorité non reconnue",
}
_PERMIS = {
    Modification.AUCUNE: "rien",
    Modification.ARCHIVAGE: "rien",
    Modification.FORMULAIRE: "remplir les champs prévus",
    Modification.ANNOTATIONS: "annoter et remplir les champs prévus",
}


def faits_de(numerique: SignatureNumerique) -> Iterator[str]:
    """What the file says, then what the verifier found, each fact apart."""
    declares = (
        ("nom", numerique.nom), ("raison", numerique.raison), ("lieu", numerique.lieu),
    )  # fmt: skip
    dits = ", ".join(f"{quoi} {citer(mot)}" for quoi, mot in declares if mot)
    genre = "horodatage du document" if numerique.horodatage else "champ"
    yield f"{genre} {citer(numerique.champ)}" + (f", déclare : {dits}" if dits else "")
    examen = numerique.examen
    yield f"couvre : {_COUVERTURES[examen.couverture if examen else numerique.couverture]}"
    if numerique.ajouts:
        yield f"ensuite : {', '.join(numerique.ajouts)}"
    if examen is None:
        sujet = f"certificat de {citer(numerique.sujet)}, " if numerique.sujet else ""
        yield f"{sujet}non vérifiée : {numerique.sans_examen or 'nul ne l’a contrôlée'}"
    else:
        yield from _examen(examen)


def _examen(examen: ExamenSignature) -> Iterator[str]:
    if examen.empechement:
        yield f"contrôle impossible : {examen.empechement}"
    if examen.integre is not None:
        contenu = "inchangé" if examen.integre else "altéré"
        valeur = "valide" if examen.valide else "non valide"
        yield f"contenu signé {contenu}, valeur de signature {valeur}"
    if examen.certifiante and examen.permis:
        yield f"certifie le document, permet ensuite : {_PERMIS[examen.permis]}"
    if examen.modification_admise is False:
        yield "ce qui a suivi n’est pas admis"
    if examen.certificat:
        yield from _certificat(examen.certificat)
    if examen.indication:
        sous = f", {examen.sous_indication}" if examen.sous_indication else ""
        quand = f", jugée au {jour(examen.moment)}" if examen.moment else ""
        yield f"chaîne : {_chaine(examen)} ({examen.indication}{sous}{quand})"
    if examen.date and examen.source_date:
        yield f"date : {jour(examen.date)}, {examen.date:%H:%M %Z} ({_SOURCES[examen.source_date]})"


def _chaine(examen: ExamenSignature) -> str:
    if examen.confiance is None:
        return "non jugée"
    if examen.revoque_le and not examen.confiance:
        return f"certificat révoqué le {jour(examen.revoque_le)}"
    revocation = "" if examen.revocation_controlee else ", révocation non contrôlée"
    return f"reconnue{revocation}" if examen.confiance else "non reconnue"


def _certificat(certificat: Certificat) -> Iterator[str]:
    siren = f", SIREN {certificat.siren}" if certificat.siren else ""
    yield f"certificat : {certificat.sujet}{siren}"
    yield f"délivré par : {certificat.emetteur}"
    yield f"valable du {jour(certificat.debut)} au {jour(certificat.fin)}"
