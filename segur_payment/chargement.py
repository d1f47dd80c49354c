"""A dossier from data that a back office already has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from segur_payment.donnees import DonneesRefusees, lire_json
from segur_payment.dossier import ADAPTATEUR_DOSSIER, Dossier
from segur_payment.erreurs import ErreurEntree, en_clair


def charger_dossier(donnees: str | bytes | Mapping[str, Any]) -> Dossier:
    """The dossier that JSON, or the same as plain data, tells; ``phase`` says of which kind.

    Its schema: ``segur-payment schema dossier``. What is well formed may well be a bad dossier:
    :func:`segur_payment.verifier` says so.

    Raises:
        ErreurEntree: it is no JSON or no dossier; one French line for each fault, with its path.
    """
    lues = _lues(donnees) if isinstance(donnees, str | bytes) else donnees
    if not isinstance(lues, Mapping):
        raise ErreurEntree("Un dossier est un objet, avec au moins sa phase et sa demande.")
    try:
        return ADAPTATEUR_DOSSIER.validate_python(lues)
    except ValidationError as erreur:
        raise ErreurEntree(f"Dossier refusé :\n{en_clair(erreur)}") from erreur


def _lues(json: str | bytes) -> object:
    try:
        return lire_json(json.encode() if isinstance(json, str) else json)
    except DonneesRefusees as erreur:
        raise ErreurEntree(f"Dossier refusé :\n{erreur}") from erreur
