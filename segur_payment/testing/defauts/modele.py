"""What a named defect is, and which ones can stand together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from segur_payment.dossier import Dossier
from segur_payment.testing.chemins import modifier
from segur_payment.testing.erreurs import ErreurKit

T = TypeVar("T")
Changement = Callable[[Any], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Defaut:
    """One defect of a dossier, under the code of the rule that must see it."""

    code: str
    quoi: str
    """What is wrong, in one French sentence."""
    porte_sur: tuple[str, ...]
    """Paths of the model that the defect writes, or that must stay as they are for it to show."""
    entraine: tuple[str, ...]
    """Codes of the other rules that fire because of it."""
    exclut: tuple[str, ...]
    """Codes of defects that it hides, or that hide it, by the rules themselves."""
    changement: Changement
    """From a dossier, the values to put in it, by path."""

    def appliquer(self, dossier: Dossier) -> Dossier:
        """The dossier with the defect.

        Raises:
            ErreurKit: the piece that would bear it is not there.
        """
        try:
            return modifier(dossier, self.changement(dossier))
        except ErreurKit as erreur:
            raise ErreurKit(f"{self.code} ne peut pas être mis : {erreur}") from erreur

    def compatible(self, autre: Defaut) -> bool:
        """Whether both can stand in one dossier and both be seen."""
        if autre.code in self.exclut or self.code in autre.exclut:
            return False
        return not any(_emboites(a, b) for a in self.porte_sur for b in autre.porte_sur)


def presente(piece: T | None) -> T:
    """The piece that a defect is written on.

    Raises:
        ErreurKit: it is not there.
    """
    if not piece:
        raise ErreurKit("la pièce qui le porterait manque.")
    return piece


def _emboites(un: str, autre: str) -> bool:
    court, long = sorted((un.split("."), autre.split(".")), key=len)
    return long[: len(court)] == court


def defaut(
    code: str,
    *porte_sur: str,
    entraine: tuple[str, ...] = (),
    exclut: tuple[str, ...] = (),
) -> Callable[[Changement], Defaut]:
    """Declare a defect; the first line of the docstring says in French what is wrong."""

    def declarer(changement: Changement) -> Defaut:
        quoi = (changement.__doc__ or "").strip().splitlines()[0]
        return Defaut(code, quoi, porte_sur, entraine, exclut, changement)

    return declarer
