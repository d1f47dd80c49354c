"""One piece cut into several files: « PV page 1.pdf » and « PV page 2.pdf » become one document.

A page that goes on says so: its number follows the last one of another file, or it holds the
signature blocks that a PV lacks. File names are not evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from segur_payment.dossier import Partie, TypePiece
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import ancres_de
from segur_payment.lecture.extraction.perimetre import dit_un_perimetre
from segur_payment.lecture.parts import Part

_PV = (TypePiece.PV_MES, TypePiece.PV_VSR)
_NUMERO = re.compile(
    r"\b(?:page|feuillet|p\.) ?(?P<page>\d{1,3})(?: ?(?:/|sur|de) ?(?P<total>\d{1,3}))?\b"
    r"|^\W*(?P<page2>\d{1,3}) ?/ ?(?P<total2>\d{1,3})\W*$"
)
_MARGE = 0.12


@dataclass(frozen=True, slots=True)
class Suite:
    """``part`` continues the piece whose first part is ``debut``."""

    debut: Part
    part: Part
    raison: str


def suites_de(parts: Sequence[Part]) -> list[Suite]:
    """The parts that continue a piece begun in another file, in the order of the pages."""
    trouvees: list[Suite] = []
    if len({part.document.noms for part in parts}) < 2:
        return trouvees
    fins = {id(p): p for p in parts if p.type is not None and _premiere(p) in (None, 1)}
    for part in sorted(parts, key=lambda p: _premiere(p) or 0):
        if part.role is not None:
            continue
        if suite := _par_le_numero(part, fins) or _par_les_signatures(part, fins):
            trouvees.append(suite)
            fins.pop(id(part), None)
    return trouvees


def _par_le_numero(part: Part, debuts: dict[int, Part]) -> Suite | None:
    """The number at the foot of its first page follows the last number of one piece only."""
    premiere = _numero(part.document, 0)
    if premiere is None or premiere[0] < 2:
        return None
    avant = [
        d
        for d in debuts.values()
        if part.document.noms != d.document.noms
        and part.type in (None, d.type)
        and _precede(_numero(d.document, -1), premiere)
    ]
    if len(avant) != 1:
        return None
    return Suite(avant[0], part, f"page {premiere[0]} d’une pièce commencée dans un autre fichier")


def _precede(avant: tuple[int, int | None] | None, apres: tuple[int, int | None]) -> bool:
    if avant is None or avant[0] != apres[0] - 1:
        return False
    return avant[1] == apres[1]


def _par_les_signatures(part: Part, debuts: dict[int, Part]) -> Suite | None:
    """Signature blocks of both parties and no perimeter: the end of the PV that has none."""
    if part.type not in (None, *_PV) or not _signe_par_les_deux(part.document):
        return None
    if dit_un_perimetre(part.document):
        return None
    sans_bloc = [
        d
        for d in debuts.values()
        if d is not part
        and d.type in _PV
        and part.type in (None, d.type)
        and part.document.noms != d.document.noms
        and not _signe_par_les_deux(d.document)
    ]
    if len(sans_bloc) != 1:
        return None
    return Suite(sans_bloc[0], part, "cadre de signature d’un PV commencé dans un autre fichier")


def _signe_par_les_deux(document: Document) -> bool:
    return {a.partie for a in ancres_de(document, None)} == set(Partie)


def _premiere(part: Part) -> int | None:
    numero = _numero(part.document, 0)
    return numero[0] if numero else None


def _numero(document: Document, rang: int) -> tuple[int, int | None] | None:
    """« Page 2/3 » in the top or bottom margin of a page: (2, 3)."""
    page = document.pages[rang]
    haut, bas = _MARGE * page.hauteur, (1 - _MARGE) * page.hauteur
    marges = [ligne for ligne in document.rangs_des_pages[rang] if not haut < ligne.boite.y0 < bas]
    for ligne in (*document.folios[rang], *reversed(marges)):
        for segment in ligne.segments:
            if trouve := _NUMERO.search(segment.lu.normal):
                total = trouve["total"] or trouve["total2"]
                return int(trouve["page"] or trouve["page2"]), int(total) if total else None
    return None
