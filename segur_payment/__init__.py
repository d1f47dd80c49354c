"""Tells, before anything is sent, whether the ASP can pay a Ségur funding request.

::

    from datetime import date

    from segur_payment import lire_dossier, verifier

    verdict = verifier(lire_dossier("mon-dossier", date_depot=date(2025, 4, 2)))

Every name below is loaded when it is first used: importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segur_payment.chargement import charger_dossier
    from segur_payment.dossier import (
        ADAPTATEUR_DOSSIER,
        AttestationCommunication,
        AttestationFormation,
        AutreDocument,
        BlocVide,
        CanalSupport,
        Certificat,
        ContactsSupport,
        ContenuActif,
        Contradiction,
        Couts,
        Couverture,
        DateImpossible,
        DeclarationHonneur,
        Demande,
        DemandeAnterieure,
        DocumentReconnu,
        Dossier,
        DossierAvance,
        DossierSolde,
        Doute,
        Editeur,
        EngagementCreneaux,
        ExamenSignature,
        ExceptionRemontee,
        Fichier,
        Formulaire,
        Indication,
        JustificatifTransmission,
        Lecture,
        Modification,
        NatureCanal,
        NatureCertificat,
        NatureJustificatif,
        NatureSignature,
        Partie,
        Perimetre,
        Phase,
        Piece,
        Portee,
        Preuve,
        Public,
        PvMiseEnService,
        PvVsr,
        ResultatVsr,
        Signature,
        SignatureAProuver,
        SignatureNumerique,
        SolutionLogicielle,
        SourceDate,
        StatutDemande,
        Taxe,
        TypeCreneau,
        TypePiece,
    )
    from segur_payment.erreurs import (
        ErreurDepot,
        ErreurEntree,
        ErreurPdf,
        ErreurPhase,
        ErreurPolitique,
        ErreurSegur,
        ErreurSignatures,
        ErreurSortie,
        ErreurUsage,
        ErreurVerdict,
    )
    from segur_payment.lecture import lire_dossier, lire_pieces
    from segur_payment.lecture.ocr import CaseReconnue, MoteurOcr, MotReconnu, PageReconnue
    from segur_payment.lecture.pdf import ImagePage, LimitesLecture
    from segur_payment.lecture.signatures import VerificateurPyHanko, VerificateurSignatures
    from segur_payment.referentiel import Certitude
    from segur_payment.regles.conclusion import Effet, Resultat
    from segur_payment.regles.socle import Acteur
    from segur_payment.rendu.depot import preparer
    from segur_payment.verdict import (
        Action,
        AvanceConnue,
        Comparaison,
        Constat,
        Decision,
        Entete,
        Etape,
        EtatEtape,
        EtatFichier,
        FichierCompare,
        Fondement,
        Jalon,
        PieceAttendue,
        Politique,
        Reclassement,
        Reserve,
        Verdict,
        comparer,
        verifier,
    )
    from segur_payment.verdict.modele import FichierLu

__all__ = [
    "ADAPTATEUR_DOSSIER",
    "Acteur",
    "Action",
    "AttestationCommunication",
    "AttestationFormation",
    "AutreDocument",
    "AvanceConnue",
    "BlocVide",
    "CanalSupport",
    "CaseReconnue",
    "Certificat",
    "Certitude",
    "Comparaison",
    "Constat",
    "ContactsSupport",
    "ContenuActif",
    "Contradiction",
    "Couts",
    "Couverture",
    "DateImpossible",
    "Decision",
    "DeclarationHonneur",
    "Demande",
    "DemandeAnterieure",
    "DocumentReconnu",
    "Dossier",
    "DossierAvance",
    "DossierSolde",
    "Doute",
    "Editeur",
    "Effet",
    "EngagementCreneaux",
    "Entete",
    "ErreurDepot",
    "ErreurEntree",
    "ErreurPdf",
    "ErreurPhase",
    "ErreurPolitique",
    "ErreurSegur",
    "ErreurSignatures",
    "ErreurSortie",
    "ErreurUsage",
    "ErreurVerdict",
    "Etape",
    "EtatEtape",
    "EtatFichier",
    "ExamenSignature",
    "ExceptionRemontee",
    "Fichier",
    "FichierCompare",
    "FichierLu",
    "Fondement",
    "Formulaire",
    "ImagePage",
    "Indication",
    "Jalon",
    "JustificatifTransmission",
    "Lecture",
    "LimitesLecture",
    "Modification",
    "MotReconnu",
    "MoteurOcr",
    "NatureCanal",
    "NatureCertificat",
    "NatureJustificatif",
    "NatureSignature",
    "PageReconnue",
    "Partie",
    "Perimetre",
    "Phase",
    "Piece",
    "PieceAttendue",
    "Politique",
    "Portee",
    "Preuve",
    "Public",
    "PvMiseEnService",
    "PvVsr",
    "Reclassement",
    "Reserve",
    "Resultat",
    "ResultatVsr",
    "Signature",
    "SignatureAProuver",
    "SignatureNumerique",
    "SolutionLogicielle",
    "SourceDate",
    "StatutDemande",
    "Taxe",
    "TypeCreneau",
    "TypePiece",
    "Verdict",
    "VerificateurPyHanko",
    "VerificateurSignatures",
    "charger_dossier",
    "comparer",
    "lire_dossier",
    "lire_pieces",
    "preparer",
    "verifier",
]

_AILLEURS = {
    "charger_dossier": ("chargement",),
    "preparer": ("rendu.depot",),
    **dict.fromkeys(("lire_dossier", "lire_pieces"), ("lecture",)),
    **dict.fromkeys(("CaseReconnue", "MotReconnu", "MoteurOcr", "PageReconnue"), ("lecture.ocr",)),
    **dict.fromkeys(("ImagePage", "LimitesLecture"), ("lecture.pdf",)),
    **dict.fromkeys(("VerificateurPyHanko", "VerificateurSignatures"), ("lecture.signatures",)),
}
_FACADES = (
    "erreurs",
    "dossier",
    "referentiel",
    "regles.conclusion",
    "regles.socle",
    "verdict",
    "verdict.modele",
)


def __getattr__(nom: str) -> object:
    if nom == "__version__":
        from segur_payment.version import version_installee

        return version_installee()
    if nom not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {nom!r}")
    for facade in _AILLEURS.get(nom, _FACADES):
        module = import_module(f"{__name__}.{facade}")
        if hasattr(module, nom):
            globals()[nom] = valeur = getattr(module, nom)
            return valeur
    raise AttributeError(f"module {__name__!r} has no attribute {nom!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
