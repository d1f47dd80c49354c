"""The commitment to report the slots: how firm, for which types, who is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.dossier import EngagementCreneaux, Preuve
from segur_payment.lecture.extraction.enonces import Enonce
from segur_payment.lecture.extraction.exceptions import exceptions_de
from segur_payment.lecture.extraction.lexique import (
    CRENEAUX,
    EFFECTEURS,
    ENGAGEMENT,
    FORMATION,
    INFORMER,
    REMONTER,
)
from segur_payment.lecture.extraction.modalites import affaiblissement
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.extraction.types_creneaux import portee_des_types, types_cites

_REFUSE_DE_S_ENGAGER = re.compile(
    r"\bne (?:s'|nous |m')?(?:engage|prend|remont|transmet)\w* [^.;]{0,25}\b(?:pas|aucun\w*"
    r"|point)\b"
    r"|\bn'(?:est|a|avons|ai|ont|entend\w*)\b[^.;,]{0,25}\b(?:pas|point|encore|aucun\w*)\b"
)
_SUITE = re.compile(
    r"\b(?:exception\w*|exclu\w*|sauf|hormis|hors|refus\w*|oppos\w+|concernes?|volontaires?"
    r"|public|snp|cpts|types?|accord|consentement|engagement|obligation|conditions?)\b"
)
_SUITES = 3


def est_un_engagement(normal: str) -> bool:
    """Slots that go up to the platform."""
    return CRENEAUX.search(normal) is not None and REMONTER.search(normal) is not None


def lire_engagement(enonces: Sequence[Enonce], recolte: Recolte) -> None:
    """Note the commitment that the statements make, if any."""
    retenus = [
        rang
        for rang, (normal, _) in enumerate(enonces)
        if est_un_engagement(normal) and not _REFUSE_DE_S_ENGAGER.search(_sans_exception(normal))
    ]
    if not retenus:
        return
    rang = next((r for r in retenus if ENGAGEMENT.search(enonces[r][0])), retenus[0])
    normal, preuve = enonces[rang]
    suites = _suites(enonces[rang + 1 :])
    texte = " ; ".join([normal, *(n for n, _ in suites)])
    avant = enonces[rang - 1][0] if rang and not ENGAGEMENT.search(normal) else ""
    faible = affaiblissement(texte) or (
        affaiblissement(avant) if ENGAGEMENT.search(avant) else None
    )
    recolte.noter(
        "creneaux",
        EngagementCreneaux(
            ferme=faible is None,
            affaiblissement=faible,
            portee_types=portee_des_types(texte),
            types_cites=types_cites(texte),
            exceptions=exceptions_de(texte),
        ),
        preuve,
        *(p for _, p in suites),
    )


def _sans_exception(normal: str) -> str:
    """The part of a statement that says the commitment itself."""
    return re.split(r"\b(?:qui|sauf|hormis|exception|a moins|dont|le refus|creneaux)\b", normal)[0]


def _suites(enonces: Sequence[Enonce]) -> list[tuple[str, Preuve]]:
    """Statements that go on about the slots: their types, an exception, how firm."""
    suites = []
    for normal, preuve in enonces[:_SUITES]:
        autre_sujet = FORMATION.search(normal) or (
            INFORMER.search(normal) and EFFECTEURS.search(normal) and not _SUITE.search(normal)
        )
        if not autre_sujet and (_SUITE.search(normal) or CRENEAUX.search(normal)):
            suites.append((normal, preuve))
    return suites
