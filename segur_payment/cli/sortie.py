"""Standard output and error: UTF-8, one object in JSON, nothing that acts on a terminal."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from segur_payment.erreurs import ErreurSortie
from segur_payment.rendu.objet import en_json
from segur_payment.rendu.typographie import INSECABLE, abreger, composer, neutraliser

_LIGNES, _LONGUEUR = 20, 300


def preparer() -> None:
    """Write UTF-8 whatever the locale."""
    for flux in (sys.stdout, sys.stderr):
        if isinstance(flux, io.TextIOWrapper):
            flux.reconfigure(encoding="utf-8", errors="backslashreplace")


def ecrire(texte: str) -> None:
    """Write on standard output."""
    sys.stdout.write(texte)


def ecrire_json(objet: str) -> None:
    """Write one JSON object, its invisible characters as ``\\uXXXX`` escapes."""
    ecrire(en_json(objet))


def livrer(
    contenu: str | bytes, fichier: str | None, *, juge: str, lus: Iterable[str | None]
) -> None:
    """Write in ``fichier``, else on standard output.

    The file is never ``juge``, the dossier judged, nor one of ``lus``, read beside it, nor inside
    them; it is there whole or not at all.

    Raises:
        ErreurSortie: the file cannot be written there.
    """
    if fichier is None:
        if isinstance(contenu, str):
            ecrire(contenu)
        else:
            sys.stdout.buffer.write(contenu)
        return
    octets = contenu.encode() if isinstance(contenu, str) else contenu
    chemin = Path(fichier)
    cible = chemin.resolve()
    if _mene_dans(cible, juge):
        raise ErreurSortie(
            f"--sortie mène dans le dossier jugé, qui ne doit pas changer : {chemin}"
        )
    if any(_mene_dans(cible, lu) for lu in lus if lu):
        raise ErreurSortie(f"--sortie mène à ce qui vient d’être lu, qui reste intact : {chemin}")
    try:
        _poser(cible, octets)
    except OSError as erreur:
        raise ErreurSortie(f"Fichier impossible à écrire : {chemin}") from erreur


def _mene_dans(cible: Path, lu: str) -> bool:
    return Path(lu).resolve() in (cible, *cible.parents)


def _poser(cible: Path, octets: bytes) -> None:
    """Write beside, then rename; a device or a pipe is written as it is."""
    if cible.exists() and not cible.is_file():
        cible.write_bytes(octets)
        return
    provisoire = cible.with_name(f".segur-{secrets.token_hex(8)}")
    try:
        provisoire.touch(exist_ok=False)
        provisoire.write_bytes(octets)
        if cible.exists():
            shutil.copymode(cible, provisoire)
        provisoire.replace(cible)
    finally:
        provisoire.unlink(missing_ok=True)


def se_plaindre(message: str) -> None:
    """Write an error, one neutralised line per line of ``message``, on standard error."""
    toutes = message.splitlines() or ["erreur"]
    lignes = [composer(abreger(neutraliser(ligne), _LONGUEUR)) for ligne in toutes[:_LIGNES]]
    lignes += [f"… et {len(toutes) - _LIGNES} autres lignes"] if len(toutes) > _LIGNES else []
    sys.stderr.write(f"segur-payment{INSECABLE}: " + "\n  ".join(lignes) + "\n")


def abandonner_sortie() -> None:
    """Nobody reads standard output any more: leave nothing for the interpreter to complain of."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
