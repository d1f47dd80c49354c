"""``charger_dossier`` and ``Verdict.texte``: data in, words out, without the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import solde
from segur_payment import Decision, DossierSolde, ErreurEntree, charger_dossier, verifier
from segur_payment.cli import main


@pytest.mark.parametrize("forme", [dict, json.dumps, lambda d: json.dumps(d).encode("utf-8-sig")])
def test_un_dossier_en_donnees_se_charge_en_objet_en_texte_ou_en_octets(forme: object) -> None:
    dossier = charger_dossier(forme(solde()))  # type: ignore[operator]
    assert isinstance(dossier, DossierSolde)
    assert verifier(dossier).decision is Decision.ACCEPTER


@pytest.mark.parametrize(
    ("donnees", "dit"),
    [
        ('{"phase": "solde"', "JSON mal formé, ligne 1, colonne 18"),
        ("[]", "Un dossier est un objet"),
        ('{"phase": "solde"}', "solde.demande : valeur obligatoire absente"),
        (solde(pv={"perimetre": "complet", "montant": 3}), "solde.pv.montant : clé inconnue"),
    ],
)
def test_ce_qui_n_est_pas_un_dossier_est_refuse_en_francais(donnees: str, dit: str) -> None:
    with pytest.raises(ErreurEntree) as refus:
        charger_dossier(donnees)
    assert dit in str(refus.value)


def test_le_texte_du_verdict_est_celui_de_la_commande(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    chemin = tmp_path / "d.json"
    chemin.write_text(json.dumps(solde()), encoding="utf-8")
    assert main(["verifier", str(chemin)]) == 0
    verdict = verifier(charger_dossier(solde()))
    assert capsys.readouterr().out == verdict.texte(largeur=72)
    assert max(map(len, verdict.texte().splitlines())) <= 88
