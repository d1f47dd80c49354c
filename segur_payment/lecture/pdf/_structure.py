"""Form, signatures, active content, encryption: what pypdf knows and pdfium does not tell."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.generic import DictionaryObject

from ._actif import Chasse
from ._champs import champ_de, feuilles
from ._doubles import cles_en_double
from ._masque import masquer
from ._objets_pdf import Pages, dictionnaire, resoudre
from ._polices import pages_trompeuses
from ._revisions import Suites
from ._signatures import Fichier, droits_d_usage, plages_brutes, signature_de
from .modele import Champ, Signature

_CONFIGURATION: dict[str, Any] = {
    "maximum_declared_stream_length": 60_000_000,
    "zlib_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "page_tree_maximum_entries": 2_000,
    "form_fields_maximum_entries": 5_000,
    "named_destinations_maximum_entries": 5_000,
}


@dataclass(slots=True)
class Structure:
    """Outcome of the structure engine."""

    lue: bool = False
    pages: int = 0
    champs: list[Champ] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    incertaines: bool = False
    actif: list[str] = field(default_factory=list)
    chiffre: bool = False
    xfa: bool = False
    trompeuses: list[int] = field(default_factory=list)
    """Numbers of the pages whose fonts say other letters than they draw."""
    doubles: list[str] = field(default_factory=list)
    """Keys that a dictionary gives twice: pypdf keeps the first value, pdfium the last."""
    remarques: list[str] = field(default_factory=list)
    """What failed, in technical words."""

    def essayer(self, quoi: str, action: Any) -> bool:
        """Run one step; its failure is noted and hides no other step."""
        try:
            action()
        except MemoryError:
            raise
        except Exception as erreur:  # noqa: BLE001 - pypdf raises more than its own errors
            self.remarques.append(f"{quoi} : {type(erreur).__name__} : {erreur}"[:200])
            return False
        return True


def lire_structure(octets: bytes) -> Structure:
    """Read what can be read; ``lue`` is true when nothing failed."""
    structure = Structure()
    with apply_configuration(**_CONFIGURATION), cles_en_double(structure.doubles):
        structure.lue = structure.essayer("structure", lambda: _ouvrir(octets, structure))
    if structure.doubles:
        structure.remarques.append(f"clés en double : {', '.join(structure.doubles)}"[:200])
    structure.lue = structure.lue and not structure.remarques
    if not structure.lue and not structure.signatures:
        structure.incertaines = plages_brutes(octets) > 0
    return structure


def _ouvrir(octets: bytes, structure: Structure) -> None:
    propre, valeurs = masquer(octets)
    fichier = Fichier(octets, valeurs, Suites(propre))
    lecteur = PdfReader(io.BytesIO(propre))
    structure.chiffre = lecteur.is_encrypted
    # pypdf 7.1 keeps the cross-reference stream under a number that an update may reuse.
    lecteur.resolved_objects.clear()
    racine = resoudre(lecteur.trailer["/Root"])
    if not isinstance(racine, DictionaryObject):
        raise TypeError("catalogue absent")
    pages = Pages(lecteur)
    structure.pages = len(pages.pages)
    structure.xfa = "/XFA" in dictionnaire(racine, "/AcroForm")
    structure.essayer("champs", lambda: _champs(racine, pages, fichier, structure))
    structure.essayer("contenu actif", lambda: _actif(racine, pages, structure))
    structure.essayer("polices", lambda: structure.trompeuses.extend(pages_trompeuses(pages)))


def _champs(racine: DictionaryObject, pages: Pages, fichier: Fichier, structure: Structure) -> None:
    for feuille in feuilles(racine, pages):
        structure.champs.append(champ_de(feuille, pages))
        if structure.champs[-1].genre == "signature":
            structure.signatures.append(signature_de(feuille, pages, fichier))
    remplies = sum(signature.remplie for signature in structure.signatures)
    brutes = plages_brutes(fichier.octets) - droits_d_usage(racine)
    structure.incertaines = (remplies > 0) != (brutes > 0)


def _actif(racine: DictionaryObject, pages: Pages, structure: Structure) -> None:
    chasse = Chasse()
    try:
        chasse.document(racine, pages)
    finally:
        structure.actif = sorted(chasse.trouve)
    if chasse.incomplet:
        raise ValueError("trop d'objets à visiter")
