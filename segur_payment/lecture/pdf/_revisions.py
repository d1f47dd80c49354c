"""What the structure shows done to a file after a signature: signs for a person, no proof.

The state that was signed and the state of now are compared part by part: pages, annotations,
fields, validation data, the rest. Only a verifier proves that nothing else changed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from ._champs import feuilles, genre_de
from ._objets_pdf import Pages, dictionnaire, entree, resoudre, tableau
from .modele import Suite

_OBJETS_MAX = 20_000
_ORDRE: tuple[Suite, ...] = ("aucune", "archivage", "formulaire", "annotations", "autre")
_HORS_PAGE = frozenset(
    ("/Parent", "/Annots", "/P", "/StructParent", "/StructParents", "/Tabs", "/LastModified",
     "/Metadata", "/PieceInfo")
)  # fmt: skip
_DESSUS = frozenset(("/Page", "/Pages", "/Catalog"))
_HORS_RACINE = frozenset(
    ("/Pages", "/AcroForm", "/DSS", "/Perms", "/Metadata", "/Extensions", "/Version",
     "/StructTreeRoot", "/MarkInfo", "/PieceInfo")
)  # fmt: skip
Changement = tuple[Suite, str]


@dataclass(frozen=True, slots=True)
class Apres:
    """What was done after a signature."""

    suite: Suite | None = None
    """The gravest kind of change; None: nobody can tell."""
    ajouts: tuple[str, ...] = ()
    """All changes, in French."""
    champs: tuple[str, ...] = ()
    """Fields other than signatures whose value or look changed."""


class Suites:
    """What was done after each end of a signature, worked out once."""

    def __init__(self, octets: bytes) -> None:
        self._octets = octets
        self._connues: dict[int, Apres] = {}

    @cached_property
    def _maintenant(self) -> Etat:
        return Etat.de(self._octets)

    def apres(self, fin: int) -> Apres:
        """What was done after byte ``fin``."""
        if fin not in self._connues:
            self._connues[fin] = self._apres(fin)
        return self._connues[fin]

    def _apres(self, fin: int) -> Apres:
        if b"startxref" not in self._octets[fin:]:
            return Apres("aucune")
        try:
            avant, apres = Etat.de(self._octets[:fin]), self._maintenant
            changements = list(_comparer(avant, apres))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - what cannot be compared is not known
            return Apres(None, ("le fichier a été complété sans que l’on puisse dire de quoi",))
        if not changements:
            return Apres("archivage", ("le fichier a été complété, rien de visible n’a changé",))
        gravite = max((niveau for niveau, _ in changements), key=_ORDRE.index)
        communs = sorted(avant.champs.keys() & apres.champs.keys())
        changes = tuple(nom for nom in communs if avant.champs[nom] != apres.champs[nom])
        return Apres(gravite, tuple(dit for _, dit in changements), changes)


class Etat:
    """One state of a document, each part of it boiled down to something comparable."""

    def __init__(self, racine: Any, pages: Pages) -> None:
        self._reste = _OBJETS_MAX
        self._connues: dict[int, str] = {}
        self.pages = [self._empreinte(page, _HORS_PAGE) for page in pages.pages]
        self.annotations = [list(self._annotations(page)) for page in pages.pages]
        self.champs: dict[str, str] = {}
        self.signatures: set[str] = set()
        for feuille in feuilles(racine, pages):
            if genre_de(feuille) == "signature":
                if isinstance(feuille.valeur, DictionaryObject):
                    self.signatures.add(feuille.nom)
            else:
                vue = self._empreinte(dictionnaire(feuille.objet, "/AP"))
                self.champs[feuille.nom] = f"{vue} {feuille.valeur!r}"[:1000]
        self.preuves = self._empreinte(dictionnaire(racine, "/DSS"))
        self.autres = self._empreinte(racine, _HORS_RACINE)

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
                yield self._empreinte(objet, _HORS_PAGE)

    def _empreinte(self, objet: Any, sauf: frozenset[str] = frozenset()) -> str:
        """The object with everything below it, as a digest; the same object is read once."""
        if isinstance(objet, IndirectObject):
            if objet.idnum not in self._connues:
                self._connues[objet.idnum] = "boucle"
                direct = resoudre(objet)
                dessus = isinstance(direct, DictionaryObject) and direct.get("/Type") in _DESSUS
                self._connues[objet.idnum] = "" if dessus else self._empreinte(direct)
            return self._connues[objet.idnum]
        self._reste -= 1
        if self._reste < 0:
            raise ValueError("trop d'objets à comparer")
        resume = sha256()
        if isinstance(objet, DictionaryObject):
            corps = bytes(objet._data) if isinstance(objet, StreamObject) else b""
            resume.update(corps)
            for cle in sorted(set(objet) - sauf - ({"/Length"} if corps else set())):
                resume.update(f"{cle} {self._empreinte(objet.raw_get(cle))} ".encode())
        elif isinstance(objet, ArrayObject):
            for element in list(objet):
                resume.update(f"{self._empreinte(element)} ".encode())
        else:
            resume.update(repr(objet).encode("utf-8", "replace"))
        return resume.hexdigest()


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
