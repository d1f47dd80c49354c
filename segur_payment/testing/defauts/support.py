"""Defects of the support contacts: solde."""

from __future__ import annotations

from collections.abc import Mapping

from segur_payment.dossier import DossierSolde, Public
from segur_payment.testing.defauts.modele import defaut, presente

CANAUX = "support.canaux"


def _sans(public: Public, dossier: DossierSolde) -> Mapping[str, object]:
    """No channel serves ``public`` any more; a channel that serves nobody else goes away."""
    muets = tuple(
        canal.model_copy(update={"publics": tuple(p for p in canal.publics if p is not public)})
        for canal in presente(dossier.support).canaux
    )
    return {CANAUX: tuple(c for c in muets if c.publics) or muets[:1]}


@defaut("SAS-SUP-01", "support", exclut=("SAS-FIC-01",))
def support_absent(dossier: DossierSolde) -> Mapping[str, object]:
    """Aucun contact de support n’est donné."""
    return {"support": None}


@defaut("SAS-SUP-02", f"{CANAUX}.regulateurs")
def regulateurs_non_servis(dossier: DossierSolde) -> Mapping[str, object]:
    """Aucun contact de support n’est destiné aux régulateurs."""
    return _sans(Public.REGULATEURS, dossier)


@defaut("SAS-SUP-03", f"{CANAUX}.effecteurs")
def effecteurs_non_servis(dossier: DossierSolde) -> Mapping[str, object]:
    """Aucun contact de support n’est destiné aux effecteurs."""
    return _sans(Public.EFFECTEURS, dossier)


@defaut("SAS-SUP-04", f"{CANAUX}.courriel")
def courriel_mal_forme(dossier: DossierSolde) -> Mapping[str, object]:
    """Les courriels de support s’arrêtent avant le « .fr »."""
    return {
        f"{CANAUX}.{rang}.courriel": (canal.courriel or "support@exemple.fr").removesuffix(".fr")
        for rang, canal in enumerate(presente(dossier.support).canaux)
    }


@defaut("SAS-SUP-05", f"{CANAUX}.lien")
def lien_non_securise(dossier: DossierSolde) -> Mapping[str, object]:
    """Les liens du support sont en http."""
    return {
        f"{CANAUX}.{rang}.lien": (canal.lien or "https://exemple.fr").replace("https:", "http:")
        for rang, canal in enumerate(presente(dossier.support).canaux)
    }


DEFAUTS = (
    support_absent,
    regulateurs_non_servis,
    effecteurs_non_servis,
    courriel_mal_forme,
    lien_non_securise,
)
