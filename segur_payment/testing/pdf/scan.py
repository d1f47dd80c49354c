"""A PDF printed and scanned again: its pages are pictures."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from segur_payment.lecture.pdf import image_de_page, lire_pdf
from segur_payment.testing.erreurs import ErreurKit

POINTS = 72.0
_ECART_UNIFORME = 73.9
"""Standard deviation of bytes drawn at random."""


@dataclass(frozen=True)
class Numeriseur:
    """How a page is scanned."""

    dpi: int = 200
    degres: float = 0.0
    """How much the sheet lies askew."""
    bruit: float = 0.0
    """Standard deviation of the grain, in grey levels."""
    flou: float = 0.0
    """Radius of the blur, in pixels."""
    quarts: int = 0
    """Quarter turns of the sheet."""


NET = Numeriseur()
ORDINAIRE = Numeriseur(degres=1.0, bruit=12, flou=0.6)


@lru_cache(maxsize=64)
def numeriser(octets: bytes, numeriseur: Numeriseur = NET, couche: str = "") -> bytes:
    """The same pages as pictures in JPEG, with an invisible text layer if one is given.

    Raises:
        ErreurKit: a page cannot be drawn.
    """
    tampon = io.BytesIO()
    canevas = Canvas(tampon, pageCompression=0, invariant=1)
    for page in lire_pdf(octets).pages:
        rendue = image_de_page(octets, page.numero)
        if rendue is None:
            raise ErreurKit(f"La page {page.numero} ne se dessine pas.")
        image = Image.frombytes("L", (rendue.largeur, rendue.hauteur), rendue.gris)
        rapport = numeriseur.dpi / (rendue.echelle * POINTS)
        image = image.resize((round(image.width * rapport), round(image.height * rapport)))
        _poser(canevas, _salir(image, numeriseur), numeriseur.dpi, couche)
    canevas.save()
    return tampon.getvalue()


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
    pixels = Random(20250701).randbytes(taille[0] * taille[1])  # noqa: S311 - grain of a picture
    grain = Image.frombytes("L", taille, pixels)
    return grain.point([round(128 + (v - 127.5) * ecart / _ECART_UNIFORME) for v in range(256)])


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
