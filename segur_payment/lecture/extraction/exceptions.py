"""Which effecteurs a commitment leaves out, and whether that is the one exception allowed.

Allowed: the refusal that an effecteur signified in the plateforme numérique SAS. A refusal said
elsewhere, an opt-in, a category of effecteurs are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from segur_payment.dossier import ExceptionRemontee
from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.extraction.enonces import mots_exacts
from segur_payment.lecture.extraction.lexique import CRENEAUX, GENS
from segur_payment.lecture.extraction.restrictions import groupe_restreint
from segur_payment.lecture.extraction.tournures import neutraliser

_REFUS = re.compile(
    r"\brefus\w*|\boppos(?:e\w*|ition\w*|ant\w*)\b|\bdeclin\w+|\bdesactiv\w+|\bretrait\b"
    r"|\bretire\w*"
    r"|\bne (?:pas )?souhait\w+ (?:pas)?"
)
_PLATEFORME = re.compile(
    r"\b(?:dans|sur|via|depuis|aupres de|par|au moyen de|au sein(?: meme)? de|a travers"
    r"|au niveau de) "
    r"(?:l'(?:interface|espace|outil)[^.;,]{0,30}? de |leur (?:compte|espace)[^.;,]{0,20}? (?:de"
    r"|sur) )?"
    r"(?:la |cette |ladite |celle-ci|meme )*(?:plate-?forme|pf\b|celle-ci)"
    r"(?! (?:de l'editeur|de l'entreprise|de support|d'assistance|editeur|agenda|logicielle))"
    r"|\by (?:ont|ait|auront|aurait|aient) \w+ment (?:signifi|refus|exprim)|\bs'y (?:sont|etre)"
    r"|\by (?:ont|auront) (?:signifi|refus|exprim)"
)
_AUTRE_VOIE = re.compile(
    r"\b(?:courriers?|courriels?|e-?mails?|mails?|telephone|par ecrit|formulaire|hotline|support"
    r"|services? (?:clients?|commercia\w+)|lettre|message\w*|oral\w*|recommande)\b"
    r"|\b(?:dans|sur|via|depuis|aupres de|aupres du|par|a|au) (?:les? |la |l'|leurs? |son |sa |ses "
    r"|notre |nos )?(?:logiciel|solution|application|agenda|editeur|parametr\w+|reglages?|contrat"
    r"|nous\b|compte\b(?! (?:sur|de|dans) )|espace\b(?! (?:sur|de|dans) ))"
    r"|\bnous (?:ont|a) \w+|\bou (?:par|aupres|dans|via|sur)\b"
)
_SANS_EFFET = re.compile(
    r"\bne (?:vau\w+|constitu\w+|sera|seront|saur\w+) [^.;]{0,25}?(?:pas|aucune|point)\b"
    r"[^.;]{0,20}?exception"
    r"|\b(?:ne\b|n') ?(?:\w+ ){0,2}?(?:suspend|interromp|empech|fait|font|fera|arret|bloqu|modifi"
    r"|dispens|emport|produi|(?:est|sont|sera|seront) (?:(?:pas|plus) )?pris)\w* (?:pas|aucun"
    r"|en rien|en compte)"
    r"|\b(?:n'est|ne (?:sont|sera|seront)) (?:pas|plus) (?:pris|admis|recevable|accept|retenu"
    r"|valable)"
    r"|\bsans effet\b|\bpas d'effet\b|\binoperant"
    r"|\bcontinu\w+ (?:\w+ )?(?:a |de |d'|d')(?:etre )?(?:remont|transm|publi)"
)
_SANS_VALEUR = re.compile(r"\b(?:et non|et pas|et pas non plus|non|jamais|ni) [^,;.]{0,40}$")
_APPARTIENT = re.compile(
    r"(?:clients? de |utilisateurs? de |creneaux de |agenda de )(?:la |l'|notre )?$"
)
_EXCLUT = re.compile(
    r"\breserve faite|\ba (?:la seule |l')(?:exception|exclusion)|\bexception faite"
    r"|\bsous (?:la seule "
    r"|l')exception"
    r"|\bsauf\b|\bhormis\b|\bexcepte\w*|\bhors\b|\ben dehors d|\ba moins qu|\bmis a part\b"
)
_OUVRE = re.compile(
    _EXCLUT.pattern + r"|\bexceptions?\b|\bexclue?s?\b|\bseule?s?\b|\bechapp\w+|\bmis a part\b"
    r"|\bceux\b|\bcelles\b|\beffecteurs (?:clients )?(?:qui|ayant|l'ayant|s'y)\b"
)
_CRENEAUX_DE = re.compile(
    r"^\W*(?:\w+ ){0,2}?(?:creneaux|plages|ceux (?:reserve|ouvert|dedie|visibl))"
)
_HORS_CHAMP = re.compile(
    r"\b(?P<qui>(?:effecteurs?|praticiens?|medecins?|centres?|structures?"
    r"|remplacants)(?:(?!types?\b|creneaux|plages)[^.;]){0,140}?)"
    r"\b(?:ne (?:sont|seront) pas (?:concern\w+|vise\w*|remonte\w*|inclus\w*)"
    r"|(?:sont|seront|etant|restent) (?:exclue?s?|ecartes|hors))"
)
_OPT_IN = re.compile(
    r"\bopt-?in\b|\bvolontariat\b|\b(?:sous reserve|a condition|apres|avec|moyennant) (?:de |d'"
    r"|que )?"
    r"(?:\w+ ){0,2}?(?:accord|consentement|acceptation|autorisation)"
    r"|\b(?:ayant|qui ont|qui auront|lorsqu'ils (?:ont|y ont)|des lors qu[\w']+ (?:\w+ ){0,3}(?:ont"
    r"|a|aura))"
    r" (?:\w+ment |au prealable )?(?:accept|consenti|donne (?:leur|son)|activ|souscrit|opte|coche"
    r"|choisi"
    r"|autoris)\w*"
    r"|\b(?:l'effecteur|le praticien|ils?|adherent) (?:\w+ ){0,2}?(?:a|aura|auront"
    r"|ont) (?:\w+ment )?(?:accept"
    r"|consenti|activ|souscrit|opte|coche|choisi|autoris)\w*"
)
_PROPRE_A_LA_PLATEFORME = re.compile(r"\b(?:n'a|n'ont|n'aurai\w+|pas|aucune?) (?:\w+ ){0,3}$")
_SANS_AUTRE = re.compile(
    r"\bsans (?:aucune )?(?:autre )?(?:exception|exclusion)|\baucune (?:autre )?"
)


def exceptions_de(texte: Texte) -> tuple[ExceptionRemontee, ...]:
    """Every exception that the words make, each judged and in the words of the document."""
    trouvees: list[tuple[int, int, bool]] = []
    nu = neutraliser(texte.normal)
    lues = (*_refus(texte.normal), *_opt_in(nu), *_exclusions(nu), *_hors_champ(nu))
    for debut, fin, prevue in lues:
        if not any(d < fin and debut < f for d, f, _ in trouvees):
            trouvees.append((debut, fin, prevue))
    if not trouvees and (mot := groupe_restreint(nu)):
        trouvees.append((*mot, False))
    return tuple(
        ExceptionRemontee(texte=mots_exacts(texte, debut, fin), prevue=prevue)
        for debut, fin, prevue in sorted(trouvees)
    )


def _clause(texte: str, debut: int, fin: int) -> tuple[int, int]:
    """From the word that opens the exception to the end of the sentence."""
    depuis = max(texte.rfind(c, 0, debut) for c in ".;") + 1
    suite = re.search(r"[.;]", texte[fin:])
    jusque = fin + suite.start() if suite else len(texte)
    if ouvre := _OUVRE.search(texte, depuis, debut):
        return ouvre.start(), jusque
    if CRENEAUX.search(texte, depuis, debut):
        depuis = max(depuis, *(texte.rfind(c, 0, debut) + 1 for c in ",:("))
    return depuis, jusque


def _refus(texte: str) -> Iterator[tuple[int, int, bool]]:
    """A refusal: allowed when it is said in the platform and nowhere else."""
    juge = 0
    for mot in _REFUS.finditer(texte):
        if mot.start() < juge:
            continue  # in the clause of the refusal before
        debut, fin = _clause(texte, *mot.span())
        juge = fin
        clause = texte[debut : min(fin, debut + 400)]
        if _SANS_EFFET.search(clause):
            continue
        yield debut, fin, bool(_PLATEFORME.search(clause)) and not _autre_voie(clause)


def _autre_voie(clause: str) -> bool:
    """Another way to refuse is admitted beside the platform."""
    return any(
        not _APPARTIENT.search(clause[max(0, m.start() - 25) : m.start()])
        and not _SANS_VALEUR.search(clause[max(0, m.start() - 50) : m.start()])
        for m in _AUTRE_VOIE.finditer(clause)
    )


def _opt_in(texte: str) -> Iterator[tuple[int, int, bool]]:
    for mot in _OPT_IN.finditer(texte):
        avant = texte[max(0, mot.start() - 25) : mot.start()]
        if not _PROPRE_A_LA_PLATEFORME.search(avant) and not re.search(
            r"\bsans (?:\w+ ){0,3}$", avant
        ):
            yield mot.start(), mot.end(), False


def _exclusions(texte: str) -> Iterator[tuple[int, int, bool]]:
    """People left out for another reason than a refusal."""
    for mot in _EXCLUT.finditer(texte):
        apres = re.split(r"[.;]", texte[mot.end() : mot.end() + 330], maxsplit=1)[0]
        clause, apres = mot[0] + apres, apres[:120]
        if _SANS_AUTRE.search(texte[max(0, mot.start() - 20) : mot.end() + 5]):
            continue
        if (GENS.search(apres) and not _CRENEAUX_DE.match(apres)) or mot[0].startswith("a moins"):
            yield mot.start(), mot.start() + len(clause), False


def _hors_champ(texte: str) -> Iterator[tuple[int, int, bool]]:
    for mot in _HORS_CHAMP.finditer(texte):
        yield mot.start(), mot.end(), False
