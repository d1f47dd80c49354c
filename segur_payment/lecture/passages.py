"""The pages that proofs quote, as pictures on which the quoted words can be marked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from segur_payment.dossier import Preuve
from segur_payment.lecture.entree import Entree
from segur_payment.lecture.pdf import Apercu, Boite, LimitesLecture, apercu_de_page, lire_pdf
from segur_payment.lecture.reperage import PageReperable
from segur_payment.lecture.sources import Source, entrees

PAGES_MAX = 40
"""Pages shown in one report."""
OCTETS_MAX = 6_000_000
"""Bytes of their pictures, all together: the report must still open from a mailbox."""
_PLACES_MAX = 3
"""Places beyond which showing them all tells nothing: « non » stands everywhere."""
_ABSENT = "le fichier n’a pas été fourni"


class Lieu(NamedTuple):
    """A page of a file, told by its content."""

    sha256: str
    page: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words of a proof stand, or why they cannot be shown."""

    lieu: Lieu | None = None
    """The page to show; None: it cannot be shown."""
    places: tuple[tuple[Boite, ...], ...] = ()
    """Each place of the words on the page, one box per line."""
    reserve: str | None = None
    """Why the page or the words are not shown, in French."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The pictures of the pages quoted, and the passage of each proof that names a page."""

    apercus: dict[Lieu, Apercu]
    par_preuve: dict[Preuve, Passage]


def montrer(
    preuves: Iterable[Preuve], source: Source, limites: LimitesLecture | None = None
) -> Passages:
    """Show the pages of ``preuves``, the first ones first, within bounds of number and bytes.

    A file is recognised by its SHA-256 only: one that changed is not shown.

    Raises:
        ErreurEntree: the source is no dossier.
    """
    montreur = _Montreur(entrees(source, limites or LimitesLecture()), limites or LimitesLecture())
    passages = {p: montreur.passage(p) for p in dict.fromkeys(preuves) if p.page is not None}
    return Passages(montreur.apercus, passages)


class _Montreur:
    def __init__(self, lues: Iterable[Entree], limites: LimitesLecture) -> None:
        self._limites = limites
        ouvertes = [e for e in lues if not e.refus]
        self._octets = {hashlib.sha256(e.octets).hexdigest(): e.octets for e in ouvertes}
        self._noms = {e.nom for e in ouvertes}
        self._pages: dict[Lieu, PageReperable] = {}
        self._reste = OCTETS_MAX
        self.apercus: dict[Lieu, Apercu] = {}

    def passage(self, preuve: Preuve) -> Passage:
        assert preuve.page is not None
        if preuve.sha256 not in self._octets:
            change = preuve.fichier in self._noms
            return _non_montree("le fichier a changé depuis le verdict" if change else _ABSENT)
        lieu = Lieu(preuve.sha256, preuve.page)
        if obstacle := self._montrer(lieu):
            return _non_montree(obstacle)
        return self._reperer(lieu, preuve)

    def _montrer(self, lieu: Lieu) -> str | None:
        """Why the page cannot be shown; None when it is."""
        if lieu in self.apercus:
            return None
        if len(self.apercus) == PAGES_MAX:
            return f"ce rapport en montre {PAGES_MAX} au plus"
        apercu = apercu_de_page(self._octets[lieu.sha256], lieu.page, self._limites)
        if apercu is None:
            return "elle n’a pas pu être dessinée"
        if len(apercu.png) > self._reste:
            return "les images de ce rapport seraient trop lourdes"
        self._reste -= len(apercu.png)
        self.apercus[lieu] = apercu
        return None

    def _reperer(self, lieu: Lieu, preuve: Preuve) -> Passage:
        if preuve.confiance is not None:
            return Passage(lieu, reserve="mots lus sur une image : leur place n’est pas marquée")
        places = self._page(lieu).places(preuve.extrait)
        if not places:
            return Passage(lieu, reserve="ces mots n’ont pas été retrouvés sur la page")
        if len(places) > _PLACES_MAX:
            raison = f"ces mots figurent à {len(places)} endroits de la page, aucun n’est marqué"
            return Passage(lieu, reserve=raison)
        return Passage(lieu, tuple(places))

    def _page(self, lieu: Lieu) -> PageReperable:
        if lieu not in self._pages:
            lu = lire_pdf(self._octets[lieu.sha256], self._limites)
            self._pages[lieu] = PageReperable(lu, lieu.page)
        return self._pages[lieu]


def _non_montree(raison: str) -> Passage:
    return Passage(reserve=f"page non montrée : {raison}")
