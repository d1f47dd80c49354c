"""``segur-payment preparer``: the deposit package."""

from __future__ import annotations

import argparse
import datetime as dt

from segur_payment.cli.jugement import fichiers_a_juger, juger, lus_a_cote
from segur_payment.cli.sortie import livrer, se_plaindre
from segur_payment.erreurs import ErreurDepot
from segur_payment.rendu import depot


def executer(arguments: argparse.Namespace) -> int:
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
        livrer(paquet, arguments.sortie, juge=arguments.chemin, lus=lus_a_cote(arguments))
    return verdict.decision.code_sortie
