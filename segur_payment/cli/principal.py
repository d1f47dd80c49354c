"""Entry point: whatever happens, one clear French line and an exit code, never a traceback."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence

ERREUR, INTERROMPU = 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code.

    0 accepter, 1 compléter, 2 rejeter, 3 mistake of the caller or failure, 130 interrupted.
    """
    try:
        return _executer(argv)
    except KeyboardInterrupt:
        return INTERROMPU


def _executer(argv: Sequence[str] | None) -> int:
    from segur_payment.cli.sortie import abandonner_sortie, preparer, se_plaindre
    from segur_payment.erreurs import ErreurSegur

    preparer()
    try:
        code = _commander(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        abandonner_sortie()
        return ERREUR
    except ErreurSegur as erreur:
        se_plaindre(str(erreur))
        return ERREUR
    except Exception as erreur:  # noqa: BLE001 - the last resort: a person reads this
        with contextlib.suppress(OSError):
            se_plaindre(f"Erreur inattendue ({type(erreur).__name__}) : {erreur}")
        if isinstance(erreur, OSError):
            abandonner_sortie()
        return ERREUR
    return code


def _commander(argv: Sequence[str] | None) -> int:
    from segur_payment.cli.arguments import analyseur
    from segur_payment.cli.commandes import executer
    from segur_payment.erreurs import ErreurUsage

    racine = analyseur()
    try:
        arguments = racine.parse_args(argv)
    except SystemExit:  # --help has printed; mistakes raise ErreurUsage
        return 0
    if arguments.version:
        return _afficher_version()
    if arguments.commande is None:
        raise ErreurUsage("il manque une commande\nAide : segur-payment --help")
    return executer(arguments)


def _afficher_version() -> int:
    from segur_payment.cli.sortie import ecrire
    from segur_payment.version import version_installee

    ecrire(f"segur-payment {version_installee()}\n")
    return 0
