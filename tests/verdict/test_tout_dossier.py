"""Any dossier that the models take is judged: no rule crashes, the JSON comes back equal."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from segur_payment.dossier import Dossier, DossierAvance, DossierSolde
from segur_payment.regles.catalogue import PAR_CODE, regles_de
from segur_payment.regles.conclusion import Resultat
from segur_payment.testing.strategies import dossiers_quelconques
from segur_payment.verdict import Decision, Verdict, verifier

PATIENT = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _juger(dossier: Dossier) -> None:
    verdict = verifier(dossier)
    assert [c for c in verdict.constats if c.resultat is Resultat.EN_ERREUR] == []
    assert {c.code for c in verdict.constats} == {r.code for r in regles_de(dossier.phase)}
    assert all(set(c.causes) <= set(PAR_CODE) for c in verdict.constats)
    bloque = any(c.bloquant for c in verdict.constats)
    assert (verdict.decision is Decision.ACCEPTER) is not bloque
    assert Verdict.model_validate_json(verdict.model_dump_json()) == verdict


@PATIENT
@given(dossiers_quelconques("avance"))
def test_toute_avance_se_juge(dossier: DossierAvance) -> None:
    _juger(dossier)


@PATIENT
@given(dossiers_quelconques("solde"))
def test_tout_solde_se_juge(dossier: DossierSolde) -> None:
    _juger(dossier)
