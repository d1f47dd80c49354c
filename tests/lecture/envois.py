"""Dossiers as people send them: folders and zips."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from segur_payment.dossier import Phase
from segur_payment.lecture import lire_dossier
from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.verdict import Decision, verifier

from .papiers import DEPOT


def ranger(racine: Path, fichiers: Mapping[str, bytes]) -> Path:
    """The files in a folder."""
    for nom, octets in fichiers.items():
        (racine / nom).parent.mkdir(parents=True, exist_ok=True)
        (racine / nom).write_bytes(octets)
    return racine


def zipper(fichiers: Mapping[str, bytes], methode: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The files in a zip."""
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w", methode) as archive:
        for nom, octets in fichiers.items():
            archive.writestr(zipfile.ZipInfo(nom), octets, methode)
    return tampon.getvalue()


def decision(source: Path) -> Decision:
    return verifier(lire_dossier(source, date_depot=DEPOT)).decision


def refus(
    fichiers: Mapping[str, bytes] | Path, nom: str, limites: LimitesLecture | None = None
) -> str:
    """Why the file is not read; it is a constat SAS-FIC-01 that forbids accepting."""
    dossier = lire_dossier(fichiers, date_depot=DEPOT, phase=Phase.AVANCE, limites=limites)
    verdict = verifier(dossier)
    assert "SAS-FIC-01" in verdict.codes
    assert verdict.decision is not Decision.ACCEPTER
    fautif = next(f for f in dossier.fichiers if f.nom == nom)
    assert fautif.illisible
    constat = next(c for c in verdict.defauts if c.code == "SAS-FIC-01" and nom in c.message)
    assert fautif.illisible in constat.message
    return fautif.illisible
