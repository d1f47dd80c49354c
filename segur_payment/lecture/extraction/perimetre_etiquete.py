"""The perimeter that stands under a label: « Périmètre : complet », « Périmètre complet | Oui »."""

from __future__ import annotations

import re

from segur_payment.dossier import Perimetre, Preuve
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import perimetre_mots as mots
from segur_payment.lecture.extraction.etiquettes import Valeur, valeurs
from segur_payment.lecture.mise_en_page import INDECISE, VIDE

_ETIQUETTE = (
    r"(?:(?:nature|etendue|type) (?:du|et) )?(?:perimetre|etendue)(?:(?: de| du| d'|,)?(?: la"
    r"| l'|le)?"
    r"[ ']?[\w'/]+){0,7}|completude du perimetre"
)
_CHOIX_OUVERT = re.compile(
    rf"^{mots.COMPLET} ?(?:/|ou|-) ?{mots.PARTIEL}|^{mots.PARTIEL} ?(?:/|ou) ?{mots.COMPLET}|☐.*☐"
)
_VALEUR_COMPLETE = re.compile(
    rf"\W*(?:le |l')?(?:perimetre )?(?:{mots.COMPLET}|complete\b|totale\b|integrale\b|100 ?%"
    rf"|entierete"
    r"|(?:totalite|integralite|ensemble)\b)"
)
_VALEUR_PARTIELLE = re.compile(
    rf"(?!☐)\W*(?:un |le )?(?:perimetre )?(?:(?:volontairement|encore) )?(?:{mots.PARTIEL}"
    rf"|partielle\b"
    r"|\d{1,2}(?:,\d+)? ?%)"
)
_VALEUR_RESTREINTE = re.compile(
    r"\b(?:uniquement|seulement|exclusivement|limite|restreint|partie des?|hormis)\b|\bhors\b"
)
_VALEUR_NON = re.compile(r"\W*non\b|[^☒]*oui ?☐ ?non ?☒|☐ ?oui ?☒ ?non")
_VALEUR_OUI = re.compile(r"[^\w☐]*oui\b(?! ?☐)")


def etiquetes(document: Document) -> list[tuple[Perimetre, Preuve]]:
    """What stands under the labels « Périmètre », « Étendue »."""
    lues = ((_de_la_valeur(v), v.preuve) for v in valeurs(document, _ETIQUETTE))
    return [(perimetre, preuve) for perimetre, preuve in lues if perimetre is not None]


def repondues(document: Document) -> bool:
    """Whether « Périmètre complet » or « Périmètre partiel » has « oui » or « non » beside it."""
    return any(
        mots.OPTION.search(normaliser(v.etiquette))
        and re.match(r"\W*(?:oui|non)\b", normaliser(v.texte))
        for v in valeurs(document, _ETIQUETTE)
    )


def _de_la_valeur(valeur: Valeur) -> Perimetre | None:
    texte = normaliser(valeur.texte)
    niee = _VALEUR_NON.match(texte)
    if dans_l_etiquette := mots.OPTION.search(normaliser(valeur.etiquette)):
        complet = bool(re.match(mots.COMPLET, dans_l_etiquette[0]))
        if niee or _VALEUR_OUI.match(texte):
            return _si(complet) if not niee else (Perimetre.PARTIEL if complet else None)
        return None
    if _CHOIX_OUVERT.search(texte) or texte.lstrip().startswith((VIDE, INDECISE)):
        return None
    if _VALEUR_COMPLETE.match(texte):
        return _si(not retranche(texte))
    if _VALEUR_PARTIELLE.match(texte) or _VALEUR_RESTREINTE.search(texte):
        return Perimetre.PARTIEL
    return None


def _si(complet: bool) -> Perimetre:
    return Perimetre.COMPLET if complet else Perimetre.PARTIEL


def retranche(texte: str) -> bool:
    """Something is taken away from the perimeter that has just been named."""
    return mots.RETRANCHE.search(texte) is not None
