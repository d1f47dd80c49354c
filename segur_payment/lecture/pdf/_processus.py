"""The reading process seen from its parent: started, asked, watched, ended."""

from __future__ import annotations

import importlib.machinery
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from . import _trames
from .modele import ErreurFichier

_DOSSIER = Path(__file__).resolve().parent
_BIBLIOTHEQUES = ("pypdf", "pypdfium2", "pypdfium2_raw", "pypdfium2_cfg", "cryptography")
_AMORCE = """
import sys, importlib.util as u
dossier, *ailleurs = sys.argv[1:]
sys.path += [d for d in ailleurs if d not in sys.path]
s = u.spec_from_file_location("_segur_pdf", dossier + "/__init__.py",
                              submodule_search_locations=[dossier])
sys.modules["_segur_pdf"] = u.module_from_spec(s)
import _segur_pdf.enfant
_segur_pdf.enfant.principal()
"""
"""Loads the modules of this folder alone: not the library around them, nothing from the current
directory. The libraries come last in the path and so cannot hide the standard library."""
_AGONIE = 2.0
"""Seconds left to a process that hung up, so that it gives its own exit code."""
_MANQUES_DE_MEMOIRE = {
    -getattr(signal, nom) for nom in ("SIGABRT", "SIGTRAP", "SIGKILL") if hasattr(signal, nom)
}


class EchecDeLectureError(Exception):
    """The process gave no answer about a file."""

    def __init__(self, erreur: ErreurFichier, detail: str) -> None:
        super().__init__(detail)
        self.erreur = erreur
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Programme:
    """What a process runs: its first lines, the folder given to them, the libraries to find."""

    amorce: str
    dossier: Path
    bibliotheques: tuple[str, ...]


def _lecture_des_pdf() -> Programme:
    return Programme(_AMORCE, _DOSSIER, _BIBLIOTHEQUES)


def _commande(programme: Programme | None = None) -> list[str]:
    lance = programme or _lecture_des_pdf()
    options = ["-I", "-B"] if sys.dont_write_bytecode else ["-I"]
    if sys.pycache_prefix:
        options += ["-X", f"pycache_prefix={sys.pycache_prefix}"]
    chemins = _ou_sont(lance.bibliotheques)
    return [sys.executable, *options, "-c", lance.amorce, str(lance.dossier), *chemins]


def _ou_sont(bibliotheques: tuple[str, ...]) -> list[str]:
    """Folders of the libraries, never the current directory unless we live there too."""
    maison = _DOSSIER.parents[2]
    try:
        ici = Path.cwd().resolve()
    except OSError:  # the current directory was removed: nothing can be loaded from it
        ici = maison
    chemins = [c for c in sys.path if c and (Path(c).resolve() != ici or ici == maison)]
    dossiers: dict[str, None] = {}
    for nom in bibliotheques:
        trouve = importlib.machinery.PathFinder.find_spec(nom, chemins)
        if trouve and trouve.origin:
            dossiers[str(Path(trouve.origin).resolve().parents[1])] = None
    return list(dossiers)


class Garde:
    """Kills the process at the deadline, unless told before that the work is done."""

    def __init__(self, processus: subprocess.Popen[bytes], delai: float) -> None:
        self._processus = processus
        self._verrou = threading.Lock()
        self._finie = False
        self.expiree = False
        self._minuterie = threading.Timer(delai, self._sonner)
        self._minuterie.daemon = True
        self._minuterie.start()

    def _sonner(self) -> None:
        with self._verrou:
            if not self._finie:
                self.expiree = True
                self._processus.kill()

    def finir(self) -> None:
        """From here on the process will not be killed by this guard."""
        with self._verrou:
            self._finie = True
        self._minuterie.cancel()


class Processus:
    """One reading process. Not for two threads at once."""

    def __init__(self, delai_demarrage: float, programme: Programme | None = None) -> None:
        self.demandes = 0
        try:
            self._popen = subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
                _commande(programme),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                cwd=_DOSSIER,
            )
        except (OSError, ValueError) as erreur:
            detail = f"processus de lecture impossible à démarrer : {erreur}"
            raise EchecDeLectureError(ErreurFichier.PLANTAGE, detail) from erreur
        self._garder(delai_demarrage, lambda: _trames.lire(self._sortie))

    @property
    def _entree(self) -> BinaryIO:
        assert self._popen.stdin is not None
        return self._popen.stdin  # type: ignore[return-value]

    @property
    def _sortie(self) -> BinaryIO:
        assert self._popen.stdout is not None
        return self._popen.stdout  # type: ignore[return-value]

    @property
    def vivant(self) -> bool:
        """Still running."""
        return self._popen.poll() is None

    def demander(self, tete: dict[str, Any], corps: bytes, delai: float) -> tuple[Any, bytes]:
        """Ask within ``delai`` seconds. On failure the process is ended and of no more use."""
        self.demandes += 1

        def echange() -> tuple[Any, bytes]:
            _trames.ecrire(self._entree, tete, corps)
            return _trames.lire(self._sortie)

        return self._garder(delai, echange)

    def _garder(self, delai: float, echange: Callable[[], tuple[Any, bytes]]) -> tuple[Any, bytes]:
        try:
            garde = Garde(self._popen, delai)
        except RuntimeError as erreur:  # no new thread: the interpreter is ending
            raise self._echec(False, delai) from erreur
        try:
            reponse = echange()
        except (_trames.TrameCoupeeError, OSError, ValueError) as erreur:
            garde.finir()
            raise self._echec(garde.expiree, delai) from erreur
        except BaseException:
            garde.finir()
            self.finir()
            raise
        garde.finir()
        if garde.expiree:
            raise self._echec(True, delai)
        return reponse

    def _echec(self, expire: bool, delai: float) -> EchecDeLectureError:
        code = self.finir(patience=_AGONIE)
        if expire:
            return EchecDeLectureError(ErreurFichier.DELAI, f"plus de {delai:g} s")
        if code in _MANQUES_DE_MEMOIRE:
            return EchecDeLectureError(ErreurFichier.MEMOIRE, f"fin du processus, code {code}")
        return EchecDeLectureError(ErreurFichier.PLANTAGE, f"fin du processus, code {code}")

    def finir(self, patience: float = 0.0) -> int:
        """End the process if need be; no zombie and no open pipe remains."""
        self._fermer()
        try:
            return self._popen.wait(patience)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            return self._popen.wait()

    def oublier(self) -> None:
        """In a forked process: it belongs to another parent, only let go of the pipes."""
        self._fermer()
        self._popen.returncode = 0

    def _fermer(self) -> None:
        for flux in (self._popen.stdin, self._popen.stdout):
            if flux is not None:
                flux.close()
