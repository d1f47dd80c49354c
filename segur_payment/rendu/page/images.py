"""The pages that proofs quote: each picture stands once, its crops and its marks refer to it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from segur_payment.dossier import Preuve
from segur_payment.verdict import Constat

if TYPE_CHECKING:
    from segur_payment.lecture.passages import Lieu, Passages
    from segur_payment.lecture.pdf import Apercu, Boite

_MARGE_X, _MARGE_Y = 24.0, 20.0
_LARGEUR_MIN, _HAUTEUR_MIN = 330.0, 60.0
_PIXELS_PAR_POINT = 1.6
_AUTOUR = 1.5


@dataclass(frozen=True, slots=True)
class Cadre:
    """A rectangle of the page, in points, as SVG writes it."""

    x: float
    y: float
    largeur: float
    hauteur: float

    @property
    def pixels(self) -> int:
        """Width at which the print is read at ease."""
        return round(self.largeur * _PIXELS_PAR_POINT)


@dataclass(frozen=True, slots=True)
class Vignette:
    """A part of the page around a place of the words."""

    cadre: Cadre
    marques: tuple[Cadre, ...]


@dataclass(slots=True)
class PageMontree:
    """A page shown whole at the end of the report."""

    numero: int
    """From 1, in the report."""
    fichier: str
    page: int
    cadre: Cadre
    image: Markup
    accuse: bool = False
    """Whether a defect, or an open question, rests on it."""
    reperes: list[Repere] = field(default_factory=list)


@dataclass(slots=True)
class Repere:
    """Words marked on a page, under a number, for the constats that quote them."""

    numero: int
    extrait: str
    marques: tuple[Cadre, ...]
    accuse: bool = False
    constats: list[tuple[str, str]] = field(default_factory=list)
    """Anchor and code of each."""

    @property
    def ancre(self) -> tuple[float, float]:
        """Where its number stands: left of the words, which it must not hide."""
        premiere = self.marques[0]
        milieu = round(premiere.y + premiere.hauteur / 2, 1)
        return round(max(8.0, premiere.x - 8.5), 1), milieu


@dataclass(frozen=True, slots=True)
class Vue:
    """What is shown of one proof."""

    page: PageMontree | None = None
    repere: Repere | None = None
    vignettes: tuple[Vignette, ...] = ()
    reserve: str | None = None


class Album:
    """The pages shown, in the order of the constats, and what each proof shows of them."""

    def __init__(self, passages: Passages | None) -> None:
        self._passages = passages
        self._pages: dict[Lieu, PageMontree] = {}

    @property
    def pages(self) -> list[PageMontree]:
        """Each page once."""
        return list(self._pages.values())

    def vue(self, preuve: Preuve, ancre: str, constat: Constat) -> Vue:
        """What is shown of ``preuve``, quoted by the ``constat`` that stands at ``ancre``."""
        passage = self._passages.par_preuve.get(preuve) if self._passages else None
        if passage is None or passage.lieu is None:
            return Vue(reserve=passage.reserve if passage else None)
        page = self._page(passage.lieu, preuve)
        page.accuse = page.accuse or constat.defaut or constat.indecis
        if not passage.places:
            return Vue(page=page, reserve=passage.reserve)
        repere = _repere(page, preuve.extrait, passage.places)
        repere.accuse = repere.accuse or constat.defaut or constat.indecis
        if (ancre, constat.code) not in repere.constats:
            repere.constats.append((ancre, constat.code))
        vignettes = tuple(_vignette(place, page.cadre) for place in passage.places)
        return Vue(page, repere, vignettes, passage.reserve)

    def _page(self, lieu: Lieu, preuve: Preuve) -> PageMontree:
        assert self._passages is not None
        if lieu not in self._pages:
            apercu = self._passages.apercus[lieu]
            self._pages[lieu] = PageMontree(
                len(self._pages) + 1, preuve.fichier, lieu.page,
                Cadre(0, 0, apercu.largeur, apercu.hauteur), _image(apercu),
            )  # fmt: skip
        return self._pages[lieu]


def _image(apercu: Apercu) -> Markup:
    return Markup("data:image/png;base64,{}").format(b64encode(apercu.png).decode("ascii"))


def _repere(page: PageMontree, extrait: str, places: Sequence[Sequence[Boite]]) -> Repere:
    connu = next((r for r in page.reperes if r.extrait == extrait), None)
    if connu is None:
        marques = tuple(_cadre(boite) for place in places for boite in place)
        connu = Repere(len(page.reperes) + 1, extrait, marques)
        page.reperes.append(connu)
    return connu


def _cadre(boite: Boite) -> Cadre:
    return Cadre(
        round(boite.x0 - _AUTOUR, 1), round(boite.y0 - _AUTOUR, 1),
        round(boite.largeur + 2 * _AUTOUR, 1), round(boite.hauteur + 2 * _AUTOUR, 1),
    )  # fmt: skip


def _vignette(place: Sequence[Boite], page: Cadre) -> Vignette:
    x, largeur = _etendre(
        min(b.x0 for b in place), max(b.x1 for b in place), _MARGE_X, _LARGEUR_MIN, page.largeur
    )
    y, hauteur = _etendre(
        min(b.y0 for b in place), max(b.y1 for b in place), _MARGE_Y, _HAUTEUR_MIN, page.hauteur
    )
    return Vignette(Cadre(x, y, largeur, hauteur), tuple(_cadre(b) for b in place))


def _etendre(
    debut: float, fin: float, marge: float, minimum: float, bord: float
) -> tuple[float, float]:
    """Start and length of a span widened by ``marge``, at least ``minimum``, inside the page."""
    manque = max(0.0, minimum - (fin - debut) - 2 * marge) / 2
    longueur = min(bord, fin - debut + 2 * (marge + manque))
    depart = min(max(0.0, debut - marge - manque), bord - longueur)
    return round(depart, 1), round(longueur, 1)
