"""Signature fields, and a second opinion from the raw bytes."""

from __future__ import annotations

import re
from typing import Any

from pypdf.generic import DictionaryObject

from ._champs import Feuille
from ._der import sujet_du_signataire
from ._objets_pdf import Pages, dictionnaire, entree, resoudre, tableau, texte
from ._revisions import Suites
from .modele import Boite, Couvre, Signature

_PLAGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
_BLANCS = b" \t\r\n\x00\x0c"
_FIN_DE_REVISION = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")


def plages_brutes(octets: bytes) -> int:
    """How many filled byte ranges the file shows, whoever refers to them."""
    return sum(int(trouve.group(2)) > 0 for trouve in _PLAGE.finditer(octets))


def signature_de(feuille: Feuille, pages: Pages, octets: bytes, suites: Suites) -> Signature:
    """The model of a signature field."""
    valeur = feuille.valeur if isinstance(feuille.valeur, DictionaryObject) else DictionaryObject()
    contenu = _contenu(valeur)
    plage = _plage(valeur)
    couvre = _couvre(plage, octets) if plage else "inconnue"
    suite, ajouts = suites.apres(fin_de(plage)) if plage and couvre != "partielle" else (None, ())
    numero, boite = pages.place(feuille.objet)
    return Signature(
        champ=feuille.nom,
        remplie=bool(contenu) or plage is not None,
        nom=texte(entree(valeur, "/Name")),
        date=texte(entree(valeur, "/M")),
        raison=texte(entree(valeur, "/Reason")),
        sous_filtre=texte(entree(valeur, "/SubFilter")),
        couvre=couvre,
        page=numero,
        boite=Boite(*boite) if boite else None,
        sujet=sujet_du_signataire(contenu) if contenu else None,
        lieu=texte(entree(valeur, "/Location")),
        horodatage=entree(valeur, "/Type") == "/DocTimeStamp"
        or entree(valeur, "/SubFilter") == "/ETSI.RFC3161",
        suite=suite,
        ajouts=ajouts,
    )


def _contenu(valeur: DictionaryObject) -> bytes:
    contenu = entree(valeur, "/Contents")
    original = getattr(contenu, "original_bytes", contenu)
    return bytes(original) if isinstance(original, bytes) and original.strip(b"\x00") else b""


def _plage(valeur: DictionaryObject) -> list[int] | None:
    bornes: list[Any] = [resoudre(borne) for borne in tableau(valeur, "/ByteRange")]
    if len(bornes) != 4 or not all(isinstance(borne, int) for borne in bornes):
        return None
    return [int(borne) for borne in bornes] if bornes[1] > 0 else None


def _couvre(plage: list[int], octets: bytes) -> Couvre:
    """All but one gap, which holds a hexadecimal string and nothing else, up to an end."""
    debut, longueur, reprise, reste = plage
    fin = reprise + reste
    trou = octets[longueur:reprise]
    entier = debut == 0 and 0 < longueur < reprise and fin <= len(octets)
    hexadecimal = trou[:1] == b"<" and trou[-1:] == b">" and b"<" not in trou[1:]
    if not (entier and hexadecimal):
        return "partielle"
    if not octets[fin:].strip(_BLANCS):
        return "fichier_entier"
    return "revision" if _FIN_DE_REVISION.search(octets[max(0, fin - 80) : fin]) else "partielle"


def fin_de(plage: list[int]) -> int:
    """Where the bytes that were signed end."""
    return plage[2] + plage[3]


def droits_d_usage(racine: DictionaryObject) -> int:
    """Usage rights of Adobe forms have a byte range too, and sign nothing for us."""
    droits = dictionnaire(racine, "/Perms")
    return sum(bool(dictionnaire(droits, cle)) for cle in ("/UR", "/UR3"))
