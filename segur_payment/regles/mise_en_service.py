"""SAS-MES: the procès-verbal de mise en service of the avance."""

from __future__ import annotations

from segur_payment.dossier import DossierAvance, Partie, TypePiece
from segur_payment.regles import _pv
from segur_payment.regles.conclusion import Conclusion, Effet
from segur_payment.regles.socle import Acteur, regle

PV = TypePiece.PV_MES
_ABSENT, _AUTRE = "SAS-MES-01", "SAS-MES-06"


def _cause(dossier: DossierAvance) -> str:
    return _pv.cause(dossier, PV, absent=_ABSENT, autre=_AUTRE)


@regle("SAS-MES-01", "pv-mes-absent", effet=Effet.COMPLETER, exigence="avance.pv", piece=PV)
def absent(dossier: DossierAvance) -> Conclusion:
    """Le dossier d’avance contient le PV de mise en service.

    Pourquoi : l’avance se paie sur la preuve de la mise en service.
    Conforme : « Procès-verbal de mise en service »
    Non conforme : aucun procès-verbal dans le dossier
    Remède : obtenir le PV de mise en service et le joindre.
    """
    return _pv.presence(dossier, PV, _AUTRE)


@regle(
    "SAS-MES-02", "pv-mes-perimetre-partiel", effet=Effet.REJET, effet_source=True,
    exigence="avance.perimetre", piece=PV,
)  # fmt: skip
def perimetre_partiel(dossier: DossierAvance) -> Conclusion:
    """Le PV de mise en service porte sur le périmètre complet.

    Pourquoi : l’avance rémunère une mise en service complète.
    Conforme : « La mise en service est prononcée pour le périmètre complet. »
    Non conforme : « La mise en service est prononcée pour un périmètre partiel. »
    Remède : attendre la mise en service du périmètre complet, puis joindre son PV.
    """
    return _pv.perimetre_complet(dossier.pv, _cause(dossier), "SAS-MES-03")


@regle(
    "SAS-MES-03", "pv-mes-perimetre-non-precise", effet=Effet.MODIFIER,
    exigence="avance.pv", piece=PV,
)  # fmt: skip
def perimetre_non_precise(dossier: DossierAvance) -> Conclusion:
    """Le PV de mise en service indique son périmètre.

    Pourquoi : sans cette mention, rien ne dit que la mise en service est complète.
    Conforme : « La mise en service est prononcée pour le périmètre complet. »
    Non conforme : « La mise en service est prononcée. »
    Remède : faire écrire le périmètre complet sur le PV.
    """
    return _pv.perimetre_precise(dossier.pv, _cause(dossier))


@regle(
    "SAS-MES-04", "pv-mes-sans-signature-ans", effet=Effet.COMPLETER,
    exigence="avance.pv", piece=PV, acteur=Acteur.ANS,
)  # fmt: skip
def sans_signature_ans(dossier: DossierAvance) -> Conclusion:
    """Le PV de mise en service est signé par l’ANS.

    Pourquoi : le PV engage les deux parties, l’ANS et l’éditeur.
    Conforme : « Pour l’ANS : signé électroniquement par Jeanne Martin le 03/03/2025 »
    Non conforme : « Pour l’ANS : Jeanne Martin, directrice de projet » au-dessus d’un blanc
    Remède : faire signer le PV par l’ANS.
    """
    return _pv.signature(dossier, Partie.ANS, _cause(dossier))


@regle(
    "SAS-MES-05", "pv-mes-sans-signature-editeur", effet=Effet.COMPLETER,
    exigence="avance.pv", piece=PV,
)  # fmt: skip
def sans_signature_editeur(dossier: DossierAvance) -> Conclusion:
    """Le PV de mise en service est signé par l’éditeur.

    Pourquoi : le PV engage les deux parties, l’ANS et l’éditeur.
    Conforme : « Pour l’éditeur : signé électroniquement par Paul Durand le 03/03/2025 »
    Non conforme : « Pour l’éditeur : Paul Durand, président » au-dessus d’un blanc
    Remède : signer le PV au nom de l’éditeur.
    """
    return _pv.signature(dossier, Partie.EDITEUR, _cause(dossier))


@regle("SAS-MES-06", "pv-mes-autre-document", effet=Effet.MODIFIER, exigence="avance.pv", piece=PV)
def autre_document(dossier: DossierAvance) -> Conclusion:
    """Le document joint est bien un PV de mise en service.

    Pourquoi : un PV de VSR, ou un autre document, ne prouve pas la mise en service.
    Conforme : « Procès-verbal de mise en service »
    Non conforme : « Procès-verbal de vérification de service régulier »
    Remède : joindre le PV de mise en service.
    """
    return _pv.bon_document(dossier, PV, _ABSENT)


@regle(
    "SAS-MES-07", "pv-mes-signataire-non-identifie", effet=Effet.AVERTISSEMENT,
    exigence="signature", piece=PV,
)  # fmt: skip
def signataire_non_identifie(dossier: DossierAvance) -> Conclusion:
    """Le PV de mise en service est daté, et chaque signataire a un nom et une qualité.

    Pourquoi : on doit savoir qui engage chaque partie, et quand.
    Conforme : « Signé par Jeanne Martin, directrice de projet, le 03/03/2025 »
    Non conforme : « Signé par Jeanne Martin »
    Remède : compléter la date, le nom ou la qualité des signataires.
    """
    return _pv.signataires_identifies(dossier.pv, _cause(dossier), "SAS-MES-04", "SAS-MES-05")


@regle(
    "SAS-MES-08", "pv-mes-avec-reserves", effet=Effet.AVERTISSEMENT,
    exigence="pv.favorable", piece=PV,
)  # fmt: skip
def avec_reserves(dossier: DossierAvance) -> Conclusion:
    """Le PV de mise en service ne comporte pas de réserve.

    Pourquoi : une réserve peut faire douter que le périmètre soit complet.
    Conforme : « La mise en service est prononcée sans réserve. »
    Non conforme : « Réserve : la prise de rendez-vous reste à corriger. »
    Remède : faire lever les réserves.
    """
    return _pv.sans_reserve(dossier.pv, _cause(dossier))


@regle(
    "SAS-MES-09", "mise-en-service-posterieure", effet=Effet.REJET,
    exigence="avance.apres-mes", piece=PV,
)  # fmt: skip
def mise_en_service_posterieure(dossier: DossierAvance) -> Conclusion:
    """La mise en service précède la demande.

    Pourquoi : l’avance se demande à l’issue de la mise en service.
    Conforme : « Mise en service le 03/03/2025 », dépôt le 02/04/2025
    Non conforme : « Mise en service le 03/05/2025 », dépôt le 02/04/2025
    Remède : attendre la mise en service avant de déposer.
    """
    return _pv.constat_avant_depot(dossier, "mise en service", _cause(dossier), "SAS-MES-07")


REGLES = (
    absent,
    perimetre_partiel,
    perimetre_non_precise,
    sans_signature_ans,
    sans_signature_editeur,
    autre_document,
    signataire_non_identifie,
    avec_reserves,
    mise_en_service_posterieure,
)
