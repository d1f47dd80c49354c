"""Ticked boxes, bound to their labels by their place on the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from segur_payment.dossier import Preuve
from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.document import Document, une_fois
from segur_payment.lecture.mise_en_page import COCHEE, INDECISE, VIDE, Jeton, Rang

_BOITES = (COCHEE, VIDE, INDECISE)
_LIGNES_DE_TABLEAU = 25


@dataclass(frozen=True, slots=True)
class Choix:
    """The option that is ticked."""

    option: str
    preuve: Preuve


def libelles_refuses(document: Document) -> set[int]:
    """Identities of the words that stand beside a box that is not ticked."""
    return {id(j) for case in cases(document) if case.etat == VIDE for j in case.jetons}


@dataclass(frozen=True)
class Case:
    """A box and the words of its label."""

    etat: str
    jetons: tuple[Jeton, ...]

    @cached_property
    def label(self) -> str:
        """Its words in normal form."""
        return Texte.de(
            " ".join(j.texte for j in self.jetons if j.texte not in _BOITES)
        ).normal.strip()


@une_fois
def cases(document: Document) -> tuple[Case, ...]:
    """Every box of the document with its label."""
    return tuple(
        case
        for rang, ligne in enumerate(document.rangs)
        for case in _cases_du_rang(document, rang, ligne)
    )


def _etat(document: Document, rang: int, boite: Jeton) -> str:
    """A tick in the column « Non » of a table says no."""
    if boite.texte != COCHEE:
        return boite.texte
    for ligne in reversed(document.rangs[max(0, rang - _LIGNES_DE_TABLEAU) : rang]):
        titres = {s.lu.normal.strip(" :"): s.boite for s in ligne.segments}
        if ligne.segments[0].page != boite.page or not {"oui", "non"} <= titres.keys():
            continue
        oui, non = (abs(titres[t].x0 + titres[t].x1 - boite.boite.x0 - boite.boite.x1)
                    for t in ("oui", "non"))  # fmt: skip
        return VIDE if non < oui else COCHEE
    return boite.texte


def _cases_du_rang(document: Document, rang: int, ligne: Rang) -> Iterator[Case]:
    """The boxes of a row; cells that hold boxes and their labels are read each by itself."""
    avec = [s for s in ligne.segments if any(j.texte in _BOITES for j in s.jetons)]
    if (
        len(ligne.segments) > 1
        and all(s.jetons[-1].texte in _BOITES for s in avec)
        and all(s.jetons[0].texte not in _BOITES for s in avec)
    ):
        for segment in avec:
            yield from _cases_des(document, rang, list(segment.jetons))
        return
    yield from _cases_des(document, rang, [j for s in ligne.segments for j in s.jetons])


def _cases_des(document: Document, rang: int, jetons: list[Jeton]) -> Iterator[Case]:
    places = [i for i, j in enumerate(jetons) if j.texte in _BOITES]
    if not places:
        return
    if _boites_apres(jetons, places):
        debuts = [0, *(p + 1 for p in places)]
        for debut, place in zip(debuts, places, strict=False):
            etat = _etat(document, rang, jetons[place])
            yield Case(etat, tuple(jetons[debut : place + 1]))
        return
    for place, fin in zip(places, [*places[1:], len(jetons)], strict=True):
        suite = list(jetons[place:fin])
        if fin == len(jetons):
            suite += _suite(document, rang, jetons[place])
        yield Case(jetons[place].texte, tuple(suite))


def _boites_apres(jetons: list[Jeton], places: list[int]) -> bool:
    """Whether the labels stand before their boxes: the row ends with one, nearer to the left."""
    return places[-1] == len(jetons) - 1 and places[0] != 0


def _suite(document: Document, rang: int, boite: Jeton) -> Iterator[Jeton]:
    """The lines below that continue a label: aligned with its text, no box of their own."""
    for ligne in document.rangs[rang + 1 : rang + 5]:
        jetons = [j for s in ligne.segments for j in s.jetons]
        aligne = jetons[0].boite.x0 > boite.boite.x1 and jetons[0].page == boite.page
        if not aligne or any(j.texte in _BOITES for j in jetons):
            return
        yield from jetons


def choix_coche(
    document: Document, options: Mapping[str, str], *, pres_de: str | None = None
) -> Choix | str | None:
    """The one option whose box is ticked.

    Returns:
        The choice; a French reason when the boxes contradict each other or cannot be read; None
        when no such boxes exist.
    """
    prefixe = rf"(?:(?:un |le |la |pour (?:le |un )?)?{pres_de}\w*\s*)?" if pres_de else ""
    trouvees = [
        (option, case)
        for case in cases(document)
        for option, motif in options.items()
        if re.match(rf"\W*{prefixe}{motif}\b", case.label)
    ]
    if not trouvees:
        return None
    cochees = {option: case for option, case in trouvees if case.etat == COCHEE}
    if len(cochees) == 1:
        option, case = cochees.popitem()
        return Choix(option, document.preuve(case.jetons[:30]))
    if len(cochees) > 1:
        return "plusieurs cases sont cochées à la fois"
    if any(case.etat == INDECISE for _, case in trouvees):
        return "l’état des cases à cocher ne se lit pas"
    return None
