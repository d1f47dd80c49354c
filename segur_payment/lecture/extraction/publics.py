"""Whom a support channel serves: the audience named beside it, or in the heading above."""

from __future__ import annotations

import re

from segur_payment.dossier import Public
from segur_payment.lecture.document import Vue
from segur_payment.lecture.extraction.lexique import REGULATEURS

_PUBLICS = (
    (Public.REGULATEURS, REGULATEURS),
    (
        Public.EFFECTEURS,
        re.compile(
            r"\beffect(?:eurs?|rices?)\b|\bpraticiens?\b|\bprofessionnels? de sante\b"
            r"|\bmedecins?\b(?!(?: et \w+)? regulat)|\bcabinets?\b|\bmaisons? de sante\b"
            r"|\bcentres? de sante\b|\bcpts\b|\bsecretariats? medica\w+"
        ),
    ),
)
_NON_SERVI_AVANT = re.compile(
    r"\b(?:pas|non|sauf|hors|hormis|excepte|a l'exception|a l'exclusion|ni) (?:[\w'-]+ ){0,3}$"
)
_NON_SERVI_APRES = re.compile(
    r"[^.;:,]{0,25}? (?:n'est|ne sont|n'ont|n'a|ne peu\w+|ne dispos\w+|ne sera|ne seront)\b"
    r"[^.;:]{0,25}?\b(?:pas|aucun\w*|plus)\b|[^.;:,]{0,15}? (?:exclus|non servis)\b"
    r"| ?: ?(?:-|neant\b|sans objet\b|aucune?\b|non\b) ?(?=[.;]|$)"
)
_TOUS = re.compile(
    r"\b(?:tous (?:les |nos |ses |vos )?utilisateurs|deux publics|l'ensemble des utilisateurs"
    r"|chacun(?! d)|(?:ligne|adresse|numero|guichet|portail)(?: \w+){0,3} commune?)\b"
)
_ELLE_SERT = re.compile(
    r"\W*(?:(?:elle|il|celui-ci|celle-ci) |c(?:e|et|ette) (?:[\w-]+ ){1,3}?)(?:est|sera) (?:\w+ )?"
    r"(?:destine|ouver|reserve|dedie|accessible|commun|a (?:la )?disposition)"
)
_POUR_EUX = re.compile(
    r"[^:]{0,25}(?:\bpour\b|\ba destination\b|\baux?\b|\(|\breserve|\bdedie|\bpropre)"
)
_LE_MEME = re.compile(
    r"[^@\d]*?\b(?:(?:a|au|aux|par|sur|via|de|dans) (?:la |le |les |l')?memes? (?:adresse|numero"
    r"|canal|lien"
    r"|formulaire|portail|courriel|ligne|guichet|contact|coordonnees|telephone|voie|outil|espace)s?"
    r"|(?:meme|memes) (?:adresse|numero|canal|lien|formulaire|portail|coordonnees)s?|idem)\b"
)
_PORTEE_DU_MEME = 220
Rubrique = tuple[int, tuple[Public, ...]]
"""Where audiences are named in the normal text, and which."""


def rubriques_de(vue: Vue) -> list[Rubrique]:
    """Places where an audience is named, with those named together."""
    reperes = sorted(
        (m.start(), m.end(), public)
        for public, motif in _PUBLICS
        for m in vue.chercher(motif)
        if _est_servi(vue.normal, m)
    )
    reperes += [(m.start(), m.end(), None) for m in vue.chercher(_TOUS)]  # type: ignore[misc]
    reperes.sort(key=lambda r: r[0])
    groupes: list[list[tuple[int, int, Public | None]]] = []
    for repere in reperes:
        if (
            groupes
            and re.fullmatch(r"[\w\s,'/&()-]{0,40}", vue.normal[groupes[-1][-1][1] : repere[0]])
            and _lies(vue.normal[groupes[-1][-1][1] : repere[0]])
        ):
            groupes[-1].append(repere)
        else:
            groupes.append([repere])
    return [
        (
            g[0][0],
            tuple(Public)
            if any(p is None for _, _, p in g)
            else tuple(sorted({p for _, _, p in g if p})),
        )
        for g in groupes
    ]


def _est_servi(normal: str, nomme: re.Match[str]) -> bool:
    """An audience that the words leave out is not one of those served."""
    avant = normal[max(0, nomme.start() - 40) : nomme.start()]
    return not (_NON_SERVI_AVANT.search(avant) or _NON_SERVI_APRES.match(normal, nomme.end()))


def _lies(entre: str) -> bool:
    return (
        re.search(r"\b(?:et|ou|comme|ainsi qu(?:e\b|'))\b|[,/&]|^ ?\(?$", entre) is not None
        and len(entre) < 42
    )


def publics_de(vue: Vue, depuis: int, jusque: int, rubriques: list[Rubrique]) -> tuple[Public, ...]:
    """Whom a contact serves that stands between two places of the normal text."""
    propres = _publics_propres(vue, depuis, jusque, rubriques)
    repris = _LE_MEME.match(vue.normal, jusque, jusque + _PORTEE_DU_MEME)
    if not propres or repris is None:
        return propres
    fin = vue.phrase(repris.end())[1]
    servis = {p for place, publics in rubriques if jusque <= place < fin for p in publics}
    return tuple(sorted(servis.union(propres)))


def _publics_propres(
    vue: Vue, depuis: int, jusque: int, rubriques: list[Rubrique]
) -> tuple[Public, ...]:
    debut, fin = vue.phrase(depuis)
    dans_la_phrase = [r for r in rubriques if debut <= r[0] < depuis]
    if dans_la_phrase:
        return dans_la_phrase[-1][1]
    suite = [r for r in rubriques if jusque <= r[0] < min(fin, jusque + 90)]
    if suite and _POUR_EUX.match(vue.normal[jusque : suite[0][0] + 1]):
        return suite[0][1]
    if _ELLE_SERT.match(vue.normal, fin):
        _, fin_de_suite = vue.phrase(fin + 1)
        servis = {p for place, publics in rubriques if fin <= place < fin_de_suite for p in publics}
        return tuple(sorted(servis))
    avant = [r for r in rubriques if r[0] < depuis]
    if avant:
        return avant[-1][1]
    apres = [r for r in rubriques if r[0] > jusque]  # contacts first, then whom they all serve
    return apres[0][1] if len(apres) == 1 else ()
