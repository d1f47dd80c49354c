"""The rules in force, in the order of the catalogue, and the digest that identifies them."""

from __future__ import annotations

import hashlib
import json

from segur_payment.dossier import Phase
from segur_payment.referentiel import SAS
from segur_payment.regles import (
    coherence,
    dates,
    declaration,
    fichiers,
    formulaire,
    mise_en_service,
    modification,
    montant,
    support,
    transmission,
    verification,
)
from segur_payment.regles.socle import Regle

REGLES: tuple[Regle, ...] = (
    *formulaire.REGLES,
    *montant.REGLES,
    *coherence.REGLES,
    *fichiers.REGLES,
    *modification.REGLES,
    *dates.REGLES,
    *mise_en_service.REGLES,
    *declaration.REGLES,
    *transmission.REGLES,
    *verification.REGLES,
    *support.REGLES,
)
PAR_CODE = {regle.code: regle for regle in REGLES}


def regles_de(phase: Phase) -> tuple[Regle, ...]:
    """The rules that apply to a dossier of ``phase``, in the order of the catalogue."""
    return tuple(regle for regle in REGLES if phase in regle.phases)


def empreinte() -> str:
    """SHA-256 of the codes, names, effects and texts in force, and of the referentiel."""
    contenu = [
        [r.code, r.nom, r.effet, r.effet_source, r.exigence, r.phases, r.sections] for r in REGLES
    ]
    texte = json.dumps([contenu, SAS.model_dump(mode="json")], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(texte.encode()).hexdigest()
