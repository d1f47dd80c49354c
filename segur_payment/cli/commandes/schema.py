"""``segur-payment schema``: the JSON Schemas."""

from __future__ import annotations

import argparse
import json

from segur_payment.cli.sortie import ecrire_json
from segur_payment.dossier import ADAPTATEUR_DOSSIER, Lecture
from segur_payment.verdict import Comparaison, Verdict


def executer(arguments: argparse.Namespace) -> int:
    """Give the schema of the verdict, of the dossier, of a reading or of a comparison."""
    objet = {
        "verdict": Verdict.json_schema(),
        "comparaison": Comparaison.model_json_schema(mode="serialization"),
        "dossier": ADAPTATEUR_DOSSIER.json_schema(mode="validation"),
        "lecture": Lecture.model_json_schema(mode="serialization"),
    }[arguments.objet]
    ecrire_json(json.dumps(objet, ensure_ascii=False, indent=2))
    return 0
