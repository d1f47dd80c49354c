"""Standard output and error: UTF-8, one object in JSON, nothing that acts on a terminal."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from pathlib import Path

from segur_payment.erreurs import ErreurEntree
from segur_payment.rendu.typographie import INSECABLE, abreger, composer, invisible, neutraliser

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


def en_json(objet: str) -> str:
    """One JSON object on its own, its invisible characters as ``\\uXXXX`` escapes."""
    return "".join(_echapper(c) for c in objet) + "\n"


def livrer(texte: str, fichier: str | None, *, juge: str) -> None:
    """Write in ``fichier``, else on standard output; never inside ``juge``, the dossier judged.

    Raises:
        ErreurEntree: the file cannot be written there.
    """
    if fichier is None:
        ecrire(texte)
        return
    chemin = Path(fichier)
    if Path(juge).resolve() in (chemin.resolve(), *chemin.resolve().parents):
        raise ErreurEntree(
            f"--sortie mène dans le dossier jugé, qui ne doit pas changer : {chemin}"
        )
    try:
        chemin.write_text(texte, encoding="utf-8", newline="\n")
    except OSError as erreur:
        raise ErreurEntree(f"Fichier impossible à écrire : {chemin}") from erreur


def _echapper(caractere: str) -> str:
    if caractere == "\n" or not invisible(caractere):
        return caractere
    return json.dumps(caractere)[1:-1] if caractere != "\x7f" else "\\u007f"


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
