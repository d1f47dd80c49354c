"""Defects between the pieces, and of the identifiers: both phases."""

from __future__ import annotations

from collections.abc import Mapping

from segur_payment.dossier import Dossier, Editeur
from segur_payment.testing.defauts.modele import defaut, presente
from segur_payment.testing.identites import ORBELYS


@defaut("SAS-IDE-01", "pv.editeur")
def autre_editeur(dossier: Dossier) -> Mapping[str, object]:
    """Le procès-verbal nomme un autre éditeur, d’un autre SIREN."""
    return {"pv.editeur": Editeur(raison_sociale=ORBELYS.nom, siren=ORBELYS.siren)}


@defaut("SAS-IDE-02", "pv.solution", "formulaire.solution")
def autre_version(dossier: Dossier) -> Mapping[str, object]:
    """Le procès-verbal porte sur une autre version de la solution."""
    return {"pv.solution.version": "0.9"}


@defaut("SAS-IDE-03", "formulaire.iban")
def iban_faux(dossier: Dossier) -> Mapping[str, object]:
    """Un chiffre de l’IBAN du formulaire est faux."""
    iban = presente(presente(dossier.formulaire).iban)
    debut, dernier = iban[:-1], iban[-1]
    return {"formulaire.iban": f"{debut}{(int(dernier) + 1) % 10}"}


DEFAUTS = (autre_editeur, autre_version, iban_faux)
