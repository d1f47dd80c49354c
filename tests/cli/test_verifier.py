"""``segur-payment verifier``: decisions, exit codes, purity of the outputs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from segur_payment import Decision, Verdict

Lancer = Callable[..., subprocess.CompletedProcess[str]]
Ecrire = Callable[..., Path]
EXEMPLES = Path(__file__).parents[2] / "examples"


def test_accepter_donne_le_montant_et_0(lancer: Lancer, ecrire: Ecrire) -> None:
    fini = lancer("verifier", ecrire())
    assert fini.returncode == 0, fini.stdout + fini.stderr
    assert fini.stdout.startswith("ACCEPTER — ")
    assert "payable\u00a0: 70\u00a0000,00\u00a0€\u00a0HT" in fini.stdout
    assert fini.stderr == ""


def test_completer_dit_quoi_faire_et_1(
    lancer: Lancer, ecrire: Ecrire, pv_sans_ans: dict[str, Any]
) -> None:
    fini = lancer("verifier", ecrire(pv=pv_sans_ans))
    assert fini.returncode == 1
    assert fini.stdout.startswith("À COMPLÉTER — 1\u00a0point à régler avant dépôt")
    assert "ANS\u00a0: faire signer" in fini.stdout


def test_rejeter_donne_le_motif_et_2(
    lancer: Lancer, ecrire: Ecrire, pv_partiel: dict[str, Any]
) -> None:
    fini = lancer("verifier", ecrire(pv=pv_partiel))
    assert fini.returncode == 2
    assert fini.stdout.startswith("REJET — ")
    assert "partiel" in fini.stdout.splitlines()[0]


def test_json_est_un_seul_objet(
    lancer: Lancer, ecrire: Ecrire, pv_sans_ans: dict[str, Any]
) -> None:
    fini = lancer("verifier", ecrire(pv=pv_sans_ans), "--format", "json")
    assert (fini.returncode, fini.stderr) == (1, "")
    verdict = json.loads(fini.stdout)
    assert (verdict["decision"], verdict["phase"]) == ("completer", "solde")
    constat = next(c for c in verdict["constats"] if c["code"] == "SAS-VSR-04")
    assert constat.keys() >= {"code", "resultat", "effet", "piece", "message", "preuves"}
    assert constat["preuves"][0]["page"] == 1
    assert constat["preuves"][0]["extrait"] == "Pour l’ANS \u202e\u009b31m"
    assert Verdict.model_validate_json(fini.stdout).decision is Decision.COMPLETER


@pytest.mark.parametrize("format_", ["texte", "json"])
def test_rien_n_agit_sur_le_terminal(
    lancer: Lancer, ecrire: Ecrire, pv_sans_ans: dict[str, Any], format_: str
) -> None:
    sortie = lancer("verifier", ecrire(pv=pv_sans_ans), "--format", format_).stdout
    assert not {"\x1b", "\u202e", "\u009b"} & set(sortie)


def test_utf8_quelle_que_soit_la_locale(lancer: Lancer, ecrire: Ecrire) -> None:
    fini = lancer("verifier", ecrire(), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert fini.returncode == 0
    assert "dépôt" in fini.stdout


def test_la_date_de_l_option_l_emporte(lancer: Lancer, ecrire: Ecrire) -> None:
    fini = lancer("verifier", ecrire(), "--date-depot", "2025-08-31", "--format", "json")
    assert json.loads(fini.stdout)["entete"]["date_depot"] == "2025-08-31"
    assert fini.returncode == 2  # the VSR is then later than the deposit


def test_sans_date_celle_du_jour_et_cela_se_dit(lancer: Lancer, ecrire: Ecrire) -> None:
    chemin = ecrire(demande={})
    texte = " ".join(lancer("verifier", chemin).stdout.replace("\u00a0", " ").split())
    assert "date du jour" in texte
    annonce = json.loads(lancer("verifier", chemin, "--format", "json").stdout)
    assert annonce["entete"]["date_depot"] <= date.today().isoformat()


def test_un_dossier_en_toml(lancer: Lancer, tmp_path: Path) -> None:
    (tmp_path / "d.toml").write_text('phase = "solde"\ndemande.date_depot = 2025-09-15\n')
    fini = lancer("verifier", "d.toml", "--format", "json")
    assert fini.returncode == 1
    assert "SAS-VSR-01" in {c["code"] for c in json.loads(fini.stdout)["constats"]}


def test_la_politique_reclasse_et_se_montre(
    lancer: Lancer, ecrire: Ecrire, pv_sans_ans: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(
        'nom = "Sévère"\n[[reclassements]]\ncode = "SAS-VSR-04"\neffet = "rejet"\n'
        'raison = "Trop d’allers-retours."\n',
        encoding="utf-8",
    )
    fini = lancer("verifier", ecrire(pv=pv_sans_ans), "--politique", "p.toml")
    assert fini.returncode == 2
    assert "Sévère" in fini.stdout
    assert "Trop d’allers-retours." in fini.stdout


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ('{"phase": "solde", "cle_de_trop": 1}', "solde.cle_de_trop : clé inconnue"),
        ('{"phase": "solde", "demande": {"montant_ht": "douze"}}', "montant_ht : montant attendu"),
        ('{"phase": "solde", "phase": "avance"}', "écrite deux fois"),
        ('{"demande": {}}', "phase absent"),
        ('{"phase": ', "JSON mal formé, ligne 1"),
        ("[" * 100_000, "niveaux imbriqués"),
        ("[]", "Un dossier est un objet"),
        ('{"phase": "solde", "demande": {"montant_ht": NaN}}', "n’est pas un nombre"),
        ("\x00\xff", "JSON mal formé"),
        ("", "JSON mal formé"),
    ],
)  # fmt: skip
def test_json_refuse_en_clair(lancer: Lancer, tmp_path: Path, texte: str, attendu: str) -> None:
    (tmp_path / "d.json").write_text(texte, encoding="utf-8")
    fini = lancer("verifier", "d.json")
    assert (fini.returncode, fini.stdout) == (3, "")
    assert attendu in fini.stderr.replace("\u00a0", " ")


@pytest.mark.parametrize("texte", ["x =", "a = [", "a = " + "[" * 5_000, 'a = "\x00"', "[a]\n[a]"])
def test_toml_refuse_en_clair(lancer: Lancer, tmp_path: Path, texte: str) -> None:
    (tmp_path / "d.toml").write_text(texte)
    fini = lancer("verifier", "d.toml")
    assert (fini.returncode, fini.stdout) == (3, "")
    assert "TOML" in fini.stderr


@pytest.mark.parametrize(
    "texte",
    [
        "pas du toml",
        'nom = "x"\ncle = 1',
        'nom = "x"\n[[reclassements]]\ncode = "SAS-XXX-99"\neffet = "rejet"\nraison = "r"',
        'nom = "x"\n[[reclassements]]\ncode = "SAS-VSR-04"\neffet = "rejet"\nraison = ""',
        'nom = "x"\n[[reclassements]]\ncode = "SAS-VSR-04"\neffet = "accepter"\nraison = "r"',
        'nom = "\x1b[2J"\nx = 1',
        "a = " + "[" * 5_000,
        b"\xff\xfe\x00",
    ],
)
def test_politique_hostile(
    lancer: Lancer, ecrire: Ecrire, tmp_path: Path, texte: str | bytes
) -> None:
    (tmp_path / "p.toml").write_bytes(texte if isinstance(texte, bytes) else texte.encode())
    fini = lancer("verifier", ecrire(), "--politique", "p.toml")
    assert (fini.returncode, fini.stdout) == (3, "")
    assert fini.stderr.startswith("segur-payment\u00a0: ")
    assert "\x1b" not in fini.stderr


def test_politique_absente_ou_sans_fin(lancer: Lancer, ecrire: Ecrire) -> None:
    for chemin in ("rien.toml", ".", "/dev/zero", ""):
        fini = lancer("verifier", ecrire(), "--politique", chemin)
        assert (fini.returncode, fini.stdout) == (3, "")
        assert "introuvable" in fini.stderr


def test_chemin_absent_et_dossier_vide(lancer: Lancer, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    for chemin in ("rien", "rien.json", "vide", "", "x" * 5_000):
        fini = lancer("verifier", chemin, "--date-depot", "2025-04-02")
        if chemin:  # the empty path is the current folder
            assert (fini.returncode, fini.stdout) == (3, ""), chemin[:20]
            assert fini.stderr.startswith("segur-payment\u00a0: ")


def test_phase_contredite(lancer: Lancer, ecrire: Ecrire) -> None:
    fini = lancer("verifier", ecrire(), "--phase", "avance")
    assert (fini.returncode, fini.stdout) == (3, "")
    assert "contredit" in fini.stderr


def test_lecteur_parti_ne_laisse_rien_sur_l_ecran(ecrire: Ecrire) -> None:
    lecture, ecriture = os.pipe()
    os.close(lecture)
    fini = subprocess.run(
        [sys.executable, "-m", "segur_payment", "verifier", str(ecrire())],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdout=ecriture, stderr=subprocess.PIPE, encoding="utf-8", timeout=120,
    )  # fmt: skip
    os.close(ecriture)
    assert (fini.returncode, fini.stderr) == (3, "")


@pytest.mark.parametrize(
    ("nom", "depot", "code", "defauts"),
    [
        ("avance_bonne", "2025-04-02", 0, set()),
        ("avance_defauts", "2025-04-02", 1, {"SAS-MNT-01", "SAS-MES-04", "SAS-DSH-05"}),
        ("solde_bon", "2025-09-15", 0, set()),
        ("solde_defauts", "2025-09-15", 2, {"SAS-VSR-02", "SAS-SUP-02", "SAS-SUP-04"}),
    ],
)
def test_exemples(lancer: Lancer, nom: str, depot: str, code: int, defauts: set[str]) -> None:
    fini = lancer("verifier", EXEMPLES / nom, "--date-depot", depot, "--format", "json")
    verdict = Verdict.model_validate_json(fini.stdout)
    assert {c.code for c in verdict.constats if c.bloquant} == defauts
    assert fini.returncode == code
