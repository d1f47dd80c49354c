"""Scans made from PDFs, and an engine that sees what it is told."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from segur_payment import CaseReconnue, ImagePage, MotReconnu, PageReconnue
from segur_payment.lecture.pdf import image_de_page, lire_pdf

POINTS = 72.0
_ECART_UNIFORME = 73.9
"""Standard deviation of bytes drawn at random."""


@dataclass(frozen=True)
class Numeriseur:
    """How a page is scanned."""

    dpi: int = 200
    degres: float = 0.0
    bruit: float = 0.0
    flou: float = 0.0
    quarts: int = 0


NET = Numeriseur()
ORDINAIRE = Numeriseur(degres=1.0, bruit=12, flou=0.6)


def _salir(image: Image.Image, numeriseur: Numeriseur) -> Image.Image:
    if numeriseur.degres:
        image = image.rotate(numeriseur.degres, Image.Resampling.BICUBIC, fillcolor=255)
    if numeriseur.flou:
        image = image.filter(ImageFilter.GaussianBlur(numeriseur.flou))
    if numeriseur.bruit:
        bruit = _grain(image.size, numeriseur.bruit)
        image = ImageChops.add(image, bruit, scale=1, offset=-128)
    return image.rotate(90 * numeriseur.quarts, expand=True)


def _grain(taille: tuple[int, int], ecart: float) -> Image.Image:
    """The same grain at each run: a scan that changes would make a test that sometimes fails."""
    grain = Image.frombytes("L", taille, Random(20250701).randbytes(taille[0] * taille[1]))
    return grain.point([round(128 + (v - 127.5) * ecart / _ECART_UNIFORME) for v in range(256)])


@cache
def numeriser(octets: bytes, numeriseur: Numeriseur = NET, couche: str = "") -> bytes:
    """The same pages as pictures in JPEG, with an invisible text layer if one is given."""
    tampon = io.BytesIO()
    canevas = Canvas(tampon, pageCompression=0, invariant=1)
    for page in lire_pdf(octets).pages:
        rendue = image_de_page(octets, page.numero)
        assert rendue is not None
        image = Image.frombytes("L", (rendue.largeur, rendue.hauteur), rendue.gris)
        rapport = numeriseur.dpi / (rendue.echelle * POINTS)
        image = image.resize((round(image.width * rapport), round(image.height * rapport)))
        _poser(canevas, _salir(image, numeriseur), numeriseur.dpi, couche)
    canevas.save()
    return tampon.getvalue()


def _poser(canevas: Canvas, image: Image.Image, dpi: int, couche: str) -> None:
    largeur, hauteur = image.width * POINTS / dpi, image.height * POINTS / dpi
    jpeg = io.BytesIO()
    image.save(jpeg, "JPEG", quality=70)
    canevas.setPageSize((largeur, hauteur))
    canevas.drawImage(ImageReader(jpeg), 0, 0, largeur, hauteur)
    if couche:
        texte = canevas.beginText(60, hauteur - 60)
        texte.setFont("Helvetica", 10)
        texte.setTextRenderMode(3)
        texte.textLines(couche)
        canevas.drawText(texte)
    canevas.showPage()


@dataclass
class Voyant:
    """Sees, on each picture, the words of the PDF that was scanned, as surely as it is told."""

    original: bytes
    confiance: float = 0.99
    doutes: dict[str, float] = field(default_factory=dict)
    """Confidence of some words."""
    mepris: dict[str, str] = field(default_factory=dict)
    """What is seen in the place of some words."""
    aveugle_aux_cases: bool = False
    lignes_non_lues: int = 0
    appels: int = 0

    def lire(self, image: ImagePage) -> PageReconnue:
        page = lire_pdf(self.original).pages[self.appels]
        self.appels += 1
        e = image.echelle
        mots = tuple(
            MotReconnu(
                self.mepris.get(m.texte, m.texte),
                m.boite.x0 * e, m.boite.y0 * e, m.boite.x1 * e, m.boite.y1 * e,
                self.doutes.get(m.texte, self.confiance),
            )
            for m in page.mots
        )  # fmt: skip
        cases: Sequence[CaseReconnue] = () if self.aveugle_aux_cases else [
            CaseReconnue(
                c.boite.x0 * e, c.boite.y0 * e, c.boite.x1 * e, c.boite.y1 * e,
                0.0 if c.encre < 0.02 else 0.3,
            )
            for c in page.carres
        ]  # fmt: skip
        return PageReconnue(mots, tuple(cases), lignes_non_lues=self.lignes_non_lues)
