"""Small files that ask for much, and the vicious structures that loop or lead nowhere."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from .pdf_fabriques import a_la_main, flux, une_page

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"


def _avec(pages: bytes, **autres: bytes) -> bytes:
    objets = {1: CATALOGUE, 2: pages, 3: PAGE, 4: flux(b"")}
    return a_la_main(objets | {int(cle[1:]): corps for cle, corps in autres.items()})


def flate_de_flate() -> bytes:
    """300 MB of blanks under two compressions: a few kB."""
    double = zlib.compress(zlib.compress(b" " * 300_000_000, 1), 9)
    return une_page(autres={4: flux(double, "/Filter [/FlateDecode /FlateDecode] ")})


def textes() -> bytes:
    """900 000 orders to draw a letter."""
    ordres = b"BT /F1 9 Tf 9 9 Td " + b"(a)Tj " * 900_000 + b"ET"
    return une_page(autres={4: flux(zlib.compress(ordres, 9), "/Filter /FlateDecode ")})


def formes() -> bytes:
    """Forms that draw ten forms each, six levels deep: a million invocations."""
    appels = b" ".join(b"/X Do" for _ in range(10))
    cles = "/Type /XObject /Subtype /Form /BBox [0 0 600 900] "
    objets = {
        6 + i: flux(appels, f"{cles}/Resources << /XObject << /X {7 + i} 0 R >> >>")
        for i in range(7)
    }
    objets[13] = flux(b"BT /F1 9 Tf (a) Tj ET", f"{cles}/Resources << /Font << /F1 5 0 R >> >>")
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    objets[3] = page + b"/Resources << /XObject << /X 6 0 R >> >> >>"
    return une_page(appels, autres=objets)


def forme_dans_elle_meme() -> bytes:
    """A form that draws itself."""
    cles = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    page = PAGE[:-2] + b"/Resources << /XObject << /X 6 0 R >> >> >>"
    return une_page(b"/X Do", autres={3: page, 6: flux(b"/X Do", cles)})


def arbre_profond() -> bytes:
    """A page tree of 3 000 levels."""
    objets = {1: b"<< /Type /Catalog /Pages 10 0 R >>", 3: PAGE, 4: flux(b"")}
    for i in range(3_000):
        suite = 11 + i if i < 2_999 else 3
        objets[10 + i] = f"<< /Type /Pages /Kids [{suite} 0 R] /Count 1 >>".encode()
    return a_la_main(objets)


def arbre_large() -> bytes:
    """Ten nodes, each ten times the next: ten billion pages in one kB."""
    objets = {1: b"<< /Type /Catalog /Pages 10 0 R >>", 3: PAGE, 4: flux(b"")}
    for i in range(10):
        suite = 11 + i if i < 9 else 3
        enfants = f"{suite} 0 R " * 10
        objets[10 + i] = f"<< /Type /Pages /Kids [{enfants}] /Count {10 ** (10 - i)} >>".encode()
    return a_la_main(objets)


def arbre_en_boucle() -> bytes:
    """A page tree that is its own child."""
    return _avec(b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>")


def meme_page() -> bytes:
    """The same page 90 000 times."""
    return _avec(b"<< /Type /Pages /Kids [" + b"3 0 R " * 90_000 + b"] /Count 90000 >>")


def compte_faux() -> bytes:
    """A billion pages announced, one there."""
    return _avec(b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>")


def page_immense() -> bytes:
    """A page of 2 000 km."""
    page = PAGE.replace(b"595 842", b"6000000000 6000000000")
    return _avec(b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", _3=page)


def image_immense() -> bytes:
    """A picture that announces ten billion pixels."""
    cles = (
        "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB "
        "/BitsPerComponent 8 /Filter /FlateDecode "
    )
    page = PAGE[:-2] + b"/Resources << /XObject << /X 6 0 R >> >> >>"
    contenu = b"595 0 0 842 0 0 cm /X Do"
    autres = {3: page, 6: flux(zlib.compress(bytes(1_000_000)), cles)}
    return une_page(contenu, autres=autres)


def tableaux_emboites() -> bytes:
    """Arrays in arrays, 50 000 deep."""
    return une_page(catalogue="/Piege " + "[" * 50_000 + "]" * 50_000)


def racine_sur_elle_meme() -> bytes:
    """A catalogue that is a reference to itself."""
    return a_la_main({1: b"1 0 R", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"})


def reference_en_boucle() -> bytes:
    """Two references that lead to each other, as content and as a form."""
    return _avec(
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _3=PAGE.replace(b"4 0 R", b"6 0 R"),
        _6=b"7 0 R",
        _7=b"6 0 R",
    )


def champs_en_boucle() -> bytes:
    """A form field that is its own parent and child."""
    champ = b"<< /T (a) /FT /Tx /Kids [6 0 R] /Parent 6 0 R >>"
    return une_page(catalogue="/AcroForm << /Fields [6 0 R] >>", autres={6: champ})


def champ_bavard() -> bytes:
    """A field of 100 000 letters on one line."""
    champ = b"<< /Type /Annot /Subtype /Widget /T (a) /FT /Tx /Rect [9 9 500 30] /V (%b) >>"
    return une_page(
        catalogue="/AcroForm << /Fields [6 0 R] >>",
        autres={6: champ % (b"mot " * 25_000), 3: PAGE[:-2] + b"/Annots [6 0 R] >>"},
    )


def marques_d_objets() -> bytes:
    """300 000 beginnings of objects and no table of them."""
    debut = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n" % i for i in range(300_000))
    return debut + b"endobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF"


def chaine_immense() -> bytes:
    """A string of 20 million figures on the page."""
    contenu = b"BT /F1 9 Tf <" + b"41" * 10_000_000 + b"> Tj ET"
    return une_page(autres={4: flux(zlib.compress(contenu, 9), "/Filter /FlateDecode ")})


BOMBES: tuple[Callable[[], bytes], ...] = (
    flate_de_flate, textes, formes, forme_dans_elle_meme, arbre_profond, arbre_large,
    arbre_en_boucle, meme_page, compte_faux, page_immense, image_immense, tableaux_emboites,
    racine_sur_elle_meme, reference_en_boucle, champs_en_boucle, champ_bavard, marques_d_objets,
    chaine_immense,
)  # fmt: skip
