"""The pages that hold one piece, and its texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, TypeVar

from segur_payment.dossier import Preuve
from segur_payment.lecture.document.blocs import Bloc, en_ordre_de_lecture, enchainer, par_colonne
from segur_payment.lecture.document.citation import Origine, confiance_de, extrait_de, situer
from segur_payment.lecture.document.rangement import ranger
from segur_payment.lecture.document.vue import Vue
from segur_payment.lecture.mise_en_page import Jeton, Rang, Segment
from segur_payment.lecture.pdf.modele import Champ, DocumentLu, PageLue
from segur_payment.lecture.pdf.modele import Signature as SignaturePdf

T = TypeVar("T")


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
    _ordres: dict[int, list[Bloc]] = field(default_factory=dict, repr=False)
    """The reading order by page number, shared with the documents cut out of this one."""
    _memoire: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False)

    @classmethod
    def de(cls, nom: str, lu: DocumentLu) -> Document:
        """The whole of a file."""
        return cls(
            (Origine(nom, lu.sha256),),
            lu.pages,
            *ranger(lu.pages, lu.champs),
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
        rangs, folios = ranger(pages, champs)
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
        return Vue(self.preuve, [[s for rang in self.rangs for s in rang.segments]])

    @cached_property
    def flux(self) -> Vue:
        """The text in reading order, columns one after the other."""
        pages = zip(self.pages, self.rangs_des_pages, strict=True)
        blocs = (b for page, rangs in pages for b in self._ordre(page.numero, rangs))
        return Vue(self.preuve, enchainer(blocs))

    def _ordre(self, page: int, rangs: Sequence[Rang]) -> list[Bloc]:
        if page not in self._ordres:
            self._ordres[page] = en_ordre_de_lecture(rangs)
        return self._ordres[page]

    @cached_property
    def colonnes(self) -> Vue:
        """The text cell by cell down each column: cards that stand side by side."""
        return Vue(self.preuve, par_colonne(self.rangs_des_pages))

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
        return Vue(self.preuve, [segments])

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
                reste = _lignes_perdues(page)
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
        origine, numero = situer(self.origines, page.numero)
        du_fichier = f" de {origine.nom}" if len(self.noms) > 1 else ""
        return f"la page {numero}{du_fichier}"

    def preuve(self, jetons: Sequence[Jeton]) -> Preuve:
        """Words of the document, exactly as they stand there, as a proof."""
        page = jetons[0].page if jetons else None
        return self.preuve_en_page(page, extrait_de(jetons), confiance_de(jetons))

    def preuve_en_page(
        self, page: int | None, extrait: str, confiance: float | None = None
    ) -> Preuve:
        """A proof on a page of the document."""
        origine, numero = situer(self.origines, page)
        return Preuve(
            fichier=origine.nom,
            sha256=origine.sha256,
            page=numero,
            extrait=extrait,
            confiance=confiance,
        )


def une_fois(calcul: Callable[[Document], T]) -> Callable[[Document], T]:
    """Remember what is computed from a document for as long as the document lives."""

    @wraps(calcul)
    def resultat(document: Document) -> T:
        if calcul not in document._memoire:
            document._memoire[calcul] = calcul(document)
        connu: T = document._memoire[calcul]
        return connu

    return resultat


def _lignes_perdues(page: PageLue) -> str:
    """How many lines of its picture could not be read, in French; empty when none is known."""
    nombre = page.lignes_non_lues
    if nombre == 1:
        return "une ligne d’écriture n’y a pas été lue"
    return f"{nombre} lignes d’écriture n’y ont pas été lues" if nombre else ""
