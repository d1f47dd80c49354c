"""``segur-payment verifier``: judge a dossier."""

from __future__ import annotations

import argparse
import datetime as dt

from segur_payment.cli.jugement import fichiers_a_montrer, juger, lus_a_cote
from segur_payment.cli.sortie import livrer
from segur_payment.cli.terminal import couleur, largeur
from segur_payment.verdict import Verdict


def executer(arguments: argparse.Namespace) -> int:
    """Judge; the exit code is the decision."""
    aujourdhui = dt.date.today()
    verdict, depot = juger(arguments, aujourdhui)
    du_jour = arguments.date_depot is None and depot == aujourdhui
    texte = _rendre(verdict, arguments, du_jour)
    livrer(texte, arguments.sortie, juge=arguments.chemin, lus=lus_a_cote(arguments))
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
