"""Defects of the form, of the amounts and of the dates: both phases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from segur_payment.dossier import (
    BlocVide,
    Couts,
    DemandeAnterieure,
    Dossier,
    Partie,
    Phase,
    PieceSignee,
    Signature,
    Taxe,
)
from segur_payment.referentiel import SAS
from segur_payment.testing.defauts.modele import defaut, presente

ANTERIEURES = "demande.demandes_anterieures"
_AUTRE = {Phase.AVANCE: Phase.SOLDE, Phase.SOLDE: Phase.AVANCE}


def sans_signature_editeur(
    piece: PieceSignee,
) -> tuple[tuple[Signature, ...], tuple[BlocVide, ...]]:
    """The signatures without the éditeur's, and the empty blocks with its printed name."""
    autres = tuple(s for s in piece.signatures if s.partie is not Partie.EDITEUR)
    vides = (
        BlocVide(partie=s.partie, nom=s.signataire, qualite=s.qualite)
        for s in piece.signatures_de(Partie.EDITEUR)
    )
    return autres, (*piece.blocs_vides, *vides)


@defaut("SAS-FOR-01", "formulaire", entraine=("SAS-SEQ-02",), exclut=("SAS-FIC-01",))
def formulaire_absent(dossier: Dossier) -> Mapping[str, object]:
    """Le formulaire de l’ASP manque."""
    return {"formulaire": None}


@defaut("SAS-FOR-02", "formulaire.champs_vides", "formulaire.bic", exclut=("SAS-FOR-03",))
def formulaire_incomplet(dossier: Dossier) -> Mapping[str, object]:
    """Le champ « BIC » du formulaire est vide."""
    return {"formulaire.champs_vides": ("BIC",), "formulaire.bic": None}


@defaut(
    "SAS-FOR-03", "formulaire.phase", "formulaire.montant", "formulaire.avance_versee",
    entraine=("SAS-SEQ-02",), exclut=("SAS-FOR-02", "SAS-FOR-04"),
)  # fmt: skip
def formulaire_autre_phase(dossier: Dossier) -> Mapping[str, object]:
    """Le formulaire est celui de l’autre phase, avec son montant."""
    autre = _AUTRE[dossier.phase]
    return {
        "formulaire.phase": autre,
        "formulaire.montant": SAS.montant(autre, dossier.demande.date_depot),
        "formulaire.avance_versee": True if autre is Phase.SOLDE else None,
    }


@defaut("SAS-FOR-04", "formulaire.signatures", exclut=("SAS-FOR-03",))
def formulaire_non_signe(dossier: Dossier) -> Mapping[str, object]:
    """Le formulaire porte le nom du signataire, sans sa signature."""
    signatures, vides = sans_signature_editeur(presente(dossier.formulaire))
    return {"formulaire.signatures": signatures, "formulaire.blocs_vides": vides}


@defaut("SAS-MNT-01", "formulaire.montant", "formulaire.taxe")
def montant_toutes_taxes(dossier: Dossier) -> Mapping[str, object]:
    """Le formulaire demande le montant toutes taxes comprises, avec une TVA à 20 %."""
    forfait = SAS.montant(dossier.phase, dossier.demande.date_depot)
    return {"formulaire.montant": forfait * Decimal("1.20"), "formulaire.taxe": Taxe.TTC}


@defaut("SAS-MNT-02", f"{ANTERIEURES}.cumul")
def cumul_superieur(dossier: Dossier) -> Mapping[str, object]:
    """Une demande antérieure de l’autre phase a déjà porté sur tout le forfait."""
    total = SAS.montant_total(dossier.demande.date_depot)
    demande = DemandeAnterieure(phase=_AUTRE[dossier.phase], montant_ht=total)
    return {ANTERIEURES: (*dossier.demande.demandes_anterieures, demande)}


@defaut("SAS-MNT-03", "demande.couts")
def couts_insuffisants(dossier: Dossier) -> Mapping[str, object]:
    """Les coûts déclarés sont inférieurs aux montants perçus."""
    return {"demande.couts": Couts(humains=Decimal(12_000), materiels=Decimal(3_000))}


@defaut("SAS-DAT-01", "formulaire.date")
def date_posterieure(dossier: Dossier) -> Mapping[str, object]:
    """Le formulaire est daté d’après le dépôt."""
    demain = dossier.demande.date_depot + dt.timedelta(days=1)
    return {"formulaire.date": demain}


@defaut("SAS-DAT-02", "demande.date_limite")
def depot_hors_delai(dossier: Dossier) -> Mapping[str, object]:
    """Le dépôt suit d’un jour la date limite configurée."""
    return {"demande.date_limite": dossier.demande.date_depot - dt.timedelta(days=1)}


@defaut("SAS-SEQ-01", f"{ANTERIEURES}.meme_phase")
def demande_en_double(dossier: Dossier) -> Mapping[str, object]:
    """La même phase a déjà été demandée, sans que le forfait soit dépassé."""
    montant = SAS.montant(Phase.AVANCE, dossier.demande.date_depot)
    demande = DemandeAnterieure(phase=dossier.phase, montant_ht=montant)
    return {ANTERIEURES: (*dossier.demande.demandes_anterieures, demande)}


@defaut("SAS-SEQ-02", "formulaire.avance_versee")
def avance_non_versee(dossier: Dossier) -> Mapping[str, object]:
    """Le formulaire de solde dit que l’avance n’a pas été versée."""
    return {"formulaire.avance_versee": False}


DEFAUTS = (
    formulaire_absent,
    formulaire_incomplet,
    formulaire_autre_phase,
    formulaire_non_signe,
    montant_toutes_taxes,
    cumul_superieur,
    couts_insuffisants,
    date_posterieure,
    depot_hors_delai,
    demande_en_double,
    avance_non_versee,
)
