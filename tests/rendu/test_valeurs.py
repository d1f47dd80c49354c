"""What was read, in French words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from segur_payment import (
    AttestationCommunication,
    AttestationFormation,
    DeclarationHonneur,
    Editeur,
    EngagementCreneaux,
    ExceptionRemontee,
    Formulaire,
    JustificatifTransmission,
    NatureJustificatif,
    NatureSignature,
    Partie,
    Perimetre,
    Phase,
    Portee,
    Public,
    PvMiseEnService,
    PvVsr,
    ResultatVsr,
    Signature,
    SolutionLogicielle,
    Taxe,
    TypeCreneau,
)

from .faits import dits, preuve, un

JOUR = dt.date(2025, 3, 3)


@pytest.mark.parametrize(
    ("champs", "nom", "attendu"),
    [
        ({"phase": Phase.SOLDE}, "Phase demandée", "solde"),
        ({"montant": Decimal("30000"), "taxe": Taxe.HT}, "Montant demandé", "30 000,00 € HT"),
        ({"montant": Decimal("36000"), "taxe": Taxe.TTC}, "Montant demandé", "36 000,00 € TTC"),
        ({"montant": Decimal("3")}, "Montant demandé", "3,00 €, sans dire HT ni TTC"),
        ({"iban": "FR14 2004"}, "IBAN", "FR14 2004"),
        ({"bic": "PSSTFRPPLIL"}, "BIC", "PSSTFRPPLIL"),
        ({"avance_versee": True}, "Avance déjà versée", "oui"),
        ({"avance_versee": False}, "Avance déjà versée", "non"),
        ({"champs_vides": ("Ville", "BIC")}, "Champs laissés vides", "« Ville », « BIC »"),
        ({"date": JOUR}, "Date du document", "3 mars 2025"),
        (
            {"editeur": Editeur(raison_sociale="Lisière", siren="732829320")},
            "Éditeur",
            "Lisière, SIREN 732829320",
        ),
        ({"editeur": Editeur(siret="1")}, "Éditeur", "nom non trouvé, SIRET 1"),
        (
            {"solution": SolutionLogicielle(nom="Agenda", version="4.2")},
            "Solution logicielle",
            "Agenda, version « 4.2 »",
        ),
    ],
)
def test_formulaire_en_mots(champs: dict[str, Any], nom: str, attendu: str) -> None:
    assert un(Formulaire(**champs), nom) == attendu


def test_pv_en_mots() -> None:
    pv = PvVsr(
        perimetre=Perimetre.PARTIEL,
        resultat=ResultatVsr.AJOURNEE,
        date_constat=JOUR,
        date_mise_en_service=dt.date(2025, 1, 1),
        reserves="écran à revoir",
        preuves={"reserves": (preuve("écran à revoir"),)},
    )
    assert un(pv, "Périmètre") == "partiel"
    assert un(pv, "Résultat de la VSR") == "ajournée"
    assert un(pv, "Date de la décision de VSR") == "3 mars 2025"
    assert un(pv, "Date de la mise en service") == "1er janvier 2025"
    assert un(pv, "Réserves") == "présentes"  # the quotation below says them
    assert un(PvVsr(reserves="écran"), "Réserves") == "« écran »"
    assert un(PvMiseEnService(date_constat=JOUR), "Date de la mise en service") == "3 mars 2025"


def test_declaration_en_mots() -> None:
    dite = DeclarationHonneur(
        sur_l_honneur=True,
        formation=AttestationFormation(
            publics=(Public.REGULATEURS, Public.EFFECTEURS), accomplie=True
        ),
        communication=AttestationCommunication(portee=Portee.ENSEMBLE, accomplie=True),
        creneaux=EngagementCreneaux(
            ferme=True,
            portee_types=Portee.ENSEMBLE,
            types_cites=(TypeCreneau.PRO,),
            exceptions=(ExceptionRemontee(texte="x", prevue=True),),
        ),
    )
    assert un(dite, "Mention « sur l’honneur »") == "présente"
    assert (
        un(dite, "Attestation de formation")
        == "documents produits, pour les régulateurs et les effecteurs"
    )
    assert un(dite, "Attestation de communication") == "à l’ensemble des effecteurs"
    assert un(dite, "Engagement sur les créneaux") == (
        "ferme ; tous les types de créneaux (types cités : PRO) ; "
        "exception admise, le refus signifié dans la plateforme : « x »"
    )


def test_declaration_affaiblie_cite_les_mots_du_document() -> None:
    affaiblie = DeclarationHonneur(
        sur_l_honneur=False,
        formation=AttestationFormation(accomplie=False, publics=()),
        communication=AttestationCommunication(
            portee=Portee.RESTREINTE, restriction="volontaires", accomplie=False
        ),
        creneaux=EngagementCreneaux(
            ferme=False,
            affaiblissement="s’efforcera",
            portee_types=Portee.RESTREINTE,
            exceptions=(ExceptionRemontee(texte="sauf ceux des Médecins", prevue=False),),
        ),
    )
    assert un(affaiblie, "Mention « sur l’honneur »") == "non trouvée"
    formation = "documents produits, seulement promis, public non trouvé"
    assert un(affaiblie, "Attestation de formation") == formation
    assert (
        un(affaiblie, "Attestation de communication")
        == "restreinte : « volontaires », seulement promise"
    )
    assert un(affaiblie, "Engagement sur les créneaux") == (
        "affaibli : « s’efforcera » ; certains types de créneaux seulement ; exception autre que "
        "le refus signifié dans la plateforme : « sauf ceux des Médecins »"
    )


@pytest.mark.parametrize(
    ("nature", "attendu"),
    [
        (NatureJustificatif.CGU, "conditions générales d’utilisation (CGU)"),
        (NatureJustificatif.CONTRATS, "contrats"),
        (NatureJustificatif.AUTRE, "ni CGU, ni contrats"),
    ],
)
def test_justificatif_en_mots(nature: NatureJustificatif, attendu: str) -> None:
    piece = JustificatifTransmission(nature=nature, clause="Des données", contrats_signes=False)
    assert un(piece, "Nature du justificatif") == attendu
    assert un(piece, "Clause de transmission des données") == "« Des données »"
    assert un(piece, "Contrats signés") == "non"
    assert "Signatures" not in dits(piece)


@pytest.mark.parametrize(
    ("lue", "attendu"),
    [
        (
            Signature(
                partie=Partie.ANS, nature=NatureSignature.MANUSCRITE, signataire="Jeanne Martin",
                qualite="directrice", date=JOUR,
            ),
            "signature manuscrite (image) de Jeanne Martin, directrice, le 3 mars 2025, pour l’ANS",
        ),
        (
            Signature(partie=Partie.EDITEUR, signataire="Élise Roy"),
            "mention de signature d’Élise Roy, date non trouvée, pour l’éditeur",
        ),
        (
            Signature(nature=NatureSignature.NUMERIQUE, integre=True, identite_prouvee=False),
            "signature numérique, nom non trouvé, date non trouvée, sans que l’on sache pour qui, "
            "document intact depuis, identité non prouvée",
        ),
        (
            Signature(partie=Partie.ANS, nature=NatureSignature.NUMERIQUE, integre=False),
            "signature numérique, nom non trouvé, date non trouvée, pour l’ANS, "
            "document modifié depuis, identité non contrôlée",
        ),
    ],
)  # fmt: skip
def test_signatures_en_mots(lue: Signature, attendu: str) -> None:
    piece = JustificatifTransmission(signatures=(lue,))
    assert un(piece, "Signatures") == attendu


def test_les_mots_d_un_document_restent_des_mots() -> None:
    hostile = "x\x1b[2J\u202e" * 200
    piece = Formulaire(
        editeur=Editeur(raison_sociale=hostile, siren=hostile),
        solution=SolutionLogicielle(nom=hostile, version=hostile),
        iban=hostile,
        champs_vides=(hostile,),
        signatures=(Signature(partie=Partie.EDITEUR, signataire=hostile, qualite=hostile),),
        incertitudes={"phase": hostile},
    )
    for textes in dits(piece).values():
        for texte in textes:
            assert not {"\x1b", "\u202e"} & set(texte)
            assert len(texte) < 800
