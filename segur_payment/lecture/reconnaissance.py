"""Which piece a page begins, from its content alone: file names lie.

A title says it and the words of the body confirm it; without a title the body decides when it
fits one kind of piece clearly better than the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from segur_payment.dossier import Preuve, TypePiece
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.clause_sas import clause_de_transmission
from segur_payment.lecture.titres import Titre, titres_de
from segur_payment.lecture.vocabulaire import Corps

SEUIL = 9.0
_SANS_DOUTE = 2.4 * SEUIL
_PRESQUE_AUTANT = 0.95
_CORPS_SEUL = 7.0
_AVANCE_DU_CORPS = 1.0
_TITRE_SUR, _CORPS_SUR = 12.0, 6.0
_CORPS_SANS_TITRE, _PART_DU_COURANT = 10.0, 0.45


@dataclass(frozen=True, slots=True)
class Reconnaissance:
    """What a page announces: the kind of piece, how surely, and the words that say so."""

    type: TypePiece
    force: float
    """Sum of what speaks for it: the words of the title, their size and place, and the body."""
    preuve: Preuve
    titre: bool
    rivale: Reconnaissance | None = None
    """The other kind of piece that the page resembles nearly as much."""

    @property
    def score(self) -> float:
        """How surely, from 0 to 1."""
        return round(min(1.0, self.force / _SANS_DOUTE) * (0.5 if self.rivale else 1), 2)

    @property
    def raison(self) -> str:
        """One French sentence for a person who checks the reading."""
        return f"reconnu comme {self.type.libelle} : {self._ou()}"

    @property
    def doute(self) -> str | None:
        """Why a person should look, in French."""
        if self.rivale:
            return f"ressemble aussi à : {self.rivale.type.libelle}, {self.rivale._ou()}"
        return None if self.titre else "aucun titre ne l’annonce"

    def _ou(self) -> str:
        ou = "titre" if self.titre else "texte"
        return f"{ou} page {self.preuve.page}, « {self.preuve.extrait} »"


def reconnaitre(document: Document) -> Reconnaissance | None:
    """The piece that the document is, or None when nothing in it tells."""
    corps = Corps(document)
    titres = [_par_le_titre(document, corps, t) for t in _meilleurs(titres_de(document))]
    meilleur = max(titres, key=_force, default=None)
    sans_titre = _par_le_corps(document, corps)
    if meilleur is None or meilleur.force < SEUIL:
        if sans_titre is None or sans_titre.type is TypePiece.SUPPORT:  # a message has contacts too
            return _par_la_clause(document) or sans_titre
        return sans_titre
    if sans_titre and sans_titre.type is not meilleur.type and meilleur.force < sans_titre.force:
        return sans_titre
    rivales = [r for r in titres if r.type is not meilleur.type and not _meme_ligne(r, meilleur)]
    rivale = max(rivales, key=_force, default=None)
    if rivale is None or rivale.force < _PRESQUE_AUTANT * meilleur.force:
        return meilleur
    return replace(meilleur, rivale=rivale)


def debut_de_piece(document: Document, courante: TypePiece | None) -> Reconnaissance | None:
    """A piece that begins at the top of this page, while the pages before hold ``courante``.

    A title that leaves no doubt is enough; a plainer one must be confirmed by the words of the
    page, and words alone must fit nothing of the piece before.
    """
    corps = Corps(document)
    du_courant = corps.force(courante) if courante else 0.0
    trouves = []
    for titre in _meilleurs(titres_de(document, hauteur=0.4)):
        du_titre = corps.force(titre.type)
        confirme = titre.force >= _TITRE_SUR and du_titre >= max(_CORPS_SUR, du_courant)
        if confirme or (titre.force >= _SANS_DOUTE and titre.type is not TypePiece.AUTRE):
            trouves.append(_par_le_titre(document, corps, titre))
    if trouves:
        return max(trouves, key=_force)
    seul = _par_le_corps(document, corps)
    if seul is None or seul.type is courante:
        return None
    assez = seul.force >= _CORPS_SANS_TITRE and du_courant <= _PART_DU_COURANT * seul.force
    return seul if assez else None


def _meilleurs(titres: Iterable[Titre]) -> list[Titre]:
    """The strongest title of each kind."""
    retenus: dict[TypePiece, Titre] = {}
    for titre in titres:
        connu = retenus.get(titre.type)
        if connu is None or titre.force > connu.force:
            retenus[titre.type] = titre
    return list(retenus.values())


def _par_le_titre(document: Document, corps: Corps, titre: Titre) -> Reconnaissance:
    force = titre.force + corps.force(titre.type)
    return Reconnaissance(titre.type, force, document.preuve(titre.jetons), titre=True)


def _par_le_corps(document: Document, corps: Corps) -> Reconnaissance | None:
    """The kind of piece whose words the document holds, clearly more than any other's."""
    forces = sorted(((corps.force(p), p) for p in TypePiece), key=lambda f: -f[0])
    (force, piece), (suivante, _) = forces[:2]
    if force < _CORPS_SEUL or force < suivante + _AVANCE_DU_CORPS:
        return None
    span = corps.preuve_de(piece)
    preuve = document.flux.preuve(*span) if span else document.preuve(())
    return Reconnaissance(piece, force, preuve, titre=False)


def _par_la_clause(document: Document) -> Reconnaissance | None:
    """A letter or a message that tells of the transmission is a justificatif, whatever its form."""
    span = clause_de_transmission(document.flux)
    if span is None:
        return None
    preuve = document.flux.preuve(*span)
    return Reconnaissance(TypePiece.JUSTIFICATIF, _CORPS_SEUL, preuve, titre=False)


def _force(reconnaissance: Reconnaissance) -> float:
    return reconnaissance.force


def _meme_ligne(une: Reconnaissance, autre: Reconnaissance) -> bool:
    """Both read in the same title, of which the better pattern says more."""
    return une.preuve.extrait in autre.preuve.extrait or autre.preuve.extrait in une.preuve.extrait
