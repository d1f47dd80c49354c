"""SAS-FOR: the ASP form of the phase."""

from __future__ import annotations

from segur_payment.dossier import DossierBase, Formulaire, Phase, TypePiece
from segur_payment.regles._presence import piece_absente
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    conforme,
    manque,
    non_conforme,
    rien_a_redire,
    sans_objet,
)
from segur_payment.regles.signature import CHAMP_EDITEUR, date_et_signature
from segur_payment.regles.socle import regle

FORMULAIRE = TypePiece.FORMULAIRE
LIBELLES = {Phase.AVANCE: "demande d’avance", Phase.SOLDE: "demande de solde"}


def autre_phase(dossier: DossierBase) -> bool:
    """Whether the form is made for the other phase."""
    formulaire = dossier.formulaire
    return formulaire is not None and formulaire.phase not in (None, dossier.phase)


def _a_examiner(dossier: DossierBase) -> Formulaire | Conclusion:
    """The form whose content is to be judged, or why there is none."""
    if dossier.formulaire is None:
        return sans_objet("Aucun formulaire à examiner.", "SAS-FOR-01")
    if autre_phase(dossier):
        return sans_objet("Le formulaire est à remplacer par celui de la phase.", "SAS-FOR-03")
    return dossier.formulaire


@regle(
    "SAS-FOR-01", "formulaire-absent", effet=Effet.COMPLETER,
    exigence="{phase}.formulaire", piece=FORMULAIRE,
)  # fmt: skip
def absent(dossier: DossierBase) -> Conclusion:
    """Le dossier contient le formulaire de l’ASP.

    Pourquoi : la demande se fait sur le formulaire de l’ASP propre à chaque phase.
    Conforme : « Formulaire de demande d’avance »
    Non conforme : aucun formulaire dans le dossier
    Remède : télécharger le formulaire de la phase sur la page de l’ASP, le remplir et le joindre.
    """
    if dossier.formulaire is None:
        message = "Le dossier ne contient pas de formulaire de l’ASP."
        return piece_absente(dossier, FORMULAIRE, message)
    if autre_phase(dossier):
        return sans_objet("Le formulaire joint est celui de l’autre phase.", "SAS-FOR-03")
    return conforme("Le dossier contient le formulaire de l’ASP.", dossier.formulaire, "type")


@regle(
    "SAS-FOR-02", "formulaire-incomplet", effet=Effet.COMPLETER,
    exigence="{phase}.formulaire", piece=FORMULAIRE,
)  # fmt: skip
def incomplet(dossier: DossierBase) -> Conclusion:
    """Tous les champs du formulaire sont remplis.

    Pourquoi : l’ASP attend un formulaire dûment complété.
    Conforme : « SIRET : 732 829 320 00074 »
    Non conforme : « SIRET : ........ »
    Remède : remplir les champs laissés vides.
    """
    formulaire = _a_examiner(dossier)
    if isinstance(formulaire, Conclusion):
        return formulaire
    if formulaire.champs_vides:
        vides = ", ".join(f"« {champ} »" for champ in formulaire.champs_vides)
        return non_conforme(f"Champs à remplir : {vides}.", formulaire, "champs_vides")
    return rien_a_redire("Aucun champ n’est resté vide.", formulaire, "champs_vides")


@regle(
    "SAS-FOR-03", "formulaire-autre-phase", effet=Effet.MODIFIER,
    exigence="{phase}.formulaire", piece=FORMULAIRE,
)  # fmt: skip
def mauvaise_phase(dossier: DossierBase) -> Conclusion:
    """Le formulaire est celui de la phase demandée.

    Pourquoi : l’avance et le solde ont chacun leur formulaire.
    Conforme : « Formulaire de demande de solde », dans un dossier de solde
    Non conforme : « Formulaire de demande d’avance », dans un dossier de solde
    Remède : remplir le formulaire de la phase demandée et le joindre à la place de l’autre.
    """
    formulaire = dossier.formulaire
    if formulaire is None:
        return sans_objet("Aucun formulaire à examiner.", "SAS-FOR-01")
    message = "Le formulaire est celui de la phase."
    if formulaire.phase is None:
        return rien_a_redire(message, formulaire, "phase")
    if formulaire.phase is dossier.phase:
        return conforme(message, formulaire, "phase")
    trouve, attendu = LIBELLES[formulaire.phase], LIBELLES[dossier.phase]
    message = f"Le formulaire joint est celui d’une {trouve}, pour une {attendu}."
    return non_conforme(message, formulaire, "phase", attendu=attendu, trouve=trouve)


@regle(
    "SAS-FOR-04", "formulaire-non-signe", effet=Effet.COMPLETER,
    exigence="signature", piece=FORMULAIRE,
)  # fmt: skip
def non_signe(dossier: DossierBase) -> Conclusions:
    """Le formulaire est daté et signé par une personne dont la qualité est indiquée.

    Pourquoi : la demande engage l’éditeur ; on doit savoir qui la signe, à quel titre et quand.
    Conforme : « Signé par Paul Durand, président, le 01/04/2025 »
    Non conforme : « Signé par Paul Durand »
    Remède : dater et signer le formulaire, avec la qualité du signataire.
    """
    formulaire = _a_examiner(dossier)
    if isinstance(formulaire, Conclusion):
        return formulaire
    manques = list(date_et_signature(dossier, formulaire))
    if not _qualite_indiquee(formulaire):
        manques.append(manque("Il manque la qualité du signataire.", formulaire, CHAMP_EDITEUR))
    message = "Le formulaire est daté, signé, et la qualité du signataire est indiquée."
    return manques or conforme(message, formulaire, CHAMP_EDITEUR, "date")


def _qualite_indiquee(formulaire: Formulaire) -> bool:
    qualites = (s.qualite for s in formulaire.signatures)
    return any(qualites) or any(b.qualite for b in formulaire.blocs_vides)


REGLES = (absent, incomplet, mauvaise_phase, non_signe)
