"""Which éditeur and which solution a piece names.

A piece often names several companies and products. What it offers are candidates, the surest
first; :mod:`segur_payment.lecture.assemblage` keeps the one that the other pieces name too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from segur_payment.dossier import Editeur, Preuve, SolutionLogicielle
from segur_payment.langue.noms import est_forme_sociale
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document, Vue, une_fois
from segur_payment.lecture.extraction.etiquettes import hauteur, valeurs
from segur_payment.lecture.extraction.mentions import mention_de_signature
from segur_payment.lecture.extraction.numeros import trouver
from segur_payment.lecture.extraction.recolte import Recolte

_RAISON_SOCIALE = (
    r"(?:raison sociale|denomination(?: sociale)?)"
    r"(?: (?:de |du )(?:la |l')?[a-z]+(?: [a-z]+)?)?",
    r"(?:nom|societe) (?:de l'|du |de la )?(?:editeur|societe|titulaire|entreprise|demandeur)",
    r"editeur(?: de la solution| du logiciel)?",
    r"(?:societe|titulaire|entreprise|demandeur|beneficiaire|industriel|structure|organisme)"
    r"(?: demandeu[a-z]+| editrice)?",
)
_SOLUTION = (
    r"(?:nom|designation|denomination) (?:commercial[e]? )?(?:de la solution(?: logicielle)?"
    r"|du logiciel|du produit)",
    r"(?:solution|logiciel|produit|application)(?: logicielle?| concernee?"
    r"| interfacee?| referencee?| verifiee?| evaluee?| deployee?| raccordee?| mise? en service"
    r"| d'agenda)*(?: et version| / version|, version)?",
)
_VERSION = (r"(?:n° de |numero de )?version(?: de la solution| du logiciel| deployee| concernee)?",)
_FORME = (
    r"(?:s\.?a\.?s\.?u?|s\.?a\.?r\.?l|s\.?a|e\.?u\.?r\.?l|scop|s\.?n\.?c|société par actions"
    r"|société à responsabilité|association)"
)
_NOM = (
    r"(?:[A-ZÀ-Ý]|\d{1,9}[A-Za-z])[\wÀ-ÿ&'’+.\-]{0,80}+(?: (?:(?:de|du|des|la|le|les"
    r"|et|&|d['’]|by|pour|en) )?[A-ZÀ-Ý0-9&][\wÀ-ÿ&'’+.\-]{0,80}+){0,5}"
)
_SOCIETE_EN_PHRASE = re.compile(
    rf"(?:\b[Ll]a[ \n]|\b)[Ss]oci[ée]t[ée][ \n]+«?\s*(?P<nom>{_NOM})"
    rf"|(?P<nom2>{_NOM}) ?, (?:une )?(?i:{_FORME})\b|(?P<nom3>{_NOM}) (?:SAS"
    r"|S\.A\.S\.?|SARL|SASU|SA|EURL|SCOP|SCIC|SNC|GIE)\b"
)
_SOLUTION_EN_PHRASE = re.compile(
    r"(?i:(?:solution(?:[ \n]logicielle)?|logiciel|application|agenda[ \n]en[ \n]ligne"
    rf"|produit))[ \n]+(?:d['’]agenda[ \n])?«?\s*(?P<nom>{_NOM})"
)
_VERSION_APRES = re.compile(
    r"^[\s«»\"(,;:–-]*(?:en )?(?:v(?:ersion)?\.?\s*(?:n°\s*)?)"
    r"(?P<version>\d+(?:\.\d+){0,3}[a-z]?)\b",
    re.IGNORECASE,
)
_VERSION_FINALE = re.compile(r"\s+v?(?P<version>\d+(?:\.\d+){1,3})\s*\)?$", re.IGNORECASE)
_VERSION_APRES_BARRE = re.compile(r"\s*/\s*v?(?P<version>\d+(?:\.\d+)*)\s*$", re.IGNORECASE)
_FIN_DE_NOM = re.compile(
    r"\s*(?:[,;(»\n]|\.\s|\s[–—-]\s|\b(?:SIREN|SIRET|RCS|au capital|immatricul"
    r"|Madame|Monsieur|dont|sise|représent|ci-après|version|en version)\b).*$",
    re.DOTALL | re.IGNORECASE,
)
_AUTRE_ORGANISME = re.compile(
    r"agence d[ue]|\bans\b|\basp\b|numerique en sante|services et de paiement"
    r"|service d'acces aux soins|\bprestation segur\b"
    r"|\bsas\b plateforme|plateforme numerique|interfacee?|conforme|logicielle|^l[ae]s? "
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
_TITRE_DE_CGU = re.compile(
    r"conditions generales (?:d'utilisation|d'usage|de service)s?(?: \(cgu\))?(?: du service"
    r"| de la solution(?: logicielle)?| du logiciel| de l'application)? ?(?:[-:,]"
    r"|de |du |d')\s*(?P<nom>.+)"
)


@dataclass(frozen=True, slots=True)
class Candidats:
    """Company and product names that a piece offers, the surest first."""

    editeurs: tuple[tuple[str, Preuve], ...]
    solutions: tuple[tuple[SolutionLogicielle, Preuve], ...]


@une_fois
def candidats(document: Document) -> Candidats:
    """The names that the piece offers for its éditeur and its solution."""
    return Candidats(tuple(_editeurs(document)), tuple(_solutions(document)))


def _editeurs(document: Document) -> Iterator[tuple[str, Preuve]]:
    signatures = _places_des_signatures(document)
    for etiquette in _RAISON_SOCIALE:
        for valeur in valeurs(document, etiquette):
            nom = _nettoyer(valeur.texte)
            if nom and not _etranger(nom) and valeur.place not in signatures:
                yield nom, valeur.preuve
    for nom, preuve, _ in _en_phrase(document.flux, _SOCIETE_EN_PHRASE):
        yield nom, preuve


def _places_des_signatures(document: Document) -> set[float]:
    """Heights of « ANS | Éditeur »: below such headings stand the signers, not companies."""
    return {
        hauteur(segment.jetons[0])
        for rang in document.rangs
        if len(rang.segments) > 1
        and any(_BLOC_DE_L_ANS.fullmatch(s.lu.normal) for s in rang.segments)
        for segment in rang.segments
    }


def _solutions(document: Document) -> Iterator[tuple[SolutionLogicielle, Preuve]]:
    yield from _dans_le_titre(document)
    version = next((v.texte for e in _VERSION for v in valeurs(document, e) if not v.vide), None)
    for etiquette in _SOLUTION:
        for valeur in valeurs(document, etiquette):
            solution = _solution(valeur.texte, version)
            if solution and not _etranger(solution.nom):
                yield solution, valeur.preuve
    yield from _sous_le_titre(document, version)
    for nom, preuve, suite in _en_phrase(document.flux, _SOLUTION_EN_PHRASE):
        solution = _solution(nom + suite, None)
        if solution and not _etranger(solution.nom):
            yield solution, preuve


def _sous_le_titre(
    document: Document, version: str | None
) -> Iterator[tuple[SolutionLogicielle, Preuve]]:
    """« Nom : … » in the section of a form that is about the solution."""
    titres = [
        hauteur(s.jetons[0])
        for rang in document.rangs
        for s in rang.segments
        if _TITRE_DE_SOLUTION.fullmatch(s.lu.normal.strip())
    ]
    for valeur in valeurs(document, r"nom(?: commercial)?"):
        place = valeur.place
        if any(0 <= place - titre < _SECTION for titre in titres):
            solution = _solution(valeur.texte, version)
            if solution and not _etranger(solution.nom):
                yield solution, valeur.preuve


def _dans_le_titre(document: Document) -> Iterator[tuple[SolutionLogicielle, Preuve]]:
    """« Conditions générales d’utilisation – Agendalib Pro »."""
    for rang in document.rangs[:8]:
        for segment in rang.segments:
            texte = segment.lu
            trouve = _TITRE_DE_CGU.search(texte.normal)
            if trouve and len(segment.jetons) < 14:
                solution = _solution(texte.citation(*trouve.span("nom")), None)
                if solution and not _etranger(solution.nom):
                    yield solution, document.preuve(segment.jetons)


def _solution(texte: str, version: str | None) -> SolutionLogicielle | None:
    nom = _nettoyer(texte)
    if not nom:
        return None
    apres = _VERSION_APRES.match(texte.replace(nom, "", 1).lstrip(' »"”'))
    if apres:
        version = apres["version"]
    if finale := _VERSION_FINALE.search(nom) or _VERSION_APRES_BARRE.search(nom):
        nom, version = nom[: finale.start()], finale["version"]
    lue = re.search(r"\d+(?:\.\d+)*[a-z]?", version or "")
    version = lue[0] if lue else None
    return SolutionLogicielle(nom=nom, version=version) if len(nom) > 1 else None


def _nettoyer(texte: str) -> str:
    nom = texte.strip(' «»"“”.:,;*').removeprefix("« ")
    return _FIN_DE_NOM.sub("", nom).strip(' «»"“”.:,;-')[:120]


def _etranger(nom: str) -> bool:
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


def _en_phrase(vue: Vue, motif: re.Pattern[str]) -> Iterator[tuple[str, Preuve, str]]:
    """Each name found, its proof, and what follows it, far enough to hold a version."""
    for trouve in motif.finditer(_LIGNE_COUPEE.sub(" ", vue.texte.original)):
        groupe = str(trouve.lastgroup)
        if trouve[0][:1].isupper() and _FIN_DE_NOM_PROPRE.search(trouve.string, 0, trouve.start()):
            continue  # « Vosges Logiciel Médical » names a company
        nom = " ".join(_nettoyer(trouve[groupe]).split())
        if not nom or _etranger(nom) or _NOM_COMMUN.match(normaliser(nom)):
            continue
        debut, fin = (vue.texte.depuis_original(p) for p in trouve.span(groupe))
        suite = vue.texte.original[trouve.end(groupe) : trouve.end(groupe) + 30]
        yield nom, vue.preuve(debut, fin), suite


_LIGNE_COUPEE = re.compile(r"\n(?<!\n\n)(?!\n)")
_FIN_DE_NOM_PROPRE = re.compile(r"[A-ZÀ-Ý][\w'’-]+ $")
_PRES = 110
_CHIFFRES_MAX = 7
_SECTION = 60.0
_TITRE_DE_SOLUTION = re.compile(
    r"\W*+(?:[\divx]{1,4}|[a-z])?\W*+(?:la |votre )?(?:solution|logiciel|produit)"
    r"(?: logicielle?| concernee?| referencee?)*\W*"
)
_ANS = re.compile(r"agence du numerique en sante|\bans\b")
_BLOC_DE_L_ANS = re.compile(
    r"\W*(?:pour )?(?:l'|la )?(?:agence du numerique en sante|ans)(?: \(ans\))?\W*"
)
_AUTRE_PARTIE = re.compile(
    r" et |edit(?:eur|ee?|rice)|societe|titulaire|demandeur|\bsoussigne|raison sociale"
)


def identifiants_de(document: Document, recolte: Recolte) -> dict[str, str]:
    """SIREN, SIRET and VAT number of the éditeur, as written; those of the ANS left out."""
    trouves: dict[str, str] = {}
    texte = document.lignes.texte.original
    for nom in ("siret", "siren", "tva"):
        for trouve in sorted(
            trouver(nom, texte), key=lambda t: t.valeur[:1].isdigit() and nom == "tva"
        ):
            d, f = (document.lignes.texte.depuis_original(p) for p in (trouve.debut, trouve.fin))
            if _est_a_l_ans(document.lignes.normal[max(0, d - 180) : d]):
                continue
            if nom not in trouves:
                trouves[nom] = trouve.valeur
                recolte.prouver("editeur", document.lignes.preuve(d, f))
    return trouves


def _est_a_l_ans(avant: str) -> bool:
    """The organisation named last before the number is the ANS, close by in the same sentence."""
    ans, autre = ([m.end() for m in motif.finditer(avant)] for motif in (_ANS, _AUTRE_PARTIE))
    if not ans or (autre and autre[-1] > ans[-1]):
        return False
    return len(avant) - ans[-1] < _PRES and not re.search(r"[.;] ", avant[ans[-1] :])


def editeur(nom: str | None, numeros: dict[str, str]) -> Editeur | None:
    """The éditeur, when the piece says anything of it."""
    return Editeur(raison_sociale=nom, **numeros) if nom or numeros else None
