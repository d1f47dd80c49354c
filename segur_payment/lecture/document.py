"""The pages of one piece as text that can be searched and quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from itertools import accumulate, zip_longest
from typing import Any, TypeVar

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
_MEME_BORD = 4.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origine:
    """A file that pages come from: its page ``n`` is page ``n + decalage`` of the document."""

    nom: str
    sha256: str
    decalage: int = 0


class Vue:
    """A text made of words of the page; a span of its normal form leads back to the words."""

    def __init__(self, document: Document, blocs: Sequence[Sequence[Segment]]) -> None:
        self._document = document
        self._segments = [segment for bloc in blocs for segment in bloc]
        morceaux = [morceau for bloc in blocs for morceau in _avec_separateurs(bloc)]
        self._departs = list(accumulate(map(len, morceaux), initial=0))[:-1]
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
        premier = max(0, bisect_right(self._departs, depuis) - 1)
        dernier = bisect_right(self._departs, max(depuis, jusque - 1))
        trouves: list[Jeton] = []
        for rang in range(premier, dernier):
            segment, depart = self._segments[rang], self._departs[rang]
            debut = max(0, bisect_right(segment.departs, depuis - depart) - 1)
            fin = bisect_right(segment.departs, max(depuis, jusque - 1) - depart)
            trouves += segment.jetons[debut:fin]
        return trouves

    def preuve(self, debut: int, fin: int) -> Preuve:
        """The words of a span, as a proof."""
        return self._document.preuve(self.jetons(debut, fin))

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


def _confiance(jetons: Sequence[Jeton]) -> float | None:
    """That of the least certain word; signs without a letter or a figure say nothing."""
    lues = [
        j.confiance for j in jetons if j.confiance is not None and any(map(str.isalnum, j.texte))
    ]
    return round(min(lues), 2) if lues else None


def _avec_separateurs(bloc: Sequence[Segment]) -> Iterator[str]:
    for segment, suivant in zip_longest(bloc, bloc[1:]):
        coupe = segment.jetons[-1].cesure and not (suivant and _a_cote(segment, suivant))
        yield segment.texte if coupe else segment.texte + _fin_de_ligne(segment, suivant)


def _a_cote(segment: Segment, suivant: Segment) -> bool:
    """The next cell of the same row: a word cut in this cell does not go on there."""
    return suivant.page == segment.page and suivant.boite.y0 < segment.boite.y1 - 1


def _fin_de_ligne(segment: Segment, suivant: Segment | None) -> str:
    if suivant is None:
        return "\n\n"
    if suivant.page != segment.page:
        return "\n"
    ecart = suivant.boite.y0 - segment.boite.y1
    if ecart < -0.5 * min(suivant.boite.hauteur, segment.boite.hauteur):
        return "\n"  # the next cell of the same row
    taille = min(suivant.boite.hauteur, segment.boite.hauteur)
    meme_corps = 0.72 < suivant.boite.hauteur / max(segment.boite.hauteur, 0.1) < 1.38
    return "\n" if ecart < 1.25 * taille and meme_corps else "\n\n"


@dataclass(frozen=True, eq=False)
class Document:
    """The pages that hold one piece, in one file or in several that follow one another."""

    origines: tuple[Origine, ...]
    pages: tuple[PageLue, ...]
    rangs_des_pages: tuple[tuple[Rang, ...], ...]
    """The rows of each page, page numbers left out."""
    folios: tuple[tuple[Rang, ...], ...]
    """The page numbers that were left out."""
    champs: tuple[Champ, ...] = ()
    signatures: tuple[SignaturePdf, ...] = ()
    signatures_incertaines: bool = False
    xfa: bool = False
    _memoire: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False)

    @classmethod
    def de(cls, nom: str, lu: DocumentLu) -> Document:
        """The whole of a file."""
        return cls(
            (Origine(nom, lu.sha256),),
            lu.pages,
            *_ranger(lu.pages, lu.champs),
            lu.champs,
            lu.signatures,
            lu.signatures_incertaines or not lu.structure_lue,
            lu.xfa,
        )

    def extrait(self, debut: int, fin: int) -> Document:
        """Some of its pages; their rows are not laid out again."""
        numeros = {p.numero for p in self.pages[debut:fin]}
        return replace(
            self,
            pages=self.pages[debut:fin],
            rangs_des_pages=self.rangs_des_pages[debut:fin],
            folios=self.folios[debut:fin],
            champs=tuple(c for c in self.champs if c.page is None or c.page in numeros),
            _memoire={},
        )

    def suivi_de(self, suite: Document) -> Document:
        """The same piece with the pages that another file holds of it."""
        de = max((p.numero for p in self.pages), default=0)
        pages = tuple(replace(p, numero=p.numero + de) for p in suite.pages)
        champs = tuple(replace(c, page=c.page and c.page + de) for c in suite.champs)
        rangs, folios = _ranger(pages, champs)
        return Document(
            self.origines + tuple(replace(o, decalage=o.decalage + de) for o in suite.origines),
            self.pages + pages,
            self.rangs_des_pages + rangs,
            self.folios + folios,
            self.champs + champs,
            self.signatures
            + tuple(replace(s, page=s.page and s.page + de) for s in suite.signatures),
            self.signatures_incertaines or suite.signatures_incertaines,
            self.xfa or suite.xfa,
        )

    @property
    def noms(self) -> tuple[str, ...]:
        """The files that it comes from."""
        return tuple(dict.fromkeys(o.nom for o in self.origines))

    def situer(self, page: int | None) -> tuple[Origine, int | None]:
        """The file that a page comes from, and its number there."""
        if page is None:
            return self.origines[0], None
        origine = max(
            (o for o in self.origines if o.decalage < page), key=lambda o: o.decalage,
            default=self.origines[0],
        )  # fmt: skip
        return origine, page - origine.decalage

    def page(self, numero: int) -> PageLue:
        """The page of that number in the document."""
        return next(p for p in self.pages if p.numero == numero)

    def rangs_de_page(self, numero: int) -> Sequence[Rang]:
        """The rows of one page."""
        rang = next(i for i, p in enumerate(self.pages) if p.numero == numero)
        return self.rangs_des_pages[rang]

    @cached_property
    def rangs(self) -> tuple[Rang, ...]:
        """The rows of all pages."""
        return tuple(rang for rangs in self.rangs_des_pages for rang in rangs)

    @cached_property
    def lignes(self) -> Vue:
        """The text row by row, cells left to right."""
        return Vue(self, [[s for rang in self.rangs for s in rang.segments]])

    @cached_property
    def flux(self) -> Vue:
        """The text in reading order, columns one after the other."""
        blocs: list[list[Segment]] = []
        for rangs in self.rangs_des_pages:
            blocs += _souder(ordre_de_lecture([s for r in rangs for s in r.segments]))
        return Vue(self, _enchainer(blocs))

    @cached_property
    def colonnes(self) -> Vue:
        """The text cell by cell down each column: cards that stand side by side."""
        blocs: list[list[Segment]] = []
        for rangs in self.rangs_des_pages:
            colonnes: list[list[Segment]] = []
            for segment in (s for rang in rangs for s in rang.segments):
                sienne = next(
                    (c for c in colonnes if abs(c[0].boite.x0 - segment.boite.x0) < _MEME_BORD),
                    None,
                )
                if sienne is None:
                    colonnes.append([segment])
                else:
                    sienne.append(segment)
            blocs += sorted(colonnes, key=lambda c: c[0].boite.x0)
        return Vue(self, blocs)

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
        return Vue(self, [segments])

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
        for page in sorted(self.pages, key=lambda p: (p.optique, -p.lignes_non_lues)):
            if page.erreur:
                return f"{self._dire(page)} n’a pas pu être lue"
            if page.optique:
                reste = lignes_perdues(page)
                suite = f" ; {reste}" if reste else ""
                return f"{self._dire(page)} est une image, lue par reconnaissance optique{suite}"
            if page.image_seule:
                raison = f" ; {page.non_lue}" if page.non_lue else ""
                return f"{self._dire(page)} est une image (document numérisé){raison}"
            if page.couche_douteuse:
                return f"{self._dire(page)} porte un texte qui ne se décode pas"
        if self.xfa and not any(page.mots for page in self.pages):
            return "le formulaire est dynamique (XFA)"
        return None

    def _dire(self, page: PageLue) -> str:
        origine, numero = self.situer(page.numero)
        du_fichier = f" de {origine.nom}" if len(self.noms) > 1 else ""
        return f"la page {numero}{du_fichier}"

    def preuve(self, jetons: Sequence[Jeton]) -> Preuve:
        """Words of the document, exactly as they stand there, as a proof."""
        extrait = "".join(j.texte + ("" if j.cesure else " ") for j in jetons).strip()
        if len(extrait) > _LONGUEUR_CITATION:
            extrait = extrait[:_LONGUEUR_CITATION].rsplit(" ", 1)[0] + " […]"
        page = jetons[0].page if jetons else None
        return self.preuve_en_page(page, extrait, _confiance(jetons))

    def preuve_en_page(
        self, page: int | None, extrait: str, confiance: float | None = None
    ) -> Preuve:
        """A proof on a page of the document."""
        origine, numero = self.situer(page)
        return Preuve(
            fichier=origine.nom,
            sha256=origine.sha256,
            page=numero,
            extrait=extrait,
            confiance=confiance,
        )


def lignes_perdues(page: PageLue) -> str:
    """How many lines of its picture could not be read, in French; empty when none is known."""
    nombre = page.lignes_non_lues
    if nombre == 1:
        return "une ligne d’écriture n’y a pas été lue"
    return f"{nombre} lignes d’écriture n’y ont pas été lues" if nombre else ""


def une_fois(calcul: Callable[[Document], T]) -> Callable[[Document], T]:
    """Remember what is computed from a document for as long as the document lives."""

    @wraps(calcul)
    def resultat(document: Document) -> T:
        if calcul not in document._memoire:
            document._memoire[calcul] = calcul(document)
        connu: T = document._memoire[calcul]
        return connu

    return resultat


Rangs = tuple[tuple[Rang, ...], ...]


def _ranger(pages: Sequence[PageLue], champs: Sequence[Champ]) -> tuple[Rangs, Rangs]:
    """The rows of each page, and those that hold a page number only."""
    corps, folios = [], []
    for page in pages:
        rangs = [] if page.couche_douteuse else rangs_de(_jetons(page, champs))
        numerotes = [_pagination(rang, page) for rang in rangs]
        corps.append(tuple(r for r, n in zip(rangs, numerotes, strict=True) if not n))
        folios.append(tuple(r for r, n in zip(rangs, numerotes, strict=True) if n))
    return tuple(corps), tuple(folios)


def _jetons(page: PageLue, champs: Sequence[Champ]) -> list[Jeton]:
    return jetons_de(page, [c for c in champs if c.page == page.numero])


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
