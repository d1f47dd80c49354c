"""Lines that announce a piece: what they say, and how far they stand out of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from segur_payment.dossier import TypePiece
from segur_payment.langue.motifs import Motif
from segur_payment.langue.normalisation import Texte, resserrer
from segur_payment.lecture.document import Document
from segur_payment.lecture.mise_en_page import Jeton, Rang

_PV = r"(?:proces[- ]verba(?:l|ux)|\bp\.? ?v\.?\b|constat(?:ation)?\b|recette)"
_VSR = (
    r"(?:verification (?:de|du) (?:bon )?service regulier|service regulier|\bv\.?s\.?r\b"
    r"|regularite (?:du|de) service)"
)
_MES = r"(?:mise en (?:service|production)|\bm\.?e\.?s\b)"
_TITRES: dict[TypePiece, tuple[tuple[str, float], ...]] = {
    TypePiece.PV_VSR: (
        (rf"{_PV}.{{0,60}}?{_VSR}", 3),
        (rf"^\W*(?:{_VSR})", 2),
        (r"^\W*proces[- ]verbal\W*$", 1.5),
    ),
    TypePiece.PV_MES: (
        (rf"{_PV}(?:(?!{_VSR}).){{0,60}}?{_MES}", 3),
        (rf"^\W*(?:{_MES})", 1.5),
        (r"^\W*proces[- ]verbal\W*$", 1.5),
    ),
    TypePiece.FORMULAIRE: (
        (r"(?:avance|solde)\W.{0,30}formulaire", 2.8),
        (r"formulaire.{0,60}(?:avance|solde|paiement|versement|demande|asp|depot)", 3),
        (r"^\W*demande (?:de |d')?(?:(?:paiement|versement|financement).{0,25})?(?:avance"
         r"|solde)", 3),
        (r"demande (?:de |d')(?:paiement|versement|financement|l'avance|avance|solde)", 2),
        (r"^\W*(?:formulaire|cerfa)\b.{0,20}$", 2),
        (r"^\W*agence de services et de paiement\W*$", 1.5),
    ),
    TypePiece.DECLARATION: (
        (r"(?:declaration|attestation|engagement|declare|atteste)s?.{0,30}(?:sur"
         r"|d) ?(?:l')?honneur", 3.2),
        (r"^\W*(?:declaration|attestation|engagement)s? (?:de l'editeur|d'engagement)", 1.5),
        (r"^\W*(?:declaration|attestation)s?\W*$", 1.5),
    ),
    TypePiece.JUSTIFICATIF: (
        (r"conditions generales (?:d'utilisation|d'usage|d'acces|de service|des services"
         r"|de vente)", 3),
        (r"\bc\.?g\.?[us]\.?\b", 2.5),
        (r"(?:conditions|regles|termes) (?:d'utilisation|d'usage|d'acces|d'abonnement|du service)",
         2.8),
        (r"conditions (?:generales|particulieres)", 2),
        (r"contrat(?:s)? (?:d'|de |des |du |avec|type|cadre|effecteur)", 2.2),
        (r"^\W*(?:contrat|avenant)\b", 2),
        (r"(?:notification|information|notice|courrier|note|lettre|avis|message|charte|courriel)"
         r".{0,60}(?:effecteurs?|utilisateurs?|praticiens?|transmission|donnees|plateforme)", 2),
        (r"(?:justificatif|preuve|attestation) (?:de |d')(?:la )?(?:transmission"
         r"|notification|information)", 2.4),
        (r"transmission .{0,30}donnees", 2.2),
        (r"politique de (?:confidentialite|protection|donnees)", 1.8),
    ),
    TypePiece.SUPPORT: (
        (r"(?:contacts?|coordonnees|acces|joindre|fiche|service|dispositif|plateforme"
         r"|organisation|canaux|modalites|annuaire|centre)"
         r".{0,30}(?:support|assistance|helpdesk|hotline)", 3),
        (r"(?:support|assistance|helpdesk|hotline)\b.{0,50}(?:client|technique"
         r"|utilisateur|regulateur|effecteur|contact|coordonnees)", 2.8),
        (r"\bnous (?:contacter|joindre|appeler|ecrire)\b|\bon vous repond\b|\bbesoin d'aide\b",
         2.2),
        (r"^\W*(?:support|assistance|(?:fiche |nos |vos )?contacts?|contacter"
         r"|services? (?:clients?|utilisateurs?))\b", 2),
    ),
    TypePiece.AUTRE: (
        (r"^\W*(?:facture|avoir)\b", 3),
        (r"releve d'identite bancaire|^\W*rib\b", 3.3),
        (r"extrait k ?bis|extrait (?:du )?(?:registre|rcs)|avis de situation", 3.3),
        (r"bon de commande|^\W*devis\b", 3.2),
        (r"^\W*convention.{0,30}interfacage", 3.4),
        (r"(?:lettre|courrier|note|bordereau) (?:d'accompagnement|d'envoi|de transmission"
         r"|d'envoi des pieces)|bordereau", 3.3),
        (r"^\W*(?:le |notre |votre )?(?:guide|manuel|plaquette|organigramme|compte[- ]rendu)\b"
         r"|support de formation|rapport de tests?", 3.1),
    ),
}  # fmt: skip
_MOTIFS = {
    piece: tuple((Motif(motif), poids) for motif, poids in motifs)
    for piece, motifs in _TITRES.items()
}
_LIAISONS = frozenset(
    ("de", "du", "des", "la", "le", "les", "et", "ou", "à", "au", "aux", "en", "par", "pour", "sur")
)
_RENVOI = re.compile(
    r"\b(?:ci-)?jointe?s?\b|\bci-apres\b|\bannexee?s? (?:au|a la)\b|\bdatee? du\b|\bvoir\b"
    r"|^(?:vu|cf|ref(?:erence)?s?)\b"
)
_PLACE_HAUTE = 7
_CELLULE = 3
"""Rows that a cell beside others is worth: a column may hold the title, a table often cites one."""


@dataclass(frozen=True, slots=True)
class Titre:
    """Words at the head of a page that name a kind of piece."""

    type: TypePiece
    force: float
    """What they say, their size, capitals, and place: 9 for a sure word in plain text."""
    jetons: tuple[Jeton, ...]


def titres_de(document: Document, hauteur: float = 1.0) -> Iterator[Titre]:
    """Every title on the first page, above ``hauteur`` (share of the page)."""
    if not document.rangs:
        return
    premiere = document.rangs[0].segments[0].page
    rangs = [r for r in document.rangs if r.segments[0].page == premiere]
    corps = median([r.taille for r in document.rangs])
    page = next(p for p in document.pages if p.numero == premiere)
    for position in range(len(rangs)):
        for nombre in (1, 2, 3):
            groupe = rangs[position : position + nombre]
            if len(groupe) < nombre or groupe[-1].boite.y0 > hauteur * page.hauteur:
                break
            yield from _titres(groupe, position, corps)
        if rangs[position].boite.y0 <= hauteur * page.hauteur and len(rangs[position].segments) > 1:
            for cellule in rangs[position].segments:
                yield from _titres([Rang((cellule,))], position + _CELLULE, corps)


def _titres(groupe: Sequence[Rang], position: int, corps: float) -> Iterator[Titre]:
    jetons = tuple(j for rang in groupe for s in rang.segments for j in s.jetons)
    lettres_seules = sum([len(j.texte) == 1 for j in jetons]) > 0.7 * len(jetons)
    if len(jetons) > (9 + 9 * len(groupe)) * (6 if lettres_seules else 1):
        return
    ligne = " ".join(j.texte for j in jetons)
    if _fragment(ligne):
        return
    capitales = sum([j.texte.isupper() for j in jetons]) > len(jetons) / 2
    ampleur = min([rang.taille for rang in groupe]) / corps
    if len(groupe) > 1 and ampleur < 1.12 and not capitales:
        return
    texte = resserrer(Texte.de(_espacer(jetons) if lettres_seules else ligne)).normal
    if _RENVOI.search(texte):
        return
    relief = min(max(ampleur - 1, 0), 1.2) * 14 + (4 if capitales else 0)
    relief += max(0, _PLACE_HAUTE - position) - 0.6 * (len(groupe) - 1)
    relief += 0 if len(texte) > 110 else 2
    for piece, motifs in _MOTIFS.items():
        for motif, poids in motifs:
            if trouve := motif.search(texte):
                yield Titre(piece, poids * 3 + relief - 0.02 * trouve.start(), jetons)


def _espacer(jetons: Sequence[Jeton]) -> str:
    """Letters with the blanks between words wider than those between letters."""
    ecarts = [max(0.0, b.boite.x0 - a.boite.x1) for a, b in pairwise(jetons)]
    ordinaire = median(ecarts) if ecarts else 0.0
    suites = ["  " if e > 1.6 * ordinaire + 0.5 else " " for e in ecarts]
    return "".join(j.texte + s for j, s in zip(jetons, [*suites, ""], strict=True))


def _fragment(ligne: str) -> bool:
    """A line out of the middle of a sentence is no title."""
    mots = ligne.split()
    if "@" in ligne or "://" in ligne:
        return True
    suite = ligne[:1].islower() and (len(mots) > 8 or mots[0] in _LIAISONS)
    return suite or (ligne.rstrip()[-1:] in ".,;" and len(mots) > 6)
