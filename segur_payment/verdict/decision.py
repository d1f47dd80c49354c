"""The one function that decides."""

from __future__ import annotations

from collections.abc import Iterable

from segur_payment.regles.conclusion import Effet
from segur_payment.verdict.constat import Constat
from segur_payment.verdict.modele import Decision


def decider(constats: Iterable[Constat]) -> Decision:
    """The decision that the constats lead to.

    Any defect whose effect is ``rejet`` rejects. Any other defect that is not a warning, any
    mandatory rule that could not conclude, any crash and an empty run ask to complete. Adding a
    constat never improves the decision.
    """
    constats = tuple(constats)
    if any(c.defaut and c.effet is Effet.REJET for c in constats):
        return Decision.REJETER
    if not constats or any(c.bloquant for c in constats):
        return Decision.COMPLETER
    return Decision.ACCEPTER
