"""``segur-payment lire``: the reading alone, shown and never judged."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lecture.papiers import bon_avance, pv_mes

from segur_payment import Lecture, lire_pieces
from segur_payment.cli import main

Lancer = Callable[..., subprocess.CompletedProcess[str]]
EXEMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("nom", ["avance_bonne", "avance_defauts", "solde_bon", "solde_defauts"])
def test_lire_ne_juge_pas(nom: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lire", str(EXEMPLES / nom), "--sans-ocr"]) == 0
    sortie = capsys.readouterr()
    assert sortie.err == ""
    assert "pièces reconnues" in sortie.out.replace("\u00a0", " ").splitlines()[0]
    for jugement in ("SAS-", "REJET", "À COMPLÉTER", "ACCEPTER"):
        assert jugement not in sortie.out


def test_json_est_la_lecture_et_rien_d_autre(lancer: Lancer) -> None:
    fini = lancer("lire", EXEMPLES / "avance_bonne", "--sans-ocr", "--format", "json")
    assert (fini.returncode, fini.stderr) == (0, "")
    attendue = lire_pieces(EXEMPLES / "avance_bonne", ocr=False)
    assert fini.stdout == attendue.model_dump_json(indent=2) + "\n"
    assert Lecture.model_validate_json(fini.stdout) == attendue


def test_le_schema_decrit_ce_que_lire_ecrit(lancer: Lancer) -> None:
    schema = json.loads(lancer("schema", "lecture").stdout)
    lecture = json.loads(
        lancer("lire", EXEMPLES / "solde_bon", "--sans-ocr", "--format", "json").stdout
    )
    assert schema["properties"].keys() == lecture.keys()
    for nom in ("Fichier", "PvVsr"):
        assert nom in schema["$defs"]
    assert schema["$defs"]["Fichier"]["properties"].keys() == lecture["fichiers"][0].keys()


def test_un_zip_et_un_pdf_se_lisent_aussi(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = shutil.make_archive(str(tmp_path / "d"), "zip", EXEMPLES / "solde_bon")
    pdf = tmp_path / "pv.pdf"
    pdf.write_bytes(pv_mes())
    assert main(["lire", archive, "--sans-ocr"]) == 0
    assert capsys.readouterr().out.startswith("3\u00a0fichiers lus, 3\u00a0pièces reconnues")
    assert main(["lire", str(pdf), "--sans-ocr"]) == 0
    assert capsys.readouterr().out.startswith("1\u00a0fichier lu, 1\u00a0pièce reconnue\n")


def test_un_mauvais_fichier_n_empeche_pas_de_lire(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vide.pdf").write_bytes(b"")
    assert main(["lire", str(tmp_path), "--sans-ocr"]) == 0
    assert "Illisible\u00a0: le fichier est vide" in capsys.readouterr().out


def test_du_manifeste_seuls_les_roles_comptent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for nom, octets in bon_avance().items():
        (tmp_path / nom).write_bytes(octets)
    manifeste = '[fichiers]\n"pv.pdf" = "pv_mes"\n[pv]\nperimetre = "partiel"\n'
    (tmp_path / "dossier.toml").write_text(manifeste)
    assert main(["lire", str(tmp_path), "--sans-ocr"]) == 0
    texte = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Déclaré dans dossier.toml : PV de mise en service" in texte
    assert "Périmètre : complet" in texte
    assert "partiel" not in texte


@pytest.mark.parametrize("format_", ["texte", "json"])
def test_rien_n_agit_sur_le_terminal(tmp_path: Path, lancer: Lancer, format_: str) -> None:
    (tmp_path / "PV\x1b[2J\u202e.pdf").write_bytes(pv_mes("Périmètre complet. \u202e\x9b31m"))
    fini = lancer("lire", tmp_path, "--sans-ocr", "--format", format_)
    assert fini.returncode == 0
    assert not {"\x1b", "\u202e", "\u009b"} & set(fini.stdout)


@pytest.mark.parametrize("largeur", ["40", "100"])
def test_la_largeur_est_celle_du_terminal(lancer: Lancer, largeur: str) -> None:
    fini = lancer("lire", EXEMPLES / "avance_defauts", "--sans-ocr", COLUMNS=largeur)
    assert all(len(ligne) <= int(largeur) for ligne in fini.stdout.splitlines())


def test_les_erreurs_de_l_appelant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vide").mkdir()
    (tmp_path / "d.json").write_text("{}")
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.pdf").write_bytes(pv_mes())
    (tmp_path / "m" / "dossier.toml").write_text("x =")
    for chemin, attendu in (
        ("rien", "Chemin introuvable : rien"),
        ("vide", "Le dossier est vide"),
        ("d.json", "Ni un dossier, ni une archive zip, ni un PDF : d.json"),
        ("m", "dossier.toml"),
    ):
        assert main(["lire", chemin]) == 3
        sortie = capsys.readouterr()
        assert sortie.out == ""
        assert attendu in sortie.err.replace("\u00a0", " ")
