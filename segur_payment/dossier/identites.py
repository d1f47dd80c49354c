"""Who asks and for what: the éditeur and its solution logicielle."""

from __future__ import annotations

from pydantic import Field

from segur_payment.dossier.commun import Modele


class Editeur(Modele):
    """The éditeur, as one piece names it.

    Identifiers are kept as written: a malformed SIREN must stay representable, the rules say
    what is wrong with it (SAS-IDE-03).
    """

    raison_sociale: str | None = None
    siren: str | None = Field(default=None, description="SIREN as written, normally 9 digits.")
    siret: str | None = Field(default=None, description="SIRET as written, normally 14 digits.")
    tva: str | None = Field(default=None, description="VAT number as written, FR + 11 characters.")


class SolutionLogicielle(Modele):
    """The solution logicielle that the request is about."""

    nom: str
    version: str | None = None
