"""Defects of the two procès-verbaux; MES and VSR share all but a few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from segur_payment.dossier import (
    BlocVide,
    Dossier,
    DossierSolde,
    Partie,
    Perimetre,
    Phase,
    ResultatVsr,
    Signature,
)
from segur_payment.testing import pieces
from segur_payment.testing.defauts.modele import Changement, Defaut, defaut, presente


def _absent(dossier: Dossier) -> Mapping[str, object]:
    """Le procès-verbal manque."""
    return {"pv": None}


def _partiel(dossier: Dossier) -> Mapping[str, object]:
    """Le procès-verbal porte sur un périmètre partiel."""
    return {"pv.perimetre": Perimetre.PARTIEL}


def _non_precise(dossier: Dossier) -> Mapping[str, object]:
    """Le procès-verbal n’indique aucun périmètre."""
    return {"pv.perimetre": None}


def _sans_signature(partie: Partie, dossier: Dossier) -> Mapping[str, object]:
    pv = presente(dossier.pv)
    vides = (
        BlocVide(partie=s.partie, nom=s.signataire, qualite=s.qualite)
        for s in pv.signatures_de(partie)
    )
    return {
        "pv.signatures": tuple(s for s in pv.signatures if s.partie is not partie),
        "pv.blocs_vides": (*pv.blocs_vides, *vides),
    }


def _sans_ans(dossier: Dossier) -> Mapping[str, object]:
    """Le nom du signataire de l’ANS est imprimé au-dessus d’un blanc."""
    return _sans_signature(Partie.ANS, dossier)


def _sans_editeur(dossier: Dossier) -> Mapping[str, object]:
    """Le nom du signataire de l’éditeur est imprimé au-dessus d’un blanc."""
    return _sans_signature(Partie.EDITEUR, dossier)


def _autre_document(dossier: Dossier) -> Mapping[str, object]:
    """Le procès-verbal de l’autre phase est joint à sa place."""
    depot = dossier.demande.date_depot
    modele = (
        pieces.pv_vsr(date_depot=depot)
        if dossier.phase is Phase.AVANCE
        else pieces.pv_mise_en_service(date_depot=depot)
    )
    pv = presente(dossier.pv)
    autre = modele.model_copy(update={"editeur": pv.editeur, "solution": pv.solution})
    return {"pv": None, "autres_pieces": (*dossier.autres_pieces, autre)}


def _sans_qualite(dossier: Dossier) -> Mapping[str, object]:
    """La qualité du signataire de l’éditeur manque."""

    def taire(signature: Signature) -> Signature:
        muette = signature.partie is Partie.EDITEUR
        return signature.model_copy(update={"qualite": None}) if muette else signature

    return {"pv.signatures": tuple(map(taire, presente(dossier.pv).signatures))}


def _reserves(dossier: Dossier) -> Mapping[str, object]:
    """Une réserve est écrite sur le procès-verbal."""
    return {"pv.reserves": "la remontée des annulations reste à corriger"}


def _constat_posterieur(dossier: Dossier) -> Mapping[str, object]:
    """L’événement que constate le procès-verbal suit le dépôt."""
    return {"pv.date_constat": dossier.demande.date_depot + dt.timedelta(days=10)}


def _mise_en_service(dossier: DossierSolde, jours: int) -> Mapping[str, object]:
    constat = presente(presente(dossier.pv).date_constat)
    return {"pv.date_mise_en_service": constat + dt.timedelta(days=jours)}


@defaut("SAS-VSR-10", "pv.date_mise_en_service", "pv.date_constat")
def vsr_anterieure(dossier: DossierSolde) -> Mapping[str, object]:
    """La vérification de service régulier précède la mise en service."""
    return _mise_en_service(dossier, 5)


@defaut("SAS-VSR-11", "pv.date_mise_en_service", "pv.date_constat")
def vsr_trop_proche(dossier: DossierSolde) -> Mapping[str, object]:
    """La vérification de service régulier suit la mise en service de dix jours."""
    return _mise_en_service(dossier, -10)


@defaut("SAS-VSR-12", "pv.resultat")
def vsr_defavorable(dossier: DossierSolde) -> Mapping[str, object]:
    """La vérification de service régulier est défavorable."""
    return {"pv.resultat": ResultatVsr.DEFAVORABLE}


_ANS, _EDITEUR = (f"pv.signatures.{partie}" for partie in Partie)
_COMMUNS: tuple[tuple[str, Changement, tuple[str, ...]], ...] = (
    ("01", _absent, ("pv",)),
    ("02", _partiel, ("pv.perimetre",)),
    ("03", _non_precise, ("pv.perimetre",)),
    ("04", _sans_ans, (_ANS,)),
    ("05", _sans_editeur, (_EDITEUR,)),
    ("06", _autre_document, ("pv",)),
    ("07", _sans_qualite, (_EDITEUR,)),
    ("08", _reserves, ("pv.reserves",)),
    ("09", _constat_posterieur, ("pv.date_constat",)),
)


def _des_deux() -> Iterator[Defaut]:
    for famille in ("MES", "VSR"):
        for numero, changement, porte_sur in _COMMUNS:
            exclut = ("SAS-FIC-01",) if numero == "01" else ()
            yield defaut(f"SAS-{famille}-{numero}", *porte_sur, exclut=exclut)(changement)


DEFAUTS = (*_des_deux(), vsr_anterieure, vsr_trop_proche, vsr_defavorable)
