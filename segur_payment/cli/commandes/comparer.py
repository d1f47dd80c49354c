"""``segur-payment comparer``: what became of a request that came back."""

from __future__ import annotations

import argparse
from pathlib import Path

from segur_payment.cli.jugement import lus_a_cote, relire_ou_juger
from segur_payment.cli.sortie import livrer
from segur_payment.cli.terminal import couleur, largeur
from segur_payment.cli.verdicts import lire_verdict
from segur_payment.rendu.objet import en_json
from segur_payment.rendu.suivi import rendre_suivi
from segur_payment.verdict import comparer


def executer(arguments: argparse.Namespace) -> int:
    """Compare; the exit code is the decision of the second verdict."""
    avant = lire_verdict(Path(arguments.avant))
    apres, fichiers = relire_ou_juger(arguments, "APRES")
    comparaison = comparer(avant, apres)
    if arguments.format == "json":
        texte = en_json(comparaison.model_dump_json(indent=2))
    elif arguments.format == "html":
        texte = apres.html(fichiers=fichiers, comparaison=comparaison)
    else:
        colore = couleur() and arguments.sortie is None
        texte = rendre_suivi(comparaison, largeur=largeur(), couleur=colore)
    livrer(texte, arguments.sortie, juge=arguments.chemin, lus=lus_a_cote(arguments))
    return apres.decision.code_sortie
