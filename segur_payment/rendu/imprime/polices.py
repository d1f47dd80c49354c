"""The fonts of the PDFs, embedded; what they cannot draw is said, never dropped."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from segur_payment.erreurs import ErreurPdf
from segur_payment.rendu.typographie import INSECABLE

NORMAL, GRAS, ITALIQUE = "Segur", "Segur-Gras", "Segur-Italique"
_FICHIERS = {
    NORMAL: "SourceSansPro-Regular.ttf",
    GRAS: "SourceSansPro-Semibold.ttf",
    ITALIQUE: "SourceSansPro-It.ttf",
}
_PROCHES = str.maketrans({"⟨": "‹", "⟩": "›", "\u2011": "-", "\u202f": INSECABLE, "\u2009": " "})
_CODES_MAX = 2


@cache
def charger() -> None:
    """Make the fonts known to the PDF writer.

    Raises:
        ErreurPdf: the extra ``[pdf]`` is not installed.
    """
    try:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        dossier = files("font_source_sans_pro") / "files"
    except ImportError as erreur:
        raise ErreurPdf(
            "Le PDF demande l’extra [pdf] : pip install 'segur-payment[pdf]' "
            "(le courrier en Markdown et le verdict en JSON s’en passent)."
        ) from erreur
    for nom, fichier in _FICHIERS.items():
        with as_file(dossier / fichier) as chemin:
            pdfmetrics.registerFont(TTFont(nom, str(chemin)))
    pdfmetrics.registerFontFamily(NORMAL, normal=NORMAL, bold=GRAS, italic=ITALIQUE)


def dessinable(texte: str, police: str = NORMAL) -> str:
    """``texte`` with only what the font draws.

    One or two characters that it lacks are written as ``‹U+1F600›``, longer runs are counted.
    """
    texte = unicodedata.normalize("NFC", texte).translate(_PROCHES)
    lacunes = "".join(sorted({c for c in texte if ord(c) not in _glyphes(police)}))
    if not lacunes:
        return texte
    return re.sub(f"[{re.escape(lacunes)}]+", _dire, texte)


def _dire(trouve: re.Match[str]) -> str:
    suite = trouve[0]
    if len(suite) > _CODES_MAX:
        return f"‹{len(suite)}{INSECABLE}caractères que la police n’a pas›"
    return f"‹{' '.join(f'U+{ord(c):04X}' for c in suite)}›"


def _glyphes(police: str) -> Any:
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics.getFont(police).face.charToGlyph
