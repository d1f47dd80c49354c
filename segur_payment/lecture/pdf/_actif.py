"""What a PDF may do by itself, or carry with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from pypdf.generic import DictionaryObject

from ._objets_pdf import Pages, dictionnaire, entree, identifiant, resoudre, tableau, texte

JAVASCRIPT, LANCEMENT = "javascript", "lancement"
EXECUTABLE, FICHIER = "executable_embarque", "fichier_embarque"
_VISITES_MAX = 50_000
_MAGIES = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
_EXTENSIONS = frozenset(
    re.findall(
        r"\w+",
        "app appx bat bin cmd com cpl dll docm dotm elf exe gadget hta iso jar js jse lnk "
        "msi msp pif potm ppam pptm ps1 psm1 py reg scf scr sh sys url vb vbe vbs wsc wsf "
        "wsh xlam xlsm xltm ",
    )
)


class Chasse:
    """Visits actions and attachments within a budget; ``trouve`` is the result."""

    def __init__(self) -> None:
        self.trouve: set[str] = set()
        self.incomplet = False
        self._vus: set[tuple[str, int]] = set()
        self._gardes: list[Any] = []  # keeps direct objects alive: their id is in _vus

    def document(self, racine: DictionaryObject, pages: Pages) -> None:
        """Everything reachable from the catalogue and the pages."""
        self.action(entree(racine, "/OpenAction"))
        self.declencheurs(racine)
        noms = dictionnaire(racine, "/Names")
        for action in self.arbre(dictionnaire(noms, "/JavaScript")):
            self.trouve.add(JAVASCRIPT)
            self.action(action)
        for fichier in self.arbre(dictionnaire(noms, "/EmbeddedFiles")):
            self.fichier(fichier)
        for fichier in map(resoudre, tableau(racine, "/AF")):
            self.fichier(fichier)
        for page in pages.pages:
            self.declencheurs(page)
        for annotation in pages.annotations():
            self.annotation(resoudre(annotation))
        for champ in tableau(dictionnaire(racine, "/AcroForm"), "/Fields"):
            self.champ(champ, 0)
        self.plan(dictionnaire(racine, "/Outlines"))

    def _nouveau(self, objet: Any) -> bool:
        if not isinstance(objet, DictionaryObject):
            return False
        cle = identifiant(objet)
        if cle in self._vus or len(self._vus) >= _VISITES_MAX:
            self.incomplet = self.incomplet or cle not in self._vus
            return False
        self._vus.add(cle)
        self._gardes.append(objet)
        return True

    def champ(self, reference: Any, profondeur: int) -> None:
        """Scripts that compute or check a field hang on the field, not on its widget."""
        objet = resoudre(reference)
        if profondeur > 40 or not isinstance(objet, DictionaryObject):
            return
        self.declencheurs(objet)
        for enfant in tableau(objet, "/Kids"):
            self.champ(enfant, profondeur + 1)

    def annotation(self, objet: Any) -> None:
        """Its action, its triggers, its attached file."""
        if not isinstance(objet, DictionaryObject):
            return
        self.action(entree(objet, "/A"))
        self.declencheurs(objet)
        if entree(objet, "/Subtype") == "/FileAttachment":
            self.fichier(entree(objet, "/FS"))

    def declencheurs(self, objet: Any) -> None:
        """Additional actions (/AA)."""
        for cle in dictionnaire(objet, "/AA"):
            self.action(entree(dictionnaire(objet, "/AA"), cle))

    def action(self, objet: Any) -> None:
        """An action and those that follow it."""
        pile = [objet]
        while pile:
            action = resoudre(pile.pop())
            if not self._nouveau(action):
                continue
            genre = entree(action, "/S")
            if genre == "/JavaScript" or (genre == "/Rendition" and "/JS" in action):
                self.trouve.add(JAVASCRIPT)
            elif genre == "/Launch":
                self.trouve.add(LANCEMENT)
            suite = entree(action, "/Next")
            pile.extend(tableau(action, "/Next") if isinstance(suite, list) else [suite])

    def plan(self, objet: Any) -> None:
        """Actions of the outline."""
        pile = [objet]
        while pile:
            noeud = resoudre(pile.pop())
            if self._nouveau(noeud):
                self.action(entree(noeud, "/A"))
                pile += [entree(noeud, "/First"), entree(noeud, "/Next")]

    def arbre(self, objet: Any) -> Iterator[Any]:
        """Values of a name tree."""
        pile = [objet]
        while pile:
            noeud = resoudre(pile.pop())
            if self._nouveau(noeud):
                yield from map(resoudre, tableau(noeud, "/Names")[1::2])
                pile.extend(tableau(noeud, "/Kids"))

    def fichier(self, specification: Any) -> None:
        """An attached file, told executable by its name or by its first bytes."""
        self.trouve.add(FICHIER)
        if not isinstance(specification, DictionaryObject):
            return
        noms = [texte(entree(specification, cle)) for cle in ("/UF", "/F", "/Unix", "/DOS")]
        if any(nom and _nom_executable(nom) for nom in noms):
            self.trouve.add(EXECUTABLE)
        contenus = dictionnaire(specification, "/EF")
        for cle in list(contenus)[:4]:
            flux = entree(contenus, cle)
            if _debut(flux).startswith(_MAGIES):
                self.trouve.add(EXECUTABLE)


def _nom_executable(nom: str) -> bool:
    """Only the last extension counts; trailing dots and spaces do not (Windows drops them)."""
    dernier = PurePosixPath(re.split(r"[\\/]", nom)[-1].rstrip(". ")).suffix
    return dernier[1:].lower() in _EXTENSIONS


def _debut(flux: Any) -> bytes:
    try:
        return bytes(flux.get_data()[:8]) if hasattr(flux, "get_data") else b""
    except Exception:  # noqa: BLE001 - an attachment that cannot be unpacked cannot be run either
        return b""
