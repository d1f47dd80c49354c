"""Which éditeur and which solution a piece names.

A piece often names several companies and products. What it offers are candidates, the surest
first; :mod:`segur_payment.lecture.reference` keeps the one that the other pieces name too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from segur_payment.dossier import Editeur, Preuve, SolutionLogicielle
from segur_payment.lecture.document import Document, Vue, une_fois
from segur_payment.lecture.extraction.etiquettes import hauteur, valeurs
from segur_payment.lecture.extraction.noms import NOM, en_phrase, est_etranger, nettoyer
from segur_payment.lecture.extraction.numeros import est_valide, trouver
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.extraction.solutions import solutions

_RAISON_SOCIALE = (
    r"(?:raison sociale|denomination(?: sociale)?)"
    r"(?: (?:de |du )(?:la |l')?[a-z]+(?: [a-z]+)?)?",
    r"(?:nom|societe) (?:de l'|du |de la )?(?:editeur|societe|titulaire|entreprise|demandeur)",
    r"editeur(?: de la solution| du logiciel)?",
    r"(?:societe|titulaire|entreprise|demandeur|beneficiaire|industriel|structure|organisme)"
    r"(?: demandeu[a-z]+| editrice)?",
)
_FORME = (
    r"(?:s\.?a\.?s\.?u?|s\.?a\.?r\.?l|s\.?a|e\.?u\.?r\.?l|scop|s\.?n\.?c|société par actions"
    r"|société à responsabilité|association)"
)
_SOCIETE_EN_PHRASE = re.compile(
    rf"(?:\b[Ll]a[ \n]|\b)[Ss]oci[ée]t[ée][ \n]+«?\s*(?P<nom>{NOM})"
    rf"|(?P<nom2>{NOM}) ?, (?:une )?(?i:{_FORME})\b|(?P<nom3>{NOM}) (?:SAS"
    r"|S\.A\.S\.?|SARL|SASU|SA|EURL|SCOP|SCIC|SNC|GIE)\b"
)


@dataclass(frozen=True, slots=True)
class Candidats:
    """Company and product names that a piece offers, the surest first."""

    editeurs: tuple[tuple[str, Preuve], ...]
    solutions: tuple[tuple[SolutionLogicielle, Preuve], ...]


@une_fois
def candidats(document: Document) -> Candidats:
    """The names that the piece offers for its éditeur and its solution."""
    return Candidats(tuple(_editeurs(document)), tuple(solutions(document)))


def _editeurs(document: Document) -> Iterator[tuple[str, Preuve]]:
    signatures = _places_des_signatures(document)
    for etiquette in _RAISON_SOCIALE:
        for valeur in valeurs(document, etiquette):
            nom = nettoyer(valeur.texte)
            if nom and not est_etranger(nom) and valeur.place not in signatures:
                yield nom, valeur.preuve
    for nom, preuve, _ in en_phrase(document.flux, _SOCIETE_EN_PHRASE):
        yield nom, preuve


def _places_des_signatures(document: Document) -> set[float]:
    """Heights of « ANS | Éditeur »: below such headings stand the signers, not companies."""
    return {
        hauteur(segment.jetons[0])
        for rang in document.rangs
        if len(rang.segments) > 1
        and any(_BLOC_DE_L_ANS.fullmatch(s.lu.normal) for s in rang.segments)
        for segment in rang.segments
    }


_PRES = 110
_ANS = re.compile(r"agence du numerique en sante|\bans\b")
_BLOC_DE_L_ANS = re.compile(
    r"\W*(?:pour )?(?:l'|la )?(?:agence du numerique en sante|ans)(?: \(ans\))?\W*"
)
_AUTRE_PARTIE = re.compile(
    r" et |edit(?:eur|ee?|rice)|societe|titulaire|demandeur|\bsoussigne|raison sociale"
)


def identifiants_de(document: Document, recolte: Recolte) -> dict[str, str]:
    """SIREN, SIRET and VAT number of the éditeur, as written; those of the ANS left out."""
    trouves: dict[str, str] = {}
    for nature in ("siret", "siren", "tva"):
        lus = [lu for vue in document.vues if (lu := _premier(nature, vue))]
        if lus:
            valeur, preuve = next((lu for lu in lus[1:] if _complete(nature, lu, lus[0])), lus[0])
            trouves[nature] = valeur
            recolte.prouver("editeur", preuve)
    return trouves


def _premier(nature: str, vue: Vue) -> tuple[str, Preuve] | None:
    texte = vue.texte
    lus = trouver(nature, texte.original)
    for lu in sorted(lus, key=lambda t: t.valeur[:1].isdigit() and nature == "tva"):
        debut, fin = (texte.depuis_original(place) for place in (lu.debut, lu.fin))
        if not _est_a_l_ans(vue.normal[max(0, debut - 180) : debut]):
            return lu.valeur, vue.preuve(debut, fin)
    return None


def _complete(nature: str, entier: tuple[str, Preuve], debut: tuple[str, Preuve]) -> bool:
    """A number cut by the end of a line in a column, beside the words of another column."""
    commence = _compact(entier[0]).startswith(_compact(debut[0]))
    return commence and est_valide(nature, entier[0]) and not est_valide(nature, debut[0])


def _compact(numero: str) -> str:
    return re.sub(r"[\s.]", "", numero)


def _est_a_l_ans(avant: str) -> bool:
    """The organisation named last before the number is the ANS, close by in the same sentence."""
    ans, autre = ([m.end() for m in motif.finditer(avant)] for motif in (_ANS, _AUTRE_PARTIE))
    if not ans or (autre and autre[-1] > ans[-1]):
        return False
    return len(avant) - ans[-1] < _PRES and not re.search(r"[.;] ", avant[ans[-1] :])


def editeur(nom: str | None, numeros: dict[str, str]) -> Editeur | None:
    """The éditeur, when the piece says anything of it."""
    return Editeur(raison_sociale=nom, **numeros) if nom or numeros else None
