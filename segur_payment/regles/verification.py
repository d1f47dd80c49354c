"""SAS-VSR: the procès-verbal de vérification de service régulier of the solde."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from segur_payment.dossier import (
    DossierSolde,
    MiseEnService,
    Partie,
    PvVsr,
    ResultatVsr,
    TypePiece,
)
from segur_payment.francais import jour
from segur_payment.referentiel import SAS
from segur_payment.regles import _pv
from segur_payment.regles.conclusion import (
    Conclusion,
    Effet,
    conforme,
    confronter,
    non_conforme,
    objection,
    rien_a_redire,
    sans_objet,
)
from segur_payment.regles.socle import Acteur, regle

PV = TypePiece.PV_VSR
EVENEMENT = "vérification de service régulier"
_ABSENT, _AUTRE = "SAS-VSR-01", "SAS-VSR-06"


def _cause(dossier: DossierSolde) -> str:
    return _pv.cause(dossier, PV, absent=_ABSENT, autre=_AUTRE)


@regle("SAS-VSR-01", "pv-vsr-absent", effet=Effet.COMPLETER, exigence="solde.pv", piece=PV)
def absent(dossier: DossierSolde) -> Conclusion:
    """Le dossier de solde contient le PV de vérification de service régulier.

    Pourquoi : le solde se paie sur la preuve de la vérification de service régulier.
    Conforme : « Procès-verbal de vérification de service régulier »
    Non conforme : aucun procès-verbal dans le dossier
    Remède : obtenir le PV de VSR et le joindre.
    """
    return _pv.presence(dossier, PV, _AUTRE)


@regle(
    "SAS-VSR-02", "pv-vsr-perimetre-partiel", effet=Effet.REJET, effet_source=True,
    exigence="solde.perimetre", piece=PV,
)  # fmt: skip
def perimetre_partiel(dossier: DossierSolde) -> Conclusion:
    """Le PV de VSR porte sur le périmètre complet.

    Pourquoi : le solde rémunère un service complet.
    Conforme : « La VSR est prononcée pour le périmètre complet. »
    Non conforme : « La VSR est prononcée pour un périmètre partiel. »
    Remède : attendre la VSR du périmètre complet, puis joindre son PV.
    """
    return _pv.perimetre_complet(dossier.pv, _cause(dossier), "SAS-VSR-03")


@regle(
    "SAS-VSR-03", "pv-vsr-perimetre-non-precise", effet=Effet.MODIFIER,
    exigence="solde.pv", piece=PV,
)  # fmt: skip
def perimetre_non_precise(dossier: DossierSolde) -> Conclusion:
    """Le PV de VSR indique son périmètre.

    Pourquoi : sans cette mention, rien ne dit que la vérification est complète.
    Conforme : « La VSR est prononcée pour le périmètre complet. »
    Non conforme : « La VSR est prononcée. »
    Remède : faire écrire le périmètre complet sur le PV.
    """
    return _pv.perimetre_precise(dossier.pv, _cause(dossier))


@regle(
    "SAS-VSR-04", "pv-vsr-sans-signature-ans", effet=Effet.COMPLETER,
    exigence="solde.pv", piece=PV, acteur=Acteur.ANS,
)  # fmt: skip
def sans_signature_ans(dossier: DossierSolde) -> Conclusion:
    """Le PV de VSR est signé par l’ANS.

    Pourquoi : le PV engage les deux parties, l’ANS et l’éditeur.
    Conforme : « Pour l’ANS : signé électroniquement par Jeanne Martin le 03/06/2025 »
    Non conforme : « Pour l’ANS : Jeanne Martin, directrice de projet » au-dessus d’un blanc
    Remède : faire signer le PV par l’ANS.
    """
    return _pv.signature(dossier, Partie.ANS, _cause(dossier))


@regle(
    "SAS-VSR-05", "pv-vsr-sans-signature-editeur", effet=Effet.COMPLETER,
    exigence="solde.pv", piece=PV,
)  # fmt: skip
def sans_signature_editeur(dossier: DossierSolde) -> Conclusion:
    """Le PV de VSR est signé par l’éditeur.

    Pourquoi : le PV engage les deux parties, l’ANS et l’éditeur.
    Conforme : « Pour l’éditeur : signé électroniquement par Paul Durand le 03/06/2025 »
    Non conforme : « Pour l’éditeur : Paul Durand, président » au-dessus d’un blanc
    Remède : signer le PV au nom de l’éditeur.
    """
    return _pv.signature(dossier, Partie.EDITEUR, _cause(dossier))


@regle("SAS-VSR-06", "pv-vsr-autre-document", effet=Effet.MODIFIER, exigence="solde.pv", piece=PV)
def autre_document(dossier: DossierSolde) -> Conclusion:
    """Le document joint est bien un PV de VSR.

    Pourquoi : un PV de mise en service, ou un autre document, ne prouve pas la VSR.
    Conforme : « Procès-verbal de vérification de service régulier »
    Non conforme : « Procès-verbal de mise en service »
    Remède : joindre le PV de VSR.
    """
    return _pv.bon_document(dossier, PV, _ABSENT)


@regle(
    "SAS-VSR-07", "pv-vsr-signataire-non-identifie", effet=Effet.AVERTISSEMENT,
    exigence="signature", piece=PV,
)  # fmt: skip
def signataire_non_identifie(dossier: DossierSolde) -> Conclusion:
    """Le PV de VSR est daté, et chaque signataire a un nom et une qualité.

    Pourquoi : on doit savoir qui engage chaque partie, et quand.
    Conforme : « Signé par Jeanne Martin, directrice de projet, le 03/06/2025 »
    Non conforme : « Signé par Jeanne Martin »
    Remède : compléter la date, le nom ou la qualité des signataires.
    """
    return _pv.signataires_identifies(dossier.pv, _cause(dossier), "SAS-VSR-04", "SAS-VSR-05")


@regle(
    "SAS-VSR-08", "pv-vsr-avec-reserves", effet=Effet.AVERTISSEMENT,
    exigence="pv.favorable", piece=PV,
)  # fmt: skip
def avec_reserves(dossier: DossierSolde) -> Conclusion:
    """Le PV de VSR ne comporte pas de réserve.

    Pourquoi : une réserve peut faire douter que le service soit régulier.
    Conforme : « La VSR est prononcée sans réserve. »
    Non conforme : « Réserve : la prise de rendez-vous reste à corriger. »
    Remède : faire lever les réserves.
    """
    return _pv.sans_reserve(dossier.pv, _cause(dossier))


@regle(
    "SAS-VSR-09", "verification-posterieure", effet=Effet.REJET,
    exigence="solde.apres-vsr", piece=PV,
)  # fmt: skip
def verification_posterieure(dossier: DossierSolde) -> Conclusion:
    """La vérification de service régulier précède la demande.

    Pourquoi : le solde se demande à l’issue de la vérification de service régulier.
    Conforme : « VSR prononcée le 03/06/2025 », dépôt le 01/07/2025
    Non conforme : « VSR prononcée le 03/08/2025 », dépôt le 01/07/2025
    Remède : attendre la vérification de service régulier avant de déposer.
    """
    return _pv.constat_avant_depot(dossier, EVENEMENT, _cause(dossier), "SAS-VSR-07")


@regle(
    "SAS-VSR-10", "vsr-anterieure-a-la-mes", effet=Effet.MODIFIER, exigence="coherence", piece=PV
)
def anterieure_a_la_mes(dossier: DossierSolde) -> Conclusion:
    """La vérification de service régulier suit la mise en service.

    Pourquoi : on ne vérifie que ce qui est déjà en service.
    Conforme : mise en service le 03/03/2025, VSR le 03/06/2025
    Non conforme : mise en service le 03/06/2025, VSR le 03/03/2025
    Remède : corriger la date fausse sur le PV.
    """
    dates = _dates(dossier)
    if isinstance(dates, Conclusion):
        return dates
    if dates.vsr < dates.mes.jour:
        return dates.defaut("La VSR précède la mise en service")
    return dates.conforme("La VSR suit la mise en service.")


@regle("SAS-VSR-11", "vsr-trop-proche", effet=Effet.AVERTISSEMENT, exigence="vsr.delai", piece=PV)
def trop_proche(dossier: DossierSolde) -> Conclusion:
    """La vérification de service régulier suit la mise en service d’au moins trente jours.

    Pourquoi : en droit général, la régularité du service s’observe trente jours.
    Conforme : mise en service le 03/03/2025, VSR le 03/06/2025
    Non conforme : mise en service le 03/03/2025, VSR le 10/03/2025
    Remède : vérifier la durée que prévoit l’appel à financement.
    """
    dates = _dates(dossier)
    if isinstance(dates, Conclusion):
        return dates
    if dates.vsr < dates.mes.jour:
        return sans_objet("La VSR précède la mise en service.", "SAS-VSR-10")
    delai = SAS.delai_vsr(dossier.demande.date_depot)
    if dates.vsr - dates.mes.jour < delai:
        return dates.defaut(f"La VSR suit de moins de {delai.days} jours la mise en service")
    return dates.conforme("Un délai usuel sépare la VSR de la mise en service.")


@regle("SAS-VSR-12", "vsr-defavorable", effet=Effet.REJET, exigence="pv.favorable", piece=PV)
def defavorable(dossier: DossierSolde) -> Conclusion:
    """Le PV de VSR constate un résultat favorable.

    Pourquoi : une vérification défavorable ou ajournée n’ouvre pas droit au solde.
    Conforme : « La VSR est prononcée, le service est régulier. »
    Non conforme : « La VSR est ajournée. »
    Remède : attendre une VSR favorable, puis joindre son PV.
    """
    pv = dossier.pv
    if pv is None:
        return sans_objet(_pv.SANS_PV, _cause(dossier))
    if pv.resultat in (ResultatVsr.DEFAVORABLE, ResultatVsr.AJOURNEE):
        return non_conforme(
            "La vérification de service régulier n’est pas favorable.",
            pv, "resultat", attendu=ResultatVsr.FAVORABLE, trouve=pv.resultat,
        )  # fmt: skip
    message = "Aucun résultat défavorable n’est constaté."
    if pv.resultat is ResultatVsr.FAVORABLE:
        return conforme(message, pv, "resultat")
    return rien_a_redire(message, pv, "resultat")


@dataclass(frozen=True, slots=True)
class _Dates:
    """Days of the VSR and of the mise en service, with what tells them."""

    vsr: dt.date
    pv: PvVsr
    mes: MiseEnService

    def defaut(self, message: str) -> Conclusion:
        """The defect, with both dates and their proofs."""
        dates = f"mise en service le {jour(self.mes.jour)}, VSR le {jour(self.vsr)}"
        constat = non_conforme(f"{message} : {dates}.", self.pv, "date_constat", trouve=dates)
        return confronter(constat, self.mes.piece, self.mes.champ)

    def conforme(self, message: str) -> Conclusion:
        """The requirement is met, unless one of the dates of the PV is in doubt."""
        return conforme(message, self.pv, "date_constat", "date_mise_en_service")


def _dates(dossier: DossierSolde) -> _Dates | Conclusion:
    """The two dates to compare, or why they cannot be."""
    pv = dossier.pv
    if pv is None:
        return sans_objet(_pv.SANS_PV, _cause(dossier))
    if pv.jour is None:
        return _pv.non_date(pv, EVENEMENT, "SAS-VSR-07")
    if mes := dossier.mise_en_service:
        return _Dates(pv.jour, pv, mes)
    inconnue = sans_objet("La date de la mise en service n’est pas connue.")
    return objection(pv, "date_mise_en_service") or inconnue


REGLES = (
    absent,
    perimetre_partiel,
    perimetre_non_precise,
    sans_signature_ans,
    sans_signature_editeur,
    autre_document,
    signataire_non_identifie,
    avec_reserves,
    verification_posterieure,
    anterieure_a_la_mes,
    trop_proche,
    defavorable,
)
