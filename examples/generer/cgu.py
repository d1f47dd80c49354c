"""Conditions générales d’utilisation, with the clause on the plateforme numérique SAS."""

from datetime import date, datetime

from generer.acteurs import Societe
from generer.blocs import Bloc, Document, Fiche, Intertitre, Para, Puces, Tableau
from generer.typographie import en_lettres


def _usage(societe: Societe) -> tuple[Bloc, ...]:
    return (
        Intertitre("Article 1 – Objet"),
        Para(
            f"Les présentes conditions générales d’utilisation (ci-après les « CGU ») fixent les "
            f"règles d’accès et d’utilisation de la solution logicielle {societe.solution} "
            f"(ci-après la « Solution »), éditée par la société {societe.nom} (ci-après "
            "l’« Éditeur »). Toute ouverture de compte vaut acceptation des CGU."
        ),
        Intertitre("Article 2 – Définitions"),
        Puces(
            (
                "Effecteur : professionnel de santé titulaire d’un compte, dont les créneaux de "
                "consultation sont gérés dans la Solution.",
                "Délégataire : personne que l’Effecteur autorise à gérer son agenda en son nom.",
                "Régulateur : professionnel d’un service d’accès aux soins qui recherche un "
                "créneau pour un patient.",
                "Plateforme numérique SAS : service national, opéré par l’Agence du Numérique en "
                "Santé, qui présente aux Régulateurs l’offre de soins disponible.",
            )
        ),
        Intertitre("Article 3 – Accès à la Solution"),
        Para(
            "L’accès est réservé aux professionnels de santé en exercice et à leurs Délégataires. "
            "L’Effecteur s’authentifie par Pro Santé Connect ou par un identifiant personnel "
            "associé à un second facteur. Il préserve la confidentialité de ses moyens "
            "d’authentification et signale sans délai toute utilisation anormale de son compte."
        ),
        Para(
            "La Solution est accessible tous les jours, à toute heure, hors périodes de "
            "maintenance annoncées au moins 48 heures à l’avance."
        ),
        Intertitre("Article 4 – Obligations de l’Effecteur"),
        Puces(
            (
                "tenir à jour son identité, ses lieux d’exercice et ses horaires ;",
                "ouvrir uniquement des créneaux qu’il est en mesure d’honorer ;",
                "informer ses patients du traitement de leurs données ;",
                "ne pas détourner la Solution de sa finalité.",
            )
        ),
        Intertitre("Article 5 – Obligations de l’Éditeur"),
        Para(
            "L’Éditeur met en œuvre les moyens nécessaires au bon fonctionnement et à la sécurité "
            "de la Solution. Les données de santé sont hébergées chez un hébergeur certifié (HDS), "
            "en France. Une sauvegarde est réalisée chaque jour et conservée 30 jours."
        ),
    )


def _donnees(societe: Societe) -> tuple[Bloc, ...]:
    return (
        Intertitre("Article 6 – Données à caractère personnel"),
        Para(
            "Pour la gestion de l’agenda, l’Éditeur agit en qualité de sous-traitant de "
            "l’Effecteur, au sens de l’article 28 du règlement (UE) 2016/679. Il ne traite les "
            "données que sur instruction documentée de l’Effecteur, tient un registre des "
            "traitements et notifie toute violation de données dans les 48 heures."
        ),
        Para(
            "L’Effecteur dispose d’un droit d’accès, de rectification, d’effacement et de "
            f"limitation, qu’il exerce auprès du délégué à la protection des données : "
            f"dpo@{societe.domaine}."
        ),
        Intertitre("Article 7 – Transmission de données à la plateforme numérique SAS"),
        Para(
            "L’Effecteur est informé qu’une partie de ses données est transmise à la plateforme "
            "numérique SAS, conformément aux dispositions de la Convention d’interfaçage conclue "
            f"entre l’Agence du Numérique en Santé et l’Éditeur (n° {societe.convention})."
        ),
        Para("Les données transmises sont :"),
        Puces(
            (
                "l’identité professionnelle de l’Effecteur : nom, prénom, numéro RPPS, "
                "spécialité ;",
                "ses lieux d’exercice et leurs coordonnées ;",
                "ses créneaux de disponibilités, tous types confondus, avec leur durée et leur "
                "mode de consultation ;",
                "les rendez-vous pris par un Régulateur, et leur annulation.",
            )
        ),
        Para(
            "Cette transmission a pour finalité l’orientation des patients par les services "
            "d’accès aux soins. L’Effecteur peut signifier son refus de la remontée automatique "
            "de ses créneaux dans la plateforme numérique SAS, depuis les paramètres de son "
            "compte. L’Éditeur cesse la remontée dès qu’il en est informé par la plateforme."
        ),
    )


def _droit(societe: Societe) -> tuple[Bloc, ...]:
    return (
        Intertitre("Article 8 – Propriété intellectuelle"),
        Para(
            "La Solution, sa documentation et ses marques demeurent la propriété de l’Éditeur. "
            "L’Effecteur reçoit un droit d’utilisation personnel, non exclusif et non cessible, "
            "pour la durée de son abonnement."
        ),
        Intertitre("Article 9 – Responsabilité"),
        Para(
            "L’Effecteur reste seul responsable de ses décisions médicales et de la tenue de son "
            "agenda. La responsabilité de l’Éditeur est limitée aux dommages directs et prouvés ; "
            "elle ne peut être recherchée en cas de force majeure ou d’interruption du réseau."
        ),
        Intertitre("Article 10 – Assistance"),
        Para(
            "Une assistance est ouverte du lundi au vendredi, de 8 h à 19 h, au "
            f"{societe.telephone} ou à l’adresse assistance@{societe.domaine}."
        ),
        Intertitre("Article 11 – Durée et résiliation"),
        Para(
            "Le compte est ouvert pour une durée indéterminée. Chaque partie peut y mettre fin "
            "avec un préavis de 30 jours. L’Effecteur récupère ses données dans un format ouvert "
            "pendant les 60 jours qui suivent la fermeture du compte."
        ),
        Intertitre("Article 12 – Modification des CGU"),
        Para(
            "L’Éditeur informe l’Effecteur de toute modification des CGU par un message dans la "
            "Solution, au moins 30 jours avant son entrée en vigueur. La version applicable est "
            "consultable à tout moment depuis le menu « Aide »."
        ),
        Intertitre("Article 13 – Droit applicable"),
        Para(
            "Les CGU sont soumises au droit français. À défaut d’accord amiable, tout litige "
            "relève des tribunaux compétents du siège de l’Éditeur."
        ),
        Intertitre("Annexe – Données transmises à la plateforme numérique SAS"),
        Tableau(
            ("Donnée", "Finalité", "Fréquence"),
            (
                ("Identité professionnelle", "Présenter l’Effecteur", "À chaque modification"),
                ("Lieux d’exercice", "Situer la consultation", "À chaque modification"),
                ("Créneaux disponibles", "Proposer un horaire", "En continu"),
                ("Rendez-vous", "Confirmer ou annuler", "En continu"),
            ),
            (0.36, 0.34, 0.3),
        ),
        Para(
            "Aucune donnée médicale du patient n’est transmise par la Solution. Les créneaux que "
            "l’Effecteur réserve à sa patientèle ne sont pas remontés."
        ),
    )


def cgu(societe: Societe, vigueur: date) -> Document:
    """The CGU of the solution logicielle, in force on ``vigueur``."""
    fiche = Fiche(
        (
            ("Éditeur", f"{societe.nom}, {societe.adresse}, {societe.ville}"),
            ("SIREN", societe.siren_lisible),
            ("Solution logicielle", societe.solution),
            ("Version", societe.version),
            ("En vigueur depuis le", en_lettres(vigueur)),
        )
    )
    return Document(
        titre="Conditions générales d’utilisation",
        sous_titre=f"Solution logicielle {societe.solution}, version {societe.version}",
        entete=societe.entete,
        cree=datetime(vigueur.year, vigueur.month, vigueur.day, 9),
        corps=(fiche, *_usage(societe), *_donnees(societe), *_droit(societe)),
    )
