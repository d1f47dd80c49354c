"""The words that tell the attestations apart; patterns for the normal form."""

from __future__ import annotations

import re

from segur_payment.dossier import Preuve

FORMATION = re.compile(
    r"\b(?:formations?|formatifs?|pedagogi\w+|didacticiels?|tutoriels?|former"
    r"|guides?|e-learning|modules?)\b"
)


COMMUNICATION = re.compile(
    r"\b(?:(?:avons|avoir|a|ont|ai) (?:ecrit|envoye|adresse|contacte)|communi\w+"
    r"|inform\w+|avis\w+|notifi\w+|campagne|prevenu\w*|e-?mailing"
    r"|sensibilis\w+|courriers?|courriels?|lettre d'information|message)\b"
)


CRENEAUX = re.compile(r"\b(?:creneaux?|disponibilites?|plages?)\b")


REMONTER = re.compile(
    r"\b(?:remont\w+|transm\w+|envoy\w+|envoi\w*|publi\w+|partag\w+|exposer?"
    r"|exposition|synchronis\w+|agreg\w+|mettre a disposition|mise a disposition"
    r"|communiqu\w+|fournir|diffus\w+|alimenter|verser|restitu\w+|afficher"
    r"|reporter)\b"
)


EFFECTEURS = re.compile(
    r"\beffecteurs?\b|\beffectrices?\b|professionnels? de sante|\bpraticiens?\b|medecins?\b"
)


NIE = re.compile(
    r"\b(?:n'(?:a|ont|ai|est|avons)|ne (?:sont|seront|sera|sont))\b[^.;]{0,40}\b(?:pas"
    r"|point|encore|aucun\w*)\b"
)


Enonce = tuple[str, Preuve]
