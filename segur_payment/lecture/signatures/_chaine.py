"""Digest, value and chain of one signature, judged by pyHanko with what the user gave."""

from __future__ import annotations

import base64
import datetime as dt
from dataclasses import dataclass
from typing import Any

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate, AdESStatus, AdESSubIndic
from pyhanko.sign.validation import (
    DocumentSecurityStore,
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from ._certificat import certificat_de, nom_de

_INDICATIONS = {
    AdESStatus.PASSED: "TOTAL-PASSED",
    AdESStatus.INDETERMINATE: "INDETERMINATE",
    AdESStatus.FAILED: "TOTAL-FAILED",
}
_AFFAIRE_DE_TEMPS = frozenset(
    (
        AdESIndeterminate.OUT_OF_BOUNDS_NO_POE,
        AdESIndeterminate.REVOKED_NO_POE,
        AdESIndeterminate.REVOKED_CA_NO_POE,
    )
)
_USAGES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
"""Either will do: seals of servers often have the second only."""


@dataclass(slots=True)
class Jugement:
    """What pyHanko says of one signature, and as of when."""

    statut: Any = None
    sous_indication: AdESSubIndic | None = None
    sans_racines: bool = False
    moment: dt.datetime | None = None
    declaree: dt.datetime | None = None
    revoque_le: dt.datetime | None = None
    revocation_controlee: bool = False

    @classmethod
    def refuse(cls, sous_indication: AdESSubIndic | None) -> Jugement:
        """A signature whose form pyHanko does not take."""
        return cls(sous_indication=sous_indication)

    def faits(self) -> dict[str, Any]:
        """The same as plain data."""
        indication = _INDICATIONS[self.sous_indication.status] if self.sous_indication else None
        faits: dict[str, Any] = {
            "indication": indication,
            "sous_indication": self.sous_indication and self.sous_indication.standard_name,
        }
        if self.statut is None:
            return faits
        if self.sous_indication is None:
            faits["indication"] = "TOTAL-PASSED"
        bon = self.statut.intact and self.statut.valid
        return faits | {
            "integre": self.statut.intact,
            "valide": self.statut.valid,
            "confiance": None if self.sans_racines or not bon else self.sous_indication is None,
            "certificat": certificat_de(self.statut.signing_cert),
            "revoque_le": _iso(self.revoque_le),
            "revocation_controlee": self.revocation_controlee,
            "moment": _iso(self.moment),
            **self._dates(),
        }

    def _dates(self) -> dict[str, Any]:
        jeton = getattr(self.statut, "timestamp_validity", None)
        if hasattr(self.statut, "timestamp"):  # a document time stamp
            jeton = self.statut
        if jeton is None or not (jeton.intact and jeton.valid):
            return {
                "date": _iso(self.declaree),
                "source_date": "declaree" if self.declaree else None,
            }
        reconnu = jeton.trusted and not self.sans_racines
        return {
            "date": _iso(jeton.timestamp),
            "source_date": "horodatage" if reconnu else "horodatage_non_reconnu",
            "autorite_horodatage": nom_de(jeton.signing_cert.subject),
        }


class Chaine:
    """The roots, lists and certificates of one examination; those of the file complete them."""

    def __init__(self, demande: dict[str, Any], lecteur: PdfFileReader) -> None:
        racines = demande["racines"]
        self._sans_racines = racines is None
        self._racines = [x509.Certificate.load(o) for o in _der(racines or [])]
        self._certificats = [x509.Certificate.load(o) for o in _der(demande["intermediaires"])]
        self._listes = [crl.CertificateList.load(o) for o in _der(demande["crl"])]
        self._reponses: list[ocsp.OCSPResponse] = []
        self._moment = dt.datetime.fromisoformat(demande["moment"]) if demande["moment"] else None
        self._ajouter_celles_du_fichier(lecteur)

    def _ajouter_celles_du_fichier(self, lecteur: PdfFileReader) -> None:
        """What a long-term signature keeps of its chain, to be trusted only if signed by it."""
        try:
            magasin = DocumentSecurityStore.read_dss(lecteur)
            certificats = list(magasin.load_certs())
            listes = [crl.CertificateList.load(o.get_object().data) for o in magasin.crls]
            reponses = [ocsp.OCSPResponse.load(o.get_object().data) for o in magasin.ocsps]
        except NoDSSFoundError:
            return
        except Exception:  # noqa: BLE001 - a broken store only helps less
            return
        self._certificats += certificats
        self._listes += listes
        self._reponses += reponses

    def _contexte(self, moment: dt.datetime) -> ValidationContext:
        return ValidationContext(
            trust_roots=self._racines,
            other_certs=self._certificats,
            crls=self._listes,
            ocsps=self._reponses,
            moment=moment,
            allow_fetching=False,
            retroactive_revinfo=True,
        )

    async def juger(self, signature: EmbeddedPdfSignature) -> Jugement:
        """The digest, the value and the chain; a trusted time stamp may save an old chain."""
        declaree = _avec_fuseau(signature.self_reported_timestamp)
        moment = self._moment or declaree or signature.signer_cert.not_valid_before
        jugement = await self._juger(signature, moment)
        jeton = getattr(jugement.statut, "timestamp_validity", None)
        if (
            jugement.sous_indication in _AFFAIRE_DE_TEMPS
            and jeton is not None
            and jeton.trusted
            and jeton.timestamp < moment
        ):
            alors = await self._juger(signature, jeton.timestamp)
            if alors.sous_indication is None:
                jugement = alors
        jugement.declaree = declaree
        return jugement

    async def _juger(self, signature: EmbeddedPdfSignature, moment: dt.datetime) -> Jugement:
        contexte = self._contexte(moment)
        if signature.sig_object_type == "/DocTimeStamp":
            statut: Any = await async_validate_pdf_timestamp(signature, contexte, skip_diff=True)
        else:
            statut = await async_validate_pdf_signature(
                signature, contexte, key_usage_settings=_USAGES, skip_diff=True
            )
        indication, revocation = _sous_indication(statut), statut.revocation_details
        revoque_le = revocation.revocation_date if revocation else None
        revoque_le = revoque_le or self._revoque_le(statut)
        if indication is None and revoque_le is not None and revoque_le <= moment:
            indication = AdESIndeterminate.REVOKED_NO_POE
        return Jugement(
            statut=statut,
            sous_indication=indication,
            sans_racines=self._sans_racines,
            moment=moment,
            revoque_le=revoque_le,
            revocation_controlee=self._revocation_controlee(statut.signing_cert),
        )

    def _revoque_le(self, statut: Any) -> dt.datetime | None:
        """pyHanko looks for a revocation only where the certificate says that a list is."""
        chemin = list(statut.validation_path or [])
        certificats = [c for c in chemin if isinstance(c, x509.Certificate)]
        dates = [
            revoque["revocation_date"].native
            for certificat in {c.sha256: c for c in (statut.signing_cert, *certificats)}.values()
            for liste in self._listes
            if liste.issuer == certificat.issuer
            for revoque in liste["tbs_cert_list"]["revoked_certificates"] or ()
            if revoque["user_certificate"].native == certificat.serial_number
        ]
        return min(dates, default=None)

    def _revocation_controlee(self, certificat: x509.Certificate) -> bool:
        return any(liste.issuer == certificat.issuer for liste in self._listes) or any(
            reponse["cert_id"]["serial_number"].native == certificat.serial_number
            for paquet in self._reponses
            if paquet.basic_ocsp_response is not None
            for reponse in paquet.response_data["responses"]
        )


def _sous_indication(statut: Any) -> AdESSubIndic | None:
    if not statut.intact:
        return AdESFailure.HASH_FAILURE
    if not statut.valid:
        return AdESFailure.SIG_CRYPTO_FAILURE
    if statut.trust_problem_indic is None and statut.validation_path is None:
        return AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND
    indication: AdESSubIndic | None = statut.trust_problem_indic
    return indication


def _der(textes: list[str]) -> list[bytes]:
    return [base64.b64decode(texte) for texte in textes]


def _avec_fuseau(date: dt.datetime | None) -> dt.datetime | None:
    if date is not None and date.utcoffset() is None:
        return date.replace(tzinfo=dt.UTC)
    return date


def _iso(date: dt.datetime | None) -> str | None:
    return date.isoformat() if date else None
