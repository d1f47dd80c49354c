"""Keys that a dictionary of the file gives twice; pypdf tells of them through its log only."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_JOURNAL = "pypdf.generic._data_structures"
_ANNONCE = "Multiple definitions in dictionary"
_SANS_EFFET = frozenset(("/PageMode", "/PageLayout", "/ViewerPreferences", "/ProcSet", "/ModDate"))
"""Keys that change nothing of what the document says."""


class _Collecte(logging.Handler):
    """Keeps the keys, once each."""

    def __init__(self, cles: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.cles = cles

    def emit(self, record: logging.LogRecord) -> None:
        valeurs = record.args
        if not record.msg.startswith(_ANNONCE) or not isinstance(valeurs, dict):
            return
        cle = str(valeurs.get("key"))
        if cle not in self.cles and cle not in _SANS_EFFET:
            self.cles.append(cle)


@contextmanager
def cles_en_double(cles: list[str]) -> Iterator[None]:
    """Add to ``cles`` those that pypdf meets twice in a dictionary meanwhile."""
    journal, racine = logging.getLogger(_JOURNAL), logging.root.manager
    collecte = _Collecte(cles)
    tu, propage = racine.disable, journal.propagate
    journal.addHandler(collecte)
    journal.propagate = False
    logging.disable(logging.NOTSET)
    try:
        yield
    finally:
        logging.disable(tu)
        journal.propagate = propage
        journal.removeHandler(collecte)
