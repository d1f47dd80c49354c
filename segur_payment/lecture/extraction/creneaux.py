"""The commitment to report the slots: how firm, for which types, who is left out."""

from __future__ import annotations

import re

from segur_payment.dossier import EngagementCreneaux, ExceptionRemontee, Portee, TypeCreneau
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

_FAIBLE = re.compile(
    r"s'efforce\w*|m'efforce\w*|nous efforc\w+|dans la mesure d\w+ possible"
    r"|autant que (?:possible|faire se peut)|meilleurs efforts|tout mettre en oeuvre"
    r"|mettr\w+ tout en oeuvre|fera son possible|faire (?:tout )?(?:son|le"
    r"|notre|mon) possible"
    r"|si possible|lorsque (?:c'est|cela est|les conditions)|sous reserve"
    r"|tacher\w*|tente\w*\b|essaie\w*|viser\w* a|a pour objectif|envisage\w*"
    r"|etudie\w*|selon (?:ses|les|nos) (?:possibilites|moyens|capacites)|progressivement"
    r"|a terme|souhaite\w*|pourra\b|pourrait|si les conditions|obligation de moyens?"
    r"|a vocation a|compte remonter"
)


_TYPES = {
    TypeCreneau.PUBLIC: re.compile(r"\bpublics?\b(?! (?:sas|hospitalier))"),
    TypeCreneau.PRO: re.compile(
        r"\bpro\b|\bprofessionnels\b(?! de sante (?:effecteurs?|clients?|utilisateurs?))"
    ),
    TypeCreneau.SNP: re.compile(r"\bsnp\b|\bsoins non programmes\b|dedies au sas"),
    TypeCreneau.CPTS: re.compile(r"\bcpts\b|communautes professionnelles"),
}


_TOUS_TYPES = re.compile(
    r"(?:ensemble|totalite|integralite) (?:des? |de ses |de leurs |de tous les )(?:differents"
    r" )?types|tous (?:les |leurs |ses )?(?:differents )?types|tout type"
    r"|toutes (?:les )?(?:categories"
    r"|natures)"
    r"|quel(?:le)?s? que soi(?:en)?t (?:le(?:ur|s)? |son )?(?:type|nature)"
    r"|sans distinction|chaque type|toute nature|types? confondus|(?:les )?quatre types"
    r"|ensemble des (?:creneaux|disponibilites|plages)|tous (?:les |leurs )?creneaux"
    r"|(?:totalite|integralite) des creneaux"
)


_LIMITE_TYPES = re.compile(
    r"\b(?:uniquement|seulement|seuls?|exclusivement|limite\w*|restrei\w+"
    r"|hors|sauf|excepte|a l'exclusion d\w+|a l'exception d\w+)\b"
)


_EXCEPTION = re.compile(
    r"a l'exception|a l'exclusion|\bsauf\b|\bhormis\b|\bexcepte\w*|\bhors\b|en dehors d"
    r"|a moins qu|exclu(?:s|t|ant|ent)?\b|ne sont pas (?:concernes|remontes)"
    r"|"
    r"\b(?:ayant|qui (?:ont|auront|y ont)|lorsqu'ils (?:ont|y ont)|des lors qu\w+[^,.;]{0,20}"
    r"(?:ont|a)) (?:prealablement |expressement |explicitement )?(?:accepte"
    r"|consenti|donne (?:leur|son) (?:accord|consentement)|active|souscrit"
    r"|opte)|opt-?in|ayant donne|volontaires?\b|sous reserve d\w+ (?:leur "
    r"|l')?(?:accord|consentement)|avec (?:leur|l')accord"
)


_DANS_LA_PLATEFORME = re.compile(
    r"(?:dans|sur|via|depuis|aupres de|par|au moyen de|au sein de|directement (?:dans"
    r"|sur))\s+(?:l'interface de |l'espace de |l'outil de )?(?:la |cette "
    r"|ladite )?(?:meme )?(?:plate-?forme|pf)(?: numerique)?(?: nationale)?(?: du"
    r"| de)?(?: service| sas|\b)"
)


_REFUS = re.compile(r"refus\w*|oppos\w+|declin\w+|desactiv\w+|retrait|retire\w*")


_AUTRE_VOIE = re.compile(
    r"\b(?:courriers?|courriels?|e-?mails?|mails?|telephone|ecrit|formulaire"
    r"|support|logiciel|solution|parametr\w+|application|contrat|editeur|lettre"
    r"|message|oral\w*|recommande|ou (?:par|aupres|dans|via|sur))\b"
)


_TYPE_NOMME = re.compile(r"\btypes?\b|\bcreneaux (?:publics?|ouverts|visibles|dedies|grand)")


_DES_GENS = re.compile(r" (?:d\w* )?(?:ceux|celles|effecteurs)")


def lire_engagement(enonces: list[Enonce], recolte: Recolte) -> None:
    retenus = [
        (rang, normal, preuve)
        for rang, (normal, preuve) in enumerate(enonces)
        if CRENEAUX.search(normal) and REMONTER.search(normal) and not NIE.search(normal)
    ]
    if not retenus:
        return
    principal = next((r for r in retenus if re.search(r"engage", r[1])), retenus[0])
    rang, normal, preuve = principal
    suites = [(n, p) for n, p in enonces[rang + 1 : rang + 4] if _se_rapporte(n)]
    avant = enonces[rang - 1][0] if rang and not re.search(r"engage", normal) else ""
    texte = " ".join([normal, *(n for n, _ in suites)])
    faible = _FAIBLE.search(texte) or (
        _FAIBLE.search(avant) if re.search(r"engage", avant) else None
    )
    types = tuple(t for t, motif in _TYPES.items() if motif.search(texte))
    recolte.noter(
        "creneaux",
        EngagementCreneaux(
            ferme=faible is None,
            affaiblissement=faible[0] if faible else None,
            portee_types=_portee_types(texte, types),
            types_cites=types,
            exceptions=_exceptions(texte),
        ),
        preuve,
        *(p for _, p in suites),
    )


def _se_rapporte(normal: str) -> bool:
    """A sentence that goes on about the slots: their types, an exception."""
    if FORMATION.search(normal) or (COMMUNICATION.search(normal) and not CRENEAUX.search(normal)):
        return False
    return bool(
        _EXCEPTION.search(normal)
        or CRENEAUX.search(normal)
        or re.search(r"\b(?:public|snp|cpts)\b", normal)
    )


def _portee_types(texte: str, types: tuple[TypeCreneau, ...]) -> Portee:
    if set(types) == set(TypeCreneau):
        return Portee.ENSEMBLE
    limite = _limite_de_type(texte)
    if _TOUS_TYPES.search(texte) and not limite:
        return Portee.ENSEMBLE
    complets = {TypeCreneau.PUBLIC, TypeCreneau.PRO, TypeCreneau.SNP} <= set(types)
    if limite and not complets:
        return Portee.RESTREINTE
    return Portee.ENSEMBLE if complets or not types else Portee.RESTREINTE


def _limite_de_type(texte: str) -> bool:
    """A limiting word close to a slot type or to « créneaux », not to people."""
    for mot in _LIMITE_TYPES.finditer(texte):
        if re.search(
            r"\b(?:aucune?|sans|pas de|ni) (?:\w+ ){0,2}$",
            texte[max(0, mot.start() - 25) : mot.start()],
        ):
            continue
        if re.match(r" (?:pas|nullement|aucunement|en rien)\b", texte[mot.end() :]):
            continue
        autour = texte[max(0, mot.start() - 55) : mot.end() + 55]
        apres = texte[mot.end() : mot.end() + 45]
        exclut = re.match(r"exclu|hors|sauf|except|a l'ex", mot[0]) is not None
        vise_types = any(m.search(apres if exclut else autour) for m in _TYPES.values())
        nomme = _TYPE_NOMME.search(apres) is not None
        des_gens = (exclut and EFFECTEURS.search(apres[:25])) or _DES_GENS.match(apres)
        if (vise_types or nomme) and not des_gens:
            return True
    return False


def _exceptions(texte: str) -> tuple[ExceptionRemontee, ...]:
    exceptions: list[ExceptionRemontee] = []
    for mot in _EXCEPTION.finditer(texte):
        clause = re.split(r"[.;]", texte[mot.start() : mot.start() + 330], maxsplit=1)[0]
        if re.search(
            r"sans (?:aucune )?(?:autre )?exception",
            texte[max(0, mot.start() - 20) : mot.end() + 5],
        ):
            continue
        vise_personnes = re.search(
            r"\b(?:ceux|celles|effecteurs?|praticiens?|professionnels|medecins?|clients?)\b",
            clause[:120],
        )
        opt_in = re.match(r"ayant|qui|opt|volont|lorsqu|des lors|sous reserve|avec", mot[0])
        if not vise_personnes and not opt_in:
            continue
        if (
            opt_in
            and re.match(r"(?:ayant|qui) ", mot[0])
            and exceptions
            and _REFUS.search(clause[:40])
        ):
            continue
        plateforme = _DANS_LA_PLATEFORME.search(clause)
        prevue = bool(plateforme and _REFUS.search(clause) and not _autre_voie(clause))
        exceptions.append(ExceptionRemontee(texte=clause[:200], prevue=prevue and not opt_in))
    return tuple(exceptions)


def _autre_voie(clause: str) -> bool:
    """Another way to refuse is admitted beside the platform."""
    return any(
        not re.search(
            r"(?:clients? de |utilisateurs? de )(?:la |l')?$",
            clause[max(0, m.start() - 20) : m.start()],
        )
        and not re.search(
            r"(?:et non|pas) (?:par|dans|via|aupres de)[^,]*$",
            clause[max(0, m.start() - 40) : m.start()],
        )
        for m in _AUTRE_VOIE.finditer(clause)
    )
