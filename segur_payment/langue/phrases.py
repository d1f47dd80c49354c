"""Sentences of a French text, uncut by abbreviations, numbers, addresses and initials."""

from __future__ import annotations

import re

from segur_payment.langue.normalisation import Texte

_ABREVIATIONS = (
    "m mm mme mlle mr dr drs pr me mes art al n no num nos p pp cf ex env tél tel fax av bd bld"
    " réf ref st ste vol chap sect fig min max resp dir dép dep éd ed sté ets cie c-à-d i.e e.g"
    " www janv févr fevr fév avr juil sept oct nov déc dec"
)
_ABREGES = frozenset(_ABREVIATIONS.split())
_FIN = re.compile(
    r"(?P<point>[.!?…]++[»”\"')\]]*+(?:\s?»)?)(?=\s|\Z)"
    r"|(?P<vide>(?<![^\S\n])[^\S\n]*+\n[^\S\n]*+\n\s*+|\f)"
    r"|\n(?=\s*+(?:[-–—•▪●◦‣☐☑☒⊠□]|[a-z0-9]{1,2}[.)]\s))"
)
_AVANT_LE_POINT = re.compile(r"\S+\Z")
_INITIALES = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\.")
_NUMERO_DE_LISTE = re.compile(r"(?:\d{1,2}|[ivxIVX]{1,4})(?:\.\d{1,2})*\.")


def phrases(texte: Texte | str) -> list[tuple[int, int]]:
    """Spans of the sentences, in the string given, or in `normal` for a `Texte`."""
    if isinstance(texte, str):
        return _decouper(texte)
    spans = [
        (texte.depuis_original(debut), texte.depuis_original(fin))
        for debut, fin in _decouper(texte.original)
    ]
    return [(debut, fin) for debut, fin in spans if debut < fin]


def _decouper(brut: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    debut = 0
    for fin in _FIN.finditer(brut):
        if fin["point"] is not None and not _termine(brut, debut, fin):
            continue
        _ajouter(spans, brut, debut, fin.end())
        debut = fin.end()
    _ajouter(spans, brut, debut, len(brut))
    return spans


def _ajouter(spans: list[tuple[int, int]], brut: str, debut: int, fin: int) -> None:
    morceau = brut[debut:fin]
    debut += len(morceau) - len(morceau.lstrip())
    fin -= len(morceau) - len(morceau.rstrip())
    if debut < fin:
        spans.append((debut, fin))


def _termine(brut: str, debut: int, fin: re.Match[str]) -> bool:
    """Whether this full stop ends a sentence."""
    suite = brut[fin.end() : fin.end() + 40].lstrip()
    if fin["point"][0] in "!?" or not suite:
        return True
    if suite[0].islower() or suite[0] in ",;:":
        return False
    mot = _AVANT_LE_POINT.search(brut, max(debut, fin.start() - 40), fin.start())
    if mot is None or fin["point"].startswith(".."):
        return True
    return not _abrege(mot[0] + ".", commence=not brut[debut : mot.start()].strip())


def _abrege(mot: str, *, commence: bool) -> bool:
    nu = mot.lstrip("(«\"'[“").rsplit("'", 1)[-1].rsplit("’", 1)[-1]
    if nu[:-1].lower() in _ABREGES or _INITIALES.fullmatch(nu):
        return True
    return commence and _NUMERO_DE_LISTE.fullmatch(nu) is not None
