"""The solution logicielle that the dossier is about, and the earlier requests for it."""

from __future__ import annotations

from segur_payment.dossier import (
    DemandeAnterieure,
    DossierBase,
    Piece,
    SolutionLogicielle,
    TypePiece,
)
from segur_payment.langue.noms import Rapprochement, comparer_solutions, separer_versions

PORTEUSES = (TypePiece.FORMULAIRE, TypePiece.PV_MES, TypePiece.PV_VSR, TypePiece.DECLARATION)
"""The pieces that say which solution the request is about."""


def piece_de_la_solution(dossier: DossierBase) -> Piece | None:
    """The piece that names the solution: the form, else the PV, else the déclaration."""
    return next((p for p in dossier.pieces if p.type in PORTEUSES and p.solution), None)


def demandes_comptees(dossier: DossierBase) -> tuple[DemandeAnterieure, ...]:
    """The earlier requests for the same solution, neither rejected nor cancelled."""
    piece = piece_de_la_solution(dossier)
    solution = piece.solution if piece else None
    return tuple(
        demande
        for demande in dossier.demande.demandes_anterieures
        if demande.compte and _meme(demande.solution, solution)
    )


def _meme(une: SolutionLogicielle | None, autre: SolutionLogicielle | None) -> bool:
    if une is None or autre is None:
        return True
    (nom_une, _), (nom_autre, _) = separer_versions(une.nom, autre.nom)
    return comparer_solutions(nom_une, nom_autre) is not Rapprochement.DIFFERENT
