"""JSON in, verdict out: no PDF is needed when the facts already stand in a database.

Run: python examples/json_vers_verdict.py examples/dossier_avance.json
"""

import sys
from pathlib import Path

from segur_payment import charger_dossier, verifier


def main(chemin: Path) -> None:
    """Judge the dossier of the JSON file, print the verdict as JSON."""
    verdict = verifier(charger_dossier(chemin.read_bytes()))
    for constat in verdict.defauts:
        print(f"{constat.code} : {constat.message}", file=sys.stderr)
    print(verdict.model_dump_json(indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
