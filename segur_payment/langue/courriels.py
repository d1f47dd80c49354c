"""E-mail addresses: found even when malformed, and checked without any network."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BORD = r"\s<>()\[\]{},;:\"«»“”|"
_ADRESSE = re.compile(
    rf"(?<![^{_BORD}/])(?P<nom>[^{_BORD}@/]+)"
    r"(?P<arobase>@+|[ \xa0]@[ \xa0]?|@[ \xa0]|@\n(?=[a-z]))"
    rf"(?P<domaine>[^{_BORD}@/]+(?:@[^{_BORD}]*)?)"
)
_VIRGULE = re.compile(r",(?:fr|com|net|org|eu|re|io|sante|bzh)(?![\w-])", re.IGNORECASE)
"""An extension after a comma that no blank follows: a slip for the full stop."""
_ECRITE = re.compile(
    r"(?<![\w.@+-])[\w.+-]+ ?[(\[] ?(?:at|arobase) ?[)\]] ?[\w-]+"
    r"(?:(?:\.| ?[(\[] ?(?:dot|point) ?[)\]] ?)[\w-]+)*",
    re.IGNORECASE,
)
_NOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_ETIQUETTE_DE_DOMAINE = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_ACCOLE = re.compile(r"(?:['’*•–-]|(?:[cdjlmnst]|qu)['’])(?=.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContactTrouve:
    """A contact at its place; `valeur` without what wraps it, `defaut` None when valid."""

    debut: int
    fin: int
    texte: str
    valeur: str
    defaut: str | None


def courriels(texte: str) -> list[ContactTrouve]:
    """Every address of a text, and what was meant as one (« support(at)editeur.fr »)."""
    lus = [lu for m in _ADRESSE.finditer(texte) if (lu := _lire(m)) is not None]
    for ecrite in _ECRITE.finditer(texte):
        debut, fin = ecrite.span()
        lus.append(ContactTrouve(debut, fin, ecrite[0], ecrite[0], courriel_valide(ecrite[0])))
    return sorted(lus, key=lambda lu: lu.debut)


def courriel_valide(courriel: str) -> str | None:
    """None for a well-formed address, else what is wrong with it."""
    adresse = courriel.strip()
    if not adresse:
        return "adresse vide"
    if adresse.count("@") != 1:
        return "arobase absente" if "@" not in adresse else "plusieurs arobases"
    if re.search(r"\s", adresse):
        return "espace dans l’adresse"
    nom, domaine = adresse.split("@")
    if not nom or not domaine:
        return "nom absent avant l’arobase" if not nom else "domaine absent après l’arobase"
    if len(nom) > 64 or len(adresse) > 254:
        return "adresse trop longue"
    return _defaut_du_nom(nom) or defaut_de_domaine(domaine)


def defaut_de_domaine(domaine: str) -> str | None:
    """What is wrong with a host name; accented names exist (« santé.fr »)."""
    etiquettes = domaine.split(".")
    if len(etiquettes) < 2:
        return f"domaine sans extension : {domaine}"
    for etiquette in etiquettes:
        if len(etiquette) > 63 or not _ETIQUETTE_DE_DOMAINE.fullmatch(etiquette):
            return f"domaine mal formé : {domaine}"
    extension = etiquettes[-1]
    if not re.fullmatch(r"[^\W\d_]{2,}|xn--[a-z0-9-]+", extension, re.IGNORECASE):
        return f"extension de domaine mal formée : {extension}"
    return None


def _defaut_du_nom(nom: str) -> str | None:
    if _NOM.fullmatch(nom):
        return None
    etrangers = sorted({c for c in nom if not _NOM.fullmatch(c) and c != "."})
    if etrangers:
        return f"caractère non admis avant l’arobase : {' '.join(etrangers)}"
    return "point mal placé avant l’arobase"


def _lire(lue: re.Match[str]) -> ContactTrouve | None:
    """An address, unless the sign is the one of a « @pseudonyme » or of a price each."""
    domaine = lue["domaine"].rstrip(".!?'’…*")
    espacee = lue["arobase"].strip(" \xa0") != lue["arobase"]
    if not domaine or (espacee and ("." not in domaine or "." in domaine[-2:])):
        return None
    accole = _ACCOLE.match(lue["nom"])
    debut = lue.start() + (accole.end() if accole else 0)
    fin = lue.start("domaine") + len(domaine)
    if virgule := _VIRGULE.match(lue.string, fin):
        fin = virgule.end()
    ecrite = lue.string[debut:fin]
    valeur = ecrite.replace("@\n", "@")
    return ContactTrouve(debut, fin, ecrite, valeur, courriel_valide(valeur))
