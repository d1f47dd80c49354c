"""The signatures of a file get what a verifier found about them, or why none did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from segur_payment.dossier import ExamenSignature

from ..pdf.limites import LimitesLecture
from ..pdf.modele import DocumentLu, Signature
from .modele import VerificateurSignatures
from .verificateur import EXTRA, EchecExamenError, VerificateurPyHanko, installe

EXTRA_ABSENT = f"pour les contrôler, installez l’extra {EXTRA}"
NON_DEMANDE = "contrôle des signatures non demandé"
_PAS_TROUVEE = "le contrôle ne l’a pas trouvée"


@cache
def _verificateur_de(limites: LimitesLecture) -> VerificateurPyHanko:
    """The verifier that the whole program shares, one for each set of limits."""
    return VerificateurPyHanko(limites=limites)


class Examinateur:
    """Has the signatures of each file examined.

    Args:
        limites: bounds of the reading.
        signatures: the verifier; None: the one of the extra, without trust roots, when it is
            installed; False: none.
        moment: time as of which certificates are judged.
    """

    def __init__(
        self,
        limites: LimitesLecture,
        signatures: VerificateurSignatures | Literal[False] | None,
        moment: dt.datetime | None = None,
    ) -> None:
        self._verificateur: VerificateurSignatures | Literal[False] | None = signatures
        if signatures is None and installe():
            self._verificateur = _verificateur_de(limites)
        self._sinon = EXTRA_ABSENT if signatures is None else NON_DEMANDE
        self._moment = moment

    def completer(self, octets: bytes, lu: DocumentLu) -> DocumentLu:
        """The document with its examinations; never raises for what the file is."""
        if lu.erreur or not (any(s.remplie for s in lu.signatures) or lu.signatures_incertaines):
            return lu
        if not self._verificateur:
            return _sans_examen(lu, self._sinon)
        try:
            nom = self._verificateur.nom
            return _avec(lu, self._verificateur.examiner(octets, self._moment), nom)
        except EchecExamenError as erreur:
            return _empechee(lu, str(erreur))
        except Exception as erreur:  # noqa: BLE001 - a verifier of the caller may raise anything
            return _empechee(lu, f"son contrôle a échoué ({type(erreur).__name__})")


def _empechee(lu: DocumentLu, raison: str) -> DocumentLu:
    """A signature that could not be examined is not one that nobody was asked to examine."""
    vides = [
        ExamenSignature(champ=s.champ, verificateur="", empechement=raison)
        for s in lu.signatures
        if s.remplie
    ]
    return _avec(lu, vides, "")


def _sans_examen(lu: DocumentLu, raison: str) -> DocumentLu:
    return replace(
        lu,
        signatures=tuple(replace(s, sans_examen=raison) if s.remplie else s for s in lu.signatures),
    )


def _avec(lu: DocumentLu, examens: Sequence[ExamenSignature], nom: str) -> DocumentLu:
    """A signature that only one of the two detectors saw leaves the file uncertain."""
    par_champ = {examen.champ: examen for examen in examens}
    connus = {s.champ for s in lu.signatures if s.remplie}
    return replace(
        lu,
        signatures=tuple(_examinee(s, par_champ, nom) for s in lu.signatures),
        signatures_incertaines=lu.signatures_incertaines or bool(par_champ.keys() - connus),
    )


def _examinee(signature: Signature, examens: dict[str, ExamenSignature], nom: str) -> Signature:
    if not signature.remplie:
        return signature
    champ = signature.champ
    vide = ExamenSignature(champ=champ, verificateur=nom, empechement=_PAS_TROUVEE)
    return replace(signature, examen=examens.get(champ, vide))
