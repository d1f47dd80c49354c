"""The command, really run, and dossiers in JSON for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Lancer = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def lancer(tmp_path: Path) -> Lancer:
    """Run ``segur-payment`` in ``tmp_path`` and never accept a traceback."""

    def lancer(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        fini = subprocess.run(
            [sys.executable, "-m", "segur_payment", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **env},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        assert "Traceback" not in fini.stderr + fini.stdout
        return fini

    return lancer


def solde(**champs: Any) -> dict[str, Any]:
    """A solde that can be paid, as plain data."""
    identite = {
        "editeur": {"raison_sociale": "Lisière Santé", "siren": "732829320"},
        "solution": {"nom": "Agenda Lisière", "version": "4.2"},
    }
    signatures = [
        {
            "partie": partie,
            "signataire": nom,
            "qualite": "directrice",
            "date": "2025-09-01",
        }
        for partie, nom in (("ans", "Jeanne Martin"), ("editeur", "Paule Durand"))
    ]
    return {
        "phase": "solde",
        "demande": {
            "date_depot": "2025-09-15",
            "montant_ht": "70000.00",
            "demandes_anterieures": [
                {"phase": "avance", "montant_ht": "30000.00", "statut": "payee"}
            ],
        },
        "formulaire": {
            **identite,
            "phase": "solde",
            "montant": "70000.00",
            "taxe": "HT",
            "date": "2025-09-10",
            "signatures": signatures[1:],
            "avance_versee": True,
        },
        "pv": {
            **identite,
            "date": "2025-09-01",
            "date_constat": "2025-09-01",
            "date_mise_en_service": "2025-03-03",
            "perimetre": "complet",
            "resultat": "favorable",
            "signatures": signatures,
        },
        "support": {
            **identite,
            "canaux": [
                {
                    "nature": "plateforme",
                    "lien": "https://aide.lisiere.example/support",
                    "publics": ["regulateurs", "effecteurs"],
                }
            ],
        },
        **champs,
    }


@pytest.fixture
def ecrire(tmp_path: Path) -> Callable[..., Path]:
    """Write a solde with some keys changed as ``dossier.json`` and give its path."""

    def ecrire(**champs: Any) -> Path:
        chemin = tmp_path / "dossier.json"
        chemin.write_text(json.dumps(solde(**champs)), encoding="utf-8")
        return chemin

    return ecrire


@pytest.fixture
def pv_partiel() -> dict[str, Any]:
    """The PV of the good solde, for a partial perimeter."""
    return {**solde()["pv"], "perimetre": "partiel"}


@pytest.fixture
def pv_sans_ans() -> dict[str, Any]:
    """The PV of the good solde that the ANS has not signed, named by a hostile file."""
    pv = solde()["pv"]
    preuve = {
        "fichier": "PV\x1b[2J.pdf",
        "sha256": "a" * 64,
        "page": 1,
        "extrait": "Pour l’ANS \u202e\u009b31m",
    }
    return {**pv, "signatures": pv["signatures"][1:], "preuves": {"signatures.ans": [preuve]}}
