"""The pages of one piece as text that can be searched and quoted."""

from .document import Document, une_fois
from .vue import Vue

__all__ = ["Document", "Vue", "une_fois"]
