"""What is said alike of the signatures of every piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segur_payment.dossier import (
    BlocVide,
    DossierBase,
    ExamenSignature,
    NatureSignature,
    Partie,
    PieceSignee,
    Signature,
    TypePiece,
)
from segur_payment.francais import jour
from segur_payment.regles.conclusion import Conclusion, manque, non_conforme, non_verifiable

CHAMP_EDITEUR = f"signatures.{Partie.EDITEUR}"
_CONTROLER = "Contrôler la signature avec les certificats des autorités reconnues (--racines)."
PIECES_SIGNEES = frozenset(
    (TypePiece.FORMULAIRE, TypePiece.PV_MES, TypePiece.PV_VSR, TypePiece.DECLARATION)
)
"""The pieces whose signature a rule judges."""


def emplacement_vide(bloc: BlocVide | None) -> str:
    """Why a printed name is not enough, as a sentence to add; nothing without an empty block."""
    if bloc is None:
        return ""
    nom = f" (« {bloc.nom} »)" if bloc.nom else ""
    return f" Son emplacement est vide : le nom imprimé{nom} ne vaut pas signature."


def alteree(signatures: Sequence[Signature], piece: PieceSignee, champ: str) -> Conclusion | None:
    """A defect when signatures exist and none counts, because what they signed was altered."""
    if not signatures or any(s.compte for s in signatures):
        return None
    message = (
        f"{_designee(signatures[0])} existe, mais ce qu’elle signait a été modifié ensuite : "
        "elle ne compte pas."
    )
    return non_conforme(message, piece, champ)


def preuve_manquante(
    dossier: DossierBase,
    signatures: Sequence[Signature],
    piece: PieceSignee,
    partie: Partie,
    champ: str,
) -> Conclusion | None:
    """What the politique demands of a signature that counts: a trusted chain that names its party.

    A signature that nobody examined, or examined without trust roots, leaves it open; one that was
    examined and does not prove its author, or that no certificate carries, is a defect.
    """
    exigence = dossier.demande.signature_a_prouver(piece.type, partie)
    comptent = [s for s in signatures if s.compte]
    if exigence is None or not comptent or any(_prouvee(s) for s in comptent):
        return None
    debut = f"La politique demande la preuve de la signature de {partie.libelle}"
    numeriques = [s for s in comptent if s.nature is NatureSignature.NUMERIQUE]
    if not numeriques:
        message = f"{debut} : {comptent[0].nature.libelle}, sans certificat."
        return non_conforme(message, piece, champ)
    ouvertes = [s for s in numeriques if s.identite_prouvee is None or s.integre is None]
    if ouvertes:
        raison = pourquoi_sans_preuve(ouvertes[0])
        message = f"{debut} : impossible à vérifier, {raison}."
        return non_verifiable(message, piece, champ, remede=_CONTROLER)
    return non_conforme(f"{debut} : {pourquoi_sans_preuve(numeriques[0])}.", piece, champ)


def _prouvee(signature: Signature) -> bool:
    return bool(signature.identite_prouvee and signature.integre)


def pourquoi_sans_preuve(signature: Signature) -> str:
    """Why the identity behind a digital signature is not proven, as the end of a sentence."""
    numerique = signature.numerique
    if numerique is None:
        return "identité non prouvée"
    if numerique.sans_examen:
        return f"présente, non vérifiée ({numerique.sans_examen})"
    examen = numerique.examen
    if examen is None or examen.empechement:
        raison = examen.empechement if examen else "nul ne l’a contrôlée"
        return f"présente, non vérifiée ({raison})"
    if signature.integre is False:
        return "ce qu’elle signait a été modifié ensuite"
    if signature.integre is None:
        if numerique.inexpliquee:
            return "le contrôle n’explique pas tout ce qui l’a suivie"
        rempli = "un champ a été rempli après elle"
        return rempli if examen.champs_modifies else "elle ne couvre qu’une partie du fichier"
    if examen.confiance is None:
        return "identité non prouvée (aucune racine de confiance donnée)"
    if examen.confiance:
        return f"identité non prouvée ({signature.doute or 'le certificat ne nomme pas la partie'})"
    return f"identité non prouvée ({_rupture(examen)})"


_RUPTURES = {
    "NO_CERTIFICATE_CHAIN_FOUND": "ne mène à aucune racine de confiance",
    "OUT_OF_BOUNDS_NO_POE": "était hors de sa période de validité",
    "REVOKED_NO_POE": "était révoqué",
    "REVOKED_CA_NO_POE": "vient d’une autorité révoquée",
}


def _rupture(examen: ExamenSignature) -> str:
    """Why the chain is not recognised, with the name that the certificate claims."""
    certificat = examen.certificat
    nom = certificat and (certificat.organisation or certificat.nom_commun)
    sujet = f"le certificat, au nom de « {nom} »," if nom else "le certificat"
    code = examen.sous_indication or ""
    suite = _RUPTURES.get(code, "n’est pas reconnu")
    le = f" le {jour(examen.revoque_le)}" if examen.revoque_le and "révoqu" in suite else ""
    return f"{sujet} {suite}{le}" + (f", {code}" if code else "")


def _designee(signature: Signature) -> str:
    if signature.signataire:
        return f"La signature de « {signature.signataire} »"
    return f"La signature de {signature.partie.libelle}" if signature.partie else "Une signature"


def date_et_signature(dossier: DossierBase, piece: PieceSignee) -> Iterator[Conclusion]:
    """What is missing from a piece that the éditeur alone dates and signs.

    A date that no calendar holds is there: SAS-DAT-01 speaks of it.
    """
    siennes = [s for s in piece.signatures if s.partie is not Partie.ANS]
    obstacle = alteree(siennes, piece, CHAMP_EDITEUR) or preuve_manquante(
        dossier, siennes, piece, Partie.EDITEUR, CHAMP_EDITEUR
    )
    if obstacle:
        yield obstacle
    elif not siennes:
        bloc = next((b for b in piece.blocs_vides if b.partie is not Partie.ANS), None)
        message = "Il manque la signature de l’éditeur." + emplacement_vide(bloc)
        yield manque(message, piece, CHAMP_EDITEUR)
    if not (piece.date or piece.dates_impossibles or any(s.date for s in piece.signatures)):
        yield manque("Il manque la date.", piece, "date")
