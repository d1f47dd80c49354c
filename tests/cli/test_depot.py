"""``courrier`` and ``preparer``, really run."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fabrique import bon_avance

from segur_payment import ADAPTATEUR_DOSSIER, verifier
from segur_payment.cli import main
from segur_payment.cli.sortie import livrer
from segur_payment.erreurs import ErreurSortie
from segur_payment.testing.pki import pki_de_test

Lancer = Callable[..., subprocess.CompletedProcess[str]]
Ecrire = Callable[..., Path]
EXEMPLES = Path(__file__).parents[2] / "examples"
DATE = ("--date-depot", "2025-04-02", "--sans-ocr", "--sans-verification-signatures")


def test_le_courrier_d_un_dossier_puis_d_un_verdict(
    lancer: Lancer, ecrire: Ecrire, pv_partiel: dict[str, Any], tmp_path: Path
) -> None:
    dossier = ecrire(pv=pv_partiel)
    direct = lancer("courrier", dossier)
    assert (direct.returncode, direct.stderr) == (2, "")
    assert "rejet de votre demande de solde" in direct.stdout
    lancer("verifier", dossier, "--format", "json", "--sortie", "verdict.json")
    relu = lancer("courrier", "verdict.json")
    assert (relu.returncode, relu.stdout) == (2, direct.stdout)
    inutile = lancer("courrier", "verdict.json", "--phase", "solde")
    assert (inutile.returncode, inutile.stdout) == (3, "")
    assert "CHEMIN est déjà un verdict" in inutile.stderr


def test_le_courrier_en_pdf_a_les_memes_octets_dans_deux_processus(
    lancer: Lancer, ecrire: Ecrire, tmp_path: Path
) -> None:
    dossier = ecrire()
    for nom, graine in (("un.pdf", "1"), ("deux.pdf", "2")):
        options = ("--format", "pdf", "--sortie", nom)
        fini = lancer("courrier", dossier, *options, PYTHONHASHSEED=graine)
        assert (fini.returncode, fini.stdout, fini.stderr) == (0, "", "")
    un = (tmp_path / "un.pdf").read_bytes()
    assert un.startswith(b"%PDF-")
    assert un == (tmp_path / "deux.pdf").read_bytes()


def test_le_paquet_a_les_memes_octets_dans_deux_processus(lancer: Lancer, tmp_path: Path) -> None:
    for nom, graine in (("un.zip", "1"), ("deux.zip", "2")):
        fini = lancer(
            "preparer", EXEMPLES / "avance_bonne", *DATE, "--sortie", nom, PYTHONHASHSEED=graine
        )
        assert (fini.returncode, fini.stdout, fini.stderr) == (0, "", "")
    assert (tmp_path / "un.zip").read_bytes() == (tmp_path / "deux.zip").read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["deux.zip", "un.zip"]


def test_un_dossier_a_completer_n_est_prepare_que_malgre_tout(
    lancer: Lancer, tmp_path: Path
) -> None:
    commande = ("preparer", EXEMPLES / "avance_defauts", *DATE, "--sortie", "p.zip")
    refus = lancer(*commande)
    assert (refus.returncode, refus.stdout) == (1, "")
    assert "Paquet refusé, la décision est «\u00a0À compléter\u00a0»" in refus.stderr
    assert not (tmp_path / "p.zip").exists()
    assert lancer(*commande, "--malgre-tout").returncode == 1
    assert zipfile.is_zipfile(tmp_path / "p.zip")


def test_un_dossier_en_donnees_n_a_rien_a_joindre(lancer: Lancer, ecrire: Ecrire) -> None:
    fini = lancer("preparer", ecrire(), "--sortie", "p.zip")
    assert fini.returncode == 3
    assert "aucun fichier à joindre" in fini.stderr


LUS = {
    "avant.json": ("comparer", "avant.json", "dossier.json"),
    "avance.json": ("verifier", "dossier.json", "--avance", "avance.json"),
    "politique.toml": ("verifier", "dossier.json", "--politique", "politique.toml"),
    "racines/racine.pem": ("verifier", "dossier.json", "--racines", "racines"),
    "racines/verdict.txt": ("courrier", "dossier.json", "--racines", "racines"),
    "crl/editeurs.crl": ("verifier", "dossier.json", "--racines", "racines", "--crl", "crl"),
}


@pytest.mark.parametrize("sortie", LUS)
def test_aucune_commande_n_ecrase_ce_qu_elle_lit(
    ecrire: Ecrire,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    sortie: str,
) -> None:
    ecrire()
    monkeypatch.chdir(tmp_path)
    verdict = verifier(bon_avance()).model_dump_json()
    juge = ADAPTATEUR_DOSSIER.validate_json((tmp_path / "dossier.json").read_bytes())
    avant = verifier(juge).model_dump_json()
    for nom, texte in (("avance.json", verdict), ("avant.json", avant)):
        (tmp_path / nom).write_text(texte, encoding="utf-8")
    (tmp_path / "politique.toml").write_text('nom = "Interne"', encoding="utf-8")
    pki_de_test().deposer(tmp_path)
    octets = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert main([*LUS[sortie], "--sortie", sortie]) == 3
    assert "vient d’être lu" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == octets
    assert main([*LUS[sortie], "--sortie", "à-côté.txt"]) != 3
    assert (tmp_path / "à-côté.txt").stat().st_size


@pytest.mark.parametrize("sortie", ["dossier/p.zip", "dossier", "lien/p.zip", "politique.toml"])
def test_rien_de_lu_n_est_ecrase(tmp_path: Path, sortie: str) -> None:
    dossier, politique = tmp_path / "dossier", tmp_path / "politique.toml"
    dossier.mkdir()
    (dossier / "pv.pdf").write_bytes(b"%PDF")
    (tmp_path / "lien").symlink_to(dossier)
    politique.write_text("nom = ''", encoding="utf-8")
    with pytest.raises(ErreurSortie, match="--sortie"):
        livrer(b"x", str(tmp_path / sortie), juge=str(dossier), lus=(None, str(politique)))
    assert [p.name for p in dossier.iterdir()] == ["pv.pdf"]
    assert politique.read_text(encoding="utf-8") == "nom = ''"


def test_une_source_liee_en_dur_garde_ses_octets(tmp_path: Path) -> None:
    source, sortie = tmp_path / "dossier" / "pv.pdf", tmp_path / "sortie.zip"
    source.parent.mkdir()
    source.write_bytes(b"%PDF")
    sortie.hardlink_to(source)
    livrer(b"zip", str(sortie), juge=str(source.parent), lus=())
    assert (source.read_bytes(), sortie.read_bytes()) == (b"%PDF", b"zip")


def test_preparer_refuse_d_ecrire_dans_le_dossier(lancer: Lancer, tmp_path: Path) -> None:
    copie = tmp_path / "dossier"
    shutil.copytree(EXEMPLES / "avance_bonne", copie)
    avant = sorted(copie.iterdir())
    fini = lancer("preparer", copie, *DATE, "--sortie", copie / "p.zip")
    assert (fini.returncode, fini.stdout) == (3, "")
    assert "ne doit pas changer" in fini.stderr
    assert sorted(copie.iterdir()) == avant


def test_une_sortie_impossible_ne_laisse_rien(
    lancer: Lancer, ecrire: Ecrire, tmp_path: Path
) -> None:
    fini = lancer("courrier", ecrire(), "--sortie", "absent/lettre.md")
    assert fini.returncode == 3
    assert "impossible à écrire" in fini.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["dossier.json"]
