"""Two signature blocks side by side, parted by the blank strip that runs between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from segur_payment.langue.dates import dates
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import Ancre, cote_a_cote
from segur_payment.lecture.extraction.mentions import PERSONNE, mention_de_signature
from segur_payment.lecture.mise_en_page import Rang

_BANDE_MIN = 3.0
_ALIGNES = 2.0
_BLANC_DE_LIGNE = 0.9
"""Between words of one line, in heights of it: wider than any blank of justified text."""
_HAUT_MAX = 230.0
_RANGS_AU_DESSUS = 3
Bande = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Colonnes:
    """The region of both blocks; ``x`` parts them."""

    x0: float
    x: float
    haut: float
    bas: float


def partager(document: Document, une: Ancre, autre: Ancre) -> Colonnes | None:
    """The two columns under headings that stand side by side; None when they do not."""
    if not cote_a_cote(une.boite, autre.boite):
        return None
    gauche, droite = sorted((une.boite, autre.boite), key=lambda b: b.x0)
    bandes = [(gauche.x1, droite.x0)]
    haut = min(gauche.y0, droite.y0)
    page = document.page(une.segment.page)
    bas = min(haut + _HAUT_MAX, page.hauteur)
    centres = (gauche.x0 + gauche.x1) / 2, (droite.x0 + droite.x1) / 2
    rangs = document.rangs_de_page(page.numero)
    for rang in rangs:
        if rang.boite.y0 < haut - 2 or rang.boite.y0 > bas:
            continue
        restantes = _rester(bandes, rang, centres, droite.x0)
        if not restantes:
            bas = rang.boite.y0
            break
        bandes = restantes
    large = max(bandes, key=lambda b: b[1] - b[0])
    x = sum(large) / 2
    return Colonnes(_bord(rangs, gauche.x0, haut, bas), x, _remonter(rangs, haut, x), bas)


def _rester(
    bandes: Sequence[Bande], rang: Rang, centres: tuple[float, float], marge: float
) -> list[Bande]:
    """What a row leaves of the blank strips; a row that fills them all ends the blocks."""
    restantes = list(bandes)
    for segment in rang.segments:
        traverse = segment.boite.x0 < centres[0] and segment.boite.x1 > centres[1]
        aligne = any(abs(j.boite.x0 - marge) < _ALIGNES for j in segment.jetons)
        blanc = _BLANC_DE_LIGNE * segment.boite.hauteur if traverse else _BANDE_MIN
        blanc = _BANDE_MIN if aligne else blanc
        for jeton in segment.jetons:
            restantes = [
                morceau
                for a, b in restantes
                for morceau in ((a, min(b, jeton.boite.x0)), (max(a, jeton.boite.x1), b))
                if morceau[1] - morceau[0] >= blanc
            ]
    return restantes


def _bord(rangs: Sequence[Rang], gauche: float, haut: float, bas: float) -> float:
    """Left edge of the left block: right of the labels when the rows share a column of labels."""
    communes = [
        rang.segments[0].boite
        for rang in rangs
        if haut <= rang.boite.y0 <= bas
        and len(rang.segments) >= 3
        and rang.segments[0].boite.x1 < gauche
    ]
    return max((b.x1 for b in communes), default=0.0)


def _remonter(rangs: Sequence[Rang], haut: float, x: float) -> float:
    """The top of the blocks: a name, a date or « lu et approuvé » may stand above the heading."""
    au_dessus = [r for r in rangs if r.boite.y1 <= haut + 1][-_RANGS_AU_DESSUS:]
    for rang in reversed(au_dessus):
        serre = haut - rang.boite.y1 <= 1.2 * rang.boite.hauteur
        partage = all(s.boite.x1 <= x or s.boite.x0 >= x for s in rang.segments)
        if not (serre and partage and all(_de_signataire(s.texte) for s in rang.segments)):
            break
        haut = rang.boite.y0
    return haut


def _de_signataire(texte: str) -> bool:
    if mention_de_signature(texte) or dates(texte):
        return True
    return len(normaliser(texte).split()) <= 5 and PERSONNE.fullmatch(texte.strip()) is not None
