"""Facts being gathered for one piece, each with its proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from segur_payment.dossier import DateImpossible, Preuve


@dataclass(slots=True)
class Recolte:
    """Values, proofs and doubts, in the shape that the models take."""

    valeurs: dict[str, Any] = field(default_factory=dict)
    preuves: dict[str, list[Preuve]] = field(default_factory=dict)
    incertitudes: dict[str, str] = field(default_factory=dict)
    dates_impossibles: list[DateImpossible] = field(default_factory=list)

    def noter(self, champ: str, valeur: Any, *preuves: Preuve) -> None:
        """Keep a value and where it was read."""
        self.valeurs[champ] = valeur
        self.prouver(champ, *preuves)

    def prouver(self, champ: str, *preuves: Preuve) -> None:
        """Add proofs to a field."""
        connues = self.preuves.setdefault(champ, [])
        connues.extend(p for p in preuves if p not in connues)

    def douter(self, champ: str, raison: str) -> None:
        """Say why a field could not be settled; the first reason stays."""
        self.incertitudes.setdefault(champ, raison)

    def impossible(self, champ: str, texte: str, preuve: Preuve) -> None:
        """Keep a date that no calendar holds."""
        self.dates_impossibles.append(DateImpossible(champ=champ, texte=texte))
        self.prouver("dates_impossibles", preuve)
