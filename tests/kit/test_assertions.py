"""Assertions that fail say in French what the verdict rests on."""

from __future__ import annotations

import pytest

from segur_payment import Verdict, verifier
from segur_payment.testing import (
    assert_codes,
    assert_decision,
    avec_defaut,
    fabriquer_avance,
    fabriquer_solde,
)


def _verdict(*codes: str) -> Verdict:
    return verifier(avec_defaut(fabriquer_avance(), *codes))


def _echec_de_decision(verdict: Verdict, attendue: str) -> list[str]:
    with pytest.raises(AssertionError) as echec:
        assert_decision(verdict, attendue)
    return str(echec.value).splitlines()


def test_une_decision_trop_severe_montre_ce_qui_s_oppose() -> None:
    assert _echec_de_decision(_verdict("SAS-MES-02", "SAS-MNT-01", "SAS-MES-08"), "accepter") == [
        "Décision attendue : accepter ; décision du verdict : rejeter.",
        "Ce qui s’y oppose :",
        "  SAS-MES-02 pv-mes-perimetre-partiel (non conforme, rejet)",
        "    Le procès-verbal porte sur un périmètre partiel\u00a0: la demande n’est pas éligible.",
        "    À faire\u00a0: Attendre la mise en service du périmètre complet, puis joindre son PV.",
        "  SAS-MNT-01 montant-different-du-forfait (non conforme, à modifier)",
        "    Le formulaire porte 36\u202f000,00\u00a0€\u00a0TTC au lieu de "
        "30\u202f000,00\u00a0€\u00a0HT\u00a0: c’est le montant toutes taxes, "
        "avec une TVA à 20\u00a0%.",
        "    À faire\u00a0: Demander le montant hors taxes de la phase.",
    ]


def test_un_rejet_inattendu_ne_montre_que_ce_qui_rejette() -> None:
    lignes = _echec_de_decision(_verdict("SAS-MES-02", "SAS-MNT-01"), "completer")
    assert "SAS-MES-02" in lignes[2]
    assert not any("SAS-MNT-01" in ligne for ligne in lignes)


def test_une_decision_trop_clemente_montre_le_plus_grave() -> None:
    lignes = _echec_de_decision(_verdict("SAS-MES-08"), "rejeter")
    assert lignes[:3] == [
        "Décision attendue : rejeter ; décision du verdict : accepter.",
        "Rien de plus grave que ceci :",
        "  SAS-MES-08 pv-mes-avec-reserves (non conforme, avertissement)",
    ]
    assert _echec_de_decision(_verdict(), "rejeter")[1:] == ["Aucun défaut n’est constaté."]


def test_une_preuve_est_citee_avec_sa_page() -> None:
    preuve = {"fichier": "pv.pdf", "sha256": "a" * 64, "page": 2, "extrait": "périmètre partiel"}
    dossier = fabriquer_avance(pv__perimetre="partiel", pv__preuves={"perimetre": [preuve]})
    lignes = _echec_de_decision(verifier(dossier), "accepter")
    assert "    «\u00a0périmètre partiel\u00a0» (pv.pdf, page 2)" in lignes


def test_une_regle_qui_ne_conclut_pas_s_oppose_aussi() -> None:
    dossier = fabriquer_avance(pv__perimetre=None, pv__illisible="la page 1 est une image.")
    lignes = _echec_de_decision(verifier(dossier), "accepter")
    assert any("SAS-MES-03" in ligne and "non vérifiable" in ligne for ligne in lignes)


def test_la_bonne_decision_et_les_bons_codes_ne_disent_rien() -> None:
    assert_decision(_verdict("SAS-MES-02"), "rejeter")
    assert_codes(_verdict("SAS-MES-04", "SAS-DSH-06"), "SAS-DSH-06", "SAS-MES-04")
    assert_codes(_verdict())


def test_une_decision_qui_n_existe_pas_est_une_erreur_de_l_appelant() -> None:
    with pytest.raises(ValueError, match="accepté"):
        assert_decision(_verdict(), "accepté")


def test_les_codes_de_trop_et_ceux_qui_manquent_sont_montres() -> None:
    with pytest.raises(AssertionError) as echec:
        assert_codes(_verdict("SAS-MES-02"), "SAS-MES-08", "SAS-SUP-01")
    lignes = str(echec.value).splitlines()
    assert lignes[0] == "Défauts de trop :"
    assert lignes[1].startswith("  SAS-MES-02 ")
    manquants = lignes.index("Défauts attendus, non constatés :")
    assert lignes[manquants + 1].startswith("  SAS-MES-08 pv-mes-avec-reserves (conforme")
    assert lignes[-1] == "SAS-SUP-01 ne juge pas un dossier de phase « avance »."


def test_ce_qui_n_a_pas_pu_se_verifier_n_est_pas_tu() -> None:
    dossier = fabriquer_solde(support__canaux=(), support__illisible="la page 1 est une image.")
    with pytest.raises(AssertionError, match="Règles qui n’ont pas pu conclure"):
        assert_codes(verifier(dossier))
