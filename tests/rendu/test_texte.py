"""The text of a verdict: decision first, then what to do."""

from __future__ import annotations

import datetime as dt

import pytest
from fabrique import bon_avance, bon_solde, declaration, formulaire, pv_mes

from segur_payment import (
    AttestationCommunication,
    BlocVide,
    Decision,
    Demande,
    DossierAvance,
    Fichier,
    Partie,
    Perimetre,
    Phase,
    Politique,
    Portee,
    Preuve,
    PvMiseEnService,
    Verdict,
    verifier,
)
from segur_payment.rendu.texte import rendre

SHA = "a" * 64
PREUVE = Preuve(fichier="PV.pdf", sha256=SHA, page=1, extrait="Pour l’ANS : Jeanne Martin")


@pytest.fixture
def verdict() -> Verdict:
    """An avance with a PV that the ANS did not sign, and nothing else."""
    pv = PvMiseEnService(
        perimetre=Perimetre.COMPLET,
        blocs_vides=(BlocVide(partie=Partie.ANS, nom="Jeanne Martin"),),
        reserves="écran à revoir",
        preuves={"signatures.ans": (PREUVE,)},
        incertitudes={"date_constat": "deux dates sont écrites."},
    )
    fichiers = (Fichier(nom="PV.pdf", sha256=SHA, taille=9, pages=2, pieces=(pv.type,)),)
    demande = Demande(date_depot=dt.date(2025, 4, 2))
    return verifier(DossierAvance(demande=demande, pv=pv, fichiers=fichiers))


def plat(texte: str) -> str:
    return " ".join(texte.replace("\u00a0", " ").split())


def test_tout_y_est_dans_l_ordre(verdict: Verdict) -> None:
    texte = plat(rendre(verdict))
    places = [
        texte.index(mots)
        for mots in (
            "À COMPLÉTER — ",
            "Dossier d’avance, dépôt le 2 avril 2025",
            "À RÉGLER AVANT DÉPÔT",
            "PV de mise en service",
            "ANS : faire signer le PV par l’ANS.",
            "n’est pas signé par l’ANS",
            "PV.pdf, page 1 : « Pour l’ANS : Jeanne Martin »",
            "SAS-MES-04",
            "CE QUI N’A PAS PU ÊTRE VÉRIFIÉ",
            "deux dates sont écrites.",
            "AVERTISSEMENTS",
            "écran à revoir",
            "FICHIERS LUS",
            "PV.pdf (2 pages) : PV de mise en service",
            "Règles conformes : ",
            "Catalogue : sas",
        )
    ]
    assert places == sorted(places)


def test_le_compte_annonce_est_celui_des_numeros(verdict: Verdict) -> None:
    texte = rendre(verdict)
    obligatoires = sum(action.obligatoire for action in verdict.a_faire)
    assert f"\n{obligatoires:>3}. " in texte
    assert f"\n{obligatoires + 1:>3}. " not in texte


def test_chaque_constat_a_regler_se_voit(verdict: Verdict) -> None:
    texte = plat(rendre(verdict))
    for constat in verdict.constats:
        if constat.defaut or constat.indecis:
            assert constat.code in texte
            assert plat(constat.message) in texte


@pytest.mark.parametrize("largeur", [40, 60, 88, 100])
def test_aucune_ligne_ne_deborde(verdict: Verdict, largeur: int) -> None:
    longues = [li for li in rendre(verdict, largeur=largeur).splitlines() if len(li) > largeur]
    assert not longues


def test_couleur_seulement_si_demandee(verdict: Verdict) -> None:
    colore = rendre(verdict, couleur=True)
    assert colore.startswith("\x1b[1;33m")
    assert "\x1b" not in rendre(verdict)


def test_date_du_jour_dite(verdict: Verdict) -> None:
    assert "date du jour" in plat(rendre(verdict, date_du_jour=True))
    assert "date du jour" not in plat(rendre(verdict))


def test_verdict_vide_n_accepte_pas(verdict: Verdict) -> None:
    vide = verdict.model_copy(update={"constats": (), "a_faire": ()})
    assert rendre(vide).startswith("À COMPLÉTER — aucune règle n’a conclu")


def test_acceptation_et_montant(verdict: Verdict) -> None:
    accepte = verdict.model_copy(
        update={"decision": Decision.ACCEPTER, "montant_payable_ht": 30000, "a_faire": ()}
    )
    titre = rendre(accepte).splitlines()[0]
    assert (
        titre
        == "ACCEPTER — rien à régler avant dépôt, payable\u00a0: 30\u00a0000,00\u00a0€\u00a0HT"
    )


def test_reclassement_dit_avec_sa_raison() -> None:
    politique = Politique.model_validate(
        {
            "nom": "Maison",
            "reclassements": [
                {"code": "SAS-FOR-01", "effet": "rejet", "raison": "Jamais sans formulaire."}
            ],
        }
    )
    dossier = DossierAvance(demande=Demande(date_depot=dt.date(2025, 4, 2)))
    texte = plat(rendre(verifier(dossier, politique=politique)))
    assert texte.startswith("REJET — ")
    assert "MOTIFS DE REJET" in texte
    assert "SAS-FOR-01 reclassé rejet : « Jamais sans formulaire. »" in texte


def test_ce_qui_etait_attendu_se_dit_sauf_quand_l_exigence_le_dit_deja() -> None:
    def texte(**champs: object) -> str:
        return plat(rendre(verifier(bon_avance(**champs))))

    assert "Attendu" not in texte(pv=pv_mes(perimetre=Perimetre.PARTIEL))
    restreinte = AttestationCommunication(portee=Portee.RESTREINTE, accomplie=True)
    assert "Attendu : « l’ensemble des effecteurs »" in texte(
        declaration=declaration(communication=restreinte)
    )


def test_une_avance_dont_on_ne_sait_rien_se_verifie() -> None:
    dit = formulaire(Phase.SOLDE, avance_versee=False)
    texte = plat(rendre(verifier(bon_solde(formulaire=dit))))
    assert "Éditeur : vérifier que l’avance a été payée." in texte
    assert "Rien ne dit que l’avance a été payée." in texte


def test_noms_et_messages_hostiles(verdict: Verdict) -> None:
    hostile = "x\x1b]0;titre\x07\u202e" * 400
    fichier = verdict.entete.fichiers[0].model_copy(update={"nom": hostile})
    entete = verdict.entete.model_copy(update={"fichiers": (fichier,) * 50})
    constats = tuple(c.model_copy(update={"message": hostile}) for c in verdict.constats)
    texte = rendre(verdict.model_copy(update={"entete": entete, "constats": constats}))
    assert not {"\x1b", "\x07", "\u202e"} & set(texte)
    assert len(texte) < 60_000


def test_une_page_n_ecrit_ses_jours_que_d_une_facon() -> None:
    pv = pv_mes(date_constat=dt.date(2025, 8, 1), date=None)
    for texte in (verifier(bon_avance(pv=pv)).texte(), verifier(bon_avance(pv=pv)).html()):
        assert "1er\u00a0août\u00a02025" in texte
        assert "01/08/2025" not in texte
