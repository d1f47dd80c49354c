"""Defects of the déclaration sur l'honneur and of the justificatif de transmission: avance."""

from __future__ import annotations

from collections.abc import Mapping

from segur_payment.dossier import (
    DossierAvance,
    ExceptionRemontee,
    NatureJustificatif,
    Portee,
    TypeCreneau,
)
from segur_payment.testing.defauts.demande import sans_signature_editeur
from segur_payment.testing.defauts.modele import defaut, presente
from segur_payment.testing.identites import ORBELYS


@defaut("SAS-DSH-01", "declaration", exclut=("SAS-FIC-01",))
def declaration_absente(dossier: DossierAvance) -> Mapping[str, object]:
    """La déclaration sur l’honneur manque."""
    return {"declaration": None}


@defaut("SAS-DSH-02", "declaration.formation")
def formation_non_attestee(dossier: DossierAvance) -> Mapping[str, object]:
    """La déclaration n’atteste pas les documents de formation."""
    return {"declaration.formation": None}


@defaut("SAS-DSH-03", "declaration.communication")
def communication_restreinte(dossier: DossierAvance) -> Mapping[str, object]:
    """La communication attestée ne touche que certains effecteurs."""
    return {
        "declaration.communication.portee": Portee.RESTREINTE,
        "declaration.communication.restriction": "certains effecteurs clients",
    }


@defaut("SAS-DSH-04", "declaration.creneaux.ferme")
def engagement_affaibli(dossier: DossierAvance) -> Mapping[str, object]:
    """L’éditeur « s’efforcera » de remonter les créneaux."""
    return {
        "declaration.creneaux.ferme": False,
        "declaration.creneaux.affaiblissement": "s’efforcera de",
    }


@defaut("SAS-DSH-05", "declaration.creneaux.portee_types")
def types_restreints(dossier: DossierAvance) -> Mapping[str, object]:
    """L’engagement ne porte que sur les créneaux de type PUBLIC."""
    return {
        "declaration.creneaux.portee_types": Portee.RESTREINTE,
        "declaration.creneaux.types_cites": (TypeCreneau.PUBLIC,),
    }


@defaut("SAS-DSH-06", "declaration.creneaux.exceptions")
def exception_non_prevue(dossier: DossierAvance) -> Mapping[str, object]:
    """L’engagement exclut les effecteurs qui ont dit leur refus par courriel."""
    exception = ExceptionRemontee(texte="ceux ayant signifié leur refus par courriel", prevue=False)
    return {"declaration.creneaux.exceptions": (exception,)}


@defaut("SAS-DSH-07", "declaration.signatures")
def declaration_non_signee(dossier: DossierAvance) -> Mapping[str, object]:
    """La déclaration porte le nom du signataire, sans sa signature."""
    signatures, vides = sans_signature_editeur(presente(dossier.declaration))
    return {"declaration.signatures": signatures, "declaration.blocs_vides": vides}


@defaut("SAS-TRD-01", "justificatifs", exclut=("SAS-FIC-01",))
def justificatif_absent(dossier: DossierAvance) -> Mapping[str, object]:
    """Ni CGU, ni contrats, ni autre justificatif."""
    return {"justificatifs": ()}


@defaut("SAS-TRD-02", "justificatifs.clause")
def sans_clause(dossier: DossierAvance) -> Mapping[str, object]:
    """Les CGU n’annoncent pas la transmission à la plateforme numérique SAS."""
    return _partout(dossier, clause=None)


@defaut("SAS-TRD-03", "justificatifs.nature")
def contrat_non_signe(dossier: DossierAvance) -> Mapping[str, object]:
    """Le justificatif est un modèle de contrat, que personne n’a signé."""
    return _partout(dossier, nature=NatureJustificatif.CONTRATS, contrats_signes=False)


@defaut("SAS-TRD-04", "justificatifs.solution")
def autre_solution(dossier: DossierAvance) -> Mapping[str, object]:
    """Les CGU sont celles d’une autre solution."""
    return _partout(dossier, solution=ORBELYS.logiciel)


def _partout(dossier: DossierAvance, **valeurs: object) -> Mapping[str, object]:
    rangs = range(len(presente(dossier.justificatifs)))
    return {f"justificatifs.{r}.{champ}": v for r in rangs for champ, v in valeurs.items()}


DEFAUTS = (
    declaration_absente,
    formation_non_attestee,
    communication_restreinte,
    engagement_affaibli,
    types_restreints,
    exception_non_prevue,
    declaration_non_signee,
    justificatif_absent,
    sans_clause,
    contrat_non_signe,
    autre_solution,
)
