"""The three attestations of the déclaration sur l'honneur, and how far each reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    Portee,
    Preuve,
    Public,
)
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import dates
from segur_payment.lecture.extraction.cases import cases
from segur_payment.lecture.extraction.creneaux import lire_engagement
from segur_payment.lecture.extraction.lexique import (
    COMMUNICATION,
    CRENEAUX,
    EFFECTEURS,
    FORMATION,
    NIE,
    REMONTER,
    Enonce,
)
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.mise_en_page import INDECISE, VIDE

_HONNEUR = re.compile(r"(?:sur|d') ?(?:l'|mon |notre |son )?honneur")


_PRODUIRE = re.compile(
    r"\b(?:produi\w+|production|elabor\w+|redig\w+|redaction|realis\w+|mis\w? a (?:la )?disposition"
    r"|mise a disposition|etabli\w*|cree\w*|creation|concu\w*|conception|fourni\w*"
    r"|diffus\w+|finalis\w+|prepar\w+|disponibles?|livre\w*|publi\w+|remis\w*"
    r"|exist\w+|constitu\w+|edit\w+)\b"
)


_REGULATEURS = re.compile(
    r"\bregulateurs?\b|\bregulation\b|\barm\b|\bosnp\b|\bregulatrices?\b|centres? 15|\bcrra\b"
)


_PROMESSE = re.compile(
    r"\b(?:sera|seront|sera-t-elle|produira|communiquera|informera|s'engag\w+ a (?:produire"
    r"|communiquer|informer|elaborer|rediger|mettre|realiser|diffuser)|m'engage a (?:produire"
    r"|communiquer|informer|rediger|elaborer|realiser)|prevoit|(?:est|sont) prevue?s?"
    r"|envisag\w+|en cours|a venir|prochainement|produirai|communiquerai|d'ici"
    r"|compte (?:produire|communiquer))\b"
)


_RESTREINT = re.compile(
    r"\b(?:certaine?s|uniquement|seulement|seuls|seules|une partie|limite\w*"
    r"|principaux|principales|volontaires?|pilotes?|quelques|plusieurs"
    r"|les plus actifs|abonnes|selection\w*|representati\w+|echantillon|premiers"
    r"|partie des|la plupart|majorite|(?:ayant|qui ont|ont) (?:donne|accepte"
    r"|souscrit|active|demande|exprime|manifeste)"
    r"|ceux (?:qui|ayant)|de la region|du departement|d'ile-de-france|franciliens"
    r"|region\w*|nouveaux|grands|adherents)\b"
)


_TOUS = re.compile(
    r"\b(?:ensemble|tous|toutes|totalite|integralite|chaque|chacun\w*|sans exception)\b"
)


def lire(document: Document, recolte: Recolte) -> None:
    """Attestations, « sur l'honneur » and date."""
    honneur = next((v.preuve(*m.span()) for v in document.vues for m in v.chercher(_HONNEUR)), None)
    recolte.noter("sur_l_honneur", honneur is not None, *([honneur] if honneur else []))
    dates.noter(recolte, "date", dates.date_du_document(document))
    enonces = list(_enonces(document))
    _formation(enonces, recolte)
    _communication(enonces, recolte)
    lire_engagement(enonces, recolte)


def _enonces(document: Document) -> Iterator[Enonce]:
    """The statements of the declaration; those beside an empty box are not made."""
    refuses = [c.label for c in cases(document) if c.etat in (VIDE, INDECISE) and len(c.label) > 15]
    for debut, fin in _decoupe(document):
        normal = document.flux.normal[debut:fin]
        nu = normal.strip(" ☒☐▣-•")
        if any(refus[:40] in nu or nu[:40] in refus for refus in refuses if len(nu) > 15):
            continue
        yield normal, document.flux.preuve(debut, fin)


_PUCE = re.compile(
    r"(?: ;|;) (?=\S)|, (?=(?:et )?(?:a |d'|de )?(?:avoir|m'engage|s'engage"
    r"|nous engage|je m'engage|elle s'engage|il s'engage)\w*)|(?<=[;:.]) (?=(?:[-•▪–☒☐]"
    r"|[a-d1-9][).]) )| (?=☒|☐)| (?=(?:de |d'|a |la |l'|que |avoir )?\b(?:production"
    r"|communication|engagement)\b (?:des|a|de|effective|aux?|aupres))"
)


def _decoupe(document: Document) -> Iterator[tuple[int, int]]:
    for debut, fin in document.flux.phrases:
        position = debut
        for coupe in _PUCE.finditer(document.flux.normal, debut, fin):
            if coupe.start() - position > 25:
                yield position, coupe.start()
                position = coupe.end()
        yield position, fin


def _formation(enonces: list[Enonce], recolte: Recolte) -> None:
    for normal, preuve in enonces:
        if not (FORMATION.search(normal) and _PRODUIRE.search(normal)):
            continue
        publics = [
            p
            for p, motif in ((Public.REGULATEURS, _REGULATEURS), (Public.EFFECTEURS, EFFECTEURS))
            if motif.search(normal)
        ]
        if not publics or NIE.search(normal):
            continue
        connue = recolte.valeurs.get("formation")
        if connue is not None and Public.REGULATEURS in connue.publics:
            return
        accomplie = _PROMESSE.search(normal) is None
        recolte.preuves.pop("formation", None)
        recolte.noter(
            "formation", AttestationFormation(publics=tuple(publics), accomplie=accomplie), preuve
        )


def _communication(enonces: list[Enonce], recolte: Recolte) -> None:
    meilleure: tuple[int, AttestationCommunication, Preuve] | None = None
    for normal, preuve in enonces:
        trouve = COMMUNICATION.search(normal)
        effecteurs = EFFECTEURS.search(normal)
        if not trouve or not effecteurs or NIE.search(normal):
            continue
        if (CRENEAUX.search(normal) and REMONTER.search(normal)) or (
            FORMATION.search(normal) and not _TOUS.search(normal)
        ):
            continue
        restriction = _restriction(normal)
        attestation = AttestationCommunication(
            portee=Portee.RESTREINTE if restriction else Portee.ENSEMBLE,
            restriction=restriction,
            accomplie=_PROMESSE.search(normal) is None,
        )
        note = (2 if _TOUS.search(normal) else 0) + (attestation.accomplie and not restriction)
        if meilleure is None or note > meilleure[0]:
            meilleure = note, attestation, preuve
    if meilleure:
        recolte.noter("communication", meilleure[1], meilleure[2])


def _restriction(normal: str) -> str | None:
    for effecteurs in EFFECTEURS.finditer(normal):
        autour = normal[max(0, effecteurs.start() - 45) : effecteurs.end() + 60]
        if (mot := _RESTREINT.search(autour)) and not re.search(
            r"\b(?:ensemble|tous|totalite)\b",
            normal[max(0, effecteurs.start() - 30) : effecteurs.start()]
            if mot[0] in ("abonnes", "adherents", "ceux qui")
            else "",
        ):
            return mot[0]
    return None
