"""The test PKI: the same at each run, on any PDF, and honest about what it imitates."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature

from segur_payment.dossier import Partie
from segur_payment.lecture.pdf import lire_pdf
from segur_payment.testing import pki as kit
from segur_payment.testing.pki import Scenario

EXEMPLES = Path(__file__).resolve().parents[2] / "examples"
_AU_HASARD = {
    Scenario.PSS,
    Scenario.RSA,
    Scenario.HORODATE,
    Scenario.HORODATAGE_SEUL,
    Scenario.HORODATAGE_AJOUTE,
    Scenario.EXPIRE_DEPUIS_HORODATE,
    Scenario.REVOQUE_APRES_HORODATE,
}
"""Scenarios with the RSA key of the process."""


@pytest.fixture(scope="module")
def signes(signe: Callable[[Scenario], bytes]) -> dict[Scenario, bytes]:
    return {scenario: signe(scenario) for scenario in Scenario}


def test_chaque_scenario_donne_un_pdf_qui_s_ouvre(signes: dict[Scenario, bytes]) -> None:
    assert {len(pypdf.PdfReader(io.BytesIO(octets)).pages) for octets in signes.values()} == {1, 2}


def test_deux_scenarios_ne_donnent_pas_le_meme_fichier(signes: dict[Scenario, bytes]) -> None:
    assert len(set(signes.values())) == len(Scenario)


def test_un_nouveau_processus_donne_les_memes_octets(
    pv_vierge: bytes, signes: dict[Scenario, bytes]
) -> None:
    kit.pki_de_test.cache_clear()
    try:
        for scenario in (Scenario.DEUX_SIGNATURES, Scenario.REVOQUE, Scenario.COUVERTURE_PARTIELLE):
            assert scenario not in _AU_HASARD
            assert kit.signer(scenario, pv_vierge) == signes[scenario]
    finally:
        kit.pki_de_test.cache_clear()


@pytest.mark.parametrize("chemin", sorted(EXEMPLES.glob("*/*.pdf")), ids=lambda c: c.name)
def test_n_importe_quel_pdf_peut_etre_signe(chemin: Path) -> None:
    octets = kit.signer(Scenario.DEUX_SIGNATURES, chemin.read_bytes())
    assert octets.startswith(chemin.read_bytes())
    assert sum(s.remplie for s in lire_pdf(octets).signatures) == 2


def test_une_signature_visible_est_dans_le_bloc_de_sa_partie(pv_vierge: bytes) -> None:
    ans, editeur = (kit.cadre_de(pv_vierge, partie) for partie in (Partie.ANS, Partie.EDITEUR))
    assert ans.page == editeur.page == 1
    assert ans.x1 < editeur.x0 + 20
    assert (ans.y0, ans.y1) == (editeur.y0, editeur.y1)


def test_l_usurpateur_porte_les_noms_des_vraies_autorites_et_d_autres_cles() -> None:
    pki = kit.pki_de_test()
    vrai, faux = pki.ans.certificat, pki.usurpateur_complet.certificat
    assert (faux.subject, faux.issuer) == (vrai.subject, vrai.issuer)
    assert [c.subject for c in pki.usurpateur_complet.chaine] == [c.subject for c in pki.ans.chaine]
    vrai.verify_directly_issued_by(pki.autorite_ans.certificat)
    with pytest.raises(InvalidSignature):
        faux.verify_directly_issued_by(pki.autorite_ans.certificat)


def test_ce_que_l_utilisateur_a_se_depose_dans_un_dossier(tmp_path: Path) -> None:
    pki = kit.pki_de_test()
    pki.deposer(tmp_path)
    (racine,) = (tmp_path / "racines").iterdir()
    assert x509.load_pem_x509_certificate(racine.read_bytes()) == pki.racine.certificat
    liste = x509.load_der_x509_crl((tmp_path / "crl" / "editeurs.crl").read_bytes())
    revoque = liste.get_revoked_certificate_by_serial_number(pki.revoque.certificat.serial_number)
    assert revoque is not None
    assert (
        liste.get_revoked_certificate_by_serial_number(pki.editeur.certificat.serial_number) is None
    )


def test_sans_pyhanko_le_message_dit_quel_extra_installer() -> None:
    code = "import sys; sys.modules['pyhanko'] = None; import segur_payment.testing.pki"
    fini = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert fini.returncode == 1
    assert "installez « segur-payment[testing] »" in fini.stderr
