"""The normal form of characters: one by one, or at a stroke for ordinary text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DEBUTS_DE_LIGNE = frozenset("\n\r\v\f\x85\u2028\u2029")
# pdfium tells a word cut at the end of a line by U+FFFE or U+0002 in place of the hyphen.
CESURES_PDFIUM = "\ufffe\x02"

_REMPLACES = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u02bb\u2032\u2035\u00b4`\uff07", "'"),
    **dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u226a\u226b", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d", "-"),
    "œ": "oe",
    "æ": "ae",
    "º": "°",
    "™": "",
    "®": "",
}
_INVISIBLES = frozenset({"Mn", "Me", "Cf", "Cs"})


@lru_cache(maxsize=4096)
def plier(caractere: str) -> str:
    """The normal form of one character: nothing, one space, or a few plain characters."""
    if caractere.isspace():
        return " "
    if caractere in CESURES_PDFIUM:
        return ""
    if (remplace := _REMPLACES.get(caractere)) is not None:
        return remplace
    decompose = unicodedata.normalize("NFKD", caractere)
    visibles = "".join(c for c in decompose if unicodedata.category(c) not in _INVISIBLES)
    if visibles == " ":
        return ""  # a spacing accent, such as U+00A8
    plie = visibles.casefold()
    return plie if plie == caractere else "".join(plier(c) for c in plie)


def _se_plie_en_un(caractere: str) -> bool:
    plie = plier(caractere)
    return len(plie) == 1 and plie != " "


_DERNIER_LATIN = 0x17F
_SIMPLES = [
    c for c in (*map(chr, range(_DERNIER_LATIN + 1)), *_REMPLACES, *"€☐☒☑✓") if _se_plie_en_un(c)
]
_SIMPLE = "".join(map(re.escape, _SIMPLES))
SUITES = {
    False: re.compile(rf"[{_SIMPLE}]+(?:\s[{_SIMPLE}]+)*+"),
    True: re.compile(rf"[{_SIMPLE}]+(?:(?:\n\n|\s)[{_SIMPLE}]+)*+"),
}
"""Characters that fold one to one, and single blanks between them: most of any text.

With lines kept (True), blank lines fold to themselves too.
"""
LIGNE_SIMPLE = re.compile(rf"[{_SIMPLE}]+(?: [{_SIMPLE}]+)*+")
"""The same on one line: no word is cut in it."""


_PLIS = {ord(c): plier(c) for c in (*_SIMPLES, *filter(str.isspace, map(chr, range(0x3001))))}
TABLES = {False: _PLIS, True: {**_PLIS, **{ord(c): "\n" for c in DEBUTS_DE_LIGNE}}}
