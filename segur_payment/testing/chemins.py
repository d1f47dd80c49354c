"""A model with some values replaced, each named by its path: « pv.perimetre »."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from segur_payment.erreurs import en_clair
from segur_payment.testing.erreurs import ErreurKit

M = TypeVar("M", bound=BaseModel)


def modifier(modele: M, chemins: Mapping[str, object] | None = None, /, **changements: object) -> M:
    """A copy of ``modele`` with other values, validated as any input is.

    Args:
        modele: any model of a dossier; it stays as it is.
        chemins: path → value. A path goes down by dots, a number counts from 0 in a list:
            ``{"pv.perimetre": "partiel", "pv.signatures.0.date": None}``.
        changements: the same by keyword, where two underscores stand for the dot:
            ``pv__perimetre="partiel"``.

    Raises:
        ErreurKit: a path leads nowhere, or the model refuses the value.
    """
    chemins = {**(chemins or {}), **{c.replace("__", "."): v for c, v in changements.items()}}
    for chemin, valeur in chemins.items():
        modele = cast(M, _poser(modele, chemin.split("."), valeur, chemin))
    return modele


def _poser(objet: Any, etapes: list[str], valeur: object, chemin: str) -> object:
    if not etapes:
        return valeur
    etape, *reste = etapes
    if isinstance(objet, tuple):
        rang = _rang(objet, etape, chemin)
        neuf = _poser(objet[rang], reste, valeur, chemin)
        return (*objet[:rang], neuf, *objet[rang + 1 :])
    if not isinstance(objet, BaseModel):
        raise ErreurKit(f"« {chemin} » : rien n’est rempli avant « {etape} ».")
    champs = type(objet).model_fields
    if etape not in champs:
        raise ErreurKit(f"« {chemin} » : pas de « {etape} » parmi {', '.join(sorted(champs))}.")
    neuf = _poser(getattr(objet, etape), reste, valeur, chemin)
    try:
        return type(objet).model_validate({**dict(objet), etape: neuf})
    except ValidationError as erreur:
        raise ErreurKit(f"« {chemin} » refusé : {en_clair(erreur)}.") from erreur


def _rang(liste: tuple[object, ...], etape: str, chemin: str) -> int:
    if etape.isdecimal() and int(etape) < len(liste):
        return int(etape)
    raise ErreurKit(f"« {chemin} » : pas de rang « {etape} » dans une liste de {len(liste)}.")
