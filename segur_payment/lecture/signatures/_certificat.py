"""A certificate as plain data: whom it names, who issued it, when it is good."""

from __future__ import annotations

import re
from typing import Any

from asn1crypto import x509

_LONGUEUR = 300
_SIGLES = {
    "common_name": "CN",
    "given_name": "GN",
    "surname": "SN",
    "organization_name": "O",
    "organizational_unit_name": "OU",
    "organization_identifier": "organizationIdentifier",
    "serial_number": "serialNumber",
    "locality_name": "L",
    "country_name": "C",
}
_QC_SIGNATURE = bytes.fromhex("0607 0400 8e46 0106 01")
_QC_CACHET = bytes.fromhex("0607 0400 8e46 0106 02")
"""Types of a qualified certificate (ETSI EN 319 412-5): for a person, for an organisation."""
_DECLARATIONS_QC = "1.3.6.1.5.5.7.1.3"
_ICD_SIRENE = re.compile(r"(?:0002\s+(?=\d{9}(?:\d{5})?\Z)|3(?=\d{14}\Z))(\d{9})")
"""French practice: an OU « 0002 » and the SIREN or SIRET; in the IGC-Santé, a 3 and the SIRET."""
_SIREN = re.compile(r"(?:NTRFR-|SI:FR-|VATFR-[0-9A-Z]{2})(\d{9})(?:\d{5})?", re.IGNORECASE)
_SERVEUR = re.compile(r"cachet|\bseal\b|\bserveur\b|\bserver\b", re.IGNORECASE)


def certificat_de(certificat: x509.Certificate) -> dict[str, Any]:
    """The fields of the model :class:`Certificat`."""
    sujet = _attributs(certificat.subject)
    unites = sujet.get("organizational_unit_name", [])
    identifiant = _premier(sujet, "organization_identifier") or next(
        (u for u in unites if _ICD_SIRENE.match(u)), None
    )
    nature = _nature(certificat, sujet, identifiant)
    return {
        "sujet": nom_de(certificat.subject),
        "emetteur": nom_de(certificat.issuer),
        "nature": nature,
        "nom_commun": _premier(sujet, "common_name"),
        "personne": _personne(sujet, nature),
        "organisation": _premier(sujet, "organization_name"),
        "unite": " ; ".join(unites)[:_LONGUEUR] or None,
        "identifiant_organisation": identifiant,
        "siren": _siren(identifiant),
        "debut": certificat.not_valid_before.isoformat(),
        "fin": certificat.not_valid_after.isoformat(),
        "sha256": certificat.sha256.hex(),
    }


def nom_de(nom: x509.Name) -> str:
    """« CN=…, O=… », the attributes without a known sign by their long name."""
    parties = [
        f"{_SIGLES.get(genre, genre)}={valeur}"
        for genre, valeurs in _attributs(nom).items()
        for valeur in valeurs
    ]
    return ", ".join(parties)[:_LONGUEUR] or "(vide)"


def _attributs(nom: x509.Name) -> dict[str, list[str]]:
    attributs: dict[str, list[str]] = {}
    for relatif in nom.chosen:
        for attribut in relatif:
            valeur = " ".join(str(attribut["value"].native).split())[:_LONGUEUR]
            attributs.setdefault(str(attribut["type"].native), []).append(valeur)
    return attributs


def _premier(attributs: dict[str, list[str]], genre: str) -> str | None:
    return next(iter(attributs.get(genre, [])), None) or None


def _nature(
    certificat: x509.Certificate, sujet: dict[str, list[str]], identifiant: str | None
) -> str:
    qualifie = _declarations_qc(certificat)
    if _QC_CACHET in qualifie:
        return "cachet"
    if _QC_SIGNATURE in qualifie or "surname" in sujet or "given_name" in sujet:
        return "personne"
    commun, organisation = _premier(sujet, "common_name"), _premier(sujet, "organization_name")
    serveur = commun is not None and (commun == organisation or _SERVEUR.search(commun))
    return "cachet" if serveur or (identifiant and not commun) else "inconnue"


def _declarations_qc(certificat: x509.Certificate) -> bytes:
    extensions = certificat["tbs_certificate"]["extensions"]
    for extension in extensions if isinstance(extensions, x509.Extensions) else ():
        if extension["extn_id"].dotted == _DECLARATIONS_QC:
            return bytes(extension["extn_value"].contents)
    return b""


def _personne(sujet: dict[str, list[str]], nature: str) -> str | None:
    if nature != "personne":
        return None
    parties = [_premier(sujet, "given_name"), _premier(sujet, "surname")]
    return " ".join(p for p in parties if p) if all(parties) else _premier(sujet, "common_name")


def _siren(identifiant: str | None) -> str | None:
    trouve = identifiant and (_SIREN.match(identifiant) or _ICD_SIRENE.match(identifiant))
    return trouve[1] if trouve else None
