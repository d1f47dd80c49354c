"""A politique re-grades effects, each with its reason, and leaves a trace."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from fabrique import DEPOT, bon_avance, declaration, demande, pv_mes

from segur_payment.dossier import AttestationCommunication, Phase, Portee
from segur_payment.erreurs import ErreurPolitique
from segur_payment.regles.conclusion import Effet
from segur_payment.verdict import Decision, Politique, Reclassement, verifier

AVEC_RESERVES = bon_avance(pv=pv_mes(reserves="Réserve : une reprise."))
RAISON = "Nous faisons lever toute réserve avant dépôt."
SEVERE = Politique(
    nom="Contrôle interne",
    reclassements=(Reclassement(code="SAS-MES-08", effet=Effet.MODIFIER, raison=RAISON),),
)


def test_un_reclassement_change_la_decision_et_laisse_sa_raison() -> None:
    assert verifier(AVEC_RESERVES).decision is Decision.ACCEPTER
    verdict = verifier(AVEC_RESERVES, politique=SEVERE)
    assert verdict.decision is Decision.COMPLETER
    assert [c.effet for c in verdict.defauts] == [Effet.MODIFIER]
    assert verdict.entete.politique == "Contrôle interne"
    assert [r.raison for r in verdict.entete.reclassements] == [RAISON]


def test_un_reclassement_remplace_aussi_l_effet_propre_a_une_conclusion() -> None:
    restreinte = AttestationCommunication(portee=Portee.RESTREINTE, accomplie=True)
    dossier = bon_avance(declaration=declaration(communication=restreinte))
    assert [c.effet for c in verifier(dossier).defauts] == [Effet.MODIFIER]
    vu = Reclassement(code="SAS-DSH-03", effet=Effet.AVERTISSEMENT, raison="Vu avec l’ASP.")
    indulgent = Politique(nom="x", reclassements=(vu,))
    assert verifier(dossier, politique=indulgent).decision is Decision.ACCEPTER


def test_la_date_limite_de_la_politique_cede_a_celle_du_dossier() -> None:
    politique = Politique(nom="x", delais={Phase.AVANCE: DEPOT - dt.timedelta(days=1)})
    assert verifier(bon_avance(), politique=politique).codes == ("SAS-DAT-02",)
    propre = bon_avance(demande=demande(date_limite=DEPOT))
    assert verifier(propre, politique=politique).codes == ()


@pytest.mark.parametrize(
    ("champs", "dit"),
    [
        ({"nom": "x", "delais": {"avance": "demain"}}, "delais.avance : date attendue"),
        ({"delais": {}}, "nom : valeur obligatoire absente"),
        ({"nom": "x", "delai": {}}, "delai : clé inconnue"),
    ],
)
def test_une_politique_faite_a_la_main_se_refuse_comme_une_lue(
    champs: dict[str, object], dit: str
) -> None:
    with pytest.raises(ErreurPolitique, match=dit):
        Politique(**champs)
    with pytest.raises(ErreurPolitique, match=dit):
        Politique.model_validate(champs)
    assert Politique(nom="x", delais={Phase.AVANCE: DEPOT}).delais == {Phase.AVANCE: DEPOT}


RECLASSER = '[[reclassements]]\ncode = "{}"\neffet = "{}"\n'
REFUSEES = {
    "code inconnu": RECLASSER.format("SAS-XXX-01", "rejet") + 'raison = "r"',
    "sans raison": RECLASSER.format("SAS-MES-08", "rejet"),
    "raison vide": RECLASSER.format("SAS-MES-08", "rejet") + 'raison = "  "',
    "effet inconnu": RECLASSER.format("SAS-MES-08", "pardon") + 'raison = "r"',
    "deux fois": 2 * (RECLASSER.format("SAS-MES-08", "rejet") + 'raison = "r"\n'),
    "clé inconnue": "[autre]\n",
    "TOML": "[[reclassements\n",
}


@pytest.mark.parametrize("cas", REFUSEES)
def test_une_politique_inutilisable_est_refusee(cas: str, tmp_path: Path) -> None:
    chemin = tmp_path / "politique.toml"
    chemin.write_text(f'nom = "x"\n{REFUSEES[cas]}', encoding="utf-8")
    with pytest.raises(ErreurPolitique, match=r"^(Politique|Code) "):
        Politique.lire(chemin)


def test_une_politique_absente_est_refusee(tmp_path: Path) -> None:
    with pytest.raises(ErreurPolitique, match="illisible"):
        Politique.lire(tmp_path / "absente.toml")


def test_un_code_inconnu_est_refuse_aussi_en_python() -> None:
    inconnu = Reclassement(code="SAS-XXX-01", effet=Effet.REJET, raison="r")
    with pytest.raises(ErreurPolitique, match="SAS-XXX-01"):
        Politique(nom="x", reclassements=(inconnu,))
