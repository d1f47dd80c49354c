"""Every doubt of a reading, in one place at its head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from segur_payment.dossier import Doute, Lecture
from segur_payment.rendu.etiquettes import etiquette
from segur_payment.rendu.mots import nom_fichier, nom_piece, phrase
from segur_payment.rendu.typographie import INSECABLE, enumerer, minuscule


def a_regarder(lecture: Lecture) -> Iterator[str]:
    """One sentence per reason to doubt: the files first, then the pieces."""
    nombres = Counter(piece.type for piece in lecture.pieces)
    groupes: dict[Doute, list[str]] = {}
    for doute in lecture.doutes:
        champs = groupes.setdefault(doute.model_copy(update={"champ": None}), [])
        if doute.piece and doute.champ:
            champs.append(minuscule(etiquette(doute.piece, doute.champ).nom))
    for doute, champs in groupes.items():
        seule = doute.piece is not None and nombres[doute.piece] == 1
        lieu = [*_lieu(doute, nommer=not seule), *filter(None, [enumerer(champs)])]
        yield phrase(f"{', '.join(lieu)} : {doute.raison}")


def _lieu(doute: Doute, *, nommer: bool) -> Iterator[str]:
    """The piece; the file where it does not tell which."""
    if doute.piece:
        yield nom_piece(doute.piece)
    if nommer:
        yield from map(nom_fichier, doute.fichiers)
    if doute.page:
        yield f"page{INSECABLE}{doute.page}"
