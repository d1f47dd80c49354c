"""Layouts of other tools: leader dots, combs, near columns, empty boxes, cut numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from segur_payment.dossier import ContactsSupport, Formulaire, Partie, Perimetre, PvMiseEnService
from segur_payment.lecture import lire_pieces
from segur_payment.lecture.extraction.numeros import trouver

from .papiers import GAUCHE, Case, Element, Feuille, Fiche, Titre, Visas, papier

FORMULAIRE = Titre("Formulaire de demande d’avance")
PV = (
    Titre("Procès-verbal de mise en service"),
    Fiche((("Éditeur", "Lisière Logiciels SAS"),)),
)


@dataclass(frozen=True)
class Peigne:
    """A label, then a character in each tooth, a blank between the groups."""

    etiquette: str
    groupes: tuple[str, ...]
    pas: float = 13.0

    def poser(self, feuille: Feuille) -> None:
        """Draw it."""
        feuille.ecrire(f"{self.etiquette} :")
        x = GAUCHE + 150
        for groupe in self.groupes:
            for caractere in groupe:
                feuille.ecrire(caractere, x=x)
                x += self.pas
            x += self.pas / 2
        feuille.descendre(20)


@dataclass(frozen=True)
class Grille:
    """Labels side by side, each right above its value."""

    etiquettes: tuple[str, str]
    valeurs: tuple[str, str]

    def poser(self, feuille: Feuille) -> None:
        """Draw them."""
        for ligne, suite in ((self.etiquettes, 13), (self.valeurs, 28)):
            for rang, texte in enumerate(ligne):
                feuille.ecrire(texte, x=GAUCHE + 240 * rang)
            feuille.descendre(suite)


def formulaire(*elements: Element) -> Formulaire:
    (piece,) = lire_pieces({"f.pdf": papier(FORMULAIRE, *elements)}).pieces
    assert isinstance(piece, Formulaire)
    return piece


def pv(*elements: Element) -> PvMiseEnService:
    (piece,) = lire_pieces({"pv.pdf": papier(*PV, *elements)}).pieces
    assert isinstance(piece, PvMiseEnService)
    return piece


@pytest.mark.parametrize(
    "points", [" . . . . . . . . ", "..............", " ........... ", " ………… "]
)
def test_des_points_de_conduite_menent_a_la_valeur(points: str) -> None:
    lu = formulaire(
        f"Raison sociale{points}Lisière Logiciels", f"Montant demandé{points}30 000,00 € HT"
    )
    assert lu.editeur is not None
    assert lu.editeur.raison_sociale == "Lisière Logiciels"
    assert lu.montant == 30_000
    assert lu.champs_vides == ()


def test_des_points_qui_ne_menent_a_rien_disent_un_champ_vide() -> None:
    assert formulaire("Raison sociale : Lisière", "IBAN ..............").champs_vides == ("IBAN",)


def test_un_caractere_par_dent_fait_des_mots() -> None:
    lu = formulaire(
        Peigne("SIRET", ("732829320", "00074")),
        Peigne("Montant HT", ("30", "000", ",00")),
        Peigne("IBAN", ("FR14", "2004", "1010", "0505", "0001", "3M02", "606"), 11),
        Peigne("Fait à Brest, le", ("05", "06", "2025")),
    )
    assert lu.editeur is not None
    assert lu.editeur.siret == "732829320 00074"
    assert lu.montant == 30_000
    assert lu.date == dt.date(2025, 6, 5)
    assert lu.iban == "FR14 2004 1010 0505 0001 3M02 606"


def test_des_chiffres_en_colonnes_larges_ne_sont_pas_un_peigne() -> None:
    assert formulaire(Peigne("Montant HT", ("30000",), 60)).montant != 30_000


def test_une_etiquette_a_sa_valeur_dessous_non_l_etiquette_d_a_cote() -> None:
    lu = formulaire(
        Grille(("Raison sociale", "Téléphone"), ("Lisière Logiciels", "01 42 68 53 00")),
        Grille(("Solution et version", "PV de mise en service du"), ("Orme 3", "5 juin 2025")),
        Grille(("Montant demandé HT", "Banque (BIC)"), ("30 000,00 €", "AGRIFRPP835")),
    )
    assert lu.solution is not None
    assert lu.solution.nom == "Orme 3"
    assert lu.montant == 30_000
    assert lu.champs_vides == ()


def test_le_titre_de_la_section_suivante_n_est_pas_une_valeur() -> None:
    coordonnees = Fiche((("Courriel", "a@lisiere.example.fr"), ("Téléphone du contact", "")))
    assert "Téléphone du contact" in formulaire(coordonnees, "B – Votre logiciel").champs_vides


@pytest.mark.parametrize(
    ("nature", "texte", "valeur"),
    [
        ("siren", "SIREN 732 829\n320.", "732 829\n320"),
        ("iban", "IBAN FR14 2004 1010 0505 0001\n3M02 606", "FR14 2004 1010 0505 0001\n3M02 606"),
        ("siret", "SIRET 732 829 320\n00074", "732 829 320\n00074"),
    ],
)
def test_un_numero_coupe_par_une_fin_de_ligne_se_lit_entier(
    nature: str, texte: str, valeur: str
) -> None:
    assert [t.valeur.split() for t in trouver(nature, texte)] == [valeur.split()]


def test_un_numero_trop_court_reste_trop_court() -> None:
    assert [t.valeur for t in trouver("siren", "SIREN 732 829\nTéléphone 01 42 68 53 00")] == [
        "732 829"
    ]


def test_une_case_vide_sous_le_mot_perimetre_n_est_pas_un_perimetre() -> None:
    vides = (Case("Périmètre complet", False), Case("Périmètre partiel", False))
    assert pv(*vides).perimetre is None
    assert pv(Case("Périmètre complet", True), vides[1]).perimetre is Perimetre.COMPLET


@pytest.mark.parametrize(
    "phrase",
    [
        "La prise de rendez-vous n’est pas comprise dans la présente mise en service.",
        "Le PV acte la tranche 1. La tranche 2, qui porte sur les CPTS, est planifiée pour 2026.",
        "Le flux INT_R04 sera ouvert plus tard : il reste à livrer.",
    ],
)
def test_un_element_laisse_de_cote_fait_un_perimetre_partiel(phrase: str) -> None:
    assert pv(phrase).perimetre is Perimetre.PARTIEL


@pytest.mark.parametrize(
    "phrase",
    [
        "L’ancien produit, jamais raccordé, n’est pas concerné. Périmètre complet.",
        "Aucune interface ne reste à ouvrir : la mise en service porte sur le périmètre complet.",
        "Périmètre complet. La mise en service partielle un temps envisagée n’a pas eu lieu.",
    ],
)
def test_ce_qui_ne_retire_rien_laisse_le_perimetre_complet(phrase: str) -> None:
    assert pv(phrase).perimetre is Perimetre.COMPLET


def signe(pour: str) -> tuple[str, ...]:
    return (pour, "Claire Vasseur", "Signé électroniquement le 05/06/2025")


@pytest.mark.parametrize(
    ("ans", "editeur"),
    [
        (signe("Pour l’Agence"), signe("Pour Lisière Logiciels")),
        (signe("Agence du numérique en santé"), signe("Éditeur")),
        (signe("L’ANS"), signe("Lisière Logiciels")),
    ],
)
def test_le_bloc_de_signature_l_emporte_sur_la_liste_des_presents(
    ans: tuple[str, ...], editeur: tuple[str, ...]
) -> None:
    presents = Visas(("Pour l’ANS", "Mme Vasseur"), ("Pour l’éditeur", "M. Durand"))
    lu = pv(presents, "Les parties constatent le périmètre complet.", Visas(ans, editeur))
    assert {s.partie for s in lu.signatures} == set(Partie)


def test_un_bloc_vide_ne_prend_pas_la_signature_de_son_voisin() -> None:
    lu = pv("Périmètre complet.", Visas(signe("Pour l’ANS"), ("Pour l’éditeur", "Paul Durand")))
    assert [s.partie for s in lu.signatures] == [Partie.ANS]
    assert [b.partie for b in lu.blocs_vides] == [Partie.EDITEUR]


@pytest.mark.parametrize(
    ("phrase", "servis"),
    [
        ("Contact for the regulation of the medical cabinet, by e-mail to the office: a@b.fr", 0),
        ("Pour la régulation et les cabinets : support@lisiere.example.fr", 2),
        ("Support / Help desk – régulateurs et effecteurs: support@lisiere.example.fr", 2),
    ],
)
def test_un_texte_anglais_ne_sert_personne(phrase: str, servis: int) -> None:
    (piece,) = lire_pieces({"s.pdf": papier(Titre("Coordonnées du support"), phrase)}).pieces
    assert isinstance(piece, ContactsSupport)
    assert len({p for c in piece.canaux for p in c.publics}) == servis
