"""The arguments of the command, in French from the usage line to the errors."""

from __future__ import annotations

import argparse

from segur_payment.cli.analyse import Analyseur, lire_date, parmi

_EPILOGUE = "Codes de sortie : 0 accepter, 1 compléter, 2 rejeter, 3 erreur d’utilisation."
_EPILOGUE_LIRE = "Codes de sortie : 0 lecture faite, 3 erreur d’utilisation."


def analyseur() -> argparse.ArgumentParser:
    """The parser of the whole command."""
    racine = Analyseur(
        prog="segur-payment",
        description="Dit, avant tout envoi, si l’ASP peut payer une demande de financement Ségur.",
        epilog=_EPILOGUE,
    )
    racine.options.add_argument("--version", action="store_true", help="afficher la version")
    commandes = racine.add_subparsers(
        title="commandes", prog="segur-payment", dest="commande", metavar="COMMANDE"
    )

    def commande(nom: str, aide: str) -> Analyseur:
        nouvelle = commandes.add_parser(nom, help=aide, description=f"{aide[0].upper()}{aide[1:]}.")
        assert isinstance(nouvelle, Analyseur)
        return nouvelle

    _verifier(commande("verifier", "juger un dossier : pièces, motifs, ce qu’il reste à faire"))
    _comparer(
        commande("comparer", "dire ce qui est corrigé, restant ou nouveau dans un dossier revenu")
    )
    _courrier(commande("courrier", "simuler la lettre de l’ASP : rejet, invitation, acceptation"))
    _preparer(commande("preparer", "réunir dans un .zip les pièces à déposer et leur bordereau"))
    _lire(commande("lire", "montrer ce qui est lu dans les fichiers, sans juger"))
    _regles(commande("regles", "lister les règles contrôlées"))
    commande("expliquer", "expliquer une règle, avec sa source et son remède").valeurs.add_argument(
        "code", metavar="CODE", help="code de la règle, par exemple SAS-MES-02"
    )
    schema = commande("schema", "donner le schéma JSON d’un objet (verdict, dossier…)")
    schema.valeurs.add_argument(
        "objet", metavar="verdict|dossier|lecture|comparaison", nargs="?", default="verdict",
        type=parmi("verdict", "dossier", "lecture", "comparaison"), help="verdict par défaut",
    )  # fmt: skip
    return racine


def _format(options: argparse._ArgumentGroup) -> None:
    options.add_argument(
        "--format", metavar="texte|json", default="texte", type=parmi("texte", "json"),
        help="texte pour une personne (par défaut), json pour un programme",
    )  # fmt: skip


def _format_du_rapport(options: argparse._ArgumentGroup) -> None:
    options.add_argument(
        "--format", metavar="texte|json|html", default="texte",
        type=parmi("texte", "json", "html"),
        help="texte pour une personne (par défaut), json pour un programme, html pour une page",
    )  # fmt: skip
    options.add_argument(
        "--sans-images", action="store_true",
        help="en html : citer les mots sans montrer les pages, qui portent d’autres données",
    )  # fmt: skip
    _sortie(options)


def _sortie(options: argparse._ArgumentGroup, *, obligatoire: bool = False) -> None:
    options.add_argument(
        "--sortie", metavar="FICHIER", required=obligatoire,
        help="écrire dans ce fichier, hors du dossier jugé",
    )  # fmt: skip


def _phase(options: argparse._ArgumentGroup, aide: str) -> None:
    options.add_argument(
        "--phase", metavar="avance|solde", type=parmi("avance", "solde"), help=aide
    )


def _verifier(commande: Analyseur) -> None:
    commande.epilog = _EPILOGUE
    commande.valeurs.add_argument(
        "chemin",
        metavar="CHEMIN",
        help="dossier de PDF, archive .zip, ou dossier en .json ou .toml",
    )
    _jugement(commande)
    _format_du_rapport(commande.options)


def _jugement(commande: Analyseur) -> None:
    """What a dossier is judged with."""
    commande.options.add_argument(
        "--date-depot", metavar="AAAA-MM-JJ", type=lire_date,
        help="jour du dépôt ; sinon celui que le dossier déclare, sinon aujourd’hui",
    )  # fmt: skip
    _phase(commande.options, "phase de la demande ; sinon déclarée, ou déduite des pièces")
    commande.options.add_argument(
        "--politique",
        metavar="FICHIER",
        help="fichier TOML : reclassements, délais, signatures à prouver",
    )
    commande.options.add_argument(
        "--avance", metavar="VERDICT.json", help="pour un solde : le verdict de son avance"
    )
    commande.options.add_argument(
        "--avance-payee", action="store_true", help="avec --avance : l’ASP l’a payée"
    )
    _sans_ocr(commande.options)
    _signatures(commande.options)


def _comparer(commande: Analyseur) -> None:
    commande.epilog = _EPILOGUE
    commande.valeurs.add_argument("avant", metavar="AVANT.json", help="verdict précédent, en JSON")
    commande.valeurs.add_argument(
        "chemin", metavar="APRES", help="verdict suivant en JSON, ou dossier corrigé à juger"
    )
    _jugement(commande)
    _format_du_rapport(commande.options)


def _courrier(commande: Analyseur) -> None:
    commande.epilog = _EPILOGUE
    commande.valeurs.add_argument(
        "chemin", metavar="CHEMIN", help="verdict en JSON, ou dossier à juger"
    )
    _jugement(commande)
    commande.options.add_argument(
        "--format", metavar="md|pdf", default="md", type=parmi("md", "pdf"),
        help="md pour du Markdown (par défaut), pdf pour une page A4 (extra [pdf])",
    )  # fmt: skip
    _sortie(commande.options)


def _preparer(commande: Analyseur) -> None:
    commande.epilog = _EPILOGUE
    commande.valeurs.add_argument(
        "chemin", metavar="CHEMIN", help="dossier de PDF, archive .zip ou PDF"
    )
    _jugement(commande)
    commande.options.add_argument(
        "--malgre-tout", action="store_true",
        help="préparer le paquet même si la décision n’est pas accepter ; le bordereau le dit",
    )  # fmt: skip
    _sortie(commande.options, obligatoire=True)


def _sans_ocr(options: argparse._ArgumentGroup) -> None:
    options.add_argument(
        "--sans-ocr", action="store_true",
        help="ne pas lire les pages qui sont des images (extra [ocr])",
    )  # fmt: skip


def _signatures(options: argparse._ArgumentGroup) -> None:
    options.add_argument(
        "--racines", metavar="DOSSIER",
        help="certificats des autorités reconnues (.pem, .crt, .cer, .der), extra [signatures]",
    )  # fmt: skip
    options.add_argument(
        "--crl", metavar="DOSSIER", help="listes de révocation (.crl, .pem, .der), avec --racines"
    )
    options.add_argument(
        "--sans-verification-signatures", action="store_true",
        help="ne pas contrôler les signatures numériques (extra [signatures])",
    )  # fmt: skip


def _lire(commande: Analyseur) -> None:
    commande.epilog = _EPILOGUE_LIRE
    commande.valeurs.add_argument(
        "chemin", metavar="CHEMIN", help="dossier de PDF, archive .zip ou PDF"
    )
    _sans_ocr(commande.options)
    _signatures(commande.options)
    _format(commande.options)


def _regles(commande: Analyseur) -> None:
    _phase(commande.options, "règles de cette phase seulement")
    _format(commande.options)
