"""Arbitrary dossiers: any value that the models take, likely or not."""

from __future__ import annotations

import datetime as dt
import types
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel

from segur_payment.testing.identites import LISIERE

M = TypeVar("M", bound=BaseModel)
TEXTES = (
    "", " ", "732829320", "73282932000074", "FR44732829320", "ＦＲ\u202f44", "0" * 30, "{}", "%s",
    "http://x", "https://[", "a@b@c", "+33 1 42 68 53 00", "Ⅷ²", "\x00\ud7ff", "v3.2", "Montant",
    LISIERE.nom, LISIERE.solution, "SOLUTION 3.2.1", "۱۲۳",
)  # fmt: skip
CHAMPS = (
    "editeur", "solution", "date", "date_constat", "perimetre", "signatures", "signatures.ans",
    "signatures.editeur", "creneaux", "clause", "canaux", "montant", "phase", "champs_vides",
)  # fmt: skip
SIMPLES: dict[Any, st.SearchStrategy[Any]] = {
    str: st.sampled_from(TEXTES),
    bool: st.booleans(),
    int: st.integers(min_value=1, max_value=9),
    float: st.floats(min_value=0, max_value=1),
    dt.date: st.dates() | st.just(dt.date(2025, 7, 1)),
    AwareDatetime: st.datetimes(timezones=st.just(dt.UTC)),
    Decimal: st.sampled_from(["30000", "70000", "36000", "100000", "-1", "9999999999.99"]),
    type(None): st.none(),
}


def valeurs(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of an annotated type of the models."""
    origine, arguments = get_origin(annotation), get_args(annotation)
    if annotation in SIMPLES:
        return SIMPLES[annotation]
    if origine is Annotated:
        return valeurs(arguments[0])
    if origine in (Union, types.UnionType):
        return st.one_of([valeurs(a) for a in arguments])
    if origine is Literal:
        return st.sampled_from(arguments)
    if origine is tuple and Ellipsis not in arguments:
        return st.tuples(*map(valeurs, arguments))
    if origine is tuple:
        return st.lists(valeurs(arguments[0]), max_size=2).map(tuple)
    if origine is dict:
        return st.dictionaries(st.sampled_from(CHAMPS), valeurs(arguments[1]), max_size=2)
    if issubclass(annotation, Enum):
        return st.sampled_from(list(annotation))
    return modeles(annotation)


def modeles(modele: type[M]) -> st.SearchStrategy[M]:
    """Instances of a model, each field given or left to its default."""
    champs = {nom: _differees(champ.annotation) for nom, champ in modele.model_fields.items()}
    requis = {n: s for n, s in champs.items() if modele.model_fields[n].is_required()}
    libres = {n: s for n, s in champs.items() if n not in requis}
    return st.fixed_dictionaries(requis, optional=libres).map(lambda v: modele(**v))


def _differees(annotation: Any) -> st.SearchStrategy[Any]:
    return st.deferred(lambda: valeurs(annotation))
