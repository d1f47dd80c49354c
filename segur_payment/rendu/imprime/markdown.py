"""A writing as Markdown (CommonMark), where the words of others are never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segur_payment.rendu.imprime.blocs import Bloc, Ecrit, Genre, Tableau

_ACTIFS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_DEBUT = re.compile(r"^(\d*)([-+=.)])")
"""What would begin a list, a rule or a heading."""
_MARQUES = {
    Genre.INTITULE: "# ",
    Genre.TITRE: "## ",
    Genre.POINT: "### ",
    Genre.RUBRIQUE: "- ",
    Genre.EXIGENCE: "- ",
    Genre.PUCE: "- ",
    Genre.CITATION: "  > ",
    Genre.NOTE: "",
}
_SERRES = (Genre.RUBRIQUE, Genre.EXIGENCE, Genre.PUCE)


def en_markdown(ecrit: Ecrit) -> str:
    """The writing, its band first and last: a Markdown file has no pages."""
    avis, phrase = map(echapper, ecrit.bandeau)
    bandeau = f"> **{avis}** {phrase}"
    corps = "".join(_corps(ecrit))
    return f"{bandeau}\n\n{corps}---\n\n{bandeau}\n"


def _corps(ecrit: Ecrit) -> Iterator[str]:
    blocs = [b for b in ecrit.blocs if not isinstance(b, Tableau)]
    for rang, bloc in enumerate(blocs):
        suivant = blocs[rang + 1].genre if rang + 1 < len(blocs) else None
        serre = bloc.genre in _SERRES and suivant in _SERRES
        if bloc.genre is Genre.ADRESSE and suivant is Genre.ADRESSE:
            yield f"{_ligne(bloc)}\\\n"
        else:
            yield _ligne(bloc) + ("\n" if serre else "\n\n")


def _ligne(bloc: Bloc) -> str:
    texte = echapper(bloc.texte)
    if bloc.genre is Genre.FORT:
        texte = f"**{texte}**"
    avant = f"**{echapper(bloc.nom)}** " if bloc.nom else ""
    avant = _MARQUES.get(bloc.genre, "") + avant
    return avant + texte if avant else _DEBUT.sub(r"\1\\\2", texte)


def echapper(texte: str) -> str:
    """``texte`` without anything that Markdown would act on."""
    return _ACTIFS.sub(r"\\\1", texte)
