"""One document → one piece: the extractor of its kind fills the model."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from segur_payment.dossier import (
    AutreDocument,
    ContactsSupport,
    DeclarationHonneur,
    Formulaire,
    JustificatifTransmission,
    Piece,
    Preuve,
    PvMiseEnService,
    PvVsr,
    SolutionLogicielle,
    TypePiece,
)
from segur_payment.langue.noms import Rapprochement, comparer_societes, comparer_solutions
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import (
    declaration,
    formulaire,
    identite,
    pv,
    signataire,
    signatures,
    support,
    transmission,
)
from segur_payment.lecture.extraction.noms import MOT_DE_FORMULAIRE
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.prudence import moderer
from segur_payment.lecture.reference import Reference, place_de

_MODELES: dict[TypePiece, type[Piece]] = {
    TypePiece.FORMULAIRE: Formulaire,
    TypePiece.PV_MES: PvMiseEnService,
    TypePiece.PV_VSR: PvVsr,
    TypePiece.DECLARATION: DeclarationHonneur,
    TypePiece.JUSTIFICATIF: JustificatifTransmission,
    TypePiece.SUPPORT: ContactsSupport,
    TypePiece.AUTRE: AutreDocument,
}


def lire_piece(document: Document, type_: TypePiece, titre: str, reference: Reference) -> Piece:
    """The piece that the document holds, its éditeur and solution matched with ``reference``.

    A failure of ours on a strange document makes the piece unreadable: nothing is raised, and
    nothing in it counts as absent.
    """
    try:
        return _lire(document, type_, titre, reference)
    except Exception as erreur:  # noqa: BLE001 - a bad document never raises
        raison = f"sa lecture a échoué ({type(erreur).__name__})"
        return _MODELES[type_].model_validate({"fichiers": document.noms, "illisible": raison})


def _lire(document: Document, type_: TypePiece, titre: str, reference: Reference) -> Piece:
    recolte = Recolte()
    if document.rangs:
        recolte.prouver("type", document.preuve(document.rangs[0].segments[0].jetons))
    nom = _identite(document, type_, recolte, reference)
    _lecteur(type_, titre, nom)(document, recolte)
    moderer(document, recolte)
    return _MODELES[type_].model_validate(
        {
            **recolte.valeurs,
            "fichiers": document.noms,
            "preuves": {champ: tuple(p) for champ, p in recolte.preuves.items() if p},
            "incertitudes": recolte.incertitudes,
            "dates_impossibles": tuple(recolte.dates_impossibles),
            "illisible": document.illisible,
        }
    )


def _lecteur(type_: TypePiece, titre: str, nom: str | None) -> Callable[[Document, Recolte], None]:
    def lire(document: Document, recolte: Recolte) -> None:
        if type_ is TypePiece.FORMULAIRE:
            formulaire.lire(document, recolte)
            signataire.signature_du_signataire(document, recolte, nom)
        elif type_ in (TypePiece.PV_MES, TypePiece.PV_VSR):
            pv.lire(document, type_, recolte)
            signatures.signatures_des_parties(document, recolte, nom)
        elif type_ is TypePiece.DECLARATION:
            declaration.lire(document, recolte)
            signataire.signature_du_signataire(document, recolte, nom)
        elif type_ is TypePiece.JUSTIFICATIF:
            transmission.lire(document, normaliser(titre), recolte)
        elif type_ is TypePiece.SUPPORT:
            support.lire(document, recolte)
        else:
            recolte.valeurs["titre"] = titre or None

    return lire


def _identite(
    document: Document, type_: TypePiece, recolte: Recolte, reference: Reference
) -> str | None:
    offerts = identite.candidats(document)
    numeros = identite.identifiants_de(document, recolte)
    nom = _nom(document, offerts, recolte, reference)
    if type_ is TypePiece.SUPPORT:
        recolte.preuves.pop("editeur", None)
    else:
        recolte.valeurs["editeur"] = identite.editeur(nom, numeros)
        _solution(document, offerts, recolte, reference)
    return nom or reference.editeur


def _nom(
    document: Document, offerts: identite.Candidats, recolte: Recolte, reference: Reference
) -> str | None:
    connu = reference.editeur
    for nom, preuve in offerts.editeurs if connu else ():
        if comparer_societes(nom, connu or "") is Rapprochement.IDENTIQUE:
            recolte.prouver("editeur", preuve)
            return nom
    if connu and (trouve := _cite(document, connu, recolte, "editeur")):
        return trouve
    if offerts.editeurs:
        nom, preuve = offerts.editeurs[0]
        recolte.prouver("editeur", preuve)
        return nom
    return None


def _solution(
    document: Document, offerts: identite.Candidats, recolte: Recolte, reference: Reference
) -> None:
    connue = reference.solution
    meilleures: list[tuple[int, Any]] = []
    for rang, (solution, preuve) in enumerate(offerts.solutions):
        accord = comparer_solutions(solution.nom, connue.nom) if connue else None
        meilleures.append(
            (0 if accord is Rapprochement.IDENTIQUE else 1 + rang, (solution, preuve))
        )
    if meilleures and (min(meilleures, key=lambda m: m[0])[0] == 0 or connue is None):
        solution, preuve = min(meilleures, key=lambda m: m[0])[1]
        recolte.noter("solution", solution, preuve)
    elif connue and (declinee := _declinaison(offerts, connue)):
        recolte.noter("solution", *declinee)
    elif connue and (nom := _cite(document, connue.nom, recolte, "solution")):
        recolte.valeurs["solution"] = SolutionLogicielle(nom=nom)
    elif meilleures:
        solution, preuve = meilleures[0][1]
        recolte.noter("solution", solution, preuve)


def _declinaison(
    offerts: identite.Candidats, connue: SolutionLogicielle
) -> tuple[SolutionLogicielle, Preuve] | None:
    """Another product of the same family: « Agendalib Kiné » beside « Agendalib »."""
    for solution, preuve in offerts.solutions:
        debut, suite = normaliser(connue.nom), normaliser(solution.nom)
        reste = suite.removeprefix(debut + " ") if suite.startswith(debut + " ") else ""
        if re.fullmatch(r"[a-z]{3,}", reste) and not MOT_DE_FORMULAIRE.match(reste):
            return solution, preuve
    return None


def _cite(document: Document, nom: str, recolte: Recolte, champ: str) -> str | None:
    """The name as the piece writes it, when it does anywhere."""
    if (place := place_de(document, nom)) is None:
        return None
    vue, debut, fin = place
    recolte.prouver(champ, vue.preuve(debut, fin))
    return vue.texte.citation(debut, fin)
