"""Texts too long for recognition and extraction are said unread; long honest ones are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from segur_payment import lire_dossier
from segur_payment.dossier import DossierAvance, Perimetre, Phase
from segur_payment.lecture.pdf import LimitesLecture, lire_pdf
from segur_payment.lecture.pdf.modele import Boite, Champ, DocumentLu, ErreurFichier
from segur_payment.lecture.volume import borner
from segur_payment.verdict import Decision, verifier

from .envois import refus
from .papiers import COMPLET, DEPOT, bon_avance, cgu, juger, papier, pv_mes, reunir

LIMITES = LimitesLecture()
ARTICLE = (
    "Article {} – L’utilisateur accède au service par ses identifiants, qu’il garde secrets. Le "
    "service est ouvert tous les jours ; sa maintenance est annoncée deux jours avant."
)


def avec_un_champ(valeur: str) -> DocumentLu:
    champ = Champ(
        nom="observations",
        genre="texte",
        valeur=valeur,
        coche=None,
        option=None,
        etiquette=None,
        obligatoire=False,
        page=1,
        boite=Boite(70, 700, 520, 720),
        peigne=False,
    )
    return replace(lire_pdf(pv_mes()), champs=(champ,))


def test_des_cgu_de_soixante_pages_sont_lues() -> None:
    pages = [papier(*(ARTICLE.format(f"{page}.{n}") for n in range(8))) for page in range(2, 61)]
    assert juger(bon_avance(cgu=reunir(cgu(), *pages))).decision is Decision.ACCEPTER


def test_une_adresse_de_mille_cinq_cents_caracteres_est_lue() -> None:
    adresse = "https://editeur.example/" + "a1" * 750
    pieces = bon_avance(pv=pv_mes(COMPLET, adresse))
    dossier = lire_dossier(pieces, date_depot=DEPOT, phase=Phase.AVANCE)
    assert isinstance(dossier, DossierAvance)
    assert dossier.pv is not None
    assert dossier.pv.illisible is None
    assert dossier.pv.perimetre is Perimetre.COMPLET


@pytest.mark.parametrize("signe", ["A", "Aa", "1", "a@", "(", "F.", "ab"])
def test_un_fichier_dont_un_mot_remplit_une_page_est_un_constat(signe: str) -> None:
    pieces = bon_avance(pv=pv_mes(COMPLET, signe * 3_000))
    assert "longueur démesurée" in refus(pieces, "pv.pdf")


def test_un_texte_au_dela_de_la_borne_n_est_jamais_accepte() -> None:
    bornes = LimitesLecture(caracteres_max=500)
    dossier = lire_dossier(bon_avance(), date_depot=DEPOT, phase=Phase.AVANCE, limites=bornes)
    assert verifier(dossier).decision is not Decision.ACCEPTER


def test_les_valeurs_du_formulaire_comptent_dans_le_texte_du_fichier() -> None:
    lu = avec_un_champ("mot " * 600_000)
    assert borner(lu, LIMITES).erreur is ErreurFichier.TROP_DE_TEXTE
    assert borner(avec_un_champ("mot " * 100), LIMITES).erreur is None


def test_un_mot_trop_long_d_un_champ_compte_aussi() -> None:
    assert borner(avec_un_champ("x" * 2_001), LIMITES).erreur is ErreurFichier.MOT_TROP_LONG


def test_ce_qui_empeche_deja_de_lire_le_fichier_reste_dit() -> None:
    tronque = replace(avec_un_champ("x" * 2_001), erreur=ErreurFichier.TRONQUE)
    assert borner(tronque, LIMITES) is tronque


def test_ce_qui_tient_dans_les_bornes_reste_tel_quel() -> None:
    lu = avec_un_champ("x" * 2_000)
    assert borner(lu, LIMITES) is lu
