"""``segur-payment lire``: show what was read, without judging."""

from __future__ import annotations

import argparse

from segur_payment.cli.sortie import ecrire, ecrire_json
from segur_payment.cli.terminal import couleur, largeur
from segur_payment.cli.verificateur import verificateur
from segur_payment.lecture import lire_pieces
from segur_payment.rendu.lecture import rendre_lecture


def executer(arguments: argparse.Namespace) -> int:
    """Read the pieces; 0, whatever they are worth."""
    lecture = lire_pieces(
        arguments.chemin,
        ocr=False if arguments.sans_ocr else None,
        signatures=verificateur(arguments),
    )
    if arguments.format == "json":
        ecrire_json(lecture.model_dump_json(indent=2))
    else:
        ecrire(rendre_lecture(lecture, largeur=largeur(), couleur=couleur()))
    return 0
