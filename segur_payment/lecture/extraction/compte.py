"""The bank details of a form."""

from __future__ import annotations

import re

from segur_payment.langue import identifiants
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.etiquettes import valeurs
from segur_payment.lecture.extraction.numeros import trouver
from segur_payment.lecture.extraction.recolte import Recolte

_DEBUT_D_IBAN = re.compile(r"[A-Z]{2}\d\d ?\d")
_BIC = r"(?:code )?(?:bic|swift)(?: ?[/-] ?(?:bic|swift))?"


def lire(document: Document, recolte: Recolte) -> None:
    """IBAN and BIC; an IBAN cut by a narrow cell is read whole in the order that shows it so."""
    ordres = {"iban": (document.lignes, document.flux, document.brut), "bic": (document.lignes,)}
    for champ, vues in ordres.items():
        trouves = [
            (vue, t)
            for vue in vues
            for t in trouver(champ, vue.texte.original)
            if champ == "iban" or not _DEBUT_D_IBAN.match(t.valeur)
        ]
        if not trouves:
            continue
        premiere = "".join(trouves[0][1].valeur.split())
        entiers = [
            (vue, t)
            for vue, t in trouves
            if champ == "iban"
            and identifiants.iban_valide(t.valeur) is None
            and "".join(t.valeur.split()).startswith(premiere)
        ]
        vue, lu = (entiers or trouves)[0]
        texte = vue.texte
        preuve = vue.preuve(texte.depuis_original(lu.debut), texte.depuis_original(lu.fin))
        recolte.noter(champ, lu.valeur, preuve)
    if "bic" not in recolte.valeurs:
        _bic_du_label(document, recolte)


def _bic_du_label(document: Document, recolte: Recolte) -> None:
    for valeur in valeurs(document, _BIC):
        for lu in trouver("bic", f"BIC {valeur.texte}"):
            recolte.noter("bic", lu.valeur, valeur.preuve)
            return
