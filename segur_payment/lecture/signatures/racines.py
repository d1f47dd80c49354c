"""Certificates and revocation lists that the user gives, as DER; nothing else is trusted."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from segur_payment.erreurs import ErreurSignatures

from ..pdf._der import elements

Fichiers = Path | str | Sequence[bytes]
"""A folder or a file on disk, or the bytes of each file."""
_PEM = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----(.+?)-----END \1-----", re.DOTALL)
_CERTIFICATS = frozenset((b"CERTIFICATE", b"X509 CERTIFICATE", b"TRUSTED CERTIFICATE"))
_LISTES = frozenset((b"X509 CRL",))
_SUFFIXES_CERTIFICATS = frozenset((".pem", ".crt", ".cer", ".der"))
_SUFFIXES_LISTES = frozenset((".crl", ".pem", ".der"))
_TAILLE_MAX = 20_000_000
_ENTIER, _SEQUENCE, _VERSION = 0x02, 0x30, 0xA0


def certificats(source: Fichiers) -> tuple[bytes, ...]:
    """Every certificate that ``source`` holds, as DER.

    Raises:
        ErreurSignatures: nothing is there, or a file holds no certificate.
    """
    trouves = _tous(source, _SUFFIXES_CERTIFICATS, _CERTIFICATS, _est_un_certificat, "certificat")
    if not trouves and isinstance(source, str | Path):
        raise ErreurSignatures(f"Aucun certificat (.pem, .crt, .cer, .der) dans : {source}")
    return trouves


def listes_de_revocation(source: Fichiers) -> tuple[bytes, ...]:
    """Every certificate revocation list that ``source`` holds, as DER.

    Raises:
        ErreurSignatures: ``source`` cannot be read, or a file holds no list.
    """
    return _tous(source, _SUFFIXES_LISTES, _LISTES, _est_une_liste, "liste de révocation")


def _tous(
    source: Fichiers,
    suffixes: frozenset[str],
    genres: frozenset[bytes],
    convient: Callable[[bytes], bool],
    quoi: str,
) -> tuple[bytes, ...]:
    trouves: dict[bytes, None] = {}
    for nom, octets in _fichiers(source, suffixes):
        siens = [der for der in _der(octets, genres) if convient(der)]
        if not siens:
            raise ErreurSignatures(f"Fichier sans {quoi} (PEM ou DER) : {nom}")
        trouves.update(dict.fromkeys(siens))
    return tuple(trouves)


def _est_un_certificat(der: bytes) -> bool:
    """[version,] serial number, algorithm, issuer, validity (RFC 5280)."""
    champs = _champs_signes(der)
    return champs[champs[:1] == [_VERSION] :][:4] == [_ENTIER, _SEQUENCE, _SEQUENCE, _SEQUENCE]


def _est_une_liste(der: bytes) -> bool:
    """[version,] algorithm, issuer, date of issue (RFC 5280)."""
    champs = _champs_signes(der)
    algorithme, emetteur, *date = (*champs[champs[:1] == [_ENTIER] :][:3], 0, 0)
    return algorithme == emetteur == _SEQUENCE and date[:1] in ([0x17], [0x18])


def _champs_signes(der: bytes) -> list[int]:
    """The kinds of the fields of what is signed; none when this is no DER of that shape."""
    try:
        ((_, contenu),) = elements(der)
        _, signe = next(elements(contenu))
        return [genre for genre, _ in elements(signe)]
    except (ValueError, StopIteration):
        return []


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
