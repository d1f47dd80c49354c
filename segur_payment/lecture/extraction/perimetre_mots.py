"""The words that name a perimeter, take something away from it or decide on it.

All patterns are for the normal form: no accent, no capital. « périmètre » is masculine, which
tells « périmètre complet » from « une recette complète » a few words later.
"""

from __future__ import annotations

import re

_FIN = r"(?=\d{0,2}\b)"  # a footnote mark may follow
_COMPLET = r"(?:complet|total|integral|entier|global)"
_PARTIEL = r"(?:partiel|incomplet|restreint|limite|reduit|tronque)"
COMPLET, PARTIEL = _COMPLET + _FIN, _PARTIEL + _FIN
OPTION = re.compile(rf"{COMPLET}|{PARTIEL}")
_COMPLETE = r"(?:complete|totale|integrale|entiere)"
_PARTIELLE = r"(?:partielle|incomplete|restreinte)"

_MOT = r"[ ,:\"(=/-]+(?!perimetre\b)[\w'°]+"
_ESPACE = r"[ ,:\"(=-]+"
ADJECTIF = re.compile(
    rf"\bperimetre\b(?P<lien>(?:{_MOT}){{0,11}}?{_ESPACE})(?:(?P<complet>{COMPLET})|{PARTIEL})"
)
APPOSE = re.compile(
    rf"\bperimetre\b(?: [\w']+){{0,8}}, (?P<incise>[^.;:]{{1,140}}?),(?P<lien> (?:\w+ ){{0,3}}?"
    r"(?:n')?(?:est|demeure|reste|s'avere|se revele|devient|a ete|etait)"
    rf"(?: (?!qui\b|que\b)[\w']+){{0,3}}? (?:que |qu'|ete )?)(?:(?P<complet>{COMPLET})|{PARTIEL})"
)
"""« Le périmètre, partiel à l’origine, est complet »: the main clause says what it is."""
_QUOI = (
    r"(?:(?:interfaces?|flux|fonctions?|fonctionnalites?|connecteurs?|modules?|composants?"
    r"|echanges|briques?|services?)\b)"
)
_DU_PERIMETRE = r"(?: \w+){0,2}? (?:du|de son|de ce|d'un|de leur|au) (?:\w+ )?perimetre\b"
PART_OU_TOUT = re.compile(
    rf"\b(?:(?P<complet>(?:totalite|integralite|ensemble|entierete|100 %){_DU_PERIMETRE}"
    rf"|tout (?:le|son|ce) perimetre\b|{_COMPLET} perimetre\b"
    rf"|tou(?:te)?s les (?:\w+ ){{1,2}}du perimetre\b"
    rf"|perimetre\b(?:{_MOT}){{0,9}}?,? dans (?:son|sa) (?:integralite|totalite|ensemble"
    rf"|entierete))"
    rf"|(?:partie|part|fraction|moitie|tiers|portion|sous-ensemble|quart){_DU_PERIMETRE}"
    rf"|{_PARTIEL} perimetre\b"
    r"|perimetre (?:\w+ ){0,3}(?:partiellement|en partie)\b)"
)
_ACTES = (
    r"(?:mise en (?:service|production)|verification(?: de service regulier)?|\bvsr|ouverture"
    r"|raccordement|interfacage)"
)
ACTE_QUALIFIE = re.compile(
    rf"\bmise en (?:service|production) (?P<complet>{_COMPLETE})\b"
    rf"|\b{_ACTES}(?: (?:de la solution|prononcee|constatee))?"
    rf"(?: (?:est|n'est|reste|demeure|sera)(?: (?:\w+ment|encore|que|qu'|donc|toutefois))*)?"
    rf" (?:\w+ment )?{_PARTIELLE}\b"
    rf"|\bmise en (?:service|production)\b[^.;:]{{0,60}}\b(?:qu')?elle (?:est|reste|demeure)"
    rf" {_PARTIELLE}\b"
    rf"|\btype de mise en (?:service|production) ?: ?(?:{_PARTIELLE}|(?P<type>{_COMPLETE}))\b"
)
SANS_RESTRICTION = re.compile(
    r"\b(?:sans|aucune|ni) (?:\w+ )?(?:restriction|limitation)s?(?: \w+)? (?:de|du) perimetre\b"
)
_BORNE = r"(?:limit|born|restrein|redui|circonscri|cantonn)\w*"
_ENTRE = r"(?:(?!☒|☐|complet|partiel)[^,;.:]){0,60}?"
_SUJET = (
    r"\b(?:mise en (?:service|production)|perimetre|vsr|verification de service regulier|etendue"
    r"|verification|elle)\b"
)
_HORS = r"(?:hors|sauf|hormis|excepte|a l'exception|a l'exclusion|exception faite|moins)"
_INNOCENT = (
    r"(?: (?:d'|de |du |des |de la )?(?:tout|toute|aucune?|perimetre partiel|reserves?\b|taxes?\b"
    r"|maintenance|weekend|jours?\b|ceux|celles|cas de|effecteurs?|refus|heures)\b)"
)
ACTE_RESTREINT = re.compile(
    rf"{_SUJET}(?P<lien>{_ENTRE}(?:, (?:mais|et) )?)(?:\b{_BORNE} (?:a|au|aux)\b"
    rf"|\b(?:uniquement|exclusivement|seulement)\b"
    rf"|\b(?P<que>que\b|qu')"
    rf"|\bpour (?:la |le |les )(?:seule?s?)\b"
    rf"|\bexclut\b(?! (?:donc )?tout)"
    rf"|,? {_HORS}\b(?!{_INNOCENT}))"
)
SEUL_OUVERT = re.compile(
    rf"\bseule?s? (?:les? |la |l'|ces |cette |ce )?(?:\w+ )?"
    rf"(?:{_QUOI}|sso|remontee|prise|agregation|lot|perimetre|connexion|moitie"
    rf"|partie)[^,;.:]{{0,70}}?"
    r"(?:\ben (?:service|production)|\bouvert\w*|\bactiv\w+|\bdeploy\w+|\blivr\w+|\bdisponibles?"
    r"|\boperationn\w+)"
    rf"|\b(?:toutes|tous|l'ensemble)\b[^,;.:]{{0,50}}{_QUOI}[^,;.:]{{0,60}}(?:en service|ouvert\w*)"
    rf",? {_HORS}\b(?!{_INNOCENT})"
)
_NOMBRE = r"(?:\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)"
INTERFACES = re.compile(
    rf"\b(?:(?P<tout>(?:tou(?:te)?s (?:les|ses)|l'ensemble des|la totalite des|l'integralite des"
    rf"|chacune? des)) (?:\w+ )?"
    rf"|(?P<part>(?:une partie|la majorite|la plupart|certaine?s|{_NOMBRE}) (?:des|de ces|de ses"
    rf"|sur)(?: {_NOMBRE})? |(?:certaine?s|quelques) |\d{{1,2}} ?% (?:des|de) ))(?:{_QUOI})"
)
_ELEMENT = (
    r"\b(?:prise (?:de|des) (?:rendez-vous|rdv)|agregation|remontee des creneaux|int_r0\d"
    r"|creneaux (?:de )?(?:type )?(?:cpts|snp|pro|public)|flux|interfaces?"
    r"|comptes? (?:des? )?regul\w+"
    r"|suivi des (?:rendez-vous|rdv)|volet|cpts|sos medecins)\b"
)
_FAIT = (
    r"(?:compris|inclus|concern|couvert|vis|ouvert|deploy|livr|raccord|mis|activ|interfac|encore"
    r"|disponible|operationnel)"
)
_TRANCHE = r"\b(?:tranche|lot|phase|etape|palier|jalon)"
AMPUTE = re.compile(
    rf"{_ELEMENT}[^.;:]{{0,90}}?\b(?:n'(?:est|a|ont|y est)|ne (?:sont|sera|seront)) (?:pas|point)"
    rf"(?: \w+){{0,2}}? {_FAIT}"
    rf"|{_ELEMENT}[^.;:]{{0,60}}?\b(?:est|sont|reste|restent|sera|seront)"
    r" (?:\w+ )?(?:report|differ|repouss|hors perimetre|exclu)"
    rf"|{_ELEMENT}[^.;:]{{0,60}}?\b(?:viendr\w+|suivr\w+|fer(?:a|ont) l'objet d'une? (?:\w+ )?"
    r"(?:mise en|proces|second|autre|ulterieur|pv))"
    rf"|{_TRANCHE}s? (?:n° ?)?(?:2|ii|deux|suivant\w*)\b"
    r"(?:(?!\b(?:verification|vsr)\b)[^.;:]){0,90}?"
    r"\b(?:reste\w* a|a livrer|planifi|ulterieur|sera|seront|prevue?)"
    r"|\breste(?:nt)? a (?:ouvrir|livrer|raccorder|deployer|developper|interfacer|activer"
    r"|mettre en (?:service|production))\b"
)
REPONDU = re.compile(
    rf"\bperimetre\b[^.;:?]{{0,60}} ?\?\s*(?:r(?:eponse)? ?: ?)?(?:le )?(?:perimetre )?"
    rf"(?:(?P<complet>{COMPLET})|{PARTIEL})"
)
MOTIFS = (ADJECTIF, APPOSE, REPONDU, PART_OU_TOUT, ACTE_QUALIFIE, SANS_RESTRICTION, ACTE_RESTREINT,
          SEUL_OUVERT, INTERFACES, AMPUTE)  # fmt: skip

AUTRE_NOM = re.compile(
    r"\b(?:dossier|exemplaire|formulaire|temps|rapport|document|caractere|acces|delai|montant"
    r"|hors|sauf|relatif|nombre|perimetre)\b|, (?:et|mais|qui|dont|le|la|les|l'|un|une)\b"
)
ATTRIBUT = re.compile(
    r": |= |\b(?:est|n'est|demeure|reste|soit|etant|juge|declare|dit|repute|reconnu|constate|retenu"
    r"|verifie|couvert|deploye|s'avere)(?: \w+){0,3}[ ,\"]+$"
)
ACTE = re.compile(
    r"\b(?:port\w+|prononc\w+|correspond\w*|couvr\w+|concern\w+|va(?:ut|lent)|s'enten\w+|s'eten\w+"
    r"|constat\w+|act\w+|decid\w+|constitu\w+|attei\w+|attest\w+|reten\w+|vis\w+|effet|(?:en"
    r"|au) service"
    r"|en production|ouver\w+|deploy\w+|intervien\w+|effectu\w+|realis\w+|verifi\w+|reguli\w+"
    r"|regularite|vsr|au titre|s'agit|accord\w*|proced\w+|observ\w+|fonctionn\w+|limit\w+|declar\w+"
    r"|admi\w+|profit|valid\w+|pour (?:un|le|son|l')|porte|etend\w*|acquise?|interfac\w+|livr\w+)\b"
)
CITANT = re.compile(
    r"\b(?:stipulations?|clauses?|dispositions?|hypotheses?|notions?|definitions?|mentions?"
    r"|options?"
    r"|regimes?|relati\w+|eventualite|en cas|contrair\w+|exclu(?:ant|t|re|sion)|distin\w+|termes?"
    r"|expressions?|articles?|avenants?|vers|formule|ecart\w+|refus\w+|interdi\w+|different\w*"
    r"|dernier|formulaire)\b"
)
PRESENT = re.compile(
    r"\b(?:porte|concerne|couvre|correspond|vaut|s'entend|est|sont|constatent?|actent|acte"
    r"|prononcent?|au titre|limitee?)\b"
)
OUVRE = re.compile(
    r"[\W\d]*(?:(?:art(?:icle)?|titre|section|point|objet|r|reponse|q|nb|etendue|nature|rappel) ?"
    r"[\d.:)-]*\s*)?(?:er\b)?[\W\d]*(?:(?:le|la|un|une|en|l'|sur|dans|pour|du|de|au|son|tout"
    r"|a)\b ?)*"
)
FERME = re.compile(r" ?(?:$|[.,;:!?(\")–/☐☒-])|[\d¹²³*]")
VERBE_APRES = re.compile(
    r" (?!(?:de|du|des|a|au|aux|en|pour|sur|avec|et|ou|par|le|la|les|dans|sans)\b|[dl]'|[\d(-])"
)
UN = re.compile(r"\b(?:une?|tout|toute)\b ?$")
PRONONCE_APRES = re.compile(
    r" (?:est|a ete|sont|etant) (?:\w+ ){0,2}?(?:prononc|constat|attei|ouver|reten|act|mis|couver"
    r"|deploy|verifi|valid|observ|en (?:service|production))\w*"
)
DEFINI_APRES = re.compile(
    r"[^.;:]{0,40}(?:\b(?:s'entend|designe|comprend les|signifie)\b|\best (?:celui|defini)\b"
    r"|\ba ete (?:presente|rappele)\b)| ?\(?\bou (?:perimetre )?partiel| ?/ ?partiel"
)
ECARTE_APRES = re.compile(
    r"[^.;:]{0,90}?(?:n'est pas (?:eligible|retenu|applicable|envisag)|\bsans (?:objet|application)"
    r"|n'a pas (?:a|lieu|eu|ete)\b|\ba(?:yant|vait)? ete (?:\w+ )?(?:etendu|elargi|complete"
    r"|remplace)|\becart"
    r"|\babandonn|n'ouvr|ne (?:donne|permet|saurait|peut|sera)"
    r"|n'est (?:pas|plus|point) |\bs'entend\b|\bdesigne\b|\best (?:celui|defini)\b|\bexclu)"
    r"|[^.;:]{0,12}: ?(?:sans objet|neant|non\b)"
)
_NON_FAIT = r"(?:atteint|ouvert|couvert|en service|acquis|encore|totalement|realise|deploye)"
NIE_APRES = re.compile(
    rf"[^.,;:]{{0,30}}?(?:n'(?:est|etant|a|ayant)|ne (?:sera|soit)) (?:pas|point|ete)\b"
    rf"[^.,;:]{{0,20}}{_NON_FAIT}|,? (?:non|pas(?: encore)?) {_NON_FAIT}"
)
NE_PAS = re.compile(
    r"(?:\b(?:ne(?= )|n'(?=[a-z]))(?! ?(?:remet|f(?:ait|ont) obstacle|affect|empech|s'oppos"
    r"|chang|alter|compromet|entrav))[^,;:.]{0,70}\b(?:pas|point|guere|que partiellement)\b"
    r"|\bpas encore\b|\bloin d|\bsans (?:couvrir|atteindre|porter|concerner)|\bnon\b(?! seulement)"
    r"|\bet pas\b)(?:(?!partiel|\bmais\b|\bet\b|\blimit)[^,;:.]){0,60}$"
)
NE = re.compile(r"\b(?:ne(?= )|n'(?=[a-z]))")
PAS = re.compile(r"\b(?:pas|point|ni|aucun\w*)\b")
MAIS_COMPLET = re.compile(rf",? mais (?:\w+ ){{0,2}}{COMPLET}")
QUE = re.compile(r"\bqu(?:e\b|')")
A_VENIR_AVANT = re.compile(
    r"(?:\ben attendant|\bdans l'attente d|\bpour atteindre|\bavant d'atteindre|\bjusqu'a)"
    r"[^,;:.]{0,30}$"
)
A_VENIR_APRES = re.compile(
    r"[^.;:,]{0,30}?\b(?:sera|etant (?:vise|attendu|prevu)|est (?:vise|attendu|prevu)|aura ete"
    r"|devra etre|reste a)\b"
)
AU_PROFIT = re.compile(
    r"(?:au profit|remplac\w+ par|desormais|rejoin\w+|partiel (?:a|au|vers))[^,;:.]{0,25}$"
)
REPONSE = re.compile(
    r"\s*[ :?|=)\"-]*\s*(?:r(?:eponse)?[.: ]+)?"
    r"(?:(?P<a>[☒☐]) ?oui\b,? ?(?P<b>[☒☐]) ?non\b|oui (?P<c>[☒☐]) ?non (?P<d>[☒☐])"
    r"|[☒ ]*(?P<seul>oui|non)\b(?! (?:pas|seulement|sans|partiel|atteint|ouvert|encore|couvert)))"
)
EN_SERVICE_APRES = re.compile(
    r"[^.;:]{0,90}?\b(?:est|sont|a ete|ont ete|etant|ayant ete)\b[^.;:,]{0,20}"
    r"\b(?:mis\w* en (?:service|production)|en (?:service|production)|ouver\w+)\b"
)
ACTE_SUR = re.compile(
    r"(?:\bmise en (?:service|production)|\bvsr|\bverification|\bperimetre|\belle"
    r"|\bconstatations?)\b"
    r"[^.;:]{0,80}\b(?:porte\w*|concern\w+|couvr\w+|vau?t|pour|sur|etend)[^.;:,]{0,12}$"
    r"|\bseule?s? $"
)
PREVUES = re.compile(
    r"\b(?:prevu|stipul|decrit|vis|defini|contractuel|attendu|de la convention|exig)"
)
RETRANCHE = re.compile(
    rf"^[^.;:]{{0,70}}?(?:[ ,(]{_HORS}\b(?!{_INNOCENT})|\bmoins (?:le|la|l')|\ba completer\b)"
)


def reponse_oui(reponse: re.Match[str]) -> bool:
    """The answer to a question is « oui », or its box is the ticked one."""
    if reponse["seul"]:
        return reponse["seul"] == "oui"
    return (reponse["a"] or reponse["c"]) == "☒"
