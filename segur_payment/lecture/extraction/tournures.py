"""Turns of phrase that do not say what their words say, blanked before the words are judged.

« y compris ceux qui… » widens, « n’a pas manqué de » asserts, « ne se limite pas à » restricts
nothing. Each function keeps the length of its text, so that places in it stay places.
"""

from __future__ import annotations

import re

_INCLUSIF = re.compile(
    r"\by compris\b[^.;)]{0,120}?(?=[,.;)]|$)"
    r"|\b(?:bien qu|quoiqu|encore qu)(?:e |')[^.;:,)]{0,120}"
    r"|\bquel(?:le)?s? qu(?:e|'en) (?:soi(?:en)?t|puissent?)[^.;,)]{0,80}"
    r"|\b(?:que|qu'ils?|qu'elles?) (?:\w+ ){0,3}soi(?:en)?t\b[^.;)]{0,80}?\bou\b[^.;,)]{0,40}"
    r"|\b(?:anciens|recents) (?:et|comme|ou) (?:nouveaux|anciens)\b"
    r"|\bsans (?:aucune )?(?:autre )?(?:exception|distinction|exclusi\w+|restriction|limit\w+"
    r"|condition"
    r"|en (?:ecarter|exclure|excepter|oublier|omettre) aucun)(?: (?:de|d'|entre)[^.;,)]{0,40})?"
    r"|\b(?:puis|ensuite|enfin|et)\b(?:,[^,.;]{1,30},)? (?:a |aupres de )?(?:tou(?:te)?s"
    r"|l'ensemble des?)"
    r" (?:les )?autres\b(?: \w+)?"
    r"|\bmeme (?:si|ceux|celles|aux?|les|pour)\b[^.;,)]{0,80}"
    r"|,(?: [\w'-]+){1,4}? comme(?: [\w'-]+){1,4}(?=[,.;)]|$)"
    r"|\b(?:aussi bien|tant)(?: [\w'-]+){1,5} que(?: [\w'-]+){1,5}(?=[,.;)]|$)"
)

_NEGATION = r"(?:ne |n'|n |n')"
_PAS = r"(?:pas|point|plus|jamais|nullement|aucunement|guere|en rien)"
_OMIS = (
    r"(?:oubli|omis|omet|neglig|laiss|ecart|exclu|retire|soustrait|ignor|epargn"
    r"|mis(?:e|es)? de cote|delaiss"
    r"|tenue?s? a l'ecart|prive|dispens|manqu|echapp|failli|sans (?:information|reponse))"
)
_RESTREINT = (
    r"(?:limit|restrei|born|cantonn|content|circonscri|reserv|reduit|reduis|arret|destine(?:e|s"
    r"|es)?"
    r" qu)"
)
_LITOTE = re.compile(
    # « n’avons pas manqué de », « n’a jamais omis de »
    rf"\b{_NEGATION}\w+ (?:\w+ )?{_PAS} (?:\w+ )?"
    r"(?:manqu\w+|omi[st]\w*|oubli\w+|neglig\w+|failli\w*|tarde\w*|cess\w*|attend\w*|renonc\w+"
    r"|hesit\w+) (?:de |d'|a |pour )"
    # « aucun effecteur n’a été oublié », « nul n’a été laissé de côté », « pas un n’est exclu »
    rf"|\b(?:aucune?|nul(?:le)?|personne|rien|pas une?(?: seule?)?)\b[^.;:]{{0,70}}?"
    rf"\b(?:ne\b|n')[^.;:,]{{0,25}}?\b{_OMIS}\w*"
    # « ne saurait s’opposer à », « rien n’empêche »
    r"|\b(?:ne |n')(?:peu\w+ |saur\w+ |pourr\w+ )?(?:s'oppos|empech|interdi)\w*(?: pas)?(?: a )?"
    # « n’a oublié aucun effecteur »
    rf"|\b(?:ne\b|n')[^.;:,]{{0,20}}?\b{_OMIS}\w*(?: de cote| a l'ecart)? (?=aucune?\b)aucune?\b"
    # « aucun document ne reste à produire », « rien n’est à faire », « plus rien à produire »
    rf"|\b(?:aucune?s?|nul(?:le)?|(?:plus )?rien)\b[^.;:]{{0,90}}?\b(?:ne |n')[^.;:,]{{0,14}}?"
    r"\b(?:(?:reste|demeure|subsiste|manque)(?: plus)?(?= ?[.;:,]|$| a \w+(?:er|ir|re)\b)"
    r"(?: a \w+)?|est (?:plus )?en (?:retard|attente|suspens|souffrance)\b)"
    r"|\b(?:il )?(?:ne reste|n'y a|ne demeure|n'est) (?:plus|pas)? ?(?:rien|aucune? [^.;,]{1,70}?"
    r"|d(?:e |')[^.;,]{1,70}?)(?<! )(?= a \w+(?:er|ir|re)\b) a \w+"
    # « il n’est pas un effecteur qui n’ait été informé »
    rf"|\bil n'(?:est|y a|existe) (?:{_PAS} |aucune? )?(?=[^.;]{{1,70}}?\b(?:qui|que|dont|auquel"
    r"|auxquels|a laquelle) [^.;]{0,40}?\bn'(?:ait|aient|ayons|ayez|en ait)\b)"
    r"|(?<= )(?:qui|a qui|auquel|auxquels|a laquelle|que|dont)(?= [^.;,]{0,50}?\bn'(?:ait|aient"
    r"|ayons|ayez) (?!pas|point|jamais))"
    r"|\bn'(?=(?:ait|aient|ayons|ayez) (?!pas|point|jamais|aucun|rien|encore|toujours|nullement))"
    # « il ne fait aucun doute que », « nul n’ignore que », « sans conteste »
    rf"|\b(?:(?:il )?(?:ne\b|n')[^.;:,]{{0,20}}?)?(?:aucun|pas de|nul|guere de|sans) doutes?\b"
    r"|\bn(?:e|ul|'est|ul ne)? ?(?:peut|pouv\w+|saurait|n')? ?(?:pas )?ignor\w+|\bsans conteste\b"
    rf"|\b(?:ne\b|n')[^.;:,]{{0,20}}? {_PAS} (?:douteux|conteste\w*|contestable)"
)
_RESTRICTION_NIEE = re.compile(
    rf"\b(?:ne\b|n')[^.;:,]{{0,40}}?\b{_PAS} (?:\w+ ){{0,3}}?{_RESTREINT}\w*[^.;:,]*"
    rf"|\b(?:(?:ne\b|n')[^.;:,]{{0,60}}?\b)?(?:pas|non) (?:seulement|uniquement|exclusivement|que"
    rf"|qu')"
    r"[^.;:]{0,90}?\bmais\b(?: aussi| egalement| bien)?"
    r"|\b(?:et )?(?:non|pas) (?:a |aux |les |des |pour )?(?:les )?(?:seule?s?|uniques?)\b[^.;:,]*"
    rf"|\b(?:ne\b|n')[^.;:,]{{0,30}}?\b{_PAS} (?:\w+ )?"
    r"(?:qu'une|une|d'une|un|d'un) simple\b[^.;:,]*"
    r"|\bsans (?:aucunement )?(?:se|me|nous) (?:limiter|borner|restreindre|contenter)\b[^.;:,]*"
)
_NE_QUE = re.compile(
    r"\b(?:ne |n')[^.;:]{0,60}?\b(?:rien|aucune?) (?:d')?autre(?: \w+)? qu(?:e|')"
    r"|\b(?P<ne>ne |n')(?=(?:(?!\b(?:pas|point|plus|jamais|aucune?)\b)[^;:.,]){0,60}?"
    r"\bqu(?:e |'))"
)


def _blanc(trouve: re.Match[str]) -> str:
    return " " * len(trouve[0])


def neutraliser(normal: str) -> str:
    """The statement without what widens it (« y compris ») nor litotes, same length."""
    return _LITOTE.sub(_blanc, _INCLUSIF.sub(_blanc, _RESTRICTION_NIEE.sub(_blanc, normal)))


def affirmer(normal: str) -> str:
    """The statement without any negation that asserts, « ne … que » included, same length."""
    return _NE_QUE.sub(_blanc, neutraliser(normal))
