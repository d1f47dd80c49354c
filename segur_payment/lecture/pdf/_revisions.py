"""What the structure shows done to a file after a signature: signs for a person, no proof.

The state that was signed and the state of now are compared part by part: pages, annotations,
fields, validation data, the rest. Only a verifier proves that nothing else changed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from ._champs import feuilles, genre_de
from ._objets_pdf import Pages, dictionnaire, entree, resoudre, tableau
from .modele import Suite

_OBJETS_MAX = 20_000
_ORDRE: tuple[Suite, ...] = ("aucune", "archivage", "formulaire", "annotations", "autre")
_HORS_PAGE = frozenset(("/Parent", "/Annots", "/P", "/StructParents", "/Tabs", "/LastModified"))
_HORS_RACINE = frozenset(
    ("/Pages", "/AcroForm", "/DSS", "/Perms", "/Metadata", "/Extensions", "/Version")
)
Changement = tuple[Suite, str]


class Suites:
    """What was done after each end of a signature, worked out once."""

    def __init__(self, octets: bytes) -> None:
        self._octets = octets
        self._connues: dict[int, tuple[Suite | None, tuple[str, ...]]] = {}

    @cached_property
    def _maintenant(self) -> Etat:
        return Etat.de(self._octets)

    def apres(self, fin: int) -> tuple[Suite | None, tuple[str, ...]]:
        """The gravest kind of change after byte ``fin``, and all of them in French."""
        if fin not in self._connues:
            self._connues[fin] = self._apres(fin)
        return self._connues[fin]

    def _apres(self, fin: int) -> tuple[Suite | None, tuple[str, ...]]:
        if b"startxref" not in self._octets[fin:]:
            return "aucune", ()
        try:
            changements = list(_comparer(Etat.de(self._octets[:fin]), self._maintenant))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - what cannot be compared is not known
            return None, ("le fichier a été complété sans que l’on puisse dire de quoi",)
        if not changements:
            return "archivage", ("le fichier a été complété, rien de visible n’a changé",)
        gravite = max((niveau for niveau, _ in changements), key=_ORDRE.index)
        return gravite, tuple(dit for _, dit in changements)


class Etat:
    """One state of a document, each part of it boiled down to something comparable."""

    def __init__(self, racine: Any, pages: Pages) -> None:
        self._reste = _OBJETS_MAX
        self.pages = [self._empreinte(page, _HORS_PAGE, ()) for page in pages.pages]
        self.annotations = [list(self._annotations(page)) for page in pages.pages]
        self.champs: dict[str, Any] = {}
        self.signatures: set[str] = set()
        for feuille in feuilles(racine, pages):
            if genre_de(feuille) == "signature":
                if isinstance(feuille.valeur, DictionaryObject):
                    self.signatures.add(feuille.nom)
            else:
                self.champs[feuille.nom] = repr(feuille.valeur)[:1000]
        self.preuves = self._empreinte(dictionnaire(racine, "/DSS"), frozenset(), ())
        self.autres = self._empreinte(racine, _HORS_RACINE, ())

    @classmethod
    def de(cls, octets: bytes) -> Etat:
        """The state of a file opened anew: reading a page with pypdf changes it in memory."""
        lecteur = PdfReader(io.BytesIO(octets))
        lecteur.resolved_objects.clear()
        return cls(resoudre(lecteur.trailer["/Root"]), Pages(lecteur))

    def _annotations(self, page: DictionaryObject) -> Iterator[Any]:
        for annotation in tableau(page, "/Annots"):
            objet = resoudre(annotation)
            if entree(objet, "/Subtype") != "/Widget":
                yield self._empreinte(objet, _HORS_PAGE, ())

    def _empreinte(self, objet: Any, sauf: frozenset[str], vus: tuple[int, ...]) -> Any:
        """The object with everything below it, as a value that compares equal or not."""
        self._reste -= 1
        if self._reste < 0:
            raise ValueError("trop d'objets à comparer")
        if isinstance(objet, IndirectObject):
            if objet.idnum in vus:
                return "boucle"
            return self._empreinte(resoudre(objet), sauf, (*vus, objet.idnum))
        if isinstance(objet, DictionaryObject):
            if vus and objet.get("/Type") in ("/Page", "/Pages", "/Catalog"):
                return objet["/Type"]
            corps = bytes(objet._data) if isinstance(objet, StreamObject) else b""
            cles = {
                cle: self._empreinte(objet.raw_get(cle), sauf, (*vus, -1))
                for cle in objet
                if cle not in sauf and not (corps and cle == "/Length")
            }
            return cles, corps
        if isinstance(objet, ArrayObject):
            return [self._empreinte(element, sauf, vus) for element in list(objet)]
        return repr(objet)


def _comparer(avant: Etat, apres: Etat) -> Iterator[Changement]:
    yield from _nombre(avant.pages, apres.pages)
    for page, (une, autre) in enumerate(zip(avant.pages, apres.pages, strict=False), 1):
        if une != autre:
            yield "autre", f"contenu de la page {page} modifié"
    paires = zip(avant.annotations, apres.annotations, strict=False)
    for page, (unes, autres) in enumerate(paires, 1):
        if unes != autres:
            yield "annotations", f"annotation ajoutée ou modifiée page {page}"
    for dit, unes_, autres_ in (
        ("signature « {} » ajoutée", avant.signatures, apres.signatures),
        ("champ « {} » ajouté", avant.champs.keys(), apres.champs.keys()),
    ):
        yield from (("formulaire", dit.format(nom)) for nom in sorted(autres_ - unes_))
    yield from _disparus("signature « {} » retirée", avant.signatures - apres.signatures)
    yield from _disparus("champ « {} » retiré", avant.champs.keys() - apres.champs.keys())
    for nom in sorted(avant.champs.keys() & apres.champs.keys()):
        if avant.champs[nom] != apres.champs[nom]:
            yield "formulaire", f"champ « {nom} » rempli ou modifié"
    if avant.preuves != apres.preuves:
        yield "archivage", "éléments de validation ajoutés"
    if avant.autres != apres.autres:
        yield "autre", "autre partie du document modifiée (pièces jointes, actions, structure)"


def _nombre(avant: list[Any], apres: list[Any]) -> Iterator[Changement]:
    if (ecart := len(apres) - len(avant)) != 0:
        accord = "s" if abs(ecart) > 1 else ""
        fait = "ajoutée" if ecart > 0 else "retirée"
        yield "autre", f"{abs(ecart)} page{accord} {fait}{accord}"


def _disparus(dit: str, noms: Any) -> Iterator[Changement]:
    formater: Callable[[str], str] = dit.format
    yield from (("autre", formater(nom)) for nom in sorted(noms))
