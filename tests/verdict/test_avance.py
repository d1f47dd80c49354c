"""A solde checked against its avance: earlier facts, the rules in force, no invented payment."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from fabrique import (
    EDITEUR,
    SOLUTION,
    bon_avance,
    bon_solde,
    demande,
    formulaire,
    preuve,
    pv_mes,
    pv_vsr,
)

from segur_payment.dossier import (
    DemandeAnterieure,
    Editeur,
    Phase,
    SolutionLogicielle,
    StatutDemande,
)
from segur_payment.erreurs import ErreurVerdict
from segur_payment.regles.conclusion import Resultat
from segur_payment.verdict import Constat, Decision, Etape, Verdict, verifier

MES = dt.date(2025, 3, 3)
DATEE = (preuve("mise en service le 3 mars 2025", "pv-mes.pdf"),)
SILENCIEUX = formulaire(Phase.SOLDE, avance_versee=None)


def avance(**changements: Any) -> Verdict:
    """The verdict of an avance whose mise en service was on 3 March 2025."""
    pv = pv_mes(date_constat=MES, preuves={"date_constat": DATEE})
    return verifier(bon_avance(**{"demande": demande(date_depot=MES), "pv": pv} | changements))


def constat(verdict: Verdict, code: str) -> Constat:
    return next(c for c in verdict.constats if c.code == code)


def test_un_solde_qui_suit_son_avance_reste_acceptable_et_le_dit() -> None:
    verdict = verifier(bon_solde(), avance=avance())
    assert verdict.decision is Decision.ACCEPTER
    assert verdict.entete.avance is not None
    assert verdict.entete.avance.date_depot == MES
    assert "non par une décision de l’ASP" in verdict.reserves[-1].message


def test_la_date_de_mise_en_service_vient_de_l_avance_avec_sa_preuve() -> None:
    dossier = bon_solde(pv=pv_vsr(date_mise_en_service=None, date_constat=dt.date(2025, 2, 1)))
    assert constat(verifier(dossier), "SAS-VSR-10").resultat is Resultat.SANS_OBJET
    juge = constat(verifier(dossier, avance=avance()), "SAS-VSR-10")
    assert juge.resultat is Resultat.NON_CONFORME
    assert DATEE[0] in juge.preuves


def test_une_date_sans_preuve_est_une_reserve() -> None:
    declaree = avance(pv=pv_mes(date_constat=MES, preuves={}))
    verdict = verifier(bon_solde(pv=pv_vsr(date_mise_en_service=None)), avance=declaree)
    assert any("date de la mise en service" in r.message for r in verdict.reserves)


def test_une_date_que_le_pv_dement_est_un_defaut() -> None:
    dossier = bon_solde(pv=pv_vsr(date_mise_en_service=dt.date(2025, 4, 4)))
    juge = constat(verifier(dossier, avance=avance()), "SAS-VSR-10")
    assert juge.resultat is Resultat.NON_CONFORME
    assert (juge.attendu, juge.trouve) == (
        "3\u00a0mars\u00a02025, d’après le dossier d’avance",
        "4\u00a0avril\u00a02025",
    )


AUTRE = Editeur(raison_sociale="Orbelys SARL", siren="552 100 554")


@pytest.mark.parametrize(
    ("code", "champs"),
    [
        ("SAS-IDE-01", {"editeur": AUTRE}),
        ("SAS-IDE-02", {"solution": SolutionLogicielle(nom="Télésoin")}),
    ],
)
def test_une_avance_d_un_autre_est_un_defaut(code: str, champs: dict[str, Any]) -> None:
    autre = avance().model_copy(update=champs)
    juge = constat(verifier(bon_solde(), avance=autre), code)
    assert juge.resultat is Resultat.NON_CONFORME
    assert "dossier d’avance" in (juge.attendu or "")


@pytest.mark.parametrize(
    "champs",
    [
        {"editeur": EDITEUR.model_copy(update={"raison_sociale": "LOGICIEL EXEMPLE"})},
        {"solution": SOLUTION.model_copy(update={"version": "2.9"})},
        {"editeur": None, "solution": None},
    ],
    ids=["même SIREN", "nouvelle version", "inconnus"],
)
def test_le_meme_editeur_et_une_nouvelle_version_vont_ensemble(champs: dict[str, Any]) -> None:
    verdict = verifier(bon_solde(), avance=avance().model_copy(update=champs))
    assert verdict.decision is Decision.ACCEPTER


def test_un_verdict_n_est_pas_un_paiement() -> None:
    dossier = bon_solde(formulaire=SILENCIEUX)
    assert constat(verifier(dossier, avance=avance()), "SAS-SEQ-02").defaut
    payee = verifier(dossier, avance=avance(), avance_payee=True)
    assert constat(payee, "SAS-SEQ-02").resultat is Resultat.CONFORME
    assert "cru sur parole" in payee.reserves[-1].message


def test_l_avance_compte_une_seule_fois_dans_le_cumul() -> None:
    """Harmless neighbour: the dossier declares the same avance already."""
    declaree = DemandeAnterieure(phase=Phase.AVANCE, montant_ht=30000, statut=StatutDemande.PAYEE)
    dossier = bon_solde(demande=demande(demandes_anterieures=(declaree,)))
    verdict = verifier(dossier, avance=avance())
    assert (
        constat(verdict, "SAS-MNT-02").message == constat(verifier(dossier), "SAS-MNT-02").message
    )
    assert verdict.decision is Decision.ACCEPTER


def test_le_cumul_compte_l_avance() -> None:
    trop = bon_solde(formulaire=formulaire(Phase.SOLDE, montant=100000))
    assert "SAS-MNT-02" not in verifier(trop).codes
    assert "SAS-MNT-02" in verifier(trop, avance=avance()).codes


def test_la_chronologie_montre_l_avance() -> None:
    jalons = {j.etape: j for j in verifier(bon_solde(formulaire=SILENCIEUX)).chronologie}
    assert jalons[Etape.AVANCE].date is None
    jalons = {
        j.etape: j for j in verifier(bon_solde(formulaire=SILENCIEUX), avance=avance()).chronologie
    }
    assert (jalons[Etape.AVANCE].date, jalons[Etape.MISE_EN_SERVICE].date) == (MES, MES)


def test_une_avance_ne_s_appuie_pas_sur_une_avance() -> None:
    with pytest.raises(ErreurVerdict, match="Seul un solde"):
        verifier(bon_avance(), avance=avance())


def test_un_solde_n_est_pas_une_avance() -> None:
    with pytest.raises(ErreurVerdict, match="celui d’une avance"):
        verifier(bon_solde(), avance=verifier(bon_solde()))
