"""Constats, the one decision function, the verdict and the politique that re-grades it."""

from segur_payment.verdict.decision import decider
from segur_payment.verdict.jugement import verifier
from segur_payment.verdict.modele import (
    Action,
    Constat,
    Decision,
    Entete,
    Fondement,
    Reclassement,
    Reserve,
    Verdict,
)
from segur_payment.verdict.politique import Politique

__all__ = [
    "Action",
    "Constat",
    "Decision",
    "Entete",
    "Fondement",
    "Politique",
    "Reclassement",
    "Reserve",
    "Verdict",
    "decider",
    "verifier",
]
