"""The statements that a declaration makes, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from segur_payment.dossier import Preuve
from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction.cases import cases
from segur_payment.lecture.extraction.reponses import Jonction, affirmation, sous_le_titre
from segur_payment.lecture.mise_en_page import INDECISE, VIDE


@dataclass(frozen=True, slots=True)
class Enonce:
    """The words of a statement, and the proof that quotes them."""

    texte: Texte
    preuve: Preuve

    @property
    def normal(self) -> str:
        """Its words as they are searched."""
        return self.texte.normal


_COUPE = re.compile(
    r" ?; ?(?=\S)"
    r"|(?:,| et) (?=(?:et )?(?:a |d'|de )?(?:avoir|m'engage|s'engage|nous engage|je m'engage"
    r"|elle s'engage|il s'engage|que|qu'il|qu'elle|qu'un|qu'une)\b)"
    r"|(?<=[;:.]) (?=[-•▪–☒☐]|[a-d1-9][).] )| (?=☒|☐)"
    r"|,? (?=\((?:i{1,3}|iv|[a-e]|[1-6])\) )"
    r"|(?<!notre)(?<!une)(?<! un)(?<! cet)(?<!leur)(?<!cette)(?<!toute)(?<! de)(?<! sa)(?<!recu)"
    r"(?<!avec)(?<!par)(?<! a)(?<! a la)(?<!vue de la)"
    r" (?=(?:de |d'|a |la |l'|que |avoir )?\b(?:production|communication|engagement)\b"
    r" (?:des|a|de|effective|aux|aupres)\b)"
)
_TROP_COURT, _LONGUEUR = 25, 200
_SUITE = re.compile(
    r"(?:ayant|qui|dont|a l'(?:exception|exclusion)|sauf|hormis|hors|y compris|dans|sur|par|pour"
    r"|et(?! (?:que|qu'|d'|a |s'engage|m'engage))|ou|mais)\b"
)

_FIN_FORTE = re.compile(r"[.;:!?]")


def mots_exacts(texte: Texte, debut: int, fin: int) -> str:
    """The words of the document behind a span of the normal form; what was cut off is said."""
    mots = " ".join(texte.citation(debut, fin, mots_entiers=True).split()).strip(" ,;")
    return mots if len(mots) <= _LONGUEUR else mots[:_LONGUEUR].rsplit(" ", 1)[0] + " […]"


def enonces_de(document: Document) -> Iterator[Enonce]:
    """The statements of the declaration; those beside an empty box are not made."""
    refuses = [c.label for c in cases(document) if c.etat in (VIDE, INDECISE) and len(c.label) > 15]
    spans = _recousus(document.flux, _decoupe(document))
    for texte, debut, fin in _relies(document.flux, spans):
        nu = texte.normal.strip(" ☒☐▣-•")
        if any(refus[:40] in nu or nu[:40] in refus for refus in refuses if len(nu) > 15):
            continue
        yield Enonce(texte, document.flux.preuve(debut, fin))


def _relies(vue: Vue, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[Texte, int, int]]:
    """The statements; a question is one with its answer, a heading with the words that take it up.

    A question whose answer is « non » states nothing.
    """
    attente: tuple[Texte, int, int] | None = None
    for debut, fin in spans:
        texte = Texte.de(vue.texte.citation(debut, fin))
        if attente:
            lie = affirmation if attente[0].normal.endswith("?") else sous_le_titre
            jonction = lie(attente[0].normal, texte.normal)
            if jonction:
                attente = _joindre(attente[0], texte, jonction), attente[1], fin
                continue
            if jonction is False:
                attente = None
                continue
            yield attente
        attente = texte, debut, fin
    if attente:
        yield attente


def _joindre(annonce: Texte, suite: Texte, depuis: Jonction) -> Texte:
    """« La communication est-elle faite ? Oui, en mars » : « La communication est-elle faite :
    en mars »."""
    fin = len(annonce.normal.rstrip(" ?:"))
    mots = suite.citation(depuis[1], len(suite.normal)) if depuis[1] < len(suite.normal) else ""
    return Texte.de(f"{annonce.citation(depuis[0], fin)} : {mots.lstrip(' ,.;:')}")


def _decoupe(document: Document) -> Iterator[tuple[int, int]]:
    for debut, fin in document.flux.phrases:
        position = debut
        for coupe in _COUPE.finditer(document.flux.normal, debut, fin):
            if coupe.start() - position > _TROP_COURT:
                yield position, coupe.start()
                position = coupe.end()
        yield position, fin


def _recousus(vue: Vue, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A bullet drawn beside the wrong line parts no sentence: what goes on is put back."""
    normal = vue.normal
    courant: tuple[int, int] | None = None
    for debut, fin in spans:
        if not any(c.isalnum() for c in normal[debut:fin]):
            continue
        suite = _SUITE.match(normal, debut) and vue.texte.citation(debut, debut + 1).islower()
        if courant and suite and not _FIN_FORTE.search(normal, courant[1] - 1, debut):
            courant = courant[0], fin
            continue
        if courant:
            yield courant
        courant = debut, fin
    if courant:
        yield courant
