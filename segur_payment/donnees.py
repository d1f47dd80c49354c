"""TOML and JSON that people write: one reading for all, and its refusals in French."""

from __future__ import annotations

import json
import re
import tomllib
from decimal import Decimal
from typing import Any, NoReturn

_TROP_PROFOND = "trop de niveaux imbriqués"
_RAISONS = (
    ("Cannot overwrite a value", "clé écrite deux fois"),
    ("Cannot declare", "section ouverte deux fois"),
    ("Unterminated string", "guillemet jamais refermé"),
    ("Invalid value", "valeur mal écrite (un texte se met entre guillemets)"),
    ("Expected '='", "signe = attendu après la clé"),
    ("Expected ']'", "crochet jamais refermé"),
    ("Expected newline", "une seule valeur par ligne"),
)


class DonneesRefusees(ValueError):
    """The text is not well formed; says where, in French. Callers give it their own type."""


def lire_toml(octets: bytes) -> dict[str, Any]:
    """The data of a TOML document in UTF-8, its decimals exact; a byte order mark is skipped.

    Raises:
        DonneesRefusees: it is not UTF-8, not TOML, or too deep.
    """
    texte = _texte(octets)
    try:
        return tomllib.loads(texte, parse_float=Decimal)
    except tomllib.TOMLDecodeError as erreur:
        raise DonneesRefusees(_faute_de_toml(str(erreur), texte)) from erreur
    except RecursionError as erreur:
        raise DonneesRefusees(f"TOML refusé : {_TROP_PROFOND}") from erreur


def lire_json(octets: bytes) -> object:
    """The data of a JSON document in UTF-8, read likewise; no key twice, no NaN.

    Raises:
        DonneesRefusees: it is not UTF-8, not JSON, or too deep.
    """
    texte = _texte(octets)
    try:
        return json.loads(
            texte, parse_float=Decimal, parse_constant=_pas_un_nombre, object_pairs_hook=_objet
        )
    except json.JSONDecodeError as erreur:
        lieu = f"ligne {erreur.lineno}, colonne {erreur.colno}"
        raise DonneesRefusees(f"JSON mal formé, {lieu}") from erreur
    except RecursionError as erreur:
        raise DonneesRefusees(f"JSON refusé : {_TROP_PROFOND}") from erreur


def _texte(octets: bytes) -> str:
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as erreur:
        ligne = octets.count(b"\n", 0, erreur.start) + 1
        raise DonneesRefusees(f"texte UTF-8 attendu, ligne {ligne}") from erreur


def _faute_de_toml(message: str, texte: str) -> str:
    if lieu := re.search(r"\(at line (\d+), column (\d+)\)", message):
        ligne, colonne = lieu.groups()
    else:  # « at end of document »
        ligne, colonne = str(texte.count("\n") + 1), str(len(texte) - texte.rfind("\n"))
    raison = next((f" : {r}" for debut, r in _RAISONS if message.startswith(debut)), "")
    return f"TOML mal formé, ligne {ligne}, colonne {colonne}{raison}"


def _pas_un_nombre(constante: str) -> NoReturn:
    raise DonneesRefusees(f"JSON refusé : {constante} n’est pas un nombre")


def _objet(paires: list[tuple[str, Any]]) -> dict[str, Any]:
    objet = dict(paires)
    if len(objet) < len(paires):
        cles = [cle for cle, _ in paires]
        double = next(cle for cle in cles if cles.count(cle) > 1)
        raise DonneesRefusees(f"JSON refusé : clé « {double} » écrite deux fois")
    return objet
