"""What stands between two cells of a text: nothing, a line break, a blank line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from segur_payment.lecture.mise_en_page import Segment


def avec_separateurs(bloc: Sequence[Segment]) -> Iterator[str]:
    """The text of each cell with what parts it from the next; a word cut at its end goes on."""
    for segment, suivant in zip_longest(bloc, bloc[1:]):
        coupe = segment.jetons[-1].cesure and not (suivant and _a_cote(segment, suivant))
        yield segment.texte if coupe else segment.texte + _fin_de_ligne(segment, suivant)


def _a_cote(segment: Segment, suivant: Segment) -> bool:
    """The next cell of the same row: a word cut in this cell does not go on there."""
    return suivant.page == segment.page and suivant.boite.y0 < segment.boite.y1 - 1


def _fin_de_ligne(segment: Segment, suivant: Segment | None) -> str:
    if suivant is None:
        return "\n\n"
    if suivant.page != segment.page:
        return "\n"
    ecart = suivant.boite.y0 - segment.boite.y1
    if ecart < -0.5 * min(suivant.boite.hauteur, segment.boite.hauteur):
        return "\n"  # the next cell of the same row
    taille = min(suivant.boite.hauteur, segment.boite.hauteur)
    meme_corps = 0.72 < suivant.boite.hauteur / max(segment.boite.hauteur, 0.1) < 1.38
    return "\n" if ecart < 1.25 * taille and meme_corps else "\n\n"
