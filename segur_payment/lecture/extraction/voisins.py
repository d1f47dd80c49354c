"""The cell that answers a label: beside it, below it, or astride its line."""

from __future__ import annotations

import re
from itertools import pairwise

from segur_payment.lecture.document import Document
from segur_payment.lecture.mise_en_page import COCHEE, VIDE, Segment

ETIQUETTE = (
    r"(?:n°|numero|nom|prenom|qualite|fonction|date|siren|siret|tva|iban|bic|adresse|raison sociale"
    r"|denomination|version|solution|logiciel|produit|montant|perimetre|signature"
    r"|signataire|editeur"
    r"|titulaire|phase|courriel|e-?mail|telephone|tel|lieu|reference|objet|representant|code|forme"
    r"|resultat|reserves?|cachet|fait|pieces?|le|type|nature|agissant|capital|rcs|siege)\b"
)
"""Words that labels begin with."""
_ALLURE_D_ETIQUETTE = re.compile(rf"(?:{ETIQUETTE}.{{0,45}}|[^:]{{2,45}}:\s*)$")
_NUMERO = re.compile(r"^(?:\d{1,2}|[a-z])[.)] ")
_SECTION = re.compile(r"(?:[a-z]|[ivx]{1,4}|\d{1,2}) ?[-–—.)]+ [a-z]")
_MEME_COLONNE, _PLUS_PRES = 12.0, 0.6


def voisin(document: Document, rang: int, place: int) -> Segment | None:
    """The cell that holds the value of the label at that place of that row."""
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


def dans_un_tableau(document: Document, rang: int) -> bool:
    """The rows around have a label here and a value beside it: this one lacks its value."""
    if len(document.rangs[rang].segments) != 1:
        return False
    x0 = document.rangs[rang].boite.x0
    autour = (*document.rangs[max(0, rang - 2) : rang], *document.rangs[rang + 1 : rang + 3])
    return sum(len(r.segments) == 2 and abs(r.boite.x0 - x0) < 3 for r in autour) >= 2


def seule_sans_valeur(document: Document, rang: int, place: int) -> bool:
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
