"""A writing as PDF: A4, embedded fonts, numbered pages, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from segur_payment.rendu.imprime.blocs import Bloc, Ecrit, Genre, Tableau
from segur_payment.rendu.imprime.polices import charger, dessinable
from segur_payment.rendu.typographie import INSECABLE

_LIES = (Genre.RUBRIQUE, Genre.EXIGENCE, Genre.CITATION, Genre.CLOTURE)
_TITRE_ET_RANGEES = 150
"""Points that a table needs to begin: its heading, its head, a long row."""


def en_pdf(ecrit: Ecrit) -> bytes:
    """The writing, laid out.

    Raises:
        ErreurPdf: the extra ``[pdf]`` is not installed.
    """
    charger()
    from segur_payment.rendu.imprime.feuille import Feuille

    tampon = io.BytesIO()
    Feuille(tampon, ecrit).build(list(_composer(ecrit.blocs)), canvasmaker=_canevas(ecrit.date))
    return tampon.getvalue()


def _composer(blocs: Sequence[Bloc | Tableau]) -> Iterator[Any]:
    from reportlab.platypus import CondPageBreak, KeepTogether

    for groupe in _groupes(blocs):
        match groupe:
            case [Bloc() as titre, Tableau() as tableau]:
                yield CondPageBreak(_TITRE_ET_RANGEES)  # with the first rows, not with all
                yield paragraphe(titre, suivi=False)
                yield _tableau(tableau)
            case [bloc]:
                yield _tableau(bloc) if isinstance(bloc, Tableau) else paragraphe(bloc)
            case _:
                yield KeepTogether([paragraphe(b) for b in groupe if isinstance(b, Bloc)])


def _groupes(blocs: Sequence[Bloc | Tableau]) -> Iterator[list[Bloc | Tableau]]:
    """The blocks that stay on one page if they can: a point, the closing words."""
    groupe: list[Bloc | Tableau] = []
    for bloc in blocs:
        genre = bloc.genre if isinstance(bloc, Bloc) else None
        dernier = groupe[-1] if groupe else None
        apres_titre = isinstance(dernier, Bloc) and dernier.genre is Genre.TITRE
        if groupe and not (apres_titre or genre in _LIES):
            yield groupe
            groupe = []
        groupe.append(bloc)
    yield groupe


def paragraphe(bloc: Bloc, *, suivi: bool = True) -> Any:
    """One block in the style of its genre; ``suivi``: a heading keeps what follows with it."""
    from reportlab.platypus import Paragraph

    from segur_payment.rendu.imprime.styles import STYLES

    style = STYLES[bloc.genre]
    if not suivi:
        style = style.clone(style.name, keepWithNext=0)
    nom = f"<b>{_sur(bloc.nom)}</b> " if bloc.nom else ""
    puce = "•" if bloc.genre is Genre.PUCE else None
    return Paragraph(nom + _sur(bloc.texte, style.fontName), style, bulletText=puce)


def _sur(texte: str, police: str | None = None) -> str:
    return escape(dessinable(texte, police) if police else dessinable(texte))


def _tableau(tableau: Tableau) -> Any:
    from reportlab.platypus import Table

    from segur_payment.rendu.imprime.feuille import LARGEUR
    from segur_payment.rendu.imprime.styles import GRILLE, entete

    tete = [entete(_sur(t), a_droite=rang > 0) for rang, t in enumerate(tableau.entetes)]
    corps = [[[paragraphe(b) for b in cellule] for cellule in ligne] for ligne in tableau.lignes]
    largeurs = [LARGEUR * part / sum(tableau.parts) for part in tableau.parts]
    return Table([tete, *corps], colWidths=largeurs, repeatRows=1, style=GRILLE, spaceAfter=12)


def _canevas(jour: dt.date) -> type[Any]:
    """A canvas that knows how many pages there are, and no clock."""
    from reportlab.pdfgen.canvas import Canvas

    from segur_payment.rendu.imprime.feuille import numeroter

    instant = f"D:{jour.isoformat().replace('-', '')}000000Z"

    class Canevas(Canvas):  # type: ignore[misc]
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._pages: list[dict[str, Any]] = []
            self.setDateFormatter(lambda *_: instant)

        def showPage(self) -> None:  # noqa: N802 - the name that reportlab calls
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for rang, page in enumerate(self._pages, start=1):
                self.__dict__.update(page)
                numeroter(self, f"page{INSECABLE}{rang}{INSECABLE}sur{INSECABLE}{len(self._pages)}")
                super().showPage()
            super().save()

    return Canevas
