"""The character codes that a page shows, font by font."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ContentStream, StreamObject

from ._objets_pdf import dictionnaire, entree, identifiant, resoudre, ressources_de, tableau

Identifiant = tuple[str, int]
_PROFONDEUR_MAX, _OCTETS_MAX = 6, 4_000_000
_MONTRENT = {b"Tj": 0, b"'": 0, b'"': 2, b"TJ": 0}
"""Operators that show text, and the place of their text."""


def codes_montres(page: Any, largeurs: dict[Identifiant, int]) -> Iterator[tuple[Identifiant, int]]:
    """Each code that the page shows in one of the fonts, and that font.

    Args:
        page: a page of pypdf.
        largeurs: the fonts that matter, with the bytes of one of their codes.

    Raises:
        ValueError: the drawing is too long to be followed, or too deep.
    """
    dessin = page.get_contents()
    yield from _dans(dessin, page.pdf, ressources_de(page), largeurs, _PROFONDEUR_MAX)


class _Courante:
    """The font in force, as « q », « Q », « Tf » and « gs » set it."""

    def __init__(self, ressources: Any) -> None:
        self.police: Identifiant | None = None
        self._polices = dictionnaire(ressources, "/Font")
        self._etats = dictionnaire(ressources, "/ExtGState")
        self._gardees: list[Identifiant | None] = []

    def suivre(self, operateur: bytes, operandes: Any) -> None:
        if operateur == b"q":
            self._gardees.append(self.police)
        elif operateur == b"Q":
            self.police = self._gardees.pop() if self._gardees else None
        elif operateur == b"Tf":
            self._choisir(entree(self._polices, operandes[0]))
        elif operateur == b"gs":
            for police in tableau(entree(self._etats, operandes[0]), "/Font")[:1]:
                self._choisir(resoudre(police))

    def _choisir(self, police: Any) -> None:
        self.police = identifiant(police) if police is not None else None


def _dans(
    flux: Any, pdf: Any, ressources: Any, largeurs: dict[Identifiant, int], profondeur: int
) -> Iterator[tuple[Identifiant, int]]:
    if flux is None:
        return
    if not profondeur or len(flux.get_data()) > _OCTETS_MAX:
        raise ValueError("dessin trop long ou trop profond")
    courante, formes = _Courante(ressources), dictionnaire(ressources, "/XObject")
    for operandes, operateur in ContentStream(flux, pdf).operations:
        courante.suivre(operateur, operandes)
        if operateur == b"Do":
            forme = entree(formes, operandes[0])
            if isinstance(forme, StreamObject) and entree(forme, "/Subtype") == "/Form":
                siennes = entree(forme, "/Resources") or ressources
                yield from _dans(forme, pdf, siennes, largeurs, profondeur - 1)
        elif operateur in _MONTRENT and courante.police in largeurs:
            for code in _codes(operandes[_MONTRENT[operateur]], largeurs[courante.police]):
                yield courante.police, code


def _codes(montre: Any, largeur: int) -> Iterator[int]:
    for chaine in montre if isinstance(montre, list) else [montre]:
        octets = getattr(chaine, "original_bytes", chaine)
        if isinstance(octets, bytes):
            for debut in range(0, len(octets), largeur):
                yield int.from_bytes(octets[debut : debut + largeur], "big")
