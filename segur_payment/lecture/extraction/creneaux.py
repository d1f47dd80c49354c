"""The commitment to report the slots: how firm, for which types, who is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.dossier import EngagementCreneaux
from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.extraction.affaiblissement import affaiblissement
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
from segur_payment.lecture.extraction.modalites import Etat, etat, indecis
from segur_payment.lecture.extraction.propositions import principales
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.extraction.tournures import affirmer
from segur_payment.lecture.extraction.types_creneaux import (
    met_a_part,
    portee_des_types,
    types_cites,
)

_L_ENGAGEMENT = re.compile(
    r"\b(?:l'|notre |cet |son |mon |present )?engagement\b[^.;]{0,50}\b(?:porte|couvre|vaut"
    r"|concerne"
    r"|s'eten\w+|vise|embrasse|inclut|se limite|s'applique|est)\b|\btel est (?:notre|son|l'"
    r"|mon) ?engagement"
    r"|\bengage\w* ?(?:sur|pour|a ce que|:)(?!\w)"
)
_INFORME = re.compile(
    r"\b(?:inform(?:e|es|ee|ees|er|ons|ation)\b|avertis?\b|averties?\b|prevenue?s?\b|avisee?s?\b"
    r"|sensibilis\w+|a la connaissance|\bdestinataires? d|\bcommunication (?:\w+ ){0,2}?adressee"
    r"|\b(?:a|ont) (?:\w+ )?recu\b"
    r"|\b(?:message|courrier|courriel|e-?mail|lettre|note|circulaire)s? (?:\w+ ){0,2}?"
    r"(?:present|expliqu|annonc|detaill|decri|relati|consacr|port|sur\b))"
)
_SUITE = re.compile(
    r"\b(?:exception\w*|exclu\w*|sauf|hormis|hors|refus\w*|oppos\w+|concernes?|volontaires?"
    r"|public|snp|cpts|types?|accord|consentement|engagement|obligation|conditions?)\b"
)
_SUITES, _PRECEDENTS = 3, 2
_PRONOM = re.compile(
    r"\b(?:a|de) (?:tous )?les \w+(?:er|ir|re)\b|\bles autres\b|\bceux\b"
    r"|\ble reste\b"
)


def est_un_engagement(normal: str) -> bool:
    """Slots that go up to the platform; telling effecteurs of it is no commitment."""
    creneaux = CRENEAUX.search(normal)
    if creneaux is None or not (REMONTER.search(normal) or _L_ENGAGEMENT.search(normal)):
        return False
    informe = _INFORME.search(normal, 0, creneaux.start())
    return informe is None or ENGAGEMENT.search(normal, 0, informe.start()) is not None


def lire_engagement(enonces: Sequence[Enonce], recolte: Recolte) -> None:
    """Note the commitment that the statements make, if any."""
    retenus = [rang for rang in range(len(enonces)) if _promet(enonces, rang)]
    if not retenus:
        return
    rang = next((r for r in retenus if ENGAGEMENT.search(enonces[r].normal)), retenus[0])
    dits = [*_precedents(enonces, rang), enonces[rang], *_suites(enonces[rang + 1 :])]
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


def _promet(enonces: Sequence[Enonce], rang: int) -> bool:
    """The statement commits to report the slots, be they named just before it."""
    normal = enonces[rang].normal
    if _reprend(enonces, rang):
        normal = f"{enonces[rang - 1].normal} ; {normal}"
    return est_un_engagement(normal) and _s_engage(normal)


def _reprend(enonces: Sequence[Enonce], rang: int) -> bool:
    """« Les créneaux … ; nous nous engageons à les remonter »"""
    normal, avant = enonces[rang].normal, enonces[rang - 1].normal if rang else ""
    promet = ENGAGEMENT.search(normal) and REMONTER.search(normal) and _PRONOM.search(normal)
    return bool(promet and not CRENEAUX.search(normal) and CRENEAUX.search(avant))


def _precedents(enonces: Sequence[Enonce], rang: int) -> list[Enonce]:
    """Statements just before the commitment that name its slots or leave some of them out."""
    debut = rang
    while debut > max(0, rang - _PRECEDENTS) and (
        _reprend(enonces, debut) or _retranche(enonces[debut - 1], enonces[rang])
    ):
        debut -= 1
    return list(enonces[debut:rang])


def _retranche(avant: Enonce, engagement: Enonce) -> bool:
    normal = avant.normal
    if FORMATION.search(normal) or not (CRENEAUX.search(normal) or REMONTER.search(normal)):
        return False
    if met_a_part(normal, engagement.normal):
        return True
    informe = INFORMER.search(normal) and not CRENEAUX.search(normal)
    ecartes = any(not e.prevue for e in exceptions_de(avant.texte))
    return ecartes and REMONTER.search(normal) is not None and not informe


def _affaiblissement(texte: Texte) -> str | None:
    mots = affaiblissement(texte.normal)
    return mots_exacts(texte, *mots) if mots else None


def _annonce(avant: Enonce, enonce: Enonce) -> bool:
    """« La société s'engage, si possible, à : » before what it engages to do."""
    return bool(ENGAGEMENT.search(avant.normal) and not ENGAGEMENT.search(enonce.normal))


def _s_engage(normal: str) -> bool:
    """A clause that speaks of the slots neither denies it nor leaves it undecided."""
    closes = principales(affirmer(normal))
    siennes = [c for c in closes if any(m.search(c) for m in (CRENEAUX, REMONTER, ENGAGEMENT))]
    dites = [_sans_exception(c) for c in siennes or closes]
    return any(etat(c) is not Etat.NIE and not indecis(c) for c in dites)


def _sans_exception(proposition: str) -> str:
    """The part of a clause that says the commitment itself."""
    return re.split(r"\b(?:qui|sauf|hormis|exception|dont|le refus)\b", proposition)[0]


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
