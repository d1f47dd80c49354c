"""The bank details of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segur_payment.langue import identifiants
from segur_payment.langue.identifiants import Trouve
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction.etiquettes import valeurs
from segur_payment.lecture.extraction.numeros import trouver
from segur_payment.lecture.extraction.recolte import Recolte

_DEBUT_D_IBAN = re.compile(r"[A-Z]{2}\d\d ?\d")
_BIC = r"(?:code )?(?:bic|swift)(?: ?[/-] ?(?:bic|swift))?"


def lire(document: Document, recolte: Recolte) -> None:
    """IBAN and BIC, the BIC also by its label when it looks like a word."""
    vue = document.lignes
    bics = (t for t in trouver("bic", vue.texte.original) if not _DEBUT_D_IBAN.match(t.valeur))
    for champ, lu in (("iban", _iban(document)), ("bic", next(((vue, t) for t in bics), None))):
        if lu is not None:
            vue, trouve = lu
            debut, fin = (vue.texte.depuis_original(p) for p in (trouve.debut, trouve.fin))
            recolte.noter(champ, trouve.valeur, vue.preuve(debut, fin))
    if "bic" not in recolte.valeurs:
        _bic_du_label(document, recolte)


def _iban(document: Document) -> tuple[Vue, Trouve] | None:
    """The first; one cut by a narrow cell is read whole in the order that shows it so."""
    premier: tuple[Vue, Trouve] | None = None
    for vue in _ordres(document):
        for lu in trouver("iban", vue.texte.original):
            premier = premier or (vue, lu)
            debut, ecrit = ("".join(t.valeur.split()) for t in (premier[1], lu))
            if ecrit.startswith(debut) and identifiants.iban_valide(lu.valeur) is None:
                return vue, lu
    return premier


def _ordres(document: Document) -> Iterator[Vue]:
    """The texts in which an account is looked for, each laid out only when it is needed."""
    yield document.lignes
    yield document.flux
    yield document.brut


def _bic_du_label(document: Document, recolte: Recolte) -> None:
    for valeur in valeurs(document, _BIC):
        for lu in trouver("bic", f"BIC {valeur.texte}"):
            recolte.noter("bic", lu.valeur, valeur.preuve)
            return
