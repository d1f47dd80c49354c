"""Where the files come from: a folder, a zip, one PDF, or bytes in memory. All are hostile."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count, islice
from pathlib import Path, PurePosixPath

from segur_payment.erreurs import ErreurEntree
from segur_payment.lecture.archives import ArchiveRefuseeError, deplier, est_archive, fichiers
from segur_payment.lecture.entree import Budget, Entree, est_du_systeme, lisible, nom_sur
from segur_payment.lecture.pdf.limites import LimitesLecture

MANIFESTE = "dossier.toml"
Source = str | os.PathLike[str] | Mapping[str, bytes]


def entrees(source: Source, limites: LimitesLecture) -> list[Entree]:
    """The files of the source, sorted by name, the manifest included.

    A zip among the files is opened, one level deep. Files of the same name are told apart.

    Raises:
        ErreurEntree: the source is missing, is no folder, zip or PDF, or holds no file.
    """
    maximum = limites.fichiers_max
    lues = list(islice(_lire(source, Budget(limites)), maximum + 1))
    if not [e for e in lues if e.nom != MANIFESTE]:
        raise ErreurEntree("Le dossier est vide : aucun fichier à examiner.")
    if len(lues) > maximum:
        raise ErreurEntree(f"Le dossier contient plus de {maximum} fichiers.")
    distinctes = _distinguer(sorted(lues, key=lambda e: (e.nom, e.refus is not None)))
    return sorted(distinctes, key=lambda e: e.nom)


def _lire(source: Source, budget: Budget) -> Iterator[Entree]:
    if isinstance(source, Mapping):
        return _en_memoire(source, budget)
    chemin = Path(source)
    try:
        if chemin.is_dir():
            return _dossier(chemin, budget)
        if _est_zip(chemin):
            with chemin.open("rb", buffering=0) as brut:
                return iter(fichiers(brut, budget))
        if chemin.is_file() and chemin.suffix.lower() == ".pdf":
            return iter([_fichier(chemin, chemin.name, budget)])
    except ArchiveRefuseeError as refus:
        raise ErreurEntree(f"Archive zip illisible : {chemin} {refus}.") from refus
    except (OSError, ValueError) as erreur:
        raise ErreurEntree(f"Chemin illisible : {chemin}.") from erreur
    if not chemin.exists():
        raise ErreurEntree(f"Chemin introuvable : {chemin}.")
    raise ErreurEntree(f"Ni un dossier, ni une archive zip, ni un PDF : {chemin}.")


def _est_zip(chemin: Path) -> bool:
    """By its beginning too: a PDF may carry a zip inside."""
    if not chemin.is_file():
        return False
    with chemin.open("rb") as flux:
        return est_archive(flux.read(4)) and zipfile.is_zipfile(chemin)


def _en_memoire(source: Mapping[str, bytes], budget: Budget) -> Iterator[Entree]:
    for nom, octets in sorted(source.items()):
        yield from deplier(_fournie(nom_sur(lisible(nom)), bytes(octets), budget), budget)


def _fournie(nom: str, octets: bytes, budget: Budget) -> Entree:
    return budget.lire(nom, len(octets), lambda tampon, _: tampon.extend(octets))


def _dossier(racine: Path, budget: Budget) -> Iterator[Entree]:
    sommet = racine.resolve()
    for dossier, sous_dossiers, noms in os.walk(racine):
        sous_dossiers[:] = sorted(d for d in sous_dossiers if not est_du_systeme(d))
        liens = [d for d in sous_dossiers if Path(dossier, d).is_symlink()]
        for nom in sorted((*noms, *liens)):
            if est_du_systeme(nom):
                continue
            chemin = Path(dossier, nom)
            nom_dit = lisible(chemin.relative_to(racine).as_posix())
            if refus := _refus_du_lien(chemin, sommet):
                yield Entree(nom_dit, refus=refus)
            else:
                yield from deplier(_fichier(chemin, nom_dit, budget), budget)


def _refus_du_lien(chemin: Path, sommet: Path) -> str | None:
    """Why a link is not followed; None for a file of the dossier."""
    try:
        if not chemin.resolve().is_relative_to(sommet):
            return "c’est un lien qui sort du dossier"
    except (OSError, RuntimeError):
        return "c’est un lien qui ne mène nulle part"
    return "c’est un lien vers un dossier" if chemin.is_dir() else None


def _fichier(chemin: Path, nom: str, budget: Budget) -> Entree:
    def lire(tampon: bytearray, maximum: int) -> None:
        with chemin.open("rb") as flux:
            tampon += flux.read(maximum + 1)

    try:
        etat = chemin.stat()
        if not stat.S_ISREG(etat.st_mode):
            return Entree(nom, refus="ce n’est pas un fichier ordinaire")
        return budget.lire(nom, etat.st_size, lire)
    except OSError:
        return Entree(nom, refus="le système refuse sa lecture")


def _distinguer(lues: Iterable[Entree]) -> Iterator[Entree]:
    """« pv.pdf », « pv (2).pdf »: an archive may hold several files of one name."""
    pris: set[str] = set()
    for entree in lues:
        nom = entree.nom
        if nom in pris:
            chemin = PurePosixPath(nom)
            noms = (f"{chemin.stem} ({rang}){chemin.suffix}" for rang in count(2))
            nom = next(n for n in map(str, map(chemin.with_name, noms)) if n not in pris)
        pris.add(nom)
        yield replace(entree, nom=nom)
