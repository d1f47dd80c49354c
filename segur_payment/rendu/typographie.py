"""French typography, and words of others made safe to show."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from segur_payment.francais import INSECABLE as INSECABLE
from segur_payment.francais import jour as jour

_TRAIT_CONDITIONNEL = "\u00ad"
_TROP_D_ACCENTS = 4


def neutraliser(texte: str) -> str:
    """``texte`` on one line, where nothing acts on a terminal and nothing is hidden.

    Control characters, escape sequences, bidirectional overrides, invisible characters and lone
    surrogates are written ``⟨U+202E⟩``; piles of combining marks are cut.
    """
    visibles: list[str] = []
    marques = 0
    for caractere in texte.replace(_TRAIT_CONDITIONNEL, ""):
        marques = marques + 1 if unicodedata.combining(caractere) else 0
        if marques < _TROP_D_ACCENTS:
            visibles.append(_visible(caractere))
    return re.sub(r"[ \t\r\n\v\f\u2028\u2029]+", " ", "".join(visibles)).strip(" ")


def _visible(caractere: str) -> str:
    if caractere in "\t\r\n\v\f":
        return " "
    return f"⟨U+{ord(caractere):04X}⟩" if invisible(caractere) else caractere


def invisible(caractere: str) -> bool:
    """Whether ``caractere`` acts on the display, or is not seen, instead of being read."""
    return unicodedata.category(caractere) in ("Cc", "Cf", "Cs")


def abreger(texte: str, longueur: int) -> str:
    """``texte`` cut in its middle, at words, when it is longer than ``longueur``."""
    if len(texte) <= longueur:
        return texte
    moitie = (longueur - 5) // 2
    debut, fin = texte[:moitie], texte[-moitie:]
    debut = debut.rsplit(" ", 1)[0] if " " in debut[moitie // 2 :] else debut
    fin = fin.split(" ", 1)[1] if " " in fin[: moitie // 2] else fin
    return f"{debut} […] {fin}"


def composer(texte: str) -> str:
    """Our own words with no-break spaces where French wants them."""
    texte = re.sub(r" (?=[:;!?»%€→])", INSECABLE, texte)
    texte = re.sub(r"(?<=«) ", INSECABLE, texte)
    texte = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", INSECABLE, texte)
    return re.sub(r"(?<=€) (?=HT|TTC)", INSECABLE, texte)


def citer(texte: str, longueur: int = 240) -> str:
    """Words of a document, between French quotation marks, safe and of bounded length."""
    return f"«{INSECABLE}{abreger(neutraliser(texte), longueur)}{INSECABLE}»"


def montant(valeur: Decimal, taxe: str | None = "HT") -> str:
    """``30 000,00 € HT``, with no-break spaces; None: neither HT nor TTC."""
    chiffres = f"{valeur:,.2f}".replace(",", INSECABLE).replace(".", ",")
    return INSECABLE.join(filter(None, (chiffres, "€", taxe)))


def compter(nombre: int, singulier: str, pluriel: str | None = None) -> str:
    """``1 point``, ``3 points``."""
    return f"{nombre}{INSECABLE}{singulier if nombre < 2 else pluriel or singulier + 's'}"


def majuscule(texte: str) -> str:
    """``texte`` with its first letter in upper case and the others as they are."""
    return texte[:1].upper() + texte[1:]


def minuscule(texte: str) -> str:
    """``texte`` with a lower-case initial, unless it starts with an acronym."""
    return texte if texte[1:2].isupper() else texte[:1].lower() + texte[1:]


def enumerer(noms: Sequence[str]) -> str:
    """``a``, ``a et b``, ``a, b et c``."""
    return " et ".join(filter(None, (", ".join(noms[:-1]), *noms[-1:])))


def plier(texte: str, largeur: int, *, debut: str = "", suite: str | None = None) -> list[str]:
    """``texte`` on lines of at most ``largeur``, never cutting a word."""
    return textwrap.wrap(
        texte,
        max(largeur, 20),
        initial_indent=debut,
        subsequent_indent=" " * len(debut) if suite is None else suite,
        break_long_words=False,
        break_on_hyphens=False,
    )
