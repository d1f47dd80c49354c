"""The reserves written on a PV: a label with a content, a ticked box, or a sentence that makes one.

A reserve that is denied, lifted, supposed, or that is the heading of a paragraph, is none; « sous
réserve de » makes one only when something remains to be done.
"""

from __future__ import annotations

import re
import unicodedata

from segur_payment.dossier import Preuve
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.cases import Choix, choix_coche, libelles_refuses
from segur_payment.lecture.extraction.etiquettes import valeurs
from segur_payment.lecture.extraction.portee import Mention, mentions
from segur_payment.lecture.extraction.recolte import Recolte

_RESERVE = re.compile(r"\breserves?\b")
_CASES = {
    "avec": r"(?:avec (?:des |les )?reserves?|reserves?.{0,3} oui)",
    "sans": r"(?:sans (?:aucune )?reserves?|aucune reserve|pas de reserve)",
}
_ETIQUETTE = (
    r"(?:nombre de |liste des |observations?(?: et| /|/|,)? )?reserves?(?:\(s\))?"
    r"(?: (?:eventuelles?|emises?|formulees?|mineures?|majeures?|et observations?|des parties"
    r"|de l'ans|n° ?\d+))*"
)
_NEANT = re.compile(
    r"[\W_]*(?:r(?:eponse)? ?[.:] ?)?(?:neant|aucune?s?|sans|non\b|s\.?o\.?\b|n/?a\b|pas d|nil"
    r"|ras\b"
    r"|r\.a\.s|rien|zero|0+\b|absence|(?:toutes? )?(?:sont |ont ete )?levees?|☐|☒ ?(?:sans|non"
    r"|aucune|neant))"
)
_VIDE = re.compile(r"[\W_]*(?:a completer|a preciser)?[\W_]*")
_OUI_COCHE = re.compile(r"☒ ?oui\b|\boui ?☒(?! ?non)")
_NON_COCHE = re.compile(r"☒ ?non\b|\bnon ?☒|☐ ?oui\b|\boui ?☐")

_AUTRE_SENS = re.compile(
    r"(?:\bdroits?|\bse|\bs'est|\bjours? de|\bstock de|\ben|\b(?:il|elle|on|qui)"
    r"|\b(?:regulateur|regulatrice|operateur|utilisateur|patient|assistant|agent)s?)\s*$"
)
_AUTRE_SUITE = re.compile(
    r"(?: (?:a|aux?) (?:l'(?:asp|ans|administration)|usage|la|l')|s? de (?:disponibilite|propriete)"
    r"|s? foncier|s? (?:une?|le|la|les|des|ce|son|directement) (?:\w+ )?"
    r"(?:rendez-vous|rdv|creneaux?|plages?)\b)"
)
_SOUS = re.compile(r"\bsous (?:la |toute )?(?:seule )?$")
_A_FAIRE = re.compile(
    r"(?: (?:que|de|des|du|d') ?(?:\w+ |l'|la |le |les ){0,3}?(?:correction|corrig|livraison|livr"
    r"|resolution|mise en conformite|regularis|finalis|achevement|ajout|reprise|levee|rectifi"
    r"|fourniture|remise|realisation|traitement|amelior|raccordement|deploiement|mise en))"
    r"|s? suivantes?|s? ci-(?:apres|dessous)| ?:"
)
_NIEE_AVANT = re.compile(
    r"(?:\bsans|\baucune?s?|\bpas d|\bpoint d|\bni|\babsence d|\bhors|\bnulles?|\bzero|\b0"
    r"|\bexempt\w*"
    r"|\bdepourvue? d|\bdenuee? d|\bvierge d|\bmoindre|\btoutes? autres?)\b"
    r"[^,;:.]{0,22}$"
)
_DOUBLE_NEGATION = re.compile(r"\bnon sans[^,;:.]{0,20}$")
_NUL = re.compile(r"\b(?:aucun\w*|nul|nulle|personne|rien)\b[^;:.]{0,110}$")
_NIEE_APRES = re.compile(
    r"(?:\(s\))?(?: (?:eventuelles?|emises?|de l'ans|formulees?|constatees?|ni observations?))*"
    r" ?[:=.?–-]* ?(?:☒ ?)?\"?(?:neant|aucune?s?\b|sans objet|sans\b(?! delai)|non\b|s\.?o\.?\b"
    r"|n/a|0\b|☐|r\.a\.s"
    r"|pas d|ras\b)|[^.;:]{0,60}\b(?:n'(?:a|ont|est|y)|ne (?:sont|subsiste|demeure)) "
    r"(?:\w+ ){0,2}?(?:pas ete|plus|pas|point|aucun\w*)\b(?! (?:\w+ ){0,3}lev)[^.;:]{0,60}"
    r"\b(?:emis\w*|formul\w+|a (?:signaler|noter|relever)|consign\w+|exprim\w+|d'actualite)"
)
_LEVEE = re.compile(
    r"(?:^s? (?:n° ?\d+ )?levees?\b|\b(?:est|sont|ete|toutes|desormais|integralement|entierement"
    r"|depuis|a present) (?:\w+ )?(?:levees?|soldees?|closes?|purgees?|sans objet|corrigees?)\b"
    r"|\b(?:sont|etaient) (?:\w+ )?caduques)"
)
_REPRISE = re.compile(
    r"\W*(?:(?:cette|ces|la|les|ladite|lesdites|toutes (?:les|ces)) reserves?|elles?|celles?-ci)\b"
)
_LEVEE_AVANT = re.compile(r"\blev(?:e|ees?|ant|ent) [^,;:.]{0,30}$")
_AUCUNE_NE_RESTE = re.compile(
    r"\b(?:aucune?|plus rien|rien) (?:\w+ )?(?:ne|n'en) (?:subsist|demeur|rest|persist)\w*"
    r"|\b(?:n'en|n'y en|ne|n'en y) (?:subsist|demeur|rest|persist)\w* (?:plus )?(?:aucune?|pas)\b"
)
_RESTE = re.compile(
    r"\b(?:demeur\w+|subsist\w+|persist\w+|maintenue?s?|a lever|(?:doi\w+t|devr\w+|sera|seront)"
    r"(?: \w+)? (?:\w+ )?lev\w+|(?:pas|non|point)(?: encore)?(?: ete)? lev\w+|sauf|restent?"
    r"|a l'exception)\b"
)
_SUPPOSEE_APRES = re.compile(
    r"(?:\(s\))? (?:eventuelles?\b(?! ?:)|s'il y a|le cas echeant|auraient|seraient|aurait|serait"
    r"|pourr\w+|peuvent|vaut)"
)
_SUPPOSEE_AVANT = re.compile(
    r"(?:\beventuelles?|\bs'il y a|\ble cas echeant|\bmentionne(?:nt)? les|\bdelai de levee des"
    r"|\bdate de levee des|\bl'absence de) ?$"
)
_TITRE = re.compile(
    r"[\W\d_]*(?:(?:art(?:icle)?|section|point|titre|[ivx]{1,4}|[a-f])\b[\W\d_]*)?"
    r"(?:(?:observations?|remarques?|liste|des|les|et|eventuelles?|anomalies?)\b[\W_]*)*"
)
_FIN_DE_TITRE = re.compile(
    r"(?:\(s\))?[ )\"]*(?:(?:et|ou|/|eventuelles?|emises?|formulees?|observations?"
    r"|remarques?)\b ?)*"
    r"[\W_]*"
)


def lire(document: Document, recolte: Recolte) -> None:
    """Note the reserves as written, or why they are in doubt."""
    case = choix_coche(document, _CASES, pres_de="reserve")
    if isinstance(case, str):
        recolte.douter("reserves", case)
    elif isinstance(case, Choix) and case.option == "avec":
        recolte.noter("reserves", case.preuve.extrait, case.preuve)
    elif trouvee := _etiquetee(document) or _enoncee(document):
        recolte.noter("reserves", trouvee.extrait, trouvee)


def _etiquetee(document: Document) -> Preuve | None:
    """The content that stands under a label « Réserves »."""
    for champ in valeurs(document, _ETIQUETTE):
        if not champ.vide and _est_un_contenu(normaliser(champ.texte)):
            return champ.preuve
    return None


def _est_un_contenu(texte: str) -> bool:
    if _NON_COCHE.search(texte) and not _OUI_COCHE.search(texte):
        return False
    if _NEANT.match(texte) or _VIDE.fullmatch(texte):
        return False
    return _RESERVE.search(texte) is None  # a sentence about reserves is judged as a sentence


def _enoncee(document: Document) -> Preuve | None:
    refuses = libelles_refuses(document)
    for vue in document.vues:
        for mention in mentions(vue, _RESERVE):
            if not mention.refusee(refuses) and _vraie(mention):
                debut, fin = mention.trouve.start(), mention.phrase[1]
                return vue.preuve(debut, min(len(vue.normal), max(fin, debut + 88)))
    return None


def _vraie(mention: Mention) -> bool:
    """A sentence of the PV makes a reserve."""
    avant, apres = mention.avant, mention.apres
    if _participe(mention) or _AUTRE_SENS.search(avant) or _AUTRE_SUITE.match(apres):
        return False
    if _SOUS.search(avant):
        return _A_FAIRE.match(apres) is not None
    if _DOUBLE_NEGATION.search(avant):
        return True
    if (_TITRE.fullmatch(avant) or _seule(mention)) and _RESERVE.search(apres):
        return False  # a heading that runs into its sentence, which is judged itself
    if _TITRE.fullmatch(avant) and _FIN_DE_TITRE.fullmatch(apres):
        return _titre_rempli(mention)
    if apres.endswith("?") and (suite := mention.suivantes(1)):
        return not _NEANT.match(mention.vue.normal[slice(*suite[0])])
    if _niee(mention) or _supposee(mention):
        return False
    if _LEVEE.search(apres) or _LEVEE_AVANT.search(avant):
        return _RESTE.search(_AUCUNE_NE_RESTE.sub("", avant + apres)) is not None
    if _levee_ensuite(mention):
        return False
    return _NON_COCHE.search(apres[:30]) is None or _OUI_COCHE.search(apres[:30]) is not None


def _levee_ensuite(mention: Mention) -> bool:
    """« Une réserve a été émise le 19 mai. Cette réserve a été levée le 2 juin. »"""
    suite = " ".join(mention.vue.normal[slice(*p)] for p in mention.suivantes(1))
    if not _REPRISE.match(suite) or not _LEVEE.search(suite):
        return False
    return _RESTE.search(_AUCUNE_NE_RESTE.sub("", suite)) is None


def _niee(mention: Mention) -> bool:
    avant, apres = mention.avant, mention.apres
    if _NIEE_AVANT.search(avant) or _NUL.search(avant) or mention.niee:
        return True
    return _NIEE_APRES.match(apres) is not None


def _supposee(mention: Mention) -> bool:
    avant, apres = mention.avant, mention.apres
    if _SUPPOSEE_AVANT.search(avant) or _SUPPOSEE_APRES.match(apres):
        return True
    return mention.hypothese


def _titre_rempli(mention: Mention) -> bool:
    """The heading « Réserves » is followed by something that speaks of none itself."""
    texte = mention.vue.normal
    numerote = re.search(r"\d|[ivx]{1,4}[ .)]|article", mention.avant) is not None
    phrases = [p for p in mention.suivantes(2) if re.search(r"\w", texte[slice(*p)])]
    if not numerote or not phrases:
        return False
    suite = texte[slice(*phrases[0])][:200]
    titre = re.match(r"[\W_]*(?:\d{1,2}|[ivx]{1,4}|article \w+|[a-f]) ?[.):–-]", suite)
    return titre is None and not _HORS_CONTENU.match(suite) and _est_un_contenu(suite)


_HORS_CONTENU = re.compile(
    r"[\W_]*(?:pour (?:l'|la|le)|fait (?:a|en|le)|signatur|visas?\b|ans\b|les parties\b)"
)


def _seule(mention: Mention) -> bool:
    """The word stands alone on its line: a label or a heading."""
    original = mention.vue.texte.original
    debut, fin = mention.vue.texte.intervalle(*mention.trouve.span())
    return original[:debut].endswith("\n") and original[fin : fin + 1] == "\n"


def _participe(mention: Mention) -> bool:
    """« réservés » is no « réserves »."""
    mot = mention.vue.texte.citation(*mention.trouve.span()).rstrip("sS")
    return unicodedata.normalize("NFD", mot).endswith("\u0301")
