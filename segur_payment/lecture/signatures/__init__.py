"""Cryptographic check of signatures; needs the extra ``[signatures]`` or a verifier of yours."""

from .modele import VerificateurSignatures
from .verificateur import EchecExamenError, VerificateurPyHanko

__all__ = ["EchecExamenError", "VerificateurPyHanko", "VerificateurSignatures"]
