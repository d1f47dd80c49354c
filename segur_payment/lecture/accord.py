"""Names read in a picture, compared with those of the other pieces before they may accuse.

A misread letter changes a name, and a label stands where a hand wrote a value that no engine
read: a name of a picture that differs is left open. Two valid SIREN that differ are a defect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.dossier import Editeur, Piece, SolutionLogicielle
from segur_payment.langue.identifiants import compacter, siren_de_siret, siren_de_tva
from segur_payment.langue.noms import Rapprochement, comparer_societes, comparer_solutions
from segur_payment.lecture.prudence import SUR, confiance_de


def accorder(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, without the names of a picture that differ from those of another piece."""
    return [_accorder(piece, pieces) for piece in pieces]


def _accorder(piece: Piece, pieces: Sequence[Piece]) -> Piece:
    for champ in ("editeur", "solution"):
        confiance = confiance_de(piece.preuves.get(champ, ()))
        lu = getattr(piece, champ)
        if confiance is not None and any(
            _differe(lu, getattr(autre, champ), confiance) for autre in pieces
        ):
            doutes = {**piece.incertitudes, champ: _raison(lu)}
            piece = piece.model_copy(update={champ: None, "incertitudes": doutes})
    return piece


def _raison(lu: Editeur | SolutionLogicielle) -> str:
    nom = (lu.raison_sociale or lu.siren) if isinstance(lu, Editeur) else lu.nom
    return f"« {nom} », lu sur une image, diffère d’une autre pièce et peut avoir été mal lu"


def _differe(un: object, autre: object, confiance: float) -> bool:
    if isinstance(un, Editeur) and isinstance(autre, Editeur):
        return _editeurs_different(un, autre, confiance)
    if isinstance(un, SolutionLogicielle) and isinstance(autre, SolutionLogicielle):
        return _solutions_different(un, autre)
    return False


def _editeurs_different(un: Editeur, autre: Editeur, confiance: float) -> bool:
    siren_un, siren_autre = _siren(un), _siren(autre)
    if siren_un and siren_autre:
        return siren_un != siren_autre and confiance < SUR
    if not un.raison_sociale or not autre.raison_sociale:
        return False
    rapprochement = comparer_societes(un.raison_sociale, autre.raison_sociale)
    return rapprochement is not Rapprochement.IDENTIQUE


def _siren(editeur: Editeur) -> str | None:
    ecrit = compacter(editeur.siren or "")
    if re.fullmatch(r"[0-9]{9}", ecrit):
        return ecrit
    return siren_de_siret(editeur.siret or "") or siren_de_tva(editeur.tva or "")


def _solutions_different(une: SolutionLogicielle, autre: SolutionLogicielle) -> bool:
    if comparer_solutions(une.nom, autre.nom) not in (None, Rapprochement.IDENTIQUE):
        return True
    nombres = (re.findall(r"\d+", s.version or "") for s in (une, autre))
    return any(a != b for a, b in zip(*nombres, strict=False))
