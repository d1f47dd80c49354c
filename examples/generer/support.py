"""The support contacts of the solde, for régulateurs and for effecteurs."""

from datetime import date, datetime

from generer.acteurs import Societe
from generer.blocs import Bloc, Document, Fiche, Intertitre, Para, Tableau
from generer.typographie import en_lettres

HORAIRES = "du lundi au vendredi, de 8 h à 19 h"


def _document(societe: Societe, le: date, publics: str, corps: tuple[Bloc, ...]) -> Document:
    return Document(
        titre="Contacts de support",
        sous_titre=f"{societe.solution}, version {societe.version} – à destination {publics}",
        entete=societe.entete,
        cree=datetime(le.year, le.month, le.day, 16),
        corps=(
            Fiche(
                (
                    ("Éditeur", societe.nom),
                    ("SIREN", societe.siren_lisible),
                    ("Solution logicielle", societe.solution),
                    ("Version", societe.version),
                    ("Date", en_lettres(le)),
                )
            ),
            *corps,
        ),
    )


def support_complet(societe: Societe, le: date) -> Document:
    """Contacts for both audiences."""
    regulateurs: Bloc = Fiche(
        (
            ("Téléphone", "02 61 91 40 50"),
            ("Courriel", f"support.regulation@{societe.domaine}"),
            ("Plateforme de support", f"https://support.{societe.domaine}/regulateurs"),
            ("Horaires", "tous les jours, de 8 h à 22 h"),
        )
    )
    effecteurs: Bloc = Fiche(
        (
            ("Téléphone", "02 61 91 40 51"),
            ("Courriel", f"support.effecteurs@{societe.domaine}"),
            ("Formulaire de contact", f"https://support.{societe.domaine}/effecteurs/contact"),
            ("Horaires", HORAIRES),
        )
    )
    delais = Tableau(
        ("Gravité", "Exemple", "Prise en charge"),
        (
            (
                "Bloquante",
                "Aucun créneau n’est visible dans la plateforme numérique SAS",
                "1 heure",
            ),
            ("Majeure", "Un rendez-vous n’apparaît pas dans l’agenda", "4 heures"),
            ("Mineure", "Question d’utilisation", "1 jour ouvré"),
        ),
        (0.2, 0.55, 0.25),
    )
    corps = (
        Para(
            "Les équipes de support de niveau 1 et 2 sont joignables par les canaux ci-dessous, "
            "sans surcoût."
        ),
        Intertitre("Support à destination des régulateurs"),
        regulateurs,
        Intertitre("Support à destination des effecteurs"),
        effecteurs,
        Intertitre("Délais de prise en charge"),
        delais,
    )
    return _document(societe, le, "des régulateurs et des effecteurs", corps)


def support_effecteurs(societe: Societe, le: date) -> Document:
    """Contacts for the effecteurs only, with a comma for a dot in the e-mail."""
    canaux = Tableau(
        ("Canal", "Coordonnées", "Horaires"),
        (
            ("Téléphone", "04 65 71 22 30", HORAIRES),
            ("Courriel", "assistance@orbelys-sante,fr", "réponse sous 1 jour ouvré"),
        ),
        (0.2, 0.42, 0.38),
    )
    corps = (
        Intertitre("Support à destination des effecteurs"),
        Para(
            "Les effecteurs clients de la solution logicielle et leurs délégataires disposent des "
            "canaux suivants :"
        ),
        canaux,
        Para(
            "Pour un traitement rapide, merci d’indiquer le nom du professionnel, son numéro RPPS "
            "et la date du créneau ou du rendez-vous concerné."
        ),
    )
    return _document(societe, le, "des effecteurs", corps)
