"""The pages of one piece as text that can be searched and quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from segur_payment.dossier import Preuve
from segur_payment.langue.normalisation import Texte
from segur_payment.langue.phrases import phrases
from segur_payment.lecture.mise_en_page import (
    Jeton,
    Rang,
    Segment,
    jetons_de,
    ordre_de_lecture,
    rangs_de,
)
from segur_payment.lecture.pdf.modele import Champ, DocumentLu, PageLue
from segur_payment.lecture.pdf.modele import Signature as SignaturePdf

_PAGINATION = re.compile(r"(?:page )?\d{1,3}(?: ?(?:/|sur|de) ?\d{1,3})?|- ?\d{1,3} ?-")
_LONGUEUR_CITATION = 300


class Vue:
    """A text made of words of the page; a span of its normal form leads back to the words."""

    def __init__(self, nom: str, sha256: str, blocs: Sequence[Sequence[Segment]]) -> None:
        self._nom, self._sha256 = nom, sha256
        self._debuts: list[int] = []
        self._jetons: list[Jeton] = []
        morceaux: list[str] = []
        position = 0
        for bloc in blocs:
            for jeton, suite in _avec_separateurs(bloc):
                self._debuts.append(position)
                self._jetons.append(jeton)
                morceaux.append(jeton.texte + suite)
                position += len(morceaux[-1])
        self.texte = Texte.de("".join(morceaux))

    @property
    def normal(self) -> str:
        """The text as it is searched: no accent, no capital, single spaces."""
        return self.texte.normal

    def jetons(self, debut: int, fin: int) -> list[Jeton]:
        """The words behind a span of the normal form."""
        if debut >= fin:
            return []
        depuis, jusque = self.texte.intervalle(debut, fin)
        premier = max(0, bisect_right(self._debuts, depuis) - 1)
        dernier = bisect_right(self._debuts, max(depuis, jusque - 1))
        return self._jetons[premier:dernier]

    def preuve(self, debut: int, fin: int) -> Preuve:
        """The words of a span, as a proof."""
        return preuve_de(self._nom, self._sha256, self.jetons(debut, fin))

    def chercher(self, motif: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every place of a pattern written for the normal form."""
        return motif.finditer(self.normal)

    @cached_property
    def phrases(self) -> list[tuple[int, int]]:
        """Spans of the sentences in the normal form."""
        return phrases(self.texte)

    def phrase(self, position: int) -> tuple[int, int]:
        """Span of the sentence that holds ``position``."""
        rang = bisect_right([debut for debut, _ in self.phrases], position) - 1
        debut, fin = self.phrases[rang] if rang >= 0 else (0, len(self.normal))
        return debut, max(fin, position)


def preuve_de(nom: str, sha256: str, jetons: Sequence[Jeton]) -> Preuve:
    """A proof made of words of the page, exactly as they stand there."""
    extrait = "".join(j.texte + ("" if j.cesure else " ") for j in jetons).strip()
    if len(extrait) > _LONGUEUR_CITATION:
        extrait = extrait[:_LONGUEUR_CITATION].rsplit(" ", 1)[0] + " […]"
    page = jetons[0].page if jetons else None
    return Preuve(
        fichier=nom, sha256=sha256, page=page, extrait=extrait, confiance=_confiance(jetons)
    )


def _confiance(jetons: Sequence[Jeton]) -> float | None:
    """That of the least certain word; signs without a letter or a figure say nothing."""
    lues = [
        j.confiance for j in jetons if j.confiance is not None and any(map(str.isalnum, j.texte))
    ]
    return round(min(lues), 2) if lues else None


def _avec_separateurs(bloc: Sequence[Segment]) -> Iterator[tuple[Jeton, str]]:
    for rang, segment in enumerate(bloc):
        suivant = bloc[rang + 1] if rang + 1 < len(bloc) else None
        for jeton in segment.jetons[:-1]:
            yield jeton, " "
        dernier = segment.jetons[-1]
        yield dernier, "" if dernier.cesure else _fin_de_ligne(segment, suivant)


def _fin_de_ligne(segment: Segment, suivant: Segment | None) -> str:
    if suivant is None:
        return "\n\n"
    if suivant.page != segment.page:
        return "\n"
    ecart = suivant.boite.y0 - segment.boite.y1
    taille = min(suivant.boite.hauteur, segment.boite.hauteur)
    meme_corps = 0.72 < suivant.boite.hauteur / max(segment.boite.hauteur, 0.1) < 1.38
    return "\n" if ecart < 1.25 * taille and meme_corps else "\n\n"


@dataclass(frozen=True)
class Document:
    """The pages that hold one piece, in one file."""

    nom: str
    sha256: str
    pages: tuple[PageLue, ...]
    champs: tuple[Champ, ...] = ()
    signatures: tuple[SignaturePdf, ...] = ()
    signatures_incertaines: bool = False
    xfa: bool = False

    @classmethod
    def de(cls, nom: str, lu: DocumentLu, pages: Sequence[PageLue]) -> Document:
        """The part of a file that stands on ``pages``."""
        numeros = {p.numero for p in pages}
        return cls(
            nom,
            lu.sha256,
            tuple(pages),
            tuple(c for c in lu.champs if c.page is None or c.page in numeros),
            lu.signatures,
            lu.signatures_incertaines or not lu.structure_lue,
            lu.xfa,
        )

    @cached_property
    def rangs(self) -> tuple[Rang, ...]:
        """The rows of all pages, page numbers left out."""
        return tuple(
            rang
            for page in self.pages
            for rang in rangs_de(self._jetons(page))
            if not _pagination(rang, page)
        )

    def _jetons(self, page: PageLue) -> list[Jeton]:
        if page.couche_douteuse:
            return []
        return jetons_de(page, [c for c in self.champs if c.page == page.numero])

    @cached_property
    def lignes(self) -> Vue:
        """The text row by row, cells left to right."""
        return Vue(self.nom, self.sha256, [[s for rang in self.rangs for s in rang.segments]])

    @cached_property
    def flux(self) -> Vue:
        """The text in reading order, columns one after the other."""
        blocs: list[list[Segment]] = []
        for page in self.pages:
            segments = [s for r in self.rangs for s in r.segments if s.page == page.numero]
            blocs += _souder(ordre_de_lecture(segments))
        return Vue(self.nom, self.sha256, _enchainer(blocs))

    @cached_property
    def brut(self) -> Vue:
        """The text in the order in which the file draws it: wrapped cells stay whole."""
        segments = [
            Segment((Jeton(m.texte, m.boite, page.numero, m.cesure, m.confiance),))
            for page in self.pages
            if not page.couche_douteuse
            for m in page.mots
            if m.visible
        ]
        return Vue(self.nom, self.sha256, [segments])

    @property
    def optique(self) -> bool:
        """Whether words of it were recognised in a picture."""
        return any(page.optique for page in self.pages)

    @property
    def vues(self) -> tuple[Vue, Vue]:
        """Both texts: sentences first, rows second."""
        return self.flux, self.lignes

    @cached_property
    def illisible(self) -> str | None:
        """Why part of the piece could not be read, in French."""
        for page in sorted(self.pages, key=lambda p: p.optique):
            if page.erreur:
                return f"la page {page.numero} n’a pas pu être lue"
            if page.optique:
                return f"la page {page.numero} est une image, lue par reconnaissance optique"
            if page.image_seule:
                raison = f" ; {page.non_lue}" if page.non_lue else ""
                return f"la page {page.numero} est une image (document numérisé){raison}"
            if page.couche_douteuse:
                return f"le texte de la page {page.numero} ne se décode pas"
        if self.xfa and not any(page.mots for page in self.pages):
            return "le formulaire est dynamique (XFA)"
        return None

    def preuve(self, jetons: Sequence[Jeton]) -> Preuve:
        """Words of the document as a proof."""
        return preuve_de(self.nom, self.sha256, jetons)


def _pagination(rang: Rang, page: PageLue) -> bool:
    if page.hauteur * 0.08 < rang.boite.y0 < page.hauteur * 0.9:
        return False
    texte = " ".join(s.texte for s in rang.segments).lower()
    return _PAGINATION.fullmatch(texte) is not None


def _souder(blocs: list[list[Segment]]) -> list[list[Segment]]:
    """Blocks that follow each other downwards in one column become one block."""
    soudes: list[list[Segment]] = []
    for bloc in blocs:
        if soudes and _suit(soudes[-1][-1], bloc[0]):
            soudes[-1].extend(bloc)
        else:
            soudes.append(list(bloc))
    return soudes


def _suit(avant: Segment, apres: Segment) -> bool:
    recouvre = min(avant.boite.x1, apres.boite.x1) - max(avant.boite.x0, apres.boite.x0)
    return recouvre > 0 and apres.boite.y0 >= avant.boite.y0 + 1


def _enchainer(blocs: list[list[Segment]]) -> list[list[Segment]]:
    """A sentence that goes on over a page or column break stays one sentence."""
    chaine: list[list[Segment]] = []
    for bloc in blocs:
        if chaine and _continue(chaine[-1][-1].texte, bloc[0].texte):
            chaine[-1].extend(bloc)
        else:
            chaine.append(bloc)
    return chaine


def _continue(avant: str, apres: str) -> bool:
    capitales = avant.isupper() and apres.isupper()
    return avant[-1:] not in ".!?:;" and (apres[:1].islower() or capitales)
