"""A back office in miniature: what comes in by mail goes to a queue."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike

from segur_payment import Decision, Dossier, Verdict, lire_dossier, verifier

FILES = {
    Decision.ACCEPTER: "à envoyer à l’ASP",
    Decision.COMPLETER: "à compléter",
    Decision.REJETER: "à expliquer à l’éditeur",
}


@dataclass(frozen=True)
class Fiche:
    """A line of the back office's queue."""

    file: str
    relances: tuple[str, ...]
    """What to ask, one sentence a thing; empty when there is nothing to ask."""
    verdict: Verdict


def trier(dossier: Dossier) -> Fiche:
    """The queue of a dossier, and what to ask for."""
    verdict = verifier(dossier)
    relances = tuple(f"{a.acteur.libelle} : {a.remede}" for a in verdict.a_faire if a.obligatoire)
    return Fiche(FILES[verdict.decision], relances, verdict)


def recevoir(dossier: str | PathLike[str]) -> Fiche:
    """The queue of a folder of PDFs, as it came by mail."""
    return trier(lire_dossier(dossier))
