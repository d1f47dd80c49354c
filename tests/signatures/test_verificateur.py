"""The verifier of the extra: what it is given, what it withstands, what it never does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

import segur_payment as sp
from segur_payment.dossier import Couverture, ExamenSignature, Indication, Modification, SourceDate
from segur_payment.erreurs import ErreurSignatures
from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.lecture.signatures import EchecExamenError, VerificateurPyHanko
from segur_payment.lecture.signatures import examens as room
from segur_payment.testing.pki import MOMENT, Pki, Scenario, pki_de_test, signer


@pytest.fixture(scope="module")
def pki() -> Pki:
    return pki_de_test()


@pytest.fixture(scope="module")
def verificateur(pki: Pki) -> VerificateurPyHanko:
    return VerificateurPyHanko([pki.racine.pem], crl=[pki.revocations()], moment=MOMENT)


def _par_champ(examens: Sequence[ExamenSignature]) -> dict[str, ExamenSignature]:
    return {examen.champ: examen for examen in examens}


def test_chaque_fait_d_une_signature_est_donne_a_part(
    verificateur: VerificateurPyHanko, pv_vierge: bytes
) -> None:
    examens = _par_champ(verificateur.examiner(signer(Scenario.DEUX_SIGNATURES, pv_vierge)))
    editeur = examens["Signature éditeur"]
    assert (editeur.integre, editeur.valide, editeur.confiance) == (True, True, True)
    assert (editeur.indication, editeur.sous_indication) == (Indication.TOTAL_PASSED, None)
    assert editeur.couverture is Couverture.REVISION
    assert editeur.modification is Modification.FORMULAIRE
    assert editeur.modification_admise is True
    assert editeur.source_date is SourceDate.DECLAREE
    assert editeur.certificat is not None
    assert editeur.certificat.organisation == "Logiciel Exemple SAS"
    assert editeur.certificat.siren == "732829320"
    assert editeur.intact is True
    assert editeur.verificateur.startswith("pyHanko ")


def test_sans_racine_aucune_identite_n_est_prouvee(pv_vierge: bytes) -> None:
    sans = VerificateurPyHanko(moment=MOMENT)
    for examen in sans.examiner(signer(Scenario.DEUX_SIGNATURES, pv_vierge)):
        assert examen.confiance is None
        assert examen.intact is True
        assert examen.indication is Indication.INDETERMINATE
        assert examen.sous_indication == "NO_CERTIFICATE_CHAIN_FOUND"


def test_le_meme_nom_d_une_autre_autorite_n_est_pas_reconnu(
    verificateur: VerificateurPyHanko, pv_vierge: bytes
) -> None:
    octets = signer(Scenario.USURPE_AUTORITE, pv_vierge)
    usurpee = _par_champ(verificateur.examiner(octets))["Signature ANS"]
    assert usurpee.intact is True
    assert usurpee.confiance is False
    assert usurpee.sous_indication == "NO_CERTIFICATE_CHAIN_FOUND"


def test_une_liste_donnee_revoque_meme_un_certificat_qui_n_en_annonce_pas(
    verificateur: VerificateurPyHanko, pv_vierge: bytes
) -> None:
    octets = signer(Scenario.REVOQUE_SANS_POINT, pv_vierge)
    revoquee = _par_champ(verificateur.examiner(octets))["Signature éditeur"]
    assert (revoquee.confiance, revoquee.sous_indication) == (False, "REVOKED_NO_POE")
    assert revoquee.revoque_le is not None
    assert revoquee.revocation_controlee


def test_la_couverture_d_une_partie_ne_dit_pas_que_le_contenu_est_intact(
    verificateur: VerificateurPyHanko, pv_vierge: bytes
) -> None:
    for scenario in (Scenario.COUVERTURE_PARTIELLE, Scenario.TROU_ELARGI):
        (examen,) = verificateur.examiner(signer(scenario, pv_vierge))
        assert examen.couverture is Couverture.PARTIELLE
        assert examen.intact is None


def test_un_champ_rempli_ensuite_ne_laisse_pas_dire_que_tout_est_intact(
    verificateur: VerificateurPyHanko, pv_vierge: bytes
) -> None:
    examens = _par_champ(verificateur.examiner(signer(Scenario.CHAMP_REMPLI, pv_vierge)))
    for examen in examens.values():
        assert examen.champs_modifies == ("Observations",)
        assert (examen.modification_admise, examen.intact) == (True, None)


def test_des_annotations_que_la_certification_permet_ne_sont_pas_jugees(
    verificateur: VerificateurPyHanko, pv_vierge: bytes
) -> None:
    (examen,) = verificateur.examiner(signer(Scenario.CERTIFIE_ANNOTE, pv_vierge))
    assert (examen.permis, examen.intact) == (Modification.ANNOTATIONS, None)
    assert "annotations" in (examen.empechement or "")


def test_les_certificats_se_jugent_au_moment_donne(pki: Pki, pv_vierge: bytes) -> None:
    octets = signer(Scenario.EXPIRE_DEPUIS, pv_vierge)
    libre = VerificateurPyHanko([pki.racine.der])

    def confiance(moment: dt.datetime | None) -> bool | None:
        return _par_champ(libre.examiner(octets, moment))["Signature éditeur"].confiance

    assert confiance(dt.datetime(2025, 3, 10, tzinfo=dt.UTC)) is True
    assert confiance(MOMENT) is False
    assert confiance(None) is True  # when the signature says that it was made


def test_un_moment_sans_fuseau_est_refuse() -> None:
    with pytest.raises(ErreurSignatures, match="fuseau"):
        VerificateurPyHanko(moment=dt.datetime(2025, 4, 2))


@pytest.mark.parametrize(
    "octets", [b"", b"%PDF-1.7\n%%EOF", b"\x00" * 5_000, b"%PDF-1.7 /ByteRange"]
)
def test_un_fichier_qui_n_est_pas_un_pdf_se_dit(
    verificateur: VerificateurPyHanko, octets: bytes
) -> None:
    with pytest.raises(EchecExamenError):
        verificateur.examiner(octets)


def test_un_fichier_hostile_ne_tue_pas_le_controle_des_suivants(
    verificateur: VerificateurPyHanko, pv_vierge: bytes
) -> None:
    signe = signer(Scenario.DEUX_SIGNATURES, pv_vierge)
    for coupe in (300, len(signe) // 2, len(signe) - 40):
        try:
            examens = verificateur.examiner(signe[:coupe])
        except EchecExamenError:
            continue
        assert not any(e.intact and e.couverture is Couverture.FICHIER_ENTIER for e in examens)
    assert len(verificateur.examiner(signe)) == 2


def test_le_delai_est_tenu(pv_vierge: bytes) -> None:
    presse = VerificateurPyHanko(limites=LimitesLecture(delai=1e-6))
    with pytest.raises(EchecExamenError, match="trop de temps"):
        presse.examiner(signer(Scenario.DEUX_SIGNATURES, pv_vierge))


def test_les_racines_viennent_d_un_dossier_d_un_fichier_ou_d_octets(
    pki: Pki, pv_vierge: bytes, tmp_path: Path
) -> None:
    pki.deposer(tmp_path)
    (tmp_path / "racines" / "lisez-moi.txt").write_text("rien")
    octets = signer(Scenario.EDITEUR_SEUL, pv_vierge)
    for racines in (tmp_path / "racines", tmp_path / "racines" / "racine.pem", [pki.racine.der]):
        (examen,) = VerificateurPyHanko(racines, moment=MOMENT).examiner(octets)
        assert examen.confiance is True


def test_des_racines_inutilisables_sont_refusees(tmp_path: Path) -> None:
    with pytest.raises(ErreurSignatures, match="Aucun certificat"):
        VerificateurPyHanko(tmp_path)
    with pytest.raises(ErreurSignatures, match="illisible"):
        VerificateurPyHanko(tmp_path / "absent")
    (tmp_path / "faux.pem").write_text("-----BEGIN X-----\nAA==\n-----END X-----")
    with pytest.raises(ErreurSignatures, match="sans certificat"):
        VerificateurPyHanko(tmp_path)
    with pytest.raises(ErreurSignatures, match="sans certificat"):
        VerificateurPyHanko([b"0\x03abc"])
    with pytest.raises(ErreurSignatures, match="sans certificat"):
        VerificateurPyHanko([pki_de_test().revocations()])
    with pytest.raises(ErreurSignatures, match="sans liste"):
        VerificateurPyHanko(crl=[pki_de_test().racine.der])


class _Complaisant:
    """A verifier of the user's, that finds everything good."""

    nom = "maison 1"

    def __init__(self, *champs: str) -> None:
        self.champs = champs

    def examiner(
        self, octets: bytes, moment: dt.datetime | None = None
    ) -> Sequence[ExamenSignature]:
        if not self.champs:
            raise RuntimeError("panne")
        return [ExamenSignature(champ=c, verificateur=self.nom, integre=True) for c in self.champs]


def test_un_autre_verificateur_se_branche(pv_vierge: bytes) -> None:
    octets = signer(Scenario.EDITEUR_SEUL, pv_vierge)
    maison = _Complaisant("Signature éditeur")
    fichier = sp.lire_pieces({"pv.pdf": octets}, signatures=maison).fichiers[0]
    assert fichier.signatures[0].examen is not None
    assert fichier.signatures[0].examen.verificateur == "maison 1"
    assert not fichier.signatures_incertaines


def test_une_signature_que_seul_le_verificateur_voit_rend_le_fichier_incertain(
    pv_vierge: bytes,
) -> None:
    octets = signer(Scenario.EDITEUR_SEUL, pv_vierge)
    maison = _Complaisant("Signature éditeur", "Signature cachée")
    dossier = sp.lire_dossier(
        {"pv.pdf": octets}, signatures=maison, date_depot=dt.date(2025, 4, 2), phase="avance"
    )
    assert dossier.fichiers[0].signatures_incertaines
    assert _resultats(dossier, "SAS-FIC-05") == ["non_verifiable"] * 2


def test_une_panne_du_verificateur_ne_passe_pas_pour_un_accord(pv_vierge: bytes) -> None:
    octets = signer(Scenario.EDITEUR_SEUL, pv_vierge)
    dossier = sp.lire_dossier(
        {"pv.pdf": octets},
        signatures=_Complaisant(),
        date_depot=dt.date(2025, 4, 2),
        phase="avance",
    )
    examen = dossier.fichiers[0].signatures[0].examen
    assert examen is not None
    assert "RuntimeError" in (examen.empechement or "")
    assert _resultats(dossier, "SAS-FIC-05") == ["non_verifiable"]


def _resultats(dossier: sp.DossierAvance | sp.DossierSolde, code: str) -> list[str]:
    return [c.resultat.value for c in sp.verifier(dossier).constats if c.code == code]


def test_l_extra_absent_est_nomme_une_seule_fois(
    pv_vierge: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "installe", lambda: False)
    octets = signer(Scenario.DEUX_SIGNATURES, pv_vierge)
    dossier = sp.lire_dossier({"pv.pdf": octets}, date_depot=dt.date(2025, 4, 2), phase="avance")
    verdict = sp.verifier(dossier)
    textes = [r.message for r in verdict.reserves]
    assert [t for t in textes if "segur-payment[signatures]" in t] == [
        "2 signatures numériques présentes, non vérifiées : "
        "pour les contrôler, installez l’extra segur-payment[signatures]."
    ]
    assert sum("présente, non vérifiée" in t for t in textes) == 2
    (constat,) = [c for c in verdict.constats if c.code == "SAS-FIC-05"]
    assert "n’a pas été contrôlée" in constat.message


def test_l_extra_absent_se_dit_a_qui_veut_le_verificateur(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segur_payment.lecture.signatures.verificateur.installe", lambda: False)
    with pytest.raises(ErreurSignatures, match=r"segur-payment\[signatures\]"):
        VerificateurPyHanko()


def test_sans_controle_une_page_changee_apres_la_signature_reste_ouverte(pv_vierge: bytes) -> None:
    for scenario, attendu in (
        (Scenario.PAGE_CHANGEE, "non_verifiable"),
        (Scenario.ANNOTE, "non_verifiable"),
        (Scenario.COUVERTURE_PARTIELLE, "non_verifiable"),
        (Scenario.PREUVES_AJOUTEES, "conforme"),
        (Scenario.DEUX_SIGNATURES, "conforme"),
    ):
        dossier = sp.lire_dossier(
            {"pv.pdf": signer(scenario, pv_vierge)},
            signatures=False, date_depot=dt.date(2025, 4, 2), phase="avance",
        )  # fmt: skip
        assert set(_resultats(dossier, "SAS-FIC-05")) == {attendu}, scenario
