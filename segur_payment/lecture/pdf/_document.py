"""One file, from bytes to JSON-ready data, inside the reading process."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from ._page import Bornes
from ._pages import PagesLues, lire_pages
from ._structure import Structure, lire_structure
from .modele import ErreurFichier

_DEBUT_EXAMINE = 1024
_FIN_OBJET = b"endobj"
_NOUVEL_OBJET = re.compile(rb"\d+\s+\d+\s+obj\b")


def lire_document(octets: bytes, limites: dict[str, Any]) -> dict[str, Any]:
    """All but the digest and the size, which the asking side computes."""
    erreur = _refus(octets)
    if erreur:
        return {"erreur": erreur}
    bornes = Bornes(
        limites["caracteres_page_max"],
        limites["caracteres_max"],
        limites["objets_page_max"],
        limites["pixels_max"],
    )
    lues = lire_pages(octets, bornes, limites["pages_max"])
    refuse = lues.erreur is ErreurFichier.TROP_DE_PAGES
    structure = Structure() if refuse else lire_structure(octets)
    _completer(lues, structure, limites["pages_max"])
    for page in lues.pages:
        if page["numero"] in structure.trompeuses:
            page["couche_douteuse"] = True
    return {
        "nombre_pages": max(lues.nombre, structure.pages),
        "pages": lues.pages,
        "champs": [asdict(champ) for champ in structure.champs],
        "signatures": [asdict(signature) for signature in structure.signatures],
        "signatures_incertaines": structure.incertaines,
        "contenu_actif": structure.actif,
        "chiffre": lues.chiffre or structure.chiffre or lues.erreur in _CHIFFREMENTS,
        "xfa": structure.xfa,
        "structure_lue": structure.lue,
        "erreur": _erreur(octets, lues) or (ErreurFichier.AMBIGU if structure.doubles else None),
        "detail": " ; ".join(structure.remarques),
    }


_CHIFFREMENTS = frozenset(
    {ErreurFichier.MOT_DE_PASSE, ErreurFichier.CHIFFREMENT_NON_PRIS_EN_CHARGE}
)


def _refus(octets: bytes) -> ErreurFichier | None:
    if not octets.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return ErreurFichier.VIDE
    return None if b"%PDF-" in octets[:_DEBUT_EXAMINE] else ErreurFichier.PAS_UN_PDF


def _erreur(octets: bytes, lues: PagesLues) -> ErreurFichier | None:
    coupe = est_tronque(octets)
    if coupe and lues.erreur in (None, ErreurFichier.ILLISIBLE, ErreurFichier.ZERO_PAGE):
        return ErreurFichier.TRONQUE
    return lues.erreur


def est_tronque(octets: bytes) -> bool:
    """Whether the file stops before its end: nothing closes it after its last object.

    What follows the end (garbage, zeros) and a missing %%EOF mark are harmless.
    """
    apres = octets[octets.rfind(_FIN_OBJET) + 1 :]
    fin = max(apres.rfind(b"startxref"), apres.rfind(b"trailer"))
    if fin < 0:
        return True
    suite = apres[fin:].rsplit(b"%%EOF", 1)[-1] if b"%%EOF" in apres[fin:] else apres[fin:]
    if apres[fin:].startswith(b"trailer") and b">>" not in suite and b"%%EOF" not in apres:
        return True
    return bool(_NOUVEL_OBJET.search(suite))


def _completer(lues: PagesLues, structure: Structure, pages_max: int) -> None:
    """Pages that one engine knows and the other does not are said, not hidden."""
    if not structure.pages or lues.erreur or structure.pages == lues.nombre:
        return
    structure.remarques.append(f"{structure.pages} pages selon pypdf, {lues.nombre} selon pdfium")
    for numero in range(lues.nombre + 1, min(structure.pages, pages_max) + 1):
        lues.pages.append(
            {"numero": numero, "largeur": 0.0, "hauteur": 0.0, "erreur": "page introuvable"}
        )
