"""Reading PDFs safely: one call, one plain result, whatever the file does.

Each file is read by a separate process, kept alive from one file to the next. A file that
hangs, exhausts the memory or breaks an engine ends that process only, and says so in its result.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import threading
import weakref
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from types import TracebackType
from typing import Any

from ._memoire import Memoire
from ._processus import EchecDeLectureError, Processus, Programme
from ._retour import Empreinte, document_de, en_echec
from .limites import LIMITES_PAR_DEFAUT, LimitesLecture
from .modele import Apercu, DocumentLu, ErreurFichier, ImagePage

_DEMANDES_PAR_PROCESSUS = 500
"""Files read before a fresh process takes over: a slow leak stays harmless."""
_LIBRES_MAX = 4
"""Idle processes kept; more exist only while more threads read at once."""


_RETENUS = 32
"""Documents that the shared reader remembers: the terms of use of an éditeur come back in each
of its dossiers."""


def _ensemble_max() -> int:
    """Files read at once for one dossier: one by core, four at most.

    A worker of a process pool reads one at a time: the pool itself keeps the cores busy.
    """
    if multiprocessing.parent_process() is not None:
        return 1
    coeurs = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(_LIBRES_MAX, coeurs or 1)


class Reserve:
    """What a reader keeps between two files: processes of one programme, and documents."""

    def __init__(
        self,
        programme: Programme | None = None,
        libres_max: int = _LIBRES_MAX,
        retenir: int = 0,
    ) -> None:
        self.programme = programme
        self.libres_max = libres_max
        self.memoire = Memoire(retenir)
        self.verrou = threading.Lock()
        self.places = threading.Semaphore(_LIBRES_MAX)
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
        self.oublier()
        for processus in condamnes:
            processus.finir()

    def oublier(self) -> None:
        self.memoire = Memoire(self.memoire.documents_max)

    def vider_apres_fork(self) -> None:
        """A fork copies handles on processes that it does not own, and perhaps held locks."""
        for processus in self.tous:
            processus.oublier()
        self.verrou = threading.Lock()
        self.places = threading.Semaphore(_LIBRES_MAX)
        self.libres, self.tous = [], set()
        self.oublier()


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

    Args:
        limites: bounds of each reading, unless others are given with the file.
        retenir: number of documents remembered by their digest and limits; none by default.
    """

    def __init__(self, limites: LimitesLecture = LIMITES_PAR_DEFAUT, *, retenir: int = 0) -> None:
        self.limites = limites
        self._reserve = Reserve(retenir=retenir)
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
        """End the processes and forget the documents."""
        self._reserve.finir()

    def oublier(self) -> None:
        """Forget the documents: the next file is read, whatever was read before."""
        self._reserve.oublier()

    def lire(self, octets: bytes, limites: LimitesLecture | None = None) -> DocumentLu:
        """Read one file. Never raises for what the file is; nothing is tried twice."""
        bornes = limites or self.limites
        fichier = Empreinte(hashlib.sha256(octets).hexdigest(), len(octets))
        if len(octets) > bornes.taille_max:
            detail = f"{len(octets)} octets, plus que {bornes.taille_max}"
            return en_echec(fichier, ErreurFichier.TROP_GROS, detail)
        memoire, cle = self._reserve.memoire, (fichier.sha256, bornes)
        if (connu := memoire.chercher(cle)) is not None:
            return connu
        document = self._lire(fichier, octets, bornes)
        memoire.retenir(cle, document)
        return document

    def _lire(self, fichier: Empreinte, octets: bytes, bornes: LimitesLecture) -> DocumentLu:
        try:
            recu, boites = self._reserve.demander(asdict(bornes), octets, bornes.delai, bornes)
        except EchecDeLectureError as echec:
            return en_echec(fichier, echec.erreur, echec.detail)
        return document_de(fichier, recu, boites)

    def lire_tous(
        self, fichiers: Sequence[bytes], limites: LimitesLecture | None = None
    ) -> Iterator[DocumentLu]:
        """Read several files at once; the results come in the order of the files."""
        ensemble = min(_ensemble_max(), len(fichiers))
        if ensemble < 2:
            yield from (self.lire(octets, limites) for octets in fichiers)
            return

        def lire(octets: bytes) -> DocumentLu:
            with self._reserve.places:
                return self.lire(octets, limites)

        with ThreadPoolExecutor(ensemble, "segur-pdf") as fils:
            try:
                lus = fils.map(lire, fichiers)
            except RuntimeError:  # no new thread: the interpreter is ending
                lus = map(lire, fichiers)
            yield from lus

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

    def apercu(
        self, octets: bytes, page: int, limites: LimitesLecture | None = None
    ) -> Apercu | None:
        """The picture of one page (from 1) to be shown; None when it cannot be had."""
        bornes = limites or self.limites
        try:
            tete, corps = self._reserve.demander(
                {**asdict(bornes), "apercu": page}, octets, bornes.delai, bornes
            )
        except EchecDeLectureError:
            return None
        return Apercu(**tete, png=corps) if "largeur" in tete else None


_partage = LecteurPdf(retenir=_RETENUS)


def lire_pdf(octets: bytes, limites: LimitesLecture = LIMITES_PAR_DEFAUT) -> DocumentLu:
    """Read one file with the reader that the whole program shares, which remembers the last."""
    return _partage.lire(octets, limites)


def lire_pdfs(
    fichiers: Sequence[bytes], limites: LimitesLecture = LIMITES_PAR_DEFAUT
) -> Iterator[DocumentLu]:
    """Read several files at once with the reader that the whole program shares."""
    return _partage.lire_tous(fichiers, limites)


def image_de_page(
    octets: bytes, page: int, limites: LimitesLecture = LIMITES_PAR_DEFAUT
) -> ImagePage | None:
    """The picture of one page (from 1), with the reader that the whole program shares."""
    return _partage.image(octets, page, limites)


def apercu_de_page(
    octets: bytes, page: int, limites: LimitesLecture = LIMITES_PAR_DEFAUT
) -> Apercu | None:
    """The picture of one page (from 1) to be shown, with the reader that the program shares."""
    return _partage.apercu(octets, page, limites)
