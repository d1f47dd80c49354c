"""From what the PDF reader gives to the facts about a file, in French."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby

from segur_payment.dossier import (
    ContenuActif,
    DocumentReconnu,
    Fichier,
    Preuve,
    SignatureNumerique,
    TypePiece,
)
from segur_payment.lecture.entree import Entree
from segur_payment.lecture.genres import genre_de
from segur_payment.lecture.numerique import numerique_de
from segur_payment.lecture.pdf.modele import DocumentLu, ErreurFichier, Mot, PageLue

_ILLISIBLE = {
    ErreurFichier.VIDE: "le fichier est vide",
    ErreurFichier.PAS_UN_PDF: "ce n’est pas un PDF",
    ErreurFichier.TRONQUE: "le fichier est tronqué",
    ErreurFichier.MOT_DE_PASSE: "le fichier est protégé par un mot de passe",
    ErreurFichier.CHIFFREMENT_NON_PRIS_EN_CHARGE: "le fichier est chiffré",
    ErreurFichier.ZERO_PAGE: "le fichier n’a aucune page",
    ErreurFichier.TROP_GROS: "le fichier est trop gros",
    ErreurFichier.TROP_DE_PAGES: "le fichier a trop de pages",
    ErreurFichier.TROP_DE_TEXTE: "le fichier contient trop de texte",
    ErreurFichier.MOT_TROP_LONG: "le fichier contient un mot d’une longueur démesurée",
    ErreurFichier.DELAI: "sa lecture prend trop de temps",
    ErreurFichier.MEMOIRE: "sa lecture demande trop de mémoire",
    ErreurFichier.PLANTAGE: "sa lecture a échoué brutalement",
    ErreurFichier.AMBIGU: (
        "une même clé y est écrite deux fois, et selon le logiciel il ne montre pas la même chose"
    ),
    ErreurFichier.ILLISIBLE: "le fichier est abîmé",
}
_LETTRES_MIN = 3
_EXTRAIT = 300


def fichier(
    entree: Entree,
    lu: DocumentLu | None,
    *,
    declare_pour: Sequence[TypePiece] = (),
    documents: Sequence[DocumentReconnu] = (),
    non_lu: str | None = None,
) -> Fichier:
    """The facts about one file of the dossier."""
    return Fichier(
        nom=entree.nom,
        sha256=lu.sha256 if lu else hashlib.sha256(entree.octets).hexdigest(),
        taille=len(entree.octets),
        pages=lu.nombre_pages if lu and lu.erreur is None else None,
        pieces=tuple(d.type for d in documents),
        declare_pour=tuple(declare_pour),
        documents=tuple(documents),
        illisible=illisible(entree, lu),
        non_lu=non_lu,
        contenu_actif=_contenu_actif(lu),
        signatures=_signatures(lu),
        signatures_incertaines=lu.signatures_incertaines if lu else False,
        textes_non_fiables=tuple(_textes_non_fiables(entree.nom, lu)) if lu else (),
    )


def illisible(entree: Entree, lu: DocumentLu | None) -> str | None:
    """Why the file cannot be used, in French; None when it can."""
    if entree.refus:
        return entree.refus
    if lu is None or lu.erreur is None:
        return None
    genre = genre_de(entree.octets) if lu.erreur is ErreurFichier.PAS_UN_PDF else None
    return _ILLISIBLE[lu.erreur] + (f", mais {genre}" if genre else "")


def _signatures(lu: DocumentLu | None) -> tuple[SignatureNumerique, ...]:
    return tuple(numerique_de(s) for s in (lu.signatures if lu else ()) if s.remplie)


def _contenu_actif(lu: DocumentLu | None) -> tuple[ContenuActif, ...]:
    connus = {genre.value for genre in ContenuActif}
    return tuple(ContenuActif(c) for c in (lu.contenu_actif if lu else ()) if c in connus)


def _textes_non_fiables(nom: str, lu: DocumentLu) -> Iterator[Preuve]:
    for page in lu.pages:
        if page.image_seule:
            if page.couche_contredite:
                yield _preuve(nom, lu, page.numero, page.couche_contredite)
            continue
        if page.couche_douteuse:
            yield _preuve(nom, lu, page.numero, page.mots)
            continue
        for visible, mots in groupby(page.mots, key=lambda m: m.visible):
            caches = list(mots)
            if not visible and _a_dire(caches) and not _montres_a_cote(caches, page, lu.pages):
                yield _preuve(nom, lu, page.numero, caches)


def _a_dire(mots: Sequence[Mot]) -> bool:
    return sum(c.isalnum() for m in mots for c in m.texte) >= _LETTRES_MIN


def _montres_a_cote(mots: Sequence[Mot], page: PageLue, pages: Sequence[PageLue]) -> bool:
    """A tool that cuts one long drawing into pages clips away lines of the page before or after."""
    cherches = f" {' '.join(m.texte for m in mots)} "
    voisines = (p for p in pages if abs(p.numero - page.numero) == 1)
    return any(
        cherches in f" {' '.join(m.texte for m in voisine.mots if m.visible)} "
        for voisine in voisines
    )


def _preuve(nom: str, lu: DocumentLu, page: int, mots: Sequence[Mot]) -> Preuve:
    extrait = " ".join(m.texte for m in mots)
    if len(extrait) > _EXTRAIT:
        extrait = extrait[:_EXTRAIT].rsplit(" ", 1)[0] + " […]"
    return Preuve(fichier=nom, sha256=lu.sha256, page=page, extrait=extrait)
