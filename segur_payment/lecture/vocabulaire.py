"""The words that the body of each piece is made of, whatever its title says.

A piece is told by what it does: a déclaration attests on one's honour, a PV makes two parties
record a decision, a form puts values beside labels. Each trait counts once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from segur_payment.dossier import TypePiece
from segur_payment.langue.motifs import Motif
from segur_payment.lecture.document import Document
from segur_payment.lecture.mise_en_page import Segment

PLAFOND = 14.0
_LONGUEUR = 12_000
_COURT = 1_500
_DEBUT = 60

_MES = r"\bmise?s? en (?:service|production)\b|\bm\.?e\.?s\b"
_VSR = (
    r"\bservice regulier\b|\bv\.?s\.?r\b|regularite (?:du|de) service"
    r"|rendus? (?:de facon reguliere|regulierement)|periode d'observation"
)
_MOTS_MES = "en service|en production|mes|me.s|m.e"
_MOTS_VSR = "regulier|regularite|vs|v.s|periode d'observation"
_PV: tuple[tuple[str, float, str], ...] = (
    (r"\bproces[- ]verbal|\bp\.?v\b", 1, "verbal|pv|p.v"),
    (r"\bles (?:deux )?parties\b|d'une part\b|\bles soussignes\b|\bcontradictoire", 2,
     "parties|d'une part|soussignes|contradictoire"),
    (r"\bconstat(?:e|ent|ee?s?|er|ons)?\b", 2, "constat"),
    (r"\bpour l'(?:ans\b|agence du num)|\b(?:ans|sante),? (?:\w+ )?representee? par", 2.5,
     "pour l'a|represente"),
    (r"\bperimetre\b", 2, "perimetre"),
    (r"\bprononc\w+|\bactent?\b|\bdeclarent?\b", 1.5, "prononc|acten|declaren"),
    (r"\breserves?\b", 1, "reserve"),
)  # fmt: skip
_TRAITS: dict[TypePiece, tuple[tuple[str, float, str], ...]] = {
    TypePiece.PV_MES: (*_PV, (_MES, 2.5, _MOTS_MES)),
    TypePiece.PV_VSR: (
        *_PV,
        (_VSR, 2.5, _MOTS_VSR),
        (r"\bverification\b[^.]{0,60}\bprononc|\bvsr\b[^.]{0,40}\bprononc|\bperiode d'obs", 2,
         "prononc|periode d'obs"),
    ),
    TypePiece.DECLARATION: (
        (r"\bsoussignee?s?\b", 2, "soussigne"),
        (r"\bhonneur\b", 3.5, "honneur"),
        (r"\b(?:attest|certifi|declar)\w+", 1, "attest|certifi|declar"),
        (r"\b(?:formation|pedagogique|former)\b[^.;]{0,120}\b(?:regulat|osnp|arm\b)"
         r"|\bregulat\w+[^.;]{0,80}\bformation\b", 2.5, "formation|pedagogique|former"),
        (r"\beffecteurs?\b[^.;]{0,80}\b(?:inform|communic|averti|preven)"
         r"|\b(?:inform|communic|averti|preven)\w*[^.;]{0,80}\beffecteurs?\b", 2, "effecteur"),
        (r"\bengage\w*\b[^.;]{0,160}\b(?:creneaux|disponibilites)"
         r"|\bcreneaux\b[^.;]{0,60}\bremonte", 2.5, "creneaux|disponibilites"),
    ),
    TypePiece.FORMULAIRE: (
        (r"\bagence de services et de paiement\b|\basp\b", 2, "de paiement|asp"),
        (r"\bdemande (?:de |d')(?:avance|solde|paiement|versement)", 2, "demande d"),
    ),
    TypePiece.JUSTIFICATIF: (
        (r"\bconditions (?:generales|particulieres|d'u\w+|d'a\w+)|\bcgu\b", 2,
         "conditions|cgu"),
        (r"\bpresente?s? (?:conditions|cgu|contrat|charte|regles)|\ble present contrat"
         r"|\bles presentes\b", 2, "present"),
        (r"\b(?:utilisateurs?|abonnes?|praticiens?|clients?|vous|votre|vos)\b", 1,
         "utilisateur|abonne|praticien|client|vous|votre|vos"),
        (r"\b(?:resili\w+|preavis|reconduction)\b", 1, "resili|preavis|reconduction"),
        (r"\bresponsab(?:le|ilite)", 1, "responsab"),
        (r"\bdonnees (?:a caractere )?personnel|\brgpd\b|\b(?:vos|leurs|ses) donnees\b", 1.5,
         "donnees|rgpd"),
        (r"\b(?:litiges?|tribuna\w+|droit francais|desaccord)\b", 1.5,
         "litige|tribuna|droit francais|desaccord"),
        (r"\b(?:tarifs?|prix|abonnement|redevance)\b", 0.5, "tarif|prix|abonnement|redevance"),
        (r"\b(?:mots? de passe|identifiants?|compte personnel|vos codes)\b", 1,
         "passe|identifiant|compte personnel|vos codes"),
        (r"\bheberge\w*|\bhds\b", 1, "heberge|hds"),
        (r"\b(?:vos|leurs|votre|partie (?:de|des)|part de|certaines|donnees (?:le|la|les|vous))\b"
         r"[^.]{0,200}\b(?:plate-?forme (?:numerique )?(?:du )?sas|service d'acces aux soins"
         r"|plateforme numerique)\b", 4, "plateforme|plate-forme|acces aux soins"),
        (r"\b(?:cher|chere|chers|cheres) (?:docteur|praticien|effecteur|confrere|client|utilis)"
         r"|\bnous vous informons\b", 2, "cher|nous vous informons"),
    ),
    TypePiece.SUPPORT: (
        (r"\bregulat(?:eurs?|rices?|ion)\b|\bosnp\b|\barm\b", 1.5, "regulat|osnp|arm"),
        (r"\beffect(?:eurs?|rices?)\b|\bcabinets\b", 1.5, "effect|cabinets"),
        (r"\b(?:support|assistance|hotline|helpdesk|aide|depann\w+|guichet|astreinte)\b", 2,
         "support|assistance|hotline|helpdesk|aide|depann|guichet|astreinte"),
        (r"\b(?:joindre|joignable|contacte[rz]?|contact|appele[rz]|ecri(?:re|vez)|composez)\b", 2,
         "joindre|joignable|contact|appele|ecri|composez"),
        (r"\btickets?\b|formulaire de contact|\bportail\b", 1.5, "ticket|de contact|portail"),
        (r"\b7 ?j(?:ours)?\b|\b24 ?h\b|\bdu lundi\b|jours ouvres|\bde \d{1,2} ?h\b", 1.5,
         "7j|7 j|4h|4 h|lundi|ouvres|de "),
        (r"\b(?:questions?|problemes?|incidents?|pannes?|besoin)\b", 1,
         "question|probleme|incident|panne|besoin"),
    ),
    TypePiece.AUTRE: (
        (r"\bci-jointe?s?\b|veuillez trouver|vous trouverez", 5, "ci-joint|trouve"),
        (r"\bbordereau\b|pieces jointes", 4, "bordereau|pieces jointes"),
        (r"\bsalutations\b|\bveuillez agreer\b", 2, "salutations|agreer"),
        (r"\bfacture n|\becheance\b|\bnet a payer\b", 4, "facture n|echeance|net a payer"),
        (r"\btotal ttc\b|\btva (?:a )?\(?20", 3, "ttc|tva"),
        (r"\bcode (?:banque|guichet)\b|\bdomiciliation\b|\bcle rib\b", 5,
         "code banque|code guichet|domiciliation|cle rib"),
        (r"\bgreffe\b|\bextrait k", 4, "greffe|extrait k"),
        (r"\bcliquez\b|\betape \d|\bouvrez\b", 3, "cliquez|etape|ouvrez"),
    ),
}  # fmt: skip
_MOTIFS = {
    piece: tuple((Motif(motif, mots), poids) for motif, poids, mots in traits)
    for piece, traits in _TRAITS.items()
}
_ANCRES = {
    TypePiece.PV_MES: Motif(_MES, _MOTS_MES),
    TypePiece.PV_VSR: Motif(_VSR, _MOTS_VSR),
    TypePiece.DECLARATION: Motif(
        r"\bhonneur\b|\bsoussigne|\b(?:j'|je |nous )(?:attest|certif|declar)"
        r"|\b(?:atteste|certifie|declare) (?:que|:|avoir)",
        "honneur|soussigne|attest|certif|declar",
    ),
}
_LABELS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(motif), poids)
    for motif, poids in (
        (r"montant|somme (?:demandee|sollicitee)", 2.5),
        (r"iban|compte a crediter|coordonnees bancaires", 2),
        (r"bic\b", 1),
        (r"siret", 1),
        (r"siren", 1),
        (r"raison sociale|denomination|nom de l'editeur|entreprise|demandeur|societe\b", 1.5),
        (r"adresse|siege|code postal|ville\b", 1),
        (r"representant|president|dirigeant|signataire|nom et qualite|gerant", 1),
        (r"courriel|telephone|e-?mail|contact\b|mel\b", 1),
        (r"solution|logiciel|version", 1),
        (r"forme juridique|tva\b|n° (?:de )?tva", 1),
        (r"(?:nature|objet|type|phase) de la demande|phase\b", 2),
    )
)
_UN_LABEL = re.compile("|".join(motif.pattern for motif, _ in _LABELS))
_NUMEROTATION = r"(?:(?:article|art\.?|§) ?)?(?:[a-z]?\d{1,2}(?:\.\d{1,2})?|[ivx]{1,5})"
_AVANT_LE_LABEL = re.compile(rf"\W*(?:{_NUMEROTATION} ?[.):–-]? )?\W*")
_ARTICLE = re.compile(rf"{_NUMEROTATION} ?[.):–-]? ?[a-z]")
_CONTACT = re.compile(r"[\w.-]@[\w-]|https? ?:|\b0[1-9](?: ?\d\d){4}\b|\+\d\d ?\d")
_PIECES = re.compile(
    r"\bformulaire\b|\bproces[- ]verbal|\bpv\b|\bdeclaration\b|\bconditions generales\b|\bcgu\b"
)


@dataclass(frozen=True)
class Corps:
    """The text of a document, weighed for each kind of piece."""

    document: Document
    _forces: dict[TypePiece, float] = field(default_factory=dict, repr=False)

    @cached_property
    def _normal(self) -> str:
        return self.document.flux.normal[:_LONGUEUR]

    def force(self, piece: TypePiece) -> float:
        """What its words say for ``piece``, from 0 to ``PLAFOND``."""
        if piece not in self._forces:
            self._forces[piece] = self._peser(piece)
        return self._forces[piece]

    def _peser(self, piece: TypePiece) -> float:
        if (ancre := _ANCRES.get(piece)) and not ancre.search(self._normal):
            return 0.0
        total = sum(p for motif, p in _MOTIFS[piece] if motif.search(self._normal))
        total += self._forme(piece, total)
        return min(PLAFOND, max(0.0, total))

    def _forme(self, piece: TypePiece, traits: float) -> float:
        """What the shape of the document says: labels, articles, contacts, a list of pieces."""
        if piece is TypePiece.FORMULAIRE:
            labels = self._labels()
            return labels if labels >= 4 else -traits
        if piece is TypePiece.JUSTIFICATIF:
            return 3 if self._articles() >= 3 else 0
        if piece is TypePiece.SUPPORT:
            contacts = len(set(_CONTACT.findall(self._normal))) and (
                3 + (len(self._normal) < _COURT) + (len(self._normal) < _COURT / 2)
            )
            return contacts if contacts else -traits
        if piece is TypePiece.AUTRE and traits:
            return 4 if len(set(_PIECES.findall(self._normal))) >= 3 else 0
        if piece is TypePiece.PV_MES:
            decision = _MOTIFS[TypePiece.PV_VSR][-1][0]
            return -3 if decision.search(self._normal) else 0
        return 0

    @cached_property
    def _debuts(self) -> tuple[str, ...]:
        segments: Sequence[Segment] = [s for r in self.document.rangs for s in r.segments]
        return tuple(_debut(s) for s in segments[:400])

    def _labels(self) -> float:
        nus = [nu for debut in self._debuts if _UN_LABEL.match(nu := _sans_numero(debut))]
        return sum(poids for motif, poids in _LABELS if any(motif.match(nu) for nu in nus))

    def _articles(self) -> int:
        return len({debut[:12] for debut in self._debuts if _ARTICLE.match(debut)})

    def preuve_de(self, piece: TypePiece) -> tuple[int, int] | None:
        """Where the weightiest trait of ``piece`` stands in the reading order."""
        trouves = (
            (poids, trouve.span())
            for motif, poids in _MOTIFS[piece]
            if (trouve := motif.search(self._normal))
        )
        return max(trouves, key=lambda t: t[0], default=(0.0, None))[1]


def _debut(segment: Segment) -> str:
    return segment.lu.normal[: segment.lu.depuis_original(_DEBUT)].strip()


def _sans_numero(debut: str) -> str:
    return _AVANT_LE_LABEL.sub("", debut, count=1)
