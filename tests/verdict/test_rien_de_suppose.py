"""What decides is said by somebody, or is not known: no default is favourable."""

from __future__ import annotations

import pytest
from fabrique import bon_avance, cgu, declaration
from pydantic import ValidationError

from segur_payment import (
    ADAPTATEUR_DOSSIER,
    AttestationCommunication,
    AttestationFormation,
    Decision,
    DossierAvance,
    EngagementCreneaux,
    NatureJustificatif,
    Portee,
    Public,
    verifier,
)
from segur_payment.erreurs import en_clair
from segur_payment.regles.conclusion import Resultat

VIDES = {
    "formation": ("publics", "accomplie"),
    "communication": ("portee", "accomplie"),
    "creneaux": ("ferme", "portee_types"),
}


@pytest.mark.parametrize("attestation", VIDES)
def test_une_attestation_vide_ne_vaut_pas_attestation(attestation: str) -> None:
    donnees = bon_avance().model_dump(mode="json")
    donnees["declaration"][attestation] = {}
    with pytest.raises(ValidationError) as refus:
        ADAPTATEUR_DOSSIER.validate_python(donnees)
    assert en_clair(refus.value).splitlines() == [
        f"avance.declaration.{attestation}.{champ} : valeur obligatoire absente"
        for champ in VIDES[attestation]
    ]


def test_une_attestation_dite_en_entier_est_admise() -> None:
    dite = declaration(
        formation=AttestationFormation(publics=(Public.REGULATEURS,), accomplie=True),
        communication=AttestationCommunication(portee=Portee.ENSEMBLE, accomplie=True),
        creneaux=EngagementCreneaux(ferme=True, portee_types=Portee.ENSEMBLE),
    )
    assert verifier(bon_avance(declaration=dite)).decision is Decision.ACCEPTER


def _resultat(dossier: DossierAvance, code: str) -> Resultat:
    (constat,) = [c for c in verifier(dossier).constats if c.code == code]
    return constat.resultat


@pytest.mark.parametrize(
    ("dit", "resultat"),
    [
        (True, Resultat.CONFORME),
        (False, Resultat.NON_CONFORME),
        (None, Resultat.NON_VERIFIABLE),
    ],
)
def test_l_honneur_se_dit_ou_ne_se_sait_pas(dit: bool | None, resultat: Resultat) -> None:
    dossier = bon_avance(declaration=declaration(sur_l_honneur=dit))
    assert _resultat(dossier, "SAS-DSH-07") is resultat


@pytest.mark.parametrize(
    ("nature", "resultat"),
    [(NatureJustificatif.CGU, Resultat.CONFORME), (None, Resultat.NON_VERIFIABLE)],
)
def test_un_justificatif_n_est_pas_suppose_etre_des_cgu(
    nature: NatureJustificatif | None, resultat: Resultat
) -> None:
    assert _resultat(bon_avance(justificatifs=(cgu(nature=nature),)), "SAS-TRD-03") is resultat
