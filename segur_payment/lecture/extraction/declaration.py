"""The three attestations of the déclaration sur l'honneur, and how far each reaches."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    Portee,
    Public,
)
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import dates
from segur_payment.lecture.extraction.creneaux import est_un_engagement, lire_engagement
from segur_payment.lecture.extraction.enonces import Enonce, enonces_de, mots_exacts
from segur_payment.lecture.extraction.lexique import (
    EFFECTEURS,
    FORMATION,
    GENS,
    INFORMER,
    PRODUIRE,
    REGULATEURS,
    SUPPORTS_DE_FORMATION,
    TOUS,
)
from segur_payment.lecture.extraction.modalites import Etat, etat_de
from segur_payment.lecture.extraction.propositions import conjuguee
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.extraction.restrictions import restriction

_HONNEUR = re.compile(r"(?:sur|d') ?(?:l'|mon |notre |son )?honneur")
_REPRISE = re.compile(r"^\W*(?:ils?|elles?|ceux-ci|celles-ci|ces (?:documents|supports|guides))\b")

_LEUR = re.compile(r"\b(?:leur|eux|ces derniers|ceux-ci|celles-ci)\b")
_TITRE = 60
_PRONOM = re.compile(
    r"^\W*(?:et |mais |puisqu')?(?:ils?|elles?|ceux-ci|celles?-ci|cela|ce (?:point|travail)|tous"
    r"|toutes|tout"
    r"|rien|cette action)\b|\bl'(?:a|ont) (?:\w+ )?ete\b|\bl[ae] (?:est|sont|sera|seront)\b"
)
_SAUF_EUX = re.compile(r"\W*(?:(?:mais|et) )?(?:pas|non) (?!encore|a ce jour|fait|realise)")
_SANS_DOCUMENT = re.compile(
    r"\bsans (?:aucun |le moindre )?(?:document|support|guide|manuel|livret|kit)"
)
_TIERS = re.compile(
    r"\bpatient\w*|\bsecretai?r\w+|\bequipes? (?:internes?|support|commercia\w+)"
    r"|\bagences? regiona\w+"
    r"|\bars\b|\bwebinaires?\b|\bsessions?\b|\btraductions?\b|\bfactur\w+"
)
_LES_AUTRES = re.compile(
    r"\W*(?:mais |et |quant a |pour )?(?P<mot>les autres(?: effecteurs| clients| praticiens)?"
    r"|ceux (?:de |du |des |d')(?:(?!qui|que)[\w'-]+ ?){1,5}?)"
    r" (?:(?:le )?ser\w+|n'|ne |en ser\w+|restent)"
)
_EFFECTEUR = re.compile(r"\beffect(?:eur|rice)s?\b")
_ACCOMPLIE = (Etat.FAIT, Etat.DIT)


def lire(document: Document, recolte: Recolte) -> None:
    """Attestations, « sur l'honneur » and date."""
    honneur = next((v.preuve(*m.span()) for v in document.vues for m in v.chercher(_HONNEUR)), None)
    recolte.noter("sur_l_honneur", honneur is not None, *([honneur] if honneur else []))
    dates.noter(recolte, "date", dates.date_du_document(document))
    enonces = list(enonces_de(document))
    _formation(enonces, recolte)
    _communication(enonces, recolte)
    lire_engagement(enonces, recolte)


def _formation(enonces: Sequence[Enonce], recolte: Recolte) -> None:
    """The best statement about training documents: for régulateurs, and done."""
    meilleure: tuple[int, AttestationFormation, Enonce] | None = None
    for rang, enonce in enumerate(enonces):
        normal = enonce.normal
        if not FORMATION.search(normal) or est_un_engagement(normal):
            continue
        etat = _en_fin_de_compte(enonces[rang : rang + 2], _concerne_la_formation)
        if etat is Etat.NIE or _SANS_DOCUMENT.search(normal):
            continue
        if not (SUPPORTS_DE_FORMATION.search(normal) or PRODUIRE.search(normal)):
            continue
        publics = (
            _publics(normal)
            or _publics_de_la_suite(enonces[rang + 1 : rang + 2])
            or _publics_de_l_annonce(enonces[max(0, rang - 1) : rang], normal)
        )
        if not publics:
            continue
        attestation = AttestationFormation(publics=publics, accomplie=etat in _ACCOMPLIE)
        note = 2 * (Public.REGULATEURS in publics) + attestation.accomplie
        if meilleure is None or note > meilleure[0]:
            meilleure = note, attestation, enonce
    if meilleure:
        recolte.noter("formation", meilleure[1], meilleure[2].preuve)


def _en_fin_de_compte(dits: Sequence[Enonce], concerne: Callable[[str], bool]) -> Etat:
    """« Nous avons chargé X de … ; il nous les a remis »: done, as the next statement says."""
    etat, suite = etat_de(dits[0].normal, concerne), dits[-1].normal
    repris = etat is Etat.A_VENIR and _REPRISE.match(suite) and etat_de(suite) is Etat.FAIT
    return Etat.FAIT if repris else etat


def _publics(normal: str) -> tuple[Public, ...]:
    motifs = ((Public.REGULATEURS, REGULATEURS), (Public.EFFECTEURS, EFFECTEURS))
    return tuple(public for public, motif in motifs if motif.search(normal))


def _publics_de_la_suite(suite: Sequence[Enonce]) -> tuple[Public, ...]:
    """« … ; ils s'adressent aux régulateurs »."""
    return next((_publics(e.normal) for e in suite if _REPRISE.match(e.normal)), ())


def _publics_de_l_annonce(avant: Sequence[Enonce], normal: str) -> tuple[Public, ...]:
    """« Formation des régulateurs. J’ai produit les documents qui leur sont destinés. »"""
    titre = avant[0].normal if avant else ""
    annonce = _LEUR.search(normal) or (FORMATION.search(titre) and not conjuguee(titre))
    return _publics(titre) if annonce and len(titre) < _TITRE else ()


def _concerne_la_formation(proposition: str) -> bool:
    """The clause is about documents for régulateurs, not about somebody else."""
    if REGULATEURS.search(proposition):
        return True
    if EFFECTEURS.search(proposition) or _TIERS.search(proposition):
        return False
    mots = (FORMATION, SUPPORTS_DE_FORMATION, PRODUIRE, _PRONOM)
    return any(m.search(proposition) for m in mots) or not conjuguee(proposition)


def _concerne_la_communication(proposition: str) -> bool:
    """The clause tells of effecteurs who are informed, not of somebody else."""
    if _SAUF_EUX.match(proposition) and not conjuguee(proposition):
        return False
    if EFFECTEURS.search(proposition):
        return True
    if REGULATEURS.search(proposition) or _TIERS.search(proposition):
        return False
    mots = (INFORMER, TOUS, _PRONOM)
    return any(m.search(proposition) for m in mots) or not conjuguee(proposition)


def _laisses(normal: str) -> tuple[int, int] | None:
    """Those whom the next statement says that the communication did not reach."""
    if autres := _LES_AUTRES.match(normal):
        return autres.span("mot")
    gens = GENS.search(normal)
    if gens is None or _EFFECTEUR.search(normal) or not INFORMER.search(normal):
        return None
    d_autres = REGULATEURS.search(normal) or _TIERS.search(normal)
    return gens.span() if not d_autres and etat_de(normal) is Etat.NIE else None


def _communication(enonces: Sequence[Enonce], recolte: Recolte) -> None:
    """The best statement about the communication: to all effecteurs, and done."""
    meilleure: tuple[int, AttestationCommunication, Enonce] | None = None
    for rang, enonce in enumerate(enonces):
        normal = enonce.normal
        if not (INFORMER.search(normal) and EFFECTEURS.search(normal)):
            continue
        etat = _en_fin_de_compte(enonces[rang : rang + 2], _concerne_la_communication)
        if etat is Etat.NIE:
            continue
        if est_un_engagement(normal) or (FORMATION.search(normal) and not TOUS.search(normal)):
            continue
        mot, dite = restriction(normal), enonce.texte
        for suite in enonces[rang + 1 : rang + 2]:
            if not mot and (laisses := _laisses(suite.normal)):
                mot, dite = laisses, suite.texte
        attestation = AttestationCommunication(
            portee=Portee.RESTREINTE if mot else Portee.ENSEMBLE,
            restriction=mots_exacts(dite, *mot) if mot else None,
            accomplie=etat in _ACCOMPLIE,
        )
        note = (2 if TOUS.search(normal) else 0) + (attestation.accomplie and not mot)
        if meilleure is None or note > meilleure[0]:
            meilleure = note, attestation, enonce
    if meilleure:
        recolte.noter("communication", meilleure[1], meilleure[2].preuve)
