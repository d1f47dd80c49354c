"""Names read in a picture, compared with those of the other pieces before they may accuse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.dossier import Editeur, Piece, SolutionLogicielle
from segur_payment.langue.identifiants import compacter, siren_de_siret, siren_de_tva
from segur_payment.langue.noms import Rapprochement, comparer_societes, comparer_solutions
from segur_payment.lecture.prudence import SUR, confiance_de


def accorder(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, without the names of a picture that a misread letter may set apart."""
    return [_accorder(piece, pieces) for piece in pieces]


def _accorder(piece: Piece, pieces: Sequence[Piece]) -> Piece:
    for champ in ("editeur", "solution"):
        ici = confiance_de(piece.preuves.get(champ, ()))
        if ici is None:
            continue
        for autre in pieces:
            la = confiance_de(autre.preuves.get(champ, ()))
            ecart = _ecart(getattr(piece, champ), getattr(autre, champ))
            sur = min(ici, ici if la is None else la) >= SUR
            if ecart and (ecart is not Rapprochement.DIFFERENT or not sur):
                piece = piece.model_copy(
                    update={
                        champ: None,
                        "incertitudes": {**piece.incertitudes, champ: _raison(piece, champ)},
                    }
                )
                break
    return piece


def _raison(piece: Piece, champ: str) -> str:
    objet = getattr(piece, champ)
    nom = objet.raison_sociale if isinstance(objet, Editeur) else objet.nom
    return (
        f"« {nom} », lu sur une image, diffère d’une autre pièce : une lettre mal lue peut "
        "l’expliquer"
    )


def _ecart(un: object, autre: object) -> Rapprochement | None:
    """How far two éditeurs or two solutions differ; None when they do not."""
    if isinstance(un, Editeur) and isinstance(autre, Editeur):
        return _ecart_d_editeurs(un, autre)
    if isinstance(un, SolutionLogicielle) and isinstance(autre, SolutionLogicielle):
        return _ecart_de_solutions(un, autre)
    return None


def _ecart_d_editeurs(un: Editeur, autre: Editeur) -> Rapprochement | None:
    siren_un, siren_autre = _siren(un), _siren(autre)
    if siren_un and siren_autre:
        return None if siren_un == siren_autre else Rapprochement.DIFFERENT
    if not un.raison_sociale or not autre.raison_sociale:
        return None
    rapprochement = comparer_societes(un.raison_sociale, autre.raison_sociale)
    return None if rapprochement is Rapprochement.IDENTIQUE else rapprochement


def _siren(editeur: Editeur) -> str | None:
    ecrit = compacter(editeur.siren or "")
    if re.fullmatch(r"[0-9]{9}", ecrit):
        return ecrit
    return siren_de_siret(editeur.siret or "") or siren_de_tva(editeur.tva or "")


def _ecart_de_solutions(une: SolutionLogicielle, autre: SolutionLogicielle) -> Rapprochement | None:
    rapprochement = comparer_solutions(une.nom, autre.nom)
    if rapprochement not in (None, Rapprochement.IDENTIQUE):
        return rapprochement
    chiffres = [re.sub(r"\D", "", s.version or "") for s in (une, autre)]
    if (
        not all(chiffres)
        or chiffres[0].startswith(chiffres[1])
        or chiffres[1].startswith(chiffres[0])
    ):
        return None if _memes_points(une, autre) else Rapprochement.PROCHE
    return Rapprochement.DIFFERENT


def _memes_points(une: SolutionLogicielle, autre: SolutionLogicielle) -> bool:
    """A point that was not seen changes a version: « 4.2 » and « 42 »."""
    paires = zip(
        re.findall(r"\d+", une.version or ""), re.findall(r"\d+", autre.version or ""), strict=False
    )
    return all(a == b for a, b in paires)
