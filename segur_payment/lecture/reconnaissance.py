"""Which piece a page begins, from its content alone: file names lie."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from segur_payment.dossier import Preuve, TypePiece
from segur_payment.langue.normalisation import Texte, resserrer
from segur_payment.lecture.document import Document
from segur_payment.lecture.mise_en_page import Rang

_PV = r"(?:proces[- ]verba(?:l|ux)|\bp\.? ?v\.?\b|constat|recette)"
_VSR = r"(?:verification (?:de|du) (?:bon )?service regulier|service regulier|\bv\.?s\.?r\b)"
_MES = r"(?:mise en (?:service|production)|\bm\.?e\.?s\b)"
_TITRES: dict[TypePiece, tuple[tuple[str, float], ...]] = {
    TypePiece.PV_VSR: ((rf"{_PV}.{{0,60}}?{_VSR}", 3), (rf"^\W*(?:{_VSR})", 2)),
    TypePiece.PV_MES: ((rf"{_PV}(?:(?!{_VSR}).){{0,60}}?{_MES}", 3), (rf"^\W*(?:{_MES})", 1.5)),
    TypePiece.FORMULAIRE: (
        (r"(?:avance|solde)\W.{0,30}formulaire", 2.8),
        (r"formulaire.{0,60}(?:avance|solde|paiement|versement|demande|asp|depot)", 3),
        (r"^\W*demande (?:de |d')?(?:(?:paiement|versement|financement).{0,25})?(?:avance"
r"|solde)", 3),
        (r"demande (?:de |d')(?:paiement|versement|financement|l'avance|avance|solde)", 2),
    ),
    TypePiece.DECLARATION: (
        (r"(?:declaration|attestation|engagement|declare|atteste)s?.{0,30}(?:sur"
r"|d) ?(?:l')?honneur", 3.2),
        (r"^\W*(?:declaration|attestation) (?:de l'editeur|d'engagement)", 1.5),
    ),
    TypePiece.JUSTIFICATIF: (
        (r"conditions generales (?:d'utilisation|d'usage|d'acces|de service|des services"
r"|de vente)", 3),
        (r"\bc\.?g\.?[us]\.?\b", 2.5),
        (r"conditions (?:generales|particulieres)", 2),
        (r"contrat(?:s)? (?:d'|de |des |du |avec|type|cadre|effecteur)", 2.2),
        (r"^\W*(?:contrat|avenant)\b", 2),
        (r"(?:notification|information|notice|courrier|note|lettre|avis|message|charte).{0,60}"
         r"(?:effecteurs?|utilisateurs?|praticiens?|transmission|donnees|plateforme)", 2),
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
        (r"^\W*(?:support|assistance|(?:comment )?nous (?:contacter|joindre)|(?:fiche )?contacts?"
r"|contacter)\b", 2),
    ),
    TypePiece.AUTRE: (
        (r"^\W*(?:facture|avoir)\b", 3),
        (r"releve d'identite bancaire|^\W*rib\b", 3.3),
        (r"extrait k ?bis|extrait (?:du )?(?:registre|rcs)|avis de situation", 3.3),
        (r"bon de commande|^\W*devis\b", 3.2),
        (r"^\W*convention.{0,30}interfacage", 3.4),
        (r"(?:lettre|courrier|note|bordereau) (?:d'accompagnement|d'envoi|de transmission"
r"|d'envoi des pieces)|bordereau", 3.3),
        (r"guide|manuel|support de formation|plaquette|organigramme|compte[- ]rendu"
r"|rapport de tests?", 3.1),
    ),
}  # fmt: skip
_MOTIFS = {
    piece: tuple((re.compile(motif), poids) for motif, poids in motifs)
    for piece, motifs in _TITRES.items()
}
_POIDS_MAX = max(poids for motifs in _TITRES.values() for _, poids in motifs)
_CORPS: dict[TypePiece, re.Pattern[str]] = {
    TypePiece.PV_VSR: re.compile(rf"{_PV}.{{0,120}}{_VSR}"),
    TypePiece.PV_MES: re.compile(rf"{_PV}.{{0,120}}{_MES}"),
    TypePiece.FORMULAIRE: re.compile(r"agence de services et de paiement|\basp\b.{0,80}demande"),
    TypePiece.DECLARATION: re.compile(
        r"(?:soussigne.{0,400}(?:atteste|declare|certifie|engage)|sur l'honneur)"
    ),
    TypePiece.JUSTIFICATIF: re.compile(
        r"conditions generales|presentes cgu|transmission.{0,80}sas"
    ),
    TypePiece.SUPPORT: re.compile(r"support|assistance|hotline|helpdesk"),
}
_LIAISONS = frozenset(
    ("de", "du", "des", "la", "le", "les", "et", "ou", "à", "au", "aux", "en", "par", "pour", "sur")
)
SEUIL = 9.0


@dataclass(frozen=True, slots=True)
class Reconnaissance:
    """What a page announces: the kind of piece, how surely, and the words that say so."""

    type: TypePiece
    score: float
    preuve: Preuve
    titre: bool

    @property
    def raison(self) -> str:
        """One French sentence for a person who checks the reading."""
        ou = "titre" if self.titre else "texte"
        return (
            f"reconnu comme {self.type.libelle} : {ou} page {self.preuve.page}, "
            f"« {self.preuve.extrait} »"
        )


def reconnaitre(document: Document) -> Reconnaissance | None:
    """The piece that the document is, or None when nothing in it tells."""
    titres = _candidats(document, SEUIL)
    return max(titres, key=lambda r: r.score) if titres else _par_le_corps(document)


def debut_de_piece(document: Document) -> Reconnaissance | None:
    """A piece that begins at the top of this page, in a title that leaves no doubt."""
    hautes = [
        r for r in _candidats(document, 2.4 * SEUIL, hauteur=0.4) if r.type is not TypePiece.AUTRE
    ]
    return max(hautes, key=lambda r: r.score, default=None)


def _candidats(document: Document, seuil: float, hauteur: float = 1.0) -> list[Reconnaissance]:
    """Titles that reach ``seuil``; once a piece is found, those that it does not outdo."""
    if not document.rangs:
        return []
    premiere = document.rangs[0].segments[0].page
    rangs = [r for r in document.rangs if r.segments[0].page == premiere]
    corps = median([r.taille for r in document.rangs])
    page = next(p for p in document.pages if p.numero == premiere)
    trouves: list[Reconnaissance] = []
    for position in range(len(rangs)):
        for nombre in (1, 2, 3):
            groupe = rangs[position : position + nombre]
            if len(groupe) < nombre or groupe[-1].boite.y0 > hauteur * page.hauteur:
                break
            titres = _titres(document, groupe, position, corps, seuil)
            trouves += titres
            seuil = max([seuil, *(t.score for t in titres if t.type is not TypePiece.AUTRE)])
    return trouves


def _titres(
    document: Document, groupe: Sequence[Rang], position: int, corps: float, seuil: float
) -> list[Reconnaissance]:
    jetons = [j for rang in groupe for s in rang.segments for j in s.jetons]
    if len(jetons) > 9 + 9 * len(groupe):
        return []
    ampleur = min([rang.taille for rang in groupe]) / corps
    capitales = sum([j.texte.isupper() for j in jetons]) > len(jetons) / 2
    relief = min(max(ampleur - 1, 0), 1.2) * 14 + (4 if capitales else 0)
    relief += max(0, 7 - position) + (0 if len(jetons) > 14 else 2) - 0.6 * (len(groupe) - 1)
    if len(groupe) > 1 and ampleur < 1.12 and not capitales:
        return []
    if _POIDS_MAX * 3 + relief < seuil:  # whatever it says: most of the lines of a page
        return []
    ligne = " ".join([j.texte for j in jetons])
    if _fragment(ligne):
        return []
    texte = resserrer(Texte.de(ligne)).normal
    return [
        Reconnaissance(piece, score, document.preuve(jetons), True)
        for piece, motifs in _MOTIFS.items()
        for motif, poids in motifs
        if (trouve := motif.search(texte))
        and (score := poids * 3 + relief - 0.02 * trouve.start()) >= seuil
    ]


def _fragment(ligne: str) -> bool:
    """A line out of the middle of a sentence is no title."""
    mots = ligne.split()
    if "@" in ligne or "://" in ligne:
        return True
    suite = ligne[:1].islower() and (len(mots) > 8 or mots[0] in _LIAISONS)
    return suite or (ligne.rstrip()[-1:] in ".,;" and len(mots) > 6)


def _par_le_corps(document: Document) -> Reconnaissance | None:
    """Without a title: the kind whose own words come first and again."""
    comptes = {piece: list(document.flux.chercher(motif)) for piece, motif in _CORPS.items()}
    if len(document.flux.normal) < 60:
        return None
    rangees = sorted(((len(t), p, t) for p, t in comptes.items() if t), key=lambda r: -r[0])
    if not rangees or (len(rangees) > 1 and rangees[0][0] == rangees[1][0]):
        return None
    nombre, piece, trouves = rangees[0]
    if nombre < 2 and piece is not TypePiece.DECLARATION:
        return None
    preuve = document.flux.preuve(*trouves[0].span())
    return Reconnaissance(piece, min(SEUIL, 2.0 * nombre), preuve, titre=False)
