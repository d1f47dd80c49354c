"""One named defect per rule, that any dossier of the kit takes: ``avec_defaut``."""

from __future__ import annotations

from itertools import combinations
from typing import TypeVar, cast

from segur_payment.dossier import DossierAvance, DossierSolde, Phase
from segur_payment.regles.catalogue import PAR_CODE, regles_de
from segur_payment.testing.defauts import (
    avance,
    coherence,
    demande,
    fichiers,
    proces_verbaux,
    support,
)
from segur_payment.testing.defauts.modele import Defaut
from segur_payment.testing.erreurs import ErreurKit

D = TypeVar("D", DossierAvance, DossierSolde)

_PAR_CODE = {
    defaut.code: defaut
    for famille in (demande, coherence, fichiers, proces_verbaux, avance, support)
    for defaut in famille.DEFAUTS
}
DEFAUTS: dict[str, Defaut] = {code: _PAR_CODE[code] for code in PAR_CODE}
"""The defect of every code, in the order of the catalogue."""


def codes_de(phase: Phase | str) -> tuple[str, ...]:
    """The codes of the defects that a dossier of ``phase`` can have."""
    return tuple(regle.code for regle in regles_de(Phase(phase)))


def codes_attendus(phase: Phase | str, *codes: str) -> tuple[str, ...]:
    """The codes that fire in a good dossier with the defects ``codes``, dependants included."""
    tous = {c for code in codes for c in (code, *_defaut(code).entraine)}
    return tuple(code for code in codes_de(phase) if code in tous)


def incompatibles(*codes: str) -> tuple[tuple[str, str], ...]:
    """The pairs of ``codes`` that cannot be seen in one dossier, such as a PV both partial and
    missing."""
    paires = combinations([_defaut(code) for code in dict.fromkeys(codes)], 2)
    return tuple((a.code, b.code) for a, b in paires if not a.compatible(b))


def avec_defaut(dossier: D, *codes: str) -> D:
    """The dossier with the defects that the rules ``codes`` must see, and no other.

    ::

        avec_defaut(fabriquer_avance(), "SAS-MES-02")
        avec_defaut(fabriquer_avance(), "SAS-MES-04", "SAS-DSH-06")

    Some defects entail another one: :func:`codes_attendus` says what fires.

    Raises:
        ErreurKit: unknown code, code of the other phase, defects that hide one another, or a
            piece that the defect is to be written on and that is not there.
    """
    for code in codes:
        if code not in codes_de(dossier.phase):
            _defaut(code)
            raise ErreurKit(f"{code} ne juge pas un dossier de phase « {dossier.phase} ».")
    if paires := incompatibles(*codes):
        ensemble = ", ".join(f"{un} et {autre}" for un, autre in paires)
        raise ErreurKit(f"Ces défauts ne se voient pas ensemble : {ensemble}.")
    for code in codes:
        dossier = cast(D, _defaut(code).appliquer(dossier))
    return dossier


def _defaut(code: str) -> Defaut:
    if code not in DEFAUTS:
        raise ErreurKit(f"Code inconnu : « {code} ».")
    return DEFAUTS[code]


__all__ = ["DEFAUTS", "Defaut", "avec_defaut", "codes_attendus", "codes_de", "incompatibles"]
