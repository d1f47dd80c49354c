"""``segur-payment expliquer``: the page of one rule."""

from __future__ import annotations

import argparse
from difflib import get_close_matches

from segur_payment.cli.sortie import ecrire
from segur_payment.cli.terminal import couleur, largeur
from segur_payment.erreurs import ErreurUsage
from segur_payment.regles.catalogue import PAR_CODE
from segur_payment.rendu.regle import lignes_fiche
from segur_payment.rendu.style import peintre


def executer(arguments: argparse.Namespace) -> int:
    """Explain it, or name the codes that look like the one asked for."""
    code = arguments.code.upper()
    regle = PAR_CODE.get(code)
    if regle is None:
        proches = get_close_matches(code, PAR_CODE, n=3)
        suggestion = f"Proches : {', '.join(proches)}. " if proches else ""
        raise ErreurUsage(
            f"Code inconnu : {arguments.code}\n{suggestion}Liste : segur-payment regles"
        )
    lignes = lignes_fiche(regle, largeur=largeur(), peindre=peintre(couleur()))
    ecrire("\n".join(lignes) + "\n")
    return 0
