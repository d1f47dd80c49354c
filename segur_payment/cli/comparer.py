"""``segur-payment comparer``: what became of a request that came back."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from segur_payment.cli.analyse import ErreurUsage
from segur_payment.cli.commandes import couleur, fichiers_a_montrer, juger, largeur
from segur_payment.cli.entree import lire_json
from segur_payment.cli.sortie import livrer
from segur_payment.cli.verdicts import est_un_verdict, lire_verdict
from segur_payment.rendu.objet import en_json
from segur_payment.rendu.suivi import rendre_suivi
from segur_payment.verdict import Verdict
from segur_payment.verdict import comparer as confronter


def comparer(arguments: argparse.Namespace) -> int:
    """Compare; the exit code is the decision of the second verdict."""
    avant = lire_verdict(Path(arguments.avant))
    apres, fichiers = verdict_ou_dossier(arguments, "APRES")
    comparaison = confronter(avant, apres)
    if arguments.format == "json":
        texte = en_json(comparaison.model_dump_json(indent=2))
    elif arguments.format == "html":
        texte = apres.html(fichiers=fichiers, comparaison=comparaison)
    else:
        vers_un_fichier = arguments.sortie is not None
        texte = rendre_suivi(
            comparaison, largeur=largeur(), couleur=couleur() and not vers_un_fichier
        )
    livrer(texte, arguments.sortie, juge=arguments.chemin)
    return apres.decision.code_sortie


def verdict_ou_dossier(arguments: argparse.Namespace, nom: str) -> tuple[Verdict, str | None]:
    """The verdict of ``chemin``, read or judged now, and the files that it judged."""
    chemin = Path(arguments.chemin)
    if chemin.suffix.lower() == ".json" and est_un_verdict(lire_json(chemin)):
        if arguments.date_depot or arguments.phase or arguments.politique or arguments.avance:
            raise ErreurUsage(f"{nom} est déjà un verdict : rien n’est à juger avec ces options.")
        return lire_verdict(chemin), None
    verdict, _ = juger(arguments, dt.date.today())
    return verdict, fichiers_a_montrer(arguments)
