"""Clean names for the files of a package. The ASP publishes no rule: these are ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from segur_payment.dossier import TypePiece
from segur_payment.langue.normalisation import normaliser
from segur_payment.verdict import Verdict
from segur_payment.verdict.modele import FichierLu

_EDITEUR, _EXTENSION, _ROLES = 40, 5, 3


def ranger(verdict: Verdict) -> list[FichierLu]:
    """The files in the order of the package: required pieces, other pieces, the rest."""
    rangs = {p.piece: rang for rang, p in enumerate(verdict.pieces)}
    dernier = len(rangs) + len(TypePiece)

    def cle(fichier: FichierLu) -> tuple[int, str, str]:
        siens = [rangs.get(p, len(rangs) + p.rang) for p in fichier.pieces]
        return min(siens, default=dernier), fichier.nom, fichier.sha256

    return sorted(verdict.entete.fichiers, key=cle)


def attendu(fichier: FichierLu, verdict: Verdict) -> bool:
    """Whether it holds a piece that the phase requires."""
    return any(p.piece in fichier.pieces for p in verdict.pieces)


def nommer(fichiers: Sequence[FichierLu], verdict: Verdict) -> list[str]:
    """``01_formulaire_lisiere-sante_2025-04-02.pdf``: rank, role, éditeur, day of deposit.

    ASCII, and all different by their rank; what the original name says is not trusted.
    """
    editeur = _editeur(verdict)
    jour = verdict.entete.date_depot.isoformat()
    chiffres = max(2, len(str(len(fichiers))))
    return [
        f"{rang:0{chiffres}}_{_role(fichier)}_{editeur}_{jour}{_extension(fichier)}"
        for rang, fichier in enumerate(fichiers, start=1)
    ]


def _editeur(verdict: Verdict) -> str:
    nom = verdict.editeur.raison_sociale if verdict.editeur else None
    return _ascii(nom or "")[:_EDITEUR].strip("-") or "editeur-non-lu"


def _role(fichier: FichierLu) -> str:
    roles = [_ascii(p.value) for p in dict.fromkeys(fichier.pieces)]
    if not roles:
        return "illisible" if fichier.illisible else "non-reconnu"
    return "-et-".join(roles[:_ROLES]) + ("-etc" if len(roles) > _ROLES else "")


def _extension(fichier: FichierLu) -> str:
    if fichier.pages:
        return ".pdf"
    suffixe = PurePosixPath(fichier.nom).suffix.lower().removeprefix(".")
    sur = re.fullmatch(f"[a-z0-9]{{1,{_EXTENSION}}}", suffixe)
    return f".{suffixe}" if sur else ".bin"


def _ascii(texte: str) -> str:
    return re.sub("[^a-z0-9]+", "-", normaliser(texte)).strip("-")
