"""Support contacts: e-mail addresses, phone numbers and links, found and checked."""

from segur_payment.langue.courriels import ContactTrouve, courriel_valide, courriels
from segur_payment.langue.liens import lien_securise, lien_valide, liens
from segur_payment.langue.telephones import telephone_valide, telephones

__all__ = [
    "ContactTrouve",
    "courriel_valide",
    "courriels",
    "lien_securise",
    "lien_valide",
    "liens",
    "telephone_valide",
    "telephones",
]
