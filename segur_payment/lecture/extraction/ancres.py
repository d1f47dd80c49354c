"""Where each party may sign: the words that head a signature block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from segur_payment.dossier import Partie
from segur_payment.langue.noms import Rapprochement, comparer_societes
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.mentions import mention_de_signature
from segur_payment.lecture.mise_en_page import Rang, Segment
from segur_payment.lecture.pdf.modele import Boite

_ANS = r"(?:l'|la |le |les )?(?:a\.?n\.?s\b\.?|agence(?: du numerique(?: en sante)?)?(?! de))"
_EDITEUR = (
    r"(?:l'|la |le |les )?(?:editeur|titulaire|societe|industriel|fournisseur"
    r"|prestataire|entreprise|association|cooperative"
    r"|demandeur|declarant|ens\b|beneficiaire)"
)
_ANNONCE = (
    r"(?:(?:bon )?pour(?: le compte de| et au nom de)?|signatures?(?: \w+)?(?: de"
    r"| du| pour| d')?|visa(?: de)?"
    r"|(?:le |la )?(?:representant(?:e|s)?|signataire)(?: habilite| dument habilite"
    r"| legal)?(?: de| du| pour)?"
    r"|(?:cadre|espace|zone|emplacement)(?: reservee?)?(?: aux?| a| de| du| pour)?"
    r"|cote|partie|par|accord de|vu par)"
)
PARTIES = ((Partie.ANS, _ANS), (Partie.EDITEUR, _EDITEUR))
_ANCRES = {
    partie: (
        re.compile(
            rf"\W*(?:\d[.)] ?)?(?:{_ANNONCE} ?{qui}(?!\w)"
            rf"|{qui}(?: *\([^)]*\))?,? (?:dument )?represente[e)(]* par\b)"
        ),
        re.compile(rf"\W*{qui}(?!\w)(?: *\([^)]*\))?(?:[^:]{{0,45}}| - [^:]{{0,90}}):?\W*$"),
    )
    for partie, qui in PARTIES
}
_QUALITE_A_L_ANS = re.compile(
    r"[^.:;]{3,60}(?:, | - | a | de |\()(?:l')?(?:ans|agence du numerique en sante)\)?"
)
_ET_SIGNATAIRE = {partie: re.compile(rf"\W*{qui} ?: ?\w") for partie, qui in PARTIES}
_PAS_UNE_PARTIE = re.compile(
    r"(?:date|nom|qualite|fonction|signature|cachet|le|fait|visa|prenom|page|n°)\b|\W*\d"
)
_VERBE = re.compile(
    r"\b(?:est|sont|a ete|ont|doit|doivent|s'engage|declare|atteste|certifie"
    r"|vaut|ayant|afin|que|qui|prononce)\b"
)
_CONDUITE = re.compile(r"[ ._…]{6,}$")
_LONGUEUR_MAX = 110
_MEME_BORD, _ECART_PILE = 12, 230.0
_PAIRES_MAX, _ANNONCES_MAX = 10_000, 50
"""A page of a table that names both parties on each row has some 3 000 pairs."""


class TropDAncresError(Exception):
    """A page names the two parties so often that no signature block can be told."""


@dataclass(frozen=True, slots=True)
class Ancre:
    """Words that may head a party's signature block."""

    partie: Partie
    segment: Segment
    annonce: bool
    """« Pour l'ANS », « signature de l'éditeur »: a heading by itself, not a bare name."""

    @property
    def boite(self) -> Boite:
        """Where the heading stands."""
        return self.segment.boite


def ancres_de(document: Document, nom_editeur: str | None) -> list[Ancre]:
    """All that may head a block, in the order of the rows; a bare name is often something else.

    Raises:
        TropDAncresError: a page has more headings than can be compared.
    """
    trouvees: list[Ancre] = []
    for rang in document.rangs:
        lues = [a for s in rang.segments if (a := _ancre(s, nom_editeur))]
        trouvees += lues
        trouvees += (v for a in lues if a.partie is Partie.ANS for v in _en_face(a, rang, lues))
    annoncees = par_page([a for a in trouvees if a.annonce])
    if any(len(siennes) > _ANNONCES_MAX for siennes in annoncees.values()):
        raise TropDAncresError
    piles = {page: _piles(siennes) for page, siennes in annoncees.items()}
    return [a for a in trouvees if not _remplacee(a, piles.get(a.segment.page, ()))]


def _piles(annoncees: Sequence[Ancre]) -> list[tuple[Ancre, Ancre]]:
    """« Pour l’ANS » and « Pour l’éditeur » that stand in one column."""
    ans = [a for a in annoncees if a.partie is Partie.ANS]
    editeur = [a for a in annoncees if a.partie is Partie.EDITEUR]
    return [(a, e) for a in ans for e in editeur if pile(a, e)]


def _remplacee(ancre: Ancre, piles: Sequence[tuple[Ancre, Ancre]]) -> bool:
    """Beside or above « Pour l’ANS », in whose column « Pour l’éditeur » stands: other text."""
    if ancre.annonce or ancre.partie is Partie.ANS:
        return False
    return any(_ailleurs(ancre, a, e) for a, e in piles)


def _ailleurs(ancre: Ancre, ans: Ancre, editeur: Ancre) -> bool:
    au_dessus = pile(ancre, ans) and ancre.boite.y0 < min(ans.boite.y0, editeur.boite.y0)
    a_cote = ancre.segment.page == ans.segment.page and cote_a_cote(ans.boite, ancre.boite)
    return au_dessus or a_cote


def pile(une: Ancre, autre: Ancre) -> bool:
    """Whether one stands under the other, on the same left edge."""
    return (
        une.segment.page == autre.segment.page
        and abs(une.boite.x0 - autre.boite.x0) < _MEME_BORD
        and abs(une.boite.y0 - autre.boite.y0) < _ECART_PILE
    )


def par_page(ancres: Sequence[Ancre]) -> dict[int, list[Ancre]]:
    """The headings of each page, in their order."""
    pages: dict[int, list[Ancre]] = {}
    for ancre in ancres:
        pages.setdefault(ancre.segment.page, []).append(ancre)
    return pages


def paires(ancres: list[Ancre]) -> list[tuple[Ancre, Ancre]]:
    """Headings of the two parties that stand side by side, else one under the other.

    Raises:
        TropDAncresError: there are more than can be compared.
    """
    editeurs = par_page([a for a in ancres if a.partie is Partie.EDITEUR])
    annonces = [a for a in ancres if a.partie is Partie.ANS]
    if sum(len(editeurs.get(a.segment.page, ())) for a in annonces) > _PAIRES_MAX:
        raise TropDAncresError
    possibles = [
        (ans, autre)
        for ans in annonces
        for autre in editeurs.get(ans.segment.page, ())
        if ans.segment is not autre.segment
    ]
    cote = [p for p in possibles if cote_a_cote(p[0].boite, p[1].boite)]
    prises = {id(a.segment) for paire in cote for a in paire}
    return cote + [
        (ans, autre)
        for ans, autre in possibles
        if not prises & {id(ans.segment), id(autre.segment)} and pile(ans, autre)
    ]


def _en_face(ans: Ancre, rang: Rang, lues: list[Ancre]) -> Iterator[Ancre]:
    """Beside the heading of the ANS, whatever name stands there may head the éditeur's block."""
    autres = [s for s in rang.segments if s is not ans.segment]
    if len(autres) != 1 or len(lues) > 1 or len(autres[0].jetons) > 9:
        return
    normal = normaliser(autres[0].texte)
    if ":" in normal.rstrip(" :") or _PAS_UNE_PARTIE.match(normal):
        return
    if autres[0].texte[0].islower() or autres[0].texte.endswith((",", ";")):
        return  # a line out of the middle of a paragraph
    if not mention_de_signature(autres[0].texte):
        yield Ancre(Partie.EDITEUR, autres[0], annonce=False)


def cote_a_cote(une: Boite, autre: Boite) -> bool:
    """Whether two headings stand on about the same height, one left of the other."""
    return abs(une.y0 - autre.y0) < 40 and (une.x1 < autre.x0 or autre.x1 < une.x0)


def _ancre(segment: Segment, nom_editeur: str | None) -> Ancre | None:
    normal = _CONDUITE.sub("", segment.lu.normal.strip())
    if len(normal) > _LONGUEUR_MAX:
        return None
    for partie in Partie:
        annonce, nue = _ANCRES[partie]
        if (trouve := annonce.match(normal)) and not _VERBE.search(normal, trouve.end()):
            return Ancre(partie, segment, annonce=True)
        if nue.match(normal):
            return Ancre(partie, segment, annonce=False)
    if _QUALITE_A_L_ANS.fullmatch(normal) or _ET_SIGNATAIRE[Partie.ANS].match(normal):
        return Ancre(Partie.ANS, segment, annonce=False)
    if _ET_SIGNATAIRE[Partie.EDITEUR].match(normal):
        return Ancre(Partie.EDITEUR, segment, annonce=False)
    nommee = _ancre_nommee(segment, normal, nom_editeur) if nom_editeur else None
    return nommee or _ancre_d_un_autre(segment, normal)


def _ancre_d_un_autre(segment: Segment, normal: str) -> Ancre | None:
    """« Pour La Tourterelle »: of two parties, the one that is not the ANS."""
    propre = re.match(r"\W*Pour (?:l['’]|la |le |les )?[^\W\d_]*[A-ZÀ-Ý]", segment.texte)
    if propre and len(segment.jetons) <= 12 and not _VERBE.search(normal):
        return Ancre(Partie.EDITEUR, segment, annonce=False)
    return None


def _ancre_nommee(segment: Segment, normal: str, nom_editeur: str) -> Ancre | None:
    """« Pour Agendalib », or the name of the éditeur alone."""
    annonce = re.match(rf"\W*{_ANNONCE} ?(?:l'|la (?:societe |sci[cs] |scop )?|le )?", normal)
    reste = normal[annonce.end() :] if annonce else normal
    reste = re.split(r" ?[:(,]| - ", reste.strip(), maxsplit=1)[0]
    if len(reste) < 2 or comparer_societes(reste, nom_editeur) is not Rapprochement.IDENTIQUE:
        return None
    return Ancre(Partie.EDITEUR, segment, annonce=annonce is not None)
