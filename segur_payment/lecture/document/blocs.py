"""Cells put one after the other: in reading order, or down each column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from segur_payment.lecture.mise_en_page import Rang, Segment, ordre_de_lecture

_MEME_BORD = 4.0
Bloc = list[Segment]


def en_ordre_de_lecture(page: Sequence[Rang]) -> list[Bloc]:
    """Paragraphs and cells of a page as a person reads them."""
    return _souder(ordre_de_lecture([s for rang in page for s in rang.segments]))


def par_colonne(pages: Iterable[Sequence[Rang]]) -> list[Bloc]:
    """Cells that begin at the same place across, from top to bottom, page by page."""
    blocs: list[Bloc] = []
    for rangs in pages:
        colonnes: list[Bloc] = []
        for segment in (s for rang in rangs for s in rang.segments):
            x0 = segment.boite.x0
            sienne = next((c for c in colonnes if abs(c[0].boite.x0 - x0) < _MEME_BORD), None)
            if sienne is None:
                colonnes.append([segment])
            else:
                sienne.append(segment)
        blocs += sorted(colonnes, key=lambda c: c[0].boite.x0)
    return blocs


def _souder(blocs: list[Bloc]) -> list[Bloc]:
    """Blocks that follow each other downwards in one column become one block."""
    soudes: list[Bloc] = []
    for bloc in blocs:
        if soudes and _suit(soudes[-1][-1], bloc[0]):
            soudes[-1].extend(bloc)
        else:
            soudes.append(list(bloc))
    return soudes


def _suit(avant: Segment, apres: Segment) -> bool:
    recouvre = min(avant.boite.x1, apres.boite.x1) - max(avant.boite.x0, apres.boite.x0)
    return recouvre > 0 and apres.boite.y0 >= avant.boite.y0 + 1


def enchainer(blocs: Iterable[Bloc]) -> list[Bloc]:
    """A sentence that goes on over a page or column break stays one sentence."""
    chaine: list[Bloc] = []
    for bloc in blocs:
        if chaine and _continue(chaine[-1][-1].texte, bloc[0].texte):
            chaine[-1].extend(bloc)
        else:
            chaine.append(list(bloc))
    return chaine


def _continue(avant: str, apres: str) -> bool:
    capitales = avant.isupper() and apres.isupper()
    return avant[-1:] not in ".!?:;" and (apres[:1].islower() or capitales)
