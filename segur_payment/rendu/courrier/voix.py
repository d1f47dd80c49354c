"""The words of the ASP in its three cases. Nothing that it has not published is made up."""

from __future__ import annotations

from dataclasses import dataclass

from segur_payment.dossier import Phase
from segur_payment.verdict import Decision

BANDEAU = (
    "SIMULATION SANS VALEUR OFFICIELLE",
    "Ce courrier est produit par le logiciel segur-payment : ce n’est pas un document de l’ASP.",
)
PIED = "Simulation segur-payment. Aucune décision n’a été prise par l’ASP."
DEMANDES = {Phase.AVANCE: "d’avance", Phase.SOLDE: "de solde"}
FORMULE = "Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées."
SANS_SIGNATURE = "Simulation sans signature ni cachet."
SANS_POINT = (
    "Aucune règle n’a conclu : le dossier n’a pas pu être examiné. "
    "Un contrôle par une personne est nécessaire."
)
EFFETS_DEDUITS = (
    "Aucun texte public ne dit quel défaut entraîne un rejet et lequel une invitation à modifier "
    "ou à compléter : sauf mention contraire, l’effet donné ici est une déduction du projet."
)


@dataclass(frozen=True, slots=True)
class Voix:
    """What the letter says around its points."""

    objet: str
    decision: str
    titre_suites: str
    suites: tuple[str, ...]


VOIX = {
    Decision.REJETER: Voix(
        objet="rejet de votre demande",
        decision="L’examen des pièces transmises conduit au rejet de cette demande.",
        titre_suites="Recours et nouvelle demande",
        suites=(
            "Une notification de l’ASP indiquerait ici les voies et délais de recours. "
            "Ils ne sont pas connus publiquement : cette simulation n’en donne aucun.",
            "La possibilité de déposer une nouvelle demande après un rejet "
            "n’est pas connue publiquement non plus.",
        ),
    ),
    Decision.COMPLETER: Voix(
        objet="invitation à modifier ou compléter votre demande",
        decision="L’examen des pièces transmises ne permet pas d’accepter cette demande en l’état. "
        "Nous vous invitons à la modifier ou à la compléter.",
        titre_suites="Délai et réponse",
        suites=(
            "Une lettre de l’ASP indiquerait ici le délai et la manière de répondre. "
            "Ils ne sont pas connus publiquement : cette simulation n’en donne aucun.",
        ),
    ),
    Decision.ACCEPTER: Voix(
        objet="acceptation de votre demande",
        decision="L’examen des pièces transmises n’a relevé aucun point "
        "qui s’oppose au paiement : cette demande est acceptée.",
        titre_suites="Paiement",
        suites=(
            "Une notification de l’ASP pourrait indiquer ici la date du paiement. "
            "Elle n’est pas connue publiquement : cette simulation n’en donne aucune.",
        ),
    ),
}
