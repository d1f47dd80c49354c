"""What is believed of a scan, whatever the engine: seen through one that is told what to see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import pytest

from segur_payment import (
    Decision,
    ImagePage,
    PageReconnue,
    Perimetre,
    Resultat,
    Verdict,
    lire_dossier,
    verifier,
)
from segur_payment.lecture.ocr import moteur, pages
from segur_payment.rendu.texte import rendre
from segur_payment.testing.pdf.scan import numeriser

from ..papiers import (
    DEPOT,
    Case,
    Titre,
    Visas,
    bon_avance,
    bon_solde,
    declaration,
    formulaire,
    manifeste,
    papier,
    pv_mes,
    pv_vsr,
)
from .voyant import Voyant

SEUL: Mapping[str, bytes] = {}
PARTIEL = pv_mes("La mise en service est prononcée pour un périmètre partiel.")
PARAPHES = pv_mes(
    ans=("Pour l’ANS", "Claire Vasseur, directrice de programme"),
    editeur=("Pour l’éditeur", "Mathilde Cornevin, présidente"),
    images=(True, True),
)
SIGNATURES = """
[pv]
signatures = [
  { partie = "ans", nature = "manuscrite", signataire = "Claire Vasseur", qualite = "directrice" },
  { partie = "editeur", nature = "manuscrite", signataire = "Mathilde Cornevin", qualite = "présidente" },
]
"""  # noqa: E501


def juger(
    piece: str, octets: bytes, voyant: Voyant | None = None, reste: Mapping[str, bytes] = SEUL
) -> Verdict:
    """The verdict on a good avance one piece of which is scanned."""
    dossier = {**bon_avance(**{piece: numeriser(octets)}), **reste}
    return verifier(lire_dossier(dossier, date_depot=DEPOT, ocr=voyant or Voyant(octets)))


def resultats(verdict: Verdict, code: str) -> set[Resultat]:
    return {c.resultat for c in verdict.constats if c.code == code}


# --- What helps counts when it is sure, a doubtful word settles nothing ---


def test_un_pv_numerise_a_signatures_manuscrites_n_est_jamais_accepte_seul() -> None:
    verdict = juger("pv", PARAPHES)
    assert verdict.decision is Decision.COMPLETER
    assert verdict.codes == ()
    assert resultats(verdict, "SAS-MES-02") == {Resultat.CONFORME}
    for code in ("SAS-MES-04", "SAS-MES-05"):
        assert resultats(verdict, code) == {Resultat.NON_VERIFIABLE}


def test_les_signatures_declarees_le_font_accepter_avec_une_reserve() -> None:
    verdict = juger("pv", PARAPHES, reste=manifeste(SIGNATURES))
    assert verdict.decision is Decision.ACCEPTER
    dites = [reserve.message for reserve in verdict.reserves]
    assert any("déclaration" in dite and "signature" in dite for dite in dites)
    assert any("reconnaissance optique" in dite and "périmètre" in dite for dite in dites)


def test_une_mention_de_signature_bien_lue_compte() -> None:
    verdict = juger("pv", pv_mes())
    assert resultats(verdict, "SAS-MES-04") == {Resultat.CONFORME}
    assert verdict.decision is Decision.ACCEPTER


def test_une_mention_de_signature_douteuse_ne_compte_pas() -> None:
    verdict = juger("pv", pv_mes(), Voyant(pv_mes(), doutes={"Vasseur": 0.6}))
    assert resultats(verdict, "SAS-MES-04") == {Resultat.NON_VERIFIABLE}
    assert resultats(verdict, "SAS-MES-05") == {Resultat.CONFORME}


def test_bon_pour_accord_sur_une_image_ne_dit_pas_qui_l_a_ecrit() -> None:
    ans = ("Pour l’ANS", "Claire Vasseur, directrice", "Bon pour accord le 05/06/2025")
    assert resultats(juger("pv", pv_mes(ans=ans)), "SAS-MES-04") == {Resultat.NON_VERIFIABLE}


def test_un_perimetre_partiel_sur_fait_rejeter_avec_sa_confiance() -> None:
    verdict = juger("pv", PARTIEL)
    assert verdict.decision is Decision.REJETER
    preuve = next(c for c in verdict.defauts if c.code == "SAS-MES-02").preuves[0]
    assert preuve.confiance == 0.99
    assert "partiel" in preuve.extrait
    texte = " ".join(rendre(verdict).replace("\u00a0", " ").split())
    assert "lu par reconnaissance optique, confiance 99 %" in texte


@pytest.mark.parametrize("confiance", [0.3, 0.61, 0.9])
def test_un_partiel_douteux_ne_fait_ni_rejeter_ni_accepter(confiance: float) -> None:
    verdict = juger("pv", PARTIEL, Voyant(PARTIEL, doutes={"partiel.": confiance}))
    assert verdict.decision is Decision.COMPLETER
    assert verdict.codes == ()
    constat = next(c for c in verdict.constats if c.code == "SAS-MES-02")
    assert constat.resultat is Resultat.NON_VERIFIABLE
    assert f"confiance {confiance:.0%}".replace("%", "\u00a0%") in constat.message


def test_un_complet_douteux_ne_fait_pas_accepter() -> None:
    verdict = juger("pv", pv_mes(), Voyant(pv_mes(), doutes={"complet.": 0.7}))
    assert resultats(verdict, "SAS-MES-02") == {Resultat.NON_VERIFIABLE}
    assert verdict.decision is Decision.COMPLETER


def test_ce_qui_n_est_pas_vu_sur_une_image_n_est_pas_absent() -> None:
    verdict = juger("declaration", declaration("la production des documents de formation ;"))
    for code in ("SAS-DSH-03", "SAS-DSH-04"):
        assert resultats(verdict, code) == {Resultat.NON_VERIFIABLE}


def test_un_champ_qui_parait_vide_sur_une_image_peut_porter_une_ecriture() -> None:
    verdict = juger("formulaire", formulaire("Téléphone : ............"))
    assert resultats(verdict, "SAS-FOR-02") == {Resultat.NON_VERIFIABLE}
    assert resultats(verdict, "SAS-FOR-03") == {Resultat.CONFORME}
    assert verdict.codes == ()


def test_un_formulaire_numerise_dont_les_champs_sont_declares_remplis_est_accepte() -> None:
    plein = manifeste("[formulaire]\nchamps_vides = []\n")
    assert juger("formulaire", formulaire(), reste=plein).decision is Decision.ACCEPTER


def test_une_vsr_numerisee_favorable_est_conforme() -> None:
    dossier = bon_solde(pv=numeriser(pv_vsr()))
    verdict = verifier(lire_dossier(dossier, date_depot=DEPOT, ocr=Voyant(pv_vsr())))
    assert resultats(verdict, "SAS-VSR-12") == {Resultat.CONFORME}


# --- A line that was seen and not read ---


@pytest.mark.parametrize(
    ("piece", "octets", "code"),
    [
        ("pv", pv_mes(), "SAS-MES-02"),
        ("declaration", declaration(), "SAS-DSH-04"),
        ("declaration", declaration(), "SAS-DSH-03"),
    ],
)
def test_une_ligne_non_lue_peut_restreindre_ce_que_dit_une_autre(
    piece: str, octets: bytes, code: str
) -> None:
    verdict = juger(piece, octets, Voyant(octets, lignes_non_lues=1))
    assert resultats(verdict, code) == {Resultat.NON_VERIFIABLE}
    assert verdict.decision is Decision.COMPLETER
    assert verdict.codes == ()
    assert resultats(juger(piece, octets), code) == {Resultat.CONFORME}


def test_une_ligne_non_lue_n_efface_pas_ce_qui_accuse() -> None:
    verdict = juger("pv", PARTIEL, Voyant(PARTIEL, lignes_non_lues=2))
    assert verdict.decision is Decision.REJETER


def test_les_lignes_non_lues_sont_dites() -> None:
    dossier = bon_avance(pv=numeriser(pv_mes()))
    lu = lire_dossier(dossier, date_depot=DEPOT, ocr=Voyant(pv_mes(), lignes_non_lues=2))
    assert lu.pv is not None
    assert "2 lignes d’écriture n’y ont pas été lues" in str(lu.pv.illisible)


# --- What a misread letter explains never accuses ---


@pytest.mark.parametrize(
    ("piece", "octets", "mepris"),
    [
        ("pv", pv_mes(), {"454": "459"}),
        ("pv", pv_mes(), {"Lisière": "Lisiere", "454": "4S4"}),
        ("pv", pv_mes(), {"Lisière": "Usière"}),
        ("pv", pv_mes(), {"4.2": "42"}),
        ("pv", pv_mes(), {"Agenda": "Agence"}),
        ("formulaire", formulaire(), {"606": "605"}),
        ("formulaire", formulaire(), {"Agenda": "Convention", "Lisière": "Interfaçage"}),
    ],
)
def test_une_lettre_mal_lue_n_accuse_personne(
    piece: str, octets: bytes, mepris: dict[str, str]
) -> None:
    verdict = juger(piece, octets, Voyant(octets, mepris=mepris))
    assert verdict.codes == ()
    assert verdict.decision is Decision.COMPLETER


@pytest.mark.parametrize(
    ("piece", "octets", "vu", "a_la_place"),
    [
        ("formulaire", formulaire(), "000,00", "600,00"),
        ("pv", pv_mes(mise_en_service="3 juin 2025"), "2025", "2026"),
        ("declaration", declaration(), "10/06/2025", "31/06/2025"),
    ],
)
def test_un_montant_ou_une_date_n_accuse_que_tres_sur(
    piece: str, octets: bytes, vu: str, a_la_place: str
) -> None:
    faux = {vu: a_la_place, f"{vu},": f"{a_la_place},"}
    for confiance, accuse in ((0.9, False), (0.99, True)):
        doutes = dict.fromkeys(faux, confiance)
        verdict = juger(piece, octets, Voyant(octets, doutes=doutes, mepris=faux))
        assert bool(verdict.codes) is accuse
        assert verdict.decision is not Decision.ACCEPTER


# --- Boxes ---

A_COCHER = papier(
    Titre("Procès-verbal de mise en service"),
    "Éditeur : Lisière Logiciels SAS, SIREN 903 127 454",
    "Date de mise en service : 3 juin 2025",
    Case("périmètre complet", cochee=False),
    Case("périmètre partiel", cochee=True),
    Visas(("Pour l’ANS", "Claire Vasseur"), ("Pour l’éditeur", "Mathilde Cornevin")),
)


def test_une_case_vue_tranche() -> None:
    assert juger("pv", A_COCHER).decision is Decision.REJETER


def test_une_case_que_personne_ne_voit_laisse_la_question_ouverte() -> None:
    verdict = juger("pv", A_COCHER, Voyant(A_COCHER, aveugle_aux_cases=True))
    assert resultats(verdict, "SAS-MES-02") == {Resultat.NON_VERIFIABLE}
    assert verdict.codes == ()


def test_un_signe_de_case_lu_comme_une_lettre_ne_tranche_pas() -> None:
    ecrit = pv_mes("Périmètre : [X] complet [ ] partiel")
    verdict = juger("pv", ecrit)
    assert resultats(verdict, "SAS-MES-02") == {Resultat.NON_VERIFIABLE}


# --- Hidden layers of scanners ---


def test_une_couche_cachee_qui_dit_autre_chose_est_dite() -> None:
    couche = "La mise en service est prononcée pour le périmètre complet."
    dossier = bon_avance(pv=numeriser(PARTIEL, couche=couche))
    verdict = verifier(lire_dossier(dossier, date_depot=DEPOT, ocr=Voyant(PARTIEL)))
    assert verdict.decision is Decision.REJETER
    constat = next(c for c in verdict.defauts if c.code == "SAS-FIC-04")
    assert "complet" in constat.preuves[0].extrait


def test_une_couche_cachee_sans_rapport_est_dite() -> None:
    couche = "Texte caché qui parle de tout autre chose que ce que la page montre, en vain."
    dossier = bon_avance(pv=numeriser(pv_mes(), couche=couche))
    lu = lire_dossier(dossier, date_depot=DEPOT, ocr=Voyant(pv_mes()))
    assert "SAS-FIC-04" in verifier(lu).codes


@pytest.mark.parametrize("ocr", [Voyant(pv_mes()), False])
def test_une_couche_cachee_fidele_ou_inverifiable_ne_dit_rien(
    ocr: Voyant | Literal[False],
) -> None:
    couche = "La mise en service est prononcée pour le périmètre complet."
    dossier = bon_avance(pv=numeriser(pv_mes(), couche=couche))
    lu = lire_dossier(dossier, date_depot=DEPOT, ocr=ocr)
    assert "SAS-FIC-04" not in verifier(lu).codes


# --- Engines that fail, or are not there ---


class Casse:
    """Raises on every picture."""

    def lire(self, image: ImagePage) -> PageReconnue:
        """Fail."""
        raise ZeroDivisionError


AVEC_ROLE = manifeste('[fichiers]\n"pv.pdf" = "pv_mes"\n')


def test_un_moteur_qui_echoue_laisse_la_page_non_lue() -> None:
    dossier = {**bon_avance(pv=numeriser(pv_mes())), **AVEC_ROLE}
    lu = lire_dossier(dossier, date_depot=DEPOT, ocr=Casse())
    assert lu.pv is not None
    assert "sa reconnaissance optique a échoué (ZeroDivisionError)" in str(lu.pv.illisible)
    assert verifier(lu).decision is Decision.COMPLETER


def test_sans_l_extra_le_motif_dit_ce_qui_permettrait_de_lire(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "installe", lambda: False)
    dossier = {**bon_avance(pv=numeriser(pv_mes())), **AVEC_ROLE}
    lu = lire_dossier(dossier, date_depot=DEPOT)
    assert lu.pv is not None
    assert lu.pv.illisible == (
        "la page 1 est une image (document numérisé) ; l’extra [ocr] permettrait de la lire"
    )


def test_sans_ocr_rien_n_est_lu_ni_propose() -> None:
    dossier = {**bon_avance(pv=numeriser(pv_mes())), **AVEC_ROLE}
    lu = lire_dossier(dossier, date_depot=DEPOT, ocr=False)
    assert lu.pv is not None
    assert lu.pv.illisible == "la page 1 est une image (document numérisé)"
    assert lu.pv.perimetre is None


def test_un_dossier_sans_image_n_appelle_pas_le_moteur() -> None:
    verdict = verifier(lire_dossier(bon_avance(), date_depot=DEPOT, ocr=Casse()))
    assert verdict.decision is Decision.ACCEPTER


def test_l_extra_est_absent_quand_une_de_ses_bibliotheques_manque(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(moteur, "_BIBLIOTHEQUES", ("une_bibliotheque_absente",))
    assert not moteur.installe()


def test_les_faits_d_une_image_se_lisent_comme_les_autres() -> None:
    dossier = bon_avance(pv=numeriser(pv_mes()))
    lu = lire_dossier(dossier, date_depot=DEPOT, ocr=Voyant(pv_mes()))
    assert lu.pv is not None
    assert lu.pv.perimetre is Perimetre.COMPLET
    assert lu.pv.date_constat == dt.date(2025, 6, 3)
    assert lu.pv.illisible == "la page 1 est une image, lue par reconnaissance optique"
