"""Text made comparable, each of its characters still tied to the original.

Rules search `Texte.normal`; proofs quote `Texte.original`. Nothing here repairs a
document: the normal form exists only to find words, never to be shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from segur_payment.langue._carte import DROITE, Carte
from segur_payment.langue._pliage import (
    CESURES_PDFIUM,
    DEBUTS_DE_LIGNE,
    LIGNE_SIMPLE,
    SUITES,
    TABLES,
    plier,
)

_LETTRE = r"[^\W\d_]"
_BLANC = r"[\s\xad\u200b-\u200f\u2060\ufeff]"
_CESURE = re.compile(
    rf"[-\u2010\u2011\xad{CESURES_PDFIUM}](?:(?<={_LETTRE}.)|(?<=[\u0300-\u036f].))"
    rf"(?P<blanc>{_BLANC}*+)(?={_LETTRE})"
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


@dataclass(frozen=True, slots=True)
class Texte:
    """A text, its normal form, and where each normal character comes from."""

    original: str
    normal: str
    _carte: Carte = field(repr=False, compare=False)

    @classmethod
    def de(cls, original: str, *, lignes: bool = False) -> Self:
        """Normalise; with `lignes`, a line break stays "\\n" and a blank line "\\n\\n"."""
        if LIGNE_SIMPLE.fullmatch(original):
            return cls(original, original.translate(TABLES[lignes]), DROITE)
        plieur, fin = _Plieur(lignes), 0
        for coupe in _CESURE.finditer(original):
            if not _coupe_un_mot(original, coupe):
                continue
            plieur.lire(original, fin, coupe.start())
            if _garde_le_trait(original, coupe):
                plieur.emettre("-", coupe.start(), coupe.start() + 1)
            fin = coupe.end()
        plieur.lire(original, fin, len(original))
        return cls(original, "".join(plieur.sortie), plieur.carte)

    def intervalle(self, debut: int, fin: int) -> tuple[int, int]:
        """The span of the original that a span of the normal form comes from."""
        longueur = len(self.normal)
        if not 0 <= debut <= fin <= longueur:
            raise ValueError(f"intervalle hors du texte : {debut}-{fin}")
        if debut == fin:
            position = self._carte.debut(debut) if debut < longueur else len(self.original)
            return position, position
        return self._carte.debut(debut), self._carte.fin(fin - 1)

    def citation(self, debut: int, fin: int, *, mots_entiers: bool = False) -> str:
        """The original words behind a span of the normal form."""
        if mots_entiers and debut < fin:
            debut, fin = self._elargir(debut, fin)
        depuis, jusque = self.intervalle(debut, fin)
        return self.original[depuis:jusque]

    def depuis_original(self, position: int) -> int:
        """The first place of the normal form at or after a place of the original."""
        return min(self._carte.premier(position), len(self.normal))

    def _elargir(self, debut: int, fin: int) -> tuple[int, int]:
        while debut > 0 and self.normal[debut].isalnum() and self.normal[debut - 1].isalnum():
            debut -= 1
        longueur = len(self.normal)
        while fin < longueur and self.normal[fin - 1].isalnum() and self.normal[fin].isalnum():
            fin += 1
        return debut, fin


class _Plieur:
    """Writes the normal form and its map: ordinary text at a stroke, the rest by character."""

    def __init__(self, lignes: bool) -> None:
        self.lignes = lignes
        self.suite, self.table = SUITES[lignes], TABLES[lignes]
        self.sortie: list[str] = []
        self.carte = Carte()

    def lire(self, original: str, debut: int, fin: int) -> None:
        for suite in self.suite.finditer(original, debut, fin):
            self._entre_deux_suites(original, debut, suite.start())
            self.copier(suite[0], suite.start())
            debut = suite.end()
        self._plier(original, debut, fin)

    def copier(self, suite: str, debut: int) -> None:
        """A run of ``SUITES`` that begins at this place of the original."""
        self.sortie.append(suite.translate(self.table))
        self.carte.ajouter(debut, debut + 1, len(suite))

    def _entre_deux_suites(self, original: str, debut: int, fin: int) -> None:
        if not self.lignes and original[debut:fin].isspace():
            self.emettre(" ", debut, fin)
        elif debut < fin:
            self._plier(original, debut, fin)

    def _plier(self, original: str, debut: int, fin: int) -> None:
        for position in range(debut, fin):
            caractere = original[position]
            plie = plier(caractere)
            if plie == " " and self.lignes and caractere in DEBUTS_DE_LIGNE:
                self._sauter_ligne(original, position)
            elif plie:
                for c in plie:
                    self.emettre(c, position, position + 1)
            elif self.sortie and unicodedata.combining(caractere):
                self.carte.etirer(position + 1)

    def emettre(self, caractere: str, debut: int, fin: int) -> None:
        if caractere == " " and self.sortie and self.sortie[-1] in " \n":
            self.carte.etirer(fin)
            return
        self.sortie.append(caractere)
        self.carte.ajouter(debut, fin)

    def _sauter_ligne(self, original: str, position: int) -> None:
        if original[position - 1 : position + 1] == "\r\n":
            self.carte.etirer(position + 1)
        elif self.sortie and self.sortie[-1] == " ":
            self.sortie[-1] = "\n"
            self.carte.etirer(position + 1)
        elif self.sortie[-2:] == ["\n", "\n"]:
            self.carte.etirer(position + 1)
        else:
            self.emettre("\n", position, position + 1)


def _coupe_un_mot(original: str, coupe: re.Match[str]) -> bool:
    if original[coupe.start()] in CESURES_PDFIUM:
        return True
    return any(c in DEBUTS_DE_LIGNE for c in coupe["blanc"])


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
    if not retires:
        return texte
    gardes = [i for i in range(len(texte.normal)) if i not in retires]
    carte = Carte()
    for i in gardes:
        carte.ajouter(*texte.intervalle(i, i + 1))
    return Texte(texte.original, "".join(texte.normal[i] for i in gardes), carte)


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
