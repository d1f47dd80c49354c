"""What the Java tests of ``esig/dss`` (6.4) expect of their PDFs, by name of the file.

Read from the classes of ``dss-pades/src/test/java/…/pades/validation``: a class that keeps the
default ``checkBLevelValid`` expects every signature to be technically valid (digest and value).
"""

from __future__ import annotations

AUCUNE_JUSTE = frozenset(
    {
        "pades-bes-no-certificates.pdf",
        "Signature-P-HU_NET-2.pdf",
        "pdf-signed-out-of-byteRange.pdf",
        "pdf-signed-corrupted.pdf",
        "pades-enveloping-empty-bytes-cms.pdf",
        "pdf-eof.pdf",
        "pades-unsupported-signature-algorithm.pdf",
        "wrong-digest-algo.pdf",
        "siwa.pdf",
        "PAdES-BpB-att-SHA256-SHA3_224withRSA.pdf",
        "PAdES-BpB-att-SHA256-SHA3_256withRSA.pdf",
        "Signature-P-DE_CRY-2 (HASH_FAILURE).pdf",
        "pades-5-signatures-and-1-document-timestamp.pdf",
    }
)
"""No signature is technically valid, according to DSS (for want of a certificate or of an
algorithm for some). Left out: ``Signature-P-IT_ADO-1`` and ``Signature-P-SK-1`` (DSS-818), which
DSS refuses for the order of their attributes alone: the bytes signed are those of the file."""
PAS_TOUTES_JUSTES = frozenset(
    {"pdf-byterange-overlap.pdf", "hello_signed_INCSAVE_signed_EDITED.pdf"}
)
"""One signature of the file is not technically valid, another one is."""
CONTENU_CHANGE = frozenset(
    {
        "annotation-and-visible-change.pdf",
        "hide.pdf",
        "replace.pdf",
        "pdf-signed-added-page.pdf",
        "pdf-removed-pages.pdf",
        "pdf-spoofing-attack.pdf",
        "pades-spoofing-replaced-reason.pdf",
        "modified_after_signature.pdf",
    }
)
"""Signed, then changed in what it shows or in its structure: DSS finds undefined or visual
changes, other pages, or an inconsistent signature dictionary."""
TOUTES_JUSTES = frozenset(
    {
        "AD-RB.pdf",
        "adbe_crl_signed.pdf",
        "adbe_ocsp_signed.pdf",
        "belgian_pki_multiple_ocsps.pdf",
        "belgian_pki_multiple_ocsps_lt.pdf",
        "doc-firmado-LT.pdf",
        "doc-firmado.pdf",
        "DSS-1683.pdf",
        "DSS-1983.pdf",
        "DSS-2025.pdf",
        "DSS-2155.pdf",
        "DSS-2199.pdf",
        "DSS-2601.pdf",
        "DSS-2821.pdf",
        "DSS-3226.pdf",
        "DSS-3298.pdf",
        "DSS-3567.pdf",
        "DSS-3577.pdf",
        "encrypted.pdf",
        "hello_signed_INCSAVE_signed.pdf",
        "lt-short.pdf",
        "muestra-firmado-firmado.pdf",
        "pades-bes.pdf",
        "pades-enveloping-cms.pdf",
        "pades-enveloping-other-pdf.pdf",
        "pades-epes.pdf",
        "pades-level-b-sig-policy-invalid-digest-algo.pdf",
        "pades-lt-extended-abde.pdf",
        "pades-lt-extended-dss.pdf",
        "PAdES-LT.pdf",
        "pades-lta-copied-doctst.pdf",
        "PAdES-LTA.pdf",
        "pades-ltv-from-epes.pdf",
        "pades-ltv-with-reason.pdf",
        "pades-ltv.pdf",
        "pades-multiple-pages-annots-overlap.pdf",
        "pades-not-epes.pdf",
        "pades-ocsp-archiveCutOff-invalid.pdf",
        "pades-ocsp-sign-cert.pdf",
        "pades-revoc-removed-from-dss-dict.pdf",
        "pades-same-border-annotations.pdf",
        "pades-signed-annot-added.pdf",
        "pades-signed-filled-form.pdf",
        "pades-t-duplicated-doctst.pdf",
        "pades-t-duplicated-sigtst.pdf",
        "pades-t-level-extended.pdf",
        "pades-tst-with-null-type.pdf",
        "pades-tst-with-orphan-refs.pdf",
        "pades-tst-with-sig-type.pdf",
        "pades-two-sig-copied-tst.pdf",
        "pades3_Baseline_B.pdf",
        "PAdES_with_er.pdf",
        "pades_with_orphan_ocsp_cert_refs.pdf",
        "PAdESWithCrossCertificateOCSP.pdf",
        "pdf-double-signer-info.pdf",
        "pdf-self-issued-ocsp.pdf",
        "pdf-signed-original.pdf",
        "pdf-structtreeroot-changes.pdf",
        "pdf-with-eof-cr.pdf",
        "pdf-with-vri-timestamp.pdf",
        "pkcs7-no-message-digest.pdf",
        "pkcs7.pdf",
        "pkcs7_sha1.pdf",
        "self-issued-qesig.pdf",
        "Signature-P-B-7da49953-d837-4f0b-8f38-aa5aa4181e3c.pdf",
        "Signature-P-BG_BOR-2.pdf",
        "Signature-P-DE_SCI-4.pdf",
        "Signature-P-FR_CS-5.pdf",
        "Signature-P-HU_MIC-1.pdf",
        "Signature-P-HU_POL-3.pdf",
        "Signature-P-HU_POL-7.pdf",
        "Signature-P-LT-ef971596-8f2e-407d-a413-aae9cb9b8e4a.pdf",
        "Signature-P-PK7-2.pdf",
        "Signature-P-SK-6.pdf",
        "signature-referenced-from-multiple-fields.pdf",
        "test-with-vri.pdf",
        "Test.pdf",
        "Test.signed_Certipost-2048-SHA512.extended-LTA.pdf",
        "Test.signed_Certipost-2048-SHA512.extended.extended-2019-07-02.pdf",
        "Test.signed_Certipost-2048-SHA512.extended.pdf",
        "TEST2_signed_with_zero_policy_hash.pdf",
        "TestToSignPDFSHA256_TST_SIG_NOT_FOUND.pdf",
        "timestamped_and_signed.pdf",
    }
)
"""Every signature is technically valid, whatever came after it."""
