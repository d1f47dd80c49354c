"""The déclaration sur l’honneur of the avance and its three attestations."""

from datetime import date, datetime

from generer.acteurs import Societe
from generer.blocs import Bloc, Document, Para, Puces, Visa, Visas
from generer.pv import visa_editeur
from generer.typographie import en_lettres

TOUS = "l’ensemble des types de créneaux de disponibilités"
PUBLIC_SEUL = "les créneaux de disponibilités de type PUBLIC"


def declaration(societe: Societe, le: date, creneaux: str = TOUS) -> Document:
    """Three attestations, signed by the éditeur; ``creneaux`` is what it commits to report."""
    ville = societe.ville.split(" ", 1)[1]
    visa: Visa = visa_editeur(societe, le)
    corps: tuple[Bloc, ...] = (
        Para(
            f"Je soussigné(e) {societe.signataire}, {societe.qualite} de la société {societe.nom}, "
            f"immatriculée sous le numéro SIREN {societe.siren_lisible}, dont le siège est situé "
            f"{societe.adresse}, {societe.ville}, agissant en qualité d’éditeur de la solution "
            f"logicielle {societe.solution}, version {societe.version},"
        ),
        Para("déclare et atteste sur l’honneur :"),
        Puces(
            (
                "que les documents de formation à destination des régulateurs ont été produits et "
                "remis à l’Agence du Numérique en Santé ;",
                "qu’une communication présentant l’interfaçage avec la plateforme numérique SAS a "
                "été adressée à l’ensemble des effecteurs clients de la solution logicielle ;",
                f"que la société {societe.nom} s’engage à remonter {creneaux} pour l’ensemble des "
                "effecteurs clients de la solution logicielle, à l’exception de ceux ayant "
                "signifié dans la plateforme numérique SAS leur refus de la remontée automatique "
                "de leurs créneaux.",
            )
        ),
        Para(
            "J’ai connaissance des sanctions pénales encourues par l’auteur d’une fausse "
            "attestation. La présente déclaration est établie pour servir et valoir ce que de "
            "droit, à l’appui de la demande d’avance déposée auprès de l’Agence de services et de "
            "paiement."
        ),
        Para(f"Fait à {ville}, le {en_lettres(le)}."),
        Visas((visa,)),
    )
    return Document(
        titre="Déclaration sur l’honneur",
        sous_titre="Demande d’avance – Service d’accès aux soins (SAS)",
        entete=societe.entete,
        cree=datetime(le.year, le.month, le.day, 11),
        corps=corps,
    )
