"""Identifiers of companies and accounts: found in a text, and checked."""

from segur_payment.langue.cles import (
    bic_valide,
    compacter,
    iban_valide,
    siren_de_siret,
    siren_de_tva,
    siren_valide,
    siret_valide,
    tva_valide,
)
from segur_payment.langue.comptes import trouver_bic, trouver_iban, trouver_tva
from segur_payment.langue.entreprises import trouver_siren, trouver_siret
from segur_payment.langue.trouve import Trouve

__all__ = [
    "Trouve",
    "bic_valide",
    "compacter",
    "iban_valide",
    "siren_de_siret",
    "siren_de_tva",
    "siren_valide",
    "siret_valide",
    "trouver_bic",
    "trouver_iban",
    "trouver_siren",
    "trouver_siret",
    "trouver_tva",
    "tva_valide",
]
