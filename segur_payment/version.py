"""The version of the library that is installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def version_installee() -> str:
    """Its number; « non installée » when the library runs from its sources alone."""
    try:
        return version("segur-payment")
    except PackageNotFoundError:
        return "non installée"
