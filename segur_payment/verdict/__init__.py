"""Constats, the one decision function, the verdict and the politique that re-grades it."""

from segur_payment.verdict.comparaison import (
    Comparaison,
    EtatFichier,
    FichierCompare,
    comparer,
)
from segur_payment.verdict.constat import Action, Constat, Fondement, Reserve
from segur_payment.verdict.decision import decider
from segur_payment.verdict.etapes import Etape, EtatEtape, Jalon, PieceAttendue
from segur_payment.verdict.jugement import verifier
from segur_payment.verdict.modele import AvanceConnue, Decision, Entete, Reclassement, Verdict
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
