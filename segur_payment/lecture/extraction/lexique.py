"""Lexical fields of the statements: who, what, how far; patterns for the normal form."""

from __future__ import annotations

import re

REGULATEURS = re.compile(
    r"\bregulat(?:eurs?|rices?)\b|(?<!protection )\bregulation\b|\barm\b|\bosnp\b"
    r"|\bcentres? (?:de regulation|15)\b|\bcrra\b"
    r"|\bassistants? de regulation|\boperateurs? de soins non programmes\b"
)
EFFECTEURS = re.compile(
    r"\beffect(?:eurs?|rices?)\b|\bprofessionnels? de sante\b|\bpraticiens?\b|\bmedecins?\b"
    r"|\badherents?\b|\bclients?\b(?! de la)"
)
FORMATION = re.compile(
    r"\b(?:formations?|formatifs?|apprentissages?|former|pedagogi\w+|didacti\w+|tutoriels?|tutos?"
    r"|e-learning"
    r"|prise en main|guides?|manuels?|kits?|livrets?|modules?|modes? d'emploi)\b"
)
SUPPORTS_DE_FORMATION = re.compile(
    r"\b(?:documents?|documentations?|documentee?s?|supports?|materiels?|contenus?|ressources?"
    r"|fiches?|guides?|manuels?|kits?|livrets?|modules?|tutoriels?|tutos?|videos?|diaporamas?"
    r"|e-learning|memos?|modes? d'emploi|parcours|brochures?|notices?)\b"
)
PRODUIRE = re.compile(
    r"\b(?:produi\w+|production|elabor\w+|redig\w+|redaction|realis\w+|etabli\w*|cree\w*"
    r"|creation|concu\w*|conception|finalis\w+|prepar\w+|edit(?:e|er)\w*"
    r"|mis\w* a (?:la )?dispo\w+)\b"
)
INFORMER = re.compile(
    r"\b(?:communi\w+|inform\w+|avis(?:e|er)\w*|averti\w*|notifi\w+|preven\w+|sensibilis\w+"
    r"|destinataires?|campagnes?|e-?mailings?|courriers?|courriels?|lettres?|circulaires?"
    r"|messages?|bandeau\w*"
    r"|contacte\w*|(?:porte\w*|mis\w*) a la connaissance|a la connaissance"
    r"|ecrit\w* (?:a|aux)|adress\w+)\b"
)
CRENEAUX = re.compile(r"\b(?:creneaux?|disponibilites?|plages?)\b")
REMONTER = re.compile(
    r"\b(?:remont\w+|transm\w+|envoy\w+|envoi\w*|publi(?:e|er|ee|ees|es|cation|ons|era)\b|partag\w+"
    r"|expos(?:er|e|ition|era|ons)\b|synchronis\w+|agreg\w+|mettre a disposition"
    r"|mise a disposition|communiqu\w+|fournir|diffus\w+|aliment\w+|verser|reverser|restitu\w+"
    r"|afficher|reporter|rendre visibles?|ouvrir|parv(?:enir|ien\w+)|achemin\w+)\b"
)
ENGAGEMENT = re.compile(
    r"\bengage\w*|\bs'oblige\w*|\bm'oblige|\bgaranti\w+|\bnous (?:remonterons|transmettrons)\b"
    r"|\b(?:remontera|transmettra|publiera|alimentera)\b"
)
TOUS = re.compile(
    r"\b(?:ensemble|tous|toute?s?|tout|totalite|integralite|integralement|chaque|chacune?"
    r"|sans (?:aucune )?(?:exception|exclusive|distinction)|aucun \w+ n'a ete (?:laisse|oublie"
    r"|omis))\b"
)
GENS = re.compile(
    r"\b(?:ceux|celles|celui|effecteurs?|praticiens?|professionnels|medecins?|clients?|centres?"
    r"|structures?|cabinets?|remplacants?|exercices?|adherents?|abonnes?|utilisat\w+|titulaires?"
    r"|comptes?|specialistes?|generalistes?|dentistes?|infirmier\w*|sages-femmes?|kinesi\w+"
    r"|confreres?|personnes?|etablissements?|hopita\w+|cliniques?|maisons?|msp|offres?|formules?"
    r"|regions?|departements?|souscripteurs?|soignants?|docteurs?|liberaux|salaries?)\b"
)
