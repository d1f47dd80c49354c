"""The last documents read, so that a file met again is not read again."""

from __future__ import annotations

import threading

from .limites import LimitesLecture
from .modele import DocumentLu

MOTS_MAX = 100_000
"""Words of all remembered documents together: some 30 MB."""
Cle = tuple[str, LimitesLecture]
"""The SHA-256 of the bytes, and the limits under which they were read."""


class Memoire:
    """At most ``documents_max`` documents, the least recently asked for forgotten first.

    Only documents read without error are kept: a deadline or a lack of memory may not come twice.
    """

    def __init__(self, documents_max: int) -> None:
        self.documents_max = documents_max
        self._verrou = threading.Lock()
        self._documents: dict[Cle, DocumentLu] = {}
        self._mots = 0

    def chercher(self, cle: Cle) -> DocumentLu | None:
        """The document of the key, which becomes the most recent."""
        with self._verrou:
            document = self._documents.pop(cle, None)
            if document is not None:
                self._documents[cle] = document
        return document

    def retenir(self, cle: Cle, document: DocumentLu) -> None:
        """Keep a whole document of usual length, and forget the oldest beyond the bounds."""
        if document.erreur is not None or _mots(document) > MOTS_MAX:
            return
        with self._verrou:
            self._oublier(cle)
            self._documents[cle] = document
            self._mots += _mots(document)
            while len(self._documents) > self.documents_max or self._mots > MOTS_MAX:
                self._oublier(next(iter(self._documents)))

    def _oublier(self, cle: Cle) -> None:
        document = self._documents.pop(cle, None)
        if document is not None:
            self._mots -= _mots(document)


def _mots(document: DocumentLu) -> int:
    return sum(len(page.mots) for page in document.pages)
