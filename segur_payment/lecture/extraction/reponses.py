"""A question and its answer, read as the statement that they make together."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from segur_payment.lecture.extraction.propositions import conjuguee

_ANNONCE = r"\W*(?:r(?:eponse)?(?: de l'\w+)? ?[:.)–-]+ ?)?\W*"
_OUI = re.compile(
    _ANNONCE + r"(?:oui|tout a fait|effectivement|absolument|bien sur|certainement|affirmati\w+|ok"
    r"|exact\w*|c'est (?:fait|le cas)|fait|faite|en effet)\b"
)
_ANNONCEE = re.compile(r"\W*r(?:eponse)?(?: de l'\w+)? ?[:.)–-]\s*")
_NON = re.compile(
    _ANNONCE
    + r"(?:non\b(?! seulement)|pas (?:encore|a ce jour|du tout|a ce stade|pour l)|negati\w+"
    r"|aucune?\b|jamais\b|nullement|neant|ce n'est pas le cas|en (?:cours|projet|attente"
    r"|reflexion)|a (?:venir|faire|l'etude)|prochainement|bientot|plus tard)"
)
_QUESTION = re.compile(r"^\W*q(?:uestion)? ?(?:n° ?)?\d{0,2} ?[:.)–-]+ ?|^\W*\d{1,2}[.)] ")
_A_L_ENVERS = re.compile(r"\b(?:reste|restent|manqu\w+|oubli\w+|omis\w*|exclu\w*|ecart\w+|n'\w+)\b")


Jonction: TypeAlias = tuple[int, int]
"""From where the words of the first text, then those of the second one, make one statement."""


def affirmation(question: str, reponse: str) -> Jonction | Literal[False] | None:
    """How an answer makes a statement of a question; False when it denies it, None when it is none.

    Both in normal form; the question with its mark. « Reste-t-il … ? Non » is left as it is.
    """
    annonce = _QUESTION.match(question)
    debut = annonce.end() if annonce else 0
    if oui := _OUI.match(reponse):
        return debut, oui.end()
    if _NON.match(reponse):
        return None if _A_L_ENVERS.search(question, debut) else False
    annoncee = _ANNONCEE.match(reponse)
    return (debut, annoncee.end()) if annoncee else None


_TITRE = 100
_REPREND = re.compile(
    r"\W*(?:ils?|elles?|ceux-ci|celles?-ci|celui-ci|ce(?:t|tte|s)? (?:point|action|engagement|sujet"
    r"|communication|production|document\w*|support\w*|envoi|remontee)|cela|ceci|tout (?:est|a)"
    r"|rien n|aucun\w* n|c'est|c'etait|ce n'est|non\b|neant|sans objet|pas encore|en cours"
    r"|a (?:faire"
    r"|venir|produire)|prevu\w*|reporte\w*|fait\w*\b|realise\w*|effectue\w*)\b"
)


def sous_le_titre(titre: str, suite: str) -> Jonction | None:
    """A heading and the words below that take it up make one statement: « … Elle est faite. »"""
    nu = titre.rstrip()
    if len(nu) > _TITRE or nu.endswith((".", ";", "?")) or conjuguee(nu):
        return None
    return (0, 0) if _REPREND.match(suite) else None
