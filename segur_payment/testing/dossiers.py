"""Whole dossiers without a defect, that a test changes where it wants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from segur_payment.dossier import Demande, DossierAvance, DossierSolde, Phase
from segur_payment.testing import pieces
from segur_payment.testing.chemins import modifier
from segur_payment.testing.identites import editeur_fictif

DEPOT = pieces.DEPOT


def fabriquer_avance(
    chemins: Mapping[str, object] | None = None,
    /,
    *,
    graine: int = 0,
    date_depot: dt.date = DEPOT,
    **changements: object,
) -> DossierAvance:
    """A dossier of avance that the ASP can accept, changed where you say.

    ::

        fabriquer_avance({"pv.perimetre": "partiel"})  # by path
        fabriquer_avance(pv__perimetre="partiel")  # by keyword
        fabriquer_avance(declaration=None)  # without the déclaration
        fabriquer_avance(graine=7)  # another éditeur

    Args:
        chemins: path → value, as in :func:`modifier`.
        graine: which fictitious éditeur; the same seed gives the same dossier.
        date_depot: day of deposit; every date of the pieces is counted back from it.
        changements: the same as ``chemins``, two underscores for the dot.

    Raises:
        ErreurKit: a path leads nowhere, or the model refuses the value.
    """
    societe = editeur_fictif(graine)
    dossier = DossierAvance(
        demande=Demande(date_depot=date_depot),
        formulaire=pieces.formulaire(Phase.AVANCE, societe, date_depot),
        pv=pieces.pv_mise_en_service(societe, date_depot),
        declaration=pieces.declaration(societe, date_depot),
        justificatifs=(pieces.cgu(societe),),
    )
    return modifier(dossier, chemins, **changements)


def fabriquer_solde(
    chemins: Mapping[str, object] | None = None,
    /,
    *,
    graine: int = 0,
    date_depot: dt.date = DEPOT,
    **changements: object,
) -> DossierSolde:
    """A dossier of solde that the ASP can accept, changed where you say.

    The arguments are those of :func:`fabriquer_avance`.
    """
    societe = editeur_fictif(graine)
    dossier = DossierSolde(
        demande=Demande(date_depot=date_depot),
        formulaire=pieces.formulaire(Phase.SOLDE, societe, date_depot),
        pv=pieces.pv_vsr(societe, date_depot),
        support=pieces.support(societe),
    )
    return modifier(dossier, chemins, **changements)
