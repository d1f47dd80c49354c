"""Web links: found with or without their scheme, over two lines, even misspelt."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from segur_payment.langue.courriels import ContactTrouve, defaut_de_domaine

_EXTENSIONS = "fr|com|net|org|eu|io|sante|health|care|app|dev|info|bzh|re|paris|be|ch|tech|cloud"
_SUITE = r"[^\s<>\"«»“”|\\^`{}]"
_B = r"[ \xa0\u2009\u202f]"
_LIEN = re.compile(
    rf"(?P<protocole>\bh?tt?ps?(?:{_B}?:{_B}?/{{0,3}}{_B}?|;//|//)(?=\w))(?P<a>{_SUITE}+)"
    rf"|(?<![\w@./-])www?w?\.(?P<b>{_SUITE}+)"
    rf"|(?<![\w@./:-])(?:[\w-]+\.)+(?:{_EXTENSIONS})(?![\w@-]|\.\w)(?P<c>[/?#]{_SUITE}*|:[0-9]+{_SUITE}*)?",
    re.IGNORECASE,
)
_SUR_LA_LIGNE_SUIVANTE = re.compile(rf"[ \t\xa0]*\r?\n[ \t\xa0]*({_SUITE}+)")
_PROTOCOLE_ESPACE = re.compile(rf"(https?){_B}*:{_B}*//{_B}*", re.IGNORECASE)
"""French typography, and some text engines, put a blank around the colon."""
_IP = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_PROTOCOLE = re.compile(r"(?i:https?)://")


def liens(texte: str) -> list[ContactTrouve]:
    """Every link of a text; `valeur` is without the line break, or the blank at its colon."""
    trouves: list[ContactTrouve] = []
    for lu in _LIEN.finditer(texte):
        if trouves and lu.start() < trouves[-1].fin:
            continue
        valeur, fin = _jusqu_au_bout(texte, lu)
        if len(valeur) > 3:
            ecrit = texte[lu.start() : fin]
            trouves.append(ContactTrouve(lu.start(), fin, ecrit, valeur, lien_valide(valeur)))
    return trouves


def lien_valide(lien: str) -> str | None:
    """None for a link that a browser opens, with or without its scheme; else what is wrong."""
    adresse = _PROTOCOLE_ESPACE.sub(r"\1://", lien.strip())
    if not adresse:
        return "lien vide"
    if re.search(r"\s", adresse):
        return "espace dans le lien"
    avec = _PROTOCOLE.match(adresse)
    if avec is None and re.match(r"(?i)h?tt?ps?(?:[:;]|//)|[a-z]+:/", adresse):
        return "protocole mal écrit : https:// attendu"
    try:
        partie = urlsplit(adresse if avec else f"https://{adresse}")
        hote, _ = partie.hostname, partie.port
    except ValueError:
        return "lien mal formé"
    if not hote:
        return "lien sans nom de site"
    return None if _IP.fullmatch(hote) else defaut_de_domaine(hote.removesuffix("."))


def lien_securise(lien: str) -> bool | None:
    """Whether the link says https; None when it says no scheme."""
    adresse = lien.strip().lower()
    if adresse.startswith("https://"):
        return True
    return False if re.match(r"[a-z]+:", adresse) and not re.match(r"[^/]*\.", adresse) else None


def _jusqu_au_bout(texte: str, lu: re.Match[str]) -> tuple[str, int]:
    """The link and where it ends, without the punctuation of the sentence."""
    valeur, fin = lu[0], lu.end()
    suite = _SUR_LA_LIGNE_SUIVANTE.match(texte, fin)
    if suite and _continue(valeur, suite[1]):
        valeur, fin = valeur + suite[1], suite.end()
    propre = _sans_ponctuation(valeur)
    return _PROTOCOLE_ESPACE.sub(r"\1://", propre), fin - (len(valeur) - len(propre))


def _continue(valeur: str, suite: str) -> bool:
    """Whether a link cut at the end of a line goes on, rather than a new word."""
    if valeur[-1] in "-_=?&%#":
        return suite[0].isalnum()
    return valeur[-1] == "/" and re.match(r"[a-z0-9]+(?:[-_/=?#]|\.[a-z])\w", suite) is not None


def _sans_ponctuation(valeur: str) -> str:
    while valeur:
        fin = valeur[-1]
        ouvrante = {")": "(", "]": "["}.get(fin)
        seule = ouvrante is not None and valeur.count(fin) > valeur.count(ouvrante)
        if fin not in ".,;:!?'’…*" and not seule:
            break
        valeur = valeur[:-1]
    return valeur
