"""Signature fields, and a second opinion from the raw bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pypdf.generic import DictionaryObject

from ._champs import Feuille
from ._der import sujet_du_signataire
from ._objets_pdf import Pages, dictionnaire, entree, resoudre, tableau, texte
from ._revisions import Apres, Suites
from .modele import Boite, Couvre, Signature

_PLAGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
_BLANCS = b" \t\r\n\x00\x0c"
_FIN_DE_REVISION = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")


def plages_brutes(octets: bytes) -> int:
    """How many filled byte ranges the file shows, whoever refers to them."""
    return sum(int(trouve.group(2)) > 0 for trouve in _PLAGE.finditer(octets))


@dataclass(frozen=True, slots=True)
class Fichier:
    """What signature fields are read with beside their own objects."""

    octets: bytes
    valeurs: dict[int, bytes]
    """Signature values by the place where each begins, as ``masquer`` gives them."""
    suites: Suites


def signature_de(feuille: Feuille, pages: Pages, fichier: Fichier) -> Signature:
    """The model of a signature field."""
    valeur = feuille.valeur if isinstance(feuille.valeur, DictionaryObject) else DictionaryObject()
    plage = _plage(valeur)
    masque = fichier.valeurs.get(plage[0] + plage[1]) if plage else None
    contenu = _contenu(valeur) if masque is None else masque.rstrip(b"\x00") and masque
    couvre = _couvre(plage, fichier.octets) if plage else "inconnue"
    apres = Apres()
    if plage and couvre != "partielle":
        apres = fichier.suites.apres(fin_de(plage))
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
        suite=apres.suite,
        ajouts=apres.ajouts,
        champs_modifies=apres.champs,
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
