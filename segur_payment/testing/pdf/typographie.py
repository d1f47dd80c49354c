"""How the words are set: apostrophes, spaces, ligatures, hyphens, decomposed accents."""

from __future__ import annotations

import io
import re
import unicodedata
from enum import Flag, auto
from functools import partial

FINE = "\N{NARROW NO-BREAK SPACE}"
INSECABLE = "\N{NO-BREAK SPACE}"
TRAIT_CONDITIONNEL = "\N{SOFT HYPHEN}"


class Typographie(Flag):
    """Habits of writers of PDF; they combine with ``|``."""

    APOSTROPHES = auto()
    """Curly apostrophes; straight ones without it."""
    INSECABLES = auto()
    """No-break spaces before « : ; ! ? », inside « » and between thousands; the text
    layer has them where the font is in the file (style ``entete``)."""
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
MARQUES = {ord(INSECABLE): 0xE0A0, ord(FINE): 0xE02F}
"""Characters drawn in the place of the spaces that reportlab turns into plain ones."""
_VRAIS = {chr(marque): chr(espace) for espace, marque in MARQUES.items()}
_CORRESPONDANCE = re.compile(r"(<[0-9A-F]{2}>) <([0-9A-F]{4})>")
"""A line of a ToUnicode table: code in the font, character."""
_VOYELLES, _CONSONNES = "aeiouyéèêàâîôû", "bcdfgjklmnpqrstvxz"
_COUPE = re.compile(
    rf"(?<=[{_VOYELLES}])(?=[{_CONSONNES}][{_VOYELLES}])"
    rf"|(?<=[{_VOYELLES}][{_CONSONNES}])(?=[{_CONSONNES}][{_VOYELLES}])"
)
"""Between the syllables of a French word, nearly."""


def composer(texte: str, typographie: Typographie) -> str:
    """The text as it is drawn; the writer's sources have curly apostrophes and plain spaces."""
    if Typographie.APOSTROPHES not in typographie:
        texte = texte.replace("’", "'")
    if typographie & (Typographie.INSECABLES | Typographie.FINES):
        for motif in _A_LIER:
            texte = motif.sub(FINE if Typographie.FINES in typographie else INSECABLE, texte)
    if Typographie.LIGATURES in typographie:
        texte = texte.replace("fi", "ﬁ").replace("fl", "ﬂ")
    if Typographie.CESURES in typographie:
        texte = " ".join(map(_coupable, texte.split(" ")))
    return texte


def _coupable(mot: str) -> str:
    return _COUPE.sub(TRAIT_CONDITIONNEL, mot) if mot.isalpha() and len(mot) > 7 else mot


def recoder(pdf: bytes, *, nfd: bool) -> bytes:
    """The PDF whose text layer holds the true spaces, and the accents apart if ``nfd``.

    What is seen stays the same: only the tables from glyphs to characters (ToUnicode) change.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject, StreamObject

    redacteur = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for objet in list(redacteur._objects):
        if isinstance(objet, DictionaryObject) and "/ToUnicode" in objet:
            flux = objet["/ToUnicode"].get_object()
            assert isinstance(flux, StreamObject)
            table = flux.get_data().decode("ascii")
            flux.set_data(_CORRESPONDANCE.sub(partial(_caractere, nfd=nfd), table).encode("ascii"))
    sortie = io.BytesIO()
    redacteur.write(sortie)
    return sortie.getvalue()


def _caractere(trouve: re.Match[str], nfd: bool) -> str:
    dessine = chr(int(trouve[2], 16))
    vrai = _VRAIS.get(dessine, dessine)
    lu = unicodedata.normalize("NFD", vrai) if nfd else vrai
    return f"{trouve[1]} <{''.join(f'{ord(c):04X}' for c in lu)}>"
