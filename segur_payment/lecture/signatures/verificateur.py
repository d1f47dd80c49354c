"""The verifier of the extra ``[signatures]``: pyHanko, in a process of its own, offline."""

from __future__ import annotations

import base64
import datetime as dt
import importlib.util
import weakref
from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from segur_payment.dossier import ExamenSignature
from segur_payment.erreurs import ErreurSignatures

from ..pdf._processus import EchecDeLectureError, Programme
from ..pdf.atelier import Reserve
from ..pdf.limites import LIMITES_PAR_DEFAUT, LimitesLecture
from ..pdf.modele import ErreurFichier
from .racines import Fichiers, certificats, listes_de_revocation

EXTRA = "segur-payment[signatures]"
_BIBLIOTHEQUES = ("pyhanko", "pyhanko_certvalidator", "asn1crypto", "cryptography")
_AMORCE = """
import sys, types
lecture, *ailleurs = sys.argv[1:]
sys.path += [d for d in ailleurs if d not in sys.path]
for nom, dossier in (("_segur", lecture), ("_segur.signatures", lecture + "/signatures")):
    paquet = sys.modules[nom] = types.ModuleType(nom)
    paquet.__path__ = [dossier]
from _segur.signatures.enfant import principal
principal()
"""
"""Loads the child's modules alone: neither the models nor the rest of the library."""
_PROGRAMME = Programme(_AMORCE, Path(__file__).resolve().parents[1], _BIBLIOTHEQUES)
_ECHECS = {
    ErreurFichier.DELAI: "son contrôle prend trop de temps",
    ErreurFichier.MEMOIRE: "son contrôle demande trop de mémoire",
}


class EchecExamenError(Exception):
    """A file was not examined; the message says why, in French."""


class VerificateurPyHanko:
    """pyHanko, with the trust roots of the user and nothing else: no network, no system store.

    Each file is examined by a separate process within the bounds of ``limites``; a process that
    fails is replaced. Processes end when the verifier is forgotten or the program ends.

    Args:
        racines: trust roots: a folder of certificates (``.pem``, ``.crt``, ``.cer``, ``.der``), a
            file, or their bytes. None: no identity is proven, ``confiance`` stays None.
        crl: revocation lists, likewise (``.crl``, ``.pem``, ``.der``). Without them nothing is
            known of revocation, except what the file itself holds.
        intermediaires: other certificates that may complete a chain; they are not trusted.
        moment: time, with its zone, as of which certificates are judged, whatever the caller says.
        limites: bounds of each examination (time, memory).

    Raises:
        ErreurSignatures: the extra is not installed, or a file given is no certificate or list.
    """

    def __init__(
        self,
        racines: Fichiers | None = None,
        *,
        crl: Fichiers = (),
        intermediaires: Fichiers = (),
        moment: dt.datetime | None = None,
        limites: LimitesLecture = LIMITES_PAR_DEFAUT,
    ) -> None:
        if not installe():
            raise ErreurSignatures(f"Le contrôle des signatures demande l’extra {EXTRA}.")
        self.moment = _avec_fuseau(moment)
        self.limites = limites
        self._connus: dict[str, Any] = {
            "racines": None if racines is None else _texte(certificats(racines)),
            "crl": _texte(listes_de_revocation(crl)),
            "intermediaires": _texte(certificats(intermediaires) if intermediaires else ()),
        }
        self._reserve = Reserve(_PROGRAMME, libres_max=1)
        self._fin = weakref.finalize(self, self._reserve.finir)

    @cached_property
    def nom(self) -> str:
        """« pyHanko 0.38.0 »"""
        return f"pyHanko {version('pyhanko')}"

    def examiner(
        self, octets: bytes, moment: dt.datetime | None = None
    ) -> Sequence[ExamenSignature]:
        """Examine every filled signature of a file; see :class:`VerificateurSignatures`.

        Raises:
            EchecExamenError: the file as a whole could not be examined, or took too long.
        """
        quand = self.moment or _avec_fuseau(moment)
        demande = {
            **self._connus,
            "delai": self.limites.delai,
            "memoire": self.limites.memoire,
            "moment": quand.isoformat() if quand else None,
        }
        try:
            recu, _ = self._reserve.demander(demande, octets, self.limites.delai, self.limites)
        except EchecDeLectureError as echec:
            raison = _ECHECS.get(echec.erreur, "son contrôle a échoué brutalement")
            raise EchecExamenError(raison) from echec
        if "erreur" in recu:
            raise EchecExamenError(recu["erreur"])
        return tuple(
            ExamenSignature.model_validate({**examen, "verificateur": self.nom})
            for examen in recu["examens"]
        )


def _texte(octets: Iterable[bytes]) -> list[str]:
    return [base64.b64encode(o).decode("ascii") for o in octets]


def _avec_fuseau(moment: dt.datetime | None) -> dt.datetime | None:
    if moment is not None and moment.utcoffset() is None:
        raise ErreurSignatures("Le moment du contrôle doit porter un fuseau horaire.")
    return moment


def installe() -> bool:
    """Whether the libraries of the extra ``[signatures]`` are there; none is loaded."""
    return all(importlib.util.find_spec(nom) for nom in _BIBLIOTHEQUES)
