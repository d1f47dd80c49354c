"""What a document is made of, whatever its style: each style draws the same few blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Intertitre:
    """Heading of a part."""

    texte: str


@dataclass(frozen=True)
class Para:
    """Paragraph."""

    texte: str


@dataclass(frozen=True)
class Puces:
    """Bulleted list."""

    lignes: tuple[str, ...]


@dataclass(frozen=True)
class Fiche:
    """Labels and their values."""

    lignes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tableau:
    """Table with a heading row; ``parts`` are the widths of its columns, summing to 1."""

    entetes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    parts: tuple[float, ...]


@dataclass(frozen=True)
class Cases:
    """Check boxes, drawn as vector squares: crossed when True."""

    lignes: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Visa:
    """Signature block of one party; without ``mention`` nor ``trace``, nobody has signed."""

    partie: str
    nom: str
    qualite: str
    date: str = ""
    mention: str = ""
    trace: bool = False


@dataclass(frozen=True)
class Visas:
    """Signature blocks, side by side."""

    blocs: tuple[Visa, ...]


Bloc = Intertitre | Para | Puces | Fiche | Tableau | Cases | Visas


@dataclass(frozen=True)
class EnTete:
    """Who writes: name, lines of address, line at the foot of the page, colour of the house."""

    nom: str
    lignes: tuple[str, ...]
    pied: str
    couleur: tuple[int, int, int] = (31, 78, 121)


@dataclass(frozen=True)
class Document:
    """A document and what it says; ``cree`` is the creation date written in the PDF."""

    titre: str
    sous_titre: str
    entete: EnTete
    cree: datetime
    corps: tuple[Bloc, ...]


@dataclass(frozen=True)
class Champ:
    """Field of a form: label, value, part of the width of its row (six parts in a row)."""

    libelle: str
    valeur: str
    parts: int = 3


@dataclass(frozen=True)
class Section:
    """Numbered part of a form."""

    titre: str
    champs: tuple[Champ, ...]


@dataclass(frozen=True)
class Imprime:
    """A filled form: its sections, the joined pieces that are ticked, and the signature."""

    titre: str
    sous_titre: str
    cree: datetime
    sections: tuple[Section, ...]
    pieces: tuple[str, ...]
    engagement: str
    visa: Visa
