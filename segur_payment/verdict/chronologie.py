"""Where the dossier stands: its identities, its pieces, and the four steps of the funding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from segur_payment.dossier import (
    Dossier,
    DossierAvance,
    DossierSolde,
    Editeur,
    Phase,
    Piece,
    ProcesVerbal,
    SolutionLogicielle,
    StatutDemande,
    TypePiece,
)
from segur_payment.regles.solution import PORTEUSES, demandes_comptees
from segur_payment.verdict.etapes import Etape, EtatEtape, Jalon, PieceAttendue

T = TypeVar("T")
_ATTENDUES = {
    Phase.AVANCE: (
        TypePiece.FORMULAIRE,
        TypePiece.PV_MES,
        TypePiece.DECLARATION,
        TypePiece.JUSTIFICATIF,
    ),
    Phase.SOLDE: (TypePiece.FORMULAIRE, TypePiece.PV_VSR, TypePiece.SUPPORT),
}
_STATUTS = {StatutDemande.PAYEE: "payée", StatutDemande.EN_COURS: "demandée, paiement non connu"}


def pieces_attendues(dossier: Dossier) -> tuple[PieceAttendue, ...]:
    """The pieces that the phase requires, with the files that hold them."""
    presentes: dict[TypePiece, set[str]] = {}
    for piece in dossier.pieces:
        presentes.setdefault(piece.type, set()).update(piece.fichiers)
    return tuple(
        PieceAttendue(
            piece=type_piece,
            presente=type_piece in presentes,
            fichiers=tuple(sorted(presentes.get(type_piece, ()))),
        )
        for type_piece in _ATTENDUES[dossier.phase]
    )


def editeur(dossier: Dossier) -> Editeur | None:
    """The éditeur, as the first piece that names it says."""
    return _premier(p.editeur for p in dossier.pieces if p.type in PORTEUSES)


def solution(dossier: Dossier) -> SolutionLogicielle | None:
    """The solution logicielle, likewise."""
    return _premier(p.solution for p in dossier.pieces if p.type in PORTEUSES)


def _premier(valeurs: Iterable[T | None]) -> T | None:
    return next((v for v in valeurs if v is not None), None)


def chronologie(dossier: Dossier) -> tuple[Jalon, ...]:
    """The four steps, as the dossier tells them on the day of deposit."""
    courant = Jalon(
        etape=Etape(dossier.phase), etat=EtatEtape.EN_COURS, date=dossier.demande.date_depot,
        precision="ce dossier",
    )  # fmt: skip
    if isinstance(dossier, DossierAvance):
        mes = _constatee(Etape.MISE_EN_SERVICE, dossier.pv, dossier.demande.date_depot)
        a_venir = (Jalon(etape=e, etat=EtatEtape.A_VENIR) for e in (Etape.VSR, Etape.SOLDE))
        return (mes, courant, *a_venir)
    vsr = _constatee(Etape.VSR, dossier.pv, dossier.demande.date_depot)
    return (_mise_en_service(dossier), _avance(dossier), vsr, courant)


def _constatee(etape: Etape, pv: ProcesVerbal | None, depot: dt.date) -> Jalon:
    """The step that the PV of the dossier records."""
    if pv is None:
        return Jalon(etape=etape, etat=EtatEtape.INCONNUE, precision="aucun PV dans le dossier")
    champ = "date_constat" if pv.date_constat else "date"
    return _datee(etape, pv.jour, pv, champ, depot)


def _datee(etape: Etape, jour: dt.date | None, piece: Piece, champ: str, depot: dt.date) -> Jalon:
    if jour is None:
        return Jalon(etape=etape, etat=EtatEtape.INCONNUE, precision="date non lue sur le PV")
    return Jalon(
        etape=etape,
        etat=EtatEtape.PASSEE if jour <= depot else EtatEtape.A_VENIR,
        date=jour,
        preuves=piece.preuves.get(champ, ()),
    )


def _mise_en_service(dossier: DossierSolde) -> Jalon:
    mes = dossier.mise_en_service
    if mes is None:
        return Jalon(etape=Etape.MISE_EN_SERVICE, etat=EtatEtape.INCONNUE)
    depot = dossier.demande.date_depot
    return _datee(Etape.MISE_EN_SERVICE, mes.jour, mes.piece, mes.champ, depot)


def _avance(dossier: DossierSolde) -> Jalon:
    connues = sorted(
        (d for d in demandes_comptees(dossier) if d.phase is Phase.AVANCE),
        key=lambda d: (d.statut is StatutDemande.PAYEE, d.date or dt.date.min),
    )
    if connues:
        derniere = connues[-1]
        return Jalon(
            etape=Etape.AVANCE, etat=EtatEtape.PASSEE, date=derniere.date,
            precision=_STATUTS[derniere.statut],
        )  # fmt: skip
    formulaire = dossier.formulaire
    if formulaire is None or formulaire.avance_versee is None:
        return Jalon(etape=Etape.AVANCE, etat=EtatEtape.INCONNUE)
    versee = formulaire.avance_versee
    return Jalon(
        etape=Etape.AVANCE,
        etat=EtatEtape.PASSEE if versee else EtatEtape.A_VENIR,
        precision="versée, selon le formulaire" if versee else "non versée, selon le formulaire",
        preuves=formulaire.preuves.get("avance_versee", ()),
    )
