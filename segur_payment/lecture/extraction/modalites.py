"""Whether a statement says that a thing is done, promised, denied, or only hoped for."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto

from segur_payment.lecture.extraction.propositions import principales
from segur_payment.lecture.extraction.tournures import affirmer


class Etat(Enum):
    """What a clause does with the thing that it is about.

    FAIT: says it done. DIT: names or states it, in the present. A_VENIR: planned, promised, under
    way, wished. SUPPOSE: in the conditional. NIE: denied or refused.
    """

    FAIT = auto()
    DIT = auto()
    A_VENIR = auto()
    SUPPOSE = auto()
    NIE = auto()


_NIE = re.compile(
    r"\b(?:n'|ne |n )(?:\w+[ ,']+){0,2}?"
    r"(?:ont|a|ai|avons|est|sont|etant|etait|peut|peuvent|pu|dispose\w*|existe\w*|\w{4,}e?nt"
    r"|\w{4,}e)?"
    r"\b[^.;]{0,45}?\b(?:pas|point|plus|aucune?|jamais|nullement|guere)\b"
    r"|\b(?:aucune?s?|rien|personne|nul(?:le)?)\b[^.;:]{0,80}?\b(?:ne |n')\w"
    r"|\bn'(?:a|ont|avons|ai|avait|avaient|aura\w*) pu\b|\bne (?:peu\w+|saur\w+|pourr\w+) \w+"
    r"|\b(?:absence|defaut|manque)(?: ?,[^,]{0,25},)? (?:de\b|d')"
    r"|\bdepourvu\w*|\bsans que\b|^\W*aucune? \w+"
    r"|^\W*(?:mais |et )?(?:r(?:eponse)? ?: ?)?(?:non\b(?! seulement)|neant\b|pas (?!moins|un\b)"
    r"|jamais\b"
    r"|negati\w+)"
)
_REFUSE = re.compile(
    r"\b(?:refus(?:e|ons|ent)|s'interdi\w+|m'interdis|nous interdisons|renonc\w+|s'abst\w+"
    r"|nous abst\w+|declin(?:e|ons|ent)|exclu(?:t|ons|ent)|omis|neglige|echoue|oublie|empeche\w*) "
    r"(?:(?:a|par) [\w' ]{2,20} )?(?:de |d'|a |toute? |tout |cette? )"
    r"|\bs'oppos\w+ a (?:la|toute?|tout) |\b(?:est|sont|demeure\w*) (?:interdit\w*|impossible)\b"
    r"|\bincomb\w+ a \w+ (?:autre|tiers)"
)
_A_AUTRUI = re.compile(
    r"\b(?:est|sont|rest\w+|demeur\w+) a la charge d(?!e (?:l'editeur|notre|la societe))|"
    r"\blaiss\w+ (?:a |au |aux )?[^.;]{0,30}\ble soin d"
    r"|\b(?:incomb\w+|revien(?:t|nent)|appartien(?:t|nent)|rel[eo]v(?:e|ent)) (?:\w+ ){0,2}?"
    r"(?:a|au|aux|de|du|des|d')\b(?! ?(?:l'editeur|notre|nous\b|mon\b|moi\b))"
)
_INDECIS = re.compile(
    r"\b(?:f(?:ait|ont) (?:\w+ )?l'objet (?:d'une? |de )(?:\w+ )?(?:discussion|reflexion|etude"
    r"|negoci"
    r"|echange|arbitrage)\w*|a l'etude|en (?:reflexion|discussion|suspens|debat|cours d'(?:etude"
    r"|examen|analyse))"
    r"|\b(?:sera|seront|est|sont) (?:\w+ )?(?:examine|etudie|discute|debattu|evoque|tranche)\w*"
    r"|\bf(?:era|eront) l'objet d'une? (?:\w+ )?(?:engagement|avenant|accord|contrat|convention"
    r"|negociation|discussion|decision)"
    r"|aucune decision|pas (?:encore )?(?:ete )?(?:decid|tranch|arret)\w*|non decide\w*|indecis\w*"
    r"|(?:etudi|examin|reflechi|evalu)(?:e|ons|ent|ssons|t)\b[^.;]{0,30}"
    r"\b(?:possibilite|opportunite|faisabilite|eventualite))"
)
_PREPARE = re.compile(
    r"\b(?:budgets?|appels? d'offres|devis|credits?|enveloppe|cahiers? des charges)\b[^.;,]{0,90}"
    r"\b(?:a|ont|est|sont)\b"
    r"|\b(?:sommaire|trame|maquette|ebauche|brouillon|projet|modele|texte)s? "
    r"(?:du|de la|de l'|des|d'une?|de) [^.;,]{2,90}\b(?:a|ont|est|sont) (?:ete |deja )"
    r"|\b(?:plan|calendrier|strategie|planning|programme|modele|gabarit)s? (?:d\w* "
    r"|d')[^.;,]{2,110}"
    r"\b(?:a|ont|est|sont) (?:ete )?(?:\w+ )?(?:pret|valid|approuv|arret|defini|etabli|adopt|redig"
    r"|finalis|elabor|concu)"
    r"|\b(?:recrut|embauch|mandat|mission|charg|design|nomm|constitu|sollicit)\w* [^.;,]{0,40}?"
    r"(?:pour|afin de|en vue de|de|d')(?: la| l'| les)? ?"
    r"(?:produ|redig|redac|elabor|concev|concep|realis|cree)"
)
"""A budget, a draft, a plan, a recruit: what prepares the thing is not the thing."""
_COMPLEMENT_A_VENIR = re.compile(
    r"(?<!restent)(?<!reste)(?<!est)(?<!sont)(?<!encore)(?<!toujours)(?<!etant) a venir\b"
    r"|\b(?:la|les|leur|leurs|cette|une) prochaine?s? \w+"
)
_EN_ATTENTE = re.compile(
    r"\b(?:reste(?:nt)? a|(?:rest|demeur|somm)\w+ dans l'attente|en (?:(?:phase|voie"
    r"|train) (?:de |d')|cours|preparation|attente|projet"
    r"|chantier|gestation)"
    r"|a (?:venir|realiser|produire|rediger|effectuer|faire|mener|lancer|completer|finaliser"
    r"|publier|ecrire|planifier|programmer|livrer|concevoir|definir|preciser)\b"
    r"|(?:va|vont|allons|vais) (?:\w+ ){0,2}?\w+(?:er|ir|re)\b|(?:est|sont) (?:\w+ )?loin d"
    r"|dans les (?:prochaines|meilleurs)|d'ici (?:au|a|le|la|fin)|devant etre"
    r"|inacheve\w*|pas encore|non (?:realise|produit|fait|disponible|effectue)\w*"
    r"|a l'etat d(?:e |')(?:brouillon|projet|ebauche)"
    r"|\bvoudr\w+|\b(?:cherch|vis|tent)(?:e|ons|ent) (?:a"
    r"|de)\b|s'efforc\w+"
    r"|s'appret\w+|nous appretons|(?:sur|a) (?:simple )?demande\b"
    r"|en mesure d|sommes? prets? a|(?:doi(?:t|vent)|devons) (?:\w+ ){0,3}?(?:etre |\w+(?:er|ir"
    r"|re)\b)"
    r"|il (?:faut|conviendr|convient)\w*)"
)
_PROJET = re.compile(
    r"\b(?:prochainement|ulterieur\w*|prev(?:oit|oyons|oient)|envisag\w+|projett?(?:e|ons|ent)\w*"
    r"|compt(?:e|ons|ent) (?:bien )?\w+(?:er|ir|re)\b"
    r"|(?:pens(?:e|ons|ent)|entend(?:ons|ent)?|song\w+|aspir\w+) (?:bien )?(?:a )?\w+(?:er|ir|re)\b"
    r"|intention (?:de |d')(?:ne |les? |leur )?\w+(?:er|ir|re)\b|(?:souhait|esper)(?:e|ons|ent)\b"
    r"|(?:une|la) (?:prochaine|future) (?:version|mise a jour|evolution)\b)"
)
_AUX = (
    r"\b(?:a|ont|ai|avons|avoir|ayant|fut|furent|est|sont|sommes|soit)"
    r" (?:(?:bien|deja|tous|toutes|ete|fait|dument|prealablement|effectivement|individuellement"
    r"|egalement|aussi|tout|en outre|notamment|par ailleurs|integralement|desormais|aujourd'hui"
    r"|finalement|depuis|donc|ainsi|maintenant|certes|simplement|seulement) ){0,3}+"
)
_PREVUE = (
    r"(?:prevu|programme|planifi|envisag|budget|inscri|confi|command|demand|decid|charge|attribu"
    r"|report|differ|suspend|repouss|retard|ajourn|annul|abandonn|commence|debut|entame|engage"
    r"|evoqu|discut|esquiss|ebauch|promis|projet|imagin|reclam|exig|attend|souhait|tente|essay"
    r"|manqu|failli|echou|empech|tarde"
    r"|cense|suppose|appele|contraint|encore|toujours|comme|presque|destine|dedie|consacre"
    r"|reserve|specifique|propre|susceptible"
    r"|notre|votre|autre|quelque|entre|contre|meme|ce\b|de\b|le\b|par\b)"
)
_PREVU = re.compile(
    rf"\b(?:prevue?s?|programmee?s?|planifiee?s?)\b|{_AUX}(?!\w+ees? (?:par|a) tous){_PREVUE}"
    r"|\b(?:attendu|espere|vise|annonce|promis|reporte)e?s? (?:en|pour|au|a la|fin|debut|d'ici"
    r"|courant"
    r"|avant|dans)\b"
    r"|\b(?:devai(?:t|ent)|devions|etai(?:t|ent) (?:\w+ )?(?:tenue?s?|prevue?s?|cense\w*)"
    r"|(?:s'|nous )(?:nous )?(?:etai(?:t|ent)|etions) (?:\w+ )?engage\w*)"
)
_OBLIGATION_PASSEE = re.compile(
    r"\b(?:devai(?:t|ent)|devions|etai(?:t|ent) (?:\w+ )?(?:tenue?s?|prevue?s?|cense\w*"
    r"|convenue?s?)"
    r"|(?:s'|nous nous |m')(?:etai(?:t|ent|s)|etions) (?:\w+ )?engage\w*|avai\w+ (?:\w+ )?promis)"
    r"(?: (?!ont\b|sont\b|est\b|a ete\b)\w+){0,3}? ?\w+(?:er|ir|re)\b|\bavai(?:t|ent) ete \w+"
)
_FUTUR = re.compile(r"\b(?!extra|ultra|infra|vrai)\w{2,}r(?:ai|a|ont|as|ez)\b|\b\w+[eidvtu]rons\b")
_PAS_UN_FUTUR = re.compile(
    r"(?:(?:de|re)?(?:liv|ouv|off|couv|souff|mont|rencont|enregist|administ|illust|ent|cent|demont"
    r"|declar|assur|mesur|instaur|oper|esper|consider|liber|ger|adher|transfer|reper|gener|moder"
    r"|refer|inser|prefer|sugger|cooper|integr|prepar|envi))rons"
    r"|front|affront|errata|camera|opera|considera|montrez|enregistrez|assurez|delivrez"
)
_CONDITIONNEL = re.compile(
    r"\b(?:(?:ser|aur|fer|pourr|devr|saur|faudr|voudr|conviendr|viendr|tiendr|rendr|prendr|mettr)"
    r"(?:ait|aient|ions|iez|ais)"
    r"|(?!consider|oper|liber|integr|demeur|prepar|declar|esper|ger|assur|gener|figur|dur)"
    r"\w{2,12}[ei]rai(?:t|ent)|aimer(?:ait|ions|ais))\b"
)
_ACCOMPLI = re.compile(
    rf"{_AUX}"
    rf"(?!(?:chaque|toute?s?|cette|leurs?|une|terme|titre|titres|partie|distance|toutefois"
    rf"|[cdlmnstv]es|ceux|l'|d')\b"
    rf"|{_PREVUE})"
    r"\w{2,}(?:e|ee|es|ees|i|ie|is|it|ite|us?|ue|ues|duit\w*|fait\w*|mis\w*|ert\w*|ets?)\b"
    r"|\b(?:a|ont|avons) (?:(?:deja|tous|toutes|tout|bien) ){0,2}ete(?= (?:en|le|par|aux?|depuis"
    r"|a|des|fin"
    r"|debut|dans|avant|lors)\b| ?[.;,:)]| ?$)"
    r"|\b(?:existe(?:nt)?|dispos(?:e|ent)|figur(?:e|ent)|est disponible|sont disponibles"
    r"|est en ligne|sont en ligne)\b"
)
_PROMET = re.compile(
    r"\bengage\w* (?:\w+ ){0,3}?(?:a|de) (?:ne pas )?(?!avoir\b)\w+(?:er|ir|re)\b"
    r"|\bengage\w* a ce que\b"
    r"|^\W*(?:[a-z0-9]{1,3}[.)] )?(?:a |de )?(?:produire|informer|communiquer|rediger|elaborer"
    r"|realiser"
    r"|etablir|diffuser|sensibiliser|prevenir|avertir|adresser|envoyer)\b"
)


def etat(proposition: str) -> Etat:
    """What one clause, in normal form and without its litotes, says of its thing."""
    if au_conditionnel(proposition):
        return Etat.SUPPOSE
    if _NIE.search(proposition) or refuse(proposition) or _A_AUTRUI.search(proposition):
        return Etat.NIE
    if _INDECIS.search(proposition) or _PREPARE.search(proposition):
        return Etat.A_VENIR
    present = _OBLIGATION_PASSEE.sub(" ", _COMPLEMENT_A_VENIR.sub(" ", proposition))
    if projete(present) or _EN_ATTENTE.search(present) or _PROMET.search(present):
        return Etat.A_VENIR
    if _ACCOMPLI.search(present):
        return Etat.FAIT
    if _PREVU.search(proposition) or au_futur(present) or present != proposition:
        return Etat.A_VENIR
    return Etat.DIT


def refuse(proposition: str) -> bool:
    """Somebody forbids himself to do it, declines or gives it up."""
    return _REFUSE.search(proposition) is not None


def projete(proposition: str) -> bool:
    """Somebody plans it, hopes for it or puts it off: nothing says yet that it will be."""
    return _PROJET.search(proposition) is not None


def indecis(proposition: str) -> bool:
    """The matter is still thought about."""
    return _INDECIS.search(proposition) is not None


def etat_de(normal: str, concerne: Callable[[str], bool] = bool) -> Etat:
    """What a statement says in the end: the last clause that affirms or denies decides."""
    lus = [etat(c) for c in principales(affirmer(normal)) if concerne(c)]
    tranche = [e for e in lus if e in (Etat.FAIT, Etat.NIE)]
    if tranche:
        return tranche[-1]
    suspendu = [e for e in lus if e is not Etat.DIT]
    return suspendu[-1] if suspendu else Etat.DIT


def au_futur(normal: str) -> bool:
    """A verb in the future tense."""
    return any(not _PAS_UN_FUTUR.fullmatch(m[0]) for m in _FUTUR.finditer(normal))


def au_conditionnel(normal: str) -> bool:
    """A verb in the conditional."""
    return _CONDITIONNEL.search(normal) is not None
