"""The figures of ``docs/corpus.md``: ``cd tests && SEGUR_CORPUS=… python -m corpus.bilan``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

from segur_payment.lecture.pdf import LecteurPdf, LimitesLecture

from .passage import Releve, fichiers, passer

_LECTEUR = LecteurPdf()
_ENTETE = (
    "| Corpus | Files | Pages | Read | Refused, by reason | Without text | Doubtful layer "
    "| Slowest reading (s) | Slowest judging (s) | Peak memory (MB) | Faults | Accepted |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def _releve(chemin: Path) -> Releve:
    return passer(chemin, _LECTEUR, LimitesLecture())


def _corpus(chemin: Path, racine: Path) -> str:
    parties = chemin.relative_to(racine).parts
    return parties[0].replace("+", "/", 1) if len(parties) > 1 else racine.name


def _ligne(nom: str, releves: Sequence[Releve]) -> str:
    refus = Counter(r.refus for r in releves if r.refus)
    lus = [r for r in releves if not r.refus]
    cellules = (
        nom,
        len(releves),
        sum(r.pages for r in releves),
        len(lus),
        ", ".join(f"{raison} {n}" for raison, n in sorted(refus.items())) or "–",
        sum(r.mots == 0 for r in lus),
        sum(r.pages_douteuses > 0 for r in lus),
        f"{max(r.lecture for r in releves):.1f}",
        f"{max(r.jugement for r in releves):.1f}",
        max((r.memoire or 0) // 1_000_000 for r in releves) or "–",
        sum(bool(r.fautes) for r in releves),
        sum("accepté" in faute for r in releves for faute in r.fautes),
    )
    return f"| {' | '.join(map(str, cellules))} |"


def _tableau(par_corpus: dict[str, list[Releve]]) -> Iterator[str]:
    yield _ENTETE
    for nom, releves in sorted(par_corpus.items()):
        yield _ligne(nom, releves)
    yield _ligne("**All**", [r for releves in par_corpus.values() for r in releves])


def main() -> int:
    """Print the table; 1 when a file shows a fault of ours."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--processus", type=int, default=1, help="files read at once")
    options.add_argument("--releves", type=Path, help="one JSON line per file, as they come")
    choix = options.parse_args()
    racine = Path(os.environ["SEGUR_CORPUS"])
    par_corpus: dict[str, list[Releve]] = {}
    with (
        ProcessPoolExecutor(choix.processus) as groupe,
        choix.releves.open("w") if choix.releves else nullcontext() as journal,
    ):
        attendus = {groupe.submit(_releve, c): c for c in fichiers(racine)}
        for fini in as_completed(attendus):
            chemin, releve = attendus[fini], fini.result()
            nom = str(chemin.relative_to(racine))
            par_corpus.setdefault(_corpus(chemin, racine), []).append(releve)
            if journal:
                print(json.dumps(asdict(releve) | {"nom": nom}), file=journal, flush=True)
            for faute in releve.fautes:
                print(f"{nom} : {faute}", file=sys.stderr)
    print("\n".join(_tableau(par_corpus)))
    return int(any(r.fautes for releves in par_corpus.values() for r in releves))


if __name__ == "__main__":
    sys.exit(main())
