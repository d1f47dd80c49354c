"""Factories for polyfactory: for models of yours that hold a dossier of ours.

::

    class Demande(BaseModel):
        reference: str
        dossier: DossierAvance


    class FabriqueDemande(ModelFactory[Demande]): ...


    FabriqueDemande.build()  # its dossier is one that the ASP can accept

Importing this module is enough: polyfactory then builds every dossier with these factories, each
time for another éditeur. ``ModelFactory.seed_random(1)`` makes a run repeat itself.
"""

from __future__ import annotations

from typing import Any

from polyfactory.factories.pydantic_factory import ModelFactory

from segur_payment.dossier import DossierAvance, DossierSolde
from segur_payment.testing.dossiers import fabriquer_avance, fabriquer_solde

_GRAINES = 1_000_000


class FabriqueAvance(ModelFactory[DossierAvance]):
    """Dossiers of avance without a defect."""

    __set_as_default_factory_for_type__ = True

    @classmethod
    def build(cls, *_: Any, **changements: Any) -> DossierAvance:
        """One dossier, changed by keyword or by path as in ``fabriquer_avance``."""
        graine = cls.__random__.randrange(1, _GRAINES)
        return fabriquer_avance(graine=graine, **_les_notres(changements))


class FabriqueSolde(ModelFactory[DossierSolde]):
    """Dossiers of solde without a defect."""

    __set_as_default_factory_for_type__ = True

    @classmethod
    def build(cls, *_: Any, **changements: Any) -> DossierSolde:
        """One dossier, changed by keyword or by path as in ``fabriquer_solde``."""
        graine = cls.__random__.randrange(1, _GRAINES)
        return fabriquer_solde(graine=graine, **_les_notres(changements))


def _les_notres(changements: dict[str, Any]) -> dict[str, Any]:
    """What polyfactory passes for itself begins with an underscore."""
    return {nom: valeur for nom, valeur in changements.items() if not nom.startswith("_")}
