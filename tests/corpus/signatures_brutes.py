"""Signatures seen without any PDF library: byte ranges, and the digest of what they cover."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from asn1crypto import cms

_PLAGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
_BLANCS = b" \t\r\n\x00\x0c"


@dataclass(frozen=True, slots=True)
class SignatureBrute:
    """One byte range whose gap holds a signature."""

    premier_bloc: int
    """How many bytes from the start of the file are covered before the signature itself."""
    fin: int
    """Where the bytes covered end."""
    couvre_tout: bool
    """All the file but the gap, and the gap holds the signature alone."""
    empreinte_juste: bool | None
    """Are these bytes those that were signed? None: the signature does not say it simply."""
    horodatage: bool


def signatures_brutes(octets: bytes) -> list[SignatureBrute]:
    """Each signature whose bytes can be found without reading the structure of the file."""
    vues = {plage.groups(): plage for plage in _PLAGE.finditer(octets)}
    return [s for plage in vues.values() for s in _signature(octets, [*map(int, plage.groups())])]


def _signature(octets: bytes, plage: list[int]) -> Iterator[SignatureBrute]:
    debut, longueur, reprise, reste = plage
    trou = octets[debut + longueur : reprise].strip(_BLANCS)
    try:
        contenu = bytes.fromhex(trou.strip(b"<>").decode("ascii"))
        signe = cms.ContentInfo.load(contenu)["content"]
        signataire = signe["signer_infos"][0]
    except (ValueError, KeyError, IndexError, TypeError):
        return
    couvert = octets[debut : debut + longueur] + octets[reprise : reprise + reste]
    fin = reprise + reste
    yield SignatureBrute(
        premier_bloc=longueur if debut == 0 else 0,
        fin=fin,
        couvre_tout=debut == 0
        and trou[:1] == b"<"
        and b"<" not in trou[1:]
        and not octets[fin:].strip(_BLANCS),
        empreinte_juste=_juste(signe, signataire, couvert),
        horodatage=signe["encap_content_info"]["content_type"].native == "tst_info",
    )


def _juste(signe: cms.SignedData, signataire: cms.SignerInfo, couvert: bytes) -> bool | None:
    """The digest stated against the digest of the bytes; the key is not looked at."""
    encapsule = signe["encap_content_info"]
    try:
        if encapsule["content_type"].native == "tst_info":
            empreinte = encapsule["content"].parsed["message_imprint"]
            algorithme, attendue = empreinte["hash_algorithm"], empreinte["hashed_message"].native
        elif encapsule["content"].native:
            return None
        else:
            algorithme = signataire["digest_algorithm"]
            (attendue,) = (
                a["values"][0].native
                for a in signataire["signed_attrs"]
                if a["type"].native == "message_digest"
            )
        return hashlib.new(algorithme["algorithm"].native, couvert).digest() == bytes(attendue)
    except (ValueError, KeyError, TypeError):
        return None
