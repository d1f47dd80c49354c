"""How the words are set: apostrophes, spaces, ligatures, hyphens, decomposed accents."""

from __future__ import annotations

import io
import re
import unicodedata
from enum import Flag, auto

FINE = "\N{NARROW NO-BREAK SPACE}"
INSECABLE = "\N{NO-BREAK SPACE}"
TRAIT_CONDITIONNEL = "\N{SOFT HYPHEN}"


class Typographie(Flag):
    """Habits of writers of PDF; they combine with ``|``."""

    APOSTROPHES = auto()
    """Curly apostrophes; straight ones without it."""
    INSECABLES = auto()
    """No-break spaces before « : ; ! ? », inside « » and between thousands."""
    FINES = auto()
    """The same spaces, narrow (U+202F)."""
    LIGATURES = auto()
    """« fi » and « fl » are one character."""
    CESURES = auto()
    """Words are cut at the ends of lines, with a hyphen."""
    NFD = auto()
    """The text layer holds the accents apart from their letters, as some systems write it."""


DROITE = Typographie(0)
"""Straight apostrophes and plain spaces: a typewriter's habits."""
SOIGNEE = Typographie.APOSTROPHES | Typographie.INSECABLES
"""What a French word processor does."""
EMBARQUEE = Typographie.FINES | Typographie.LIGATURES | Typographie.NFD
"""What needs a font of its own inside the file."""

_A_LIER = (
    re.compile(r" (?=[:;?!»%€])"),
    re.compile(r"(?<=«) "),
    re.compile(r"(?<=\d) (?=\d{3}\b)"),
    re.compile(r"(?<=€) (?=HT|TTC)"),
    re.compile(r"(?<=\bn°) "),
)
_COUPE = re.compile(r"(?<=[aeiouyéèêà])(?=[bcdfghjklmnpqrstvz][aeiouyéèêà])")


def composer(texte: str, typographie: Typographie) -> str:
    """The text as it is drawn; the writer's sources have curly apostrophes and plain spaces."""
    if Typographie.APOSTROPHES not in typographie:
        texte = texte.replace("’", "'")
    if typographie & (Typographie.INSECABLES | Typographie.FINES):
        for motif in _A_LIER:
            texte = motif.sub(INSECABLE, texte)
    if Typographie.LIGATURES in typographie:
        texte = texte.replace("fi", "ﬁ").replace("fl", "ﬂ")
    if Typographie.CESURES in typographie:
        texte = " ".join(map(_coupable, texte.split(" ")))
    return texte


def _coupable(mot: str) -> str:
    return _COUPE.sub(TRAIT_CONDITIONNEL, mot) if mot.isalpha() and len(mot) > 7 else mot


def couche(pdf: bytes, typographie: Typographie) -> bytes:
    """The PDF whose text layer says its characters in another way; what is seen stays."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject, StreamObject

    redacteur = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for objet in list(redacteur._objects):
        if isinstance(objet, DictionaryObject) and "/ToUnicode" in objet:
            flux = objet["/ToUnicode"].get_object()
            assert isinstance(flux, StreamObject)
            texte = flux.get_data().decode("ascii")
            flux.set_data(_recoder(texte, typographie).encode("ascii"))
    sortie = io.BytesIO()
    redacteur.write(sortie)
    return sortie.getvalue()


def _recoder(table: str, typographie: Typographie) -> str:
    def remplacer(trouve: re.Match[str]) -> str:
        caractere = chr(int(trouve[2], 16))
        if Typographie.FINES in typographie and caractere == INSECABLE:
            caractere = FINE
        if Typographie.NFD in typographie:
            caractere = unicodedata.normalize("NFD", caractere)
        return f"{trouve[1]} <{''.join(f'{ord(c):04X}' for c in caractere)}>"

    return re.sub(r"(<[0-9A-F]{2}>) <([0-9A-F]{4})>", remplacer, table)
