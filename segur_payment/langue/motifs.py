"""Patterns that are not tried where none of their words stands.

Looking for a word in a text is a hundred times cheaper than trying a pattern at each of its
places, and most patterns of a vocabulary find nothing in most texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Motif:
    """A pattern of the normal form, searched only in texts that hold one of its words.

    ``mots`` are parted by bars, as in « honneur|soussigne »: whatever the pattern finds holds one
    of them.
    """

    def __init__(self, ecrit: str, mots: str) -> None:
        self.ecrit = ecrit
        self.mots = tuple(mots.split("|"))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.ecrit)

    def search(self, texte: str) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self.regex.search(texte) if self._possible(texte) else None

    def finditer(self, texte: str) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.regex.finditer(texte) if self._possible(texte) else iter(())

    def _possible(self, texte: str) -> bool:
        return any(map(texte.__contains__, self.mots))
