"""The verifier of signatures that the options ask for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Literal

from segur_payment.erreurs import ErreurUsage

if TYPE_CHECKING:
    from segur_payment.lecture.signatures import VerificateurSignatures


def verificateur(arguments: argparse.Namespace) -> VerificateurSignatures | Literal[False] | None:
    """None: the one of the extra, if it is there; False: none.

    Raises:
        ErreurUsage: the options contradict each other.
        ErreurSignatures: a root cannot be read.
    """
    if arguments.sans_verification_signatures:
        if arguments.racines or arguments.crl:
            raise ErreurUsage(
                "--racines et --crl ne servent pas avec --sans-verification-signatures."
            )
        return False
    if arguments.racines is None:
        if arguments.crl:
            raise ErreurUsage("--crl ne sert qu’avec --racines.")
        return None
    from segur_payment.lecture.signatures import VerificateurPyHanko

    return VerificateurPyHanko(arguments.racines, crl=arguments.crl or ())
