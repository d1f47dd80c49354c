"""Identifiers checked: None when valid, else the French reason.

python-stdnum does the keys; closed here are the numbers of zeros, the hyphens, the unusual
spaces and the French RIB key, which it lets pass or refuses wrongly.
"""

from __future__ import annotations

import re

from segur_payment.langue.normalisation import normaliser

_CLE_FAUSSE = "clé de contrôle fausse"
_A_CLE_RIB = ("FR", "MC")
_TVA_FRANCAISE = re.compile(r"FR[0-9A-HJ-NP-Z]{2}[0-9]{9}")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_RANG_RIB = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")


def compacter(identifiant: str) -> str:
    """The identifier in capitals, without spaces, dots and hyphens of any kind."""
    return re.sub(r"[\s.-]", "", normaliser(identifiant)).upper()


def siren_valide(siren: str) -> str | None:
    """Nine digits with their Luhn key, not all zeros."""
    nu = compacter(siren)
    if defaut := _pas_des_chiffres(nu, 9):
        return defaut
    from stdnum import luhn

    return None if luhn.is_valid(nu) else _CLE_FAUSSE


def siret_valide(siret: str) -> str | None:
    """Fourteen digits: a valid SIREN, and the key (La Poste has its own)."""
    nu = compacter(siret)
    if defaut := _pas_des_chiffres(nu, 14):
        return defaut
    if defaut := siren_valide(nu[:9]):
        return f"SIREN contenu : {defaut}"
    from stdnum.fr import siret as stdnum_siret

    return None if stdnum_siret.is_valid(nu) else _CLE_FAUSSE


def tva_valide(tva: str) -> str | None:
    """FR, two characters of key, a SIREN; numbers of other EU countries by their own key."""
    nu = compacter(tva)
    if not nu[:2].isalpha():
        return "préfixe de pays attendu (FR)"
    if nu[:2] != "FR":
        from stdnum.eu import vat

        return None if vat.is_valid(nu) else "numéro de TVA d’un autre pays, invalide"
    if len(nu) != 13:
        return f"13 caractères attendus, {len(nu)} trouvés"
    if not _TVA_FRANCAISE.fullmatch(nu):
        return "forme attendue : FR, deux caractères de clé, neuf chiffres"
    if not nu.startswith("000", 4) and (defaut := siren_valide(nu[4:])):
        return f"SIREN contenu : {defaut}"
    from stdnum.fr import tva as stdnum_tva

    return None if int(nu[4:]) and stdnum_tva.is_valid(nu) else _CLE_FAUSSE


def iban_valide(iban: str) -> str | None:
    """The key of the IBAN, and for France and Monaco the RIB key inside."""
    nu = compacter(iban)
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]*", nu):
        return "forme attendue : pays, deux chiffres de clé, compte"
    if nu[:2] in _A_CLE_RIB and len(nu) != 27:
        return f"27 caractères attendus, {len(nu)} trouvés"
    from stdnum import iban as stdnum_iban

    if not stdnum_iban.is_valid(nu):
        return _CLE_FAUSSE
    return _cle_rib(nu[4:]) if nu[:2] in _A_CLE_RIB else None


def bic_valide(bic: str) -> str | None:
    """Eight or eleven characters: bank, country, place, and the branch if any."""
    nu = compacter(bic)
    if len(nu) not in (8, 11):
        return f"8 ou 11 caractères attendus, {len(nu)} trouvés"
    return None if _BIC.fullmatch(nu) else "forme attendue : banque, pays, place (et agence)"


def siren_de_siret(siret: str) -> str | None:
    """The SIREN that a SIRET begins with; None when it has not fourteen digits."""
    nu = compacter(siret)
    return nu[:9] if _pas_des_chiffres(nu, 14) is None else None


def siren_de_tva(tva: str) -> str | None:
    """The SIREN that a French VAT number ends with; None for Monaco and other countries."""
    nu = compacter(tva)
    a_un_siren = _TVA_FRANCAISE.fullmatch(nu) and not nu.startswith("000", 4)
    return nu[4:] if a_un_siren else None


def _pas_des_chiffres(nu: str, attendus: int) -> str | None:
    if len(nu) != attendus:
        return f"{attendus} chiffres attendus, {len(nu)} trouvés"
    if not (nu.isascii() and nu.isdigit()):
        return "des chiffres seuls sont attendus"
    return "numéro nul" if not int(nu) else None


def _cle_rib(bban: str) -> str | None:
    """Banque (5), guichet (5), compte (11, letters allowed), clé (2)."""
    if not re.fullmatch(r"[0-9]{10}[0-9A-Z]{11}[0-9]{2}", bban):
        return "RIB contenu mal formé"
    return "clé RIB fausse" if int(bban.translate(_RANG_RIB)) % 97 else None
