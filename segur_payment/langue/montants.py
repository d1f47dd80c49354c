"""Amounts of money, read as written in `Decimal` and written the French way.

A comma or dot before exactly three digits separates thousands (« 30.000 », « 30,000 »),
since money has no third decimal; after grouped or longer whole parts it is a decimal sign.
A number never runs over two lines: in a table its halves would be two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from segur_payment.langue.dates import dates
from segur_payment.langue.nombres import NOMBRE_EN_LETTRES, lire_nombre
from segur_payment.langue.normalisation import texte_en_lignes

Taxe = Literal["HT", "TTC"]

_NOMBRE = re.compile(
    r"(?<![a-z0-9])(?<![0-9][.,'/])"
    r"(?:[0-9]{1,3}(?P<sep>[ .,'])[0-9]{3}(?:(?P=sep)[0-9]{3}){0,3}(?![0-9])|[0-9]{1,15})"
    r"(?:[.,][0-9]{1,6})?(?:,-)?(?![0-9])(?![.,'/][0-9])"
)
_EN_LETTRES = re.compile(NOMBRE_EN_LETTRES)
_DEVISE_APRES = re.compile(
    r"\)?\s?(?:(?P<echelle>k ?|m ?|(?:milliers? |millions? )?(?:d')?))"
    r"(?:€|euros?(?![a-z])|eur(?![a-z]))"
    r"(?:\s+(?:et\s+)?(?P<centimes>[0-9]{1,2})\s+(?:centimes?|cts?)(?![a-z]))?"
)
_DEVISE_AVANT = re.compile(r"(?:€|(?<![a-z0-9])eur) ?\Z")
_TAXE = (
    r"(?:(?P<ht>h\.? ?t\.?(?: ?v\.? ?a\.?)?|hors[ -](?:taxes?|tva))"
    r"|t\.? ?t\.? ?c\.?|toutes?[ -]taxes?[ -]comprises?|tva[ -]comprise)(?![a-z0-9])"
)
_TAXE_APRES = re.compile(
    rf"\)? ?(?P<ligne>\n?) ?(?P<par>\()?{_TAXE}(?(par)\)?)(?! ?[:=])(?P<chiffre>(?=\s?\(?[0-9€]))?"
)
_TAXE_AVANT = re.compile(rf"(?<![a-z0-9]){_TAXE}(?: \(?en euros?)?[ .:=()€-]*\Z")
_SIGNE_AVANT = re.compile(r"(?:\A|[\s(:])-\Z")
_AUTRE_CHOSE_AVANT = re.compile(
    r"(?:\bsire[nt]\b|\brcs\b|\btel\b|\btelephone\b|\bfax\b|\bn[°o]\b|\barticle\b|\bart\.|§"
    r"|\bpages?\b|\bv\b|\bversion\b|\biban\b|\bsection\b|\+)[ :.a-z]{0,9}\Z"
)
_UNITE_APRES = re.compile(r" ?[a-z°]")
_ANNEE = re.compile(r"(?:19|20)[0-9]{2}")
_FACTEURS = {"k": 10**3, "m": 10**6, "millier": 10**3, "million": 10**6}


@dataclass(frozen=True, slots=True)
class MontantTrouve:
    """An amount as written; `taxe` is None when the text does not say."""

    debut: int
    fin: int
    texte: str
    valeur: Decimal
    taxe: Taxe | None


def montants(texte: str, *, exiger_devise: bool = True) -> list[MontantTrouve]:
    """Every amount of a text, in order, at its place in that text.

    Without `exiger_devise`, for a labelled field: bare numbers count too, save years, dates,
    percentages, quantities with a unit, identifiers and phone numbers.
    """
    lignes = texte_en_lignes(texte)
    sautes = [] if exiger_devise else [(d.debut, d.fin) for d in dates(texte)]
    trouves = []
    for debut, fin, valeur, taxe in _lire(lignes.normal, exiger_devise):
        depuis, jusque = lignes.intervalle(debut, fin)
        if not any(depuis < f and d < jusque for d, f in sautes):
            trouves.append(MontantTrouve(depuis, jusque, texte[depuis:jusque], valeur, taxe))
    return trouves


def lire_montant(texte: str) -> Decimal:
    """The one amount that a field holds, with or without its currency; else ValueError."""
    lus = montants(texte, exiger_devise=False)
    if len(lus) != 1 or (texte[: lus[0].debut] + texte[lus[0].fin :]).strip(" \t\n\xa0\u202f.;()"):
        raise ValueError(f"montant illisible : {texte!r}")
    return lus[0].valeur


def ecrire_montant(valeur: Decimal) -> str:
    """« 30 000,00 € » with the spaces of French typography: U+202F, and U+00A0 before €."""
    centimes = valeur.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{centimes:,.2f}".replace(",", "\u202f").replace(".", ",") + "\u00a0€"


def _lire(normal: str, exiger_devise: bool) -> Iterator[tuple[int, int, Decimal, Taxe | None]]:
    dernier = 0
    nombres = [*_NOMBRE.finditer(normal), *_EN_LETTRES.finditer(normal)]
    for nombre in sorted(nombres, key=re.Match.start):
        if nombre.start() < dernier:
            continue
        lu = _un_montant(nombre, normal[max(dernier, nombre.start() - 40) : nombre.start()])
        if lu is None and not exiger_devise and nombre.re is _NOMBRE:
            lu = _montant_nu(nombre, normal[max(dernier, nombre.start() - 40) : nombre.start()])
        if lu is not None:
            debut, fin, valeur = lu
            avant = normal[max(dernier, debut - 40) : debut]
            fin, taxe = _taxe(normal, avant, fin)
            yield debut, fin, valeur, taxe
            dernier = fin


def _un_montant(nombre: re.Match[str], avant: str) -> tuple[int, int, Decimal] | None:
    """A number with its currency, after it or before it."""
    valeur = _valeur(nombre)
    if valeur is None:
        return None
    debut, fin = nombre.span()
    if devise := _DEVISE_APRES.match(nombre.string, fin):
        echelle = devise["echelle"].removesuffix("d'").strip().rstrip("s")
        valeur = valeur * _FACTEURS.get(echelle, 1) + Decimal(devise["centimes"] or 0) / 100
        fin = devise.end()
    elif nombre.re is _NOMBRE and (devise := _DEVISE_AVANT.search(avant)):
        debut -= len(devise[0])
    else:
        return None
    return _signe(avant, debut, fin, valeur)


def _montant_nu(nombre: re.Match[str], avant: str) -> tuple[int, int, Decimal] | None:
    """A number without currency, when it cannot be anything else than an amount."""
    valeur, suite = _valeur(nombre), nombre.string[nombre.end() : nombre.end() + 40]
    if valeur is None or _AUTRE_CHOSE_AVANT.search(avant) or valeur >= 10**8:
        return None
    if _ANNEE.fullmatch(nombre[0]) or suite.lstrip().startswith("%"):
        return None
    if re.match(r"[ -][0-9]", suite) or re.search(r"[0-9][ -]\Z", avant):
        return None  # a phone number, or the end of an identifier
    if _UNITE_APRES.match(suite) and nombre["sep"] is None and not _TAXE_APRES.match(suite):
        return None
    return _signe(avant, *nombre.span(), valeur)


def _signe(avant: str, debut: int, fin: int, valeur: Decimal) -> tuple[int, int, Decimal]:
    if _SIGNE_AVANT.search(avant):
        return debut - 1, fin, -valeur
    return debut, fin, valeur


def _taxe(normal: str, avant: str, fin: int) -> tuple[int, Taxe | None]:
    """Where the amount ends with its mention of tax, read after it or in its label."""
    apres, dans_le_libelle = _TAXE_APRES.match(normal, fin), _TAXE_AVANT.search(avant)
    if apres and apres["chiffre"] is not None and (apres["ligne"] or dans_le_libelle):
        apres = None  # it labels the next amount
    if apres:
        return apres.end(), "HT" if apres["ht"] else "TTC"
    if dans_le_libelle:
        return fin, "HT" if dans_le_libelle["ht"] else "TTC"
    return fin, None


def _valeur(nombre: re.Match[str]) -> Decimal | None:
    if nombre.re is _EN_LETTRES:
        return Decimal(lire_nombre(nombre[0]))
    ecrit, sep = nombre[0].removesuffix(",-"), nombre["sep"]
    if sep is not None:
        entier, _, decimales = _decouper(ecrit, sep)
        ecrit = entier + (f".{decimales}" if decimales else "")
    if re.match(r"0[0-9]", ecrit):
        return None  # a phone number or a code
    return Decimal(ecrit.replace(",", "."))


def _decouper(ecrit: str, sep: str) -> tuple[str, str, str]:
    groupes = re.match(rf"[0-9]{{1,3}}(?:{re.escape(sep)}[0-9]{{3}})+(?![0-9])", ecrit)
    if groupes is None:
        return ecrit, "", ""
    entier, reste = groupes[0], ecrit[groupes.end() :]
    if entier.startswith("0") and sep in ".,":  # « 0,125 »
        return entier.replace(",", "."), "", ""
    return entier.replace(sep, ""), reste[:1], reste[1:]
