"""Without the extra ``[signatures]``: one message that names it, and nothing passes by silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from fabrique import bon_avance

from segur_payment import Decision, DossierAvance, lire_dossier, verifier
from segur_payment.erreurs import ErreurSignatures
from segur_payment.lecture.signatures import VerificateurPyHanko
from segur_payment.testing.pki import Scenario

EXTRA = "segur-payment[signatures]"
NON_SIGNES = {Scenario.SANS_SIGNATURE, Scenario.CHAMPS_VIDES, Scenario.HORODATAGE_SEUL}
SUITES_VISIBLES = (
    Scenario.REECRIT,
    Scenario.PAGE_CHANGEE,
    Scenario.ANNOTE,
    Scenario.PAGE_AJOUTEE,
    Scenario.FICHIER_JOINT,
    Scenario.CHANGE_ENTRE_DEUX,
    Scenario.COUVERTURE_PARTIELLE,
    Scenario.TROU_ELARGI,
)


@pytest.fixture(autouse=True)
def sans_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("verificateur", "examens"):
        nom = f"segur_payment.lecture.signatures.{module}.installe"
        monkeypatch.setattr(nom, lambda: False)


def _dossier(octets: bytes) -> DossierAvance:
    lu = lire_dossier({"pv.pdf": octets}, date_depot=dt.date(2025, 4, 2), phase="avance")
    assert isinstance(lu, DossierAvance)
    return bon_avance(pv=lu.pv, fichiers=lu.fichiers)


@pytest.mark.parametrize("scenario", sorted(set(Scenario) - NON_SIGNES))
def test_une_seule_reserve_nomme_l_extra_a_installer(
    scenario: Scenario, signe: Callable[[Scenario], bytes]
) -> None:
    reserves = verifier(_dossier(signe(scenario))).reserves
    assert [EXTRA in r.message for r in reserves].count(True) == 1


@pytest.mark.parametrize("scenario", [Scenario.SANS_SIGNATURE, Scenario.CHAMPS_VIDES])
def test_un_pv_sans_signature_numerique_n_a_pas_besoin_de_l_extra(
    scenario: Scenario, signe: Callable[[Scenario], bytes]
) -> None:
    reserves = verifier(_dossier(signe(scenario))).reserves
    assert not any(EXTRA in r.message for r in reserves)


@pytest.mark.parametrize("scenario", SUITES_VISIBLES)
def test_un_changement_que_la_structure_montre_ne_passe_pas(
    scenario: Scenario, signe: Callable[[Scenario], bytes]
) -> None:
    verdict = verifier(_dossier(signe(scenario)))
    assert verdict.decision is not Decision.ACCEPTER


@pytest.mark.parametrize("scenario", sorted(set(Scenario) - NON_SIGNES))
def test_aucune_signature_n_est_dite_integre_ni_prouvee(
    scenario: Scenario, signe: Callable[[Scenario], bytes]
) -> None:
    pv = _dossier(signe(scenario)).pv
    assert pv is not None
    assert pv.signatures
    assert {(s.integre, s.identite_prouvee) for s in pv.signatures} == {(None, None)}


def test_demander_le_controle_dit_quel_extra_manque() -> None:
    with pytest.raises(ErreurSignatures, match=r"segur-payment\[signatures\]"):
        VerificateurPyHanko()
