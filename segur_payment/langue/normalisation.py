"""Text made comparable, each of its characters still tied to the original.

Rules search `Texte.normal`; proofs quote `Texte.original`. Nothing here repairs a
document: the normal form exists only to find words, never to be shown.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

_DEBUTS_DE_LIGNE = frozenset("\n\r\v\f\x85\u2028\u2029")
_LETTRE = r"[^\W\d_]"
# pdfium tells a word cut at the end of a line by U+FFFE or U+0002 in place of the hyphen.
_CESURES_PDFIUM = "\ufffe\x02"
_BLANC = r"[\s\xad\u200b-\u200f\u2060\ufeff]"
_CESURE = re.compile(
    rf"(?:(?<={_LETTRE})|(?<=[\u0300-\u036f]))"
    rf"(?:[-\u2010\u2011\xad](?P<blanc>{_BLANC}++)|[{_CESURES_PDFIUM}]{_BLANC}*+)"
    rf"(?={_LETTRE})"
)
_FIN_DE_MOT = re.compile(rf"{_LETTRE}+\Z")
_AVANT_UN_TRAIT = (
    "rendez procès mise mises remise vis celui celle ceux celles peut est avant après"
    " apres non tiers porte contre grand"
)
_COMPOSES = frozenset(_AVANT_UN_TRAIT.split())
_ENTRE_TRAITS = "en à a au aux de du d t et le la les sur sous vis là"
_LIAISONS = frozenset(_ENTRE_TRAITS.split())
_COMPOSES_AVEC = {
    "sous": re.compile(r"trait|ensemble|total|section|cat[ée]gorie|dossier|marin"),
    "ci": re.compile(r"apr[èe]s|joint|dess|contre|annex|devant|avant"),
    "proces": re.compile("verba"),
}

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
def _plier(caractere: str) -> str:
    """The normal form of one character: nothing, one space, or a few plain characters."""
    if caractere.isspace():
        return " "
    if caractere in _CESURES_PDFIUM:
        return ""
    if (remplace := _REMPLACES.get(caractere)) is not None:
        return remplace
    decompose = unicodedata.normalize("NFKD", caractere)
    visibles = "".join(c for c in decompose if unicodedata.category(c) not in _INVISIBLES)
    if visibles == " ":
        return ""  # a spacing accent, such as U+00A8
    plie = visibles.casefold()
    return plie if plie == caractere else "".join(_plier(c) for c in plie)


@dataclass(frozen=True, slots=True)
class Texte:
    """A text, its normal form, and where each normal character comes from."""

    original: str
    normal: str
    _debuts: tuple[int, ...] = field(repr=False)
    _fins: tuple[int, ...] = field(repr=False)

    @classmethod
    def de(cls, original: str, *, lignes: bool = False) -> Self:
        """Normalise; with `lignes`, a line break stays "\\n" and a blank line "\\n\\n"."""
        plieur = _Plieur(lignes)
        fin = 0
        for coupe in _CESURE.finditer(original):
            if not _coupe_un_mot(original, coupe):
                continue
            plieur.lire(original, fin, coupe.start())
            if _garde_le_trait(original, coupe):
                plieur.emettre("-", coupe.start(), coupe.start() + 1)
            fin = coupe.end()
        plieur.lire(original, fin, len(original))
        return cls(original, "".join(plieur.sortie), tuple(plieur.debuts), tuple(plieur.fins))

    def intervalle(self, debut: int, fin: int) -> tuple[int, int]:
        """The span of the original that a span of the normal form comes from."""
        if not 0 <= debut <= fin <= len(self.normal):
            raise ValueError(f"intervalle hors du texte : {debut}-{fin}")
        if debut == fin:
            position = self._debuts[debut] if debut < len(self.normal) else len(self.original)
            return position, position
        return self._debuts[debut], self._fins[fin - 1]

    def citation(self, debut: int, fin: int, *, mots_entiers: bool = False) -> str:
        """The original words behind a span of the normal form."""
        if mots_entiers and debut < fin:
            debut, fin = self._elargir(debut, fin)
        depuis, jusque = self.intervalle(debut, fin)
        return self.original[depuis:jusque]

    def depuis_original(self, position: int) -> int:
        """The first place of the normal form at or after a place of the original."""
        return bisect_left(self._debuts, position)

    def _elargir(self, debut: int, fin: int) -> tuple[int, int]:
        while debut > 0 and self.normal[debut].isalnum() and self.normal[debut - 1].isalnum():
            debut -= 1
        longueur = len(self.normal)
        while fin < longueur and self.normal[fin - 1].isalnum() and self.normal[fin].isalnum():
            fin += 1
        return debut, fin


class _Plieur:
    """Writes the normal form and its map, one original character after the other."""

    def __init__(self, lignes: bool) -> None:
        self.lignes = lignes
        self.sortie: list[str] = []
        self.debuts: list[int] = []
        self.fins: list[int] = []

    def lire(self, original: str, debut: int, fin: int) -> None:
        for position in range(debut, fin):
            caractere = original[position]
            plie = _plier(caractere)
            if plie == " " and self.lignes and caractere in _DEBUTS_DE_LIGNE:
                self._sauter_ligne(original, position)
            elif plie:
                for c in plie:
                    self.emettre(c, position, position + 1)
            elif self.fins and unicodedata.combining(caractere):
                self.fins[-1] = position + 1

    def emettre(self, caractere: str, debut: int, fin: int) -> None:
        if caractere == " " and self.sortie and self.sortie[-1] in " \n":
            self.fins[-1] = fin
            return
        self.sortie.append(caractere)
        self.debuts.append(debut)
        self.fins.append(fin)

    def _sauter_ligne(self, original: str, position: int) -> None:
        if original[position - 1 : position + 1] == "\r\n":
            self.fins[-1] = position + 1
        elif self.sortie and self.sortie[-1] == " ":
            self.sortie[-1] = "\n"
            self.fins[-1] = position + 1
        elif self.sortie[-2:] == ["\n", "\n"]:
            self.fins[-1] = position + 1
        else:
            self.emettre("\n", position, position + 1)


def _coupe_un_mot(original: str, coupe: re.Match[str]) -> bool:
    blanc = coupe["blanc"]
    return blanc is None or any(c in _DEBUTS_DE_LIGNE for c in blanc)


def _garde_le_trait(original: str, coupe: re.Match[str]) -> bool:
    """Whether the hyphen belongs to the word: « rendez-/vous », « Jean-/Pierre »."""
    debut, suite = coupe.start(), original[coupe.end() : coupe.end() + 12]
    if suite[0].isupper():
        return True
    avant = unicodedata.normalize("NFC", original[max(0, debut - 30) : debut])
    mot = _FIN_DE_MOT.search(avant)
    if mot is None:
        return False
    gauche = mot[0].lower()
    if gauche in _COMPOSES_AVEC:
        return _COMPOSES_AVEC[gauche].match(suite) is not None
    precede = avant[: mot.start()].endswith(("-", "\u2010", "\u2011"))
    return gauche in _COMPOSES or (precede and gauche in _LIAISONS)


@lru_cache(maxsize=8)
def texte_en_lignes(original: str) -> Texte:
    """`Texte.de(original, lignes=True)`, remembered for the readers of one same page."""
    return Texte.de(original, lignes=True)


def normaliser(chaine: str) -> str:
    """The normal form alone, without blanks at its ends."""
    return Texte.de(chaine).normal.strip()


_SEULE = rf"(?:{_LETTRE}(?![\w'-])|[-'](?= ))"
_LETTRES_ESPACEES = re.compile(rf"(?<![\w'-]){_LETTRE}(?: {_SEULE}){{3,}}")


def resserrer(texte: Texte) -> Texte:
    """Letter-spaced words read as words: « P R O C È S - V E R B A L » → « proces-verbal »."""
    retires: set[int] = set()
    for suite in _LETTRES_ESPACEES.finditer(texte.normal):
        blancs = [i for i in range(*suite.span()) if texte.normal[i] == " "]
        largeurs = {i: len(texte.citation(i, i + 1)) for i in blancs}
        etroit = min(largeurs.values())
        retires.update(i for i, largeur in largeurs.items() if largeur == etroit)
    gardes = [i for i in range(len(texte.normal)) if i not in retires]
    return Texte(
        texte.original,
        "".join(texte.normal[i] for i in gardes),
        tuple(texte._debuts[i] for i in gardes),
        tuple(texte._fins[i] for i in gardes),
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """Words found: their span in the normal form, and the original words."""

    debut: int
    fin: int
    citation: str
    correspondance: re.Match[str] = field(repr=False, compare=False)


def chercher(motif: re.Pattern[str] | str, texte: Texte) -> Iterator[Passage]:
    """Every place of a motif: a pattern written for the normal form, or plain whole words."""
    if isinstance(motif, str):
        motif = re.compile(rf"(?<!\w){re.escape(normaliser(motif))}(?!\w)")
    for trouve in motif.finditer(texte.normal):
        debut, fin = trouve.span()
        yield Passage(debut, fin, texte.citation(debut, fin), trouve)
