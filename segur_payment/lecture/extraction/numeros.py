"""Numbers of companies and accounts, also when a narrow cell or a line end cut them in two."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from segur_payment.langue import identifiants
from segur_payment.langue.identifiants import Trouve

_CHERCHEURS: dict[str, tuple[Callable[[str], list[Trouve]], Callable[[str], str | None]]] = {
    "siret": (identifiants.trouver_siret, identifiants.siret_valide),
    "siren": (identifiants.trouver_siren, identifiants.siren_valide),
    "tva": (identifiants.trouver_tva, identifiants.tva_valide),
    "iban": (identifiants.trouver_iban, identifiants.iban_valide),
    "bic": (identifiants.trouver_bic, identifiants.bic_valide),
}


def trouver(nature: str, texte: str) -> Iterator[Trouve]:
    """Every number of that kind: ``siret``, ``siren``, ``tva``, ``iban``, ``bic``.

    A malformed one that the next line completes into a valid one is read whole.
    """
    chercher, defaut = _CHERCHEURS[nature]
    lus = chercher(texte)
    if nature != "iban" and all(defaut(lu.valeur) is None for lu in lus):
        yield from lus
        return
    suivis = {t.debut: t for t in chercher(texte.replace("\n", " ")) if defaut(t.valeur) is None}
    for lu in lus:
        entier = suivis.get(lu.debut)
        yield entier if entier and defaut(lu.valeur) is not None else lu
    debuts = {lu.debut for lu in lus}
    yield from (t for debut, t in suivis.items() if debut not in debuts and nature == "iban")


def est_valide(nature: str, numero: str) -> bool:
    """Whether the shape and the key of a number are right."""
    return _CHERCHEURS[nature][1](numero) is None
