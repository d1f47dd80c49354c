"""The sentence that tells effecteurs that part of their data goes to the plateforme numérique SAS.

It names the Service d'accès aux soins (a company « X SAS » is something else), some data, and
that they go there; a sentence that denies it, or leaves it to a later agreement, does not.

The FAQ asks for CGU « notifiant la transmission »: general conditions are accepted before any
data leaves, so that an honest one is often in the future (« transmettra ») or tells what the
éditeur may do (« pourra transmettre », « est susceptible de », « peut être transmise »): who
accepts it knows where his data may go, and nothing more has to happen. A project (« envisage
de », « à terme », « une prochaine version »), a later agreement and the conditional tell him of
no transmission: one would still have to be decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from segur_payment.lecture.document import Vue
from segur_payment.lecture.extraction import clause_mots as mots
from segur_payment.lecture.extraction.modalites import Etat, etat, indecis, projete, refuse
from segur_payment.lecture.extraction.reponses import affirmation
from segur_payment.lecture.extraction.tournures import affirmer

_NEGATION = re.compile(
    r"\b(?:ne\b|n') ?[^.;]{0,60}?"
    r"\b(?:pas|jamais|aucune?|nullement|ni|point|personne|rien)\b|\baucune?\b"
    r"|\bni\b|\b(?:surtout|et|mais|non) pas\b|\bpersonne d'autre\b|\bsans (?:\w+ ){0,2}?transm"
    r"|\b(?:ne\b|n') ?[^.;]{0,40}?\bdavantage\b"
)
_SAUF_LUI = re.compile(
    r"\b(?:sauf|hormis|hors|excepte|a (?:l'|la seule )exception|autres? que|exception faite"
    r"|si ce n'est|que)"
    r"(?: [\w',]+){0,4} ?$|\bne [^.;]{0,60}\bque\b(?!.*\bni\b)"
)
_LUI_COMPRIS = re.compile(r" (?:comprise?|incluse?)\b")
_PLUS_TARD = re.compile(
    r"\bce n'est (?:pas|plus) le cas\b|\bun jour\b|\bpourra(?:it|ient)?, si\b"
    r"|\bpourr(?:a|ont|ait|aient)\b[^.;]{0,60}\b(?:le cas echeant|si l|si vous|si nous)"
    r"|\b(?:le cas echeant|a l'avenir)\b[^.;]{0,60}\bpourr(?:a|ont|ait|aient)\b"
    r"|\bdate (?:qui (?:vous )?sera|communiquee|precisee|fixee)[^.;,]{0,40}\bulterieure"
    r"|\bdate ulterieure\b"
    r"|\b(?:est|sont|ete) (?:supprime|abandonne|suspendu|interrompu|desactive)"
    r"|\betudi(?:e|ons|ent)\b|\bsi vous (?:signez|souscriv)"
    r"|\bprojet de (?:raccordement|transmission)"
    r"|\bn'est pas (?:encore )?(?:raccorde|interface|actif)"
)
_REPORTE = re.compile(
    r"\ba l'avenir\b|\ba terme\b|\bautrefois\b|\bjadis\b|\bpar le passe\b"
    r"|\bplus tard\b|\ble moment venu\b|\bprevoir[ao]\w*|\b(?:prevo\w+|prevu\w*) (?:de "
    r"|d')\w+(?:er|ir|re)\b|\b(?:ne |n')[^.;,]{0,50}\bqu(?:e |')(?:apres|une fois|lorsqu|si"
    r"|a compter|a partir)|\best prevue?\b"
    r"|\bf(?:ait|ont) l'objet d'une? (?:\w+ )?(?:avenant|negociation|discussion|decision)"
    r"|\b(?:reste|est|sont) (?:subordonne|soumis|conditionne)\w*"
)
_A_DEFAUT_DE_REFUS = re.compile(
    r"\b(?:qui (?:ne |n')|n'ayant|n'aya|sauf|hors|a defaut d|en l'absence d|tant qu|a moins qu"
    r"|faute d)"
    r"[^.;]{0,60}?\b(?:refus|oppos)\w*(?:[^.;,]{0,60}?\bsas\b)?"
)
_IL_TRANSMET = re.compile(
    r" (?:vous |nous |lui |leur )?(?:transmet|envoie|communique|adresse|fournit|remonte|restitue"
    r"|partage"
    r"|diffuse)(?:ra)?\b"
)
_DECRIT = re.compile(
    r"[^.;:]{0,50}?\b(?:est|designe|constitue) (?:une?|le|la|l'|un) ?"
    r"(?:\w+ ){0,2}?(?:service|plate-?forme|outil|dispositif|portail|systeme|interface)"
)
_CONCESSION = re.compile(r"\W*(?:bien qu|quoiqu|encore qu|meme si|alors qu|tandis qu)")
_REPRISE = re.compile(
    r"\b(?:lui|y|elle|celle-ci|celui-ci|cette plateforme|ce dernier|leur|pour cela|cet envoi"
    r"|cette transmission|ces (?:donnees|informations))\b"
)
_COUPE = re.compile(r"[,;:()]|[.?!](?= )| mais | seules? |\ben revanche\b|\btoutefois\b")
_INCISE = re.compile(
    r",( (?:a|en|de|pour|notamment|toutefois|cependant|par|dans|sous|actuellement)\b[^,;.]{1,30}),"
)
_COMPLEMENT = re.compile(r"\b(?:a|au|dans|d'ici|plus|un jour|le moment|\w+ment)\b[^,]{0,25}$")
_TITRE = 90
_AVANT, _APRES, _LONGUEUR = 160, 350, 700
_RECUL, _ITEMS = 1500, 8


def clause_de_transmission(vue: Vue) -> tuple[int, int] | None:
    """The span of the first passage that says it, or None."""
    for trouve in vue.chercher(mots.SAS):
        titre = vue.phrase(trouve.start())
        if _est_un_titre(vue.normal[slice(*titre)]):
            if suite := _sous_le_titre(vue, titre):
                return suite
            continue
        if _est_une_question_niee(vue, titre):
            continue
        for debut, fin in _passages(vue, trouve.start(), trouve.end()):
            if _le_dit(vue.normal, debut, fin, trouve):
                return debut, min(fin, debut + _LONGUEUR)
    return None


def _est_une_question_niee(vue: Vue, phrase: tuple[int, int]) -> bool:
    """« Mes données vont-elles à la plateforme SAS ? Non. »"""
    question = vue.normal[slice(*phrase)]
    if not question.endswith("?"):
        return False
    reponse = vue.normal[slice(*vue.phrase(phrase[1] + 1))]
    return not affirmation(question, reponse)


def _passages(vue: Vue, debut_sas: int, fin_sas: int) -> Iterator[tuple[int, int]]:
    """The sentence, then with the one that announces it, then with the one that goes on."""
    debut, fin = vue.phrase(debut_sas)
    debut = max(debut, debut_sas - _RECUL)
    fin_utile = min(fin, fin_sas + _APRES)
    yield debut, fin_utile
    avant = vue.phrase(max(0, debut - 2))[0]
    annonce = vue.normal[avant:debut].rstrip()
    if avant < debut and (annonce.endswith((":", ";", ",")) or debut - avant < _AVANT):
        yield avant, fin_utile
    if vue.normal[debut:fin].rstrip().endswith(":"):
        yield debut, _fin_de_la_liste(vue, fin)
    if fin + 1 < len(vue.normal):
        apres = vue.phrase(fin + 1)[1]
        suite = vue.normal[fin:apres]
        if fin - debut < _TITRE or vue.normal[debut:fin].endswith(":") or _REPRISE.search(suite):
            yield debut, min(apres, fin + _APRES)


def _fin_de_la_liste(vue: Vue, fin: int) -> int:
    """Where the items end that « sont transmises au SAS : » announces."""
    for _ in range(_ITEMS):
        if fin + 1 >= len(vue.normal) or vue.normal[:fin].rstrip()[-1:] not in ":;,":
            break
        fin = vue.phrase(fin + 1)[1]
    return fin


def _est_un_titre(phrase: str) -> bool:
    """Short, without a verb, without a full stop: « 6. Transmission de données au SAS »."""
    if len(phrase) >= _TITRE or phrase.rstrip().endswith((".", ";")):
        return False
    dits = [m[0] for m in mots.TRANSMETTRE.finditer(phrase)]
    return bool(dits) and all(map(mots.SANS_VERBE.fullmatch, dits))


def _sous_le_titre(vue: Vue, titre: tuple[int, int]) -> tuple[int, int] | None:
    """The heading with the sentence below it, when that one tells of a transmission.

    A heading alone promises a clause and says nothing: « sans objet » may stand below it.
    """
    debut, fin = vue.phrase(titre[1] + 1)
    corps = vue.normal[debut:fin][:_APRES]
    dit = debut >= titre[1] and mots.TRANSMETTRE.search(corps) and mots.DONNEES.search(corps)
    if not dit or _est_un_titre(corps) or _ecarte(corps) or _PLUS_TARD.search(corps):
        return None
    return titre[0], debut + len(corps)


def _le_dit(normal: str, debut: int, fin: int, sas: re.Match[str]) -> bool:
    texte = _A_DEFAUT_DE_REFUS.sub(lambda m: " " * len(m[0]), normal[debut:fin])
    transmettre = list(mots.TRANSMETTRE.finditer(texte))
    if not transmettre or not mots.DONNEES.search(texte) or _PLUS_TARD.search(texte):
        return False
    if _des_patients(texte) or (
        _DECRIT.match(normal, sas.end()) and not mots.LES_LEURS.search(texte)
    ):
        return False
    place = sas.start() - debut
    if _IL_TRANSMET.match(normal, sas.end()):
        return False
    if _SAUF_LUI.search(texte[max(0, place - 90) : place]):
        return True
    if _LUI_COMPRIS.match(texte, sas.end() - debut):
        return not _NEGATION.search(texte)
    verbe = min(transmettre, key=lambda m: abs(m.start() - place))
    if any(_reporte(_ouverture(texte, p)) for p in (place, verbe.start())):
        return False
    return not any(_ecarte(_proposition(texte, p)) for p in (place, verbe.start()))


def _ecarte(proposition: str) -> bool:
    """The clause denies the transmission, refuses it, or puts it off."""
    if _CONCESSION.match(proposition):
        return False
    if _reporte(proposition) or indecis(proposition):
        return True
    proposition = affirmer(proposition)
    if _NEGATION.search(proposition):
        return True
    return refuse(proposition) or etat(proposition) is Etat.SUPPOSE


def _reporte(proposition: str) -> bool:
    return _REPORTE.search(proposition) is not None or projete(proposition)


def _des_patients(texte: str) -> bool:
    """Only data of the patients are meant."""
    reste, patients = mots.PATIENTS.subn(" ", texte)
    return patients > 0 and not mots.DE_L_EFFECTEUR.search(reste)


def _ouverture(texte: str, place: int) -> str:
    """The complement that opens the sentence of a place: « À terme, … »."""
    phrase = re.split(r"[;:.?!] ", texte[:place])[-1]
    ouverture, virgule, _ = phrase.partition(",")
    complement = _COMPLEMENT.search(ouverture) if virgule else None
    return complement[0] if complement else ""


def _proposition(texte: str, place: int) -> str:
    """The clause around a place; « , à ce jour, » does not part it."""
    texte = _INCISE.sub(lambda m: f" {m[1]} ", texte)
    coupes = [m.span() for m in _COUPE.finditer(texte)]
    debut = max((fin for _, fin in coupes if fin <= place), default=0)
    fin = min((debut for debut, _ in coupes if debut > place), default=len(texte))
    return texte[debut:fin]
