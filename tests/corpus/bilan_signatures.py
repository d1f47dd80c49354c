"""Figures of ``docs/signatures.md``.

cd tests && SEGUR_CORPUS=… python -m corpus.bilan_signatures
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from segur_payment.lecture.pdf import LecteurPdf
from segur_payment.lecture.signatures import VerificateurPyHanko

from .signatures import Releve, fichiers_signes, passer

_ENTETE = (
    "| Corpus | Files with a trace | Signed | Signed called unsigned | Said not verifiable "
    "| Unsigned called signed | Signatures examined | Called intact | Altered called intact "
    "| Not examined, or not entirely | Check (s) |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def _ligne(nom: str, releves: Sequence[Releve]) -> str:
    cellules = (
        nom,
        len(releves),
        sum(r.signee for r in releves),
        sum(r.signee and r.vue is False for r in releves),
        sum(r.vue is None for r in releves),
        sum(not r.signee and r.vue is True for r in releves),
        sum(r.examinees for r in releves),
        sum(r.intactes for r in releves),
        sum(len([f for f in r.fautes if "intacte" in f or "DSS" in f]) for r in releves),
        sum(r.empechees + ("aucun examen" in "".join(r.ecarts)) for r in releves),
        f"{sum(r.examen for r in releves):.1f}",
    )
    return f"| {' | '.join(map(str, cellules))} |"


def _tableau(par_corpus: dict[str, list[Releve]]) -> Iterator[str]:
    yield _ENTETE
    for nom, releves in sorted(par_corpus.items()):
        yield _ligne(nom, releves)
    yield _ligne("**All**", [r for releves in par_corpus.values() for r in releves])


def main() -> int:
    """Print the table; 1 when a file shows a fault of ours."""
    logging.disable()
    racine = Path(os.environ["SEGUR_CORPUS"])
    par_corpus: dict[str, list[Releve]] = {}
    verificateur = VerificateurPyHanko()
    with LecteurPdf() as lecteur:
        for chemin in fichiers_signes(racine):
            releve = passer(chemin, lecteur, verificateur)
            corpus = chemin.relative_to(racine).parts[0].replace("+", "/", 1)
            par_corpus.setdefault(corpus, []).append(releve)
            for remarque in (*releve.fautes, *releve.ecarts):
                print(f"{releve.nom} : {remarque}", file=sys.stderr)
    print("\n".join(_tableau(par_corpus)))
    return int(any(r.fautes for releves in par_corpus.values() for r in releves))


if __name__ == "__main__":
    sys.exit(main())
