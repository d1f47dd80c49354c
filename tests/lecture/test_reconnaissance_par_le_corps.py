"""Without a title that says it, the words of the body tell a piece; so they do on its side."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from segur_payment.dossier import Phase, TypePiece
from segur_payment.lecture import lire_dossier
from segur_payment.verdict import Decision

from .papiers import (
    COMMUNICATION,
    CRENEAUX,
    DEPOT,
    FORMATION,
    Titre,
    bon_avance,
    juger,
    papier,
    pv_mes,
    reunir,
)

CORPS_CGU = (
    "1. Objet",
    "Les présentes fixent les règles d’utilisation du logiciel par les praticiens.",
    "2. Accès",
    "L’utilisateur garde son mot de passe secret.",
    "3. Litiges",
    "Les présentes sont soumises au droit français.",
)
CONSTAT = (
    "Les parties constatent la mise en production de l’interface avec la plateforme numérique SAS.",
    "Le périmètre mis en service est complet.",
    "Pour l’ANS : Hélène Vasseur – Pour l’éditeur : Marc Tell",
)


@pytest.mark.parametrize(
    ("elements", "type_"),
    [
        ((Titre("P R O C È S - V E R B A L   D E   M I S E   E N   S E R V I C E"), *CONSTAT),
         TypePiece.PV_MES),
        ((Titre("Procès-verbal"), *CONSTAT), TypePiece.PV_MES),
        (CONSTAT, TypePiece.PV_MES),
        (CORPS_CGU, TypePiece.JUSTIFICATIF),
        ((Titre("Règles d’utilisation"), *CORPS_CGU), TypePiece.JUSTIFICATIF),
        ((Titre("Vos interlocuteurs"), "Régulateurs : composez le 02 61 91 40 12, 7 j/7",
          "Effecteurs : écrivez à aide@lisiere.fr"), TypePiece.SUPPORT),
        (("Madame, Monsieur, veuillez trouver ci-joint le formulaire de demande d’avance, le "
          "procès-verbal de mise en service et la déclaration sur l’honneur. Salutations.",),
         TypePiece.AUTRE),
    ],
)  # fmt: skip
def test_le_corps_fait_reconnaitre_la_piece(
    elements: tuple[Titre | str, ...], type_: TypePiece
) -> None:
    (fichier,) = lire_dossier(
        {"x.pdf": papier(*elements)}, date_depot=DEPOT, phase=Phase.AVANCE
    ).fichiers
    assert fichier.pieces == (type_,)


def test_une_piece_sans_titre_commence_aussi_dans_un_fichier_commun() -> None:
    lettre = papier(
        "Je soussignée Mathilde Cornevin, présidente de Lisière Logiciels SAS, atteste sur "
        "l’honneur :",
        *(FORMATION, COMMUNICATION, CRENEAUX),
    )
    (fichier,) = lire_dossier(
        {"x.pdf": reunir(papier(Titre("PV de mise en service"), *CONSTAT), lettre)},
        date_depot=DEPOT,
    ).fichiers
    assert fichier.pieces == (TypePiece.PV_MES, TypePiece.DECLARATION)


@pytest.mark.parametrize("angle", [90, 270])
def test_une_page_couchee_se_lit_comme_une_autre(angle: int) -> None:
    feuille = PdfWriter(clone_from=PdfReader(io.BytesIO(pv_mes())))
    feuille.pages[0].rotate(angle)
    tampon = io.BytesIO()
    feuille.write(tampon)
    verdict = juger(bon_avance(pv=tampon.getvalue()))
    assert (verdict.decision, verdict.codes) == (Decision.ACCEPTER, ())
