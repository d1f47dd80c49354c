"""The options of the command about signatures."""

from __future__ import annotations

from pathlib import Path

import pytest
from signatures.conftest import pv_vierge

from cli.conftest import Lancer
from segur_payment.testing.pki import Scenario, pki_de_test, signer

__all__ = ["pv_vierge"]


@pytest.fixture
def depot(tmp_path: Path, pv_vierge: bytes) -> Path:
    pki_de_test().deposer(tmp_path)
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "pv.pdf").write_bytes(signer(Scenario.DEUX_SIGNATURES, pv_vierge))
    return tmp_path


def test_lire_montre_chaque_fait_de_chaque_signature(lancer: Lancer, depot: Path) -> None:
    fini = lancer("lire", "d", "--racines", "racines", "--crl", "crl")
    assert fini.returncode == 0
    texte = " ".join(fini.stdout.split())
    for dit in (
        "couvre : un état antérieur complet", "contenu signé inchangé, valeur de signature valide",
        "SIREN 732829320", "chaîne : reconnue (TOTAL-PASSED", "déclarée par le signataire",
        "document intact depuis, identité prouvée",
    ):  # fmt: skip
        assert dit in texte.replace("\u00a0", " ")
    assert fini.stderr == ""


def test_sans_verification_les_signatures_sont_dites_non_verifiees(
    lancer: Lancer, depot: Path
) -> None:
    fini = lancer(
        "verifier", "d", "--phase", "avance", "--date-depot", "2025-04-02",
        "--sans-verification-signatures",
    )  # fmt: skip
    assert "2 signatures numériques présentes, non vérifiées" in " ".join(fini.stdout.split())


@pytest.mark.parametrize(
    ("options", "dit"),
    [
        (("--racines", "d"), "Aucun certificat"),
        (("--racines", "absent"), "illisible"),
        (("--crl", "crl"), "--racines"),
        (("--racines", "racines", "--sans-verification-signatures"), "ne servent pas"),
    ],
)
def test_des_options_qui_ne_vont_pas_sont_refusees(
    options: tuple[str, ...], dit: str, lancer: Lancer, depot: Path
) -> None:
    fini = lancer("lire", "d", *options)
    assert fini.returncode == 3
    assert dit in fini.stderr
    assert fini.stdout == ""
