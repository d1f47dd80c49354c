"""Put a signature, a time stamp or an empty field on a PDF, as incremental updates do."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from enum import Enum
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .acteurs import SIGNE_LE
from .certificats import Porteur
from .emplacement import Cadre

_RESERVE = 16_384
"""Hexadecimal digits set apart for a signature: enough for its chain and a time stamp."""
_EMPREINTES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}


class Certification(Enum):
    """What the first signature of a file lets others do afterwards (DocMDP)."""

    AUCUNE_MODIFICATION = MDPPerm.NO_CHANGES
    REMPLISSAGE = MDPPerm.FILL_FORMS
    ANNOTATIONS = MDPPerm.ANNOTATE


class _MiseAJour(IncrementalPdfFileWriter):
    """An incremental update that reads no clock and draws nothing at random."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__(io.BytesIO(pdf), prev=PdfFileReader(io.BytesIO(pdf), strict=False))
        identifiant = generic.ByteStringObject(hashlib.sha256(pdf).digest()[:16])
        premier = self._document_id[0] if "/ID" in self.prev.trailer else identifiant
        self._document_id = generic.ArrayObject([premier, identifiant])

    def _update_meta(self) -> None:
        """Leave the dates of the file as they are."""


def mise_a_jour(pdf: bytes) -> IncrementalPdfFileWriter:
    """A change to be written after the bytes of the file."""
    return _MiseAJour(pdf)


def octets_de(ecriture: IncrementalPdfFileWriter) -> bytes:
    """The whole file, with its change at its end."""
    sortie = io.BytesIO()
    ecriture.write(sortie)
    return sortie.getvalue()


def apposer(
    pdf: bytes,
    porteur: Porteur,
    *,
    champ: str,
    le: dt.datetime = SIGNE_LE,
    cadre: Cadre | None = None,
    texte: str | None = None,
    nom: str | None = None,
    raison: str | None = None,
    horodateur: Porteur | None = None,
    certification: Certification | None = None,
    pss: bool = False,
    pades: bool = True,
    malgre_tout: bool = False,
) -> bytes:
    """The PDF with one more signature, in an update after what it holds.

    Args:
        pdf: any PDF.
        porteur: whose certificate signs.
        champ: name of the field, created unless the file has an empty one of that name.
        le: the date that the signature states.
        cadre: where it is seen; None for an invisible signature.
        texte: what is seen there; by default « Signé électroniquement par … le … ».
        nom: the free text ``/Name``, which proves nothing.
        raison: the free text ``/Reason``, which proves nothing.
        horodateur: who time-stamps the signature; None for no time stamp.
        certification: makes it a certifying signature, which must be the first of the file.
        pss: sign as RSASSA-PSS, with an RSA key.
        pades: ``ETSI.CAdES.detached``, else ``adbe.pkcs7.detached``.
        malgre_tout: sign even though an earlier signature forbids any change.

    Raises:
        pyhanko.sign.general.SigningError: the field is filled already, or signing is forbidden.
    """
    mentions = signers.PdfSignatureMetadata(
        field_name=champ,
        name=nom,
        reason=raison,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES if pades else SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
        certify=certification is not None,
        docmdp_permissions=certification.value if certification else MDPPerm.FILL_FORMS,
    )
    signataire = _Signataire(mentions, porteur, le, horodateur, cadre, texte, pss, malgre_tout)
    sortie = signataire.sign_pdf(_MiseAJour(pdf), bytes_reserved=_RESERVE)
    return bytes(sortie.getvalue())


def horodater(pdf: bytes, horodateur: Porteur, le: dt.datetime = SIGNE_LE) -> bytes:
    """The PDF with a document time stamp: it tells when, and nothing of who."""
    metteur = signers.PdfTimeStamper(_Horodateur(horodateur, le))
    sortie = metteur.timestamp_pdf(_MiseAJour(pdf), "sha256", bytes_reserved=_RESERVE)
    return bytes(sortie.getvalue())


def reserver(pdf: bytes, *champs: tuple[str, Cadre | None]) -> bytes:
    """The PDF with empty signature fields, each with its place."""
    ecriture = mise_a_jour(pdf)
    for nom, cadre in champs:
        fields.append_signature_field(ecriture, _champ(nom, cadre))
    return octets_de(ecriture)


def _champ(nom: str, cadre: Cadre | None) -> SigFieldSpec:
    if cadre is None:
        return SigFieldSpec(nom)
    return SigFieldSpec(nom, on_page=cadre.page - 1, box=cadre.bornes)


def cle_asn1(porteur: Porteur) -> keys.PrivateKeyInfo:
    """The key of a certificate, as pyHanko takes it."""
    return keys.PrivateKeyInfo.load(
        porteur.cle.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def certificats_asn1(porteur: Porteur) -> list[asn1_x509.Certificate]:
    """The certificate and those above it, as pyHanko takes them."""
    return [
        asn1_x509.Certificate.load(c.public_bytes(serialization.Encoding.DER))
        for c in (porteur.certificat, *porteur.chaine)
    ]


class SignataireCms(signers.SimpleSigner):
    """Signs a digest; the same bytes at each run with a P-256 key."""

    def __init__(self, porteur: Porteur, *, pss: bool = False) -> None:
        propre, *autres = certificats_asn1(porteur)
        registre = SimpleCertificateStore.from_certs(autres)
        super().__init__(propre, cle_asn1(porteur), registre, prefer_pss=pss, embed_roots=False)
        self._cle = porteur.cle

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        if isinstance(self._cle, ec.EllipticCurvePrivateKey):
            empreinte = _EMPREINTES[digest_algorithm]
            return self._cle.sign(data, ec.ECDSA(empreinte, deterministic_signing=True))
        return bytes(super().sign_raw(data, digest_algorithm))


class _Signataire(signers.PdfSigner):
    """A signer with a date of its own, visible in a frame or not."""

    def __init__(
        self,
        mentions: signers.PdfSignatureMetadata,
        porteur: Porteur,
        le: dt.datetime,
        horodateur: Porteur | None,
        cadre: Cadre | None,
        texte: str | None,
        pss: bool,
        malgre_tout: bool,
    ) -> None:
        visible = texte or f"Signé électroniquement par\n{porteur.identite.nom}\nle {le:%d/%m/%Y}"
        super().__init__(
            mentions,
            SignataireCms(porteur, pss=pss),
            timestamper=_Horodateur(horodateur, le) if horodateur else None,
            stamp_style=TextStampStyle(stamp_text=visible.replace("%", "%%"), border_width=0),
            new_field_spec=_champ(str(mentions.field_name), cadre),
        )
        self._le = le
        self._malgre_tout = malgre_tout

    def _enforce_certification_constraints(self, reader: PdfFileReader) -> None:
        if not self._malgre_tout:
            super()._enforce_certification_constraints(reader)

    def init_signing_session(self, *args: Any, **options: Any) -> Any:
        seance = super().init_signing_session(*args, **options)
        seance.system_time = self._le
        return seance


class _Horodateur(DummyTimeStamper):
    """A time-stamping authority in this very process: no network."""

    def __init__(self, porteur: Porteur, le: dt.datetime) -> None:
        propre, *autres = certificats_asn1(porteur)
        registre = SimpleCertificateStore.from_certs(autres)
        super().__init__(propre, cle_asn1(porteur), registre, fixed_dt=le, include_nonce=False)
