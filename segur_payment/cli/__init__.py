"""The command ``segur-payment``: the only room that knows the terminal and the clock."""

from segur_payment.cli.principal import main

__all__ = ["main"]
