"""``segur-payment regles``: the rules in force."""

from __future__ import annotations

import argparse
import json

from segur_payment.cli.sortie import ecrire, ecrire_json
from segur_payment.cli.terminal import couleur, largeur
from segur_payment.dossier import Phase
from segur_payment.referentiel import SAS
from segur_payment.regles.catalogue import REGLES, empreinte, regles_de
from segur_payment.rendu.regle import fiche, lignes_liste
from segur_payment.rendu.style import peintre


def executer(arguments: argparse.Namespace) -> int:
    """List them, all or those of one phase."""
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
