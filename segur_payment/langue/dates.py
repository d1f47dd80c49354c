"""French dates read strictly: nothing is guessed, an impossible date stays impossible.

A day is never supplied (« mars 2025 » is no date) and the day always comes first, save in
ISO order. A dotted number with a four-digit year is a date (« 2.10.2025 ») unless a version
or a reference announces it (« v2.10.2025 »); with a two-digit year only « 03.03.25 » is.
A weekday is part of the quote and is not checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from segur_payment.langue.nombres import PETIT_NOMBRE_EN_LETTRES, lire_nombre
from segur_payment.langue.normalisation import texte_en_lignes

_MOIS = {
    nom: numero
    for numero, noms in enumerate(
        (
            "janvier janv jan",
            "fevrier fevr fev",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        start=1,
    )
    for nom in noms.split()
}
# A pattern that begins with a plain character is tried only where that character stands, which is
# many times faster: what must not come before it is looked at just after it.
_EN_LETTRES = re.compile(
    r"(?P<jour>[0-9p](?<![a-z0-9].)(?<![0-9][.,/-].)(?:(?<=p)remier|(?<=[0-9])[0-9]?))"
    r"(?:(?<=1)\s*er)?\s*[-/]?\s*"
    rf"(?P<mois>{'|'.join(_MOIS)})\.?\s*[-/]?\s*(?P<an>[0-9]{{4}})(?![0-9])"
)
_SEMAINE_AVANT = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s*,?\s+(?:le\s+)?\Z"
)
_AN_EN_LETTRES = rf"(?:deux[ \n-]mille(?:[ \n-]+{PETIT_NOMBRE_EN_LETTRES})?)"
_JOUR_EN_LETTRES = rf"(?P<jour>premier|{PETIT_NOMBRE_EN_LETTRES})\s+(?P<mois>{'|'.join(_MOIS)})\b"
_JOUR_PUIS_AN = re.compile(rf"\b{_JOUR_EN_LETTRES}\s+(?P<an>{_AN_EN_LETTRES}|[0-9]{{4}}\b)")
_AN_PUIS_JOUR = re.compile(
    rf"l'an\b(?<!\wl'an)\s+(?P<an>{_AN_EN_LETTRES}),?\s+(?:et\s+)?le\s+{_JOUR_EN_LETTRES}"
)
_APRES_UN_JOUR_EN_LETTRES = re.compile(
    rf"\s(?<=[a-z\n].)(?:{'|'.join(_MOIS)})\s+(?:deux[ \n-]mille|[0-9]{{4}}\b)", re.DOTALL
)
"""What follows a day in letters, without which there is none."""
_DEBUT = r"(?<![a-z0-9].)(?<![a-z0-9][./=_-].)"
_FIN = r"(?![a-z0-9])(?![./-][0-9])"
_JOUR_D_ABORD = re.compile(
    rf"(?P<jour>[0-9]{_DEBUT}[0-9]?)(?P<sep> ?[./-] ?)(?P<mois>[0-9]{{1,2}})(?P=sep)"
    rf"(?P<an>[0-9]{{4}}|[0-9]{{2}}){_FIN}"
)
_ISO = re.compile(
    rf"(?P<an>[0-9]{_DEBUT}[0-9]{{3}})(?P<sep>[/-])(?P<mois>[0-9]{{1,2}})(?P=sep)"
    r"(?P<jour>[0-9]{1,2})"
    r"(?:[t ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:z|[+-][0-9]{2}:?[0-9]{2})?)?"
    rf"{_FIN}"
)
_TAMPON = re.compile(
    rf"(?P<an>[0-9]{_DEBUT}[0-9]{{3}})\.(?P<mois>[0-9]{{2}})\.(?P<jour>[0-9]{{2}})"
    r" [0-9]{2}:[0-9]{2}"
)
"""As PDF readers date the look of a digital signature: « 2025.03.12 10:42:18 +01’00’ »."""
_PEIGNE = re.compile(
    r"(?P<jour>[0-3](?<![0-9a-z].)(?<![0-9] .)[0-9]) (?P<mois>[01][0-9]) (?P<an>(?:19|20)[0-9]{2})"
    r"(?! ?[0-9a-z])"
)
"""As the teeth of a comb give it: « 19 05 2025 »."""
_REFERENCE_AVANT = re.compile(
    r"(?:\bv|\bversions?|\brelease|\bbuild|\bn[°o]|\bref\.?|\breference|\barticle|\bart\.|§|://\S*)"
    r"[ :]*\Z"
)
_JOUR_SEUL_SUR_SA_LIGNE = re.compile(r"[0-9]{1,2}\s*\n")
_ANNONCE = re.compile(r"(?:\b(?:le|du|au|des|et|de|date|jour)|:)\s*\Z")
_PAGE_AVANT = re.compile(r"\bpages?\s*\Z")
_AUTOUR = re.compile(r"\s*(?:le\b)?[\s.,;]*", re.IGNORECASE)
_PDF = re.compile(r"\s*(?:D:)?([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{2}){0,3}(?:[Zz+-][0-9']*)?\s*")


@dataclass(frozen=True, slots=True)
class DateTrouvee:
    """A date as written; `valeur` is None when the calendar has no such day."""

    debut: int
    fin: int
    texte: str
    valeur: date | None


def dates(texte: str) -> list[DateTrouvee]:
    """Every date of a text, in order, at its place in that text."""
    return list(_dates(texte))


@lru_cache(maxsize=8)
def _dates(texte: str) -> tuple[DateTrouvee, ...]:
    """The same, remembered for the readers of one same page."""
    lignes = texte_en_lignes(texte)
    trouves: dict[int, DateTrouvee] = {}
    for depart, trouve in _ecrites(lignes.normal):
        debut, fin = lignes.intervalle(depart, trouve.end())
        trouves[debut] = DateTrouvee(debut, fin, texte[debut:fin], _valeur(trouve))
    return tuple(trouves[debut] for debut in sorted(trouves))


def _ecrites(normal: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Where each date begins, and what was found of it; the last at one place is the right one."""
    for trouve in _EN_LETTRES.finditer(normal):
        semaine = _SEMAINE_AVANT.search(normal, max(0, trouve.start() - 30), trouve.start())
        debut = semaine.start() if semaine else trouve.start()
        if _en_lettres_sans_doute(normal, debut, trouve.end()):
            yield debut, trouve
    for motif in (_ISO, _JOUR_D_ABORD):
        for trouve in motif.finditer(normal):
            if not _REFERENCE_AVANT.search(_avant(normal, trouve.start())) and (
                motif is _ISO or _numerique_sans_doute(trouve)
            ):
                yield trouve.start(), trouve
    yield from ((t.start(), t) for t in _PEIGNE.finditer(normal) if _valeur(t))
    en_lettres = _APRES_UN_JOUR_EN_LETTRES.search(normal) is not None
    for motif in (_TAMPON, *((_JOUR_PUIS_AN,) if en_lettres else ()), _AN_PUIS_JOUR):
        for trouve in motif.finditer(normal):
            yield trouve.start(), trouve


def lire_date(texte: str) -> date:
    """The one date that a field holds; ValueError for anything else."""
    lues = dates(texte)
    if len(lues) != 1 or not _AUTOUR.fullmatch(texte[: lues[0].debut] + texte[lues[0].fin :]):
        raise ValueError(f"date illisible : {texte!r}")
    if lues[0].valeur is None:
        raise ValueError(f"date impossible : {texte!r}")
    return lues[0].valeur


def date_pdf(texte: str) -> date:
    """The day of a PDF date (« D:20250303101500+01'00' »), as its writer's clock showed it."""
    lu = _PDF.fullmatch(texte)
    if lu is None:
        raise ValueError(f"date PDF illisible : {texte!r}")
    return date(int(lu[1]), int(lu[2]), int(lu[3]))


def _valeur(trouve: re.Match[str]) -> date | None:
    jour, mois, an = trouve["jour"], trouve["mois"], trouve["an"]
    try:
        return date(
            _nombre(an) + (2000 if len(an) == 2 else 0),
            int(mois) if mois.isdigit() else _MOIS[mois],
            1 if jour == "premier" else _nombre(jour),
        )
    except ValueError:
        return None


def _nombre(ecrit: str) -> int:
    return int(ecrit) if ecrit.isdigit() else lire_nombre(ecrit)


def _avant(normal: str, debut: int) -> str:
    return normal[max(0, debut - 40) : debut]


def _en_lettres_sans_doute(normal: str, debut: int, fin: int) -> bool:
    """Not a page number above the month of a page footer."""
    avant, ecrit = _avant(normal, debut), normal[debut:fin]
    if "\n\n" in ecrit or _PAGE_AVANT.search(avant):
        return False
    seul = _JOUR_SEUL_SUR_SA_LIGNE.match(ecrit) and (not avant or avant[-1] == "\n")
    return not seul or _ANNONCE.search(avant) is not None


def _numerique_sans_doute(trouve: re.Match[str]) -> bool:
    jour, mois, an = trouve["jour"], trouve["mois"], trouve["an"]
    if trouve["sep"].strip() == "/":
        return True
    if len(an) == 4:
        return an[:2] in ("19", "20", "21")
    plausible = len(jour) == len(mois) == 2 and 1 <= int(jour) <= 31 and 1 <= int(mois) <= 12
    return plausible and " " not in trouve["sep"]
