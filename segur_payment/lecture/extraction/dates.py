"""The dates of a piece: its own, and the ones that follow given words."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from segur_payment.dossier import Preuve
from segur_payment.langue.dates import dates
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction.etiquettes import valeurs
from segur_payment.lecture.extraction.propositions import conjuguee
from segur_payment.lecture.extraction.recolte import Recolte

DatePreuve = tuple[dt.date | None, str, Preuve]

_ETIQUETTES = (
    r"date (?:du (?:proces[- ]verbal|pv|document|present (?:proces[- ]verbal"
    r"|document))|d'etablissement|de signature"
    r"|de la (?:presente )?(?:declaration|demande)(?: de paiement| d'avance| de solde)?)",
    r"(?:fait|etabli|signe|date)(?: a [^,]{2,30},?)? le",
    r"date(?: et (?:lieu|signature)[^:]{0,20})?",
    r"le",
)
_AVANT = 200
_REDIGE_LE = re.compile(
    r"\b(?:fait|etablie?|dresse|delivre|en date)\b[^.;:]{0,60}?(?:\ble|\bdu|,|:)\s*$"
)
_SIGNE_LE = re.compile(r"\bsigne\b[^.;:]{0,60}?(?:\ble|\bdu|,|:)\s*$")
_VILLE_LE = re.compile(
    r"(?:^le|(?:^|[.;,–—-] )(?:fait )?a [a-z' -]{2,30},? le|(?:^|[.;] |\d{5} )(?:la "
    r"|le |les |l')?[a-z'-]{3,25}(?:[- ][a-z'-]{2,20}){0,3}, le"
    r"|^\W*(?:a |la |le |les |l')?[a-z'-]{3,25}(?:[- ][a-z'-]{2,20}){0,3},)"
    r"(?: [a-z -]{8,60} \()?\s*$"
)


def toutes(vue: Vue) -> Iterator[tuple[int, int, dt.date | None, str]]:
    """Every date of the text: its span in the normal form, its value, its words."""
    for trouvee in dates(vue.texte.original):
        debut = vue.texte.depuis_original(trouvee.debut)
        fin = vue.texte.depuis_original(trouvee.fin)
        yield debut, fin, trouvee.valeur, trouvee.texte


def date_du_document(document: Document) -> DatePreuve | None:
    """The date that the piece bears: « Fait à … le », else its « Date » field."""
    if redige := _annoncee(document, _REDIGE_LE):
        return redige
    if lieu := _ville_le(document):
        return lieu
    if datee := _ligne_datee(document) or _annoncee(document, _SIGNE_LE):
        return datee
    for etiquette in _ETIQUETTES:
        for champ in valeurs(document, etiquette):
            if trouvees := dates(champ.texte):
                return trouvees[0].valeur, trouvees[0].texte, champ.preuve
    return None


def _annoncee(document: Document, annonce: re.Pattern[str]) -> DatePreuve | None:
    """The last date of the text that stands right after ``annonce``."""
    for vue in document.vues:
        for debut, fin, valeur, texte in reversed(list(toutes(vue))):
            if annonce.search(vue.normal[max(0, debut - 90) : debut]):
                return valeur, texte, vue.preuve(debut, fin)
    return None


def _ville_le(document: Document) -> DatePreuve | None:
    """« Brest, le 30 juin 2025 » on a short line of its own, or at the end of a sentence."""
    vue = document.lignes
    for debut, fin, valeur, texte in reversed(list(toutes(vue))):
        depuis, jusque = vue.texte.intervalle(debut, fin)
        original = vue.texte.original
        ligne = original[max(0, depuis - 200) : depuis].rsplit("\n", 1)[-1]
        reste = original[jusque : jusque + 200].split("\n", 1)[0]
        isolee = len(reste.strip(" .")) < 3 or not reste.lstrip()[:1].isalnum()
        normale = normaliser(ligne)
        if isolee and _VILLE_LE.search(normale) and not _REPONSE.search(normale):
            return valeur, texte, vue.preuve(debut, fin)
    return None


_REPONSE = re.compile(r"\b(?:oui|non|recue?|versee?|payee?|percue?),? le\s*$")
_PREVUE = re.compile(
    r"\b(?:prevu|programm|planifi|attendu|envisag|annonc|report|initial)\w*(?: \w+){0,2} $"
)
_REPRISE = re.compile(r"\W*(?:elle|il|cel(?:le|ui)-ci|cette|cet?|fait|decide|prononce)\b")
_CHIFFRE = re.compile("[0-9]")
_DATE_SEULE = re.compile(
    r"\W*date(?: de (?:signature|la demande|la declaration))?(?: et lieu)? ?:? ?(?:le )?"
)


def _ligne_datee(document: Document) -> DatePreuve | None:
    """« Date 2 novembre 2026 », label and value in one cell without a colon."""
    for rang in document.rangs:
        for segment in rang.segments:
            if not _CHIFFRE.search(segment.lu.normal):
                continue
            trouvees = dates(segment.texte)
            if len(trouvees) != 1 or segment.texte[trouvees[0].fin :].strip(" ."):
                continue
            if _DATE_SEULE.fullmatch(normaliser(segment.texte[: trouvees[0].debut]) + " "):
                return trouvees[0].valeur, trouvees[0].texte, document.preuve(segment.jetons)
    return None


def date_apres(
    document: Document,
    mots: re.Pattern[str],
    interdits: re.Pattern[str],
    avant: re.Pattern[str] | None = None,
) -> DatePreuve | None:
    """The date that follows ``mots`` closest in its sentence.

    Args:
        document: where to look.
        mots: the words that announce the date.
        interdits: words that, in between, make it the date of something else.
        avant: words that, shortly before ``mots``, make them speak of something else.
    """
    candidates: list[tuple[int, DatePreuve]] = []
    for vue in document.vues:
        positions = list(toutes(vue))
        debuts = [debut for debut, *_ in positions]
        phrases = [debut for debut, _ in vue.phrases]
        for repere in vue.chercher(mots):
            if avant and avant.search(vue.normal[max(0, repere.start() - _AVANT) : repere.start()]):
                continue
            rang = bisect_right(phrases, repere.end()) - 1
            fin_phrase = vue.phrases[rang][1] if rang >= 0 else len(vue.normal)
            limite = min(repere.end() + 160, max(fin_phrase, repere.end()) + 40)
            depuis, jusque = bisect_left(debuts, repere.end()), bisect_right(debuts, limite)
            for debut, fin, valeur, texte in positions[depuis:jusque]:
                entre = vue.normal[repere.end() : debut]
                if interdits.search(entre) or _autre_sujet(vue.normal[fin_phrase:debut]):
                    break
                if _periode(vue, debut, fin) or _PREVUE.search(entre[-40:]):
                    continue
                candidates.append(
                    (debut - repere.end(), (valeur, texte, vue.preuve(repere.start(), fin)))
                )
                break
    return min(candidates, key=lambda c: c[0])[1] if candidates else None


def _autre_sujet(suite: str) -> bool:
    """The next sentence, whose date it is, speaks of something else than « elle »."""
    return "depuis" in suite or (conjuguee(suite) and not _REPRISE.match(suite))


def date_du_constat(document: Document, constat: re.Pattern[str]) -> DatePreuve | None:
    """The one date of the sentence that ``constat`` stands in: « le 11 février, … constatent »."""
    for vue in document.vues:
        for trouve in vue.chercher(constat):
            debut, fin = vue.phrase(trouve.start())
            dedans = [d for d in toutes(vue) if debut <= d[0] < fin]
            if len(dedans) == 1:
                depuis, jusque, valeur, texte = dedans[0]
                return valeur, texte, vue.preuve(depuis, jusque)
    return None


def date_etiquetee(document: Document, etiquette: str) -> DatePreuve | None:
    """The date that stands under or beside a label."""
    for champ in valeurs(document, etiquette):
        if len(trouvees := dates(champ.texte)) == 1:
            return trouvees[0].valeur, trouvees[0].texte, champ.preuve
    return None


def _periode(vue: Vue, debut: int, fin: int) -> bool:
    """The date begins or ends a period of observation: « du … au … »."""
    suite = vue.normal[fin : fin + 12]
    precede = vue.normal[max(0, debut - 16) : debut]
    return bool(
        re.match(r" ?(?:au|jusqu'au|-) ?(?:\d|1er)", suite)
        or re.search(r"\d{4} (?:au|jusqu'au|-) $", precede)
    )


def noter(recolte: Recolte, champ: str, lue: DatePreuve | None) -> None:
    """Keep a date; an impossible one apart, as written."""
    if lue is None:
        return
    valeur, texte, preuve = lue
    if valeur is None:
        recolte.impossible(champ, texte, preuve)
        recolte.prouver(champ, preuve)
    else:
        recolte.noter(champ, valeur, preuve)
