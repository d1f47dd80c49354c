"""The caller's mistakes. A bad dossier or a bad file never raises: it gives constats.

::

    ErreurSegur
    ├── ErreurDepot       the deposit package cannot be made of these files and this verdict
    ├── ErreurEntree      the path, the manifest or the JSON is not a dossier
    ├── ErreurKit         the testing kit is asked for what does not exist (segur_payment.testing)
    ├── ErreurPdf         no PDF can be written: extra missing
    ├── ErreurPhase       nobody said the phase and nothing in the files tells it
    ├── ErreurPolitique   the politique is not usable
    ├── ErreurSignatures  no verifier of signatures, or unusable trust roots
    ├── ErreurSortie      the command cannot write where it is told to
    ├── ErreurUsage       the command line itself is wrong
    └── ErreurVerdict     an earlier verdict cannot serve here
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError


class ErreurSegur(Exception):
    """Base of every exception of the library; its text is in French, for a person."""


class ErreurEntree(ErreurSegur):
    """The input is not a dossier: missing path, wrong types, unknown keys, manifest outside."""


class ErreurDepot(ErreurSegur):
    """The deposit package is refused: the decision, or files that are not those judged."""


class ErreurPdf(ErreurSegur):
    """No PDF can be written: the extra ``[pdf]`` is not installed."""


class ErreurPhase(ErreurSegur):
    """The phase was not given and no recognised piece tells it."""


class ErreurPolitique(ErreurSegur):
    """The politique names an unknown code, gives no reason, or is no politique."""


class ErreurSignatures(ErreurSegur):
    """The check of signatures cannot be set up: extra missing, trust roots unusable."""


class ErreurSortie(ErreurSegur):
    """The command cannot write there: over what it reads, or where nothing can be written."""


class ErreurUsage(ErreurSegur):
    """The command line itself is wrong."""


class ErreurVerdict(ErreurSegur):
    """An earlier verdict is no verdict, or is not about the same request."""


def en_clair(erreur: ValidationError) -> str:
    """One French line per fault of a pydantic error, each with the path to it."""
    return "\n".join(_ligne(detail["loc"], detail["type"]) for detail in erreur.errors())


def _ligne(chemin: tuple[int | str, ...], genre: str) -> str:
    ou = ".".join(map(str, chemin)) or "racine"
    return f"{ou} : {_MESSAGES.get(genre, f'valeur refusée ({genre})')}"


_MESSAGES = {
    "extra_forbidden": "clé inconnue",
    "missing": "valeur obligatoire absente",
    "string_type": "texte attendu",
    "string_too_short": "texte vide",
    "bool_parsing": "vrai ou faux attendu",
    "bool_type": "vrai ou faux attendu",
    "int_parsing": "nombre entier attendu",
    "decimal_parsing": "montant attendu, par exemple 30000.00",
    "decimal_type": "montant attendu, par exemple 30000.00",
    "decimal_max_places": "deux décimales au plus",
    "date_parsing": "date attendue au format AAAA-MM-JJ",
    "date_from_datetime_parsing": "date attendue au format AAAA-MM-JJ",
    "date_type": "date attendue au format AAAA-MM-JJ",
    "datetime_parsing": "date et heure attendues",
    "timezone_aware": "date et heure avec fuseau attendues",
    "enum": "valeur hors de la liste admise",
    "literal_error": "valeur hors de la liste admise",
    "union_tag_invalid": "valeur hors de la liste admise",
    "union_tag_not_found": "type ou phase absent",
    "tuple_type": "liste attendue",
    "model_type": "objet attendu",
    "model_attributes_type": "objet attendu",
    "dict_type": "objet attendu",
    "json_invalid": "JSON mal formé",
}
