"""Whether a statement says that a thing is done, promised, denied, or only hoped for."""

from __future__ import annotations

import re

_NIE = re.compile(
    r"\b(?:n'|ne |n )(?:\w+[ ,']+){0,2}?"
    r"(?:ont|a|ai|avons|est|sont|etant|etait|peut|peuvent|pu|dispose\w*|existe\w*|\w{4,}e?nt"
    r"|\w{4,}e)?"
    r"\b[^.;]{0,45}?\b(?:pas|point|aucune?|jamais|nullement|guere)\b"
    r"|\b(?:absence|defaut|manque)(?: ?,[^,]{0,25},)? (?:de\b|d')"
    r"|\bdepourvu\w*|\bsans que\b|^\W*aucune? \w+"
)
_AUCUN_NE_MANQUE = re.compile(
    r"aucune? [^.;]{0,40}n'(?:a|ont|est) (?:ete )?(?:laisse|oublie|omis|ecarte|exclu)"
    r"|ne s(?:'est|ont)? ?(?:\w+ )?limit\w+ a aucun|n'est limitee? a aucun"
    r"|ne sont (?:plus|pas) susceptibles"
)
_EN_ATTENTE = re.compile(
    r"\b(?:reste(?:nt)? a|en (?:cours|preparation|attente|projet)|a (?:venir|realiser|produire"
    r"|rediger|effectuer|faire|mener|lancer|completer|finaliser|publier)\b|prochainement"
    r"|prev(?:oit|oyons|oient)|envisag\w+|projett?e\w*|compte\w* "
    r"|dans les (?:prochaines|meilleurs)|d'ici (?:au|a|le|la|fin)|ulterieur\w*|devant etre"
    r"|inacheve\w*|pas encore|non (?:realise|produit|fait|disponible|effectue)\w*)"
)
_PREVU = re.compile(r"\b(?:prevue?s?|programmee?s?|planifiee?s?)\b")
_FUTUR = re.compile(r"\b(?!extra|ultra|infra|vrai)\w{2,}r(?:ai|a|ont|as|ez)\b|\b\w+[eidvtu]rons\b")
_PAS_UN_FUTUR = re.compile(
    r"(?:(?:de|re)?(?:liv|ouv|off|couv|souff|mont|rencont|enregist|administ|illust|ent|cent|demont"
    r"|declar|assur|mesur|instaur|oper|esper|consider|liber|ger|adher|transfer|reper|gener|moder"
    r"|refer|inser|prefer|sugger|cooper|integr|prepar|envi))rons"
    r"|front|affront|errata|camera|opera|considera|montrez|enregistrez|assurez|delivrez"
)
_ACCOMPLI = re.compile(
    r"\b(?:a|ont|ai|avons|avoir|ayant|fut|furent|est|sont|sommes|soit)"
    r" (?:(?:bien|deja|tous|toutes|ete|fait|dument|prealablement|effectivement|individuellement"
    r"|egalement|aussi|tout|en outre|notamment|par ailleurs|integralement) ){0,3}"
    r"(?!(?:chaque|toute?s?|cette|notre|votre|leurs?|une|terme|titre|titres|partie|distance"
    r"|toutefois|l'|d')\b)\w{2,}(?:e|ee|es|ees|i|ie|is|it|ite|us?|ue|ues|duit\w*|fait\w*|mis\w*"
    r"|ert\w*)\b"
    r"|\b(?:existe(?:nt)?|dispos(?:e|ent)|figur(?:e|ent)|est disponible|sont disponibles"
    r"|est en ligne|sont en ligne)\b"
)
_PROMET = re.compile(
    r"\bengage\w* (?:\w+ ){0,3}?(?:a|de) (?:ne pas )?(?!avoir\b)\w+(?:er|ir|re)\b"
    r"|\bengage\w* a ce que\b"
    r"|^\W*(?:[a-z0-9]{1,3}[.)] )?(?:a |de )?(?:produire|informer|communiquer|rediger|elaborer"
    r"|realiser"
    r"|etablir|diffuser|sensibiliser|prevenir|avertir|adresser|envoyer)\b"
)


def nie(normal: str) -> bool:
    """The statement denies what it is about."""
    return _NIE.search(_AUCUN_NE_MANQUE.sub(" ", neutraliser(normal))) is not None


_DESTINE = re.compile(
    r"\b(?:est|sont|etaient|etait) (?:\w+ )?"
    r"(?:destine|dedie|consacre|adresse|reserve|specifique|propre)e?s?\b"
)


def accomplie(normal: str) -> bool:
    """The thing is done: neither promised, nor planned, nor under way."""
    normal = _DESTINE.sub(" ", neutraliser(normal))
    if _EN_ATTENTE.search(normal) or _PROMET.search(normal):
        return False
    if _ACCOMPLI.search(normal):
        return True
    return not (_PREVU.search(normal) or _au_futur(normal))


def _au_futur(normal: str) -> bool:
    return any(not _PAS_UN_FUTUR.fullmatch(m[0]) for m in _FUTUR.finditer(normal))


_FAIBLE = re.compile(
    r"\b(?:s'|m'|nous )efforc\w+|(?:toute )?la mesure d\w+ possible"
    r"|\b(?:pour )?autant que\b|meilleurs efforts|de (?:son|notre|mon) mieux"
    r"|mett\w+ tout en oeuvre|tout mettre en oeuvre|tout en oeuvre pour"
    r"|f(?:era|aire|erons|erai|ait) (?:tout )?(?:son|le|notre|mon) possible"
    r"|\bsi possible|\b(?:lorsque|quand|des que) (?:c'est|cela (?:est|sera)|les conditions)"
    r"|\bsous reserve\b|\btach(?:era|er|erons|erai|e|ons)\b|\btente\w*\b|\bessaie\w*\b"
    r"|\bessaye\w*\b"
    r"|\bcherchera|\bvis(?:e|era|ons) a\b|\b(?:a|ont|avons) pour (?:objectif|but|ambition)"
    r"|\benvisage\w*|\betudi(?:er|e|era|ons|erons|erai)\b"
    r"|\bselon (?:ses|les|nos|mes) (?:possibilites|moyens|capacites|ressources|disponibilites)"
    r"|\bprogressivement\b|\ba terme\b|\bsouhait(?:e|ons|erait)\b|\b(?:pourra|pourrait|pourrons)\b"
    r"|\bsi (?:les|la|ses|nos|ces) (?:conditions|ressources|moyens|charge|contraintes)"
    r"|\bobligation de moyens?\b|\bvocation a\b|\bcompte(?:nt|ons)? (?:bien )?(?:remonter"
    r"|transmettre)"
    r"|\besper(?:e|ons|ent)\b|\bintention\b|\bambition\w*|\bprojett?e\w*|\bprevo(?:it|yons|ient)\b"
    r"|\bdans (?:un premier temps|les meilleurs delais possibles|la limite d\w+)"
    r"|\bdevrai(?:t|ent)\b|\bs'attach\w+ a\b|\bsans (?:obligation|garantie)"
    r"|\bne (?:peut|saurait)[^.;]{0,30}(?:obligation de resultat|garanti)"
)
_ANNULE = re.compile(r"\b(?:et non|non|pas|sans|aucune?|nullement)(?: \w+'?){0,2} ?$")
_REFUS_RESERVE = re.compile(
    r"(?: (?:seule |expresse )?(?:du|de(?: la| l'| leurs?)?|des|d'un|qu'ils?"
    r"|que)[ ']?(?:\w+ ){0,2}?|[ ])"
    r"(?:refus|oppos)"
)


def affaiblissement(normal: str) -> str | None:
    """The words that make a commitment less than firm; those that are themselves denied do not."""
    for mot in _FAIBLE.finditer(normal):
        avant = normal[max(0, mot.start() - 30) : mot.start()]
        if _ANNULE.search(avant):
            continue
        if mot[0] == "sous reserve" and _REFUS_RESERVE.match(normal, mot.end()):
            continue  # an exception, judged as such
        return mot[0]
    return None


_INCLUSIF = re.compile(
    r"\by compris\b[^.;)]{0,120}?(?=[,.;)]|$)"
    r"|\bquel(?:le)?s? qu(?:e|'en) (?:soi(?:en)?t|puissent?)[^.;,)]{0,80}"
    r"|\b(?:que|qu'ils?|qu'elles?) (?:\w+ ){0,3}soi(?:en)?t\b[^.;)]{0,80}?\bou\b[^.;,)]{0,40}"
    r"|\b(?:anciens|recents) (?:et|comme|ou) (?:nouveaux|anciens)\b"
    r"|\bsans (?:aucune )?(?:autre )?(?:exception|distinction|exclusi\w+|restriction|limit\w+"
    r"|condition"
    r"|en (?:ecarter|exclure) aucun)(?: (?:de|d')[^.;,)]{0,40})?"
    r"|\baucune? \w+ n'(?:etant|est|a ete) [^.;,)]{0,40}"
    r"|\bmeme (?:si|ceux|celles)\b[^.;,)]{0,80}"
    r"|,(?: [\w'-]+){1,4}? comme(?: [\w'-]+){1,4}(?=[,.;)]|$)"
    r"|\b(?:aussi bien|tant)(?: [\w'-]+){1,5} que(?: [\w'-]+){1,5}(?=[,.;)]|$)"
)


def neutraliser(normal: str) -> str:
    """The statement without the words that widen it (« y compris ceux qui… »), same length."""
    return _INCLUSIF.sub(lambda m: " " * len(m[0]), normal)
