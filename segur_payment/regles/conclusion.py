"""How a rule concludes: what it found, its proofs, and what could not be checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from segur_payment.dossier import Modele, Piece, Preuve, TypePiece
from segur_payment.dossier.champs import nom_du_champ


class Resultat(StrEnum):
    """The five results of a rule."""

    CONFORME = "conforme"
    NON_CONFORME = "non_conforme"
    NON_VERIFIABLE = "non_verifiable"
    SANS_OBJET = "sans_objet"
    EN_ERREUR = "en_erreur"


class Effet(StrEnum):
    """What a defect does to the request, from the gravest to the lightest."""

    REJET = "rejet"
    MODIFIER = "modifier"
    COMPLETER = "completer"
    AVERTISSEMENT = "avertissement"


def typographie(texte: str) -> str:
    """``texte`` with the no-break spaces of French inside « » and before : ; ? !"""
    return re.sub(r"(?<=«) | (?=[»:;?!])", "\u00a0", texte)


class Conclusion(Modele):
    """What a rule found, once, about one piece."""

    resultat: Resultat
    message: Annotated[str, AfterValidator(typographie)]
    piece: TypePiece | None = None
    effet: Effet | None = None
    attendu: str | None = None
    trouve: str | None = None
    preuves: tuple[Preuve, ...] = ()
    causes: tuple[str, ...] = ()
    remede: str | None = None
    """What the éditeur does about it; None: what the rule says, for the actor that it names."""

    def avec(self, remede: str) -> Conclusion:
        """The same, cured by ``remede``."""
        return self.model_copy(update={"remede": remede})


_DEPARTAGER = "Corriger celui des deux qui est faux, le fait déclaré ou le document."
_RENSEIGNER = "Renseigner ce fait dans les données du dossier."
_MONTRER = "Fournir un document lisible, ou déclarer ce fait dans dossier.toml."

Conclusions = Conclusion | Iterable[Conclusion]


def conforme(message: str, piece: Piece | None = None, *champs: str) -> Conclusion:
    """The requirement is met, unless a field was contradicted or could not be settled."""
    if piece is not None and (obstacle := objection(piece, *champs)):
        return obstacle
    return _conclure(Resultat.CONFORME, message, piece, champs)


def objection(piece: Piece, *champs: str) -> Conclusion | None:
    """What stands against the value of a field: a contradiction, or a reading left open."""
    for champ in champs:
        for cle, ecart in piece.contradictions.items():
            if _couvre(champ, cle):
                nom = nom_du_champ(piece.type, cle) or cle
                contredit = non_conforme(
                    f"{nom[0].upper()}{nom[1:]} : le fait déclaré (« {ecart.declare} ») est "
                    f"contredit par le document (« {ecart.lu} »).",
                    piece, cle, attendu=ecart.declare, trouve=ecart.lu, effet=Effet.MODIFIER,
                )  # fmt: skip
                return contredit.avec(_DEPARTAGER)
        for cle, raison in piece.incertitudes.items():
            if _couvre(champ, cle):
                return ouvert(raison, piece, cle)
    return None


def _couvre(champ: str, cle: str) -> bool:
    """Whether what was noted under ``cle`` is about ``champ`` or a part of it."""
    return cle == champ or cle.startswith(f"{champ}.")


def ouvert(raison: str, piece: Piece, champ: str) -> Conclusion:
    """``champ`` could not be read, or nobody told it."""
    remede = _MONTRER if piece.fichiers else _RENSEIGNER
    return non_verifiable(f"Impossible à vérifier : {raison}", piece, champ, remede=remede)


def non_conforme(
    message: str,
    piece: Piece | None = None,
    *champs: str,
    attendu: object = None,
    trouve: object = None,
    effet: Effet | None = None,
) -> Conclusion:
    """The defect is there; ``effet`` replaces the default effect of the rule."""
    conclusion = _conclure(Resultat.NON_CONFORME, message, piece, champs)
    return conclusion.model_copy(
        update={
            "effet": effet,
            "attendu": None if attendu is None else str(attendu),
            "trouve": None if trouve is None else str(trouve),
        }
    )


def confronter(conclusion: Conclusion, piece: Piece, champ: str) -> Conclusion:
    """``conclusion`` with the proofs that another piece gives of ``champ``."""
    preuves = dict.fromkeys((*conclusion.preuves, *_preuves(piece, champ)))
    return conclusion.model_copy(update={"preuves": tuple(preuves)})


def non_verifiable(
    message: str, piece: Piece | None = None, *champs: str, remede: str
) -> Conclusion:
    """Nobody can tell from what could be read; ``remede`` says how one could."""
    return _conclure(Resultat.NON_VERIFIABLE, message, piece, champs).avec(remede)


def sans_objet(message: str, *causes: str) -> Conclusion:
    """The rule does not apply; ``causes`` are the codes that say why."""
    return Conclusion(resultat=Resultat.SANS_OBJET, message=message, causes=causes)


def manque(
    message: str,
    piece: Piece,
    champ: str,
    *,
    sinon: Conclusion | None = None,
    effet: Effet | None = None,
) -> Conclusion:
    """``champ`` is not there: a defect (or ``sinon``), unless the reading could not have seen it.

    A person who declared the field empty settles it.
    """
    raison = None if champ in piece.declares else piece.doute(champ)
    if raison:
        return ouvert(raison, piece, champ)
    return sinon or non_conforme(message, piece, champ, effet=effet)


def rien_a_redire(message: str, piece: Piece, champ: str) -> Conclusion:
    """Nothing bad was read about ``champ``: conforme only if everything could be read."""
    sinon = _conclure(Resultat.CONFORME, message, piece, (champ,))
    return objection(piece, champ) or manque(message, piece, champ, sinon=sinon)


def _conclure(
    resultat: Resultat, message: str, piece: Piece | None, champs: tuple[str, ...]
) -> Conclusion:
    preuves = (p for champ in champs for p in _preuves(piece, champ)) if piece else ()
    return Conclusion(
        resultat=resultat,
        message=message,
        piece=piece.type if piece else None,
        preuves=tuple(dict.fromkeys(preuves)),
    )


def _preuves(piece: Piece, champ: str) -> Iterator[Preuve]:
    for cle, preuves in piece.preuves.items():
        if _couvre(champ, cle):
            yield from preuves
