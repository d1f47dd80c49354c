"""Words of a page put back where a person sees them: cells, rows, and a reading order.

Content streams draw in any order, so everything here stands on coordinates. Two views serve the
extractors: ``rangs`` (rows, left to right: tables and « label : value ») and ``ordre_de_lecture``
(columns one after the other: sentences).
"""

from .colonnes import ordre_de_lecture
from .elements import COCHEE, INDECISE, VIDE, Jeton, Rang, Segment, contient
from .jetons import jetons_de
from .rangs import rangs_de

__all__ = [
    "COCHEE",
    "INDECISE",
    "VIDE",
    "Jeton",
    "Rang",
    "Segment",
    "contient",
    "jetons_de",
    "ordre_de_lecture",
    "rangs_de",
]
