"""The rows of each page, its page number apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.lecture.mise_en_page import Jeton, Rang, jetons_de, rangs_de
from segur_payment.lecture.pdf.modele import Champ, PageLue

_PAGINATION = re.compile(r"(?:page )?\d{1,3}(?: ?(?:/|sur|de) ?\d{1,3})?|- ?\d{1,3} ?-")
Rangs = tuple[tuple[Rang, ...], ...]


def ranger(pages: Sequence[PageLue], champs: Sequence[Champ]) -> tuple[Rangs, Rangs]:
    """The rows of each page, and those that hold a page number only."""
    corps, folios = [], []
    for page in pages:
        rangs = [] if page.couche_douteuse else rangs_de(_jetons(page, champs))
        numerotes = [_pagination(rang, page) for rang in rangs]
        corps.append(tuple(r for r, n in zip(rangs, numerotes, strict=True) if not n))
        folios.append(tuple(r for r, n in zip(rangs, numerotes, strict=True) if n))
    return tuple(corps), tuple(folios)


def _jetons(page: PageLue, champs: Sequence[Champ]) -> list[Jeton]:
    return jetons_de(page, [c for c in champs if c.page == page.numero])


def _pagination(rang: Rang, page: PageLue) -> bool:
    if page.hauteur * 0.08 < rang.boite.y0 < page.hauteur * 0.9:
        return False
    texte = " ".join(s.texte for s in rang.segments).lower()
    return _PAGINATION.fullmatch(texte) is not None
