"""Files → the pieces that they hold, each read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from segur_payment.dossier import DocumentReconnu, Fichier, Piece, TypePiece
from segur_payment.lecture import fiche, manifeste
from segur_payment.lecture.accord import accorder
from segur_payment.lecture.entree import Entree
from segur_payment.lecture.manifeste import Manifeste
from segur_payment.lecture.ocr import MoteurOcr
from segur_payment.lecture.ocr.pages import Lecteur
from segur_payment.lecture.parts import Part, parts_de
from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.lecture.pdf.modele import DocumentLu
from segur_payment.lecture.pieces import lire_piece
from segur_payment.lecture.reference import Reference
from segur_payment.lecture.signatures import VerificateurSignatures
from segur_payment.lecture.signatures.examens import Examinateur
from segur_payment.lecture.sources import MANIFESTE, Source, entrees
from segur_payment.lecture.suites import Suite, suites_de
from segur_payment.lecture.volume import borner


@dataclass(frozen=True, slots=True)
class Lus:
    """The files, and every piece that they hold."""

    fichiers: tuple[Fichier, ...]
    pieces: tuple[tuple[Part, Piece], ...]


@dataclass(frozen=True, slots=True)
class Outils:
    """What reads beside the two PDF engines; None: the one of the extra, when it is installed."""

    limites: LimitesLecture
    ocr: MoteurOcr | Literal[False] | None = None
    signatures: VerificateurSignatures | Literal[False] | None = None


def lire_fichiers(
    source: Source,
    outils: Outils,
    depot: dt.date | None = None,
    depot_par_defaut: dt.date | None = None,
) -> tuple[Lus, Manifeste]:
    """Open, recognise and read every file; the manifest beside them.

    Certificates are judged as of the end of the day ``depot``, else the manifest's, else
    ``depot_par_defaut``; without any, as of the time when each signature says that it was made.

    Raises:
        ErreurEntree: the source is no dossier, or the manifest is unusable.
    """
    lues = entrees(source, outils.limites)
    pdfs = [e for e in lues if e.nom != MANIFESTE]
    declare = manifeste.lire(
        next((e for e in lues if e.nom == MANIFESTE), None), {e.nom for e in pdfs}
    )
    moment = _fin_du_jour(depot or declare.date_depot or depot_par_defaut)
    examinateur = Examinateur(outils.limites, outils.signatures, moment)
    lecteur = Lecteur(outils.limites, outils.ocr)
    parts, fichiers = _lire_fichiers(pdfs, declare, lecteur, examinateur, outils.limites)
    return Lus(tuple(fichiers), tuple(_lire_pieces(parts))), declare


def _fin_du_jour(jour: dt.date | None) -> dt.datetime | None:
    return dt.datetime.combine(jour, dt.time(23, 59, 59), dt.UTC) if jour else None


def _lire_fichiers(
    pdfs: Sequence[Entree],
    declare: Manifeste,
    lecteur: Lecteur,
    examinateur: Examinateur,
    limites: LimitesLecture,
) -> tuple[list[Part], list[Fichier]]:
    ouverts: list[tuple[Entree, DocumentLu | None, list[Part]]] = []
    deja: set[str] = set()
    parts: list[Part] = []
    lus = lecteur.lire_tous([e.octets for e in pdfs if not e.refus])
    for entree in pdfs:
        lu = None if entree.refus else examinateur.completer(entree.octets, next(lus))
        lu = lu and borner(lu, limites)
        siennes: list[Part] = []
        if lu and not fiche.illisible(entree, lu):
            siennes, raison = _reconnues(entree.nom, lu, declare.roles(entree.nom))
            entree = replace(entree, refus=raison) if raison else entree
            if lu.sha256 not in deja:
                parts += siennes
            deja.add(lu.sha256)
        ouverts.append((entree, lu, siennes))
    suites = _suites(parts)
    fichiers = [
        fiche.fichier(
            entree,
            lu,
            declare_pour=declare.roles(entree.nom),
            documents=[d for part in siennes if (d := _dite(part, suites))],
            non_lu=_non_lu(siennes, suites),
        )
        for entree, lu, siennes in ouverts
    ]
    return _reunies(parts, suites), fichiers


def _reconnues(
    nom: str, lu: DocumentLu, roles: tuple[TypePiece, ...]
) -> tuple[list[Part], str | None]:
    """The documents of a file, or why a failure of ours makes the file unreadable."""
    try:
        return list(parts_de(nom, lu, roles)), None
    except Exception as erreur:  # noqa: BLE001 - a bad document never raises
        return [], f"sa lecture a échoué ({type(erreur).__name__})"


def _suites(parts: Sequence[Part]) -> list[Suite]:
    try:
        return suites_de(parts)
    except Exception:  # noqa: BLE001 - the parts are then judged one by one
        return []


def _non_lu(parts: Sequence[Part], suites: Sequence[Suite]) -> str | None:
    """Why a page that belongs to no piece could not be read."""
    jointes = {id(suite.part) for suite in suites}
    perdues = (p.document for p in parts if p.type is None and id(p) not in jointes)
    return next((d.illisible for d in perdues if d.illisible), None)


def _dite(part: Part, suites: Sequence[Suite]) -> DocumentReconnu | None:
    for suite in suites:
        if suite.part is part and suite.debut.type is not None:
            return part.dite_suite(suite.debut.type, suite.raison)
    return part.dite()


def _reunies(parts: Sequence[Part], suites: Sequence[Suite]) -> list[Part]:
    """The recognised parts, each followed by the pages that other files hold of it."""
    jointes = {id(suite.part) for suite in suites}
    reunies = []
    for part in parts:
        if part.type is None or id(part) in jointes:
            continue
        for suite in suites:
            if suite.debut is part:
                part = part.suivie_de(suite.part)
        reunies.append(part)
    return reunies


def _lire_pieces(parts: Sequence[Part]) -> list[tuple[Part, Piece]]:
    """Every piece, the surest form first: they agree on an éditeur and a solution."""
    typees = [(part, part.type) for part in parts if part.type is not None]
    typees.sort(key=lambda p: (p[1].rang, -p[0].score, p[0].document.noms))
    qui_nomment = [p.document for p, t in typees if t not in (TypePiece.AUTRE, TypePiece.SUPPORT)]
    reference = Reference.de(qui_nomment)
    lues = [lire_piece(part.document, t, part.titre, reference) for part, t in typees]
    return [(part, piece) for (part, _), piece in zip(typees, accorder(lues), strict=True)]
