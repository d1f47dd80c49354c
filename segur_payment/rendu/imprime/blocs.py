"""What a writing is made of, before it is laid out; every text is plain and already safe."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Genre(StrEnum):
    """What a block is for; each output gives it its look."""

    INTITULE = "intitule"
    ADRESSE = "adresse"
    OBJET = "objet"
    REFERENCE = "reference"
    APPEL = "appel"
    TEXTE = "texte"
    FORT = "fort"
    TITRE = "titre"
    POINT = "point"
    RUBRIQUE = "rubrique"
    EXIGENCE = "exigence"
    CITATION = "citation"
    PUCE = "puce"
    CLOTURE = "cloture"
    NOTE = "note"
    CELLULE = "cellule"
    NOMBRE = "nombre"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Bloc:
    """A paragraph, with the name that stands before it in a heavier type, if any."""

    genre: Genre
    texte: str
    nom: str = ""


@dataclass(frozen=True, slots=True)
class Tableau:
    """Rows of cells, each cell a few blocks; ``parts`` share the width."""

    entetes: tuple[str, ...]
    parts: tuple[float, ...]
    lignes: tuple[tuple[tuple[Bloc, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Ecrit:
    """A whole writing. ``bandeau``, a heading and a sentence, stands on every page."""

    titre: str
    bandeau: tuple[str, str]
    pied: str
    date: dt.date
    blocs: tuple[Bloc | Tableau, ...]
    alerte: bool = True
    """Whether the band is a warning."""
