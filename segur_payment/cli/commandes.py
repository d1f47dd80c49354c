"""What each command does; every import waits until it serves."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from segur_payment.cli.sortie import ecrire, ecrire_json, livrer
from segur_payment.erreurs import ErreurPolitique, ErreurSegur, ErreurSignatures, ErreurVerdict

if TYPE_CHECKING:
    from segur_payment.lecture.signatures import VerificateurSignatures
    from segur_payment.verdict import Politique, Verdict


def executer(arguments: argparse.Namespace) -> int:
    """Run the command that was parsed and give its exit code."""
    return {
        "verifier": verifier,
        "comparer": comparer,
        "courrier": courrier,
        "preparer": preparer,
        "lire": lire,
        "regles": regles,
        "expliquer": expliquer,
        "schema": schema,
    }[arguments.commande](arguments)


def afficher_version() -> int:
    """Print the name and the version."""
    try:
        ecrire(f"segur-payment {version('segur-payment')}\n")
    except PackageNotFoundError:
        ecrire("segur-payment, version non installée\n")
    return 0


def verifier(arguments: argparse.Namespace) -> int:
    """Judge a dossier; the exit code is the decision."""
    aujourdhui = dt.date.today()
    verdict, depot = juger(arguments, aujourdhui)
    du_jour = arguments.date_depot is None and depot == aujourdhui
    livrer(_rendre(verdict, arguments, du_jour), arguments.sortie, juge=arguments.chemin)
    return verdict.decision.code_sortie


def _rendre(verdict: Verdict, arguments: argparse.Namespace, du_jour: bool) -> str:
    if arguments.format == "json":
        from segur_payment.rendu.objet import en_json

        return en_json(verdict.model_dump_json(indent=2))
    if arguments.format == "html":
        from segur_payment.rendu.page import rendre_page

        fichiers = fichiers_a_montrer(arguments)
        return rendre_page(verdict, fichiers=fichiers, date_du_jour=du_jour)
    from segur_payment.rendu.texte import rendre

    colore = couleur() and arguments.sortie is None
    return rendre(verdict, largeur=largeur(), couleur=colore, date_du_jour=du_jour)


def juger(arguments: argparse.Namespace, aujourdhui: dt.date) -> tuple[Verdict, dt.date]:
    """The verdict of the dossier that the arguments name, and its day of deposit."""
    from segur_payment.cli.entree import lire
    from segur_payment.verdict import verifier

    politique, avance = _politique(arguments.politique), _avance(arguments)
    dossier = lire(
        Path(arguments.chemin),
        date_depot=arguments.date_depot,
        phase=arguments.phase,
        aujourdhui=aujourdhui,
        ocr=False if arguments.sans_ocr else None,
        signatures=_verificateur(arguments),
    )
    verdict = verifier(
        dossier, politique=politique, avance=avance, avance_payee=arguments.avance_payee
    )
    return verdict, dossier.demande.date_depot


def fichiers_a_montrer(arguments: argparse.Namespace) -> str | None:
    """Where the files of the dossier are; None for data, or when no page is to be shown."""
    return None if getattr(arguments, "sans_images", True) else fichiers_a_juger(arguments)


def fichiers_a_juger(arguments: argparse.Namespace) -> str | None:
    """Where the files of the dossier are; None for data."""
    chemin = Path(arguments.chemin)
    donnees = chemin.suffix.lower() in (".json", ".toml") and chemin.is_file()
    return None if donnees else str(chemin)


def _avance(arguments: argparse.Namespace) -> Verdict | None:
    if arguments.avance is not None:
        from segur_payment.cli.verdicts import lire_verdict

        return lire_verdict(Path(arguments.avance))
    if arguments.avance_payee:
        raise ErreurVerdict("--avance-payee s’ajoute à --avance VERDICT.json.")
    return None


def comparer(arguments: argparse.Namespace) -> int:
    """Compare two verdicts of one request."""
    from segur_payment.cli.comparer import comparer

    return comparer(arguments)


def courrier(arguments: argparse.Namespace) -> int:
    """Write the letter that the ASP could send."""
    from segur_payment.cli.depot import courrier

    return courrier(arguments)


def preparer(arguments: argparse.Namespace) -> int:
    """Make the deposit package."""
    from segur_payment.cli.depot import preparer

    return preparer(arguments)


def lire(arguments: argparse.Namespace) -> int:
    """Show what was read, without judging."""
    from segur_payment.lecture import lire_pieces
    from segur_payment.rendu.lecture import rendre_lecture

    lecture = lire_pieces(
        arguments.chemin,
        ocr=False if arguments.sans_ocr else None,
        signatures=_verificateur(arguments),
    )
    if arguments.format == "json":
        ecrire_json(lecture.model_dump_json(indent=2))
    else:
        ecrire(rendre_lecture(lecture, largeur=largeur(), couleur=couleur()))
    return 0


def _verificateur(arguments: argparse.Namespace) -> VerificateurSignatures | Literal[False] | None:
    """The verifier that the options ask for; None: the one of the extra, if it is there."""
    if arguments.sans_verification_signatures:
        if arguments.racines or arguments.crl:
            raise ErreurSignatures(
                "--racines et --crl ne servent pas avec --sans-verification-signatures."
            )
        return False
    if arguments.racines is None:
        if arguments.crl:
            raise ErreurSignatures("--crl ne sert qu’avec --racines.")
        return None
    from segur_payment.lecture.signatures import VerificateurPyHanko

    return VerificateurPyHanko(arguments.racines, crl=arguments.crl or ())


def _politique(chemin: str | None) -> Politique | None:
    from segur_payment.verdict import Politique

    if chemin is None:
        return None
    if not Path(chemin).is_file():
        raise ErreurPolitique(f"Politique introuvable : {chemin}")
    return Politique.lire(chemin)


def regles(arguments: argparse.Namespace) -> int:
    """List the rules in force."""
    from segur_payment.dossier import Phase
    from segur_payment.referentiel import SAS
    from segur_payment.regles.catalogue import REGLES, empreinte, regles_de
    from segur_payment.rendu.regle import fiche, lignes_liste
    from segur_payment.rendu.style import peintre

    retenues = regles_de(Phase(arguments.phase)) if arguments.phase else REGLES
    if arguments.format == "json":
        catalogue = {
            "catalogue": SAS.id,
            "empreinte": empreinte(),
            "regles": [fiche(regle) for regle in retenues],
        }
        ecrire_json(json.dumps(catalogue, ensure_ascii=False, indent=2))
    else:
        lignes = lignes_liste(retenues, largeur=largeur(), peindre=peintre(couleur()))
        ecrire("\n".join(lignes) + "\n")
    return 0


def expliquer(arguments: argparse.Namespace) -> int:
    """Give the page of one rule."""
    from segur_payment.regles.catalogue import PAR_CODE
    from segur_payment.rendu.regle import lignes_fiche
    from segur_payment.rendu.style import peintre

    regle = PAR_CODE.get(arguments.code.upper())
    if regle is None:
        from difflib import get_close_matches

        proches = get_close_matches(arguments.code.upper(), PAR_CODE, n=3)
        suggestion = f"Proches : {', '.join(proches)}. " if proches else ""
        raise ErreurSegur(
            f"Code inconnu : {arguments.code}\n{suggestion}Liste : segur-payment regles"
        )
    lignes = lignes_fiche(regle, largeur=largeur(), peindre=peintre(couleur()))
    ecrire("\n".join(lignes) + "\n")
    return 0


def schema(arguments: argparse.Namespace) -> int:
    """Give the JSON Schema of the verdict, of the dossier or of a reading."""
    from segur_payment.dossier import ADAPTATEUR_DOSSIER, Lecture
    from segur_payment.verdict import Comparaison, Verdict

    objet = {
        "verdict": Verdict.json_schema(),
        "comparaison": Comparaison.model_json_schema(mode="serialization"),
        "dossier": ADAPTATEUR_DOSSIER.json_schema(mode="validation"),
        "lecture": Lecture.model_json_schema(mode="serialization"),
    }[arguments.objet]
    ecrire_json(json.dumps(objet, ensure_ascii=False, indent=2))
    return 0


def largeur() -> int:
    """Length of the lines, in characters."""
    return min(max(shutil.get_terminal_size((88, 24)).columns, 40), 100)


def couleur() -> bool:
    """Whether standard output wants ANSI codes."""
    muet = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not muet
