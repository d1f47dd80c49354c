"""Where the files come from: a folder, a zip, one PDF, or bytes in memory. All are hostile."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from segur_payment.erreurs import ErreurEntree
from segur_payment.lecture.pdf.limites import LimitesLecture

MANIFESTE = "dossier.toml"
FICHIERS_MAX = 500
_IGNORES = {"thumbs.db", "desktop.ini"}
Source = str | os.PathLike[str] | Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Entree:
    """A file of the dossier, or the reason why its bytes cannot be had."""

    nom: str
    octets: bytes = b""
    refus: str | None = None


def entrees(source: Source, limites: LimitesLecture) -> list[Entree]:
    """The files of the source, sorted by name, the manifest included.

    Raises:
        ErreurEntree: the source is missing, is no folder, zip or PDF, or holds no file.
    """
    lues = sorted(_lire(source, limites), key=lambda e: e.nom)
    if not [e for e in lues if e.nom != MANIFESTE]:
        raise ErreurEntree("Le dossier est vide : aucun fichier à examiner.")
    if len(lues) > FICHIERS_MAX:
        raise ErreurEntree(f"Le dossier contient plus de {FICHIERS_MAX} fichiers.")
    return lues


def _lire(source: Source, limites: LimitesLecture) -> Iterator[Entree]:
    if isinstance(source, Mapping):
        return (
            _bornee(nom_sur(lisible(nom)), bytes(octets), limites) for nom, octets in source.items()
        )
    chemin = Path(source)
    try:
        if chemin.is_dir():
            return _dossier(chemin, limites)
        if zipfile.is_zipfile(chemin):
            return _archive(chemin, limites)
        if chemin.is_file() and chemin.suffix.lower() == ".pdf":
            return iter([_fichier(chemin, chemin.name, limites)])
    except (OSError, ValueError) as erreur:
        raise ErreurEntree(f"Chemin illisible : {chemin}.") from erreur
    if not chemin.exists():
        raise ErreurEntree(f"Chemin introuvable : {chemin}.")
    raise ErreurEntree(f"Ni un dossier, ni une archive zip, ni un PDF : {chemin}.")


def nom_sur(nom: str) -> str:
    """A name that stays inside the dossier.

    Raises:
        ErreurEntree: the name is absolute or climbs out with « .. ».
    """
    chemin = PurePosixPath(nom.replace("\\", "/"))
    if chemin.is_absolute() or ".." in chemin.parts or nom[1:2] == ":" or not chemin.parts:
        raise ErreurEntree(f"Nom de fichier refusé, il sort du dossier : {nom!r}.")
    return str(chemin)


def _bornee(nom: str, octets: bytes, limites: LimitesLecture) -> Entree:
    if len(octets) > limites.taille_max:
        return Entree(nom, refus="le fichier est trop gros")
    return Entree(nom, octets)


def _dossier(racine: Path, limites: LimitesLecture) -> Iterator[Entree]:
    sommet = racine.resolve()
    for dossier, sous_dossiers, noms in os.walk(racine):
        sous_dossiers[:] = sorted(d for d in sous_dossiers if not d.startswith("."))
        liens = [d for d in sous_dossiers if Path(dossier, d).is_symlink()]
        for nom in sorted((*noms, *liens)):
            if nom.startswith((".", "~$")) or nom.lower() in _IGNORES:
                continue
            chemin = Path(dossier, nom)
            relatif = chemin.relative_to(racine).as_posix()
            nom_dit = lisible(relatif)
            if refus := _refus_du_lien(chemin, sommet):
                yield Entree(nom_dit, refus=refus)
            else:
                yield _fichier(chemin, nom_dit, limites)


def _refus_du_lien(chemin: Path, sommet: Path) -> str | None:
    """Why a link is not followed; None for a file of the dossier."""
    try:
        if not chemin.resolve().is_relative_to(sommet):
            return "c’est un lien qui sort du dossier"
    except (OSError, RuntimeError):
        return "c’est un lien qui ne mène nulle part"
    return "c’est un lien vers un dossier" if chemin.is_dir() else None


def lisible(nom: str) -> str:
    """A name that any output can write: what is not Unicode becomes « � »."""
    return nom.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _fichier(chemin: Path, nom: str, limites: LimitesLecture) -> Entree:
    try:
        etat = chemin.stat()
        if not stat.S_ISREG(etat.st_mode):
            return Entree(nom, refus="ce n’est pas un fichier ordinaire")
        if etat.st_size > limites.taille_max:
            return Entree(nom, refus="le fichier est trop gros")
        return Entree(nom, chemin.read_bytes())
    except OSError:
        return Entree(nom, refus="le système refuse sa lecture")


def _archive(chemin: Path, limites: LimitesLecture) -> Iterator[Entree]:
    try:
        with zipfile.ZipFile(chemin) as archive:
            infos = [i for i in archive.infolist() if not i.is_dir() and not _parasite(i.filename)]
            if len(infos) > FICHIERS_MAX:
                raise ErreurEntree(f"L’archive contient plus de {FICHIERS_MAX} fichiers.")
            lues = [_membre(archive, info, limites) for info in infos]
    except (zipfile.BadZipFile, OSError, NotImplementedError) as erreur:
        raise ErreurEntree(f"Archive zip illisible : {chemin}.") from erreur
    return iter(_sans_racine(lues))


def _parasite(nom: str) -> bool:
    parties = PurePosixPath(nom.replace("\\", "/")).parts
    return "__MACOSX" in parties or any(p.startswith(".") and p != ".." for p in parties)


def _membre(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limites: LimitesLecture) -> Entree:
    try:
        nom = nom_sur(info.filename)
    except ErreurEntree:
        return Entree(PurePosixPath(info.filename).name or "?", refus="son nom sort de l’archive")
    if info.flag_bits & 0x1:
        return Entree(nom, refus="il est protégé par un mot de passe dans l’archive")
    try:
        with archive.open(info) as flux:
            octets = flux.read(limites.taille_max + 1)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return Entree(nom, refus="il est abîmé dans l’archive")
    except Exception:  # noqa: BLE001 - zlib.error and friends: a bad member, not our failure
        return Entree(nom, refus="il est abîmé dans l’archive")
    return _bornee(nom, octets, limites)


def _sans_racine(lues: list[Entree]) -> list[Entree]:
    """A zip of a folder: the folder's own name is dropped when all files share it."""
    tetes = {PurePosixPath(e.nom).parts[0] for e in lues}
    if len(tetes) != 1 or any(len(PurePosixPath(e.nom).parts) < 2 for e in lues):
        return lues
    return [Entree("/".join(PurePosixPath(e.nom).parts[1:]), e.octets, e.refus) for e in lues]
