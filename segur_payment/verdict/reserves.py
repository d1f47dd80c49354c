"""What the verdict takes on trust, said in French."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from segur_payment.dossier import (
    Dossier,
    NatureSignature,
    Piece,
    PieceSignee,
    Preuve,
    Signature,
)
from segur_payment.regles.signature import pourquoi_sans_preuve
from segur_payment.verdict.constat import Reserve

_DECLARE = "Repose sur une déclaration, non sur un document"
_LU = "Lu sur une image par reconnaissance optique"


def reserves(dossier: Dossier) -> tuple[Reserve, ...]:
    """Facts that rest on a declaration, and signatures whose author no program can prove."""
    return tuple(_reserves(dossier))


def _reserves(dossier: Dossier) -> Iterator[Reserve]:
    if not dossier.fichiers:
        yield Reserve(
            piece=None,
            raison="Aucun fichier n’a été lu : le verdict repose sur les seuls faits déclarés",
        )
    yield from _sans_controle(dossier)
    for piece in sorted(dossier.pieces, key=_rang):
        if piece.declares:
            champs = tuple(sorted(piece.declares))
            yield Reserve(piece=piece.type, raison=_DECLARE, champs=champs)
        if lus := sorted(c for c, preuves in piece.preuves.items() if any(map(_optique, preuves))):
            yield Reserve(piece=piece.type, raison=_LU, champs=tuple(lus))
        yield from _signatures(piece)


def _optique(preuve: Preuve) -> bool:
    return preuve.confiance is not None


def _rang(piece: Piece) -> tuple[int, str]:
    return piece.type.rang, piece.model_dump_json()


def _signatures(piece: Piece) -> Iterator[Reserve]:
    for signature in piece.signatures if isinstance(piece, PieceSignee) else ():
        if raison := _doute(signature):
            partie = signature.partie.libelle if signature.partie else None
            auteur = signature.signataire or partie or _porteur(signature) or "?"
            yield Reserve(
                piece=piece.type,
                objet=f"{signature.nature.libelle.capitalize()} de {auteur}",
                raison=raison,
            )


def _porteur(signature: Signature) -> str | None:
    """Whom the certificate names, when nobody else is known; else the field."""
    numerique = signature.numerique
    if numerique is None:
        return None
    certificat = numerique.examen.certificat if numerique.examen else None
    nom = certificat and (certificat.organisation or certificat.nom_commun)
    return f"« {nom or numerique.sujet or numerique.champ} »"


def _doute(signature: Signature) -> str | None:
    if signature.nature is not NatureSignature.NUMERIQUE:
        return "un programme ne peut pas en prouver l’auteur"
    raisons = list(_reserves_numeriques(signature))
    return " ; ".join(raisons) or None


def _reserves_numeriques(signature: Signature) -> Iterator[str]:
    """What is left on trust; an altered signature is a defect (SAS-FIC-05), not a reserve."""
    numerique = signature.numerique
    examen = numerique.examen if numerique else None
    if numerique is not None and numerique.sans_examen:
        yield "présente, non vérifiée"
        if numerique.ajouts:
            yield f"le fichier a été complété après elle ({', '.join(numerique.ajouts)})"
    elif signature.integre is not False and not (signature.identite_prouvee and signature.integre):
        if signature.doute and examen and examen.confiance and signature.integre:
            yield "identité non prouvée"
        else:
            yield pourquoi_sans_preuve(signature)
    elif signature.integre and examen and not examen.revocation_controlee:
        yield "identité prouvée, révocation du certificat non contrôlée"
    if signature.doute:
        yield signature.doute


def _sans_controle(dossier: Dossier) -> Iterator[Reserve]:
    """One sentence for all the signatures that nobody examined, with what to do about it."""
    raisons = Counter(s.sans_examen for f in dossier.fichiers for s in f.signatures)
    for raison, nombre in sorted((r, n) for r, n in raisons.items() if r):
        sont = (
            "signatures numériques présentes, non vérifiées"
            if nombre > 1
            else ("signature numérique présente, non vérifiée")
        )
        yield Reserve(piece=None, objet=f"{nombre} {sont}", raison=raison)
