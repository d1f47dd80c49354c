"""Every code: where it fires, where it stays silent, where nobody can tell."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain

import pytest
from fabrique import (
    DEPOT,
    bon_avance,
    bon_solde,
    cgu,
    declaration,
    demande,
    fichier,
    pv_mes,
    pv_vsr,
)

from regles import cas_coherence, cas_formulaire, cas_pieces, cas_proces_verbaux
from regles.cas import Cas
from segur_payment.dossier import Couts, Dossier
from segur_payment.regles.catalogue import PAR_CODE
from segur_payment.regles.conclusion import Effet, Resultat, typographie
from segur_payment.verdict import Constat, Decision, verifier

CAS = tuple(chain(cas_formulaire.CAS, cas_coherence.CAS, cas_proces_verbaux.CAS, cas_pieces.CAS))
FICHIERS = [f"SAS-FIC-0{n}" for n in range(1, 6)]
TOUJOURS_CONCLUANTES = {
    "SAS-MNT-02": "un montant inconnu est déjà dit par SAS-MNT-01",
    "SAS-MNT-03": "les coûts sont déclarés, aucune pièce ne les porte",
    "SAS-FIC-01": "un fichier se lit ou ne se lit pas",
    "SAS-FIC-02": "l’empreinte de tout fichier se calcule",
    "SAS-FIC-03": "un fichier illisible est déjà dit par SAS-FIC-01",
    "SAS-FIC-04": "un fichier illisible est déjà dit par SAS-FIC-01",
    "SAS-FIC-05": "un fichier illisible est déjà dit par SAS-FIC-01",
    "SAS-DAT-02": "la date limite est configurée ou ne l’est pas",
    "SAS-SEQ-01": "les demandes antérieures sont déclarées",
    "SAS-MES-06": "un document illisible n’est à la place d’aucun autre",
    "SAS-VSR-06": "un document illisible n’est à la place d’aucun autre",
}


def _constats(cas: Cas) -> list[Constat]:
    return [c for c in verifier(cas.dossier).constats if c.code == cas.code]


@pytest.mark.parametrize("cas", CAS, ids=str)
def test_cas(cas: Cas) -> None:
    resultats = {c.resultat for c in _constats(cas)}
    if cas.attendu is Resultat.CONFORME:
        assert resultats <= {Resultat.CONFORME, Resultat.SANS_OBJET}
    else:
        assert cas.attendu in resultats


@pytest.mark.parametrize(
    "cas", [c for c in CAS if c.attendu is not Resultat.NON_VERIFIABLE], ids=str
)
def test_aucun_autre_code_ne_tire(cas: Cas) -> None:
    verdict = verifier(cas.dossier)
    tirent = {cas.code} if cas.attendu is Resultat.NON_CONFORME else set()
    assert set(verdict.codes) == tirent | set(cas.aussi)
    assert [c.code for c in verdict.constats if c.indecis] == []
    assert "None" not in {ecrit for c in verdict.constats for ecrit in (c.attendu, c.trouve)}


@pytest.mark.parametrize("cas", [c for c in CAS if c.cause], ids=str)
def test_une_regle_sans_objet_dit_sa_cause(cas: Cas) -> None:
    assert [(c.resultat, c.causes) for c in _constats(cas)] == [(Resultat.SANS_OBJET, (cas.cause,))]


@pytest.mark.parametrize("cas", [c for c in CAS if c.attendu is Resultat.NON_CONFORME], ids=str)
def test_un_defaut_pese_selon_son_effet(cas: Cas) -> None:
    (constat, *_) = [c for c in _constats(cas) if c.defaut]
    effet = cas.effet or PAR_CODE[cas.code].effet
    assert constat.effet is effet
    assert typographie(cas.dit) in " ".join(c.message for c in _constats(cas))
    attendue = {Effet.REJET: Decision.REJETER, Effet.AVERTISSEMENT: Decision.ACCEPTER}
    if not cas.aussi:
        assert verifier(cas.dossier).decision is attendue.get(effet, Decision.COMPLETER)


@pytest.mark.parametrize("cas", [c for c in CAS if c.attendu is Resultat.NON_VERIFIABLE], ids=str)
def test_un_doute_n_accuse_pas_et_n_accepte_pas(cas: Cas) -> None:
    verdict = verifier(cas.dossier)
    assert cas.code not in verdict.codes
    assert typographie(cas.dit) in " ".join(c.message for c in _constats(cas))
    if PAR_CODE[cas.code].obligatoire:
        assert verdict.decision is not Decision.ACCEPTER


@pytest.mark.parametrize(
    ("dossier", "codes"),
    [
        (bon_avance(), {"SAS-MNT-03", "SAS-DAT-02", *FICHIERS}),
        (bon_solde(), {"SAS-MNT-03", "SAS-DAT-02", *FICHIERS}),
        (
            bon_avance(
                fichiers=(fichier(),),
                demande=demande(couts=Couts(humains=Decimal(30000)), date_limite=DEPOT),
                pv=pv_mes(editeur=None, solution=None),
                declaration=declaration(editeur=None, solution=None),
                justificatifs=(cgu(editeur=None),),
            ),
            {"SAS-IDE-01", "SAS-IDE-02"},
        ),
        (
            bon_solde(pv=pv_vsr(date_mise_en_service=None), fichiers=(fichier(),)),
            {"SAS-MNT-03", "SAS-DAT-02", "SAS-VSR-10", "SAS-VSR-11"},
        ),
    ],
    ids=["avance", "solde", "une seule pièce nomme", "mise en service inconnue"],
)
def test_n_est_sans_objet_que_ce_qui_n_a_rien_a_juger(dossier: Dossier, codes: set[str]) -> None:
    constats = verifier(dossier).constats
    assert {c.code for c in constats if c.resultat is Resultat.SANS_OBJET} == codes


@pytest.mark.parametrize("code", PAR_CODE)
def test_chaque_code_a_ses_trois_sortes_de_cas(code: str) -> None:
    sortes = {cas.attendu for cas in CAS if cas.code == code}
    attendues = {Resultat.NON_CONFORME, Resultat.CONFORME}
    if code not in TOUJOURS_CONCLUANTES:
        attendues |= {Resultat.NON_VERIFIABLE}
    assert sortes == attendues
