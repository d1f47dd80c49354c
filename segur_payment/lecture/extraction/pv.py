"""Facts of the two procès-verbaux."""

from __future__ import annotations

import re

from segur_payment.dossier import TypePiece
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import dates, perimetre, reserves, resultat
from segur_payment.lecture.extraction.recolte import Recolte

_AUTRES_FAITS_MES = re.compile(
    r"verification (?:de|du) service|\bvsr\b|signe|convention|naissance|recette"
    r"|pre-?production|fait a|decret|depot|immatricul|\bfonde|\bcreee?\b|constituee?"
)
_MES = re.compile(
    r"(?:date (?:effective )?(?:de |du )?(?:la |prononce de la )?)?(?:mise en (?:service"
    r"|production)|ouverture du service)\b|entree? en (?:service|production)"
    r"|\b(?:bascule|passage|ouverture) en (?:service|production|exploitation)\b"
    r"|\bmis(?:es|e|)? en (?:service|production)\b"
    r"|\b(?:en (?:service|production)|(?:sur|dans) la plate-?forme)\b[^.;,:]{0,50}\bdepuis\b"
    r"|\b(?:service|acces|flux|raccordement)\b[^.;:]{0,40}\b(?:ouverte?|active)s?\b"
)
_AUTRES_FAITS_VSR = re.compile(
    r"mise? en (?:service|production)|\bmes\b|signe|convention|fait a|decret"
    r"|periode|du$|demarr|debut|ajourn"
)
_VSR = re.compile(
    r"(?:verification (?:de|du) (?:bon )?service regulier|service regulier"
    r"|\bvsr\b)(?: \((?:ci-apres )?\"?vsr\"?\))?"
)
_DATE_VSR = re.compile(
    r"date (?:de |du |d')?(?:la |prononce de la )?(?:decision|prononce|admission"
    r"|constat|vsr|verification (?:de|du) service regulier)"
)
_DECISION_VSR = re.compile(
    r"(?:prononcee?|admission|decision|constatee?|achevee?|acquise|validee?)\b(?: (?!(?:le|du|ce"
    r"|au)\b|\d)\w+){0,3}"
)
_ETIQUETTE_MES = (
    r"(?:date (?:effective )?(?:de |d')?(?:la )?)?(?:mise en (?:service|production)"
    r"|mes)(?: effective| prononcee)?(?: le| du)?"
)
_ETIQUETTE_VSR = (
    r"(?:date (?:de |d')?(?:la )?)?(?:decision (?:de )?)?(?:vsr|verification (?:de"
    r"|du) service regulier)(?: prononcee)?(?: le)?"
)
_CONSTAT_MES = re.compile(
    r"\b(?:constat\w+|prononc\w+|act(?:e|ent|ons)\b)[^.;]{0,60}\bmise en (?:service|production)\b"
    r"|\b(?:est|sont|fonctionne\w*) en (?:service|production)\b"
    r"|\b(?:a|ont) ete mis\w* en (?:service|production)\b"
)
_AUTRE_ACTE = re.compile(
    r"(?:mise en (?:service|production)|\bmes\b|\bajournements?|\bobservation)(?:(?!vsr"
    r"|service regulier)[^.;])*$"
)


def lire(document: Document, piece: TypePiece, recolte: Recolte) -> None:
    """Perimeter, dates, reserves and result."""
    perimetre.lire(document, recolte)
    reserves.lire(document, recolte)
    dates.noter(recolte, "date", dates.date_du_document(document))
    mise_en_service = dates.date_etiquetee(document, _ETIQUETTE_MES) or dates.date_apres(
        document, _MES, _AUTRES_FAITS_MES
    )
    if piece is TypePiece.PV_MES:
        constatee = mise_en_service or dates.date_du_constat(document, _CONSTAT_MES)
        dates.noter(recolte, "date_constat", constatee)
        return
    dates.noter(recolte, "date_mise_en_service", mise_en_service)
    dates.noter(recolte, "date_constat", _date_vsr(document))
    resultat.lire(document, recolte)


def _date_vsr(document: Document) -> dates.DatePreuve | None:
    if lue := dates.date_etiquetee(document, _ETIQUETTE_VSR):
        return lue
    for motif, avant in ((_DATE_VSR, None), (_DECISION_VSR, _AUTRE_ACTE), (_VSR, None)):
        if lue := dates.date_apres(document, motif, _AUTRES_FAITS_VSR, avant=avant):
            return lue
    return None
