"""``segur-payment courrier`` and ``preparer``: what people send and receive."""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from segur_payment.cli.analyse import ErreurUsage
from segur_payment.cli.commandes import fichiers_a_juger, juger
from segur_payment.cli.comparer import verdict_ou_dossier
from segur_payment.cli.sortie import livrer, se_plaindre
from segur_payment.erreurs import ErreurDepot
from segur_payment.rendu import depot


def courrier(arguments: argparse.Namespace) -> int:
    """Write the letter; the exit code is the decision."""
    pdf = arguments.format == "pdf"
    if pdf and arguments.sortie is None and sys.stdout.isatty():
        raise ErreurUsage("un PDF ne s’affiche pas dans un terminal, donner --sortie FICHIER")
    verdict, _ = verdict_ou_dossier(arguments, "CHEMIN")
    contenu = verdict.courrier_pdf() if pdf else verdict.courrier()
    livrer(contenu, arguments.sortie, juge=arguments.chemin, lus=_lus(arguments))
    return verdict.decision.code_sortie


def preparer(arguments: argparse.Namespace) -> int:
    """Write the package, or say why not; the exit code is the decision."""
    fichiers = fichiers_a_juger(arguments)
    if fichiers is None:
        raise ErreurDepot("Un dossier en .json ou .toml n’a aucun fichier à joindre.")
    verdict, _ = juger(arguments, dt.date.today())
    refus = None if arguments.malgre_tout else depot.refus(verdict)
    if refus:
        se_plaindre(f"{refus}\nLe détail : segur-payment verifier. Passer outre : --malgre-tout")
    else:
        paquet = depot.preparer(verdict, fichiers, malgre_tout=arguments.malgre_tout)
        livrer(paquet, arguments.sortie, juge=arguments.chemin, lus=_lus(arguments))
    return verdict.decision.code_sortie


def _lus(arguments: argparse.Namespace) -> tuple[str | None, ...]:
    return (arguments.politique, arguments.avance)
