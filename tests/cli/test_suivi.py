"""``--format html``, ``--sortie``, ``comparer`` and ``--avance``, really run."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fabrique import bon_avance

from segur_payment import Comparaison, verifier

Lancer = Callable[..., subprocess.CompletedProcess[str]]
Ecrire = Callable[..., Path]
EXEMPLES = Path(__file__).parents[2] / "examples"
DATE = ("--date-depot", "2025-09-15")


def test_la_page_montre_les_pages_du_dossier(lancer: Lancer, tmp_path: Path) -> None:
    dossier = EXEMPLES / "solde_defauts"
    fini = lancer("verifier", dossier, *DATE, "--format", "html")
    assert (fini.returncode, fini.stderr) == (2, "")
    assert fini.stdout.startswith("<!DOCTYPE html>")
    assert fini.stdout.count("data:image/png;base64,") == 3
    options = ("--format", "html", "--sans-images", "--sortie", "rapport.html")
    ecrit = lancer("verifier", dossier, *DATE, *options)
    assert (ecrit.returncode, ecrit.stdout) == (2, "")
    assert "data:image/png" not in (tmp_path / "rapport.html").read_text(encoding="utf-8")


def test_un_dossier_en_donnees_a_sa_page_sans_image(lancer: Lancer, ecrire: Ecrire) -> None:
    fini = lancer("verifier", ecrire(), "--format", "html")
    assert fini.returncode == 0
    assert "data:image" not in fini.stdout.split("</head>")[1]


def test_la_sortie_ne_touche_pas_au_dossier_juge(lancer: Lancer, ecrire: Ecrire) -> None:
    dossier = ecrire()
    avant = dossier.read_bytes()
    fini = lancer("verifier", dossier, "--sortie", dossier)
    assert (fini.returncode, fini.stdout) == (3, "")
    assert "ne doit pas changer" in fini.stderr
    assert dossier.read_bytes() == avant


def test_comparer_un_verdict_et_le_dossier_corrige(
    lancer: Lancer, ecrire: Ecrire, pv_partiel: dict[str, Any], tmp_path: Path
) -> None:
    lancer("verifier", ecrire(pv=pv_partiel), "--format", "json", "--sortie", "avant.json")
    corrige = ecrire()
    fini = lancer("comparer", "avant.json", corrige)
    assert (fini.returncode, fini.stderr) == (0, "")
    assert fini.stdout.startswith(
        "REJET\u00a0→ ACCEPTER\n1\u00a0corrigé, 0\u00a0restant, 0\u00a0nouveau\n"
    )
    assert "SAS-VSR-02" in fini.stdout
    lancer("verifier", corrige, "--format", "json", "--sortie", "apres.json")
    objet = lancer("comparer", "avant.json", "apres.json", "--format", "json").stdout
    assert [c.code for c in Comparaison.model_validate_json(objet).corriges] == ["SAS-VSR-02"]
    page = lancer("comparer", "avant.json", "apres.json", "--format", "html").stdout
    assert "Depuis le verdict précédent" in page


def test_ce_qui_n_est_pas_un_verdict_est_refuse_poliment(lancer: Lancer, ecrire: Ecrire) -> None:
    dossier = ecrire()
    fini = lancer("comparer", dossier, dossier)
    assert fini.returncode == 3
    assert "n’est pas un verdict" in fini.stderr
    assert "--format json" in fini.stderr
    assert "HTML ne se relit pas" in lancer("comparer", "r.html", dossier).stderr
    assert "introuvable" in lancer("comparer", "absent.json", dossier).stderr


def test_un_verdict_abime_est_refuse(lancer: Lancer, ecrire: Ecrire, tmp_path: Path) -> None:
    lancer("verifier", ecrire(), "--format", "json", "--sortie", "v.json")
    verdict = json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))
    (tmp_path / "v.json").write_text(json.dumps({**verdict, "phase": "autre"}), encoding="utf-8")
    fini = lancer("comparer", "v.json", ecrire())
    assert fini.returncode == 3
    assert "phase\u00a0: valeur hors de la liste admise" in fini.stderr


def test_un_solde_se_controle_avec_son_avance(
    lancer: Lancer, ecrire: Ecrire, tmp_path: Path
) -> None:
    avance = verifier(bon_avance()).model_dump_json()
    (tmp_path / "avance.json").write_text(avance, encoding="utf-8")
    fini = lancer("verifier", ecrire(), "--avance", "avance.json", "--avance-payee")
    assert fini.returncode == 1, fini.stderr
    assert "SAS-IDE-02" in fini.stdout
    assert "d’après le dossier d’avance" in " ".join(fini.stdout.split())
    assert "son paiement est cru sur parole" in fini.stdout


def test_avance_payee_seule_ne_dit_rien(lancer: Lancer, ecrire: Ecrire) -> None:
    fini = lancer("verifier", ecrire(), "--avance-payee")
    assert fini.returncode == 3
    assert "s’ajoute à --avance" in fini.stderr


def test_un_verdict_ne_se_juge_pas_a_nouveau(lancer: Lancer, ecrire: Ecrire) -> None:
    lancer("verifier", ecrire(), "--format", "json", "--sortie", "v.json")
    fini = lancer("comparer", "v.json", "v.json", *DATE)
    assert fini.returncode == 3
    assert "déjà un verdict" in fini.stderr
