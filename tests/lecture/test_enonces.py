"""Statements in many voices: each defect beside its harmless neighbour."""

from __future__ import annotations

import re

import pytest

from segur_payment.dossier import DossierSolde, Phase, Public
from segur_payment.langue.normalisation import Texte
from segur_payment.lecture import lire_dossier
from segur_payment.lecture.extraction.affaiblissement import affaiblissement
from segur_payment.lecture.extraction.exceptions import exceptions_de
from segur_payment.lecture.extraction.modalites import Etat, etat_de

from .papiers import (
    COMMUNICATION,
    CRENEAUX,
    DEPOT,
    FORMATION,
    bon_avance,
    bon_solde,
    cgu,
    declaration,
    juger,
    support,
)

TYPES = "l’ensemble des types de créneaux de l’ensemble des effecteurs clients"


def codes_de(famille: str, *attestations: str) -> str:
    """The last digits of the codes that fire on a declaration made of these attestations."""
    verdict = juger(bon_avance(declaration=declaration(*attestations)), Phase.AVANCE)
    return " ".join(sorted(c[-2:] for c in verdict.codes if re.match(famille, c)))


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("Un kit de prise en main a été remis aux médecins régulateurs.", ""),
        ("Un kit de prise en main a été remis aux médecins effecteurs.", "02"),
        ("Production des supports pédagogiques régulateurs : réalisée.", ""),
        ("Production des supports pédagogiques régulateurs : à réaliser.", "02"),
        ("Les fiches de formation que les régulateurs utilisent existent.", ""),
        ("Nous concevrons les fiches de formation que les régulateurs utiliseront.", "02"),
        ("Les documents de formation ont été produits ; ils s’adressent aux régulateurs.", ""),
        ("Les documents de formation ont été produits ; ils s’adressent aux patients.", "02"),
        ("LES DOCUMENTS DE FORMATION A DESTINATION DES REGULATEURS ONT ETE PRODUITS", ""),
        ("de l’absence, à ce jour, de documents de formation pour les régulateurs", "02"),
    ],
)
def test_la_formation_dans_d_autres_voix(phrase: str, codes: str) -> None:
    assert codes_de("SAS-DSH-0[1-6]", phrase, COMMUNICATION, CRENEAUX) == codes


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("Chaque effecteur client a reçu notre message d’information.", ""),
        ("Les effecteurs ayant répondu à l’enquête ont reçu notre message d’information.", "03"),
        ("avoir prévenu nos 1 240 effecteurs, tous sans distinction", ""),
        ("avoir prévenu 310 de nos 1 240 effecteurs", "03"),
        ("l’information des effecteurs a été faite, y compris ceux des régions pilotes", ""),
        ("l’information des effecteurs des régions pilotes a été faite", "03"),
        ("aucun effecteur n’a été laissé à l’écart de la campagne de communication", ""),
        ("aucune campagne de communication n’a encore visé les effecteurs", "03"),
        ("Communication effecteurs : 100 % de la base contactée", ""),
        ("Communication effecteurs : 60 % de la base contactée", "03"),
        ("L’ensemble des effecteurs a reçu la communication prévue.", ""),
        ("L’ensemble des effecteurs recevra la communication prévue.", "03"),
        ("La notification a été adressée à tous les effecteurs.", ""),
        ("La notification n’a été adressée qu’aux effecteurs de l’Isère.", "03"),
        ("que chaque médecin effecteur inscrit à la newsletter a été prévenu", "03"),
    ],
)
def test_la_communication_dans_d_autres_voix(phrase: str, codes: str) -> None:
    assert codes_de("SAS-DSH-0[1-6]", FORMATION, phrase, CRENEAUX) == codes


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        (f"L’éditeur garantit la remontée de {TYPES}.", ""),
        (f"L’éditeur tâchera d’assurer la remontée de {TYPES}.", "04"),
        (f"l’engagement, sans réserve, de remonter {TYPES}", ""),
        (f"l’engagement de remonter {TYPES}, sous réserve de faisabilité technique", "04"),
        (f"l’engagement de remonter {TYPES}, aucun type n’étant exclu", ""),
        (f"l’engagement de remonter {TYPES}, le type SNP étant exclu", "05"),
        (f"l’engagement de remonter {TYPES}, y compris les soins non programmés", ""),
        ("l’engagement de remonter deux des quatre types de créneaux de tous les effecteurs", "05"),
        (f"l’engagement de remonter {TYPES}, sans condition de volontariat", ""),
        (f"l’engagement de remonter {TYPES}, sur la base du volontariat", "06"),
        (
            f"l’engagement de remonter {TYPES}. Il n’est fait exception que pour ceux qui ont "
            "signifié, dans la plateforme numérique SAS elle-même, leur refus.",
            "",
        ),
        (f"l’engagement de remonter {TYPES}. Les remplaçants ne sont pas concernés.", "06"),
        (
            f"l’engagement de remonter {TYPES}. Seuls en sont exclus les effecteurs qui, depuis "
            "leur compte sur la plateforme numérique SAS, ont fait connaître leur refus. Un refus "
            "exprimé par courriel ne suspend pas la remontée.",
            "",
        ),
        (
            f"l’engagement de remonter {TYPES}, tout refus adressé par lettre à l’éditeur pouvant "
            "y faire obstacle",
            "06",
        ),
        (f"l’engagement de remonter {TYPES}, qu’ils exercent en cabinet ou en centre", ""),
        (
            "l’engagement de remonter l’ensemble des types de créneaux des effecteurs clients "
            "exerçant en maison de santé",
            "06",
        ),
    ],
)
def test_l_engagement_dans_d_autres_voix(phrase: str, codes: str) -> None:
    assert codes_de("SAS-DSH-0[1-6]", FORMATION, COMMUNICATION, phrase) == codes


def test_les_attestations_peuvent_tenir_en_une_phrase() -> None:
    phrase = (
        "que (i) la documentation de formation des régulateurs a été produite, (ii) tous les "
        f"effecteurs ont bénéficié de la communication, (iii) l’entreprise s’engage à remonter "
        f"{TYPES}, sous la seule exception des effecteurs dont le refus a été signifié dans la "
        "plateforme numérique SAS."
    )
    assert codes_de("SAS-DSH-0[1-6]", phrase) == ""


@pytest.mark.parametrize(
    ("clause", "dite"),
    [
        ("Une partie de vos données part vers la plateforme numérique SAS, gérée par l’ANS.", True),
        ("Une partie de vos données part vers notre prestataire d’envoi de SMS.", False),
        ("Destinataires de vos données : ANS, au titre du Service d’Accès aux Soins.", True),
        ("Destinataires de vos données : Doctofact SAS, pour la facturation.", False),
        ("Nous n’envoyons à la plateforme numérique SAS que vos créneaux libres.", True),
        ("Nous n’envoyons à la plateforme numérique SAS ni vos créneaux ni votre nom.", False),
        ("Vos données ne sont cédées à aucun tiers, sauf à la plateforme numérique SAS.", True),
        ("Vos données ne sont cédées à aucun tiers, plateforme numérique SAS comprise.", False),
        ("Vos données patients ne sont jamais transmises ; seules vos disponibilités le sont, à la "
         "plateforme numérique SAS.", True),
        ("Aucune donnée n’est, à ce jour, transmise à la plateforme numérique SAS.", False),
        ("À défaut d’accord écrit, vos créneaux ne remontent pas dans la plateforme SAS.", False),
        ("La plateforme numérique SAS pourra, si vous signez un avenant, recevoir vos créneaux.",
         False),
    ],
)  # fmt: skip
def test_la_clause_dans_d_autres_voix(clause: str, dite: bool) -> None:
    verdict = juger(bon_avance(cgu=cgu(clause)), Phase.AVANCE)
    assert ("SAS-TRD-02" not in verdict.codes) is dite


@pytest.mark.parametrize(
    ("lignes", "publics"),
    [
        (("Assistance aux cabinets médicaux : 04 76 00 11 23",), {Public.EFFECTEURS}),
        (("Portail ouvert aux effecteurs mais pas aux régulateurs : https://a.lisiere.fr",),
         {Public.EFFECTEURS}),
        (("Régulateurs : – ; effecteurs : aide@lisiere.fr",), {Public.EFFECTEURS}),
        (("Écrivez à aide@lisiere.fr. Service ouvert aux régulateurs ainsi qu’aux effecteurs.",),
         set(Public)),
        (("Régulateurs et effecteurs : https ://aide.lisiere.fr/contact",), set(Public)),
    ],
)  # fmt: skip
def test_les_publics_du_support_dans_d_autres_voix(
    lignes: tuple[str, ...], publics: set[Public]
) -> None:
    dossier = lire_dossier(bon_solde(support=support(*lignes)), date_depot=DEPOT)
    assert isinstance(dossier, DossierSolde)
    assert dossier.support is not None
    assert {p for p in Public if dossier.support.sert(p)} == publics


def test_un_lien_ecrit_a_la_francaise_n_est_pas_un_defaut() -> None:
    ligne = "Régulateurs et effecteurs : https ://aide.lisiere.fr/contact"
    assert juger(bon_solde(support=support(ligne)), Phase.SOLDE).codes == ()


def test_une_fiche_de_contacts_par_public_suffit() -> None:
    pieces = bon_solde(support=support("Régulateurs : 02 61 91 40 12"))
    pieces = {**pieces, "effecteurs.pdf": support("Effecteurs : aide@lisiere.fr")}
    assert juger(pieces, Phase.SOLDE).codes == ()


@pytest.mark.parametrize("graine", ["refus ", "sauf ", "effecteurs ", "n'a pas ", "a ", ", "])
def test_un_texte_sans_fin_se_lit_quand_meme(graine: str) -> None:
    texte = graine * (20_000 // len(graine))
    assert affaiblissement(texte) is None
    assert isinstance(etat_de(texte), Etat)
    assert len(exceptions_de(Texte.de(texte))) <= len(texte)


def test_une_exception_et_une_restriction_se_citent_dans_les_mots_du_document() -> None:
    papiers = bon_avance(
        declaration=declaration(
            FORMATION,
            "– une communication a été adressée aux seuls effecteurs Référencés ;",
            "– nous nous efforçons de remonter les créneaux de l’ensemble des effecteurs clients, "
            "sauf ceux des Médecins remplaçants.",
        )
    )
    verdict = juger(papiers, Phase.AVANCE)
    trouves = {c.trouve for c in verdict.constats}
    assert "sauf ceux des Médecins remplaçants" in trouves
    assert "seuls" in trouves
    assert "nous efforçons" in trouves
