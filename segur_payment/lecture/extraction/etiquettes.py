"""« Label : value » pairs, whether the value follows, stands in the next cell or below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from segur_payment.dossier import Preuve
from segur_payment.langue.normalisation import Texte, normaliser
from segur_payment.lecture.document import Document, une_fois
from segur_payment.lecture.extraction.voisins import (
    ETIQUETTE,
    dans_un_tableau,
    seule_sans_valeur,
    voisin,
)
from segur_payment.lecture.mise_en_page import Jeton, Segment

BLANC = re.compile(r"[\s._…:·\-–—/()\[\]|]*")
_SUIVANTE = re.compile(rf"(?<=[\w.)»\"…_])\s+(?={ETIQUETTE}[^:.,;]{{0,30}}:)")


_CHAMP_CERTAIN = re.compile(
    r"(?:n° |numero )?(?:de )?(?:iban|bic|siren|siret|tva|adresse|courriel"
    r"|e-?mail|telephone|version)"
)


@dataclass(frozen=True, slots=True)
class Valeur:
    """What a form says under a label; ``texte`` is empty when it was left blank."""

    etiquette: str
    texte: str
    preuve: Preuve
    place: float = 0.0
    """Height of the label in its document, in points, a page counting 10 000."""

    @property
    def vide(self) -> bool:
        """Nothing but dots or rules stands there."""
        return not self.texte


@lru_cache(maxsize=256)
def _motif(etiquette: str) -> re.Pattern[str]:
    return re.compile(
        rf"[\s\d.)*•▪–\-]*(?:[a-z][.)] )?(?P<nom>{etiquette})\s*(?:\([^)]*\)|\*|n°)*\s*(?P<sep>[:=]"
        rf"|\.{{3,}}|…|_{{3,}})?\s*"
    )


def valeurs(document: Document, etiquette: str) -> Iterator[Valeur]:
    """Every value of a label, given as a pattern for the normal form."""
    motif = _motif(etiquette)
    for rang, place, morceau in _morceaux(document):
        if (trouve := motif.match(morceau.texte.normal)) is None:
            continue
        valeur = _valeur(document, rang, place, morceau, trouve)
        if valeur is not None:
            yield replace(valeur, place=hauteur(morceau.jetons[0]))
    yield from _des_bulles(document, motif)


def _des_bulles(document: Document, motif: re.Pattern[str]) -> Iterator[Valeur]:
    """Filled fields whose label stands in the file only: the page shows it as a tooltip."""
    for champ in document.champs:
        if not (champ.valeur and champ.etiquette and champ.genre in ("texte", "choix")):
            continue
        trouve = motif.match(normaliser(champ.etiquette) + " ")
        if (
            trouve
            and trouve.end() > len(normaliser(champ.etiquette))
            and champ.page
            and champ.boite
        ):
            preuve = document.preuve_en_page(champ.page, f"{champ.etiquette} : {champ.valeur}")
            place = 10_000.0 * champ.page + champ.boite.y0
            yield Valeur(champ.etiquette, champ.valeur.strip(), preuve, place)


def hauteur(jeton: Jeton) -> float:
    """Where a word stands in its document, from the top: comparable from page to page."""
    return 10_000.0 * jeton.page + jeton.boite.y0


def valeur(document: Document, *etiquettes: str) -> Valeur | None:
    """The first filled value of the first label that has one."""
    for etiquette in etiquettes:
        for trouvee in valeurs(document, etiquette):
            if not trouvee.vide:
                return trouvee
    return None


@dataclass(frozen=True, slots=True)
class _Morceau:
    """A part of a cell that may begin with a label."""

    jetons: tuple[Jeton, ...]
    texte: Texte
    entier: bool


@une_fois
def _morceaux(document: Document) -> list[tuple[int, int, _Morceau]]:
    """The parts of every cell, with the row and the place of the cell in it."""
    return [
        (rang, place, morceau)
        for rang, ligne in enumerate(document.rangs)
        for place, segment in enumerate(ligne.segments)
        for morceau in _debuts(segment)
    ]


def _debuts(segment: Segment) -> Iterator[_Morceau]:
    """The cell, then each « label : » that follows another in the same cell."""
    texte = segment.lu
    coupes = [0]
    for suivante in _SUIVANTE.finditer(texte.normal) if texte.normal.count(":") > 1 else ():
        if ":" in texte.normal[coupes[-1] : suivante.start()]:
            coupes.append(suivante.end())
    coupes.append(len(texte.normal))
    for debut, fin in pairwise(coupes):
        depuis, jusque = texte.intervalle(debut, fin) if debut < fin else (0, 0)
        jetons = _jetons(segment, depuis, jusque)
        if jetons:
            contenu = segment if jetons == segment.jetons else Segment(jetons)
            yield _Morceau(jetons, contenu.lu, entier=jusque >= len(segment.texte.rstrip()))


def _jetons(segment: Segment, depuis: int, jusque: int) -> tuple[Jeton, ...]:
    pris, position = [], 0
    for jeton in segment.jetons:
        if depuis <= position < jusque:
            pris.append(jeton)
        position += len(jeton.texte) + 1
    return tuple(pris)


def _valeur(
    document: Document, rang: int, place: int, morceau: _Morceau, trouve: re.Match[str]
) -> Valeur | None:
    texte = morceau.texte
    nom = texte.citation(*trouve.span("nom")) if trouve["nom"] else ""
    reste = texte.normal[trouve.end() :]
    if not BLANC.fullmatch(reste):
        if not trouve["sep"]:
            return None
        debut, fin = texte.intervalle(trouve.end(), len(texte.normal))
        contenu = texte.original[debut:fin].strip(" .…_")
        return Valeur(nom, contenu, document.preuve(morceau.jetons))
    if not morceau.entier:
        return Valeur(nom, "", document.preuve(morceau.jetons))
    if reste.strip() == "." and not trouve["sep"]:
        return None  # the last word of a sentence
    if trouve["sep"] in ("...", "…", "___") or re.search(r"[.…_]{3,}", morceau.texte.original):
        return Valeur(nom, "", document.preuve(morceau.jetons))
    reponse = voisin(document, rang, place)
    if reponse is None:
        champ = _CHAMP_CERTAIN.match(normaliser(nom)) and not any(c.isdigit() for c in nom)
        sans_valeur = dans_un_tableau(document, rang) or seule_sans_valeur(document, rang, place)
        vide = trouve["sep"] or (champ and sans_valeur)
        return Valeur(nom, "", document.preuve(morceau.jetons)) if vide else None
    contenu = reponse.texte.strip(" .…_")
    return Valeur(nom, contenu, document.preuve((*morceau.jetons, *reponse.jetons)))
