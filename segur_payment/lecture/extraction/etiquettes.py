"""« Label : value » pairs, whether the value follows, stands in the next cell or below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from segur_payment.dossier import Preuve
from segur_payment.langue.normalisation import Texte, normaliser
from segur_payment.lecture.document import Document, une_fois
from segur_payment.lecture.mise_en_page import COCHEE, VIDE, Jeton, Segment

BLANC = re.compile(r"[\s._…:·\-–—/()\[\]|]*")
_ETIQUETTE = (
    r"(?:n°|numero|nom|prenom|qualite|fonction|date|siren|siret|tva|iban|bic|adresse|raison sociale"
    r"|denomination|version|solution|logiciel|produit|montant|perimetre|signature"
    r"|signataire|editeur"
    r"|titulaire|phase|courriel|e-?mail|telephone|tel|lieu|reference|objet|representant|code|forme"
    r"|resultat|reserves?|cachet|fait|pieces?|le|type|nature|agissant|capital|rcs|siege)\b"
)
_SUIVANTE = re.compile(rf"(?<=[\w.)»\"…_])\s+(?={_ETIQUETTE}[^:.,;]{{0,30}}:)")
_ALLURE_D_ETIQUETTE = re.compile(rf"(?:{_ETIQUETTE}.{{0,45}}|[^:]{{2,45}}:\s*)$")


_NUMERO = re.compile(r"^(?:\d{1,2}|[a-z])[.)] ")
_SECTION = re.compile(r"(?:[a-z]|[ivx]{1,4}|\d{1,2}) ?[-–—.)]+ [a-z]")
_MEME_COLONNE, _PLUS_PRES = 12.0, 0.6
_CHAMP_CERTAIN = re.compile(
    r"(?:n° |numero )?(?:de )?(?:iban|bic|siren|siret|tva|adresse|courriel"
    r"|e-?mail|telephone|version)"
)


@dataclass(frozen=True, slots=True)
class Valeur:
    """What a form says under a label; ``texte`` is empty when it was left blank."""

    etiquette: str
    texte: str
    preuve: Preuve
    place: float = 0.0
    """Height of the label in its document, in points, a page counting 10 000."""

    @property
    def vide(self) -> bool:
        """Nothing but dots or rules stands there."""
        return not self.texte


@lru_cache(maxsize=256)
def _motif(etiquette: str) -> re.Pattern[str]:
    return re.compile(
        rf"[\s\d.)*•▪–\-]*(?:[a-z][.)] )?(?P<nom>{etiquette})\s*(?:\([^)]*\)|\*|n°)*\s*(?P<sep>[:=]"
        rf"|\.{{3,}}|…|_{{3,}})?\s*"
    )


def valeurs(document: Document, etiquette: str) -> Iterator[Valeur]:
    """Every value of a label, given as a pattern for the normal form."""
    motif = _motif(etiquette)
    for rang, place, morceau in _morceaux(document):
        if (trouve := motif.match(morceau.texte.normal)) is None:
            continue
        valeur = _valeur(document, rang, place, morceau, trouve)
        if valeur is not None:
            yield replace(valeur, place=hauteur(morceau.jetons[0]))
    yield from _des_bulles(document, motif)


def _des_bulles(document: Document, motif: re.Pattern[str]) -> Iterator[Valeur]:
    """Filled fields whose label stands in the file only: the page shows it as a tooltip."""
    for champ in document.champs:
        if not (champ.valeur and champ.etiquette and champ.genre in ("texte", "choix")):
            continue
        trouve = motif.match(normaliser(champ.etiquette) + " ")
        if (
            trouve
            and trouve.end() > len(normaliser(champ.etiquette))
            and champ.page
            and champ.boite
        ):
            preuve = document.preuve_en_page(champ.page, f"{champ.etiquette} : {champ.valeur}")
            place = 10_000.0 * champ.page + champ.boite.y0
            yield Valeur(champ.etiquette, champ.valeur.strip(), preuve, place)


def hauteur(jeton: Jeton) -> float:
    """Where a word stands in its document, from the top: comparable from page to page."""
    return 10_000.0 * jeton.page + jeton.boite.y0


def valeur(document: Document, *etiquettes: str) -> Valeur | None:
    """The first filled value of the first label that has one."""
    for etiquette in etiquettes:
        for trouvee in valeurs(document, etiquette):
            if not trouvee.vide:
                return trouvee
    return None


@dataclass(frozen=True, slots=True)
class _Morceau:
    """A part of a cell that may begin with a label."""

    jetons: tuple[Jeton, ...]
    texte: Texte
    entier: bool


@une_fois
def _morceaux(document: Document) -> list[tuple[int, int, _Morceau]]:
    """The parts of every cell, with the row and the place of the cell in it."""
    return [
        (rang, place, morceau)
        for rang, ligne in enumerate(document.rangs)
        for place, segment in enumerate(ligne.segments)
        for morceau in _debuts(segment)
    ]


def _debuts(segment: Segment) -> Iterator[_Morceau]:
    """The cell, then each « label : » that follows another in the same cell."""
    texte = segment.lu
    coupes = [0]
    for suivante in _SUIVANTE.finditer(texte.normal) if texte.normal.count(":") > 1 else ():
        if ":" in texte.normal[coupes[-1] : suivante.start()]:
            coupes.append(suivante.end())
    coupes.append(len(texte.normal))
    for debut, fin in pairwise(coupes):
        depuis, jusque = texte.intervalle(debut, fin) if debut < fin else (0, 0)
        jetons = _jetons(segment, depuis, jusque)
        if jetons:
            contenu = segment if jetons == segment.jetons else Segment(jetons)
            yield _Morceau(jetons, contenu.lu, entier=jusque >= len(segment.texte.rstrip()))


def _jetons(segment: Segment, depuis: int, jusque: int) -> tuple[Jeton, ...]:
    pris, position = [], 0
    for jeton in segment.jetons:
        if depuis <= position < jusque:
            pris.append(jeton)
        position += len(jeton.texte) + 1
    return tuple(pris)


def _valeur(
    document: Document, rang: int, place: int, morceau: _Morceau, trouve: re.Match[str]
) -> Valeur | None:
    texte = morceau.texte
    nom = texte.citation(*trouve.span("nom")) if trouve["nom"] else ""
    reste = texte.normal[trouve.end() :]
    if not BLANC.fullmatch(reste):
        if not trouve["sep"]:
            return None
        debut, fin = texte.intervalle(trouve.end(), len(texte.normal))
        contenu = texte.original[debut:fin].strip(" .…_")
        return Valeur(nom, contenu, document.preuve(morceau.jetons))
    if not morceau.entier:
        return Valeur(nom, "", document.preuve(morceau.jetons))
    if reste.strip() == "." and not trouve["sep"]:
        return None  # the last word of a sentence
    if trouve["sep"] in ("...", "…", "___") or re.search(r"[.…_]{3,}", morceau.texte.original):
        return Valeur(nom, "", document.preuve(morceau.jetons))
    voisin = _voisin(document, rang, place)
    if voisin is None:
        champ = _CHAMP_CERTAIN.match(normaliser(nom)) and not any(c.isdigit() for c in nom)
        sans_valeur = _dans_un_tableau(document, rang) or _seule_sans_valeur(document, rang, place)
        vide = trouve["sep"] or (champ and sans_valeur)
        return Valeur(nom, "", document.preuve(morceau.jetons)) if vide else None
    contenu = voisin.texte.strip(" .…_")
    return Valeur(nom, contenu, document.preuve((*morceau.jetons, *voisin.jetons)))


def _voisin(document: Document, rang: int, place: int) -> Segment | None:
    droite, dessous = _a_droite(document, rang, place), _en_dessous(document, rang, place)
    if droite and dessous:
        ici = document.rangs[rang].segments[place]
        if _en_capitales(ici, droite) or _au_dessus_des_valeurs(document, rang):
            return dessous
    return droite or dessous or _a_cheval(document, rang, place)


def _a_cheval(document: Document, rang: int, place: int) -> Segment | None:
    """A value of two lines whose label stands at mid-height: one line above, one below."""
    if len(document.rangs[rang].segments) != 1 or not 0 < rang < len(document.rangs) - 1:
        return None
    ici = document.rangs[rang].segments[place]
    lignes = [document.rangs[rang - 1].segments, document.rangs[rang + 1].segments]
    if any(len(segments) != 1 for segments in lignes):
        return None
    dessus, dessous = lignes[0][0], lignes[1][0]
    alignees = abs(dessus.boite.x0 - dessous.boite.x0) < 3 and dessus.boite.x0 > ici.boite.x1
    serrees = dessous.boite.y0 - dessus.boite.y1 < 1.5 * ici.boite.hauteur
    if not (alignees and serrees and dessus.page == ici.page == dessous.page):
        return None
    return Segment((*dessus.jetons, *dessous.jetons))


def _en_capitales(*segments: Segment) -> bool:
    """Labels in capitals stand above their values: the next cell is another label."""
    return all(s.texte.isupper() and not any(c.isdigit() for c in s.texte) for s in segments)


def _au_dessus_des_valeurs(document: Document, rang: int) -> bool:
    """Labels side by side, each right above its value: nearer to it than to anything else."""
    voisins = document.rangs[max(0, rang - 1) : rang + 3]
    ici, dessous = voisins[1:3] if rang else voisins[:2]
    sous = [any(_alignes(s, d) for s in ici.segments) for d in dessous.segments]
    if len(sous) < 2 or not all(sous):
        return False
    ecart = dessous.boite.y0 - ici.boite.y1
    autres = [b.boite.y0 - a.boite.y1 for a, b in pairwise(voisins) if a is not ici]
    return all(ecart < _PLUS_PRES * autre for autre in autres if autre > 0)


def _alignes(a: Segment, b: Segment) -> bool:
    return abs(a.boite.x0 - b.boite.x0) < _MEME_COLONNE


def _dans_un_tableau(document: Document, rang: int) -> bool:
    """The rows around have a label here and a value beside it: this one lacks its value."""
    if len(document.rangs[rang].segments) != 1:
        return False
    x0 = document.rangs[rang].boite.x0
    autour = (*document.rangs[max(0, rang - 2) : rang], *document.rangs[rang + 1 : rang + 3])
    return sum(len(r.segments) == 2 and abs(r.boite.x0 - x0) < 3 for r in autour) >= 2


def _seule_sans_valeur(document: Document, rang: int, place: int) -> bool:
    """The other labels of the row have their value below, this one has none."""
    segments = document.rangs[rang].segments
    return any(
        _en_dessous(document, rang, autre) for autre in range(len(segments)) if autre != place
    )


def _a_droite(document: Document, rang: int, place: int) -> Segment | None:
    segments = document.rangs[rang].segments
    if place + 1 >= len(segments):
        return None
    suivant = segments[place + 1]
    return None if _est_etiquette(suivant) else suivant


def _en_dessous(document: Document, rang: int, place: int) -> Segment | None:
    """The cell below, when it is near, starts in the same column and is no label itself."""
    ici = document.rangs[rang].segments[place]
    for ligne in document.rangs[rang + 1 : rang + 3]:
        for segment in ligne.segments:
            ecart = segment.boite.y0 - ici.boite.y1
            proche = segment.page == ici.page and -2 <= ecart <= 2.2 * ici.boite.hauteur
            if proche and _alignes(segment, ici):
                seule = len(document.rangs[rang].segments) == 1 < len(ligne.segments)
                titre = _SECTION.match(segment.lu.normal)
                return None if seule or titre or _est_etiquette(segment) else segment
    return None


def _est_etiquette(segment: Segment) -> bool:
    normal = _NUMERO.sub("", segment.lu.normal.strip())
    if normal[:1] in (COCHEE, VIDE):
        return False
    return _ALLURE_D_ETIQUETTE.fullmatch(normal) is not None
