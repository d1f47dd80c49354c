"""Words of a page put back where a person sees them: cells, rows, and a reading order.

Content streams draw in any order, so everything here stands on coordinates. Two views serve the
extractors: ``rangs`` (rows, left to right: tables and « label : value ») and ``ordre_de_lecture``
(columns one after the other: sentences).
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from statistics import median
from typing import Generic, NamedTuple, TypeVar

from segur_payment.langue.normalisation import Texte
from segur_payment.lecture.pdf.modele import Boite, Carre, Champ, Mot, PageLue

COCHEE, VIDE, INDECISE = "☒", "☐", "▣"
_ETATS = {
    **dict.fromkeys("☒☑⊠✓✔✗✘🗹🗷", COCHEE),
    **dict.fromkeys("☐□◻▢⬜🗆", VIDE),
    **dict.fromkeys(("[x]", "[X]", "[✓]", "(x)", "(X)"), COCHEE),
    **dict.fromkeys(("[]", "[_]", "[-]", "()"), VIDE),
}
_GLYPHE = re.compile(rf"^([{''.join(k for k in _ETATS if len(k) == 1)}])(?=\w)|(?<=\w)([☒☑⊠☐□])$")
ENCRE_COCHEE, ENCRE_VIDE = 0.06, 0.02
_COUPE = 1.7  # a gap wider than this many word heights separates two cells
_CONDUITE = re.compile(r"[._·…‥]+")
_POINTS_MIN = 4
_POINTS_COLLES = re.compile(r"(?<=[^._·…‥])[._·…‥]{4,}|[._·…‥]{4,}(?=[^._·…‥])")
_MORCEAU = re.compile(r"[._·…‥]{4,}|(?:(?![._·…‥]{4}).)+")
_PEIGNE_MIN = 6
_VOISINS = 3
_MEME_BORD = 1.5
_MEME_COLONNE = 3.0
_GOUTTIERE = 9.0  # narrowest blank, in points, between two columns


class Jeton(NamedTuple):
    """A visible word, a box (☒ ☐ ▣) or the value of a form field, at its place."""

    texte: str
    boite: Boite
    page: int
    cesure: bool = False
    confiance: float | None = None
    """How surely it was recognised in a picture; None: text of the file, or a box."""

    @property
    def milieu(self) -> float:
        """Height of its middle on the page, in points."""
        return (self.boite.y0 + self.boite.y1) / 2


@dataclass(frozen=True)
class Segment:
    """Words of one row that stand together: a cell, or a line of a paragraph."""

    jetons: tuple[Jeton, ...]

    @cached_property
    def boite(self) -> Boite:
        """The rectangle that holds them."""
        return englober(j.boite for j in self.jetons)

    @cached_property
    def texte(self) -> str:
        """Their words, one space between."""
        return " ".join([j.texte for j in self.jetons])

    @cached_property
    def lu(self) -> Texte:
        """Their words, ready to be searched."""
        return Texte.de(self.texte)

    @cached_property
    def departs(self) -> tuple[int, ...]:
        """Where each word begins in ``texte``."""
        return tuple(accumulate([len(j.texte) + 1 for j in self.jetons[:-1]], initial=0))

    @property
    def page(self) -> int:
        """Page number, from 1."""
        return self.jetons[0].page


@dataclass(frozen=True)
class Rang:
    """A row of the page: its cells, left to right."""

    segments: tuple[Segment, ...]

    @cached_property
    def boite(self) -> Boite:
        """The rectangle that holds the row."""
        return englober(s.boite for s in self.segments)

    @cached_property
    def taille(self) -> float:
        """Usual height of its words."""
        return median([j.boite.hauteur for s in self.segments for j in s.jetons])


def englober(boites: Iterable[Boite]) -> Boite:
    """The smallest rectangle around ``boites``."""
    toutes = list(boites)
    return Boite(
        min([b.x0 for b in toutes]),
        min([b.y0 for b in toutes]),
        max([b.x1 for b in toutes]),
        max([b.y1 for b in toutes]),
    )


def contient(grande: Boite, petite: Boite, marge: float = 2.0) -> bool:
    """Whether the middle of ``petite`` lies in ``grande``, give or take ``marge`` points."""
    x, y = (petite.x0 + petite.x1) / 2, (petite.y0 + petite.y1) / 2
    dedans_x = grande.x0 - marge <= x <= grande.x1 + marge
    return dedans_x and grande.y0 - marge <= y <= grande.y1 + marge


def jetons_de(page: PageLue, champs: Sequence[Champ]) -> list[Jeton]:
    """Everything on the page that can be read, boxes and field values included."""
    cases = [_case(c, page.numero) for c in champs if c.coche is not None and c.boite]
    cases += [
        _carre(carre, page.numero)
        for carre in page.carres
        if not any(contient(c.boite, carre.boite) for c in cases)
    ]
    jetons: list[Jeton] = []
    utiles: list[Jeton] = []
    for mot in page.mots:
        if not mot.visible:
            continue
        boite = _sa_case(mot, cases) if len(mot.texte) == 1 else None
        if boite is None:
            jetons += _separer(Jeton(mot.texte, mot.boite, page.numero, mot.cesure, mot.confiance))
        elif mot.texte in _ETATS:
            utiles.append(Jeton(_ETATS[mot.texte], boite.boite, page.numero))
    marquees = [u for u in utiles if u.texte == COCHEE]
    for case in cases:
        if any(contient(case.boite, j.boite, 0) and len(j.texte) > 1 for j in jetons):
            continue  # a frame around a word is no box to tick
        tick = any(u.boite == case.boite for u in marquees)
        jetons.append(Jeton(COCHEE, case.boite, case.page) if tick else case)
    for champ in champs:
        if champ.valeur and champ.boite and champ.genre in ("texte", "choix"):
            jetons = _sans_le_peigne(champ, jetons)
            jetons += _valeur(champ, page, jetons)
    return _reunir_crochets(jetons)


def _sans_le_peigne(champ: Champ, jetons: list[Jeton]) -> list[Jeton]:
    """The words of the page, less the single letters that a comb field shows of its value."""
    assert champ.boite is not None
    assert champ.valeur is not None
    dedans = [j for j in jetons if contient(champ.boite, j.boite, 0)]
    lettres = "".join(j.texte for j in sorted(dedans, key=lambda j: j.boite.x0))
    if len(dedans) < _PEIGNE_MIN or lettres != "".join(champ.valeur.split()):
        return jetons
    return [j for j in jetons if j not in dedans]


def _case(champ: Champ, page: int) -> Jeton:
    assert champ.boite is not None
    return Jeton(COCHEE if champ.coche else VIDE, champ.boite, page)


def _carre(carre: Carre, page: int) -> Jeton:
    etat = INDECISE
    if carre.encre >= ENCRE_COCHEE:
        etat = COCHEE
    elif carre.encre <= ENCRE_VIDE:
        etat = VIDE
    return Jeton(etat, carre.boite, page)


def _sa_case(mot: Mot, cases: Sequence[Jeton]) -> Jeton | None:
    return next((case for case in cases if contient(case.boite, mot.boite, 1.0)), None)


def _separer(jeton: Jeton) -> list[Jeton]:
    """Box glyphs as boxes of their own, also when they are glued to a word."""
    if jeton.texte in _ETATS:
        return [Jeton(_ETATS[jeton.texte], jeton.boite, jeton.page)]
    if _POINTS_COLLES.search(jeton.texte):
        return _decoller(jeton)
    colle = _GLYPHE.search(jeton.texte)
    if not colle:
        return [jeton]
    glyphe = Jeton(_ETATS[colle[0]], jeton.boite, jeton.page)
    reste = jeton._replace(texte=jeton.texte.replace(colle[0], "", 1))
    return [glyphe, reste] if colle[1] else [reste, glyphe]


def _decoller(jeton: Jeton) -> list[Jeton]:
    """« SIREN..........812 » as its label, its leader dots and its value."""
    morceaux, boite = [], jeton.boite
    pas = boite.largeur / len(jeton.texte)
    for trouve in _MORCEAU.finditer(jeton.texte):
        x0, x1 = (boite.x0 + pas * place for place in trouve.span())
        morceaux.append(Jeton(trouve[0], Boite(x0, boite.y0, x1, boite.y1), jeton.page))
    return morceaux


def _reunir_crochets(jetons: list[Jeton]) -> list[Jeton]:
    """« [ ] » and « [ x ] », which white space cut, read as boxes."""
    reunis: list[Jeton] = []
    for jeton in jetons:
        if (jeton.texte == "]" and reunis and reunis[-1].texte == "[") or (
            jeton.texte == ")" and reunis and reunis[-1].texte == "("
        ):
            reunis[-1] = Jeton(VIDE, reunis[-1].boite, jeton.page)
        elif jeton.texte == "]" and [j.texte.lower() for j in reunis[-2:]] == ["[", "x"]:
            reunis[-2:] = [Jeton(COCHEE, reunis[-2].boite, jeton.page)]
        else:
            reunis.append(jeton)
    return reunis


def _valeur(champ: Champ, page: PageLue, deja: Sequence[Jeton]) -> list[Jeton]:
    """The words of a field, unless the page text already shows them there."""
    assert champ.boite is not None
    assert champ.valeur is not None
    if any(contient(champ.boite, j.boite, 0) for j in deja):
        return []
    boite, mots = champ.boite, champ.valeur.split()
    pas = boite.largeur / max(1, len(champ.valeur))
    jetons, x = [], boite.x0
    haut = max(boite.y0, boite.y1 - 14)
    for mot in mots:
        large = min(pas, 6.0) * len(mot)
        jetons.append(Jeton(mot, Boite(x, haut, x + large, boite.y1), page.numero))
        x += large + min(pas, 3.0)
    return jetons


def rangs_de(jetons: Sequence[Jeton]) -> list[Rang]:
    """The rows of a page, top to bottom."""
    if not jetons:
        return []
    hauteur = median([j.boite.hauteur for j in jetons]) or 8.0
    lignes: list[_Ligne[Jeton]] = []
    for jeton in sorted(jetons, key=lambda j: (j.milieu, j.boite.x0)):
        if not (lignes and lignes[-1].accueille(jeton)):
            lignes.append(_Ligne())
        lignes[-1].ajouter(jeton)
    rangs = [Rang(tuple(_cellules(ligne.contenu, hauteur))) for ligne in lignes]
    return [_selon_les_voisins(rang, rangs, place) for place, rang in enumerate(rangs)]


def _selon_les_voisins(rang: Rang, rangs: Sequence[Rang], place: int) -> Rang:
    """A label that nearly touches its value, cut where the rows around begin their values."""
    if len(rang.segments) != 1 or len(rang.segments[0].jetons) < 2:
        return rang
    jetons = rang.segments[0].jetons
    autour = (*rangs[max(0, place - _VOISINS) : place], *rangs[place + 1 : place + 1 + _VOISINS])
    colonnes = [
        autre.segments[1].boite.x0
        for autre in autour
        if len(autre.segments) == 2
        and abs(autre.segments[0].boite.x0 - jetons[0].boite.x0) < _MEME_BORD
    ]
    for coupe, (avant, jeton) in enumerate(pairwise(jetons), 1):
        alignees = sum(abs(x - jeton.boite.x0) < _MEME_BORD for x in colonnes)
        if alignees >= 2 and jeton.boite.x0 - avant.boite.x1 > 0:
            return Rang((Segment(jetons[:coupe]), Segment(jetons[coupe:])))
    return rang


_Place = TypeVar("_Place", Jeton, Segment)


class _Ligne(Generic[_Place]):
    """A row being filled; its tops and bottoms stay sorted, so that their medians are at hand."""

    def __init__(self) -> None:
        self.contenu: list[_Place] = []
        self._hauts: list[float] = []
        self._bas: list[float] = []

    def ajouter(self, place: _Place) -> None:
        self.contenu.append(place)
        insort(self._hauts, place.boite.y0)
        insort(self._bas, place.boite.y1)

    def accueille(self, place: _Place) -> bool:
        """Half of the lower of the two stands beside the other: boxes are as tight as letters."""
        haut, bas, boite = _au_milieu(self._hauts), _au_milieu(self._bas), place.boite
        commun = min(bas, boite.y1) - max(haut, boite.y0)
        return commun > 0.5 * max(0.1, min(bas - haut, boite.y1 - boite.y0))


def _au_milieu(tries: Sequence[float]) -> float:
    rang, reste = divmod(len(tries), 2)
    return tries[rang] if reste else (tries[rang - 1] + tries[rang]) / 2


def _cellules(ligne: list[Jeton], hauteur: float) -> Iterable[Segment]:
    ligne.sort(key=lambda j: j.boite.x0)
    for morceau in _entre_les_conduites(ligne):
        if _justifiee(morceau):
            yield Segment(tuple(morceau))
            continue
        cellule = [morceau[0]]
        for jeton in morceau[1:]:
            taille = max(hauteur, cellule[-1].boite.hauteur)
            if jeton.boite.x0 - cellule[-1].boite.x1 > _COUPE * taille:
                yield Segment(tuple(cellule))
                cellule = []
            cellule.append(jeton)
        yield Segment(tuple(cellule))


def _entre_les_conduites(ligne: Sequence[Jeton]) -> Iterable[Sequence[Jeton]]:
    """Leader dots lead from a label to its value, and are no part of either.

    Dots that lead to nothing stay: they show that the value was left blank.
    """
    debut = rang = 0
    while rang < len(ligne):
        fin = rang
        while fin < len(ligne) and _CONDUITE.fullmatch(ligne[fin].texte):
            fin += 1
        points = sum(len(j.texte) for j in ligne[rang:fin])
        if points >= _POINTS_MIN and debut < rang and fin < len(ligne):
            yield ligne[debut:rang]
            debut = fin
        rang = fin + 1
    yield ligne[debut:]


def _justifiee(ligne: Sequence[Jeton]) -> bool:
    """A line stretched to the margins: wide blanks, all alike."""
    blancs = [b.boite.x0 - a.boite.x1 for a, b in pairwise(ligne)]
    return len(blancs) >= 3 and min(blancs) > 0 and max(blancs) <= 1.35 * min(blancs)


def ordre_de_lecture(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Blocks of segments in the order in which a person reads them, columns apart."""
    if len(segments) <= 1 or len(segments) > 2000:
        return [list(segments)] if segments else []
    if (x := _gouttiere(segments)) is not None:
        gauche = [s for s in segments if s.boite.x1 <= x]
        droite = [s for s in segments if s.boite.x0 >= x]
        return ordre_de_lecture(gauche) + ordre_de_lecture(droite)
    if (y := _plus_grand_blanc(segments)) is not None:
        haut = [s for s in segments if s.boite.y1 <= y]
        bas = [s for s in segments if s.boite.y1 > y]
        return ordre_de_lecture(haut) + ordre_de_lecture(bas)
    return [_ligne_a_ligne(segments)]


def _ligne_a_ligne(segments: Sequence[Segment]) -> list[Segment]:
    """The lines of one column: the rows of the page mix them when another column is offset."""
    lignes: list[_Ligne[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.boite.y0 + s.boite.y1, s.boite.x0)):
        if not (lignes and lignes[-1].accueille(segment)):
            lignes.append(_Ligne())
        lignes[-1].ajouter(segment)
    return [s for ligne in lignes for s in sorted(ligne.contenu, key=lambda s: s.boite.x0)]


def _gouttiere(segments: Sequence[Segment]) -> float | None:
    """Middle of the widest blank strip that parts the region into two real columns."""
    blancs = _blancs([(s.boite.x0, s.boite.x1) for s in segments])
    for large, x in sorted(blancs, reverse=True):
        cotes = [s for s in segments if s.boite.x1 <= x], [s for s in segments if s.boite.x0 >= x]
        if large < _GOUTTIERE:
            return None
        if any(_cellule_de_plusieurs_lignes(cote) for cote in cotes):
            return x
        if all(_hauteurs(cote) >= 2 for cote in cotes):
            return None if _tableau(*cotes) else x
    return None


def _cellule_de_plusieurs_lignes(cote: Sequence[Segment]) -> bool:
    """A column of one table row, whose text goes on from line to line: read it whole."""
    lignes: dict[int, list[Segment]] = {}
    for segment in cote:
        lignes.setdefault(round(segment.boite.x0 / _MEME_COLONNE), []).append(segment)
    large = max(lignes.values(), key=lambda colonne: sum(len(s.jetons) for s in colonne))
    return len(large) >= 2 and all(s.texte[0].islower() for s in large[1:])


def _tableau(gauche: Sequence[Segment], droite: Sequence[Segment]) -> bool:
    """Labels facing their values: rows to read across, not two columns of prose."""
    mots = [sum(len(s.jetons) for s in cote) / len(cote) for cote in (gauche, droite)]
    if min(mots) >= 4:
        return False
    milieux = [(s.boite.y0 + s.boite.y1) / 2 for s in droite]
    en_face = sum(any(s.boite.y0 <= y <= s.boite.y1 for y in milieux) for s in gauche)
    return en_face >= 0.6 * len(gauche)


def _hauteurs(segments: Sequence[Segment]) -> int:
    return len({round(s.boite.y0 / 6) for s in segments})


def _plus_grand_blanc(segments: Sequence[Segment]) -> float | None:
    blancs = _blancs([(s.boite.y0, s.boite.y1) for s in segments])
    return max(blancs, default=(0.0, None))[1]


def _blancs(intervalles: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Width and middle of the gaps that no interval covers."""
    blancs, fin = [], None
    for debut, arret in sorted(intervalles):
        if fin is not None and debut > fin:
            blancs.append((debut - fin, (debut + fin) / 2))
        fin = arret if fin is None else max(fin, arret)
    return blancs
