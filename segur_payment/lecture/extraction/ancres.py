"""Where each party signs: the headings of the signature blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from segur_payment.dossier import Partie
from segur_payment.langue.noms import Rapprochement, comparer_societes
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.mentions import mention_de_signature
from segur_payment.lecture.mise_en_page import Segment
from segur_payment.lecture.pdf.modele import Boite

_ANS = r"(?:l'|la |le |les )?(?:a\.?n\.?s\b\.?|agence du numerique(?: en sante)?)"


_EDITEUR = (
    r"(?:l'|la |le |les )?(?:editeur|titulaire|societe|industriel|fournisseur"
    r"|prestataire|entreprise"
    r"|demandeur|declarant|ens\b|beneficiaire)"
)


_ANNONCE = (
    r"(?:(?:bon )?pour(?: le compte de| et au nom de)?|signatures?(?: \w+)?(?: de"
    r"| du| pour| d')?|visa(?: de)?"
    r"|(?:le |la )?(?:representant(?:e|s)?|signataire)(?: habilite| dument habilite"
    r"| legal)?(?: de| du| pour)?"
    r"|cote|partie|par)"
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


BLOC_HAUT = 230.0


_VERBE = re.compile(
    r"\b(?:est|sont|a ete|ont|doit|doivent|s'engage|declare|atteste|certifie"
    r"|vaut|ayant|afin|que|qui|prononce)\b"
)


@dataclass(frozen=True, slots=True)
class Ancre:
    """The heading of a signature block."""

    partie: Partie
    segment: Segment
    annonce: bool

    @property
    def boite(self) -> Boite:
        """Where the heading stands."""
        return self.segment.boite


def ancres_de(document: Document, nom_editeur: str | None) -> list[Ancre]:
    """The heading of each party's block; a bare name is one only beside that of the other."""
    toutes = [
        ancre
        for rang in document.rangs
        for segment in rang.segments
        if (ancre := _ancre(segment, nom_editeur))
    ]
    toutes += [
        voisine
        for ancre in toutes
        if ancre.partie is Partie.ANS
        for voisine in _en_face(document, ancre, toutes)
    ]
    retenues = [a for a in toutes if a.annonce or any(_font_la_paire(a, b) for b in toutes)]
    gardees: list[Ancre] = []
    for partie in Partie:
        siennes = [a for a in retenues if a.partie is partie]
        gardees += ([a for a in siennes if a.annonce] or siennes)[-1:]
    return gardees


def _en_face(document: Document, ans: Ancre, toutes: Sequence[Ancre]) -> list[Ancre]:
    """Beside the heading of the ANS, whatever name stands there heads the éditeur's block."""
    rang = next(r for r in document.rangs if ans.segment in r.segments)
    autres = [s for s in rang.segments if s is not ans.segment]
    if len(autres) != 1 or any(a.segment is autres[0] for a in toutes):
        return []
    normal = normaliser(autres[0].texte)
    if (
        len(autres[0].jetons) > 9
        or ":" in normal.rstrip(" :")
        or mention_de_signature(autres[0].texte)
    ):
        return []
    if re.match(r"(?:date|nom|qualite|fonction|signature|cachet|le|fait|visa|prenom)\b", normal):
        return []
    return [Ancre(Partie.EDITEUR, autres[0], annonce=False)]


def _font_la_paire(une: Ancre, autre: Ancre) -> bool:
    if une.partie is autre.partie or une.segment.page != autre.segment.page:
        return False
    return cote_a_cote(une.boite, autre.boite) or _l_un_sous_l_autre(une.boite, autre.boite)


def cote_a_cote(une: Boite, autre: Boite) -> bool:
    return abs(une.y0 - autre.y0) < 40 and (une.x1 < autre.x0 or autre.x1 < une.x0)


def _l_un_sous_l_autre(une: Boite, autre: Boite) -> bool:
    return abs(une.x0 - autre.x0) < 12 and abs(une.y0 - autre.y0) < BLOC_HAUT


def _ancre(segment: Segment, nom_editeur: str | None) -> Ancre | None:
    normal = segment.lu.normal.strip()
    if len(normal) > 110:
        return None
    for partie in Partie:
        annonce, nue = _ANCRES[partie]
        if (trouve := annonce.match(normal)) and not _est_phrase(normal, trouve.end()):
            return Ancre(partie, segment, annonce=True)
        if nue.match(normal):
            return Ancre(partie, segment, annonce=False)
    return _ancre_nommee(segment, normal, nom_editeur) if nom_editeur else None


def _ancre_nommee(segment: Segment, normal: str, nom_editeur: str) -> Ancre | None:
    """« Pour Agendalib », or the name of the éditeur alone."""
    annonce = re.match(rf"\W*{_ANNONCE} ?(?:l'|la |le )?", normal)
    reste = normal[annonce.end() :] if annonce else normal
    reste = re.split(r" ?[:(,]| - ", reste.strip(), maxsplit=1)[0]
    if len(reste) < 2 or comparer_societes(reste, nom_editeur) is not Rapprochement.IDENTIQUE:
        return None
    return Ancre(Partie.EDITEUR, segment, annonce=annonce is not None)


def _est_phrase(normal: str, fin: int) -> bool:
    return _VERBE.search(normal, fin) is not None
