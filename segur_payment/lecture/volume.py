"""How much text recognition and extraction take on: they run in the calling process, unbounded.

They cost in proportion to the characters of a file and to the length of its longest word, so that
both are bounded before. What the pages show is counted by the reading process already.
"""

from __future__ import annotations

from dataclasses import replace

from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.lecture.pdf.modele import DocumentLu, ErreurFichier


def borner(lu: DocumentLu, limites: LimitesLecture) -> DocumentLu:
    """The file, with an error when its text, or one word of it, is too long to be examined."""
    if lu.erreur is None and (erreur := _exces(lu, limites)):
        return replace(lu, erreur=erreur)
    return lu


def _exces(lu: DocumentLu, limites: LimitesLecture) -> ErreurFichier | None:
    ecrits = [len(mot.texte) for page in lu.pages for mot in page.mots]
    valeurs = [champ.valeur for champ in lu.champs if champ.valeur]
    if valeurs and sum(ecrits) + sum(map(len, valeurs)) > limites.caracteres_max:
        return ErreurFichier.TROP_DE_TEXTE
    saisis = (len(mot) for valeur in valeurs for mot in valeur.split())
    if max((*ecrits, *saisis), default=0) > limites.mot_max:
        return ErreurFichier.MOT_TROP_LONG
    return None
