"""What running text says of the signature of a party, outside any block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from segur_payment.langue.normalisation import normaliser
from segur_payment.langue.phrases import phrases
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.mentions import (
    Mention,
    mention_de_signature,
    mentions_de_signature,
)
from segur_payment.lecture.mise_en_page import Jeton

_NOMME = (
    r"(?:\b(?:pour|representant|au nom de|par|de|a|du|chez|et)|\bd'|[,(:–—-]|^(?:\d{1,2}[.)] ?)?)"
    r"\W? ?(?:le compte de )?"
)
_ECARTE = re.compile(
    r"\b(?:pas|non|ni|sauf|hormis|attend\w*|attente|sans|presence|attention|destination|intention"
    r"|copie|locaux|siege|transmis\w*|remis\w*|adress\w+|envoy\w+|notifi\w+|reste)\b[^,;.:]{0,25}$"
)
_AUTRE_ACTE = re.compile(
    r"\b(?:convention|contrat|avenant|marche|accord-cadre|lettre|devis"
    r"|bon de commande)\b[^.;,:]{0,60}$"
)
_SUITE = re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ]|[0-9(]")
_LIGNE_PLEINE, _LIGNE_SANS_FIN, _AVANT = 60, 600, 120


def mention_de_la_partie(
    document: Document, qui: str, parties: str, *, en_tete: bool
) -> tuple[Mention, Sequence[Jeton]] | None:
    """« Signé électroniquement par X, directrice à l’ANS, le … »; ``qui``: pattern of the party.

    A line that names none of ``parties`` may have its party on the next one.
    """
    lignes = list(lignes_de(document))
    tete = re.compile(rf"(?:pour )?{qui}(?: ?\([^)]*\))? ?[:,–-]")
    for rang, jetons in enumerate(lignes):
        if en_tete and not tete.match(normaliser(texte_de(jetons))):
            continue
        suivante = lignes[rang + 1] if rang + 1 < len(lignes) else []
        if not re.search(rf"(?<!\w){parties}(?!\w)", normaliser(texte_de(jetons))):
            suite = [] if mention_de_signature(texte_de(suivante)) else suivante
        else:
            suite = []
        if mention := _mention(texte_de(jetons), texte_de(suite), qui):
            return mention, [*jetons, *suite]
    return None


def texte_de(jetons: Sequence[Jeton]) -> str:
    """The words of a line."""
    return " ".join(j.texte for j in jetons)


def lignes_de(document: Document) -> Iterator[list[Jeton]]:
    """The lines, one that goes on put back together; the cells of a row apart."""
    courante: list[Jeton] = []
    for rang in document.rangs:
        for segment in rang.segments:
            texte = texte_de(courante)
            pleine = _LIGNE_PLEINE <= len(texte) < _LIGNE_SANS_FIN and texte[-1] not in ".;:"
            if pleine and len(rang.segments) == 1 and _SUITE.match(segment.texte):
                courante = [*courante, *segment.jetons]
                continue
            if courante:
                yield courante
            courante = list(segment.jetons)
    if courante:
        yield courante


def _mention(texte: str, suite: str, qui: str) -> Mention | None:
    """A mention of the line whose own words name the party."""
    for debut, fin in phrases(texte):
        phrase = texte[debut:fin]
        lues = list(mentions_de_signature(phrase))
        coupes = [(phrase.rfind(";", m.debut, n.debut), n.debut) for m, n in pairwise(lues)]
        bornes = [0, *(c + 1 if c >= 0 else debut for c, debut in coupes), len(phrase)]
        for mention, depuis, jusque in zip(lues, bornes, bornes[1:], strict=False):
            normal = normaliser(f"{phrase[depuis:jusque]} {suite}".strip())
            debut_utile = max(0, mention.debut - _AVANT)
            if _AUTRE_ACTE.search(normaliser(phrase[debut_utile : mention.debut]) + " "):
                continue
            if nomme(normal, qui):
                return mention
    return None


def nomme(normal: str, qui: str) -> bool:
    """The words name the party, and do not set it aside."""
    partie = re.compile(rf"{_NOMME}{qui}(?!\w)")
    return any(not _ecarte(normal, m) for m in partie.finditer(normal))


def _ecarte(normal: str, partie: re.Match[str]) -> bool:
    """« mais pas par l’ANS », « en présence de l’éditeur »."""
    return _ECARTE.search(normal[max(0, partie.start() - _AVANT) : partie.start() + 1]) is not None
