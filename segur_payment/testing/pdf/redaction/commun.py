"""What the writers of all pieces share: identity, dates, signatures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from segur_payment.dossier import BlocVide, NatureSignature, Partie, Piece, PieceSignee, Signature
from segur_payment.testing.pdf.blocs import Bloc, Fiche, Para, Visa, Visas

ANS = "Agence du Numérique en Santé"
_MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
_POUR = {Partie.ANS: "Pour l’ANS", Partie.EDITEUR: "Pour l’éditeur", None: "Signature"}


def en_lettres(jour: dt.date) -> str:
    """The day as a letter writes it: « 1er mars 2025 »."""
    return f"{'1er' if jour.day == 1 else jour.day} {_MOIS[jour.month - 1]} {jour.year}"


def maison(piece: Piece) -> str:
    """The name on the letterhead: the éditeur's."""
    return (piece.editeur and piece.editeur.raison_sociale) or "Éditeur"


def identite(piece: Piece, *lignes: tuple[str, str | None]) -> Fiche:
    """Éditeur and solution, then more rows; a value that is None has no row."""
    editeur, solution = piece.editeur, piece.solution
    toutes: tuple[tuple[str, str | None], ...] = (
        ("Éditeur", editeur.raison_sociale if editeur else None),
        ("SIREN", editeur.siren if editeur else None),
        ("SIRET", editeur.siret if editeur else None),
        ("N° de TVA intracommunautaire", editeur.tva if editeur else None),
        ("Solution logicielle", solution.nom if solution else None),
        ("Version", solution.version if solution else None),
        *lignes,
    )
    return fiche(toutes)


def fiche(lignes: Iterable[tuple[str, str | None]]) -> Fiche:
    """The rows that have a value."""
    return Fiche(tuple((nom, valeur) for nom, valeur in lignes if valeur is not None))


def sous_titre(piece: Piece) -> str:
    """The solution, as a line below the title."""
    if piece.solution is None:
        return "Service d’accès aux soins (SAS)"
    version = f", version {piece.solution.version}" if piece.solution.version else ""
    return f"{piece.solution.nom}{version}"


def fait_le(piece: Piece) -> Iterator[Bloc]:
    """The date of the document, as written when no calendar holds it."""
    impossibles = [d.texte for d in piece.dates_impossibles if d.champ == "date"]
    if piece.date is not None:
        yield Para(f"Fait le {en_lettres(piece.date)}.")
    elif impossibles:
        yield Para(f"Fait le {impossibles[0]}.")


def visas(piece: PieceSignee) -> Iterator[Bloc]:
    """The signatures and the blocks that nobody signed, the ANS first."""
    blocs = [_visa(s) for s in piece.signatures] + [_vide(b) for b in piece.blocs_vides]
    if blocs:
        yield Visas(tuple(sorted(blocs, key=lambda visa: visa.partie)))


def _visa(signature: Signature) -> Visa:
    """A digital signature is in the file, not on the page: its block shows the name alone."""
    nom, le = signature.signataire or "", signature.date
    jour = f"{le:%d/%m/%Y}" if le else ""
    mention = " ".join(
        (
            "Signé électroniquement",
            *([f"par {nom}"] if nom else []),
            *([f"le {jour}"] if le else []),
        )
    )
    return Visa(
        _POUR[signature.partie],
        nom,
        signature.qualite or "",
        date=jour if signature.nature is not NatureSignature.NUMERIQUE else "",
        mention=mention if signature.nature is NatureSignature.MENTION else "",
        trace=signature.nature is NatureSignature.MANUSCRITE,
    )


def _vide(bloc: BlocVide) -> Visa:
    return Visa(_POUR[bloc.partie], bloc.nom or "", bloc.qualite or "")
