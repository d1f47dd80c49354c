"""What a cryptographic verifier found about a signature: each fact apart, never one boolean."""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime, Field

from segur_payment.dossier.commun import Modele


class Couverture(StrEnum):
    """Which bytes of the file a digital signature was computed on."""

    FICHIER_ENTIER = "fichier_entier"
    """The whole file, up to its end."""
    REVISION = "revision"
    """A complete earlier state of the file, which was completed since."""
    PARTIELLE = "partielle"
    """Neither: bytes of the state that was signed are left out, and may be anything."""
    INCONNUE = "inconnue"
    """The file does not tell."""


class Modification(StrEnum):
    """What was done to the file after a signature, from nothing to anything (in this order)."""

    AUCUNE = "aucune"
    ARCHIVAGE = "archivage"
    """Nothing that shows: validation data, document time stamps, properties of the file."""
    FORMULAIRE = "formulaire"
    """Form fields filled in, or another signature."""
    ANNOTATIONS = "annotations"
    """Comments added or changed."""
    AUTRE = "autre"
    """Anything else: what was signed may not be what is shown."""

    @property
    def rang(self) -> int:
        """Place in the order: a greater one allows or does more."""
        return list(Modification).index(self)


class Indication(StrEnum):
    """Main indication of a validation, in the words of ETSI EN 319 102-1."""

    TOTAL_PASSED = "TOTAL-PASSED"
    INDETERMINATE = "INDETERMINATE"
    TOTAL_FAILED = "TOTAL-FAILED"


class SourceDate(StrEnum):
    """Who says when a signature was made."""

    DECLAREE = "declaree"
    """The signer's own clock: it proves nothing."""
    HORODATAGE = "horodatage"
    """A time stamp whose authority reaches a trusted root."""
    HORODATAGE_NON_RECONNU = "horodatage_non_reconnu"
    """A time stamp of an authority that no root recognises."""


class NatureCertificat(StrEnum):
    """Whom a certificate was issued to, as far as it tells."""

    PERSONNE = "personne"
    CACHET = "cachet"
    """An organisation or a server: it signs for whoever commands it."""
    INCONNUE = "inconnue"


class Certificat(Modele):
    """The signer's certificate, as it reads: only a recognised chain makes it true."""

    sujet: str = Field(description="The whole subject, for a person: « CN=…, O=… ».")
    emetteur: str = Field(description="The whole issuer, in the same form.")
    nature: NatureCertificat = NatureCertificat.INCONNUE
    nom_commun: str | None = Field(default=None, description="CN of the subject.")
    personne: str | None = Field(default=None, description="Given name and surname, if it has.")
    organisation: str | None = Field(default=None, description="O of the subject.")
    unite: str | None = Field(default=None, description="OU of the subject; several by « ; ».")
    identifiant_organisation: str | None = Field(
        default=None, description="organizationIdentifier, else an OU « 0002 … », as written."
    )
    siren: str | None = Field(
        default=None, description="SIREN inside that identifier; None: not a French company's."
    )
    debut: AwareDatetime = Field(description="Beginning of validity.")
    fin: AwareDatetime = Field(description="End of validity.")
    sha256: str = Field(description="SHA-256 of the certificate, in hexadecimal.")


class ExamenSignature(Modele):
    """What a verifier found about one signature. None: not known, never « fine »."""

    champ: str = Field(description="Fully qualified name of the signature field.")
    verificateur: str = Field(description="Name and version of the verifier.")
    horodatage_document: bool = Field(
        default=False, description="A document time stamp: it dates the file, nobody signs."
    )
    integre: bool | None = Field(
        default=None, description="Are the signed bytes those that were signed (digest)?"
    )
    valide: bool | None = Field(
        default=None, description="Was the value computed with the key of the certificate?"
    )
    confiance: bool | None = Field(
        default=None,
        description="Does the chain reach a root of the user, at ``moment``? None: no root given.",
    )
    indication: Indication | None = None
    sous_indication: str | None = Field(
        default=None, description="As in ETSI EN 319 102-1: NO_CERTIFICATE_CHAIN_FOUND, …"
    )
    certificat: Certificat | None = None
    revoque_le: AwareDatetime | None = Field(
        default=None, description="When its certificate, or one of its chain, was revoked."
    )
    revocation_controlee: bool = Field(
        default=False,
        description="Whether a list of its authority, or an answer about it, was at hand.",
    )
    moment: AwareDatetime | None = Field(
        default=None, description="The certificates were judged as of this time."
    )
    date: AwareDatetime | None = Field(default=None, description="When it was made.")
    source_date: SourceDate | None = Field(default=None, description="Who says ``date``.")
    autorite_horodatage: str | None = Field(
        default=None, description="Name in the certificate of the time-stamping authority."
    )
    couverture: Couverture = Couverture.INCONNUE
    certifiante: bool = Field(
        default=False, description="A certifying signature: it restricts what may follow (DocMDP)."
    )
    permis: Modification | None = Field(
        default=None, description="The most that it allows to be done afterwards; None: no limit."
    )
    modification: Modification | None = Field(
        default=None,
        description="The most that was done afterwards, whatever it allowed; None: not known.",
    )
    modification_admise: bool | None = Field(
        default=None, description="Whether everything done afterwards is allowed."
    )
    champs_modifies: tuple[str, ...] = Field(
        default=(),
        description="Fields other than signatures filled in or redrawn afterwards.",
    )
    changements: tuple[str, ...] = Field(
        default=(), description="What was done afterwards, in French."
    )
    empechement: str | None = Field(
        default=None, description="Why it could not be examined, or not entirely, in French."
    )

    @property
    def intact(self) -> bool | None:
        """Is what was signed what is shown now? A second signature changes nothing of it.

        True needs the digest, the value, the coverage and what followed all to be known good;
        None: something of it is not known, as when only part of the file is covered, or when a
        field was filled in afterwards: that is allowed, but not all that shows was signed.
        """
        if self.integre is False or self.valide is False:
            return False
        couvre = self.couverture in (Couverture.FICHIER_ENTIER, Couverture.REVISION)
        if couvre and self.modification is Modification.AUTRE:
            return False
        suite = self.modification is not None and not self.champs_modifies
        connus = self.integre and self.valide and couvre and suite
        return True if connus else None
