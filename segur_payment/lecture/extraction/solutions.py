"""Which solution a piece names: labels, titles, first lines, then its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from segur_payment.dossier import Preuve, SolutionLogicielle
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.etiquettes import hauteur, valeurs
from segur_payment.lecture.extraction.noms import NOM, en_phrase, est_etranger, nettoyer
from segur_payment.lecture.mise_en_page import Rang, Segment

_SOLUTION = (
    r"(?:nom|designation|denomination) (?:commercial[e]? )?(?:de la solution(?: logicielle)?"
    r"|du logiciel|du produit)",
    r"(?:solution|logiciel|produit|application)(?: logicielle?| concernee?"
    r"| interfacee?| referencee?| verifiee?| evaluee?| deployee?| raccordee?| mise? en service"
    r"| d'agenda)*(?: et version| / version|, version)?",
)
_VERSION = (r"(?:n° de |numero de )?version(?: de la solution| du logiciel| deployee| concernee)?",)
_SOLUTION_EN_PHRASE = re.compile(
    r"(?i:(?:solution(?:[ \n]logicielle)?|logiciel|application|agenda[ \n]en[ \n]ligne"
    rf"|produit))[ \n]+(?:d['’]agenda[ \n])?«?\s*(?P<nom>{NOM})"
)
_SOLUTION_DECRITE = re.compile(
    rf"(?P<nom>{NOM})[ \n]est[ \n]une?[ \n](?:service|logiciel|solution|agenda|application|outil"
    r"|progiciel)\b"
)
_SOLUTION_VERSIONNEE = re.compile(
    rf"(?:\A|[-–—:|] )(?P<nom>{NOM}) ?[,(]? ?(?:version|v\.?) ?(?P<version>\d+(?:\.\d+)*)"
)
_VERSION_APRES = re.compile(
    r"^[\s«»\"(,;:–-]*(?:en )?(?:v(?:ersion)?\.?\s*(?:n°\s*)?)"
    r"(?P<version>\d+(?:\.\d+){0,3}[a-z]?)\b",
    re.IGNORECASE,
)
_VERSION_FINALE = re.compile(
    r"\s+\(?(?:v\.? ?(?P<dite>\d+(?:\.\d+){0,3})|(?P<nue>\d+(?:\.\d+){1,3}))\s*\)?$", re.IGNORECASE
)
_VERSION_APRES_BARRE = re.compile(r"\s*/\s*v?(?P<nue>\d+(?:\.\d+)*)\s*$", re.IGNORECASE)
_TITRE_DE_CGU = re.compile(
    r"conditions generales (?:d'utilisation|d'usage|de service)s?(?: \(cgu\))?(?: du service"
    r"| de la solution(?: logicielle)?| du logiciel| de l'application)? ?(?:[-:,]"
    r"|de |du |d')\s*(?P<nom>.+)"
)


_TITRE_DE_SOLUTION = re.compile(
    r"\W*+(?:[\divx]{1,4}|[a-z])?\W*+(?:la |votre )?(?:solution|logiciel|produit)"
    r"(?: logicielle?| concernee?| referencee?)*\W*"
)
_HAUT = 8
_SECTION, _RECUL = 60.0, 30.0
_GRAND = 1.3
"""How much larger than the text a title is set."""


def solutions(document: Document) -> Iterator[tuple[SolutionLogicielle, Preuve]]:
    yield from _dans_le_titre(document)
    version = next((v.texte for e in _VERSION for v in valeurs(document, e) if not v.vide), None)
    for etiquette in _SOLUTION:
        for valeur in valeurs(document, etiquette):
            solution = _solution(valeur.texte, version)
            if solution and not est_etranger(solution.nom):
                yield solution, valeur.preuve
    yield from _sous_le_titre(document, version)
    for nom, preuve, suite in en_phrase(document.flux, _SOLUTION_EN_PHRASE):
        solution = _solution(nom + suite, None)
        if solution and not est_etranger(solution.nom):
            yield solution, preuve
    yield from _en_tete(document)
    for nom, preuve, _ in en_phrase(document.flux, _SOLUTION_DECRITE):
        yield SolutionLogicielle(nom=nom), preuve


def _en_tete(document: Document) -> Iterator[tuple[SolutionLogicielle, Preuve]]:
    """« Agendalib, version 3.2 » among the first lines."""
    for rang in document.rangs[:_HAUT]:
        for segment in rang.segments:
            trouve = _SOLUTION_VERSIONNEE.search(segment.texte)
            if trouve and not est_etranger(trouve["nom"]):
                solution = SolutionLogicielle(nom=trouve["nom"], version=trouve["version"])
                yield solution, document.preuve(segment.jetons)


def _sous_le_titre(
    document: Document, version: str | None
) -> Iterator[tuple[SolutionLogicielle, Preuve]]:
    """« Nom : … » in the section of a form that is about the solution."""
    titres = [
        (hauteur(s.jetons[0]), _RECUL if _fusionnee(document.rangs, place, s) else 0.0)
        for place, rang in enumerate(document.rangs)
        for s in rang.segments
        if _TITRE_DE_SOLUTION.fullmatch(s.lu.normal.strip())
    ]
    for valeur in valeurs(document, r"nom(?: commercial)?"):
        place = valeur.place
        if any(-recul <= place - titre < _SECTION for titre, recul in titres):
            solution = _solution(valeur.texte, version)
            if solution and not est_etranger(solution.nom):
                yield solution, valeur.preuve


def _fusionnee(rangs: Sequence[Rang], place: int, titre: Segment) -> bool:
    """A cell that names the rows of a table beside it: the rows around begin at its right."""
    autour = (*rangs[max(0, place - 1) : place], *rangs[place + 1 : place + 2])
    return bool(autour) and all(r.boite.x0 > titre.boite.x1 for r in autour)


def _dans_le_titre(document: Document) -> Iterator[tuple[SolutionLogicielle, Preuve]]:
    """« Conditions générales d’utilisation – Agendalib Pro »."""
    for place, rang in enumerate(document.rangs[:_HAUT]):
        for cellule in rang.segments:
            segment = _titre_entier(document.rangs, place, cellule)
            texte = segment.lu
            trouve = _TITRE_DE_CGU.search(texte.normal)
            if trouve and len(segment.jetons) < 14:
                solution = _solution(texte.citation(*trouve.span("nom")), None)
                if solution and not est_etranger(solution.nom):
                    yield solution, document.preuve(segment.jetons)


def _titre_entier(rangs: Sequence[Rang], place: int, segment: Segment) -> Segment:
    """The title with its second line, set as large and larger than the line after it."""
    if len(rangs) < place + 3 or any(len(r.segments) > 1 for r in rangs[place : place + 2]):
        return segment
    suite, apres = rangs[place + 1].segments[0], rangs[place + 2].taille
    serree = suite.boite.y0 - segment.boite.y1 < suite.boite.hauteur
    titre = segment.boite.hauteur > _GRAND * apres and rangs[place + 1].taille > _GRAND * apres
    return Segment((*segment.jetons, *suite.jetons)) if serree and titre else segment


def _solution(texte: str, version: str | None) -> SolutionLogicielle | None:
    nom = nettoyer(texte)
    if not nom:
        return None
    apres = _VERSION_APRES.match(texte.replace(nom, "", 1).lstrip(' »"”'))
    if apres:
        version = apres["version"]
    if finale := _VERSION_FINALE.search(nom) or _VERSION_APRES_BARRE.search(nom):
        nom, version = nom[: finale.start()], finale[str(finale.lastgroup)]
    lue = re.search(r"\d+(?:\.\d+)*[a-z]?", version or "")
    version = lue[0] if lue else None
    return SolutionLogicielle(nom=nom, version=version) if len(nom) > 1 else None
