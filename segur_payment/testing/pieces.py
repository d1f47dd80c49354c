"""One good piece of each kind; the dates are counted back from the day of deposit."""

from __future__ import annotations

import datetime as dt

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    CanalSupport,
    ContactsSupport,
    DeclarationHonneur,
    Editeur,
    EngagementCreneaux,
    ExceptionRemontee,
    Formulaire,
    JustificatifTransmission,
    NatureCanal,
    NatureJustificatif,
    Partie,
    Perimetre,
    Phase,
    Portee,
    Public,
    PvMiseEnService,
    PvVsr,
    ResultatVsr,
    Signature,
    Taxe,
)
from segur_payment.referentiel import SAS
from segur_payment.testing.identites import LISIERE, EditeurFictif

DEPOT = dt.date(2025, 7, 1)
"""Day of deposit of a dossier, unless another is given."""

CLAUSE = (
    "L’effecteur est informé qu’une partie de ses données est transmise à la plateforme numérique "
    "SAS, conformément à la Convention d’interfaçage."
)
EXCEPTION_PREVUE = ExceptionRemontee(
    texte="ceux ayant signifié dans la plateforme numérique SAS leur refus", prevue=True
)


def signature_ans(date: dt.date) -> Signature:
    """The mention of signature of the ANS."""
    return Signature(
        partie=Partie.ANS, signataire="Claire Vasseur", qualite="directrice de programme", date=date
    )


def signature_editeur(societe: EditeurFictif, date: dt.date | None) -> Signature:
    """The mention of signature of the éditeur."""
    return Signature(
        partie=Partie.EDITEUR, signataire=societe.signataire, qualite=societe.qualite, date=date
    )


def formulaire(
    phase: Phase, societe: EditeurFictif = LISIERE, date_depot: dt.date = DEPOT
) -> Formulaire:
    """The ASP form of ``phase``, for its fixed amount HT."""
    jour = date_depot - dt.timedelta(days=7)
    return Formulaire(
        phase=phase,
        montant=SAS.montant(phase, date_depot),
        taxe=Taxe.HT,
        iban=societe.iban,
        bic=societe.bic,
        avance_versee=True if phase is Phase.SOLDE else None,
        editeur=societe.editeur,
        solution=societe.logiciel,
        date=jour,
        signatures=(signature_editeur(societe, jour),),
    )


def pv_mise_en_service(
    societe: EditeurFictif = LISIERE, date_depot: dt.date = DEPOT
) -> PvMiseEnService:
    """The PV de mise en service, complete perimeter, signed by both parties."""
    jour = date_depot - dt.timedelta(days=26)
    return PvMiseEnService(
        perimetre=Perimetre.COMPLET,
        date_constat=jour - dt.timedelta(days=2),
        editeur=_sans_fiscalite(societe),
        solution=societe.logiciel,
        date=jour,
        signatures=(signature_ans(jour), signature_editeur(societe, jour)),
    )


def pv_vsr(societe: EditeurFictif = LISIERE, date_depot: dt.date = DEPOT) -> PvVsr:
    """The PV de vérification de service régulier: favourable, complete, signed by both parties."""
    jour = date_depot - dt.timedelta(days=26)
    return PvVsr(
        perimetre=Perimetre.COMPLET,
        resultat=ResultatVsr.FAVORABLE,
        date_mise_en_service=jour - dt.timedelta(days=92),
        date_constat=jour,
        editeur=_sans_fiscalite(societe),
        solution=societe.logiciel,
        date=jour,
        signatures=(signature_ans(jour), signature_editeur(societe, jour)),
    )


def declaration(
    societe: EditeurFictif = LISIERE, date_depot: dt.date = DEPOT
) -> DeclarationHonneur:
    """The déclaration sur l'honneur with its three attestations, signed."""
    jour = date_depot - dt.timedelta(days=10)
    return DeclarationHonneur(
        sur_l_honneur=True,
        formation=AttestationFormation(publics=(Public.REGULATEURS,), accomplie=True),
        communication=AttestationCommunication(portee=Portee.ENSEMBLE, accomplie=True),
        creneaux=EngagementCreneaux(
            ferme=True, portee_types=Portee.ENSEMBLE, exceptions=(EXCEPTION_PREVUE,)
        ),
        editeur=_sans_fiscalite(societe),
        solution=societe.logiciel,
        date=jour,
        signatures=(signature_editeur(societe, jour),),
    )


def cgu(societe: EditeurFictif = LISIERE) -> JustificatifTransmission:
    """The CGU of the solution, with the clause on the plateforme numérique SAS."""
    return JustificatifTransmission(
        nature=NatureJustificatif.CGU,
        clause=CLAUSE,
        editeur=_sans_fiscalite(societe),
        solution=societe.logiciel,
    )


def support(societe: EditeurFictif = LISIERE) -> ContactsSupport:
    """The support contacts: one channel for the régulateurs, one for the effecteurs."""
    return ContactsSupport(
        canaux=tuple(_canal(societe, public) for public in Public),
        editeur=_sans_fiscalite(societe),
        solution=societe.logiciel,
    )


def _canal(societe: EditeurFictif, public: Public) -> CanalSupport:
    return CanalSupport(
        nature=NatureCanal.COORDONNEES,
        courriel=f"{public}@{societe.domaine}",
        telephone=societe.telephone,
        lien=f"https://support.{societe.domaine}/{public}",
        publics=(public,),
    )


def _sans_fiscalite(societe: EditeurFictif) -> Editeur:
    """The éditeur as all pieces but the form name it: name and SIREN."""
    return Editeur(raison_sociale=societe.nom, siren=societe.siren)
