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
_MOTS_VSR, _MOTS_MES = "regulier|regularite|vs|v.s", "mise|mes|me.s|m.e"
_AIDE = "support|assistance|helpdesk|hotline"
_TITRES: dict[TypePiece, tuple[tuple[str, float, str], ...]] = {
    TypePiece.PV_VSR: (
        (rf"{_PV}.{{0,60}}?{_VSR}", 3, _MOTS_VSR),
        (rf"^\W*(?:{_VSR})", 2, _MOTS_VSR),
        (r"^\W*proces[- ]verbal\W*$", 1.5, "verbal"),
    ),
    TypePiece.PV_MES: (
        (rf"{_PV}(?:(?!{_VSR}).){{0,60}}?{_MES}", 3, _MOTS_MES),
        (rf"^\W*(?:{_MES})", 1.5, _MOTS_MES),
        (r"^\W*proces[- ]verbal\W*$", 1.5, "verbal"),
    ),
    TypePiece.FORMULAIRE: (
        (r"(?:avance|solde)\W.{0,30}formulaire", 2.8, "formulaire"),
        (r"formulaire.{0,60}(?:avance|solde|paiement|versement|demande|asp|depot)", 3,
         "formulaire"),
        (r"^\W*demande (?:de |d')?(?:(?:paiement|versement|financement).{0,25})?(?:avance"
         r"|solde)", 3, "demande"),
        (r"demande (?:de |d')(?:paiement|versement|financement|l'avance|avance|solde)", 2,
         "demande"),
        (r"^\W*(?:formulaire|cerfa)\b.{0,20}$", 2, "formulaire|cerfa"),
        (r"^\W*agence de services et de paiement\W*$", 1.5, "paiement"),
    ),
    TypePiece.DECLARATION: (
        (r"(?:declaration|attestation|engagement|declare|atteste)s?.{0,30}(?:sur"
         r"|d) ?(?:l')?honneur", 3.2, "honneur"),
        (r"^\W*(?:declaration|attestation|engagement)s? (?:de l'editeur|d'engagement)", 1.5,
         "editeur|engagement"),
        (r"^\W*(?:declaration|attestation)s?\W*$", 1.5, "declaration|attestation"),
    ),
    TypePiece.JUSTIFICATIF: (
        (r"conditions generales (?:d'utilisation|d'usage|d'acces|de service|des services"
         r"|de vente)", 3, "generales"),
        (r"\bc\.?g\.?[us]\.?\b", 2.5, "cg|c.g"),
        (r"(?:conditions|regles|termes) (?:d'utilisation|d'usage|d'acces|d'abonnement|du service)",
         2.8, "conditions|regles|termes"),
        (r"conditions (?:generales|particulieres)", 2, "conditions"),
        (r"contrat(?:s)? (?:d'|de |des |du |avec|type|cadre|effecteur)", 2.2, "contrat"),
        (r"^\W*(?:contrat|avenant)\b", 2, "contrat|avenant"),
        (r"(?:notification|information|notice|courrier|note|lettre|avis|message|charte|courriel)"
         r".{0,60}(?:effecteurs?|utilisateurs?|praticiens?|transmission|donnees|plateforme)", 2,
         "effecteur|utilisateur|praticien|transmission|donnees|plateforme"),
        (r"(?:justificatif|preuve|attestation) (?:de |d')(?:la )?(?:transmission"
         r"|notification|information)", 2.4, "justificatif|preuve|attestation"),
        (r"transmission .{0,30}donnees", 2.2, "transmission"),
        (r"politique de (?:confidentialite|protection|donnees)", 1.8, "politique"),
    ),
    TypePiece.SUPPORT: (
        (r"(?:contacts?|coordonnees|acces|joindre|fiche|service|dispositif|plateforme"
         r"|organisation|canaux|modalites|annuaire|centre)"
         r".{0,30}(?:support|assistance|helpdesk|hotline)", 3, _AIDE),
        (r"(?:support|assistance|helpdesk|hotline)\b.{0,50}(?:client|technique"
         r"|utilisateur|regulateur|effecteur|contact|coordonnees)"
         r"|[-–—:] (?:support|assistance)(?: sas| du sas)?\W*$", 2.8, _AIDE),
        (r"\bnous (?:contacter|joindre|appeler|ecrire)\b|\bon vous repond\b|\bbesoin d'aide\b",
         2.2, "contacter|joindre|appeler|ecrire|repond|besoin"),
        (r"^\W*(?:support|assistance|(?:fiche |nos |vos )?contacts?|contacter"
         r"|services? (?:clients?|utilisateurs?))\b", 2,
         "support|assistance|contact|client|utilisateur"),
    ),
    TypePiece.AUTRE: (
        (r"^\W*(?:facture|avoir)\b", 3, "facture|avoir"),
        (r"releve d'identite bancaire|^\W*rib\b", 3.3, "bancaire|rib"),
        (r"extrait k ?bis|extrait (?:du )?(?:registre|rcs)|avis de situation", 3.3,
         "extrait|situation"),
        (r"bon de commande|^\W*devis\b", 3.2, "commande|devis"),
        (r"^\W*convention.{0,30}interfacage", 3.4, "interfacage"),
        (r"(?:lettre|courrier|note|bordereau) (?:d'accompagnement|d'envoi|de transmission"
         r"|d'envoi des pieces)|bordereau", 3.3,
         "accompagnement|envoi|transmission|bordereau"),
        (r"^\W*(?:le |notre |votre )?(?:guide|manuel|plaquette|organigramme|compte[- ]rendu)\b"
         r"|support de formation|rapport de tests?", 3.1,
         "guide|manuel|plaquette|organigramme|rendu|formation|rapport"),
    ),
}  # fmt: skip
_MOTIFS = {
    piece: tuple((Motif(motif, mots), poids) for motif, poids, mots in motifs)
    for piece, motifs in _TITRES.items()
}
_MOTS = sorted({mot for motifs in _MOTIFS.values() for motif, _ in motifs for mot in motif.mots})
_ANNONCE = re.compile("|".join((r" \S \S(?: |\Z)", *map(re.escape, _MOTS))))
"""A word of a title, or letters set apart, which may spell one."""
_LIAISONS = frozenset(
    ("de", "du", "des", "la", "le", "les", "et", "ou", "à", "au", "aux", "en", "par", "pour", "sur")
)
_RENVOI = re.compile(
    r"\b(?:ci-)?jointe?s?\b|\bci-apres\b|\bannexee?s? (?:au|a la)\b|\bdatee? du\b|\bvoir\b"
    r"|^(?:vu|cf|ref(?:erence)?s?)\b"
)
_PLACE_HAUTE = 7
_LIGNES = 3
"""Rows over which a title may run."""
_CELLULE = 3
"""Rows that a cell beside others is worth: a column may hold the title, a table often cites one."""


@dataclass(frozen=True, slots=True)
class Titre:
    """Words at the head of a page that name a kind of piece."""

    type: TypePiece
    force: float
    """What they say, their size, capitals, and place: 9 for a sure word in plain text."""
    jetons: tuple[Jeton, ...]


@dataclass(frozen=True, slots=True)
class _Ligne:
    """What a row, or a cell of it, brings to the titles that it may be part of."""

    jetons: tuple[Jeton, ...]
    taille: float
    lettres: int
    """Words of one letter."""
    capitales: int
    """Words in capitals."""
    annonce: bool
    """Whether it holds a word without which no title is found."""

    @classmethod
    def de(cls, rang: Rang) -> _Ligne:
        """What there is to know of a row."""
        jetons = tuple(j for s in rang.segments for j in s.jetons)
        return cls(
            jetons,
            rang.taille,
            sum([len(j.texte) == 1 for j in jetons]),
            sum([j.texte.isupper() for j in jetons]),
            _ANNONCE.search(" " + " ".join([s.lu.normal for s in rang.segments])) is not None,
        )


def titres_de(document: Document, hauteur: float = 1.0) -> Iterator[Titre]:
    """Every title on the first page, above ``hauteur`` (share of the page)."""
    if not document.rangs:
        return
    premiere = document.rangs[0].segments[0].page
    rangs = [r for r in document.rangs if r.segments[0].page == premiere]
    lignes = [_Ligne.de(rang) for rang in rangs]
    corps = median([r.taille for r in document.rangs])
    limite = hauteur * document.page(premiere).hauteur
    for position, rang in enumerate(rangs):
        for fin in range(position + 1, min(position + _LIGNES, len(rangs)) + 1):
            if rangs[fin - 1].boite.y0 > limite:
                break
            yield from _titres(lignes[position:fin], position, corps)
        if lignes[position].annonce and len(rang.segments) > 1 and rang.boite.y0 <= limite:
            for cellule in rang.segments:
                yield from _titres([_Ligne.de(Rang((cellule,)))], position + _CELLULE, corps)


def _titres(groupe: Sequence[_Ligne], position: int, corps: float) -> Iterator[Titre]:
    if not any(ligne.annonce for ligne in groupe):
        return
    nombre = sum([len(ligne.jetons) for ligne in groupe])
    lettres_seules = sum([ligne.lettres for ligne in groupe]) > 0.7 * nombre
    if nombre > (9 + 9 * len(groupe)) * (6 if lettres_seules else 1):
        return
    capitales = sum([ligne.capitales for ligne in groupe]) > nombre / 2
    ampleur = min([ligne.taille for ligne in groupe]) / corps
    if len(groupe) > 1 and ampleur < 1.12 and not capitales:
        return
    jetons = tuple(j for ligne in groupe for j in ligne.jetons)
    ecrit = " ".join([j.texte for j in jetons])
    if _fragment(ecrit):
        return
    texte = resserrer(Texte.de(_espacer(jetons) if lettres_seules else ecrit)).normal
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
