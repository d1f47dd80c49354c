"""``segur-payment courrier``: the letter that the ASP could send."""

from __future__ import annotations

import argparse
import sys

from segur_payment.cli.jugement import lus_a_cote, relire_ou_juger
from segur_payment.cli.sortie import livrer
from segur_payment.erreurs import ErreurUsage


def executer(arguments: argparse.Namespace) -> int:
    """Write the letter; the exit code is the decision."""
    pdf = arguments.format == "pdf"
    if pdf and arguments.sortie is None and sys.stdout.isatty():
        raise ErreurUsage("un PDF ne s’affiche pas dans un terminal, donner --sortie FICHIER")
    verdict, _ = relire_ou_juger(arguments, "CHEMIN")
    contenu = verdict.courrier_pdf() if pdf else verdict.courrier()
    livrer(contenu, arguments.sortie, juge=arguments.chemin, lus=lus_a_cote(arguments))
    return verdict.decision.code_sortie
