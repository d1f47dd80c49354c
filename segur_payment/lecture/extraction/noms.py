"""Names of companies and products in a text: where they end, and what is no such name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segur_payment.dossier import Preuve
from segur_payment.langue.noms import est_forme_sociale
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Vue
from segur_payment.lecture.extraction.mentions import mention_de_signature

NOM = (
    r"(?:[A-ZÀ-Ý]|\d{1,9}[A-Za-z])[\wÀ-ÿ&'’+.\-]{0,80}+(?: (?:(?:de|du|des|la|le|les"
    r"|et|&|d['’]|by|pour|en) )?[A-ZÀ-Ý0-9&][\wÀ-ÿ&'’+.\-]{0,80}+){0,5}"
)
_FIN_DE_NOM = re.compile(
    r"\s*(?:[,;(»\n]|\.\s|\s[–—-]\s|\b(?:SIREN|SIRET|RCS|au capital|immatricul"
    r"|Madame|Monsieur|dont|sise|représent|ci-après|version|en version)\b).*$",
    re.DOTALL | re.IGNORECASE,
)
_DEBUT_DE_PHRASE = re.compile(r"(?:L['’]|D['’]|Les? |La |Une? |Des )[a-zà-ÿ]")
_AUTRE_ORGANISME = re.compile(
    r"agence d[ue]|\bans\b|\basp\b|numerique en sante|services et de paiement"
    r"|service d'acces aux soins|\bprestation segur\b"
    r"|\bsas\b plateforme|plateforme numerique|interfacee?|conforme|logicielle|^l[ae]s? "
    r"|^pro sante connect\b"
)


MOT_DE_FORMULAIRE = re.compile(
    r"(?:denomination|version|organisme|raison|siren|siret|adresse"
    r"|nom|qualite|fonction|date|montant|phase|type"
    r"|interlocuteur|demande|dispositif|identification|coordonnees|signataire"
    r"|contact|forme|siege|concernee?|numero|n°|mel|objet"
    r"|periodes?|perimetre|environnement|statut|resultat|piece|le|la|les|cette"
    r"|son|sa|ses|notre|est|a)\b(?! (?:de |du )?[a-z]+ [a-z]+ sante)|\d{1,2}[/.]\d|non\b|oui\b"
)
_NOM_COMMUN = re.compile(
    r"(?:plate-?forme|partage|dispositif|interface|projet|programme|pole|contacts?"
    r"|support|assistance|espace|volet|option|creneaux|usages|article|annexe"
    r"|presente?s?)\b"
)
_LIGNE_COUPEE = re.compile(r"\n(?<!\n\n)(?!\n)")
_FIN_DE_NOM_PROPRE = re.compile(r"[A-ZÀ-Ý][\w'’-]+ $")
_CHIFFRES_MAX = 7


def nettoyer(texte: str) -> str:
    """The name that a text begins with; empty for the beginning of a sentence."""
    nom = texte.strip(' «»"“”.:,;*').removeprefix("« ")
    if _DEBUT_DE_PHRASE.match(nom):
        return ""
    return _FIN_DE_NOM.sub("", nom).strip(' «»"“”.:,;-')[:120]


def est_etranger(nom: str) -> bool:
    """Words of a form, a public body, a number or a mention: the name of no éditeur or solution."""
    normal = normaliser(nom)
    chiffres = sum(c.isdigit() for c in nom)
    if (
        est_forme_sociale(re.sub(r"[\d .]+", " ", nom))
        or re.fullmatch(r"[ivx]+|l'an .*", normal)
        or chiffres > _CHIFFRES_MAX
    ):
        return True
    if MOT_DE_FORMULAIRE.match(normal) or mention_de_signature(nom):
        return True
    return len(normal) < 2 or _AUTRE_ORGANISME.search(normal) is not None or len(normal.split()) > 8


def en_phrase(vue: Vue, motif: re.Pattern[str]) -> Iterator[tuple[str, Preuve, str]]:
    """Each name found, its proof, and what follows it, far enough to hold a version."""
    for trouve in motif.finditer(_LIGNE_COUPEE.sub(" ", vue.texte.original)):
        groupe = str(trouve.lastgroup)
        if trouve[0][:1].isupper() and _FIN_DE_NOM_PROPRE.search(trouve.string, 0, trouve.start()):
            continue  # « Vosges Logiciel Médical » names a company
        nom = " ".join(nettoyer(trouve[groupe]).split())
        if not nom or est_etranger(nom) or _NOM_COMMUN.match(normaliser(nom)):
            continue
        debut, fin = (vue.texte.depuis_original(p) for p in trouve.span(groupe))
        suite = vue.texte.original[trouve.end(groupe) : trouve.end(groupe) + 30]
        yield nom, vue.preuve(debut, fin), suite
