"""Earlier verdicts, as the command gave them in JSON."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from segur_payment.cli.entree import lire_json
from segur_payment.erreurs import ErreurVerdict, en_clair
from segur_payment.verdict import Verdict

_COMMENT = "Un verdict s’obtient par : segur-payment verifier CHEMIN --format json"
_FAUTES = 5


def lire_verdict(chemin: Path) -> Verdict:
    """Read a verdict from a file.

    Raises:
        ErreurEntree: there is no such file, or it is no JSON.
        ErreurVerdict: it is no verdict.
    """
    if chemin.suffix.lower() in (".html", ".htm"):
        raise ErreurVerdict(f"Un rapport HTML ne se relit pas : {chemin}\n{_COMMENT}")
    donnees = lire_json(chemin)
    if not est_un_verdict(donnees):
        raise ErreurVerdict(f"Ce fichier n’est pas un verdict : {chemin}\n{_COMMENT}")
    try:
        return Verdict.model_validate(donnees)
    except ValidationError as erreur:
        fautes = "\n".join(en_clair(erreur).splitlines()[:_FAUTES])
        raise ErreurVerdict(f"Verdict refusé : {chemin}\n{fautes}\n{_COMMENT}") from erreur


def est_un_verdict(donnees: object) -> bool:
    """Whether this is a verdict rather than a dossier."""
    return isinstance(donnees, dict) and "decision" in donnees and "entete" in donnees
