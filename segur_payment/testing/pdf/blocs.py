"""What a document is made of, whatever its style: each style draws the same few blocks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Intertitre:
    """Heading of a part."""

    texte: str


@dataclass(frozen=True, slots=True)
class Para:
    """Paragraph."""

    texte: str


@dataclass(frozen=True, slots=True)
class Puces:
    """Bulleted list."""

    lignes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fiche:
    """Labels and their values."""

    lignes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choix:
    """One choice among several: a form shows its boxes, any other style says the sentence."""

    phrase: str
    intitule: str
    options: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Visa:
    """Signature block of one party; without ``mention`` nor ``trace``, nobody has signed."""

    partie: str
    nom: str = ""
    qualite: str = ""
    date: str = ""
    mention: str = ""
    trace: bool = False


@dataclass(frozen=True, slots=True)
class Visas:
    """Signature blocks, side by side where the page is wide enough."""

    blocs: tuple[Visa, ...]


Bloc = Intertitre | Para | Puces | Fiche | Choix | Visas


@dataclass(frozen=True, slots=True)
class Document:
    """A document and what it says; ``emetteur`` is the house whose letterhead it bears."""

    titre: str
    sous_titre: str
    emetteur: str
    corps: tuple[Bloc, ...]
