"""Constats, the one decision function, the verdict and the politique that re-grades it."""

from segur_payment.verdict.comparaison import (
    Comparaison,
    EtatFichier,
    FichierCompare,
    comparer,
)
from segur_payment.verdict.decision import decider
from segur_payment.verdict.jugement import verifier
from segur_payment.verdict.modele import (
    Action,
    AvanceConnue,
    Constat,
    Decision,
    Entete,
    Etape,
    EtatEtape,
    Fondement,
    Jalon,
    PieceAttendue,
    Reclassement,
    Reserve,
    Verdict,
)
from segur_payment.verdict.politique import Politique

__all__ = [
    "Action",
    "AvanceConnue",
    "Comparaison",
    "Constat",
    "Decision",
    "Entete",
    "Etape",
    "EtatEtape",
    "EtatFichier",
    "FichierCompare",
    "Fondement",
    "Jalon",
    "PieceAttendue",
    "Politique",
    "Reclassement",
    "Reserve",
    "Verdict",
    "comparer",
    "decider",
    "verifier",
]
