"""Pages that are pictures get the words that an engine sees in them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from ..pdf import image_de_page, lire_pdf, lire_pdfs
from ..pdf.limites import LimitesLecture
from ..pdf.modele import Boite, Carre, DocumentLu, ImagePage, Mot, PageLue
from .modele import CaseReconnue, MoteurOcr, MotReconnu, PageReconnue
from .moteur import EchecOcrError, installe, moteur_de

EXTRA_ABSENT = "l’extra [ocr] permettrait de la lire"
_COUCHE_MIN = 12
"""Words of a hidden layer below which too few are there to be judged together."""
_PART_COMMUNE = 0.5
_SURE = 0.95
_ENCRE_INDECISE = 0.04
BOITE_INDECISE = "▣"
_SIGNE = r"[☐☑☒□◻▢⬜⊠✓✔✗✘🗹🗷🗆]|\[ ?[xX_✓-]? ?\]|\[(?=$)"
_BOITE = re.compile(_SIGNE)
"""An engine that gives such a sign may have missed the cross in it: only ink settles a box."""
_PARTIE = re.compile(rf"{_SIGNE}|(?:(?!{_SIGNE})\S)+")
_OPPOSES = (("complet", "partiel"), ("favorable", "defavorable"), ("avance", "solde"))
"""Words whose place in the hidden layer may not be taken by the other in the picture."""


class Lecteur:
    """Reads PDFs, pages that are pictures included when an engine is there.

    Args:
        limites: bounds of the reading.
        ocr: the engine; None: the one of the extra when it is installed; False: none.
    """

    def __init__(self, limites: LimitesLecture, ocr: MoteurOcr | Literal[False] | None) -> None:
        self.limites = limites
        self._moteur = (moteur_de(limites) if installe() else None) if ocr is None else ocr
        self._sinon = EXTRA_ABSENT if ocr is None else None

    def lire(self, octets: bytes) -> DocumentLu:
        """Read one file; never raises for what it is."""
        return self._completer(octets, lire_pdf(octets, self.limites))

    def lire_tous(self, fichiers: Sequence[bytes]) -> Iterator[DocumentLu]:
        """Read several files; the results come in the order of the files."""
        for octets, lu in zip(fichiers, lire_pdfs(fichiers, self.limites), strict=True):
            yield self._completer(octets, lu)

    def _completer(self, octets: bytes, lu: DocumentLu) -> DocumentLu:
        restant = self.limites.pages_ocr_max
        pages = []
        for page in lu.pages:
            if page.image_seule and not page.erreur:
                pages.append(self._lire(page, octets, restant > 0))
                restant -= 1
            else:
                pages.append(page)
        return replace(lu, pages=tuple(pages))

    def _lire(self, page: PageLue, octets: bytes, permise: bool) -> PageLue:
        if not self._moteur:
            return replace(page, non_lue=self._sinon)
        if not permise:
            return replace(page, non_lue="trop de pages sont des images")
        image = image_de_page(octets, page.numero, self.limites)
        if image is None:
            return replace(page, non_lue="son image n’a pas pu être rendue")
        try:
            return _avec(page, image, self._moteur.lire(image))
        except EchecOcrError as erreur:
            return replace(page, non_lue=str(erreur))
        except Exception as erreur:  # noqa: BLE001 - an engine of the caller may raise anything
            raison = f"sa reconnaissance optique a échoué ({type(erreur).__name__})"
            return replace(page, non_lue=raison)


def _avec(page: PageLue, image: ImagePage, vue: PageReconnue) -> PageLue:
    mots = tuple(m for mot in vue.mots for m in _mots(mot, image.echelle))
    caches = [m for m in page.mots if not m.visible]
    largeur, hauteur = page.largeur, page.hauteur
    if vue.quarts_de_tour % 2:
        largeur, hauteur = hauteur, largeur
    return replace(
        page,
        largeur=largeur,
        hauteur=hauteur,
        mots=mots,
        carres=tuple(_carre(case, image.echelle) for case in vue.cases),
        images=(),
        traces=(),
        couche_douteuse=False,
        optique=True,
        lignes_non_lues=vue.lignes_non_lues,
        couche_contredite=tuple(_contredits(caches, mots)),
    )


def _mots(mot: MotReconnu, echelle: float) -> Iterable[Mot]:
    """The word, or its parts when white space or the sign of a box stands in it."""
    pas = (mot.x1 - mot.x0) / max(1, len(mot.texte))
    for part in _PARTIE.finditer(mot.texte):
        texte = BOITE_INDECISE if _BOITE.fullmatch(part[0]) else part[0]
        x0, x1 = mot.x0 + part.start() * pas, mot.x0 + part.end() * pas
        boite = Boite(x0 / echelle, mot.y0 / echelle, x1 / echelle, mot.y1 / echelle)
        yield Mot(texte, boite, visible=True, cesure=False, confiance=_bornee(mot.confiance))


def _bornee(confiance: float) -> float:
    return min(1.0, max(0.0, confiance))


def _carre(case: CaseReconnue, echelle: float) -> Carre:
    """Half of the ink: a scanner blurs the frame inwards, and a tick must leave no doubt."""
    coins = (c / echelle for c in (case.x0, case.y0, case.x1, case.y1))
    return Carre(Boite(*coins), _ENCRE_INDECISE if case.encre is None else case.encre / 2)


def _contredits(caches: list[Mot], vus: tuple[Mot, ...]) -> list[Mot]:
    """The hidden words that the picture denies; none where the layer tells what it shows."""
    lus = Counter(n for mot in vus for n in _noyaux(mot.texte))
    sures = Counter(n for mot in vus if (mot.confiance or 0) >= _SURE for n in _noyaux(mot.texte))
    dits = Counter(n for mot in caches for n in _noyaux(mot.texte))
    absents = {n for n in dits if not lus[n]}
    communs = sum((dits & lus).values())
    if dits.total() >= _COUCHE_MIN and communs < _PART_COMMUNE * dits.total():
        return [m for m in caches if absents.intersection(_noyaux(m.texte))]
    opposes = {
        dit
        for paire in _OPPOSES
        for dit, vu in (paire, paire[::-1])
        if dit in absents and sures[vu] and not dits[vu]
    }
    return [m for m in caches if opposes.intersection(_noyaux(m.texte))]


def _noyaux(texte: str) -> list[str]:
    """The letters and figures of a word, without accent nor capital."""
    nu = unicodedata.normalize("NFKD", texte.casefold())
    return re.findall(r"[^\W_]+", "".join(c for c in nu if not unicodedata.combining(c)))
