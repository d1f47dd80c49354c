"""Dossiers written by others, with their own words and tools, against the verdict they expected."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from segur_payment.lecture import lire_dossier
from segur_payment.verdict import verifier

DOSSIERS = Path(__file__).parent / "dossiers"
ATTENDUS: dict[str, dict[str, Any]] = json.loads((DOSSIERS / "attendus.json").read_text("utf-8"))


@pytest.mark.parametrize("nom", ATTENDUS)
def test_verdict_attendu(nom: str) -> None:
    attendu = ATTENDUS[nom]
    dossier = lire_dossier(DOSSIERS / nom, date_depot=dt.date.fromisoformat(attendu["date_depot"]))
    verdict = verifier(dossier)
    fermes = {code for code in attendu["codes"] if not code.endswith("?")}
    possibles = {code.rstrip("?") for code in attendu["codes"]}
    assert (verdict.phase, verdict.decision) == (attendu["phase"], attendu["decision"])
    assert fermes <= set(verdict.codes) <= possibles


@pytest.mark.parametrize("nom", ATTENDUS)
def test_chaque_defaut_vu_dans_un_document_cite_ses_mots(nom: str) -> None:
    attendu = ATTENDUS[nom]
    dossier = lire_dossier(DOSSIERS / nom, date_depot=dt.date.fromisoformat(attendu["date_depot"]))
    fichiers = {f.sha256 for f in dossier.fichiers}
    for constat in verifier(dossier).defauts:
        assert all(p.extrait and p.sha256 in fichiers for p in constat.preuves)


def test_memes_fichiers_meme_verdict_a_l_octet_pres() -> None:
    nom, attendu = next(iter(ATTENDUS.items()))
    depot = dt.date.fromisoformat(attendu["date_depot"])
    octets = {f.name: f.read_bytes() for f in (DOSSIERS / nom).iterdir()}
    a_l_envers = dict(reversed(octets.items()))
    textes = {
        verifier(lire_dossier(source, date_depot=depot)).model_dump_json()
        for source in (DOSSIERS / nom, octets, a_l_envers)
    }
    assert len(textes) == 1
