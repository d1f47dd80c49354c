"""A parser of arguments that speaks French and raises."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import NoReturn

from segur_payment.erreurs import ErreurUsage

_ERREURS = (
    (r"the following arguments are required: (.*)", r"il manque : \1"),
    (r"unrecognized arguments: (.*)", r"arguments inconnus : \1"),
    (r"argument (\S+): expected one argument", r"\1 attend une valeur"),
    (r"argument (\S+): ignored explicit argument .*", r"\1 n’attend pas de valeur"),
    (r"argument ([^:]+): (.*)", r"\1 : \2"),
)
_COMMANDE = r"argument \S+: invalid choice: (['\"])(.*)\1 \(choose from (.*)\)"


class _Presentation(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        prefixe = "usage : " if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefixe)  # type: ignore[arg-type]

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and f"{heading} ")


class Analyseur(argparse.ArgumentParser):
    """A parser that raises and speaks French."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Presentation,
            **options,  # type: ignore[arg-type]
        )
        self.valeurs = self.add_argument_group("arguments")
        self.options = self.add_argument_group("options")
        self.options.add_argument("-h", "--help", action="help", help="afficher cette aide")

    def error(self, message: str) -> NoReturn:
        raise ErreurUsage(f"{_en_francais(message)}\nAide : {self.prog} --help")


def _en_francais(message: str) -> str:
    if trouve := re.fullmatch(_COMMANDE, message, re.DOTALL):
        return _commande_inconnue(trouve[2], re.findall(r"\w+", trouve[3]))
    for motif, traduction in _ERREURS:
        if trouve := re.fullmatch(motif, message, re.DOTALL):
            return trouve.expand(traduction)
    return f"arguments refusés : {message}"


def _commande_inconnue(donnee: str, connues: list[str]) -> str:
    inconnue = f"commande inconnue : « {donnee} »\n"
    if proches := get_close_matches(donnee.lower(), connues, n=1, cutoff=0.7):
        return f"{inconnue}Vouliez-vous dire « {proches[0]} » ?"
    return f"{inconnue}Au choix : {', '.join(connues)}"


def parmi(*admises: str) -> Callable[[str], str]:
    """The type of an argument that is one of ``admises``."""

    def lire(texte: str) -> str:
        if texte not in admises:
            raise argparse.ArgumentTypeError(f"« {texte} » refusé, au choix : {', '.join(admises)}")
        return texte

    return lire


def lire_date(texte: str) -> dt.date:
    """The type of an argument that is a day, as AAAA-MM-JJ."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", texte, re.ASCII):
            return dt.date.fromisoformat(texte)
    except ValueError:
        raise argparse.ArgumentTypeError(f"« {texte} » n’est pas un jour du calendrier") from None
    raise argparse.ArgumentTypeError(f"« {texte} » refusé, format attendu : AAAA-MM-JJ")
