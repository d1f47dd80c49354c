"""Files → recognised pieces → the dossier of a phase."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal

from pydantic import ValidationError

from segur_payment.dossier import (
    AutreDocument,
    ContactsSupport,
    Demande,
    Dossier,
    DossierAvance,
    DossierSolde,
    Formulaire,
    Lecture,
    Phase,
    Piece,
    Preuve,
    TypePiece,
)
from segur_payment.erreurs import ErreurEntree, ErreurPhase, en_clair
from segur_payment.lecture import manifeste
from segur_payment.lecture.fichiers import Lus, Outils, lire_fichiers
from segur_payment.lecture.manifeste import Manifeste
from segur_payment.lecture.ocr import MoteurOcr
from segur_payment.lecture.parts import Part
from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.lecture.signatures import VerificateurSignatures
from segur_payment.lecture.sources import Source

_VOTES = {
    TypePiece.PV_MES: Phase.AVANCE,
    TypePiece.PV_VSR: Phase.SOLDE,
    TypePiece.DECLARATION: Phase.AVANCE,
    TypePiece.JUSTIFICATIF: Phase.AVANCE,
    TypePiece.SUPPORT: Phase.SOLDE,
}
_PV = {Phase.AVANCE: TypePiece.PV_MES, Phase.SOLDE: TypePiece.PV_VSR}


def lire_pieces(
    source: Source,
    *,
    limites: LimitesLecture | None = None,
    ocr: MoteurOcr | Literal[False] | None = None,
    signatures: VerificateurSignatures | Literal[False] | None = None,
) -> Lecture:
    """Read a folder, a zip or in-memory files without judging: for a person who checks the reading.

    Each piece is recognised from its content; of ``dossier.toml`` only the roles of the files
    count, declared facts are left out.

    Raises:
        ErreurEntree: the source is no dossier, or the manifest is unusable.
    """
    lus, _ = lire_fichiers(source, Outils(limites or LimitesLecture(), ocr, signatures))
    return Lecture(fichiers=lus.fichiers, pieces=tuple(piece for _, piece in lus.pieces))


def lire_dossier(
    source: Source,
    *,
    date_depot: dt.date | None = None,
    phase: Phase | str | None = None,
    date_par_defaut: dt.date | None = None,
    limites: LimitesLecture | None = None,
    ocr: MoteurOcr | Literal[False] | None = None,
    signatures: VerificateurSignatures | Literal[False] | None = None,
) -> Dossier:
    """Read a folder, a zip or in-memory files (name → bytes) of PDFs into a dossier.

    Each piece is recognised from its content; ``dossier.toml`` among the files may declare facts
    or the role of a file.

    Args:
        source: folder, zip or PDF on disk, or a mapping of names to bytes.
        date_depot: day of deposit; else the one that the manifest gives.
        phase: ``avance`` or ``solde``; else the manifest's, else what the pieces tell.
        date_par_defaut: day of deposit when nothing else gives one.
        limites: bounds of the reading (size, pages, time, memory).
        ocr: what reads the pages that are pictures: an engine of yours; None for the one of the
            extra ``[ocr]``, when it is installed; False for none.
        signatures: what checks digital signatures: a verifier of yours, such as
            ``VerificateurPyHanko("racines")``; None for the one of the extra ``[signatures]``,
            when it is installed: without trust roots it proves no identity; False for none.

    Raises:
        ErreurEntree: the source is no dossier, the manifest is unusable, or no date is known.
        ErreurPhase: the phase is not given and nothing tells it.
    """
    outils = Outils(limites or LimitesLecture(), ocr, signatures)
    lus, declare = lire_fichiers(source, outils, date_depot, date_par_defaut)
    depot = date_depot or declare.date_depot or date_par_defaut
    if depot is None:
        raise ErreurEntree("La date de dépôt n’est pas connue : donnez date_depot.")
    phase_connue = _phase(phase, declare, lus)
    return _assembler(phase_connue, depot, declare, lus)


def _phase(voulue: Phase | str | None, declare: Manifeste, lus: Lus) -> Phase:
    if voulue is not None:
        try:
            return Phase(voulue)
        except ValueError as erreur:
            raise ErreurPhase(f"Phase inconnue : {voulue!r} (avance ou solde).") from erreur
    if declare.phase is not None:
        return declare.phase
    votes = Counter(v for _, piece in lus.pieces if (v := _vote(piece)))
    if not votes:
        illisibles = [f"\n  {f.nom} : {f.illisible}" for f in lus.fichiers if f.illisible]
        raise ErreurPhase(
            "Aucune pièce n’a été reconnue : précisez la phase, avance ou solde (--phase)."
            + "".join(illisibles)
        )
    (premiere, nombre), *reste = votes.most_common()
    if not reste or reste[0][1] < nombre:
        return premiere
    types = {piece.type for _, piece in lus.pieces}
    return next((p for p, pv in _PV.items() if pv in types), premiere)


def _vote(piece: Piece) -> Phase | None:
    return piece.phase if isinstance(piece, Formulaire) else _VOTES.get(piece.type)


def _assembler(phase: Phase, depot: dt.date, declare: Manifeste, lus: Lus) -> Dossier:
    retenues: dict[TypePiece, list[Piece]] = {t: [] for t in TypePiece}
    for part, piece in lus.pieces:
        retenues[piece.type].append(_a_sa_place(part, piece))
    retenues[TypePiece.SUPPORT] = _reunir(retenues[TypePiece.SUPPORT])
    formulaires = sorted(
        retenues[TypePiece.FORMULAIRE], key=lambda f: getattr(f, "phase", None) is not phase
    )
    requises: dict[str, Any] = {"formulaire": formulaires[:1], "pv": retenues[_PV[phase]][:1]}
    if phase is Phase.AVANCE:
        requises["declaration"] = retenues[TypePiece.DECLARATION][:1]
        requises["justificatifs"] = retenues[TypePiece.JUSTIFICATIF]
    else:
        requises["support"] = retenues[TypePiece.SUPPORT][:1]
    _refuser_hors_phase(phase, requises, declare)
    prises = [p for groupe in requises.values() for p in groupe]
    autres = tuple(p for groupe in retenues.values() for p in groupe if not _parmi(p, prises))
    champs = {nom: _declarees(nom, groupe, declare) for nom, groupe in requises.items()}
    modele = DossierAvance if phase is Phase.AVANCE else DossierSolde
    return modele(
        demande=_demande(depot, declare),
        autres_pieces=autres,
        fichiers=lus.fichiers,
        **champs,
    )


def _reunir(contacts: list[Piece]) -> list[Piece]:
    """One sheet of contacts per audience makes one piece: the channels add up."""
    if len(contacts) < 2:
        return contacts
    preuves: dict[str, tuple[Preuve, ...]] = {}
    for piece in contacts:
        for champ, siennes in piece.preuves.items():
            preuves[champ] = preuves.get(champ, ()) + siennes
    reunis = contacts[0].model_copy(
        update={
            "canaux": tuple(
                c for p in contacts if isinstance(p, ContactsSupport) for c in p.canaux
            ),
            "fichiers": tuple(dict.fromkeys(f for p in contacts for f in p.fichiers)),
            "preuves": preuves,
            "illisible": next((p.illisible for p in contacts if p.illisible), None),
        }
    )
    return [reunis]


def _refuser_hors_phase(phase: Phase, requises: dict[str, Any], declare: Manifeste) -> None:
    for section in ("declaration", "justificatif", "support"):
        connue = section in requises or f"{section}s" in requises
        if getattr(declare, section) and not connue:
            raise ErreurEntree(
                f"dossier.toml déclare des faits sur « {section} », absent d’un dossier de phase "
                f"« {phase} »."
            )


def _parmi(piece: Piece, prises: Sequence[Piece]) -> bool:
    return any(piece is prise for prise in prises)


def _a_sa_place(part: Part, piece: Piece) -> Piece:
    """A document declared as a piece that it is not stands in that piece's place."""
    if part.role is None or part.role is piece.type or not isinstance(piece, AutreDocument):
        return piece
    return piece.model_copy(update={"a_la_place_de": part.role})


def _declarees(nom: str, groupe: list[Piece], declare: Manifeste) -> Any:
    faits = getattr(declare, nom.removesuffix("s") if nom == "justificatifs" else nom)
    if faits and not groupe:
        raise ErreurEntree(
            f"dossier.toml déclare des faits sur « {nom} », mais aucun fichier ne tient ce rôle : "
            "indiquez-le dans [fichiers]."
        )
    completees = [manifeste.declarer(groupe[0], faits), *groupe[1:]] if groupe else []
    if nom == "justificatifs":
        return tuple(completees)
    return completees[0] if completees else None


def _demande(depot: dt.date, declare: Manifeste) -> Demande:
    try:
        return Demande.model_validate({**declare.demande, "date_depot": depot})
    except ValidationError as erreur:
        raise ErreurEntree(f"dossier.toml, section [demande] :\n{en_clair(erreur)}") from erreur
