"""Dossiers that every rule is asked about, each field with a proof that bears its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fabrique import bon_avance, bon_solde, demande, fichier, preuve

from segur_payment.dossier import DossierAvance, DossierSolde, Partie, Piece, PieceSignee

AnyDossier = DossierAvance | DossierSolde
CHAMPS_DE_PIECES = ("formulaire", "pv", "declaration", "support")
ILLISIBLE = fichier("illisible.pdf", illisible="il est vide.", pieces=(), pages=None)
FONDS: dict[str, AnyDossier] = {
    "bonne avance": bon_avance(),
    "bon solde": bon_solde(),
    "avance vide": DossierAvance(demande=demande()),
    "solde vide": DossierSolde(demande=demande()),
    "avance illisible": DossierAvance(demande=demande(), fichiers=(ILLISIBLE,)),
    "solde illisible": DossierSolde(demande=demande(), fichiers=(ILLISIBLE,)),
    "avance en fichiers": bon_avance(fichiers=(fichier(), ILLISIBLE)),
}
"""What surrounds the cases: nothing, everything, nothing that opens."""


def sur_chaque_piece(dossier: AnyDossier, changer: Callable[[Piece], Piece]) -> AnyDossier:
    """The dossier whose every piece went through ``changer``."""
    changements: dict[str, object] = {
        nom: changer(piece)
        for nom in CHAMPS_DE_PIECES
        if (piece := getattr(dossier, nom, None)) is not None
    }
    for liste in ("justificatifs", "autres_pieces"):
        changements[liste] = tuple(map(changer, getattr(dossier, liste, ())))
    connus = type(dossier).model_fields
    return dossier.model_copy(update={n: v for n, v in changements.items() if n in connus})


def champs(piece: Piece) -> Iterator[str]:
    """The fields of a piece that a proof or a doubt may be about."""
    yield from (c for c in type(piece).model_fields if c not in ("preuves", "incertitudes"))
    if isinstance(piece, PieceSignee):
        yield from (f"signatures.{partie}" for partie in Partie)


def prouve(dossier: AnyDossier) -> AnyDossier:
    """The dossier with a proof for each field, after those that it has."""

    def prouver(piece: Piece) -> Piece:
        preuves = {c: (preuve(c, f"{piece.type}.pdf"),) for c in champs(piece)}
        return piece.model_copy(update={"preuves": {**preuves, **piece.preuves}})

    return sur_chaque_piece(dossier, prouver)
