"""Certificates of the test authorities: the same keys and the same bytes at each run.

The keys are derived from public names. They protect nothing and must never sign a real paper.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_ORDRE_P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_POINT = x509.CRLDistributionPoints(
    [
        x509.DistributionPoint(
            [x509.UniformResourceIdentifier("http://crl.exemple.test/liste.crl")], None, None, None
        )
    ]
)
Cle = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
Periode = tuple[dt.datetime, dt.datetime]


def jour(annee: int, mois: int, quantieme: int, heure: int = 0) -> dt.datetime:
    """A moment, in UTC."""
    return dt.datetime(annee, mois, quantieme, heure, tzinfo=dt.UTC)


VALIDITE: Periode = (jour(2024, 1, 1), jour(2034, 1, 1))
"""Validity of the certificates, unless a scenario needs another one."""


def cle_ec(graine: str) -> ec.EllipticCurvePrivateKey:
    """The P-256 key of that name."""
    nombre = int.from_bytes(hashlib.sha512(graine.encode()).digest())
    return ec.derive_private_key(nombre % (_ORDRE_P256 - 1) + 1, ec.SECP256R1())


@cache
def cle_rsa() -> rsa.RSAPrivateKey:
    """The one RSA key of the kit (time stamps, RSA and PSS signatures): new in each process."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Identite:
    """Who a certificate names: a person, a person of an organisation, or an organisation."""

    nom: str
    organisation: str | None = None
    siren: str | None = None
    """Nine digits, written in ``organizationIdentifier`` as ``NTRFR-…``."""
    unites: tuple[str, ...] = ()
    """Organisational units, written as they are."""

    def sujet(self) -> x509.Name:
        """The distinguished name."""
        attributs = [x509.NameAttribute(NameOID.COUNTRY_NAME, "FR")]
        if self.organisation:
            attributs.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, self.organisation))
        for unite in self.unites:
            attributs.append(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unite))
        if self.siren:
            identifiant = f"NTRFR-{self.siren}"
            attributs.append(x509.NameAttribute(NameOID.ORGANIZATION_IDENTIFIER, identifiant))
        attributs.append(x509.NameAttribute(NameOID.COMMON_NAME, self.nom))
        return x509.Name(attributs)


@dataclass(frozen=True)
class Porteur:
    """A certificate with its key and the authorities above it: whoever holds it signs."""

    identite: Identite
    certificat: x509.Certificate
    cle: Cle = field(repr=False)
    chaine: tuple[x509.Certificate, ...] = ()
    """Issuing authority first, root last."""

    @property
    def der(self) -> bytes:
        """The certificate, in DER."""
        return self.certificat.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate, in PEM."""
        return self.certificat.public_bytes(serialization.Encoding.PEM)


@dataclass(frozen=True)
class Autorite(Porteur):
    """A certificate that issues others."""

    def emettre(
        self,
        identite: Identite,
        *,
        validite: Periode = VALIDITE,
        cle: Cle | None = None,
        horodatage: bool = False,
        liste: bool = True,
        graine: str = "",
    ) -> Porteur:
        """A certificate of signature, or of time stamping.

        Args:
            identite: who it names.
            validite: from when to when.
            cle: its key; by default a P-256 key derived from the names and from ``graine``.
            horodatage: a certificate of a time-stamping authority.
            liste: the certificate says where the list of revocations would be.
            graine: tells apart two certificates of the same name by the same authority.
        """
        nom = f"{self.identite.nom}/{self.certificat.serial_number}/{identite}/{graine}"
        propre = cle or cle_ec(nom)
        modele = _modele(identite, self.certificat.subject, propre, validite, nom)
        modele = modele.add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
        modele = modele.add_extension(_usages(signature=True), True)
        if horodatage:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            modele = modele.add_extension(usage, True)
        if liste:
            modele = modele.add_extension(_POINT, False)
        return Porteur(identite, self._signer(modele), propre, (self.certificat, *self.chaine))

    def intermediaire(self, identite: Identite) -> Autorite:
        """An authority below this one."""
        nom = f"{self.identite.nom}/{self.certificat.serial_number}/{identite}"
        cle = cle_ec(nom)
        modele = _autorite(_modele(identite, self.certificat.subject, cle, VALIDITE, nom))
        return Autorite(identite, self._signer(modele), cle, (self.certificat, *self.chaine))

    def revocations(self, revoques: dict[int, dt.datetime], *, validite: Periode) -> bytes:
        """A list of revocations (CRL, in DER): serial number → moment; an empty one is fine."""
        liste = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificat.subject)
            .last_update(validite[0])
            .next_update(validite[1])
            .add_extension(x509.CRLNumber(1), False)
            .add_extension(_cle_autorite(self.cle), False)
        )
        for numero, quand in sorted(revoques.items()):
            entree = x509.RevokedCertificateBuilder().serial_number(numero).revocation_date(quand)
            liste = liste.add_revoked_certificate(entree.build())
        signee = liste.sign(self.cle, hashes.SHA256(), ecdsa_deterministic=True)
        return signee.public_bytes(serialization.Encoding.DER)

    def _signer(self, modele: x509.CertificateBuilder) -> x509.Certificate:
        modele = modele.add_extension(_cle_autorite(self.cle), False)
        return modele.sign(self.cle, hashes.SHA256(), ecdsa_deterministic=True)


def racine(identite: Identite, graine: str = "") -> Autorite:
    """A root authority; another ``graine`` gives another authority of the same name."""
    nom = f"racine/{identite}/{graine}"
    cle = cle_ec(nom)
    modele = _autorite(_modele(identite, identite.sujet(), cle, VALIDITE, nom))
    signe = modele.sign(cle, hashes.SHA256(), ecdsa_deterministic=True)
    return Autorite(identite, signe, cle)


def autosigne(identite: Identite) -> Porteur:
    """A certificate that its holder made for himself, as signing tools offer."""
    cle = cle_ec(f"autosigne/{identite}")
    modele = _modele(identite, identite.sujet(), cle, VALIDITE, f"autosigne/{identite}")
    modele = modele.add_extension(_usages(signature=True), True)
    return Porteur(identite, modele.sign(cle, hashes.SHA256(), ecdsa_deterministic=True), cle)


def _modele(
    identite: Identite, emetteur: x509.Name, cle: Cle, validite: Periode, nom: str
) -> x509.CertificateBuilder:
    publique = cle.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(identite.sujet())
        .issuer_name(emetteur)
        .public_key(publique)
        .serial_number(int.from_bytes(hashlib.sha256(nom.encode()).digest()[:8]) | 1)
        .not_valid_before(validite[0])
        .not_valid_after(validite[1])
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(publique), False)
    )


def _autorite(modele: x509.CertificateBuilder) -> x509.CertificateBuilder:
    modele = modele.add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
    return modele.add_extension(_usages(signature=False), True)


def _usages(*, signature: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signature,
        content_commitment=signature,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not signature,
        crl_sign=not signature,
        encipher_only=False,
        decipher_only=False,
    )


def _cle_autorite(cle: Cle) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(cle.public_key())
