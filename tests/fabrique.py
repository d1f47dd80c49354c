"""Good dossiers, built by hand, that each test changes in one place."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    CanalSupport,
    ContactsSupport,
    DeclarationHonneur,
    Demande,
    DossierAvance,
    DossierSolde,
    Editeur,
    EngagementCreneaux,
    ExceptionRemontee,
    Fichier,
    Formulaire,
    JustificatifTransmission,
    NatureCanal,
    NatureJustificatif,
    Partie,
    Perimetre,
    Phase,
    Portee,
    Preuve,
    Public,
    PvMiseEnService,
    PvVsr,
    ResultatVsr,
    Signature,
    SolutionLogicielle,
    Taxe,
    TypePiece,
)

DEPOT = dt.date(2025, 7, 1)
EDITEUR = Editeur(
    raison_sociale="Logiciel Exemple SAS",
    siren="732 829 320",
    siret="732 829 320 00074",
    tva="FR44732829320",
)
SOLUTION = SolutionLogicielle(nom="Agenda Exemple", version="3.2")
ANS = Signature(
    partie=Partie.ANS,
    signataire="Jeanne Martin",
    qualite="directrice de projet",
    date=dt.date(2025, 6, 4),
)
SIGNATURE = Signature(
    partie=Partie.EDITEUR,
    signataire="Paul Durand",
    qualite="président",
    date=dt.date(2025, 6, 4),
)


def preuve(extrait: str, nom: str = "piece.pdf") -> Preuve:
    return Preuve(fichier=nom, sha256="a" * 64, page=1, extrait=extrait)


def fichier(nom: str = "pv.pdf", /, **changements: Any) -> Fichier:
    base: dict[str, Any] = {
        "nom": nom,
        "sha256": nom.encode().hex().ljust(64, "0"),
        "taille": 1000,
        "pages": 1,
        "pieces": (TypePiece.PV_MES,),
    }
    return Fichier(**base | changements)


def demande(**changements: Any) -> Demande:
    return Demande(**{"date_depot": DEPOT} | changements)


def formulaire(phase: Phase = Phase.AVANCE, /, **changements: Any) -> Formulaire:
    base: dict[str, Any] = {
        "phase": phase,
        "montant": Decimal("30000.00") if phase is Phase.AVANCE else Decimal("70000.00"),
        "taxe": Taxe.HT,
        "iban": "FR14 2004 1010 0505 0001 3M02 606",
        "bic": "PSSTFRPPLIL",
        "avance_versee": True if phase is Phase.SOLDE else None,
        "editeur": EDITEUR,
        "solution": SOLUTION,
        "date": dt.date(2025, 6, 30),
        "signatures": (SIGNATURE,),
        "preuves": {"editeur": (preuve("732 829 320", "form.pdf"),)},
    }
    return Formulaire(**base | changements)


def pv_mes(**changements: Any) -> PvMiseEnService:
    return PvMiseEnService(**_pv() | {"date_constat": dt.date(2025, 6, 3)} | changements)


def pv_vsr(**changements: Any) -> PvVsr:
    base = {
        "date_constat": dt.date(2025, 6, 3),
        "date_mise_en_service": dt.date(2025, 3, 3),
        "resultat": ResultatVsr.FAVORABLE,
    }
    return PvVsr(**_pv() | base | changements)


def _pv() -> dict[str, Any]:
    return {
        "perimetre": Perimetre.COMPLET,
        "editeur": EDITEUR,
        "solution": SOLUTION,
        "date": dt.date(2025, 6, 4),
        "signatures": (ANS, SIGNATURE),
        "preuves": {"perimetre": (preuve("pour le périmètre complet", "pv.pdf"),)},
    }


def engagement(**changements: Any) -> EngagementCreneaux:
    prevue = ExceptionRemontee(texte="refus dit dans la plateforme numérique SAS", prevue=True)
    base: dict[str, Any] = {
        "ferme": True,
        "portee_types": Portee.ENSEMBLE,
        "exceptions": (prevue,),
    }
    return EngagementCreneaux(**base | changements)


def declaration(**changements: Any) -> DeclarationHonneur:
    base: dict[str, Any] = {
        "sur_l_honneur": True,
        "formation": AttestationFormation(publics=(Public.REGULATEURS,), accomplie=True),
        "communication": AttestationCommunication(portee=Portee.ENSEMBLE, accomplie=True),
        "creneaux": engagement(),
        "editeur": EDITEUR,
        "solution": SOLUTION,
        "date": dt.date(2025, 6, 20),
        "signatures": (SIGNATURE,),
    }
    return DeclarationHonneur(**base | changements)


def cgu(**changements: Any) -> JustificatifTransmission:
    base: dict[str, Any] = {
        "nature": NatureJustificatif.CGU,
        "clause": "une partie de vos données est transmise à la plateforme numérique SAS",
        "editeur": EDITEUR,
        "solution": SOLUTION,
    }
    return JustificatifTransmission(**base | changements)


def canal(**changements: Any) -> CanalSupport:
    base: dict[str, Any] = {
        "nature": NatureCanal.PLATEFORME,
        "lien": "https://support.editeur-exemple.fr",
        "publics": tuple(Public),
    }
    return CanalSupport(**base | changements)


def support(*canaux: CanalSupport, **changements: Any) -> ContactsSupport:
    return ContactsSupport(**{"canaux": canaux or (canal(),)} | changements)


def bon_avance(**changements: Any) -> DossierAvance:
    base: dict[str, Any] = {
        "demande": demande(),
        "formulaire": formulaire(),
        "pv": pv_mes(),
        "declaration": declaration(),
        "justificatifs": (cgu(),),
    }
    return DossierAvance(**base | changements)


def bon_solde(**changements: Any) -> DossierSolde:
    base: dict[str, Any] = {
        "demande": demande(),
        "formulaire": formulaire(Phase.SOLDE),
        "pv": pv_vsr(),
        "support": support(),
    }
    return DossierSolde(**base | changements)
