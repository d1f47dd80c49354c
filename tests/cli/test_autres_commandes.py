"""``regles``, ``expliquer``, ``schema``, help and mistakes of usage."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from segur_payment import Lecture, Phase, TypePiece
from segur_payment.cli import main
from segur_payment.regles.catalogue import PAR_CODE, REGLES, regles_de

EXEMPLES = Path(__file__).parents[2] / "examples"
Lancer = Callable[..., subprocess.CompletedProcess[str]]


def test_regles_dit_chaque_code(lancer: Lancer) -> None:
    fini = lancer("regles")
    assert fini.returncode == 0
    assert all(regle.code in fini.stdout and regle.nom in fini.stdout for regle in REGLES)


def test_regles_d_une_phase_en_json(lancer: Lancer) -> None:
    catalogue = json.loads(lancer("regles", "--phase", "solde", "--format", "json").stdout)
    assert [r["code"] for r in catalogue["regles"]] == [r.code for r in regles_de(Phase.SOLDE)]
    assert {"nom", "effet", "titre", "remede", "fondements"} <= catalogue["regles"][0].keys()


@pytest.mark.parametrize("code", sorted(PAR_CODE))
def test_expliquer_chaque_regle(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["expliquer", code.lower()]) == 0
    page = capsys.readouterr().out
    for rubrique in ("Pourquoi", "Effet", "Conforme", "Non conforme", "Remède", "Qui agit",
                     "Exigence", "Source", "Certitude"):  # fmt: skip
        assert f"\n{rubrique:<15}" in page
    assert ("écrit dans la source" in page) is PAR_CODE[code].effet_source
    assert all(len(ligne) <= 100 for ligne in page.splitlines() if "https://" not in ligne)


def test_expliquer_un_code_inconnu(lancer: Lancer) -> None:
    fini = lancer("expliquer", "SAS-MES-99")
    assert (fini.returncode, fini.stdout) == (3, "")
    assert "Code inconnu" in fini.stderr
    assert "SAS-MES-0" in fini.stderr


@pytest.mark.parametrize("objet", [[], ["verdict"], ["dossier"], ["lecture"]])
def test_schema(lancer: Lancer, objet: list[str]) -> None:
    schema = json.loads(lancer("schema", *objet).stdout)
    assert "$defs" in schema


def test_version(lancer: Lancer) -> None:
    fini = lancer("--version")
    assert fini.returncode == 0
    assert fini.stdout.startswith("segur-payment")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["verifier", "--help"], ["lire", "--help"], ["regles", "-h"]]
)
def test_aide_en_francais(lancer: Lancer, arguments: list[str]) -> None:
    fini = lancer(*arguments)
    assert fini.returncode == 0
    assert "usage : segur-payment" in fini.stdout
    for anglais in ("usage:", "show this", "positional", "optional", "options:", "exit"):
        assert anglais not in fini.stdout


@pytest.mark.parametrize(
    ("arguments", "attendu"),
    [
        ([], "il manque une commande"),
        (["verifier"], "il manque : CHEMIN"),
        (["facturer"], "commande inconnue : « facturer »\n  Au choix : verifier, comparer, "),
        (["verfier"], "commande inconnue : « verfier »\n  Vouliez-vous dire « verifier » ?\n"),
        (["l'x"], "commande inconnue : « l'x »"),
        (["verifier", "x", "--inconnu"], "arguments inconnus : --inconnu"),
        (["verifier", "x", "--date-depot"], "--date-depot attend une valeur"),
        (["verifier", "x", "--date-depot", "2025-02-30"], "n’est pas un jour du calendrier"),
        (["verifier", "x", "--date-depot", "02/04/2025"], "format attendu : AAAA-MM-JJ"),
        (["verifier", "x", "--phase", "avnce"], "au choix : avance, solde"),
        (["verifier", "x", "--format", "xml"], "au choix : texte, json"),
        (["verifier", "x", "--date", "2025-04-02"], "arguments inconnus"),
        (["schema", "facture"], "au choix : verdict, dossier, lecture"),
        (["lire"], "il manque : CHEMIN"),
        (["lire", "x", "--phase", "avance"], "arguments inconnus : --phase"),
        (["lire", "x", "--format", "html"], "au choix : texte, json"),
        (["regles", "--help=1"], "n’attend pas de valeur"),
        (["expliquer"], "il manque : CODE"),
    ],
)
def test_erreurs_d_usage(
    arguments: list[str], attendu: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 3
    sortie = capsys.readouterr()
    assert sortie.out == ""
    assert attendu in sortie.err.replace("\u00a0", " ")


def test_une_panne_est_une_ligne(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def panne(_: object) -> int:
        raise ZeroDivisionError("au\nsecours \x1b[2J")

    monkeypatch.setattr("segur_payment.cli.commandes.executer", panne)
    assert main(["regles"]) == 3
    erreur = capsys.readouterr().err
    assert "Erreur inattendue (ZeroDivisionError)" in erreur
    assert "\x1b" not in erreur


def test_interruption_sans_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrompre(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("segur_payment.cli.commandes.executer", interrompre)
    assert main(["regles"]) == 130
    assert capsys.readouterr() == ("", "")


def test_lire_montre_sans_juger(lancer: Lancer) -> None:
    fini = lancer("lire", str(EXEMPLES / "avance_defauts"))
    assert fini.returncode == 0
    assert "PV de mise en service" in fini.stdout
    assert "emplacement vide, pour l’ANS" in fini.stdout
    assert "SAS-MES-04" not in fini.stdout


def test_lire_en_json_fait_l_aller_retour(lancer: Lancer) -> None:
    ecrit = lancer("lire", str(EXEMPLES / "solde_bon"), "--format", "json", "--sans-ocr").stdout
    lecture = Lecture.model_validate_json(ecrit)
    assert {p.type for p in lecture.pieces} == {
        TypePiece.FORMULAIRE, TypePiece.PV_VSR, TypePiece.SUPPORT,
    }  # fmt: skip


def test_lire_n_a_pas_besoin_de_phase_et_dit_une_erreur_d_une_ligne(
    lancer: Lancer, tmp_path: Path
) -> None:
    (tmp_path / "vide.pdf").write_bytes(b"")
    assert "Illisible" in lancer("lire", str(tmp_path)).stdout
    absent = lancer("lire", str(tmp_path / "absent"))
    assert absent.returncode == 3
    assert "introuvable" in absent.stderr
