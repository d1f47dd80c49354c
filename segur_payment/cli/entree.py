"""From a path to a dossier: folder, zip, JSON or TOML."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from pydantic import ValidationError

from segur_payment.dossier import ADAPTATEUR_DOSSIER, DossierAvance, DossierSolde
from segur_payment.erreurs import ErreurEntree, en_clair

if TYPE_CHECKING:
    from segur_payment.lecture.signatures import VerificateurSignatures

_TAILLE_MAX = 20_000_000
_TROP_PROFOND = "trop de niveaux imbriqués"


def lire(
    chemin: Path,
    *,
    date_depot: dt.date | None,
    phase: str | None,
    aujourdhui: dt.date,
    ocr: Literal[False] | None = None,
    signatures: VerificateurSignatures | Literal[False] | None = None,
) -> DossierAvance | DossierSolde:
    """Read the dossier that ``chemin`` names; ``aujourdhui`` serves when nothing gives a date.

    Raises:
        ErreurEntree: there is no dossier there.
        ErreurPhase: nothing tells the phase.
    """
    analyser = _FORMATS.get(chemin.suffix.lower())
    if _existe(chemin) and analyser is not None and chemin.is_file():
        donnees = analyser(_texte(chemin))
        return _valider(_completer(donnees, date_depot, phase, aujourdhui), chemin)

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
    return _json(_texte(chemin))


def _existe(chemin: Path) -> bool:
    try:
        chemin.stat()
    except FileNotFoundError:
        raise ErreurEntree(f"Chemin introuvable : {chemin}") from None
    except OSError as erreur:
        raise ErreurEntree(f"Chemin inaccessible : {chemin}") from erreur
    return True


def _texte(chemin: Path) -> str:
    try:
        if chemin.stat().st_size > _TAILLE_MAX:
            raise ErreurEntree(f"Fichier trop gros ({_TAILLE_MAX:_d} octets au plus) : {chemin}")
        return chemin.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as erreur:
        raise ErreurEntree(f"Texte UTF-8 attendu : {chemin}") from erreur
    except OSError as erreur:
        raise ErreurEntree(f"Fichier illisible : {chemin}") from erreur


def _json(texte: str) -> object:
    try:
        return json.loads(
            texte, parse_float=Decimal, parse_constant=_pas_un_nombre, object_pairs_hook=_objet
        )
    except json.JSONDecodeError as erreur:
        raise ErreurEntree(
            f"JSON mal formé, ligne {erreur.lineno}, colonne {erreur.colno}"
        ) from erreur
    except RecursionError as erreur:
        raise ErreurEntree(f"JSON refusé : {_TROP_PROFOND}") from erreur


def _pas_un_nombre(constante: str) -> NoReturn:
    raise ErreurEntree(f"JSON refusé : {constante} n’est pas un nombre")


def _objet(paires: list[tuple[str, Any]]) -> dict[str, Any]:
    objet = dict(paires)
    if len(objet) < len(paires):
        cles = [cle for cle, _ in paires]
        double = next(cle for cle in cles if cles.count(cle) > 1)
        raise ErreurEntree(f"JSON refusé : clé « {double} » écrite deux fois")
    return objet


def _toml(texte: str) -> object:
    try:
        return tomllib.loads(texte, parse_float=Decimal)
    except tomllib.TOMLDecodeError as erreur:
        lieu = str(erreur).partition("(at ")[2].rstrip(")")
        lieu = lieu.replace("line", "ligne").replace("column", "colonne")
        raise ErreurEntree(f"TOML mal formé, {lieu or 'à la fin du document'}") from erreur
    except RecursionError as erreur:
        raise ErreurEntree(f"TOML refusé : {_TROP_PROFOND}") from erreur


_FORMATS: dict[str, Callable[[str], object]] = {".json": _json, ".toml": _toml}


def _completer(
    donnees: object, date_depot: dt.date | None, phase: str | None, aujourdhui: dt.date
) -> object:
    """``donnees`` with the date and the phase of the command line where they have a say."""
    if not isinstance(donnees, dict):
        raise ErreurEntree("Un dossier est un objet, avec au moins sa phase et sa demande.")
    declaree = donnees.setdefault("phase", phase) if phase else donnees.get("phase")
    if phase and declaree != phase:
        raise ErreurEntree(f"--phase {phase} contredit la phase du dossier : {declaree}")
    demande = donnees.setdefault("demande", {})
    if isinstance(demande, dict):
        demande["date_depot"] = date_depot or demande.get("date_depot") or aujourdhui
    return donnees


def _valider(donnees: object, chemin: Path) -> DossierAvance | DossierSolde:
    try:
        return ADAPTATEUR_DOSSIER.validate_python(donnees)
    except ValidationError as erreur:
        conseil = (
            "\nPour un manifeste, donner le dossier de fichiers qui le contient."
            if chemin.name == "dossier.toml"
            else ""
        )
        raise ErreurEntree(f"Dossier refusé : {chemin}\n{en_clair(erreur)}{conseil}") from erreur
