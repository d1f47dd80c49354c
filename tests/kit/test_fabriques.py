"""polyfactory builds, inside the models of a user, dossiers that the ASP can accept."""

from __future__ import annotations

from polyfactory.factories.pydantic_factory import ModelFactory
from pydantic import BaseModel

from segur_payment import DossierAvance, DossierSolde, verifier
from segur_payment.testing import assert_codes, assert_decision
from segur_payment.testing.fabriques import FabriqueAvance, FabriqueSolde


class Demande(BaseModel):
    """A model of a back office."""

    reference: str
    dossier: DossierAvance
    suite: DossierSolde


class FabriqueDemande(ModelFactory[Demande]):
    """What its users write."""


def test_un_modele_de_l_utilisateur_recoit_un_bon_dossier() -> None:
    demande = FabriqueDemande.build()
    assert_decision(verifier(demande.dossier), "accepter")
    assert_decision(verifier(demande.suite), "accepter")


def test_un_lot_a_des_editeurs_divers_et_se_rejoue() -> None:
    FabriqueAvance.seed_random(3)
    lot = FabriqueAvance.batch(5)
    assert (
        len({d.formulaire.editeur.siren for d in lot if d.formulaire and d.formulaire.editeur}) == 5
    )
    FabriqueAvance.seed_random(3)
    assert FabriqueAvance.batch(5) == lot


def test_une_fabrique_prend_les_memes_changements() -> None:
    assert_codes(verifier(FabriqueSolde.build(pv__perimetre="partiel")), "SAS-VSR-02")
