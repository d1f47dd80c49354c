"""Reading PDFs safely: one call, one plain result, whatever the file does.

Each file is read by a separate process, kept alive from one file to the next. A file that
hangs, exhausts the memory or breaks an engine ends that process only, and says so in its result.
"""

from __future__ import annotations

import os
import threading
import weakref
from dataclasses import asdict
from types import TracebackType
from typing import Any

from ._processus import EchecDeLectureError, Processus, Programme
from ._retour import document_de, en_echec
from .limites import LIMITES_PAR_DEFAUT, LimitesLecture
from .modele import DocumentLu, ErreurFichier, ImagePage

_DEMANDES_PAR_PROCESSUS = 500
"""Files read before a fresh process takes over: a slow leak stays harmless."""
_LIBRES_MAX = 4
"""Idle processes kept; more exist only while more threads read at once."""


class Reserve:
    """The processes of a reader, idle or at work; all run the same programme."""

    def __init__(self, programme: Programme | None = None, libres_max: int = _LIBRES_MAX) -> None:
        self.programme = programme
        self.libres_max = libres_max
        self.verrou = threading.Lock()
        self.libres: list[Processus] = []
        self.tous: set[Processus] = set()
        _reserves.add(self)

    def prendre(self, delai_demarrage: float) -> Processus:
        with self.verrou:
            processus = self.libres.pop() if self.libres else None
        if processus is not None:
            if processus.vivant and processus.demandes < _DEMANDES_PAR_PROCESSUS:
                return processus
            self.jeter(processus)
        processus = Processus(delai_demarrage, self.programme)
        with self.verrou:
            self.tous.add(processus)
        return processus

    def rendre(self, processus: Processus) -> None:
        with self.verrou:
            garder = len(self.libres) < self.libres_max and processus in self.tous
            if garder:
                self.libres.append(processus)
        if not garder:
            self.jeter(processus)

    def jeter(self, processus: Processus) -> None:
        with self.verrou:
            self.tous.discard(processus)
        processus.finir()

    def demander(
        self, tete: dict[str, Any], corps: bytes, delai: float, limites: LimitesLecture
    ) -> tuple[Any, bytes]:
        """Ask an idle process, or a new one; one that fails is thrown away."""
        processus = self.prendre(limites.delai_demarrage)
        try:
            reponse = processus.demander(tete, corps, delai)
        except BaseException:
            self.jeter(processus)
            raise
        self.rendre(processus)
        return reponse

    def finir(self) -> None:
        with self.verrou:
            condamnes, self.tous, self.libres = self.tous, set(), []
        for processus in condamnes:
            processus.finir()

    def vider_apres_fork(self) -> None:
        """A fork copies handles on processes that it does not own, and perhaps a held lock."""
        for processus in self.tous:
            processus.oublier()
        self.verrou = threading.Lock()
        self.libres, self.tous = [], set()


_reserves: weakref.WeakSet[Reserve] = weakref.WeakSet()


def _apres_fork() -> None:
    for reserve in list(_reserves):
        reserve.vider_apres_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_apres_fork)


class LecteurPdf:
    """Reads PDFs, for any number of threads; each reads with a process of its own.

    Processes start on first use and end with ``fermer``, at the end of a ``with`` block, when
    the reader is forgotten, or when the program ends. A closed reader may be used again.
    """

    def __init__(self, limites: LimitesLecture = LIMITES_PAR_DEFAUT) -> None:
        self.limites = limites
        self._reserve = Reserve()
        self._fin = weakref.finalize(self, self._reserve.finir)

    def __enter__(self) -> LecteurPdf:
        return self

    def __exit__(
        self,
        genre: type[BaseException] | None,
        erreur: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.fermer()

    def fermer(self) -> None:
        """End the processes."""
        self._reserve.finir()

    def lire(self, octets: bytes, limites: LimitesLecture | None = None) -> DocumentLu:
        """Read one file. Never raises for what the file is; nothing is tried twice."""
        bornes = limites or self.limites
        if len(octets) > bornes.taille_max:
            detail = f"{len(octets)} octets, plus que {bornes.taille_max}"
            return en_echec(octets, ErreurFichier.TROP_GROS, detail)
        try:
            recu, _ = self._reserve.demander(asdict(bornes), octets, bornes.delai, bornes)
        except EchecDeLectureError as echec:
            return en_echec(octets, echec.erreur, echec.detail)
        return document_de(octets, recu)

    def image(
        self, octets: bytes, page: int, limites: LimitesLecture | None = None
    ) -> ImagePage | None:
        """The picture of one page (from 1) in shades of grey; None when it cannot be had."""
        bornes = limites or self.limites
        try:
            tete, corps = self._reserve.demander(
                {**asdict(bornes), "image": page}, octets, bornes.delai, bornes
            )
        except EchecDeLectureError:
            return None
        return ImagePage(**tete, gris=corps) if "echelle" in tete else None


_partage = LecteurPdf()


def lire_pdf(octets: bytes, limites: LimitesLecture = LIMITES_PAR_DEFAUT) -> DocumentLu:
    """Read one file with the reader that the whole program shares."""
    return _partage.lire(octets, limites)


def image_de_page(
    octets: bytes, page: int, limites: LimitesLecture = LIMITES_PAR_DEFAUT
) -> ImagePage | None:
    """The picture of one page (from 1), with the reader that the whole program shares."""
    return _partage.image(octets, page, limites)
