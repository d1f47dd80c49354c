"""SAS-FIC-05: what was signed is what is shown."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import (
    Couverture,
    DossierBase,
    ExamenSignature,
    Fichier,
    Modification,
    Piece,
    PieceSignee,
    Preuve,
    SignatureNumerique,
)
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    Resultat,
    conforme,
    non_conforme,
    sans_objet,
)
from segur_payment.regles.socle import regle

_INCERTAINES = "deux lectures du fichier se contredisent sur ses signatures numériques"
_PERMIS = {
    Modification.AUCUNE: "aucun changement",
    Modification.ARCHIVAGE: "aucun changement",
    Modification.FORMULAIRE: "de remplir que les champs déjà prévus",
    Modification.ANNOTATIONS: "que des annotations et le remplissage des champs prévus",
}
_REGARDER = (
    "Faire regarder par une personne ce qui a suivi la signature, "
    "ou faire signer la version définitive du document."
)
_CAS_CONNU = (
    "C’est le cas connu du premier signataire qui certifie le document : la signature du second "
    "vient ensuite dans un champ que cette certification n’admet pas, et la première n’est plus "
    "valable. Faire signer le premier sans certifier, ou préparer les deux champs de signature "
    "avant une certification qui permet de les remplir."
)


@regle("SAS-FIC-05", "modifie-apres-signature", effet=Effet.MODIFIER, exigence="lisibilite")
def modifie_apres_signature(dossier: DossierBase) -> Conclusions:
    """Aucun fichier signé n’a été modifié après sa signature, au-delà de ce qu’elle permet.

    Pourquoi : une signature numérique ne couvre que ce qui a été signé.
    Conforme : un PDF signé, inchangé depuis ou seulement contresigné
    Non conforme : un PDF signé, dont une page a été ajoutée ensuite
    Remède : faire signer la version définitive du document.
    """
    if not dossier.fichiers and not any(map(_alteree, dossier.pieces)):
        return sans_objet("Aucun fichier n’a été lu : le dossier a été saisi.")
    lisibles = [f for f in dossier.fichiers if not f.illisible]
    constats = [c for fichier in dossier.fichiers for c in _du_fichier(fichier)]
    accuses = {p.fichier for c in constats for p in c.preuves}
    constats += [
        non_conforme("Le contenu signé a été altéré après la signature.", piece, "signatures")
        for piece in dossier.pieces
        if _alteree(piece) and accuses.isdisjoint(piece.fichiers)
    ]
    if constats:
        return constats
    if not lisibles:
        return sans_objet("Aucun fichier n’est lisible.", "SAS-FIC-01")
    if any(s.examen is None for f in lisibles for s in f.signatures):
        return conforme(
            "Rien ne montre qu’un fichier ait été modifié après sa signature ; "
            "l’intégrité des signatures numériques n’a pas été contrôlée."
        )
    return conforme("Aucun fichier n’a été modifié après signature.")


def _alteree(piece: Piece) -> bool:
    return isinstance(piece, PieceSignee) and any(s.integre is False for s in piece.signatures)


def _du_fichier(fichier: Fichier) -> Iterator[Conclusion]:
    if fichier.modifie_apres_signature:
        raison = fichier.modifie_apres_signature
        yield _defaut(fichier, f"a été modifié après signature : {raison}", raison)
    if fichier.signatures_incertaines:
        yield _ouvert(fichier, _INCERTAINES, _INCERTAINES)
    for signature in fichier.signatures:
        examen = signature.examen
        conclue = (
            _examinee(fichier, signature, examen) if examen else _non_examinee(fichier, signature)
        )
        if conclue:
            yield conclue


def _examinee(
    fichier: Fichier, signature: SignatureNumerique, examen: ExamenSignature
) -> Conclusion | None:
    qui = _qui(signature)
    if examen.integre is False or examen.valide is False:
        return _defaut(fichier, f"a été altéré : {qui} ne correspond plus au contenu.", qui)
    faits = " ; ".join(signature.ajouts or examen.changements) or "modification non admise"
    if signature.inexpliquee:
        vu = f"ne se voit que : {faits}" if signature.ajouts else "rien ne se voit"
        raison = f"le contrôle n’explique pas tout ce qui a suivi {qui}, où {vu}"
        return _ouvert(fichier, raison, faits)
    if examen.intact is False:
        return _defaut(fichier, f"a été modifié après {qui} ({faits}).", faits)
    if examen.modification_admise is False:
        permis = _PERMIS.get(examen.permis or Modification.AUTRE)
        limite = f", qui ne permet ensuite {permis}" if permis else ""
        suite = f" {_CAS_CONNU}" if examen.certifiante else ""
        message = f"a changé après {qui}{limite} ({faits}).{suite}"
        return _defaut(fichier, message, faits)
    if examen.intact is None and examen.champs_modifies and not examen.empechement:
        return _rempli(fichier, qui, examen.champs_modifies)
    if examen.intact is None:
        raison = examen.empechement or f"{qui} ne couvre qu’une partie du fichier"
        return _ouvert(fichier, f"{qui} : {raison}" if examen.empechement else raison, qui)
    return None


def _non_examinee(fichier: Fichier, signature: SignatureNumerique) -> Conclusion | None:
    """Without a verifier only the structure speaks: what it shows is a sign, never a proof.

    A later signature or validation data are usual and left to the reserves; fields, pages,
    annotations or bytes that the signature leaves out must be looked at.
    """
    qui = _qui(signature)
    if signature.couverture in (Couverture.PARTIELLE, Couverture.INCONNUE):
        return _ouvert(fichier, f"{qui} ne couvre qu’une partie du fichier", qui)
    modification = signature.modification
    if signature.champs_modifies and modification is Modification.FORMULAIRE:
        return _rempli(fichier, qui, signature.champs_modifies)
    if modification is not None and modification.rang < Modification.ANNOTATIONS.rang:
        return None
    faits = " ; ".join(signature.ajouts) or "des changements possibles"
    raison = f"{faits} après {qui} ({signature.sans_examen or 'aucun contrôle n’en a été fait'})"
    return _ouvert(fichier, raison, faits)


def _rempli(fichier: Fichier, qui: str, champs: tuple[str, ...]) -> Conclusion:
    """Allowed by the format, and one may hide there what was signed: a person must look."""
    noms = ", ".join(f"« {nom} »" for nom in champs)
    fait, les = "des champs ont été remplis", "les"
    if len(champs) == 1:
        fait, les = "un champ a été rempli", "le"
    return _ouvert(fichier, f"{fait} après {qui}, qui ne {les} couvre pas ({noms})", noms)


def _qui(signature: SignatureNumerique) -> str:
    certificat = signature.examen.certificat if signature.examen else None
    nom = certificat and (certificat.personne or certificat.nom_commun or certificat.organisation)
    genre = "l’horodatage" if signature.horodatage else "la signature"
    return f"{genre} de « {nom or signature.sujet or signature.nom or signature.champ} »"


def _defaut(fichier: Fichier, suite: str, extrait: str) -> Conclusion:
    return _conclusion(Resultat.NON_CONFORME, f"« {fichier.nom} » {suite}", fichier, extrait)


def _ouvert(fichier: Fichier, raison: str, extrait: str) -> Conclusion:
    message = f"« {fichier.nom} », impossible à vérifier : {raison}."
    return _conclusion(Resultat.NON_VERIFIABLE, message, fichier, extrait).avec(_REGARDER)


def _conclusion(resultat: Resultat, message: str, fichier: Fichier, extrait: str) -> Conclusion:
    preuve = Preuve(fichier=fichier.nom, sha256=fichier.sha256, extrait=extrait)
    return Conclusion(resultat=resultat, message=message, preuves=(preuve,))


REGLES = (modifie_apres_signature,)
