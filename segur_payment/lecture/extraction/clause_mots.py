"""The words of the clause to effecteurs: who receives, what is done, which data of whom."""

from __future__ import annotations

import re

SAS = re.compile(
    r"\bservices? d'acces aux soins|\b(?:plate-?forme|pf|portail|dispositif|outil|systeme)"
    r"(?: [\w']+){0,4}? (?:du |de |d'|\()?sas\b|\bplate-?forme numerique nationale\b"
    r"|\b(?:le|au|du) sas\b(?! au capital|,? societe)"
)
TRANSMETTRE = re.compile(
    r"\b(?:transm\w+|communi\w+|envoy\w+|envoi\w*|remont\w+|partag\w+|(?<!patients )adress\w+"
    r"|destinataires?|tiers autorises?"
    r"|mis\w* a (?:la |sa )?disposition|met \w+ a (?:la |sa )?disposition"
    r"|transfer\w+|transit\w+|export\w+|diffus\w+|echang\w+|alimente\w*|publi\w+|acces a|accede\w*"
    r"|accessibles?|fourni\w*|recoi\w+|recevra|visibles?|synchronis\w+|reverse\w*|verse\w*"
    r"|achemin\w+|relay\w+|parven\w+|parvien\w+|confie\w*|cede\w*|cedees?|livre\w*|apparai\w+"
    r"|affiche\w*|consult\w+|repercut\w+|(?:va|vont|passe\w*|sortent) (?:aussi )?"
    r"(?:vers|a|au|dans|chez)|(?:part|partent|partiront)(?: [\w']+){0,4}? (?:vers|a|au|dans)"
    r"|qui recoit|expose\w*|obtien\w*|obtenu\w*|interroge\w*|lisibles?|recuper\w+|collect\w+"
    r"|releve\w*|lue?s? par|voi[tr]\b|interroge\w*"
    r"|le (?:sont|seront|sera))\b"
)
DONNEES = re.compile(
    r"\b(?:donnees?|informations?|creneaux?|disponibilites?|coordonnees|identifiants?|identite"
    r"|agendas?|(?<!prise de )rendez-vous|plages|rpps)\b"
)
PATIENTS = re.compile(r"\b(?:(?:de )?(?:vos|ses|leurs|nos|votre|son) |des? |les |du )?patients?\b")
DE_L_EFFECTEUR = re.compile(
    r"\beffect(?:eur|rice)\w*|\bpraticien\w*|\bmedecins?\b|\bprofession\w+|\bvos\b|\bvotre\b"
    r"|\bvous concernant|\badherent\w*|\butilisat(?:eur|rice)s?\b|\bclients?\b|\bcreneaux?\b"
    r"|\bdisponib\w+|\brpps\b"
    r"|\bagendas?\b|\bplanning\w*|\bplages\b|\bsoignant\w*|\bdocteurs?\b|\bcabinets?\b"
)
LES_LEURS = re.compile(
    r"\b(?:vos|votre|leurs?|nos|effect(?:eur|rice)s?|praticiens?|medecins?|professionnels de sante"
    r"|clients?|utilisateurs?|adherents?|cabinets?|soignants?)\b"
)
SANS_VERBE = re.compile(
    r"transmissions?|communications?|envois?|remontees?|partages?|mise a (?:la )?disposition"
    r"|transferts?|exports?|diffusions?|echanges?|publications?|synchronisation|acces a"
    r"|collectes?|releves?|affichages?|consultations?"
)
