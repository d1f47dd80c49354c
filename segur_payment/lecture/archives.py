"""Zip archives: each member is hostile, and so is the directory that describes it."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from segur_payment.erreurs import ErreurEntree
from segur_payment.lecture.entree import Budget, Entree, est_du_systeme, nom_sur

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_LECTURE_MAX = 4_000_000
"""Bytes of an archive read at once: its directory, whose size the archive itself gives."""
_PAS = 4096
"""Bytes decompressed at once: bzip2 and LZMA give back all that 4 kB hold, up to 80 MB."""
_NOM_UTF8 = 0x800
_CHIFFRE = 0x1
_EXTRA_NOM = 0x7075


class ArchiveRefuseeError(Exception):
    """Why nothing of the archive can be read, in French, without its subject."""


class _Flux(io.BufferedReader):
    """Never reads more at once than honest archives need."""

    def read(self, taille: int | None = -1, /) -> bytes:
        if taille is not None and taille > _LECTURE_MAX:
            raise zipfile.BadZipFile("lecture démesurée")
        return super().read(taille)


def est_archive(debut: bytes) -> bool:
    """Whether a file that begins so says it is a zip."""
    return debut.startswith(_SIGNATURES)


def deplier(entree: Entree, budget: Budget) -> list[Entree]:
    """The files of a zip that was found among the files; any other file is itself."""
    if not _est_une_archive(entree):
        return [entree]
    try:
        brut: IO[bytes] = io.BytesIO(entree.octets)
        contenues = fichiers(brut, budget, imbriquee=True)
    except ArchiveRefuseeError as refus:
        return [replace(entree, refus=f"cette archive zip {refus}")]
    return [replace(e, nom=f"{entree.nom}/{e.nom}") for e in contenues]


def _est_une_archive(entree: Entree) -> bool:
    """By its name too: a Word or Excel document is a zip as well."""
    return entree.nom.lower().endswith(".zip") and est_archive(entree.octets)


def fichiers(brut: IO[bytes], budget: Budget, *, imbriquee: bool = False) -> list[Entree]:
    """The files of an archive, and those of the archives that it holds, one level deep.

    Raises:
        ArchiveRefuseeError: it is damaged, empty, or holds too many files.
    """
    try:
        with _Flux(brut) as flux, zipfile.ZipFile(flux) as archive:  # type: ignore[arg-type]
            lues = list(_lire(archive, budget, imbriquee))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as erreur:
        raise ArchiveRefuseeError("est abîmée") from erreur
    if not lues:
        raise ArchiveRefuseeError("est vide")
    return _sans_racine(lues)


def _lire(archive: zipfile.ZipFile, budget: Budget, imbriquee: bool) -> Iterator[Entree]:
    infos = [(nom, i) for i in archive.infolist() if not _a_passer(nom := _nom(i), i)]
    maximum = budget.limites.fichiers_max
    if len(infos) > maximum:
        raise ArchiveRefuseeError(f"contient plus de {maximum} fichiers")
    for nom, info in sorted(infos, key=lambda couple: couple[0]):
        entree = _membre(archive, nom, info, budget)
        if not imbriquee:
            yield from deplier(entree, budget)
        elif _est_une_archive(entree):
            yield replace(entree, refus="c’est une archive dans une archive, elle n’est pas lue")
        else:
            yield entree


def _a_passer(nom: str, info: zipfile.ZipInfo) -> bool:
    dossier = nom.endswith(("/", "\\")) and not info.file_size
    return dossier or est_du_systeme(nom)


def _nom(info: zipfile.ZipInfo) -> str:
    """Its name: Windows writes its own alphabet, other systems UTF-8 without saying so."""
    if info.flag_bits & _NOM_UTF8:
        return info.filename
    brut = info.orig_filename.split("\0")[0].encode("cp437")
    if declare := _nom_declare(info.extra, brut):
        return declare
    try:
        return brut.decode("utf-8")
    except UnicodeDecodeError:
        return brut.decode("cp850")


def _nom_declare(extra: bytes, brut: bytes) -> str | None:
    """The UTF-8 name that some tools add, when it was written for this very name."""
    while len(extra) >= 4:
        genre, longueur = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        champ, extra = extra[4 : 4 + longueur], extra[4 + longueur :]
        if genre == _EXTRA_NOM and champ[1:5] == zlib.crc32(brut).to_bytes(4, "little"):
            return champ[5:].decode("utf-8", "replace").split("\0")[0] or None
    return None


def _membre(archive: zipfile.ZipFile, nom: str, info: zipfile.ZipInfo, budget: Budget) -> Entree:
    try:
        nom = nom_sur(nom)
    except ErreurEntree:
        dernier = nom.replace("\\", "/").rstrip("/").rpartition("/")[2]
        return Entree("?" if dernier in ("", "..") else dernier, refus="son nom sort de l’archive")
    if info.flag_bits & _CHIFFRE:
        return Entree(nom, refus="il est protégé par un mot de passe dans l’archive")
    if stat.S_ISLNK(info.external_attr >> 16):
        return Entree(nom, refus="c’est un lien, pas un fichier")

    def lire(tampon: bytearray, maximum: int) -> None:
        with archive.open(info) as flux:
            while len(tampon) <= maximum and (morceau := flux.read(_PAS)):
                tampon += morceau

    try:
        return budget.lire(nom, info.file_size, lire)
    except NotImplementedError:
        return Entree(nom, refus="sa compression dans l’archive n’est pas prise en charge")
    except Exception:  # noqa: BLE001 - zlib.error and friends: a bad member, not our failure
        return Entree(nom, refus="il est abîmé dans l’archive")


def _sans_racine(lues: list[Entree]) -> list[Entree]:
    """A zip of a folder: the folder's own name is dropped when all files share it."""
    tetes = {PurePosixPath(e.nom).parts[0] for e in lues}
    if len(tetes) != 1 or any(len(PurePosixPath(e.nom).parts) < 2 for e in lues):
        return lues
    return [replace(e, nom="/".join(PurePosixPath(e.nom).parts[1:])) for e in lues]
