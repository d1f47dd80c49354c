"""A request that came back: what was corrected, what remains, what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from fabrique import (
    EDITEUR,
    SOLUTION,
    bon_avance,
    bon_solde,
    fichier,
    formulaire,
    pv_mes,
)
from hypothesis import HealthCheck, given, settings

from segur_payment.dossier import Dossier, DossierAvance, Editeur, Perimetre
from segur_payment.erreurs import ErreurVerdict
from segur_payment.regles.conclusion import Effet
from segur_payment.testing.strategies import dossiers_quelconques
from segur_payment.verdict import (
    Comparaison,
    Constat,
    Decision,
    EtatFichier,
    Politique,
    Reclassement,
    Verdict,
    comparer,
    verifier,
)

PATIENT = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
BON = verifier(bon_avance())
PARTIEL = pv_mes(perimetre=Perimetre.PARTIEL)


def codes(constats: Iterable[Constat]) -> list[str]:
    return sorted(c.code for c in constats)


def ouverts(verdict: Verdict) -> Counter[Constat]:
    return Counter(c for c in verdict.constats if c.defaut or c.indecis)


def test_un_defaut_corrige_est_corrige() -> None:
    suivi = comparer(verifier(bon_avance(pv=PARTIEL)), BON)
    assert (suivi.decision_avant, suivi.decision_apres) == (Decision.REJETER, Decision.ACCEPTER)
    assert codes(suivi.corriges) == ["SAS-MES-02"]
    assert suivi.restants == suivi.nouveaux == suivi.sans_objet == ()


def test_ce_qui_reste_est_dit_comme_apres_et_ce_qui_vient_est_nouveau() -> None:
    avant = verifier(bon_avance(formulaire=formulaire(montant=36000)))
    apres = verifier(bon_avance(formulaire=formulaire(montant=35000, signatures=())))
    suivi = comparer(avant, apres)
    assert codes(suivi.restants) == ["SAS-MNT-01"]
    assert "35" in suivi.restants[0].message
    assert set(codes(suivi.nouveaux)) == set(apres.codes) - {"SAS-MNT-01"}


def test_une_piece_retiree_n_a_rien_corrige() -> None:
    """Fail closed: the partial perimeter of a PV that is not there any more is not cured."""
    suivi = comparer(verifier(bon_avance(pv=PARTIEL)), verifier(bon_avance(pv=None)))
    assert suivi.corriges == ()
    assert codes(suivi.sans_objet) == ["SAS-MES-02"]
    assert codes(suivi.nouveaux) == ["SAS-MES-01"]


def test_un_identifiant_faux_d_un_formulaire_retire_n_est_pas_corrige() -> None:
    faux = formulaire(editeur=EDITEUR.model_copy(update={"siren": "732 829 321"}))
    suivi = comparer(verifier(bon_avance(formulaire=faux)), verifier(bon_avance(formulaire=None)))
    assert "SAS-IDE-03" not in codes(suivi.corriges)
    assert "SAS-IDE-03" in codes(suivi.sans_objet)


def test_ce_que_personne_ne_peut_plus_lire_reste() -> None:
    muet = pv_mes(perimetre=None, preuves={}, illisible="la page 1 est une image")
    suivi = comparer(verifier(bon_avance(pv=PARTIEL)), verifier(bon_avance(pv=muet)))
    assert "SAS-MES-02" in codes(suivi.restants)
    assert suivi.corriges == ()


def test_d_une_regle_qui_trouve_deux_defauts_chacun_se_suit() -> None:
    siren = EDITEUR.model_copy(update={"siren": "732 829 321"})
    avant = formulaire(editeur=siren, iban="FR14 2004 1010 0505 0001 3M02 607")
    suivi = comparer(
        verifier(bon_avance(formulaire=avant)),
        verifier(bon_avance(formulaire=formulaire(editeur=siren))),
    )
    assert [c.message[:4] for c in suivi.corriges] == ["IBAN"]
    assert "IDE-03" in "".join(codes(suivi.restants))


def test_les_fichiers_se_reconnaissent_a_leur_contenu() -> None:
    avant = (fichier("a.pdf"), fichier("b.pdf"), fichier("c.pdf"), fichier("d.pdf"))
    apres = (
        fichier("a.pdf"),
        fichier("b.pdf", sha256="1" * 64),
        fichier("c2.pdf", sha256=avant[2].sha256),
        fichier("e.pdf"),
    )
    suivi = comparer(verifier(bon_avance(fichiers=avant)), verifier(bon_avance(fichiers=apres)))
    assert [(f.nom, f.etat, f.ancien_nom) for f in suivi.fichiers] == [
        ("a.pdf", EtatFichier.INCHANGE, None),
        ("b.pdf", EtatFichier.MODIFIE, None),
        ("c2.pdf", EtatFichier.RENOMME, "c.pdf"),
        ("d.pdf", EtatFichier.RETIRE, None),
        ("e.pdf", EtatFichier.AJOUTE, None),
    ]


AUTRE = Editeur(raison_sociale="Orbelys SARL", siren="552 100 554")


@pytest.mark.parametrize(
    ("apres", "mots"),
    [
        (verifier(bon_solde()), "sur un solde"),
        (BON.model_copy(update={"editeur": AUTRE}), "l’éditeur n’est pas le même"),
        (
            BON.model_copy(update={"solution": SOLUTION.model_copy(update={"nom": "Télésoin"})}),
            "la solution a changé",
        ),
        (
            BON.model_copy(
                update={"entete": BON.entete.model_copy(update={"empreinte": "0" * 64})}
            ),
            "les règles ont changé",
        ),
    ],
    ids=["phase", "editeur", "solution", "catalogue"],
)
def test_deux_verdicts_sans_rapport_ne_se_comparent_pas(apres: Verdict, mots: str) -> None:
    with pytest.raises(ErreurVerdict, match=mots):
        comparer(BON, apres)


@pytest.mark.parametrize(
    "editeur",
    [
        EDITEUR.model_copy(update={"siren": "732 829 321", "siret": None, "tva": None}),
        EDITEUR.model_copy(update={"raison_sociale": "LOGICIEL EXEMPLE"}),
        EDITEUR.model_copy(update={"raison_sociale": "Logicel Exemple SAS"}),
    ],
    ids=["siren faux", "casse", "faute de frappe"],
)
def test_un_nom_ou_un_siren_corrige_reste_le_meme_editeur(editeur: Editeur) -> None:
    comparer(BON.model_copy(update={"editeur": editeur}), BON)


def test_un_editeur_inconnu_est_une_reserve() -> None:
    suivi = comparer(BON.model_copy(update={"editeur": None}), BON)
    assert "rien ne prouve" in suivi.reserves[0]


def test_une_politique_qui_change_est_une_reserve() -> None:
    indulgente = Politique(
        nom="Indulgente",
        reclassements=(Reclassement(code="SAS-MES-02", effet=Effet.AVERTISSEMENT, raison="essai"),),
    )
    dossier = bon_avance(pv=PARTIEL)
    suivi = comparer(verifier(dossier), verifier(dossier, politique=indulgente))
    assert suivi.corriges == ()
    assert "politique" in suivi.reserves[0]


@PATIENT
@given(dossiers_quelconques("avance") | dossiers_quelconques("solde"))
def test_un_verdict_ne_differe_pas_de_lui_meme(dossier: Dossier) -> None:
    verdict = verifier(dossier)
    suivi = comparer(verdict, verdict)
    assert Counter(suivi.restants) == ouverts(verdict)
    assert suivi.corriges == suivi.nouveaux == suivi.sans_objet == ()
    assert {f.etat for f in suivi.fichiers} <= {EtatFichier.INCHANGE}


@PATIENT
@given(dossiers_quelconques("avance"), dossiers_quelconques("avance"))
def test_l_aller_et_le_retour_se_repondent(un: DossierAvance, autre: DossierAvance) -> None:
    """What one direction closes, the other opens; every open point stands once."""
    avant, apres = verifier(un), verifier(autre)
    identite = {"editeur": None, "solution": None}
    avant, apres = (v.model_copy(update=identite) for v in (avant, apres))
    aller, retour = comparer(avant, apres), comparer(apres, avant)
    assert Counter(retour.nouveaux) == Counter(aller.corriges) + Counter(aller.sans_objet)
    assert Counter(aller.restants) + Counter(aller.nouveaux) == ouverts(apres)
    assert len(aller.restants) == len(retour.restants)
    assert Comparaison.model_validate_json(aller.model_dump_json()) == aller
