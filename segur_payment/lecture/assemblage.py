"""Files → recognised pieces → the dossier of a phase."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import ValidationError

from segur_payment.dossier import (
    AutreDocument,
    Demande,
    DossierAvance,
    DossierSolde,
    Fichier,
    Formulaire,
    Phase,
    Piece,
    TypePiece,
)
from segur_payment.erreurs import ErreurEntree, ErreurPhase, en_clair
from segur_payment.lecture import fiche, manifeste
from segur_payment.lecture.accord import accorder
from segur_payment.lecture.document import Document
from segur_payment.lecture.manifeste import Manifeste
from segur_payment.lecture.ocr import MoteurOcr
from segur_payment.lecture.ocr.pages import Lecteur
from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.lecture.pdf.modele import DocumentLu
from segur_payment.lecture.pieces import Reference, lire_piece
from segur_payment.lecture.prudence import SUR
from segur_payment.lecture.reconnaissance import Reconnaissance, debut_de_piece, reconnaitre
from segur_payment.lecture.sources import MANIFESTE, Entree, Source, entrees

_VOTES = {
    TypePiece.PV_MES: Phase.AVANCE,
    TypePiece.PV_VSR: Phase.SOLDE,
    TypePiece.DECLARATION: Phase.AVANCE,
    TypePiece.JUSTIFICATIF: Phase.AVANCE,
    TypePiece.SUPPORT: Phase.SOLDE,
}
_PV = {Phase.AVANCE: TypePiece.PV_MES, Phase.SOLDE: TypePiece.PV_VSR}


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside a file, and what it was recognised as."""

    document: Document
    type: TypePiece
    reconnaissance: Reconnaissance | None
    role: TypePiece | None = None

    @property
    def titre(self) -> str:
        """The words that made it recognised."""
        return self.reconnaissance.preuve.extrait if self.reconnaissance else ""

    @property
    def score(self) -> float:
        """How surely it was recognised."""
        return self.reconnaissance.score if self.reconnaissance else 0.0


def lire_dossier(
    source: Source,
    *,
    date_depot: dt.date | None = None,
    phase: Phase | str | None = None,
    date_par_defaut: dt.date | None = None,
    limites: LimitesLecture | None = None,
    ocr: MoteurOcr | Literal[False] | None = None,
) -> DossierAvance | DossierSolde:
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

    Raises:
        ErreurEntree: the source is no dossier, the manifest is unusable, or no date is known.
        ErreurPhase: the phase is not given and nothing tells it.
    """
    limites = limites or LimitesLecture()
    lues = entrees(source, limites)
    pdfs = [e for e in lues if e.nom != MANIFESTE]
    declare = manifeste.lire(
        next((e for e in lues if e.nom == MANIFESTE), None), {e.nom for e in pdfs}
    )
    depot = date_depot or declare.date_depot or date_par_defaut
    if depot is None:
        raise ErreurEntree("La date de dépôt n’est pas connue : donnez date_depot.")
    parts, fichiers = _lire_fichiers(pdfs, declare, Lecteur(limites, ocr))
    pieces = _lire_pieces(parts)
    phase_connue = _phase(phase, declare, pieces, fichiers)
    return _assembler(phase_connue, depot, declare, pieces, fichiers)


def _lire_fichiers(
    pdfs: Sequence[Entree], declare: Manifeste, lecteur: Lecteur
) -> tuple[list[Part], list[Fichier]]:
    parts: list[Part] = []
    fichiers: list[Fichier] = []
    deja: set[str] = set()
    for entree in pdfs:
        lu = None if entree.refus else lecteur.lire(entree.octets)
        roles = declare.roles(entree.nom)
        siennes: list[Part] = []
        if lu and not fiche.illisible(entree, lu):
            siennes, raison = _reconnues(entree.nom, lu, roles)
            entree = replace(entree, refus=raison) if raison else entree
            if lu.sha256 not in deja:
                parts += siennes
            deja.add(lu.sha256)
        raisons = [p.reconnaissance.raison for p in siennes if p.reconnaissance]
        fichiers.append(
            fiche.fichier(
                entree,
                lu,
                pieces=[p.type for p in siennes if p.reconnaissance],
                declare_pour=roles,
                reconnaissance=" ; ".join(raisons) or None,
            )
        )
    return parts, fichiers


def _reconnues(
    nom: str, lu: DocumentLu, roles: tuple[TypePiece, ...]
) -> tuple[list[Part], str | None]:
    """The documents of a file, or why a failure of ours makes the file unreadable."""
    try:
        return list(_parts(nom, lu, roles)), None
    except Exception as erreur:  # noqa: BLE001 - a bad document never raises
        return [], f"sa lecture a échoué ({type(erreur).__name__})"


def _parts(nom: str, lu: DocumentLu, roles: tuple[TypePiece, ...]) -> Iterator[Part]:
    """The documents that follow one another in a file."""
    debuts = [0]
    courante: TypePiece | None = None
    for rang, page in enumerate(lu.pages):
        annonce = debut_de_piece(Document.de(nom, lu, [page]))
        if annonce and annonce.type is not courante:
            if rang and courante is not None:
                debuts.append(rang)
            courante = annonce.type
    for debut, fin in zip(debuts, [*debuts[1:], len(lu.pages)], strict=True):
        document = Document.de(nom, lu, lu.pages[debut:fin])
        trouvee = reconnaitre(document)
        if trouvee and not (roles and _autre_mal_lu(trouvee)):
            yield Part(document, trouvee.type, trouvee, roles[0] if roles else None)
        else:
            yield from (Part(document, role, None, role) for role in roles)


def _autre_mal_lu(trouvee: Reconnaissance) -> bool:
    """A picture that is not surely another document may be what a person says that it is."""
    confiance = trouvee.preuve.confiance
    return trouvee.type is TypePiece.AUTRE and confiance is not None and confiance < SUR


def _lire_pieces(parts: Sequence[Part]) -> list[tuple[Part, Piece]]:
    """Every piece, the surest form first: its éditeur and solution are the reference."""
    ordre = sorted(parts, key=lambda p: (list(TypePiece).index(p.type), -p.score, p.document.nom))
    reference: Reference | None = None
    for part in ordre:
        reference = reference or _reference(part)
    lues = [lire_piece(part.document, part.type, part.titre, reference) for part in ordre]
    return list(zip(ordre, accorder(lues), strict=True))


def _reference(part: Part) -> Reference | None:
    if part.type in (TypePiece.AUTRE, TypePiece.SUPPORT):
        return None
    try:
        reference = Reference(part.document)
    except Exception:  # noqa: BLE001 - the piece itself will be said unreadable
        return None
    return reference if reference.editeur or reference.solution else None


def _phase(
    voulue: Phase | str | None,
    declare: Manifeste,
    pieces: Sequence[tuple[Part, Piece]],
    fichiers: Sequence[Fichier],
) -> Phase:
    if voulue is not None:
        try:
            return Phase(voulue)
        except ValueError as erreur:
            raise ErreurPhase(f"Phase inconnue : {voulue!r} (avance ou solde).") from erreur
    if declare.phase is not None:
        return declare.phase
    votes = Counter(v for _, piece in pieces if (v := _vote(piece)))
    if not votes:
        illisibles = [f"\n  {f.nom} : {f.illisible}" for f in fichiers if f.illisible]
        raise ErreurPhase(
            "Aucune pièce n’a été reconnue : précisez la phase, avance ou solde (--phase)."
            + "".join(illisibles)
        )
    (premiere, nombre), *reste = votes.most_common()
    if not reste or reste[0][1] < nombre:
        return premiere
    types = {piece.type for _, piece in pieces}
    return next((p for p, pv in _PV.items() if pv in types), premiere)


def _vote(piece: Piece) -> Phase | None:
    return piece.phase if isinstance(piece, Formulaire) else _VOTES.get(piece.type)


def _assembler(
    phase: Phase,
    depot: dt.date,
    declare: Manifeste,
    pieces: Sequence[tuple[Part, Piece]],
    fichiers: Sequence[Fichier],
) -> DossierAvance | DossierSolde:
    retenues: dict[TypePiece, list[Piece]] = {t: [] for t in TypePiece}
    for part, piece in pieces:
        retenues[piece.type].append(_a_sa_place(part, piece))
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
        fichiers=tuple(fichiers),
        **champs,
    )


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
