"""The déclaration sur l'honneur and the justificatif de transmission of the avance."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    BlocVide,
    DeclarationHonneur,
    EngagementCreneaux,
    JustificatifTransmission,
    NatureJustificatif,
    Partie,
    Portee,
)
from segur_payment.testing.pdf.blocs import Bloc, Document, Intertitre, Para, Puces
from segur_payment.testing.pdf.redaction.commun import (
    fait_le,
    identite,
    maison,
    sous_titre,
    visas,
)

_TITRES = {
    NatureJustificatif.CGU: "Conditions générales d’utilisation",
    NatureJustificatif.CONTRATS: "Contrat d’abonnement",
    NatureJustificatif.AUTRE: "Note d’information aux effecteurs",
    None: "Note d’information aux effecteurs",
}


def declaration(piece: DeclarationHonneur) -> Document:
    """The sworn statement; an attestation that is None is not in it."""
    attestations = (
        piece.formation and _formation(piece.formation),
        piece.communication and _communication(piece.communication),
        piece.creneaux and _creneaux(piece.creneaux),
    )
    honneur = " sur l’honneur" if piece.sur_l_honneur else ""
    return Document(
        titre=f"Déclaration{honneur}",
        sous_titre="Demande d’avance – Service d’accès aux soins (SAS)",
        emetteur=maison(piece),
        corps=(
            identite(piece),
            Para(f"Je soussigné déclare et atteste{honneur} :"),
            Puces(tuple(phrase for phrase in attestations if phrase)),
            *fait_le(piece),
            *visas(piece),
        ),
    )


def _formation(attestation: AttestationFormation) -> str:
    publics = " et des ".join(_PUBLICS[public] for public in attestation.publics)
    temps = "ont été produits" if attestation.accomplie else "seront produits"
    return f"que les documents de formation à destination des {publics} {temps} ;"


_PUBLICS = {"regulateurs": "régulateurs", "effecteurs": "effecteurs"}


def _communication(attestation: AttestationCommunication) -> str:
    temps = "a été adressée" if attestation.accomplie else "sera adressée"
    a_qui = "l’ensemble des effecteurs clients de la solution logicielle"
    if attestation.portee is Portee.RESTREINTE:
        a_qui = attestation.restriction or "certains effecteurs clients"
    return f"qu’une communication sur l’interfaçage avec la plateforme {temps} à {a_qui} ;"


def _creneaux(engagement: EngagementCreneaux) -> str:
    verbe = "s’engage à" if engagement.ferme else (engagement.affaiblissement or "s’efforcera de")
    objet = "l’ensemble des types de créneaux de disponibilités"
    if engagement.portee_types is Portee.RESTREINTE:
        cites = " et ".join(engagement.types_cites) or "PUBLIC"
        objet = f"les créneaux de disponibilités de type {cites}"
    exceptions = " et de ".join(e.texte for e in engagement.exceptions)
    sauf = f", à l’exception de {exceptions}" if exceptions else ""
    return f"que l’éditeur {verbe} remonter {objet} de l’ensemble des effecteurs clients{sauf}."


def justificatif(piece: JustificatifTransmission) -> Document:
    """CGU, contract or note, with the clause of the piece and nothing else on the SAS."""
    if piece.nature is NatureJustificatif.CONTRATS and not piece.contrats_signes:
        vides = piece.blocs_vides or (BlocVide(partie=Partie.EDITEUR),)
        piece = piece.model_copy(update={"blocs_vides": vides})
    return Document(
        titre=_TITRES[piece.nature],
        sous_titre=sous_titre(piece),
        emetteur=maison(piece),
        corps=(identite(piece), *_articles(piece.clause), *fait_le(piece), *visas(piece)),
    )


def _articles(clause: str | None) -> Iterator[Bloc]:
    yield Intertitre("Article 1 – Objet")
    yield Para("Le présent document fixe les règles d’accès et d’usage de la solution logicielle.")
    yield Intertitre("Article 2 – Accès")
    yield Para(
        "L’accès est réservé aux professionnels de santé en exercice. Chacun préserve la "
        "confidentialité de ses moyens d’authentification."
    )
    if clause:
        yield Intertitre("Article 3 – Transmission de données")
        yield Para(clause)
    yield Intertitre("Article 4 – Droit applicable")
    yield Para("Le droit français s’applique. L’éditeur héberge les données de santé en France.")
