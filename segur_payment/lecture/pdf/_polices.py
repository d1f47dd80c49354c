"""Codes that give the text engine other letters than those that they draw.

What a code draws is told by the name of its glyph (or by a standard encoding), and by the
character table of an embedded TrueType font; what it says, by /ToUnicode. Only Latin letters and
figures are compared, without case or accent: ligatures, symbols, private names and other
alphabets tell nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import Any

from pypdf.generic import DictionaryObject, NameObject, StreamObject

from ._codes_montres import Identifiant, codes_montres
from ._objets_pdf import Pages, dictionnaire, entree, identifiant, resoudre, ressources_de, tableau
from ._truetype import caracteres_par_glyphe

_PROFONDEUR_MAX = 6
_POLICES_MAX = 2_000
_CODES_MAX = 70_000
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_CHIFFRES = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_ACCENTS = "acute|grave|circumflex|dieresis|cedilla|tilde|ring|caron|macron|breve|ogonek|dotaccent"
_NOM = re.compile(
    rf"(?:(?P<lettre>[A-Za-z])(?:{_ACCENTS})?|(?P<chiffre>{'|'.join(_CHIFFRES)}))"
    r"(?:small|oldstyle|superior|inferior|\.[a-z]\w*)?"
)
_UNI = re.compile(r"(?:uni|u)([0-9A-F]{4,6})(?:\.\w+)?")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
_HEXA = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")
_SYMBOLIQUE = 4
_RIEN = ("", " ", "\u00a0")


Dessines = Callable[[int], frozenset[str] | None]
"""Code → the letters that its glyph may be; None when nothing tells."""


def pages_trompeuses(pages: Pages) -> list[int]:
    """Numbers of the pages that show a code whose text is not what it draws."""
    connues: dict[Identifiant, frozenset[int]] = {}
    gardes: list[Any] = []  # keeps direct objects alive: their id is a key
    numeros = []
    for numero, page in enumerate(pages.pages, 1):
        douteuses: dict[Identifiant, frozenset[int]] = {}
        largeurs: dict[Identifiant, int] = {}
        for police in _polices(page, _PROFONDEUR_MAX, set()):
            cle = identifiant(police)
            if cle not in connues and len(connues) < _POLICES_MAX:
                gardes.append(police)
                connues[cle] = codes_trompeurs(police)
            if codes := connues.get(cle):
                douteuses[cle] = codes
                largeurs[cle] = 2 if entree(police, "/Subtype") == "/Type0" else 1
        if douteuses and _en_montre(page, douteuses, largeurs):
            numeros.append(numero)
    return numeros


def _en_montre(
    page: Any, trompeurs: dict[Identifiant, frozenset[int]], largeurs: dict[Identifiant, int]
) -> bool:
    """Whether the page shows one of these codes: yes too when its drawing cannot be followed."""
    try:
        return any(code in trompeurs[police] for police, code in codes_montres(page, largeurs))
    except Exception:  # noqa: BLE001 - a drawing that pypdf cannot follow proves nothing
        return True


def _polices(objet: Any, profondeur: int, vus: set[tuple[str, int]]) -> Iterator[DictionaryObject]:
    """The fonts of a page and of the forms that it draws."""
    ressources = ressources_de(objet)
    for cle in dictionnaire(ressources, "/Font"):
        police = entree(dictionnaire(ressources, "/Font"), cle)
        if isinstance(police, DictionaryObject):
            yield police
    formes = dictionnaire(ressources, "/XObject")
    for cle in formes:
        forme = entree(formes, cle)
        nouvelle = isinstance(forme, StreamObject) and identifiant(forme) not in vus
        if nouvelle and profondeur and entree(forme, "/Subtype") == "/Form":
            vus.add(identifiant(forme))
            yield from _polices(forme, profondeur - 1, vus)


def codes_trompeurs(police: DictionaryObject) -> frozenset[int]:
    """The codes that draw a Latin letter or a figure and say another."""
    vers = entree(police, "/ToUnicode")
    if not isinstance(vers, StreamObject):
        return frozenset()
    genre = entree(police, "/Subtype")
    dessines: Dessines | None = None
    if genre in ("/Type1", "/MMType1", "/TrueType"):
        noms = _par_les_noms(police, genre)
        dessines = noms.get if noms else None
    elif genre == "/Type0":
        dessines = _par_la_table(police)
    if dessines is None:
        return frozenset()
    return frozenset(
        code
        for code, texte in _dits(vers.get_data())
        if (lettres := dessines(code)) is not None and _dit_autre_chose(texte, lettres)
    )


def _dit_autre_chose(texte: str, dessines: frozenset[str]) -> bool:
    dit = _base(texte)
    return dit not in dessines if dit else texte in _RIEN


def _base(texte: str) -> str | None:
    """The first letter or figure, without accent or case; None for anything else."""
    premier = unicodedata.normalize("NFKD", texte)[:1].lower()
    return premier if premier.isascii() and premier.isalnum() else None


def _par_les_noms(police: DictionaryObject, genre: str) -> dict[int, frozenset[str]]:
    """Code → what its named glyph draws."""
    codage = entree(police, "/Encoding")
    drapeaux = entree(dictionnaire(police, "/FontDescriptor"), "/Flags")
    if genre == "/TrueType" and isinstance(drapeaux, int) and drapeaux & _SYMBOLIQUE:
        return {}  # its own tables decide, not the names
    dessines: dict[int, frozenset[str]] = {}
    base = codage if isinstance(codage, NameObject) else entree(codage, "/BaseEncoding")
    if codec := _CODECS.get(str(base)):
        for code in range(32, 256):
            lettre = _base(bytes([code]).decode(codec, "replace"))
            dessines |= {code: frozenset((lettre,))} if lettre else {}
    code = 0
    for element in map(resoudre, tableau(codage, "/Differences")):
        if isinstance(element, int):
            code = int(element)
        elif isinstance(element, NameObject):
            dessines.pop(code, None)
            lettre = _lettre_du_nom(str(element)[1:])
            dessines |= {code: frozenset((lettre,))} if lettre else {}
            code += 1
    return dessines


def _lettre_du_nom(nom: str) -> str | None:
    if trouve := _NOM.fullmatch(nom):
        return (trouve["lettre"] or _CHIFFRES[trouve["chiffre"]]).lower()
    if (unicode := _UNI.fullmatch(nom)) and int(unicode[1], 16) <= 0x10FFFF:
        return _base(chr(int(unicode[1], 16)))
    return None


def _par_la_table(police: DictionaryObject) -> Dessines | None:
    """Code → the letters under which the embedded TrueType font files its glyph."""
    descendante = next(iter(map(resoudre, tableau(police, "/DescendantFonts"))), None)
    programme = entree(dictionnaire(descendante, "/FontDescriptor"), "/FontFile2")
    if entree(police, "/Encoding") != "/Identity-H" or not isinstance(programme, StreamObject):
        return None
    glyphes = caracteres_par_glyphe(programme.get_data())
    if not glyphes:
        return None
    table = entree(descendante, "/CIDToGIDMap")
    places = table.get_data() if isinstance(table, StreamObject) else None

    def dessines(code: int) -> frozenset[str] | None:
        glyphe = code if places is None else _place(places, code)
        bases = {_base(caractere) for caractere in glyphes.get(glyphe, ())}
        lettres = frozenset(base for base in bases if base)
        return lettres if bases and len(lettres) == len(bases) else None

    return dessines


def _place(places: bytes, code: int) -> int:
    """The glyph of a code; beyond the end of the table, none."""
    deux = places[2 * code : 2 * code + 2]
    return int.from_bytes(deux, "big") if len(deux) == 2 else -1


def _dits(cmap: bytes) -> Iterator[tuple[int, str]]:
    """What /ToUnicode says of each code."""
    for section in _SECTION.finditer(cmap):
        jetons = [m[2] or m[1] for m in _HEXA.finditer(section[2])]
        paires = _caracteres if section[1] == b"bfchar" else _etendues
        yield from paires(iter(jetons))


def _caracteres(jetons: Iterator[bytes]) -> Iterator[tuple[int, str]]:
    for code, texte in zip(jetons, jetons, strict=False):
        yield _nombre(code), _texte(texte)


def _etendues(jetons: Iterator[bytes]) -> Iterator[tuple[int, str]]:
    for debut, fin, cible in zip(jetons, jetons, jetons, strict=False):
        codes = range(_nombre(debut), min(_nombre(fin), _nombre(debut) + _CODES_MAX) + 1)
        if cible == b"[":
            textes = list(takewhile(lambda jeton: jeton != b"]", jetons))
            yield from ((code, _texte(texte)) for code, texte in zip(codes, textes, strict=False))
            continue
        premier = _texte(cible)
        if not premier:
            continue
        for rang, code in enumerate(codes):
            yield code, premier[:-1] + chr(min(ord(premier[-1]) + rang, 0x10FFFF))


def _nombre(hexa: bytes) -> int:
    propre = b"".join(hexa.split())
    return int(propre[:8], 16) if propre and propre not in b"[]" else 0


def _texte(hexa: bytes) -> str:
    propre = b"".join(hexa.split())
    try:
        return bytes.fromhex(propre.decode("ascii")).decode("utf-16-be", "ignore")
    except ValueError:
        return ""
