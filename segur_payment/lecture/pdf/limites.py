"""The bounds within which a PDF is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LimitesLecture:
    """What a dossier and each of its files may cost.

    Beyond, the reading of that file stops, it is said unreadable (SAS-FIC-01) with the bound that
    it hit, and the other files are read.
    """

    fichiers_max: int = 500
    """Files of a dossier, those inside its zips included; more is no dossier (``ErreurEntree``)."""
    total_max: int = 200_000_000
    """Bytes of all files together, once out of their zips. What a lying zip made us decompress for
    nothing counts too. A dossier has about ten files."""
    taille_max: int = 50_000_000
    """Bytes of one file. A scanned dossier of forty pages weighs 5 to 20 MB."""
    pages_max: int = 400
    """Pages. The longest expected piece, the terms of use, has 30 to 80."""
    delai: float = 20.0
    """Seconds for one file. The slowest of 2 499 public test files took 12."""
    delai_demarrage: float = 60.0
    """Seconds for the reading process to start (0.3 usually; more on a laden machine)."""
    memoire: int = 1_073_741_824
    """Bytes of address space of the reading process, itself included (POSIX only).
    Ordinary files need a tenth of it; hostile ones ask for 10 GB."""
    caracteres_page_max: int = 200_000
    """Characters on one page; a dense page of terms of use has 5 000."""
    caracteres_max: int = 2_000_000
    """Characters in the whole document, the values of its form included: 400 dense pages.
    Recognition and extraction, which run in the calling process, take some 2 to 7 s per million:
    this bound and the next, not ``delai``, limit them."""
    mot_max: int = 2_000
    """Characters of one word: the longest address of a web page that all browsers take. A file
    with a longer one is not read: some searches try each place of a word."""
    objets_page_max: int = 100_000
    """Drawn objects examined per page; Chromium makes about 600 for a dense page."""
    pixels_max: int = 16_000_000
    """Pixels of one rendering. A4 at 72 dpi is half a million; a poster is rendered coarser."""
    delai_ocr: float = 60.0
    """Seconds for one picture. A page takes 2 on an idle machine, 15 on a laden one."""
    pages_ocr_max: int = 60
    """Pictures read per file; the pages beyond are said not to be read."""


LIMITES_PAR_DEFAUT = LimitesLecture()
