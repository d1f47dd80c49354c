"""One module for each command, loaded only when that command runs."""

from __future__ import annotations

import argparse
from importlib import import_module


def executer(arguments: argparse.Namespace) -> int:
    """Run the command that was parsed and give its exit code."""
    module = import_module(f"{__name__}.{arguments.commande}")
    code: int = module.executer(arguments)
    return code
