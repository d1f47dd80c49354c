"""PDF → models: safe opening, recognition from the content, one extractor per piece."""

from segur_payment.lecture.assemblage import lire_dossier, lire_pieces

__all__ = ["lire_dossier", "lire_pieces"]
