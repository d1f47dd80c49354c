"""The words of a signature block: mention of signature, name, quality, date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from segur_payment.langue.dates import dates
from segur_payment.langue.normalisation import Texte
from segur_payment.langue.phrases import phrases

_CIVILITE = r"(?:(?:M\.|Mme|Mlle|Monsieur|Madame|Dr\.?|Docteur|Pr\.?|Me)\s+)"
_LETTRES = r"(?:[^\W\d_]|['’])"
_MOT = (
    rf"(?:[A-ZÀ-ÝŒ]\.(?:-?[A-ZÀ-ÝŒ]\.)?"
    rf"|[A-ZÀ-ÝŒ]{_LETTRES}{{0,60}}+(?:[-‐–]{_LETTRES}{{1,60}}+){{0,5}}+)"
)
"""Bounded and never tried again shorter: a page-long word costs in proportion to its length."""
_PARTICULE = r"(?:(?:de|du|des|la|le|van|von|ben|el|d['’])\s*)"
PERSONNE = re.compile(rf"{_CIVILITE}?{_MOT}(?:\s+{_PARTICULE}{{0,2}}{_MOT}){{1,3}}")
_PAS_UN_NOM = re.compile(
    r"\b(?:agence|numerique|sante|editeur|societe|titulaire|signature|date"
    r"|fait|pour|qualite|fonction|nom|prenom"
    r"|president|presidente|directeur|directrice|gerant|gerante|responsable"
    r"|chef|cheffe|charge|chargee|delegue"
    r"|cachet|bon|lu|approuve|service|acces|soins|sas|sarl|pole|programme"
    r"|projet|paris|lyon|siren|siret"
    r"|procedure|plateforme|perimetre|recette|signe|mention|document|certificat"
    r"|representant|ville|tampon|raison|tva|rcs|siege|capital|communication"
    r"|formation|creneaux)\b"
)
_QUALITE = (
    r"(?:(?:co-?)?president(?:e)?|directeur|directrice|(?:co-?)?gerant(?:e)?"
    r"|responsable|chef(?:fe)?|charge(?:e)?|delegue(?:e)?"
    r"|cto|ceo|dg\b|pdg|dirigeant(?:e)?|fondateur|fondatrice|cofondat\w+|administrat\w+"
    r"|secretaire|associe(?:e)?|manager"
    r"|coordinat\w+|adjoint(?:e)?|representant(?:e)? legale?|mandataire|comptable"
    r"|pilote|product owner|tresori\w+)"
)
_FONCTION = re.compile(rf"(?<!\w){_QUALITE}(?!\w)")
_PAS_UN_TITRE = re.compile(
    r"\b(?:signe\w*|signature|date|fait|lu et|bon pour|cachet|page|siren|siret|@|pour l)\b|@|\d{4}"
)
_DU_SIGNATAIRE = (
    r"(?: (?:du |de la |de l')(?:personne )?(?:signataire|representant(?:e)?(?: legal(?:e)?)?"
    r"|declarant(?:e)?|demandeu(?:r|se)|habilitee))?"
)
_ETIQUETTE_NOM = re.compile(
    rf"(?:nom(?: et prenoms?)?{_DU_SIGNATAIRE}|prenom(?:s)?(?: et nom| nom|, nom)?|nom,? prenoms?"
    r"|nom / prenom|represente(?:e)? par|signataire|representant(?:e)?(?: legal(?:e)?)?"
    r"|identite|signature de)\s*(?:\([^)]*\))?\s*:?\s+"
)
_ROLE = (
    r"(?:l'|la |le )?(?:editeur|editrice|titulaire|fournisseur|prestataire|demande(?:ur|resse)"
    r"|beneficiaire|industriel|co-?contractante?|partie)\b"
)
"""What a company is in the act, and nobody in a company."""
_ETIQUETTE_QUALITE = re.compile(
    rf"(?<!\ben )(?<!\bsa )(?<!\bma )(?<!leur )(?:qualite|fonction){_DU_SIGNATAIRE}"
    r"\s*(?:\([^)]*\))?\s*:?\s+|(?:titre|poste) ?:\s*"
    rf"|en (?:sa |ma |leur )?qualite d(?:e |')(?!{_ROLE})(?:la |l')?"
)
_MENTION = re.compile(
    r"\b(?:document |acte |pv )?(?:(?:co-?)?signee?s?|approuvee?s?|validee?s? et signee?s?"
    r"|paraphe et signe|contresignee?)\b"
    r"(?: (?:electroniquement|numeriquement|a la main|manuscritement|en ligne))?(?: (?:via"
    r"|avec|sur) [\w'.+ -]{2,25}?)?"
    r"\s*(?:par\b|pour\b|:|,|-|le\b|\n|$)"
    r"|signature (?:electronique|numerique|qualifiee|avancee)(?: \w+)?(?: (?:de"
    r"|par|apposee par|du)\b|\s*:)"
    r"|\((?:signe|signee|sign\.)\)|\[(?:signe|signee)\]|/s/|\bsigne\b"
    r"|\bbon pour (?:accord|acceptation|validation|pv)\b|\blu et approuve\b|\bbon pour\b(?= )"
)
_CONSIGNE = re.compile(
    r"mention|preced|a signer|non signe|pas (?:encore |ete )?signe|sera signe"
    r"|seront signe|doit etre|doivent|attend|en attente"
    r"|a apposer|faire|manuscrite \(|parapher|obligatoire|n'est pas|n'a pas"
    r"|reserve a|a completer|non |sans |\b(?:sera|seront|serai(?:t|ent)|devra|devront)\b"
)
_CONSIGNE_APRES = re.compile(r"[ »\"]*\(?(?:mention|manuscrite?|a porter|a completer|precede)")
_AVANT_LA_MENTION = 1_000
_A_SIGNE = re.compile(r"\b(?:a|ont|avons)(?: bien)? $")
_APPOSE, _FIN = re.compile(r"[^\n]{4,110}[,–—(-] ?$"), re.compile(r"[ .)]*(?:\n|$)")
_A_REMPLIR = re.compile(r"[ ,:(-]{0,4}(?:par |le |pour )?(?:[.…_]{3,}|…|\[)|\s*,\s*(?:,|$)")
_SEULE = re.compile(
    r"bon pour (?:accord|acceptation|validation|pv)|lu et approuve|\((?:signe"
    r"|signee|sign\.)\)|\[signe"
)
_ARTICLE = re.compile(r"(?:le|la|les|l'|un|une|des|du|en|au|et|rcs)\b")
_SUITE_DE_LABEL = re.compile(r"(?:de la|de l'|du|des) ?[a-z]+ (?:logiciel|social|commercial)")
"""« NOM DE LA SOLUTION LOGICIELLE » : the words go on with the label."""
_INACHEVEE = re.compile(r"\b(?:d[eu]|des|la|aux?|et)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """Who signed, as what and when; ``debut`` and ``fin`` in the original text."""

    nom: str | None
    qualite: str | None
    date: dt.date | None
    debut: int = 0
    fin: int = 0


def mention_de_signature(original: str) -> Mention | None:
    """The first words that say that somebody signed; instructions to sign are none."""
    return next(mentions_de_signature(original), None)


def mentions_de_signature(original: str) -> Iterator[Mention]:
    """All of them, in their order."""
    texte = Texte.de(original, lignes=True)
    for trouve in _MENTION.finditer(texte.normal):
        if _A_REMPLIR.match(texte.normal, trouve.end()):
            continue
        fin = min(len(texte.normal), trouve.end() + 140)
        debut_o, _ = texte.intervalle(trouve.start(), trouve.start() + 1)
        _, fin_o = texte.intervalle(trouve.start(), fin)
        suite = original[debut_o:fin_o]
        suite = re.split(r"\n\s*\n", suite, maxsplit=1)[0] if "\n\n" in suite[60:] else suite
        mot = texte.normal[trouve.start() : trouve.end()]
        nom, qualite, jour = _personne(suite[len(mot) - 1 :]), fonction(suite), _date(suite)
        debut_avant = max(0, trouve.start() - _AVANT_LA_MENTION)
        avant = texte.normal[debut_avant : trouve.start()]
        if _A_SIGNE.search(avant) and not (nom and jour):  # « le 5 mai, Mme Martin a signé »
            sujet = texte.citation(debut_avant + phrases(avant)[-1][0], trouve.start())
            nom, jour = nom or _personne(sujet), jour or _date(sujet)
        depuis, fin_de_ligne = max(0, len(avant) - 112), _FIN.match(texte.normal, trouve.end())
        ligne = _APPOSE.search(avant, depuis) if fin_de_ligne else None
        if not nom and ligne:  # « Hélène Marchand, signé »
            nom = _personne(texte.citation(debut_avant + ligne.start(), debut_avant + ligne.end()))
        remplie = nom is not None or jour is not None
        if not (remplie or _SEULE.match(mot)) or _est_une_consigne(texte, trouve, remplie=remplie):
            continue
        yield Mention(nom, qualite, jour, debut_o, fin_o)


def _est_une_consigne(texte: Texte, trouve: re.Match[str], *, remplie: bool) -> bool:
    """Words that say how to sign, or that nobody did; a name or a date after a colon answers it."""
    avant = texte.normal[max(0, trouve.start() - 45) : trouve.start()]
    if remplie:
        return _CONSIGNE.search(re.split(r"[.:;\n]", avant)[-1]) is not None
    avant = avant.rsplit("\n\n", 1)[-1].rsplit(".", 1)[-1]
    return bool(_CONSIGNE.search(avant) or _CONSIGNE_APRES.match(texte.normal, trouve.end()))


def identite_du_bloc(lignes: Sequence[str], *, partout: bool = False) -> Mention:
    """Name, quality and date printed in a block; ``partout``: only labelled ones count."""
    nom = _etiquetee(lignes, _ETIQUETTE_NOM, _nom_simple)
    qualite = _etiquetee(lignes, _ETIQUETTE_QUALITE, _nettoyer) or _etiquetee(
        lignes, _ETIQUETTE_NOM, fonction
    )
    if qualite and not nom and PERSONNE.fullmatch(qualite) and not fonction(qualite):
        nom = qualite  # « Nom, qualité : Jeanne Martin, directrice »
    if qualite and nom and qualite in nom:
        qualite = _apres_le_nom(lignes, nom)
    if not partout:
        nom = nom or next((p for ligne in lignes if (p := _personne(ligne))), None)
        qualite = qualite or _fonction_des_lignes(lignes)
        qualite = qualite or (_apres_le_nom(lignes, nom) if nom else None)
    jour = None if partout else _date("\n".join(lignes)) or _date(" ".join(lignes))
    return Mention(nom, qualite, jour)


def _apres_le_nom(lignes: Sequence[str], nom: str) -> str | None:
    """What stands right after the name, on its line or on the next one: « resp. déploiement »."""
    rang = next((i for i, ligne in enumerate(lignes) if nom in ligne), None)
    if rang is None:
        return None
    reste = lignes[rang].split(nom, 1)[1]
    if (suite := re.match(r"\s*[,;–—(-]\s*(?P<q>[^\W\d_].*)", reste)) is not None:
        return _titre(suite["q"])
    suivante = lignes[rang + 1] if rang + 1 < len(lignes) and not reste.strip() else ""
    return _titre(suivante)


def _titre(texte: str) -> str | None:
    """Words that may be a function: no date, no label, no mention of signature."""
    avant = texte[: dates(texte)[0].debut] if dates(texte) else texte
    titre = re.sub(r"(?:,| le| du)?\s*$", "", avant).strip(" ,;–—()")
    normal = Texte.de(titre).normal
    lettres = sum(c.isalpha() for c in titre)
    if lettres < 3 or len(normal.split()) > 9 or ":" in titre or _PAS_UN_TITRE.search(normal):
        return None
    return titre[:80]


def _etiquetee(lignes: Sequence[str], motif: re.Pattern[str], lire: object) -> str | None:
    assert callable(lire)
    for rang, ligne in enumerate(lignes):
        texte = Texte.de(ligne)
        for trouve in motif.finditer(texte.normal + " "):
            if trouve.start() > 0 and texte.normal[trouve.start() - 1].isalnum():
                continue
            fin = len(texte.normal)
            reste = texte.citation(min(trouve.end(), fin), fin)
            if not re.search(r"\w", reste) and rang + 1 < len(lignes):
                reste = lignes[rang + 1]
            if valeur := lire(reste):
                return str(valeur)
    return None


def _nom_simple(reste: str) -> str | None:
    trouve = PERSONNE.match(reste.strip(" :–-"))
    return trouve[0] if trouve and not _SUITE_DE_LABEL.match(Texte.de(reste).normal) else None


def _nettoyer(reste: str) -> str | None:
    valeur = re.split(
        r"\s{2,}|[;,.\n]| (?:Date|Signature|Le|Nom|Fait)\b", reste.strip(" :–-…_."), maxsplit=1
    )[0]
    valeur = valeur.strip(" :–-…_.")
    normal = Texte.de(valeur).normal
    if len(valeur) < 2 or re.match(
        r"(?:date|signature|nom|prenom|le \d|fait|cachet|siren|siret)\b", normal
    ):
        return None
    return valeur[:80]


def _personne(texte: str) -> str | None:
    for trouve in PERSONNE.finditer(" ".join(texte.split())):
        mots = trouve[0].split()
        while len(mots) > 1:  # « Claire MARTIN Date » : the next label is no part of the name
            normal = Texte.de(" ".join(mots)).normal
            if not _PAS_UN_NOM.search(normal) and not _ARTICLE.match(normal):
                return " ".join(mots)
            mots.pop()
    return None


def fonction(texte: str) -> str | None:
    """The function that these words name, from its first word on."""
    plie = Texte.de(texte)
    if not (trouve := _FONCTION.search(plie.normal)):
        return None
    reste = plie.citation(trouve.start(), len(plie.normal))
    return re.split(r"[,;.\n(]| le \d| – | - ", reste, maxsplit=1)[0].strip()[:80]


def _fonction_des_lignes(lignes: Sequence[str]) -> str | None:
    """The first function; it may go on over a line end: « présidente du / directoire »."""
    for rang, ligne in enumerate(lignes):
        if trouvee := fonction(ligne):
            coupee = _INACHEVEE.search(trouvee) and ligne.rstrip().endswith(trouvee)
            suite = "".join(lignes[rang + 1 : rang + 2])
            return fonction(f"{ligne.rstrip()} {suite}") if coupee else trouvee
    return None


def _date(texte: str) -> dt.date | None:
    return next((d.valeur for d in dates(texte) if d.valeur), None)
