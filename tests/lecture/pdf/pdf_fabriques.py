"""PDFs made for the tests: with reportlab, or byte by byte where no writer would do it."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)


def dessiner(*pages: Callable[[Canvas], None], format_page: tuple[float, float] = A4) -> bytes:
    """One page per function, each drawing on a reportlab canvas (origin at the bottom left)."""
    tampon = io.BytesIO()
    canevas = Canvas(tampon, pagesize=format_page, pageCompression=0, invariant=1)
    for page in pages:
        canevas.setFont("Helvetica", 11)
        page(canevas)
        canevas.showPage()
    canevas.save()
    return tampon.getvalue()


def texte(x: float, y: float, phrase: str) -> Callable[[Canvas], None]:
    """A page with one line of text."""
    return lambda canevas: canevas.drawString(x, y, phrase)


def photo(largeur: int = 300, hauteur: int = 400) -> ImageReader:
    """A grey noisy picture, as a scanner gives."""
    hasard = random.Random(1)
    pixels = bytes(hasard.randrange(120, 250) for _ in range(largeur * hauteur))
    return ImageReader(Image.frombytes("L", (largeur, hauteur), pixels))


def a_la_main(objets: dict[int, bytes], racine: int = 1, entete: str = "") -> bytes:
    """A PDF from its numbered objects, with a right cross-reference table."""
    sortie = bytearray(b"%PDF-1.7\n")
    places = {}
    for numero, corps in objets.items():
        places[numero] = len(sortie)
        sortie += f"{numero} 0 obj\n".encode() + corps + b"\nendobj\n"
    debut, total = len(sortie), max(objets) + 1
    sortie += f"xref\n0 {total}\n0000000000 65535 f \n".encode()
    for numero in range(1, total):
        etat = "n" if numero in places else "f"
        sortie += f"{places.get(numero, 0):010d} 00000 {etat} \n".encode()
    sortie += f"trailer\n<< /Size {total} /Root {racine} 0 R {entete}>>\n".encode()
    return bytes(sortie + f"startxref\n{debut}\n%%EOF\n".encode())


def flux(contenu: bytes, cles: str = "") -> bytes:
    """A stream object."""
    return f"<< /Length {len(contenu)} {cles}>>\nstream\n".encode() + contenu + b"\nendstream"


def une_page(
    contenu: bytes = b"",
    catalogue: str = "",
    page: str = "",
    autres: dict[int, bytes] | None = None,
) -> bytes:
    """One page by hand: catalogue 1, tree 2, page 3, content 4, Helvetica 5; more from 6.

    What ``page`` gives stands in the place of what a page has by default.
    """
    defauts = {
        "/MediaBox": "[0 0 595 842]",
        "/Contents": "4 0 R",
        "/Resources": "<< /Font << /F1 5 0 R >> >>",
    }
    propres = " ".join(f"{cle} {v}" for cle, v in defauts.items() if cle not in page)
    objets = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R {propres} {page} >>".encode(),
        4: flux(contenu),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    return a_la_main(objets | (autres or {}))
