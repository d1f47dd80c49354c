"""The statements that a declaration makes, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from segur_payment.dossier import Preuve
from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction.cases import cases
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
    r"|(?<!notre)(?<!une)(?<!leur)(?<!cette)(?<!toute)(?<! de)(?<! sa)(?<!recu)(?<!avec)(?<!par)"
    r" (?=(?:de |d'|a |la |l'|que |avoir )?\b(?:production|communication|engagement)\b"
    r" (?:des|a|de|effective|aux|aupres)\b)"
)
_TROP_COURT, _LONGUEUR = 25, 200
_SUITE = re.compile(
    r"(?:ayant|qui|dont|a l'(?:exception|exclusion)|sauf|hormis|hors|y compris|dans|sur|par|pour"
    r"|et(?! (?:que|qu'|d'|a |s'engage|m'engage))|ou|mais)\b"
)


def mots_exacts(texte: Texte, debut: int, fin: int) -> str:
    """The words of the document behind a span of the normal form; what was cut off is said."""
    mots = " ".join(texte.citation(debut, fin, mots_entiers=True).split()).strip(" ,;")
    return mots if len(mots) <= _LONGUEUR else mots[:_LONGUEUR].rsplit(" ", 1)[0] + " […]"


def enonces_de(document: Document) -> Iterator[Enonce]:
    """The statements of the declaration; those beside an empty box are not made."""
    refuses = [c.label for c in cases(document) if c.etat in (VIDE, INDECISE) and len(c.label) > 15]
    for debut, fin in _recousus(document.flux, _decoupe(document)):
        normal = document.flux.normal[debut:fin]
        nu = normal.strip(" ☒☐▣-•")
        if any(refus[:40] in nu or nu[:40] in refus for refus in refuses if len(nu) > 15):
            continue
        original = document.flux.texte.citation(debut, fin)
        yield Enonce(Texte.de(original), document.flux.preuve(debut, fin))


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
        if courant and suite and normal[courant[1] - 1] not in ".;:!?":
            courant = courant[0], fin
            continue
        if courant:
            yield courant
        courant = debut, fin
    if courant:
        yield courant
