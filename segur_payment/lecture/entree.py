"""A file that comes in, its name, and what all of them together may cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from segur_payment.erreurs import ErreurEntree
from segur_payment.lecture.pdf.limites import LimitesLecture

_IGNORES = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


@dataclass(frozen=True, slots=True)
class Entree:
    """A file of the dossier, or the reason why its bytes cannot be had."""

    nom: str
    octets: bytes = b""
    refus: str | None = None


class Budget:
    """What one dossier may still cost; bytes read for nothing are spent too."""

    def __init__(self, limites: LimitesLecture) -> None:
        self.limites = limites
        self._reste = limites.total_max

    def lire(self, nom: str, taille: int, lire: Callable[[bytearray, int], None]) -> Entree:
        """The file ``nom``, said to have ``taille`` bytes.

        ``lire(tampon, n)`` appends its bytes, and stops once there are more than n.
        """
        maximum = min(self.limites.taille_max, self._reste)
        tampon = bytearray()
        if taille <= maximum:
            try:
                lire(tampon, maximum)
            finally:
                self._reste = max(0, self._reste - len(tampon))
        if max(taille, len(tampon)) <= maximum:
            return Entree(nom, bytes(tampon))
        seul = max(taille, len(tampon)) > self.limites.taille_max
        return Entree(nom, refus="le fichier est trop gros" if seul else _DE_TROP)


_DE_TROP = "les fichiers du dossier, ensemble, sont trop gros"


def nom_sur(nom: str) -> str:
    """A name that stays inside the dossier.

    Raises:
        ErreurEntree: the name is absolute or climbs out with « .. ».
    """
    chemin = PurePosixPath(nom.replace("\\", "/"))
    disque = nom[1:2] == ":" and nom[0].isascii() and nom[0].isalpha()
    if chemin.is_absolute() or ".." in chemin.parts or disque or not chemin.parts:
        raise ErreurEntree(f"Nom de fichier refusé, il sort du dossier : {nom!r}.")
    return str(chemin)


def lisible(nom: str) -> str:
    """A name that any output can write: what is not Unicode becomes « � »."""
    return nom.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def est_du_systeme(nom: str) -> bool:
    """Whether a system or an editor left it there, beside the files that a person put."""
    parties = PurePosixPath(nom.replace("\\", "/")).parts
    return any((p.startswith((".", "~$")) and p != "..") or p.lower() in _IGNORES for p in parties)
