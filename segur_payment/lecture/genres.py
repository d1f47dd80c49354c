"""What a file that is no PDF is, from its first bytes, in French."""

from __future__ import annotations

import re

_EXAMINE = 4_096
_GENRES = (
    (re.compile(rb"PK\x03\x04.*?\bword/", re.DOTALL), "un document Word"),
    (re.compile(rb"PK\x03\x04.*?\bxl/", re.DOTALL), "un classeur Excel"),
    (re.compile(rb"PK\x03\x04.*?\bppt/", re.DOTALL), "une présentation PowerPoint"),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", re.DOTALL),
     "un document LibreOffice"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "un document Office ou un message Outlook"),
    (re.compile(rb"\{\\rtf"), "un document RTF"),
    (re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|II\*\x00|MM\x00\*|.{4}ftyp(?:heic|mif1|avif)",
                re.DOTALL), "une image"),
    (re.compile(rb"\s*<(?:!doctype html|html)\b", re.IGNORECASE), "une page web"),
    (re.compile(rb"(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID"
                rb"|Delivered-To|X-[\w-]+): ", re.IGNORECASE), "un courriel"),
)  # fmt: skip


def genre_de(octets: bytes) -> str | None:
    """What the file is, with its article; None when its first bytes do not tell."""
    debut = octets[:_EXAMINE]
    return next((genre for motif, genre in _GENRES if motif.match(debut)), None)
