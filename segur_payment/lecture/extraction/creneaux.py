"""The commitment to report the slots: how firm, for which types, who is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.dossier import EngagementCreneaux
from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.extraction.enonces import Enonce, mots_exacts
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
        for rang, enonce in enumerate(enonces)
        if est_un_engagement(enonce.normal)
        and not _REFUSE_DE_S_ENGAGER.search(_sans_exception(enonce.normal))
    ]
    if not retenus:
        return
    rang = next((r for r in retenus if ENGAGEMENT.search(enonces[r].normal)), retenus[0])
    dits = [enonces[rang], *_suites(enonces[rang + 1 :])]
    texte = Texte.de(" ; ".join(enonce.texte.original for enonce in dits))
    faible = _affaiblissement(texte)
    avant = enonces[rang - 1] if rang else None
    if avant and not faible and _annonce(avant, enonces[rang]):
        faible = _affaiblissement(avant.texte)
    recolte.noter(
        "creneaux",
        EngagementCreneaux(
            ferme=faible is None,
            affaiblissement=faible,
            portee_types=portee_des_types(texte.normal),
            types_cites=types_cites(texte.normal),
            exceptions=exceptions_de(texte),
        ),
        *(enonce.preuve for enonce in dits),
    )


def _affaiblissement(texte: Texte) -> str | None:
    mots = affaiblissement(texte.normal)
    return mots_exacts(texte, *mots) if mots else None


def _annonce(avant: Enonce, enonce: Enonce) -> bool:
    """« La société s'engage, si possible, à : » before what it engages to do."""
    return bool(ENGAGEMENT.search(avant.normal) and not ENGAGEMENT.search(enonce.normal))


def _sans_exception(normal: str) -> str:
    """The part of a statement that says the commitment itself."""
    return re.split(r"\b(?:qui|sauf|hormis|exception|a moins|dont|le refus|creneaux)\b", normal)[0]


def _suites(enonces: Sequence[Enonce]) -> list[Enonce]:
    """Statements that go on about the slots: their types, an exception, how firm."""
    suites = []
    for enonce in enonces[:_SUITES]:
        normal = enonce.normal
        autre_sujet = FORMATION.search(normal) or (
            INFORMER.search(normal) and EFFECTEURS.search(normal) and not _SUITE.search(normal)
        )
        if not autre_sujet and (_SUITE.search(normal) or CRENEAUX.search(normal)):
            suites.append(enonce)
    return suites
