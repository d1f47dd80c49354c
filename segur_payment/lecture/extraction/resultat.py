"""The result of the VSR: prononcée, ajournée or refused, with what denies or only supposes it.

« Admission avec réfaction » is an admission (CCAG-TIC 2021, article 32.4): the price changes, not
the result.
"""

from __future__ import annotations

import re

from segur_payment.dossier import Preuve, ResultatVsr
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.cases import Choix, choix_coche, libelles_refuses
from segur_payment.lecture.extraction.etiquettes import valeurs
from segur_payment.lecture.extraction.portee import Mention, mentions
from segur_payment.lecture.extraction.recolte import Recolte

_AJOURNE = r"(?:ajourne\w*|reportee?|differee?|sursis|surseoir|suspendue?)"
_CONTRE = (
    r"(?:defavorable|negati(?:f|ve)|rejetee?|rejette|rejet|refusee?|refuse|refus|echec"
    r"|insatisfaisante?|irregulie(?:r|re)|infructueu(?:x|se)|(?:non|pas) (?:prononcee?"
    r"|satisfaisante?|conforme"
    r"|concluante?|acquise?|validee?|reguli(?:er|ere)|favorable|admise?|positi(?:f|ve)))"
)
_POUR = (
    r"(?:favorable(?:ment)?|positi(?:f|ve)|prononcee?|satisfaisante?|concluante?|acceptee?"
    r"|acquise?|validee?|admission|admise?|conforme|reguli(?:er|ere)|reussie?|constatee?)"
)
_MOT = re.compile(
    rf"\b(?:(?P<ajournee>{_AJOURNE})|(?P<defavorable>{_CONTRE})|(?P<favorable>{_POUR}"
    r"|prononcer|prononce|prononcent|regularite|reunies))\b"
)
_CE_QUI = r"(?:(?:la |le )?(?:vsr|verification|service|decision|avis|resultat) (?:est )?)?"
_CASES = {
    "favorable": _CE_QUI + _POUR,
    "ajournee": rf"{_CE_QUI}ajourne(?:e|ment)",
    "defavorable": _CE_QUI + _CONTRE,
}
_SUJET = re.compile(
    r"\b(?:vsr|verification|service regulier|resultat|decision|avis|conclusion|verdict|issue"
    r"|regularite|admission|(?<!mise en )service|sens)\b"
)
_AUTRE_SUJET = re.compile(
    r"\b(?:reunion|seance|comite|point|formation|atelier|convocation|essais?|tests?|recette"
    r"|incident"
    r"|anomalie|mise en (?:service|production)|avance|demande|paiement|element|version|lot"
    r"|requete|appel|flux)s?\b"
)
_ACTE_A_VENIR = re.compile(r"\b(?:(?:re)?tent\w+|delai|frais|motif)\b[^,;:.]{0,20}$")
_NE_PAS = re.compile(
    r"(?:\bne (?:peut|peuvent|saurait|pourra)\b|\babsence d|\b(?:ne"
    r"|n')(?=[ a-z])[^;:.]{0,80}\b(?:pas|point|plus|guere|ni)\b|\bnon\b(?! seulement)"
    r"|\bpas\b|\bimpossib\w+|\brefuse\w* d|(?:\bsans\b(?: aucune?)?|\baucun\w*)"
    r"(?! (?:aucune? )?(?:reserve|observation|restriction|condition|difficult|incident|delai"
    r"|equivoque"
    r"|hesitation|objection|anomalie)))[^,;:.]{0,50}$"
)
_NIE_APRES = re.compile(
    r"[^.;:,]{0,60}?\b(?:n'(?:est|a|ont)|ne (?:sont|peut|saurait)) (?:\w+ )?(?:pas|point)\b"
    r"[^.;:,]{0,30}\b(?:etabli|acquis|demontr|constat|reuni|prononc|attei|avere|assure)"
)
_PRESENT = re.compile(r"\b(?:est|sont|prononcent?|declarent?|constatent?|decident?|se solde)\b")
_NOM_DE_L_ACTE = re.compile(
    r"\b(?:verification|pv|vsr|proces[- ]verbal) (?:de |du )(?:bon )?service reguliere?$"
)
_ECARTE_APRES = re.compile(r"[^.;:,]{0,50}?\bn'(?:a|ont|est|etait) (?:pas|point|plus)\b")
_REPONSE = re.compile(
    r"(?: ?:|(?:(?!reserve|perimetre|date|observ)[^.;:?]){0,60}? ?\?\s*(?:r(?:eponse)? ?[.:])?)"
    r"\s*(?:(?P<oui>oui)|non|pas encore)\b(?! ?[☐☒])"
)
_DEPASSE = re.compile(
    r" (?:une? (?:premiere|deuxieme|seconde)|(?:a|en) \w+ reprises?|initialement|d'abord"
    r"|auparavant)\b"
    r"|[^.;:,]{0,40}, (?:elle )?(?:est|a ete) (?:\w+ ){0,2}?(?:prononce|declare|acquise|valide"
    r"|admise)"
)
_LEVE_APRES = re.compile(
    r"[^.;]{0,60}?\b(?P<verbe>(?:(?:n'|ne )?(?:est|etant|soit|ayant ete|a ete|a (?:\w+ )?ete|fut"
    r"|sera"
    r"|serait|pourra etre|devra etre)|reste|demeure)(?: (?!sur\b)\w+){0,2}?) (?:a )?"
    r"(?:lev(?:e|er)|purge|annule|rapporte)\b| (?:leve|purge)\b"
)
_LEVE_AVANT = re.compile(r"(?P<cadre>[^.;,:]{0,40}?)\blev(?:e|ee|ant|ent|ons)\b[^.;,:]{0,25}$")
_PAS_LEVE = re.compile(
    r"\b(?:n'|ne\b)|\b(?:pas|non|jamais|sera\w*|serait|pourra|devra|reste|demeure|soit|qu'a"
    r"|qu'apres|jusqu|sous reserve|attente|condition|avant|pour la|en vue)"
)
_CONJUGUES = ("prononce", "prononcent")
_ET, _NI = re.compile(r"\bet\b"), re.compile(r"\bni\b")
_PAS = re.compile(r" (?:pas|point|nullement|aucun\w*)\b")
_ECARTEE = re.compile(rf"\b(?:{_AJOURNE}|rejet|refus|echec|reserves?)\b[^,;:.]{{0,40}}$")
_RIEN_N_EMPECHE = re.compile(r"(?:\brien ne s'oppose|\bpas lieu d)[^;:.]*$")
_ETIQUETTE = (
    r"(?:resultat|decision|avis|conclusion|verdict|issue|sens de la decision)"
    r"(?:(?: de| du| d'| rendue?)?(?: la| l'|le)?[ ']?(?!favorable|defavorable)[\w'/]+){0,6}"
)


def lire(document: Document, recolte: Recolte) -> None:
    """Note the result, or why it is in doubt."""
    case = choix_coche(document, _CASES)
    if isinstance(case, str):
        recolte.douter("resultat", case)
        return
    if isinstance(case, Choix):
        recolte.noter("resultat", ResultatVsr(case.option), case.preuve)
        return
    lus = _etiquetes(document) or _enonces(document)
    for resultat in (ResultatVsr.AJOURNEE, ResultatVsr.DEFAVORABLE, ResultatVsr.FAVORABLE):
        if resultat in lus:
            recolte.noter("resultat", resultat, lus[resultat])
            return


def _etiquetes(document: Document) -> dict[ResultatVsr, Preuve]:
    """What stands under « Résultat », « Décision », « Avis », when it begins by the result."""
    lus: dict[ResultatVsr, Preuve] = {}
    for champ in valeurs(document, _ETIQUETTE):
        texte = normaliser(champ.texte)
        mots = list(_MOT.finditer(texte[:80]))
        tete = re.match(r"\W*(?:(?:la |le )?(?:vsr|verification|service)\b.{0,25})?", texte)
        debut = tete.end() if tete else 0
        if "☐" in texte or not mots or mots[0].start() > debut + 14:
            continue
        if len({m.lastgroup for m in mots}) == 1 and not _NE_PAS.search(texte[: mots[0].start()]):
            lus.setdefault(ResultatVsr(str(mots[0].lastgroup)), champ.preuve)
    return lus


def _enonces(document: Document) -> dict[ResultatVsr, Preuve]:
    """The results that sentences state; sentences first, rows when they say nothing."""
    refuses = libelles_refuses(document)
    for vue in document.vues:
        lus: dict[ResultatVsr, Preuve] = {}
        for mention in mentions(vue, _MOT):
            if mention.refusee(refuses):
                continue
            resultat = _lire(mention)
            if resultat is not None and resultat not in lus:
                debut, fin = mention.trouve.span()
                lus[resultat] = vue.preuve(max(mention.phrase[0], debut - 80), fin)
        if lus:
            return lus
    return {}


def _lire(mention: Mention) -> ResultatVsr | None:
    """The result that one word states of the VSR, its denial included."""
    groupe, avant = mention.trouve.lastgroup, _gouverne(mention)
    if groupe == "ajournee" and not (mention.hypothese or mention.consequence):
        leve = _levee(mention)
        if leve is not None:
            return None if leve else ResultatVsr.AJOURNEE
    if not _parle_de_la_vsr(mention) or _supposee(mention, avant):
        return None
    if reponse := _REPONSE.match(mention.suite):
        return _repondu(mention, oui=reponse["oui"] is not None)
    contre = groupe in ("ajournee", "defavorable")
    passee = mention.revolue(phrase=contre and not _PRESENT.search(mention.clause[0]))
    if passee or (contre and _DEPASSE.match(mention.apres)):
        return None
    if groupe == "favorable":
        return _favorable(mention, avant)
    niee = _NE_PAS.search(avant) or _ECARTE_APRES.match(mention.apres)
    return None if niee else ResultatVsr(str(groupe))


def _gouverne(mention: Mention) -> str:
    """The words that govern it: « n’a relevé aucun motif d’ajournement et prononce la VSR »."""
    if mention.trouve[0] in _CONJUGUES and not _NI.search(mention.avant):
        return _ET.split(mention.avant)[-1]
    return mention.avant


def _supposee(mention: Mention, avant: str) -> bool:
    """No act is told: it is supposed, to come, a consequence, or in the name of the act."""
    if mention.supposee() or mention.consequence or _ACTE_A_VENIR.search(avant):
        return True
    nom = _NOM_DE_L_ACTE.search(avant + mention.trouve[0])
    return nom is not None or _RIEN_N_EMPECHE.search(avant) is not None


def _favorable(mention: Mention, avant: str) -> ResultatVsr | None:
    """A word for a favourable result, or its denial."""
    mot, apres = mention.trouve[0], mention.apres
    niee = _NE_PAS.search(avant) or (mot in _CONJUGUES and _PAS.match(apres))
    if (mot == "reunies" and not niee) or (niee and _ECARTEE.search(avant)):
        return None
    if niee or _NIE_APRES.match(apres):
        return ResultatVsr.DEFAVORABLE
    return None if mot == "prononcer" else ResultatVsr.FAVORABLE


def _levee(mention: Mention) -> bool | None:
    """Whether the adjournment is lifted; None when nothing is said of it."""
    if apres := _LEVE_APRES.match(mention.apres):
        return _PAS_LEVE.search(apres["verbe"] or "") is None
    if avant := _LEVE_AVANT.search(mention.avant):
        return _PAS_LEVE.search(avant["cadre"]) is None
    return None


def _repondu(mention: Mention, *, oui: bool) -> ResultatVsr | None:
    """« VSR prononcée ? Non. », « VSR ajournée : oui »."""
    groupe = mention.trouve.lastgroup
    if groupe is None:
        return None
    if oui:
        return ResultatVsr(groupe)
    return ResultatVsr.DEFAVORABLE if groupe == "favorable" else None


def _parle_de_la_vsr(mention: Mention) -> bool:
    """The nearest noun on its left is the VSR or its result; else the one that follows."""
    avant = mention.avant[-120:] if mention.trouve[0] not in _CONJUGUES else ""
    sujet = max((m.start() for m in _SUJET.finditer(avant)), default=-1)
    autre = max((m.start() for m in _AUTRE_SUJET.finditer(avant)), default=-1)
    if sujet >= 0 or autre >= 0:
        return sujet > autre
    suite = mention.trouve[0] + mention.apres[:60]
    sujet_suivant, autre_suivant = _SUJET.search(suite), _AUTRE_SUJET.search(suite)
    if sujet_suivant is None or autre_suivant is None:
        return sujet_suivant is not None
    return sujet_suivant.start() <= autre_suivant.start()
