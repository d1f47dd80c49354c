"""One public PDF through the whole library: read once, judged as every kind of piece."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from unittest import mock

from fabrique import bon_avance, bon_solde

from segur_payment.dossier import Dossier, DossierAvance, Phase, Piece, TypePiece
from segur_payment.lecture import fichiers as ouverture
from segur_payment.lecture import lire_dossier
from segur_payment.lecture.pdf import DocumentLu, LecteurPdf, LimitesLecture
from segur_payment.regles.conclusion import Resultat
from segur_payment.verdict import Decision, verifier

DEPOT = dt.date(2025, 7, 1)
NOM = "fichier.pdf"
ROLES = {
    Phase.AVANCE: (
        TypePiece.FORMULAIRE,
        TypePiece.PV_MES,
        TypePiece.DECLARATION,
        TypePiece.JUSTIFICATIF,
    ),
    Phase.SOLDE: (TypePiece.FORMULAIRE, TypePiece.PV_VSR, TypePiece.SUPPORT),
}
_PLACES = {
    TypePiece.FORMULAIRE: "formulaire",
    TypePiece.PV_MES: "pv",
    TypePiece.PV_VSR: "pv",
    TypePiece.DECLARATION: "declaration",
    TypePiece.SUPPORT: "support",
}
_ECHEC = "sa lecture a échoué ("
"""How the library says that it failed itself on a document."""


@dataclass(slots=True)
class Releve:
    """What one file gave, in plain data."""

    nom: str
    taille: int = 0
    pages: int = 0
    refus: str | None = None
    chiffre: bool = False
    pages_illisibles: int = 0
    pages_images: int = 0
    pages_douteuses: int = 0
    mots: int = 0
    texte_non_fiable: bool = False
    reconnu: list[str] = field(default_factory=list)
    lecture: float = 0.0
    """Seconds in the reading process."""
    jugement: float = 0.0
    """Seconds of recognition, extraction and rules, for all kinds together."""
    memoire: int | None = None
    """Most resident bytes of the reading process; None where the system does not tell."""
    fautes: list[str] = field(default_factory=list)
    """Exceptions, failures that the library says of itself, and decisions to accept."""


def fichiers(racine: Path) -> list[Path]:
    """Every PDF below the folder."""
    return sorted(c for c in racine.rglob("*") if c.suffix.lower() == ".pdf" and c.is_file())


def passer(chemin: Path, lecteur: LecteurPdf, limites: LimitesLecture) -> Releve:
    """Read one file and judge it as each kind of piece."""
    octets = chemin.read_bytes()
    _remettre_a_zero(lecteur)
    debut = time.monotonic()
    lu = lecteur.lire(octets, limites)
    milieu = time.monotonic()
    releve = _releve(chemin.name, lu)
    releve.lecture, releve.memoire = milieu - debut, _memoire(lecteur)
    with mock.patch.object(ouverture, "Lecteur") as deja_lu:
        deja_lu.return_value.lire_tous.side_effect = lambda fichiers: repeat(lu, len(fichiers))
        for phase, roles in ROLES.items():
            _juger(releve, octets, phase, roles)
    releve.jugement = time.monotonic() - milieu
    return releve


def _releve(nom: str, lu: DocumentLu) -> Releve:
    return Releve(
        nom,
        taille=lu.taille,
        pages=lu.nombre_pages,
        refus=lu.erreur.value if lu.erreur else None,
        chiffre=lu.chiffre,
        pages_illisibles=sum(page.erreur is not None for page in lu.pages),
        pages_images=sum(page.image_seule for page in lu.pages),
        pages_douteuses=sum(page.couche_douteuse for page in lu.pages),
        mots=sum(len(page.mots) for page in lu.pages),
    )


def _juger(releve: Releve, octets: bytes, phase: Phase, roles: tuple[TypePiece, ...]) -> None:
    """Undeclared, then declared as every piece of the phase."""
    seul = _dossier(releve, octets, phase, ())
    if seul is None:
        return
    (fichier,) = seul.fichiers
    releve.texte_non_fiable = bool(fichier.textes_non_fiables)
    releve.reconnu = [piece.value for piece in fichier.pieces]
    if not fichier.illisible:
        _dossier(releve, octets, phase, roles)


def _dossier(
    releve: Releve, octets: bytes, phase: Phase, roles: tuple[TypePiece, ...]
) -> Dossier | None:
    source = {NOM: octets}
    if roles:
        liste = ", ".join(f'"{role.value}"' for role in roles)
        source["dossier.toml"] = f'[fichiers]\n"{NOM}" = [{liste}]\n'.encode()
    try:
        dossier = lire_dossier(source, date_depot=DEPOT, phase=phase)
        releve.fautes += _fautes(dossier)
    except Exception as erreur:  # noqa: BLE001 - this is what the suite looks for
        releve.fautes.append(f"{phase} {roles} : {type(erreur).__name__} : {erreur}"[:300])
        return None
    return dossier


def _fautes(dossier: Dossier) -> Iterator[str]:
    """What must not be, alone and in the place of one piece of a good dossier."""
    for objet in (*dossier.fichiers, *dossier.pieces, *dossier.autres_pieces):
        if objet.illisible and objet.illisible.startswith(_ECHEC):
            yield objet.illisible
    bon = bon_avance() if isinstance(dossier, DossierAvance) else bon_solde()
    yield from _fautes_du_verdict(dossier, "seul")
    for piece in dossier.pieces:
        changements = {_place(piece): _valeur(piece), "fichiers": dossier.fichiers}
        yield from _fautes_du_verdict(bon.model_copy(update=changements), piece.type.value)


def _place(piece: Piece) -> str:
    return _PLACES.get(piece.type, "justificatifs")


def _valeur(piece: Piece) -> Piece | tuple[Piece, ...]:
    return (piece,) if piece.type is TypePiece.JUSTIFICATIF else piece


def _fautes_du_verdict(dossier: Dossier, role: str) -> Iterator[str]:
    verdict = verifier(dossier)
    if verdict.decision is Decision.ACCEPTER:
        yield f"accepté ({role})"
    for constat in verdict.constats:
        if constat.resultat is Resultat.EN_ERREUR:
            yield f"règle en erreur : {constat.code} ({role})"


def _processus(lecteur: LecteurPdf) -> Iterator[Path]:
    for processus in lecteur._reserve.tous:
        yield Path("/proc", str(processus._popen.pid))


def _remettre_a_zero(lecteur: LecteurPdf) -> None:
    """Linux keeps the peak of a process until told to forget it."""
    for dossier in _processus(lecteur):
        with suppress(OSError):
            (dossier / "clear_refs").write_text("5")


def _memoire(lecteur: LecteurPdf) -> int | None:
    for dossier in _processus(lecteur):
        with suppress(OSError):
            for ligne in (dossier / "status").read_text().splitlines():
                if ligne.startswith("VmHWM:"):
                    return int(ligne.split()[1]) * 1024
    return None
