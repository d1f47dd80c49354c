"""Words and boxes of pages that are pictures; needs the extra ``[ocr]`` or an engine of yours."""

from .modele import CaseReconnue, MoteurOcr, MotReconnu, PageReconnue

__all__ = ["CaseReconnue", "MotReconnu", "MoteurOcr", "PageReconnue"]
