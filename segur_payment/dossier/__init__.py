"""WHAT is judged: frozen models without I/O. They know nothing of rules nor of PDFs."""

from segur_payment.dossier.commun import (
    Contradiction,
    DateImpossible,
    Euros,
    Modele,
    Partie,
    Phase,
    Portee,
    Preuve,
    Public,
    TypePiece,
)
from segur_payment.dossier.declaration import (
    AttestationCommunication,
    AttestationFormation,
    DeclarationHonneur,
    EngagementCreneaux,
    ExceptionRemontee,
    TypeCreneau,
)
from segur_payment.dossier.demande import (
    Couts,
    Demande,
    DemandeAnterieure,
    SignatureAProuver,
    StatutDemande,
)
from segur_payment.dossier.dossier import (
    ADAPTATEUR_DOSSIER,
    AutreDocument,
    Dossier,
    DossierAvance,
    DossierBase,
    DossierSolde,
    MiseEnService,
    PieceQuelconque,
)
from segur_payment.dossier.examen import (
    Certificat,
    Couverture,
    ExamenSignature,
    Indication,
    Modification,
    NatureCertificat,
    SourceDate,
)
from segur_payment.dossier.fichier import ContenuActif, DocumentReconnu, Fichier
from segur_payment.dossier.formulaire import Formulaire, Taxe
from segur_payment.dossier.identites import Editeur, SolutionLogicielle
from segur_payment.dossier.lecture import Doute, Lecture
from segur_payment.dossier.piece import Piece, PieceSignee
from segur_payment.dossier.pv import Perimetre, ProcesVerbal, PvMiseEnService, PvVsr, ResultatVsr
from segur_payment.dossier.signature import BlocVide, NatureSignature, Signature
from segur_payment.dossier.signature_numerique import SignatureNumerique
from segur_payment.dossier.support import CanalSupport, ContactsSupport, NatureCanal
from segur_payment.dossier.transmission import JustificatifTransmission, NatureJustificatif

__all__ = [
    "ADAPTATEUR_DOSSIER",
    "AttestationCommunication",
    "AttestationFormation",
    "AutreDocument",
    "BlocVide",
    "CanalSupport",
    "Certificat",
    "ContactsSupport",
    "ContenuActif",
    "Contradiction",
    "Couts",
    "Couverture",
    "DateImpossible",
    "DeclarationHonneur",
    "Demande",
    "DemandeAnterieure",
    "DocumentReconnu",
    "Dossier",
    "DossierAvance",
    "DossierBase",
    "DossierSolde",
    "Doute",
    "Editeur",
    "EngagementCreneaux",
    "Euros",
    "ExamenSignature",
    "ExceptionRemontee",
    "Fichier",
    "Formulaire",
    "Indication",
    "JustificatifTransmission",
    "Lecture",
    "MiseEnService",
    "Modele",
    "Modification",
    "NatureCanal",
    "NatureCertificat",
    "NatureJustificatif",
    "NatureSignature",
    "Partie",
    "Perimetre",
    "Phase",
    "Piece",
    "PieceQuelconque",
    "PieceSignee",
    "Portee",
    "Preuve",
    "ProcesVerbal",
    "Public",
    "PvMiseEnService",
    "PvVsr",
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
]
