"""Facts of the two procès-verbaux."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from segur_payment.dossier import Perimetre, Preuve, ResultatVsr, TypePiece
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction import dates, perimetre, reserves
from segur_payment.lecture.extraction.cases import Choix, choix_coche, libelles_refuses
from segur_payment.lecture.extraction.etiquettes import valeurs
from segur_payment.lecture.extraction.recolte import Recolte

_NEGATION = re.compile(
    r"(?:\bne\b|\bn'|\bnon\b|\bni\b|\bsans\b|\baucune?\b|exclu\w*|et non|\bpas\b|plutot qu"
    r"|a la difference|contrairement)(?:(?!complet|partiel|integral|total)[^,;:]){0,60}$"
)
_HYPOTHESE = re.compile(
    r"(?:en cas d|dans le cas d|dans l'hypothese|\bsi\b|lorsqu|\btoute? |s'entend"
    r"|on entend|designe|definition|pourra|\bseule?\b|rappel"
    r"|ulterieur|anterieur|precedent|premiere (?:phase|etape)|initial|pilote"
    r"|avait|fera l'objet)[^.;]{0,110}$"
)
_AUTRES_FAITS_MES = re.compile(
    r"verification (?:de|du) service|\bvsr\b|signe|convention|naissance|recette"
    r"|pre-?production|fait a|decret|depot"
)
_MES = re.compile(
    r"(?:date (?:effective )?(?:de |du )?(?:la |prononce de la )?)?(?:mise en (?:service"
    r"|production)|ouverture du service)\b|entree? en (?:service|production)"
)
_AUTRES_FAITS_VSR = re.compile(
    r"mise en (?:service|production)|\bmes\b|signe|convention|fait a|decret"
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
    r"(?:prononcee?|admission|decision|constatee?|achevee?|acquise|validee?)\b(?: \w+){0,3}"
)
_ETIQUETTE_MES = (
    r"(?:date (?:effective )?(?:de |d')?(?:la )?)?(?:mise en (?:service|production)"
    r"|mes)(?: effective| prononcee)?(?: le| du)?"
)
_ETIQUETTE_VSR = (
    r"(?:date (?:de |d')?(?:la )?)?(?:decision (?:de )?)?(?:vsr|verification (?:de"
    r"|du) service regulier)(?: prononcee)?(?: le)?"
)
_FAIT_MES = re.compile(r"(?:mise en (?:service|production)|\bmes\b)(?:(?!vsr|service regulier).)*$")

_PAS_PRONONCEE = (
    r"(?:n'est|n'a|ne sera) pas (?:encore )?(?:ete )?(?:prononcee?|acquise"
    r"|concluante|positive|favorable)"
)
_DEFAVORABLE = re.compile(
    rf"\b(?:vsr|verification|resultat|decision)\b[^.;]{{0,60}}?(?P<quoi3>{_PAS_PRONONCEE})"
    r"|\b(?:vsr|verification|resultat|decision|avis|conclusion|service|verdict"
    r"|sens)\b[^.;]{0,80}?\b(?P<quoi>defavorable|negati(?:f|ve)|rejetee?|refusee?"
    r"|non (?:prononcee?|satisfaisante?|conforme|concluante?)|echec|insatisfaisante?"
    r"|ajournee?|ajournement|reportee?)\b"
    r"|\b(?P<quoi2>ajourne|rejette|refuse|prononce l'ajournement|prononce le rejet"
    r"|decision d'ajournement|decision de rejet|ne prononce pas)\b"
)
_FAVORABLE = re.compile(
    r"\b(?:vsr|verification|resultat|decision|avis|conclusion|service)\b[^.;]{0,80}?\b(?:favorable"
    r"|positi(?:f|ve)|prononcee?|satisfaisante?|admission|admise?|concluante?"
    r"|acceptee?)\b"
    r"|\bprononce (?:la|l'admission)"
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
        dates.noter(recolte, "date_constat", mise_en_service)
        return
    dates.noter(recolte, "date_mise_en_service", mise_en_service)
    dates.noter(recolte, "date_constat", _date_vsr(document))
    _resultat(document, recolte)


def _date_vsr(document: Document) -> dates.DatePreuve | None:
    if lue := dates.date_etiquetee(document, _ETIQUETTE_VSR):
        return lue
    for motif, avant in ((_DATE_VSR, None), (_DECISION_VSR, _FAIT_MES), (_VSR, None)):
        if lue := dates.date_apres(document, motif, _AUTRES_FAITS_VSR, avant=avant):
            return lue
    return None


def _resultat(document: Document, recolte: Recolte) -> None:
    case = choix_coche(
        document,
        {
            "favorable": r"(?:vsr )?(?:prononcee?|favorable|positi(?:f|ve)|admission|acceptee?"
            r"|satisfaisante?)",
            "ajournee": r"ajourne(?:e|ment)",
            "defavorable": r"(?:defavorable|negati(?:f|ve)|rejete?e?|refusee?"
            r"|non (?:prononcee?|satisfaisante?))",
        },
    )
    if isinstance(case, Choix):
        recolte.noter("resultat", ResultatVsr(case.option), case.preuve)
        return
    if isinstance(case, str):
        recolte.douter("resultat", case)
        return
    for vue in document.vues:
        for trouve in vue.chercher(_DEFAVORABLE):
            debut, _ = vue.phrase(trouve.start())
            groupe = str(trouve.lastgroup)
            avant = vue.normal[max(debut, trouve.start(groupe) - 70) : trouve.start(groupe)]
            if _NEGATION.search(avant) or _HYPOTHESE.search(avant) or "☐" in avant[-3:]:
                continue
            mot = trouve[groupe]
            resultat = (
                ResultatVsr.AJOURNEE
                if "ajourn" in mot or "report" in mot
                else ResultatVsr.DEFAVORABLE
            )
            recolte.noter("resultat", resultat, vue.preuve(*trouve.span()))
            return
        if favorable := next(vue.chercher(_FAVORABLE), None):
            recolte.noter("resultat", ResultatVsr.FAVORABLE, vue.preuve(*favorable.span()))
            return
