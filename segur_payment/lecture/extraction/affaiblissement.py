"""The words that make a commitment less than firm."""

from __future__ import annotations

import re

from segur_payment.lecture.extraction.tournures import neutraliser

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
_ANNULE = re.compile(r"\b(?:et non|non|pas|sans|aucune?|nullement)(?:[ ']\w+'?){0,4}[ ']?$")
_REFUS_RESERVE = re.compile(
    r"(?: (?:seule |expresse )?(?:du|de(?: la| l'| leurs?)?|des|d'un|qu'ils?"
    r"|que)[ ']?(?:\w+ ){0,2}?|[ ])"
    r"(?:refus|oppos)"
)


def affaiblissement(normal: str) -> tuple[int, int] | None:
    """Span of the words that make a commitment less than firm; those that are denied do not."""
    normal = neutraliser(normal)
    for mot in _FAIBLE.finditer(normal):
        avant = normal[max(0, mot.start() - 30) : mot.start()]
        if _ANNULE.search(avant):
            continue
        if mot[0] == "sous reserve" and _REFUS_RESERVE.match(normal, mot.end()):
            continue  # an exception, judged as such
        return mot.span()
    return None
