"""What a rule is: how it is declared, how it concludes, what stands against its conclusion."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys

import pytest
from fabrique import bon_avance, preuve, pv_mes

from segur_payment.dossier import (
    Contradiction,
    DossierAvance,
    DossierBase,
    DossierSolde,
    Perimetre,
    Phase,
    TypePiece,
)
from segur_payment.referentiel import SAS
from segur_payment.regles.catalogue import PAR_CODE, REGLES, empreinte, regles_de
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    Resultat,
    conforme,
    confronter,
    manque,
    non_conforme,
    non_verifiable,
    objection,
    rien_a_redire,
    sans_objet,
    typographie,
)
from segur_payment.regles.socle import Acteur, Regle, regle


def _declarer(fonction: object, **options: object) -> Regle:
    choix = {"effet": Effet.MODIFIER, "exigence": "{phase}.pv"} | options
    return regle("SAS-ESS-01", "essai", **choix)(fonction)  # type: ignore[arg-type]


def essai(dossier: DossierAvance) -> Conclusion:
    """Le PV : « il est là ».

    Pourquoi : une raison
    sur deux lignes.
    Conforme : « oui »
    Non conforme : « non ! »
    Remède : faire ceci ; puis cela.
    """
    return conforme("Tout va bien.")


def test_une_section_mal_orthographiee_se_dit_des_le_chargement() -> None:
    def fautive(dossier: DossierAvance) -> Conclusion:
        return essai(dossier)

    assert essai.__doc__
    fautive.__doc__ = essai.__doc__.replace("Remède :", "Remede :")
    with pytest.raises(ValueError, match=r"SAS-ESS-01, sections absentes .* : Remède$"):
        _declarer(fautive)
    fautive.__doc__ = essai.__doc__.replace("Le PV : « il est là ».", "")
    with pytest.raises(ValueError, match=r"titre$"):
        _declarer(fautive)


def test_sans_docstrings_les_regles_disent_pourquoi_elles_ne_se_chargent_pas() -> None:
    commande = [sys.executable, "-OO", "-m", "segur_payment", "regles"]
    fini = subprocess.run(commande, capture_output=True, encoding="utf-8", timeout=60)
    assert fini.returncode == 3
    assert "SAS-IDE-01 n’a pas de docstring\u00a0: python -OO" in fini.stderr


def test_une_regle_est_ce_que_dit_sa_declaration() -> None:
    declaree = _declarer(
        essai, piece=TypePiece.PV_MES, acteur=Acteur.ANS, effet_source=True, effet=Effet.REJET
    )
    assert (declaree.code, declaree.nom, declaree.effet) == ("SAS-ESS-01", "essai", Effet.REJET)
    assert (declaree.piece, declaree.acteur) == (TypePiece.PV_MES, Acteur.ANS)
    assert declaree.effet_source is True
    assert declaree.exigence == "{phase}.pv"
    assert declaree.fonction is essai


def test_sans_rien_dire_une_regle_est_deduite_et_l_editeur_agit() -> None:
    declaree = _declarer(essai)
    assert declaree.effet_source is False
    assert declaree.acteur is Acteur.EDITEUR
    assert declaree.piece is None


def test_la_documentation_se_lit_dans_la_docstring() -> None:
    assert _declarer(essai).sections == {
        "titre": "Le PV\u00a0: «\u00a0il est là\u00a0».",
        "Pourquoi": "une raison sur deux lignes.",
        "Conforme": "«\u00a0oui\u00a0»",
        "Non conforme": "«\u00a0non\u00a0!\u00a0»",
        "Remède": "faire ceci\u00a0; puis cela.",
    }
    assert _declarer(essai).titre.startswith("Le PV")
    assert _declarer(essai).remede.startswith("faire ceci")


def _solde(dossier: DossierSolde) -> Conclusions:
    return ()


def _deux(dossier: DossierBase) -> Conclusions:
    return iter([conforme("a"), conforme("b")])


_solde.__doc__ = _deux.__doc__ = essai.__doc__


def test_la_phase_est_celle_du_dossier_que_la_fonction_prend() -> None:
    assert _declarer(essai).phases == (Phase.AVANCE,)
    assert _declarer(_solde).phases == (Phase.SOLDE,)
    assert _declarer(_deux).phases == (Phase.AVANCE, Phase.SOLDE)


def test_l_exigence_est_celle_de_la_phase() -> None:
    declaree = _declarer(_deux, exigence="{phase}.pv")
    avance, solde = (declaree.fondement(phase) for phase in Phase)
    assert avance != solde


def test_une_regle_rend_toutes_ses_conclusions_et_jamais_aucune() -> None:
    assert [c.message for c in _declarer(_deux)(bon_avance())] == ["a", "b"]
    assert len(_declarer(essai)(bon_avance())) == 1
    with pytest.raises(ValueError, match=r"^SAS-ESS-01 n’a rien conclu$"):
        _declarer(_solde)(bon_avance())


@pytest.mark.parametrize("effet", Effet)
def test_seul_un_avertissement_n_est_pas_obligatoire(effet: Effet) -> None:
    assert _declarer(essai, effet=effet).obligatoire is (effet is not Effet.AVERTISSEMENT)


@pytest.mark.parametrize(
    ("ecrit", "rendu"),
    [
        ("« a »", "«\u00a0a\u00a0»"),
        ("a : b ; c ? d !", "a\u00a0: b\u00a0; c\u00a0? d\u00a0!"),
        ("un mot, un autre.", "un mot, un autre."),
    ],
)
def test_les_messages_ont_leurs_espaces_insecables(ecrit: str, rendu: str) -> None:
    assert typographie(ecrit) == rendu
    assert conforme(ecrit).message == rendu


def test_une_conclusion_porte_sa_piece_et_ses_preuves_une_fois() -> None:
    vue = preuve("complet", "pv.pdf")
    pv = pv_mes(preuves={"perimetre": (vue,), "signatures.ans": (vue, preuve("signé"))})
    conclusion = conforme("Bien.", pv, "perimetre", "signatures")
    assert conclusion.resultat is Resultat.CONFORME
    assert conclusion.piece is TypePiece.PV_MES
    assert conclusion.preuves == (vue, preuve("signé"))
    assert conforme("Bien.").piece is None
    assert conforme("Bien.").preuves == ()


def test_un_defaut_dit_ce_qui_etait_attendu_et_son_effet_propre() -> None:
    conclusion = non_conforme(
        "Mal.", pv_mes(), "perimetre",
        attendu=Perimetre.COMPLET, trouve=Perimetre.PARTIEL, effet=Effet.REJET,
    )  # fmt: skip
    assert conclusion.resultat is Resultat.NON_CONFORME
    assert (conclusion.attendu, conclusion.trouve) == ("complet", "partiel")
    assert conclusion.effet is Effet.REJET
    nu = non_conforme("Mal.")
    assert (nu.attendu, nu.trouve, nu.effet) == (None, None, None)


def test_sans_objet_dit_ses_causes_et_non_verifiable_sa_piece() -> None:
    assert sans_objet("Rien.", "A", "B").causes == ("A", "B")
    assert sans_objet("Rien.").resultat is Resultat.SANS_OBJET
    pv = pv_mes()
    assert non_verifiable("Flou.", pv, "perimetre", remede="r").preuves == pv.preuves["perimetre"]
    assert non_verifiable("Flou.", pv, remede="r").resultat is Resultat.NON_VERIFIABLE


def test_une_contradiction_l_emporte_sur_un_doute_et_sur_la_conformite() -> None:
    pv = pv_mes(
        contradictions={"perimetre": Contradiction(declare="complet", lu="partiel")},
        incertitudes={"perimetre": "flou."},
    )
    conclusion = conforme("Bien.", pv, "perimetre")
    assert conclusion.resultat is Resultat.NON_CONFORME
    assert conclusion.effet is Effet.MODIFIER
    assert (conclusion.attendu, conclusion.trouve) == ("complet", "partiel")
    assert conclusion.message == (
        "Périmètre\u00a0: le fait déclaré («\u00a0complet\u00a0») est contredit par le document "
        "(«\u00a0partiel\u00a0»)."
    )
    assert conclusion.remede == (
        "Corriger celui des deux qui est faux, le fait déclaré ou le document."
    )
    assert conclusion.preuves == pv.preuves["perimetre"]


def test_un_doute_sur_une_partie_du_champ_laisse_la_question_ouverte() -> None:
    pv = pv_mes(incertitudes={"signatures.ans": "illisible."})
    ouverte = objection(pv, "date", "signatures")
    assert ouverte is not None
    assert ouverte.resultat is Resultat.NON_VERIFIABLE
    assert ouverte.message == "Impossible à vérifier\u00a0: illisible."
    assert objection(pv, "signatures.editeur", "date") is None
    assert objection(pv_mes(incertitudes={"dateur": "x"}), "date") is None


def test_un_manque_n_accuse_que_si_tout_a_pu_se_lire() -> None:
    assert manque("Rien.", pv_mes(), "reserves").resultat is Resultat.NON_CONFORME
    assert manque("Rien.", pv_mes(), "reserves", effet=Effet.REJET).effet is Effet.REJET
    autrement = sans_objet("Autre.")
    assert manque("Rien.", pv_mes(), "reserves", sinon=autrement) is autrement
    flou = pv_mes(illisible="page 2.")
    ouverte = manque("Rien.", flou, "reserves", sinon=autrement)
    assert ouverte.resultat is Resultat.NON_VERIFIABLE
    declare = pv_mes(illisible="page 2.", declares=("reserves",))
    assert manque("Rien.", declare, "reserves").resultat is Resultat.NON_CONFORME


def test_rien_a_redire_est_conforme_si_tout_a_pu_se_lire() -> None:
    assert rien_a_redire("Bien.", pv_mes(), "reserves").resultat is Resultat.CONFORME
    flou = pv_mes(illisible="page 2.")
    assert rien_a_redire("Bien.", flou, "reserves").resultat is Resultat.NON_VERIFIABLE
    doute = pv_mes(incertitudes={"reserves": "x."}, declares=("reserves",))
    assert rien_a_redire("Bien.", doute, "reserves").resultat is Resultat.NON_VERIFIABLE


def test_confronter_ajoute_les_preuves_de_l_autre_piece_sans_les_repeter() -> None:
    pv, autre = pv_mes(), pv_mes(preuves={"perimetre": (preuve("autre"),)})
    defaut = non_conforme("Mal.", pv, "perimetre")
    assert confronter(defaut, autre, "perimetre").preuves == (
        *pv.preuves["perimetre"],
        preuve("autre"),
    )
    assert confronter(defaut, pv, "perimetre").preuves == pv.preuves["perimetre"]


def test_le_catalogue_est_range() -> None:
    assert list(PAR_CODE.values()) == list(REGLES)
    for phase in Phase:
        assert [r.code for r in regles_de(phase)] == [r.code for r in REGLES if phase in r.phases]


def test_l_empreinte_se_recalcule_et_suit_le_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    regles = [
        [r.code, r.nom, r.effet, r.effet_source, r.exigence, r.phases, r.sections] for r in REGLES
    ]
    contenu = json.dumps([regles, SAS.model_dump(mode="json")], ensure_ascii=False, sort_keys=True)
    avant = empreinte()
    assert avant == hashlib.sha256(contenu.encode()).hexdigest()
    monkeypatch.setattr("segur_payment.regles.catalogue.REGLES", REGLES[:-1])
    assert empreinte() != avant
