"""Just enough ASN.1 DER to name the signer of a CMS signature. Nothing is verified."""

from __future__ import annotations

from collections.abc import Iterator

_SEQUENCE, _ENTIER, _OID = 0x30, 0x02, 0x06
_NOM_COMMUN, _ORGANISATION = b"\x55\x04\x03", b"\x55\x04\x0a"
_TEXTES = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x16: "ascii", 0x1E: "utf-16-be"}
Element = tuple[int, bytes]


def elements(octets: bytes) -> Iterator[Element]:
    """(tag, content) of each element; ValueError on anything but definite lengths."""
    position = 0
    while position + 2 <= len(octets):
        etiquette, longueur = octets[position], octets[position + 1]
        position += 2
        if longueur & 0x80:
            taille = longueur & 0x7F
            if not 0 < taille <= 4:
                raise ValueError("longueur DER")
            longueur = int.from_bytes(octets[position : position + taille], "big")
            position += taille
        if position + longueur > len(octets):
            raise ValueError("DER coupé")
        yield etiquette, octets[position : position + longueur]
        position += longueur
        if etiquette == 0 and longueur == 0:
            return


def _contenu(octets: bytes, rang: int, etiquette: int) -> bytes:
    trouve = list(elements(octets))[rang]
    if trouve[0] != etiquette:
        raise ValueError("structure CMS")
    return trouve[1]


def sujet_du_signataire(cms: bytes) -> str | None:
    """Common name, then the organisation in brackets; None when the certificate is not there."""
    try:
        return _sujet(cms)
    except (ValueError, IndexError):
        return None


def _sujet(cms: bytes) -> str | None:
    informations = _contenu(cms, 0, _SEQUENCE)
    signees = _contenu(_contenu(informations, 1, 0xA0), 0, _SEQUENCE)
    parties = list(elements(signees))
    certificats = next((c for etiquette, c in parties if etiquette == 0xA0), b"")
    signataire = _contenu(parties[-1][1], 0, _SEQUENCE)
    emetteur = list(elements(signataire))[1]
    numero = list(elements(emetteur[1]))[-1][1] if emetteur[0] == _SEQUENCE else None
    candidats = [c for etiquette, c in elements(certificats) if etiquette == _SEQUENCE]
    for certificat in candidats:
        serie, sujet = _identite(certificat)
        if serie == numero or (numero is None and len(candidats) == 1):
            return _lisible(sujet)
    return None


def _identite(certificat: bytes) -> tuple[bytes, bytes]:
    champs = [e for e in elements(_contenu(certificat, 0, _SEQUENCE)) if e[0] != 0xA0]
    return champs[0][1], champs[4][1]


def _lisible(sujet: bytes) -> str | None:
    trouves: dict[bytes, str] = {}
    for _, ensemble in elements(sujet):
        for _, attribut in elements(ensemble):
            (_, oid), (genre, valeur) = list(elements(attribut))[:2]
            trouves[oid] = valeur.decode(_TEXTES.get(genre, "utf-8"), "replace")
    nom, organisation = trouves.get(_NOM_COMMUN), trouves.get(_ORGANISATION)
    if nom and organisation:
        return f"{nom} ({organisation})"
    return nom or organisation
