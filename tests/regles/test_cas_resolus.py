"""Twenty-five worked cases, settled by hand from the FAQ of the ANS before any rule was written."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from fabrique import (
    ANS,
    SIGNATURE,
    bon_avance,
    bon_solde,
    canal,
    cgu,
    declaration,
    engagement,
    formulaire,
    pv_mes,
    pv_vsr,
    support,
)

from segur_payment.dossier import (
    ADAPTATEUR_DOSSIER,
    Dossier,
    DossierAvance,
    ExceptionRemontee,
    NatureJustificatif,
    Perimetre,
    Portee,
    Public,
    TypeCreneau,
)
from segur_payment.verdict import Decision, verifier

ACCEPTER, COMPLETER, REJETER = Decision
CONTRATS = cgu(nature=NatureJustificatif.CONTRATS, contrats_signes=True)
LIBRE = cgu(nature=NatureJustificatif.AUTRE)


def _exception(texte: str, *, prevue: bool) -> DossierAvance:
    exceptions = (ExceptionRemontee(texte=texte, prevue=prevue),)
    return bon_avance(declaration=declaration(creneaux=engagement(exceptions=exceptions)))


def _montant(montant: str) -> DossierAvance:
    return bon_avance(formulaire=formulaire(montant=Decimal(montant)))


PUBLIC = engagement(portee_types=Portee.RESTREINTE, types_cites=(TypeCreneau.PUBLIC,))
DEUX_CANAUX = (
    canal(publics=(Public.REGULATEURS,)),
    canal(publics=(Public.EFFECTEURS,), lien=None, telephone="+33 1 42 68 53 00"),
)
CAS: dict[str, tuple[Dossier, Decision, tuple[str, ...]]] = {
    "1 dossier complet": (bon_avance(), ACCEPTER, ()),
    "2 partiel": (bon_avance(pv=pv_mes(perimetre=Perimetre.PARTIEL)), REJETER, ("SAS-MES-02",)),
    "3 sans l’ANS": (bon_avance(pv=pv_mes(signatures=(SIGNATURE,))), COMPLETER, ("SAS-MES-04",)),
    "4 sans l’éditeur": (bon_avance(pv=pv_mes(signatures=(ANS,))), COMPLETER, ("SAS-MES-05",)),
    "5 sans les deux": (
        bon_avance(pv=pv_mes(signatures=())), COMPLETER, ("SAS-MES-04", "SAS-MES-05")),
    "6 pas de créneaux": (
        bon_avance(declaration=declaration(creneaux=None)), COMPLETER, ("SAS-DSH-04",)),
    "7 PUBLIC seul": (
        bon_avance(declaration=declaration(creneaux=PUBLIC)), COMPLETER, ("SAS-DSH-05",)),
    "8 refus par courriel": (
        _exception("refus par courriel", prevue=False), COMPLETER, ("SAS-DSH-06",)),
    "9 refus dans la plateforme": (
        _exception("refus dans la plateforme SAS", prevue=True), ACCEPTER, ()),
    "10 contrats": (bon_avance(justificatifs=(CONTRATS,)), ACCEPTER, ()),
    "11 autre justificatif": (bon_avance(justificatifs=(LIBRE,)), ACCEPTER, ("SAS-TRD-03",)),
    "12 rien": (bon_avance(justificatifs=()), COMPLETER, ("SAS-TRD-01",)),
    "13 CGU seules": (bon_avance(justificatifs=(cgu(),)), ACCEPTER, ()),
    "14 pièces en trop": (bon_avance(autres_pieces=(support(), pv_vsr())), ACCEPTER, ()),
    "15 tout d’un coup": (_montant("100000"), COMPLETER, ("SAS-MNT-01",)),
    "16 TTC": (_montant("36000"), COMPLETER, ("SAS-MNT-01",)),
    "17 un centime": (_montant("30000.01"), COMPLETER, ("SAS-MNT-01",)),
    "18 30000": (_montant("30000"), ACCEPTER, ()),
    "19 solde complet": (bon_solde(), ACCEPTER, ()),
    "20 effecteurs seuls": (
        bon_solde(support=support(canal(publics=(Public.EFFECTEURS,)))), COMPLETER,
        ("SAS-SUP-02",)),
    "21 un lien": (bon_solde(support=support(canal())), ACCEPTER, ()),
    "22 lien et téléphone": (bon_solde(support=support(*DEUX_CANAUX)), ACCEPTER, ()),
    "23 PV de MES": (bon_solde(pv=None, autres_pieces=(pv_mes(),)), COMPLETER, ("SAS-VSR-06",)),
    "24 VSR avant la MES": (
        bon_solde(pv=pv_vsr(date_mise_en_service=dt.date(2025, 6, 5))), COMPLETER,
        ("SAS-VSR-10",)),
    "25 ni déclaration ni CGU": (bon_solde(), ACCEPTER, ()),
}  # fmt: skip


@pytest.mark.parametrize("nom", CAS)
def test_cas_resolu(nom: str) -> None:
    dossier, decision, codes = CAS[nom]
    verdict = verifier(dossier)
    assert (verdict.decision, verdict.codes) == (decision, codes)


@pytest.mark.parametrize(
    ("dossier", "montant"), [(bon_avance(), "30000.00"), (bon_solde(), "70000.00")]
)
def test_le_montant_payable_n_est_dit_que_si_la_demande_est_acceptee(
    dossier: Dossier, montant: str
) -> None:
    assert verifier(dossier).montant_payable_ht == Decimal(montant)
    sans = dossier.model_copy(update={"formulaire": None})
    assert verifier(sans).montant_payable_ht is None


def test_le_meme_dossier_en_json_donne_le_meme_verdict() -> None:
    dossiers: tuple[Any, ...] = (bon_avance(), bon_solde())
    for dossier in dossiers:
        relu = ADAPTATEUR_DOSSIER.validate_json(dossier.model_dump_json())
        assert verifier(relu) == verifier(dossier)
