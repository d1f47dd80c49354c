"""Command line: write the four example dossiers, in ``examples/`` unless told otherwise."""

import argparse
import sys
from pathlib import Path

EXEMPLES = Path(__file__).resolve().parents[1]


def main() -> None:
    """Read the arguments and write the PDFs."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "destination",
        nargs="?",
        type=Path,
        default=EXEMPLES,
        help="folder that receives the dossiers (default: examples/)",
    )
    destination = arguments.parse_args().destination
    sys.path.insert(0, str(EXEMPLES))
    from generer.dossiers import ecrire_tout

    for chemin in ecrire_tout(destination):
        print(chemin)


if __name__ == "__main__":
    main()
