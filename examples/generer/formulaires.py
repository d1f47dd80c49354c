"""The filled forms. The real form of the ASP is not public: this one is imagined."""

from __future__ import annotations

from datetime import date, datetime

from generer.acteurs import Societe
from generer.blocs import Champ, Imprime, Section, Visa
from generer.typographie import en_chiffres, en_lettres

PIECES_AVANCE = (
    "Procès-verbal de mise en service (PV de MES), signé par l’ANS et l’éditeur",
    "Déclaration sur l’honneur de l’éditeur",
    "Conditions générales d’utilisation (CGU) de la solution logicielle",
)
FORFAIT_AVANCE = Champ("Montant demandé (€ HT)", "30 000,00")
PIECES_SOLDE = (
    "Procès-verbal de vérification de service régulier (PV de VSR), signé par l’ANS et l’éditeur",
    "Contacts de support",
)


def _identite(societe: Societe) -> Section:
    return Section(
        "1. Éditeur",
        (
            Champ("Raison sociale", societe.nom),
            Champ("Forme juridique", societe.forme),
            Champ("SIREN", societe.siren_lisible, 2),
            Champ("SIRET du siège", societe.siret_lisible, 2),
            Champ("N° de TVA intracommunautaire", societe.tva, 2),
            Champ("Adresse", societe.adresse),
            Champ("Code postal et ville", societe.ville),
        ),
    )


def _signataire(societe: Societe) -> Section:
    return Section(
        "2. Représentant légal",
        (
            Champ("Nom et prénom", societe.signataire),
            Champ("Qualité", societe.qualite),
            Champ("Courriel", societe.courriel),
            Champ("Téléphone", societe.telephone),
        ),
    )


def _solution(societe: Societe) -> Section:
    return Section(
        "3. Solution logicielle",
        (
            Champ("Nom de la solution logicielle", societe.solution, 2),
            Champ("Version", societe.version, 2),
            Champ("Convention d’interfaçage", societe.convention, 2),
        ),
    )


def _banque(societe: Societe) -> Section:
    return Section(
        "5. Compte à créditer",
        (
            Champ("Titulaire du compte", societe.nom, 6),
            Champ("IBAN", societe.iban, 4),
            Champ("BIC", societe.bic, 2),
        ),
    )


def _imprime(
    societe: Societe, le: date, titre: str, demande: tuple[Champ, ...], pieces: tuple[str, ...]
) -> Imprime:
    return Imprime(
        titre=titre,
        sous_titre="Service d’accès aux soins (SAS) – La Prestation Ségur",
        cree=datetime(le.year, le.month, le.day, 10),
        sections=(
            _identite(societe),
            _signataire(societe),
            _solution(societe),
            Section("4. Demande", demande),
            _banque(societe),
        ),
        pieces=pieces,
        engagement="Je certifie l’exactitude des renseignements portés sur ce formulaire et avoir "
        "qualité pour engager l’éditeur. Je m’engage à signaler toute modification à l’Agence de "
        "services et de paiement.",
        visa=Visa(
            "Pour l’éditeur",
            societe.signataire,
            societe.qualite,
            f"Fait à {societe.ville.split(' ', 1)[1]}, le {en_lettres(le)}",
            f"Signé électroniquement par {societe.signataire} le {en_chiffres(le)}",
        ),
    )


def formulaire_avance(
    societe: Societe,
    le: date,
    mise_en_service: date,
    montant: Champ = FORFAIT_AVANCE,
) -> Imprime:
    """The form of demande d’avance."""
    demande = (
        montant,
        Champ("Date de mise en service", en_chiffres(mise_en_service)),
    )
    return _imprime(societe, le, "Formulaire de demande d’avance", demande, PIECES_AVANCE)


def formulaire_solde(societe: Societe, le: date, verification: date, versement: date) -> Imprime:
    """The form of demande de solde; it says that the avance was paid."""
    demande = (
        Champ("Montant demandé (€ HT)", "70 000,00"),
        Champ("Date de la vérification de service régulier", en_chiffres(verification)),
        Champ("Avance déjà versée", "Oui", 2),
        Champ("Montant de l’avance (€ HT)", "30 000,00", 2),
        Champ("Date de versement de l’avance", en_chiffres(versement), 2),
    )
    return _imprime(societe, le, "Formulaire de demande de solde", demande, PIECES_SOLDE)
