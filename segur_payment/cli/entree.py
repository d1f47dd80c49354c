"""From a path to a dossier: folder, zip, JSON or TOML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from segur_payment import donnees
from segur_payment.chargement import charger_dossier
from segur_payment.dossier import Dossier
from segur_payment.erreurs import ErreurEntree

if TYPE_CHECKING:
    from segur_payment.lecture.signatures import VerificateurSignatures

_TAILLE_MAX = 20_000_000


def lire(
    chemin: Path,
    *,
    date_depot: dt.date | None,
    phase: str | None,
    aujourdhui: dt.date,
    ocr: Literal[False] | None = None,
    signatures: VerificateurSignatures | Literal[False] | None = None,
) -> Dossier:
    """Read the dossier that ``chemin`` names; ``aujourdhui`` serves when nothing gives a date.

    Raises:
        ErreurEntree: there is no dossier there.
        ErreurPhase: nothing tells the phase.
    """
    analyser = _FORMATS.get(chemin.suffix.lower())
    if _existe(chemin) and analyser is not None and chemin.is_file():
        lues = _analyser(chemin, analyser)
        return _charger(_completer(lues, date_depot, phase, aujourdhui), chemin)

    from segur_payment.lecture import lire_dossier  # the PDF engines, only when they serve

    return lire_dossier(
        chemin,
        date_depot=date_depot,
        phase=phase,
        date_par_defaut=aujourdhui,
        ocr=ocr,
        signatures=signatures,
    )


def lire_json(chemin: Path) -> object:
    """The data of a JSON file.

    Raises:
        ErreurEntree: there is no such file, or it is no JSON.
    """
    _existe(chemin)
    return _analyser(chemin, donnees.lire_json)


def _existe(chemin: Path) -> bool:
    try:
        chemin.stat()
    except FileNotFoundError:
        raise ErreurEntree(f"Chemin introuvable : {chemin}") from None
    except OSError as erreur:
        raise ErreurEntree(f"Chemin inaccessible : {chemin}") from erreur
    return True


def _analyser(chemin: Path, analyser: Callable[[bytes], object]) -> object:
    try:
        return analyser(_octets(chemin))
    except donnees.DonneesRefusees as erreur:
        raise ErreurEntree(f"Fichier refusé : {chemin}\n{erreur}") from erreur


def _octets(chemin: Path) -> bytes:
    try:
        if chemin.stat().st_size > _TAILLE_MAX:
            raise ErreurEntree(f"Fichier trop gros ({_TAILLE_MAX:_d} octets au plus) : {chemin}")
        return chemin.read_bytes()
    except OSError as erreur:
        raise ErreurEntree(f"Fichier illisible : {chemin}") from erreur


_FORMATS: dict[str, Callable[[bytes], object]] = {
    ".json": donnees.lire_json,
    ".toml": donnees.lire_toml,
}


def _completer(
    lues: object, date_depot: dt.date | None, phase: str | None, aujourdhui: dt.date
) -> dict[str, Any]:
    """``lues`` with the date and the phase of the command line where they have a say."""
    if not isinstance(lues, dict):
        raise ErreurEntree("Un dossier est un objet, avec au moins sa phase et sa demande.")
    declaree = lues.setdefault("phase", phase) if phase else lues.get("phase")
    if phase and declaree != phase:
        raise ErreurEntree(f"--phase {phase} contredit la phase du dossier : {declaree}")
    demande = lues.setdefault("demande", {})
    if isinstance(demande, dict):
        demande["date_depot"] = date_depot or demande.get("date_depot") or aujourdhui
    return lues


def _charger(lues: dict[str, Any], chemin: Path) -> Dossier:
    try:
        return charger_dossier(lues)
    except ErreurEntree as erreur:
        conseil = (
            "\nPour un manifeste, donner le dossier de fichiers qui le contient."
            if chemin.name == "dossier.toml"
            else ""
        )
        raise ErreurEntree(f"{chemin}\n{erreur}{conseil}") from erreur
