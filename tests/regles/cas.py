"""How a case is written: a code, what it is about in French, a dossier, what is expected."""

from __future__ import annotations

from dataclasses import dataclass

from segur_payment.dossier import Dossier
from segur_payment.regles.conclusion import Effet, Resultat


@dataclass(frozen=True)
class Cas:
    code: str
    quoi: str
    dossier: Dossier
    attendu: Resultat
    effet: Effet | None = None
    dit: str = ""
    aussi: tuple[str, ...] = ()
    cause: str | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.quoi}"


def tire(
    code: str,
    quoi: str,
    dossier: Dossier,
    *,
    effet: Effet | None = None,
    dit: str = "",
    aussi: tuple[str, ...] = (),
) -> Cas:
    """The rule fires, and no other code does but those of ``aussi``."""
    return Cas(code, quoi, dossier, Resultat.NON_CONFORME, effet, dit, aussi)


def tait(
    code: str,
    quoi: str,
    dossier: Dossier,
    *,
    aussi: tuple[str, ...] = (),
    cause: str | None = None,
) -> Cas:
    """The harmless neighbour: nothing fires but ``aussi``; ``cause`` says why it has no object."""
    return Cas(code, quoi, dossier, Resultat.CONFORME, aussi=aussi, cause=cause)


def doute(code: str, quoi: str, dossier: Dossier, *, dit: str = "") -> Cas:
    """Nobody can tell: the rule says so."""
    return Cas(code, quoi, dossier, Resultat.NON_VERIFIABLE, dit=dit)
