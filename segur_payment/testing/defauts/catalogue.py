"""The defects of all codes, and which of them can stand together."""

from __future__ import annotations

from itertools import combinations

from segur_payment.dossier import Phase
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


def controler(phase: Phase, *codes: str) -> None:
    """Check that the defects of ``codes`` can stand together in a dossier of ``phase``.

    Raises:
        ErreurKit: unknown code, code of the other phase, or defects that hide one another.
    """
    for code in codes:
        if code not in codes_de(phase):
            _defaut(code)
            raise ErreurKit(f"{code} ne juge pas un dossier de phase « {phase} ».")
    if paires := incompatibles(*codes):
        ensemble = ", ".join(f"{un} et {autre}" for un, autre in paires)
        raise ErreurKit(f"Ces défauts ne se voient pas ensemble : {ensemble}.")


def _defaut(code: str) -> Defaut:
    if code not in DEFAUTS:
        raise ErreurKit(f"Code inconnu : « {code} ».")
    return DEFAUTS[code]
