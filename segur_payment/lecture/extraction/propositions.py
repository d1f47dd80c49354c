"""The clauses of a sentence: the ones that state, and those that only stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COUPE = re.compile(
    r" ?(?P<forte>[;:]|[.?!](?= |$)| [–—-](?= )|[()])"
    r"|(?P<virgule>,)(?= |$)"
    r"| (?=(?P<mot>mais|car|puisqu\w*|parce qu\w*|bien qu\w*|quoiqu\w*|meme si|alors qu\w*"
    r"|tandis qu\w*|a moins qu\w*|tant qu\w*|des lors qu\w*|pourvu qu\w*|sans qu(?:e|')"
    r"|et (?:que |qu'|nous |je |elles? |ils? |ceux |celles |celui |celle |l'editeur |n'|ne )"
    r")(?: |'|\b))"
)
_VERBE = re.compile(
    r"\b(?:est|sont|soit|soient|fut|furent|etant|ayant|avoir|ont|avons|avez|ai|sera\w*|seront"
    r"|serons"
    r"|aura\w*|auront|aurons|etai\w+|avai\w+|doi(?:t|vent)|devons|peut|peuvent|pouvons|restent?"
    r"|demeurent?|fait|font|va|vont|existent?|disposent?|figurent?|suivr\w+|n'\w+|ne [a-z]+"
    r"|(?:s'|nous |m'|vous |se )\w{4,}(?:e|ons|ent|ez|it|ait)"
    r"|\w{3,}(?:erai|era|eront|erez|erons|irons|iront|ira|erait|eraient)"
    r"|\w{3,}(?<!i)(?<!ais)(?<!fac)(?<!envir)ons"
    r"|\w{2,}(?<!tr)(?<!souh)(?<!\bf)ai(?:t|ent))\b"
    r"|\ba (?:(?:bien|deja|tous|toutes|ete|dument|ainsi|aussi|egalement|\w+ment) ){0,3}"
    r"(?!(?:chaque|cette|notre|votre|leurs?|une|titre|partie|distance|l'|d')\b|\w+(?:er|ir|re)\b)"
    r"\w{3,}(?:e|i|u|is|it|us|ue|ees?|es|ert|uit)\b"
)
_ACCESSOIRE = re.compile(
    r"\W*(?:bien qu|quoiqu|encore qu|meme si|quand bien meme|alors qu|tandis qu|malgre|en depit d"
    r"|nonobstant|loin d|sans (?:attendre|prejudice|qu)|a moins qu|tant qu|pourvu qu"
    r"|si\b(?! bien)|s'il|lorsqu"
    r"|quand\b|des (?:lors )?qu|une fois|apres|avant d|contrairement|a la difference|en cas d"
    r"|au cas ou|a defaut|faute d|sauf|hormis"
    r"|(?P<relative>(?:et )?(?:qui|dont|ou|lequel|laquelle|lesquel\w+|auquel|auxquel\w+|a qui"
    r"|ce (?:qui|que|dont))\b))"
)

_QUI = re.compile(r"(?<=\w)(?<! a)(?<! de)(?<! par)(?<! pour)(?<! avec)(?<! ce) qui ")

_OPPOSE = ("mais ", "pas ", "et pas ", "et non ")


@dataclass(frozen=True, slots=True)
class Proposition:
    """A clause: its words and whether it only accompanies another one (relative, « bien que »)."""

    texte: str
    accessoire: bool


def propositions(normal: str) -> list[Proposition]:
    """The clauses in their order; a head parted from its verb by an aside is put back together."""
    closes: list[Proposition] = []
    tete: list[str] = []
    verbale = False
    for morceau, ferme in _morceaux(normal):
        verbe = _VERBE.search(morceau) is not None
        a_cote = _ACCESSOIRE.match(morceau)
        if a_cote and (verbe or a_cote["relative"] or not tete):
            closes.append(Proposition(morceau, accessoire=True))
        elif tete and verbale and (verbe or morceau.startswith(_OPPOSE)):
            closes.append(Proposition(", ".join(tete), accessoire=False))
            tete = [morceau]
        else:
            tete.append(morceau)
            verbale = verbale or verbe
        if ferme and tete:
            closes.append(Proposition(", ".join(tete), accessoire=False))
            tete, verbale = [], False
    if tete:
        closes.append(Proposition(", ".join(tete), accessoire=False))
    return closes


def principales(normal: str) -> list[str]:
    """The words of the clauses that state something; all of them when none does."""
    closes = propositions(normal)
    dites = [c for c in closes if not c.accessoire] or closes
    return [_sans_relative(c.texte) for c in dites]


def _sans_relative(proposition: str) -> str:
    """« L’effecteur qui n’a pas répondu est informé » states that he is informed."""
    qui = _QUI.search(proposition)
    if qui is None:
        return proposition
    avant, apres = proposition[: qui.start()], proposition[qui.end() :]
    verbes = [m.start() for m in _VERBE.finditer(apres)]
    if _VERBE.search(avant) or len(verbes) < 2:
        return avant
    return f"{avant} {apres[verbes[1] :]}"


def _morceaux(normal: str) -> Iterator[tuple[str, bool]]:
    """Pieces between commas, and whether a strong mark closes them."""
    position = 0
    for coupe in _COUPE.finditer(normal):
        if morceau := normal[position : coupe.start()].strip():
            yield morceau, coupe["virgule"] is None
        position = coupe.end()
    if reste := normal[position:].strip():
        yield reste, True


def conjuguee(proposition: str) -> bool:
    """The clause has a verb of its own."""
    return _VERBE.search(proposition) is not None
