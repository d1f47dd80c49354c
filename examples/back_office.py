"""In a back office: read a folder, print the decision and what to do.

Run: python examples/back_office.py examples/avance_defauts 2025-04-02
"""

import sys
from datetime import date
from pathlib import Path

from segur_payment import lire_dossier, verifier


def main(dossier: Path, date_depot: date) -> None:
    """Judge the folder as deposited on ``date_depot``."""
    verdict = verifier(lire_dossier(dossier, date_depot=date_depot))
    print(f"{dossier.name} : {verdict.decision}")
    for action in verdict.a_faire:
        piece = action.piece.libelle if action.piece else "dossier"
        print(f"- {piece} ({action.acteur.libelle}) : {action.remede} [{', '.join(action.codes)}]")


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
