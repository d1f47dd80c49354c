"""Small safe readings of pypdf objects, and the places of annotations on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NullObject,
    StreamObject,
)

from ._geometrie import aire
from ._moteur import Rectangle, repere, transformer

_TEXTE_MAX = 100_000
_ANCETRES_MAX = 50


def resoudre(objet: Any) -> Any:
    """The object behind a reference; None for the null object."""
    direct = objet.get_object() if hasattr(objet, "get_object") else objet
    return None if isinstance(direct, NullObject) else direct


def entree(dictionnaire: Any, cle: str) -> Any:
    """The resolved value of a key; None when absent or when this is no dictionary."""
    if not isinstance(dictionnaire, DictionaryObject):
        return None
    return resoudre(dictionnaire.raw_get(cle)) if cle in dictionnaire else None


def dictionnaire(objet: Any, cle: str) -> DictionaryObject:
    """The same, where a dictionary is expected: an empty one otherwise."""
    valeur = entree(objet, cle)
    return valeur if isinstance(valeur, DictionaryObject) else DictionaryObject()


def tableau(objet: Any, cle: str) -> list[Any]:
    """The same, where an array is expected. Its elements are not resolved."""
    valeur = entree(objet, cle)
    return list(valeur) if isinstance(valeur, ArrayObject) else []


def texte(valeur: Any) -> str | None:
    """A string or a name (without its slash) as text; None for anything else."""
    if isinstance(valeur, StreamObject):
        valeur = valeur.get_data()[:_TEXTE_MAX]
    if isinstance(valeur, NameObject):
        return str(valeur)[1:]
    if isinstance(valeur, ByteStringObject | bytes):
        return bytes(valeur).decode("latin-1")[:_TEXTE_MAX]
    return str(valeur)[:_TEXTE_MAX] if isinstance(valeur, str) else None


def identifiant(objet: Any) -> tuple[str, int]:
    """What tells two objects apart: the reference, or the identity of a direct object."""
    reference = getattr(objet, "indirect_reference", None)
    if hasattr(objet, "idnum"):
        reference = objet
    return ("ref", reference.idnum) if reference is not None else ("direct", id(objet))


def ressources_de(objet: Any) -> Any:
    """What a page or a form draws with; a page may have it from the nodes above."""
    noeud = objet
    for _ in range(_ANCETRES_MAX):
        siennes = entree(noeud, "/Resources")
        if siennes is not None or entree(noeud, "/Type") not in ("/Page", "/Pages"):
            return siennes
        noeud = entree(noeud, "/Parent")
    return None


class Pages:
    """Where annotations are: number of the page and box on the displayed page."""

    def __init__(self, lecteur: PdfReader) -> None:
        self.pages: list[DictionaryObject] = list(lecteur.pages)
        self.numeros: dict[tuple[str, int], int] = {}
        for numero, page in enumerate(self.pages, 1):
            for annotation in tableau(page, "/Annots"):
                self.numeros.setdefault(identifiant(annotation), numero)

    def annotations(self) -> Iterator[Any]:
        """Every annotation of every page, references not resolved."""
        for page in self.pages:
            yield from tableau(page, "/Annots")

    def place(self, widget: Any) -> tuple[int | None, Rectangle | None]:
        """Number of the page and box; None for what is on no page or has no extent."""
        numero = self.numeros.get(identifiant(widget))
        if numero is None:
            return None, None
        coins = [_nombre(c) for c in tableau(widget, "/Rect")]
        if len(coins) != 4:
            return numero, None
        x0, x1 = sorted(coins[::2])
        y0, y1 = sorted(coins[1::2])
        boite = transformer(self._repere(numero), (x0, y0, x1, y1))
        return numero, boite if aire(boite) > 0 else None

    def _repere(self, numero: int) -> Any:
        page: Any = self.pages[numero - 1]
        visible, support = page.cropbox, page.mediabox
        cadre = (
            max(float(visible.left), float(support.left)),
            max(float(visible.bottom), float(support.bottom)),
            min(float(visible.right), float(support.right)),
            min(float(visible.top), float(support.top)),
        )
        return repere(int(page.rotation) // 90 % 4, cadre)


def _nombre(objet: Any) -> float:
    valeur = resoudre(objet)
    return float(valeur) if isinstance(valeur, int | float) else 0.0
