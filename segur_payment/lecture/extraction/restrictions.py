"""To how many effecteurs a statement reaches: all of them, or some only."""

from __future__ import annotations

import re

from segur_payment.langue.territoires import DEPARTEMENTS, REGIONS
from segur_payment.lecture.extraction.lexique import EFFECTEURS
from segur_payment.lecture.extraction.tournures import neutraliser

_AVANT = re.compile(
    r"\b(?:certaine?s?|quelques|plusieurs|(?:une|d'une|la) (?:grande )?(?:partie|fraction|portion"
    r"|part)"
    r"|moitie|tiers|majorite|minorite|poignee|dizaine|centaine|majeure partie|plupart|principaux"
    r"|principales|seule?s|premiere?s"
    r"|nouveaux|nouvelles|gros|grands|echantillon|selection|panel|cohorte|(?:premier|petit"
    r"|meme) groupe|premiere (?:vague|liste)|uniquement|seulement|exclusivement"
    r"|essentiel|\d[\d ]*(?:de|d'entre) (?:nos|ses|leurs|les|mes)|(?!100)\d{1,2} ?%)"
    r"(?: [\w'-]+){0,5} ?$"
)
_CLIENTS = (
    r"(?: (?:clients?|utilisateurs?|utilisatrices?|adherents?|abonnes?|liberaux|de|du|la|le|notre"
    r"|nos|sa|solution|logiciel(?:le)?|agenda|l'\w+|et|effectrices?|,)){0,7}"
)
_ADHESION = r"accept|consenti|donne|activ|souscrit|opte|coche|choisi|demand|repondu|voulu|sollicit"
_REFUS = r"refus|signifi|exprim|manifest|fait|declin|oppos|indique|notifi"
_COMPLEMENTS = (
    r"(?:volontaires?|pilotes?|interesses?|actifs|concernes|partenaires|selectionnes|franciliens"
    r"|remplacants|consentants|raccordes)\b",
    r"(?:les )?plus \w+s\b",
    r"(?:nouvellement|recemment|deja) (?:inscrits|raccordes|equipes|abonnes|arrives)\b",
    r"(?:titulaires|souscripteurs|disposant|beneficiant) d(?:e l'|'une? )"
    r"(?:abonnement|offre|formule|contrat|option)\b[^,.;]{0,30}",
    r"ayant (?:\w+ment )?(?:exprime|manifeste) leur (?:accord|souhait|interet)",
    rf"ayant (?!(?:\w+ment |bien |deja )?(?:{_REFUS}|choisi (?:la|notre)|recours|acces|un compte)"
    r"|(?:deja |tous |bien )*ete (?:\w+ment )?(?:inform|averti|preven|avis|contact|sensibilis))"
    r"[^,.;]{3,30}",
    rf"qui (?:l'|en |y )?(?:ont|auront) (?:\w+ment )?(?:{_ADHESION})\w*",
    r"qui (?:le|en) (?:souhaitent|demandent|font)\b[^,.;]{0,20}",
    r"qui (?!utilisent|disposent|emploient|travaillent|l'utilisent|auraient|refusent|signif|exprim"
    r"|declin|s'oppos)\w{3,}ent\b",
    r"(?:de )?(?:l'|la )(?:offre|formule|gamme|edition) \w+[^,.;]{0,20}",
    r"exercant (?:en|dans|a|au|aux)\b[^,.;]{0,40}",
    r"(?:en|du) secteur \d",
    r"(?:abonnes?|inscrits?) (?:a|au|aux) (?!(?:la |notre )?(?:solution|plateforme|service)"
    r"|logiciel)"
    r"[\w' ]{1,20}",
    r"dont (?:le contrat|la specialite|l'activite|l'agenda|l'offre|la structure)[^,.;]{0,40}",
    r"(?:de la region|du departement|des (?:\w+ ){0,2}(?:departements?|regions?|territoires?))\b",
    r"(?:d'ile-de-france|de (?:l'|la |le )?(?:isere|bretagne|normandie|occitanie|reunion"
    r"|grand est))\b",
)
_APRES = re.compile(_CLIENTS + rf"(?: [\w'-]+){{0,2}}?,? (?P<mot>{'|'.join(_COMPLEMENTS)})")
_LIEU = re.compile(
    _CLIENTS + r" (?P<mot>(?:(?:installes|situes|exercant) )?"
    r"(?:du|de|des|de la|de l'|d'|en|dans l[ea]s?|a la)"
    rf" ?(?:{'|'.join(map(re.escape, (*REGIONS, *DEPARTEMENTS)))})\b(?!-))"
)
_TOUS_AVANT = re.compile(
    r"\b(?:ensemble|totalite|integralite) (?:des|de (?:nos|ses|leurs|mes|vos)) $"
    r"|\btou(?:te)?s (?:les|nos|ses|leurs|mes|vos) $"
)
_DE = re.compile(
    r"\b(?:partie|part|fraction|majorite|moitie|tiers|plupart|%) (?:de |parmi )(?:l')?$"
)
_CLIENT = re.compile(r"abonnes?|inscrits?")
_PARTOUT = re.compile(
    r"\b(?:(?<!temps )partiel(?:le|les|lement)?|pour l'essentiel|en (?:partie|majorite)|pour partie"
    r"|limitee?s? (?:a|aux)(?! aucun)|restreinte?s? (?:a|aux)(?! aucun)|se limite\w* (?:a"
    r"|aux)(?! aucun)|s'est limitee? (?:a|aux)(?! aucun)"
    r"|les autres (?:clients|effecteurs|praticiens|regions|departements)|ceux de (?:nos|ses|leurs)"
    r"|ceux des autres \w+|les autres (?:ser|le ser)\w+|quasi-?(?: ?totalite)|presque tous)\b"
    r"|\b(?:une?|deux|trois|quatre) \w+ sur (?:deux|trois|quatre|cinq|dix)\b"
    r"|\b(?:ne |n')[^.;:,]{0,30}\bpas [^.;:,]{0,25}\b(?:tous|toutes|l'ensemble|la totalite"
    r"|chacun)\b"
    r"|\bseule?s? (?:les|nos|ces|certains) (?!refus|creneaux)\w+[^.;:,]{0,40} (?:ont|sont) "
    r"|(?<![\d,])(?!100\b)\d{1,2} ?%|\bn'(?:a|ont|est|avons)\b[^.;,]{0,25}\bqu'?(?:aux?|a)\b"
    r"|\b(?:ne |n')(?:(?!\bpas\b)[^.;,]){0,45}?\bqu(?:e |')(?:les |des |nos |ses |d')?"
    r"(?:effect(?:eurs|rices)|medecins|praticiens) (?!clients|utilisateurs|de la|du l|qui)\w+"
    r"|\b(?:uniquement|seulement|exclusivement)\b"
)
_SAUF = re.compile(
    r"\b(?:a l'exception|a l'exclusion|exception faite|hormis|sauf|excepte\w*|hors|en dehors) "
    r"(?:d(?:e|es|u)? |d')?(?!les? refus|refus)(?:\w+)"
    r"|\b(?:mais|et) (?:pas|non)(?: pas| encore)? (?!(?:[\w']+ ){0,2}?(?:seule|regulat|patient"
    r"|secret))"
    r"(?:a|aux?|les?|la|l'\w+|ceux|celles|ses|nos|tous|toutes) \w+"
)


def restriction(normal: str) -> tuple[int, int] | None:
    """Span of the words that leave some effecteurs out; None when all are meant."""
    texte = neutraliser(normal)
    for motif in (_PARTOUT, _SAUF):
        if trouve := motif.search(texte):
            return trouve.span()
    return groupe_restreint(texte)


def groupe_restreint(normal: str) -> tuple[int, int] | None:
    """Span of a determiner or a complement that narrows « les effecteurs » to some of them."""
    texte = neutraliser(normal)
    for effecteurs in EFFECTEURS.finditer(texte):
        avant = re.split(r"[.;:]", texte[max(0, effecteurs.start() - 60) : effecteurs.start()])[-1]
        tous = _TOUS_AVANT.search(avant)
        trouve = _AVANT.search(avant)
        if trouve and not (tous and not _DE.search(avant, 0, tous.start())):
            depart = effecteurs.start() - len(avant)
            return depart + trouve.start(), depart + trouve.end()
        suite = _APRES.match(texte, effecteurs.end()) or _LIEU.match(texte, effecteurs.end())
        if suite and not (tous and _CLIENT.match(suite["mot"])):
            return suite.span("mot")
    return None
