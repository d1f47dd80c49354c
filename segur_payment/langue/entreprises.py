"""SIREN and SIRET in a text.

Without a label only the shape of a SIREN or SIRET counts, and for a bare run of digits also
its key. After its label (« SIREN : 73282932 ») a malformed value counts too. A SIREN inside a
SIRET, a VAT number, a phone number, a FINESS or an amount is not a SIREN.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from segur_payment.langue.cles import siren_valide, siret_valide
from segur_payment.langue.normalisation import texte_en_lignes
from segur_payment.langue.trouve import Trouve, trouves

Nature = Literal["siren", "siret"]

_SUITE = re.compile(
    r"[0-9](?<![a-z0-9@/_].)(?<![0-9][.,].)(?:(?:\n[0-9]){8,}(?!\n?[0-9])|(?:[ .-]?[0-9])*+)"
    r"(?P<lettres>[a-z]{1,2}(?![a-z0-9]))?"
)
_NUMERO = (
    r"(?:\s*\([^()\n]{0,40}\))?"
    r"(?:[ \t]*+(?:\bn[°o]|\bnumero\b|\best\b|\ble\b|\bsous\b|[:=.…_-]))*+ *\n? *:? *\Z"
)
_ETIQUETTES = {
    "mixte": re.compile(rf"\bsire[nt]s? ?(?:/|-|ou|et) ?sire[nt]s?\b{_NUMERO}"),
    "siret": re.compile(rf"\bsiret{_NUMERO}"),
    "siren": re.compile(rf"\bsiren{_NUMERO}"),
    "rcs": re.compile(r"\br\.? ?c\.? ?s\b\.?[^0-9\n]{0,60}\n?[^0-9\n]{0,20}\Z"),
    "autre": re.compile(
        r"(?:\b(?:tel|telephone|fax|mobile|portable|finess|rpps|adeli|iban|rib|compte|nir)\b|\+"
        rf"|\bfr ?[0-9a-z]{{2}}){_NUMERO}"
    ),
}
_NATURES: dict[str, tuple[Nature, ...]] = {
    "mixte": ("siren", "siret"),
    "siret": ("siret",),
    "siren": ("siren",),
    "rcs": ("siren",),
}
_SOMME_D_ARGENT = re.compile(r"(?:[.,][0-9]+)? ?(?:€|euros?\b|eur\b|k€|%)")
_FORMES: list[tuple[tuple[int, ...], Nature]] = [
    ((14,), "siret"),
    ((9, 5), "siret"),
    ((3, 3, 3, 5), "siret"),
    ((1,) * 14, "siret"),
    ((9,), "siren"),
    ((3, 3, 3), "siren"),
    ((1,) * 9, "siren"),
]
_CLES = {"siren": (9, siren_valide), "siret": (14, siret_valide)}


class _Lu(NamedTuple):
    debut: int
    fin: int
    nature: Nature
    valide: bool


def trouver_siren(texte: str) -> list[Trouve]:
    """« 732 829 320 », « SIREN : 732829320 », « RCS Paris B 732 829 320 »."""
    return _trouver(texte, "siren")


def trouver_siret(texte: str) -> list[Trouve]:
    """« 732 829 320 00074 », « SIRET : 7 3 2 8 2 9 3 2 0 0 0 0 7 4 »."""
    return _trouver(texte, "siret")


def _trouver(texte: str, nature: Nature) -> list[Trouve]:
    return trouves(texte, ((lu.debut, lu.fin) for lu in _lus(texte) if lu.nature == nature))


@lru_cache(maxsize=8)
def _lus(texte: str) -> tuple[_Lu, ...]:
    """Every number of a text, remembered for the readers of one same page."""
    normal = texte_en_lignes(texte).normal
    return tuple(lu for suite in _SUITE.finditer(normal) for lu in _lire(suite))


def _lire(suite: re.Match[str]) -> Iterator[_Lu]:
    """The SIREN and SIRET of one run of digits, judged by its label."""
    if len(suite[0]) < 6:
        return
    avant = suite.string[max(0, suite.start() - 100) : suite.start()]
    etiquette = next((nom for nom, motif in _ETIQUETTES.items() if motif.search(avant)), None)
    if etiquette == "autre":
        return
    attendues = _NATURES.get(etiquette or "", ())
    lus = list(_par_forme(suite, attendues))
    premier = lus[0] if lus and lus[0].debut == suite.start() else None
    a_part = avant.endswith("\n") or etiquette != "siret"
    if attendues and (premier is None or not (premier.nature in attendues or a_part)):
        lus = lus[1:] if premier else lus
        yield from _mal_forme(suite, attendues[0])
    yield from lus


def _par_forme(suite: re.Match[str], attendues: tuple[Nature, ...]) -> Iterator[_Lu]:
    groupes = [g.span() for g in re.compile("[0-9]+").finditer(suite.string, *suite.span())]
    if suite["lettres"]:
        groupes = groupes[:-1]
    longueurs = [fin - debut for debut, fin in groupes]
    rang, suivi = 0, True
    while rang < len(groupes):
        voulues = attendues if rang == 0 else ()
        lu, pas = _au_rang(suite.string, groupes, longueurs, rang, voulues, suivi)
        if lu is not None:
            yield lu
        suivi = lu is not None
        rang += pas


def _au_rang(
    normal: str,
    groupes: list[tuple[int, int]],
    longueurs: list[int],
    rang: int,
    attendues: tuple[Nature, ...],
    suivi: bool,
) -> tuple[_Lu | None, int]:
    """The identifier that begins at one group of digits, and how many groups it takes."""
    for forme, nature in _FORMES:
        pas = len(forme)
        if tuple(longueurs[rang : rang + pas]) != forme or not (suivi or pas == 1):
            continue
        debut, fin = groupes[rang][0], groupes[rang + pas - 1][1]
        valide = _CLES[nature][1](normal[debut:fin]) is None
        nic = pas > 1 and normal.startswith("000", groupes[rang + pas - 1][0])
        if (valide or nature in attendues or nic) and not _SOMME_D_ARGENT.match(normal, fin):
            return _Lu(debut, fin, nature, valide), pas
    return None, 1


def _mal_forme(suite: re.Match[str], nature: Nature) -> Iterator[_Lu]:
    """What stands after a label without the shape of what it announces."""
    chiffres = _CLES[nature][0]
    premier = re.match("[0-9]+", suite[0])
    fin = suite.end()
    if premier and len(premier[0]) >= chiffres - 2 and len(premier[0]) < len(suite[0]):
        fin = (
            suite.start()
            + len(premier[0])
            + (0 if " " in suite[0] else len(suite["lettres"] or ""))
        )
    nombre = sum(c.isdigit() for c in suite.string[suite.start() : fin])
    if abs(nombre - chiffres) <= 5 and not _SOMME_D_ARGENT.match(suite.string, fin):
        yield _Lu(suite.start(), fin, nature, False)
