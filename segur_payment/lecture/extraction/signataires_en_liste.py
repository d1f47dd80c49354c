"""« Les parties ont signé : – X, pour l’ANS, le … – Y, pour l’éditeur, le … »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.mentions import (
    Mention,
    fonction,
    identite_du_bloc,
    mention_de_signature,
)
from segur_payment.lecture.extraction.mentions_en_phrase import lignes_de, nomme, texte_de
from segur_payment.lecture.mise_en_page import Jeton

_ANNONCE = re.compile(
    r"(?:\b(?:a|ont|avons)(?: (?:tous|toutes|bien|dument|chacune?"
    r"|\w+ment)){0,2} (?:[\w, ]{3,25} et )?signe\b[^.;:]{0,80}"
    r"|\bsignee?s?(?: (?:electroniquement|numeriquement))?(?: (?:ce jour|le present \w+))? par"
    r"(?: (?:les parties|les personnes|les signataires|les soussignes)[^.;:]{0,40})?)\s*:$"
)
_PAS_SIGNE = re.compile(
    r"\b(?:n'|ne\b|pas|non|aucune?|ni|jamais|doi(?:t|vent)|sera\w*|seront|devr\w+|reste\w*|a signer"
    r"|attente|attendu\w*|des que|lorsqu\w+|quand|si)\b"
)
_AUTRE_ACTE = re.compile(
    r"\b(?:convention|contrat|avenant|marche|accord-cadre|lettre|devis|bon de commande)\b"
)


def mention_en_liste(document: Document, qui: str) -> tuple[Mention, Sequence[Jeton]] | None:
    """The item that names a party and its signer, below words that say that all of them signed."""
    annonce = False
    for jetons in lignes_de(document):
        texte = texte_de(jetons)
        normal = normaliser(texte)
        if normal.endswith(":"):
            annonce = _annonce(normal)
        elif annonce:
            identite = identite_du_bloc([texte])
            if not (identite.nom or identite.date) or mention_de_signature(texte):
                annonce = identite.nom is not None
            elif nomme(normal, qui) and not _PAS_SIGNE.search(normal):
                return Mention(identite.nom, fonction(texte), identite.date), jetons
    return None


def _annonce(normal: str) -> bool:
    phrase = normal.rpartition(". ")[2]
    dit = _ANNONCE.search(phrase)
    return bool(dit and not (_PAS_SIGNE.search(phrase) or _AUTRE_ACTE.search(phrase)))
