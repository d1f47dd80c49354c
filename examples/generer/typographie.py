"""French typography and dates: the texts are typed plainly, no-break spaces are put here."""

import re
from datetime import date

INSECABLE = "\N{NO-BREAK SPACE}"
_MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_A_LIER = (
    re.compile(r" (?=[:;?!»%€])"),
    re.compile(r"(?<=«) "),
    re.compile(r"(?<=\d) (?=\d{3}\b)"),
    re.compile(r"(?<=\b\d{5}) (?=[A-Z])"),
    re.compile(r"(?<=€) (?=HT|TTC)"),
    re.compile(r"(?<=\bn°) "),
    re.compile(r"(?<=\d) (?=(?:jours|heures|h)\b)"),
    re.compile(r"(?<=\bM\.) |(?<=\bMme) "),
)


def typo(texte: str) -> str:
    """The text with its no-break spaces."""
    for motif in _A_LIER:
        texte = motif.sub(INSECABLE, texte)
    return texte


def en_lettres(jour: date) -> str:
    """The day as a letter writes it: « 1er mars 2025 », « 12 février 2025 »."""
    numero = "1er" if jour.day == 1 else str(jour.day)
    return f"{numero}{INSECABLE}{_MOIS[jour.month - 1]} {jour.year}"


def en_chiffres(jour: date) -> str:
    """The day as a form writes it: « 12/02/2025 »."""
    return f"{jour:%d/%m/%Y}"
