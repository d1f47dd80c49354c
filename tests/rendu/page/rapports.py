"""Verdicts that a page must show: each decision, the longest, the emptiest, the hostile."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any

from fabrique import (
    EDITEUR,
    bon_avance,
    bon_solde,
    cgu,
    demande,
    fichier,
    formulaire,
    preuve,
    pv_mes,
)
from pydantic import BaseModel

from segur_payment.dossier import DossierAvance, Perimetre, TypePiece
from segur_payment.verdict import Comparaison, Decision, Verdict, comparer, verifier

HOSTILE = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(2)></details> \u202eéfac\u202c "
    "&amp; \x1b[31m\x00 עברית {{ 7*7 }} {% raw %} ]]> javascript:alert(3)"
)
LONG = "X" * 10_000
REJETE = verifier(
    bon_avance(
        pv=pv_mes(perimetre=Perimetre.PARTIEL, signatures=(), reserves="écran à revoir"),
        declaration=None,
        formulaire=formulaire(montant=36000, champs_vides=("Code APE",)),
    )
)
A_COMPLETER = verifier(
    bon_avance(
        pv=pv_mes(
            signatures=(),
            incertitudes={"date_constat": "deux dates sont écrites."},
            preuves={"perimetre": (preuve("périmètre complet", "pv.pdf"),)},
        ),
        fichiers=(fichier("pv.pdf"),),
    )
)
LE_PLUS_LONG = verifier(
    DossierAvance(
        demande=demande(),
        formulaire=formulaire(
            editeur=EDITEUR.model_copy(update={"siren": "732 829 321"}),
            iban="FR00",
            champs_vides=tuple(f"Champ {n}" for n in range(40)),
        ),
        justificatifs=(cgu(clause=None, preuves={"clause": (preuve("mot " * 70),)}),) * 12,
        fichiers=tuple(
            fichier(f"pièce numéro {n} du dossier complet de la société.pdf") for n in range(220)
        ),
    )
)
LE_PLUS_VIDE = Verdict(
    decision=Decision.COMPLETER,
    phase=REJETE.phase,
    entete=REJETE.entete.model_copy(update={"date_depot": dt.date(2025, 7, 1)}),
)


def _salir(objet: Any, texte: str) -> Any:
    """``objet`` with ``texte`` in the place of every text."""
    if isinstance(objet, Enum):
        return objet
    if isinstance(objet, str):
        return texte
    if isinstance(objet, tuple):
        return tuple(_salir(o, texte) for o in objet)
    if isinstance(objet, BaseModel):
        champs = type(objet).model_fields
        return objet.model_copy(update={c: _salir(getattr(objet, c), texte) for c in champs})
    return objet


def _suivi(verdict: Verdict) -> Comparaison:
    return comparer(REJETE, verdict)


def sali(texte: str) -> tuple[Verdict, Comparaison]:
    """A verdict and a comparison whose every text is ``texte``; codes tell the actions apart."""
    verdict: Verdict = _salir(A_COMPLETER, texte)
    suivi: Comparaison = _salir(_suivi(A_COMPLETER), texte)
    return verdict, suivi


RAPPORTS: dict[str, tuple[Verdict, Comparaison | None]] = {
    "accepter": (verifier(bon_solde()), None),
    "completer": (A_COMPLETER, None),
    "rejeter": (REJETE, None),
    "suivi": (A_COMPLETER, _suivi(A_COMPLETER)),
    "solde et son avance": (
        verifier(bon_solde(), avance=A_COMPLETER, avance_payee=True),
        None,
    ),
    "sans pièce": (verifier(DossierAvance(demande=demande())), None),
    "le plus long": (LE_PLUS_LONG, None),
    "le plus vide": (LE_PLUS_VIDE, None),
    "hostile": sali(HOSTILE),
    "10 000 caractères": sali(LONG),
}
assert LE_PLUS_LONG.pieces[1].piece is TypePiece.PV_MES
