"""The deposit package: the pieces under clean names, their bordereau, the verdict."""

from segur_payment.rendu.depot.paquet import preparer, refus

__all__ = ["preparer", "refus"]
