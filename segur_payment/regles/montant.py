"""SAS-MNT: the amount of the request, alone and with those asked before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from segur_payment.dossier import DossierBase, Phase, StatutDemande, Taxe, TypePiece
from segur_payment.langue.montants import ecrire_montant
from segur_payment.referentiel import SAS
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    conforme,
    non_conforme,
    ouvert,
    sans_objet,
)
from segur_payment.regles.formulaire import autre_phase
from segur_payment.regles.socle import regle
from segur_payment.regles.solution import demandes_comptees

_TVA = Decimal("1.20")
_AUTRE = {Phase.AVANCE: Phase.SOLDE, Phase.SOLDE: Phase.AVANCE}


def _de_la_phase(dossier: DossierBase, phase: Phase | None = None) -> Decimal:
    return SAS.montant(phase or dossier.phase, dossier.demande.date_depot)


def _demande(dossier: DossierBase) -> Decimal | None:
    """The amount asked: the form says it, else the request."""
    montant = dossier.formulaire.montant if dossier.formulaire else None
    return dossier.demande.montant_ht if montant is None else montant


def _hors_taxes(dossier: DossierBase) -> Decimal | None:
    """The amount asked, unless it is one with taxes."""
    montant, formulaire = _demande(dossier), dossier.formulaire
    ttc = formulaire is not None and formulaire.taxe is Taxe.TTC
    return None if ttc or montant == _de_la_phase(dossier) * _TVA else montant


def _meprise(dossier: DossierBase, montant: Decimal) -> str:
    """The usual slip that explains a wrong amount, as words to add."""
    autre = _AUTRE[dossier.phase]
    avance, solde = (ecrire_montant(_de_la_phase(dossier, phase)) for phase in Phase)
    total = SAS.montant_total(dossier.demande.date_depot)
    meprises = {
        _de_la_phase(dossier) * _TVA: " : c’est le montant toutes taxes, avec une TVA à 20 %",
        _de_la_phase(dossier, autre): f" : c’est le montant de l’autre phase ({autre})",
        total: f" : le forfait se demande en deux fois, {avance} puis {solde}",
    }
    return meprises.get(montant, "")


def _ecart(dossier: DossierBase, montant: Decimal, ou: str, *, ttc: bool = False) -> Conclusion:
    attendu = f"{ecrire_montant(_de_la_phase(dossier))} HT"
    trouve = ecrire_montant(montant) + (" TTC" if ttc else "")
    return non_conforme(
        f"{ou} porte {trouve} au lieu de {attendu}{_meprise(dossier, montant)}.",
        dossier.formulaire, "montant", "taxe", attendu=attendu, trouve=trouve,
    )  # fmt: skip


def _ecarts(dossier: DossierBase) -> Iterator[Conclusion]:
    formulaire, demande = dossier.formulaire, dossier.demande.montant_ht
    if formulaire is not None and formulaire.montant is not None:
        ttc = formulaire.taxe is Taxe.TTC
        if ttc or formulaire.montant != _de_la_phase(dossier):
            yield _ecart(dossier, formulaire.montant, "Le formulaire", ttc=ttc)
    if demande is not None and demande != _de_la_phase(dossier):
        yield _ecart(dossier, demande, "La demande")


def _sans_montant(dossier: DossierBase) -> Conclusion:
    message = "Aucun montant n’est indiqué."
    if dossier.formulaire is None:
        return sans_objet(message, "SAS-FOR-01")
    if autre_phase(dossier):
        return sans_objet(message, "SAS-FOR-03")
    if any("montant" in champ.casefold() for champ in dossier.formulaire.champs_vides):
        return sans_objet(message, "SAS-FOR-02")
    raison = dossier.formulaire.doute("montant") or "aucun montant n’a été trouvé."
    return ouvert(raison, dossier.formulaire, "montant")


@regle(
    "SAS-MNT-01", "montant-different-du-forfait", effet=Effet.MODIFIER,
    exigence="montants", piece=TypePiece.FORMULAIRE,
)  # fmt: skip
def different_du_forfait(dossier: DossierBase) -> Conclusions:
    """Le montant demandé est celui de la phase, hors taxes.

    Pourquoi : le financement est un forfait de 100 000 € HT, en une avance puis un solde.
    Conforme : « Montant de l’avance demandée : 30 000,00 € HT »
    Non conforme : « Montant de l’avance demandée : 36 000,00 € »
    Remède : demander le montant hors taxes de la phase.
    """
    formulaire, montant = dossier.formulaire, _demande(dossier)
    if montant is None:
        return _sans_montant(dossier)
    if autre_phase(dossier) and montant == _de_la_phase(dossier, _AUTRE[dossier.phase]):
        return sans_objet("Le montant est celui de la phase du formulaire.", "SAS-FOR-03")
    porteur = formulaire if formulaire and formulaire.montant is not None else None
    message = f"Le montant demandé est bien {ecrire_montant(montant)} HT."
    return tuple(_ecarts(dossier)) or conforme(message, porteur, "montant", "taxe")


@regle("SAS-MNT-02", "cumul-superieur-au-forfait", effet=Effet.REJET, exigence="montants")
def cumul_superieur(dossier: DossierBase) -> Conclusion:
    """Les demandes connues et celle-ci ne dépassent pas le forfait.

    Pourquoi : le financement d’une solution est un forfait de 100 000 € HT en tout.
    Conforme : avance de 30 000,00 € payée, solde de 70 000,00 € demandé
    Non conforme : avance de 30 000,00 € et solde de 70 000,00 € payés, solde demandé à nouveau
    Remède : vérifier les demandes antérieures et ne demander que ce qui reste dû.
    """
    montant, forfait = _hors_taxes(dossier), SAS.montant_total(dossier.demande.date_depot)
    deja = sum((d.montant_ht for d in demandes_comptees(dossier)), Decimal(0))
    cumul = deja + (_de_la_phase(dossier) if montant is None else montant)
    if cumul > forfait:
        return non_conforme(
            f"Avec les demandes antérieures ({ecrire_montant(deja)}), le total atteint "
            f"{ecrire_montant(cumul)} HT et dépasse le forfait.",
            attendu=f"au plus {ecrire_montant(forfait)} HT", trouve=f"{ecrire_montant(cumul)} HT",
        )  # fmt: skip
    if montant is None:
        return sans_objet("Le montant demandé n’est pas connu hors taxes.", "SAS-MNT-01")
    return conforme(f"Le total demandé est de {ecrire_montant(cumul)} HT.")


@regle("SAS-MNT-03", "couts-non-justifies", effet=Effet.AVERTISSEMENT, exigence="couts")
def couts_non_justifies(dossier: DossierBase) -> Conclusion:
    """Les coûts que l’éditeur peut justifier atteignent les montants perçus.

    Pourquoi : l’éditeur doit pouvoir justifier de coûts au moins égaux aux montants perçus.
    Conforme : 42 000,00 € de coûts pour une avance de 30 000,00 €
    Non conforme : 12 000,00 € de coûts pour une avance de 30 000,00 €
    Remède : réunir les justificatifs internes de coûts ; ils ne se joignent pas au dossier.
    """
    couts = dossier.demande.couts
    if couts is None:
        return sans_objet("Les coûts ne sont pas déclarés ; ils ne font pas partie du dossier.")
    payes = (d.montant_ht for d in demandes_comptees(dossier) if d.statut is StatutDemande.PAYEE)
    percus = sum(payes, _de_la_phase(dossier))
    if couts.total < percus:
        return non_conforme(
            f"Les coûts justifiés ({ecrire_montant(couts.total)}) sont inférieurs aux montants "
            f"perçus avec cette demande ({ecrire_montant(percus)}).",
            attendu=f"au moins {ecrire_montant(percus)}", trouve=ecrire_montant(couts.total),
        )  # fmt: skip
    return conforme("Les coûts justifiés atteignent les montants perçus.")


REGLES = (different_du_forfait, cumul_superieur, couts_non_justifies)
