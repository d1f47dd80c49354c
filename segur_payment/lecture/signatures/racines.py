"""Certificates and revocation lists that the user gives, as DER; nothing else is trusted."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from segur_payment.erreurs import ErreurSignatures

Fichiers = Path | str | Sequence[bytes]
"""A folder or a file on disk, or the bytes of each file."""
_PEM = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----(.+?)-----END \1-----", re.DOTALL)
_CERTIFICATS = frozenset((b"CERTIFICATE", b"X509 CERTIFICATE", b"TRUSTED CERTIFICATE"))
_LISTES = frozenset((b"X509 CRL",))
_SUFFIXES_CERTIFICATS = frozenset((".pem", ".crt", ".cer", ".der"))
_SUFFIXES_LISTES = frozenset((".crl", ".pem", ".der"))
_TAILLE_MAX = 20_000_000
_SEQUENCE = 0x30


def certificats(source: Fichiers) -> tuple[bytes, ...]:
    """Every certificate that ``source`` holds, as DER.

    Raises:
        ErreurSignatures: nothing is there, or a file holds no certificate.
    """
    trouves = _tous(source, _SUFFIXES_CERTIFICATS, _CERTIFICATS, "certificat")
    if not trouves and not isinstance(source, Sequence):
        raise ErreurSignatures(f"Aucun certificat (.pem, .crt, .cer, .der) dans : {source}")
    return trouves


def listes_de_revocation(source: Fichiers) -> tuple[bytes, ...]:
    """Every certificate revocation list that ``source`` holds, as DER.

    Raises:
        ErreurSignatures: ``source`` cannot be read, or a file holds no list.
    """
    return _tous(source, _SUFFIXES_LISTES, _LISTES, "liste de révocation")


def _tous(
    source: Fichiers, suffixes: frozenset[str], genres: frozenset[bytes], quoi: str
) -> tuple[bytes, ...]:
    trouves: dict[bytes, None] = {}
    for nom, octets in _fichiers(source, suffixes):
        siens = list(_der(octets, genres))
        if not siens:
            raise ErreurSignatures(f"Ce n’est pas un {quoi} PEM ou DER : {nom}")
        trouves.update(dict.fromkeys(siens))
    return tuple(trouves)


def _fichiers(source: Fichiers, suffixes: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    if not isinstance(source, str | Path):
        yield from ((f"n° {rang}", octets) for rang, octets in enumerate(source, 1))
        return
    chemin = Path(source)
    try:
        chemins = [chemin] if chemin.is_file() else sorted(chemin.iterdir())
        for fichier in chemins:
            if fichier.is_file() and (fichier == chemin or fichier.suffix.lower() in suffixes):
                if fichier.stat().st_size > _TAILLE_MAX:
                    raise ErreurSignatures(f"Fichier trop gros : {fichier}")
                yield str(fichier), fichier.read_bytes()
    except OSError as erreur:
        raise ErreurSignatures(f"Dossier ou fichier illisible : {chemin}") from erreur


def _der(octets: bytes, genres: Iterable[bytes]) -> Iterator[bytes]:
    if octets[:1] == bytes([_SEQUENCE]):
        yield octets
    for bloc in _PEM.finditer(octets):
        if bloc[1] in genres:
            try:
                yield base64.b64decode(b"".join(bloc[2].split()), validate=True)
            except binascii.Error:
                continue
