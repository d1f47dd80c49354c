"""The points of the letter: what is asked, of which piece, why, and on which text it rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segur_payment.referentiel import Certitude
from segur_payment.regles.conclusion import Effet, Resultat
from segur_payment.regles.socle import Acteur
from segur_payment.rendu.imprime.blocs import Bloc, Genre
from segur_payment.rendu.mots import citation, ecarts, nom_piece, phrase
from segur_payment.rendu.points import Point
from segur_payment.rendu.typographie import citer, composer, compter, majuscule
from segur_payment.verdict import Constat, Decision, Fondement

_PREUVES = 3
_REMEDIER = "Pour y remédier :"
_DEMANDES = {
    Acteur.EDITEUR: "Ce qui vous est demandé :",
    Acteur.ANS: "Ce qui est à obtenir de l’ANS :",
}
_REMEDES = {
    Resultat.NON_VERIFIABLE: "Fournir une pièce qui permette de vérifier ce point.",
    Resultat.EN_ERREUR: "Faire contrôler ce point par une personne.",
}


def rubriques(points: Sequence[Point], decision: Decision) -> list[tuple[str, list[Point]]]:
    """The points under the headings of the letter, the gravest first; no empty heading."""
    elements = "Autres éléments" if decision is Decision.REJETER else "Éléments"
    fermes = [p for p in points if p.action.obligatoire and not p.indecis]
    autres = [p for p in fermes if not p.rejette]
    toutes = (
        ("Motifs de rejet", [p for p in fermes if p.rejette]),
        (f"{elements} à modifier", [p for p in autres if _modifie(p)]),
        (f"{elements} à compléter", [p for p in autres if not _modifie(p)]),
        ("Points qui n’ont pas pu être vérifiés", [p for p in points if p.indecis]),
        (
            "Observations, sans effet sur la décision",
            [p for p in points if not p.action.obligatoire and not p.indecis],
        ),
    )
    return [(titre, retenus) for titre, retenus in toutes if retenus]


def _modifie(point: Point) -> bool:
    return any(c.effet is Effet.MODIFIER for c in point.constats)


def motif(point: Point, numero: int, decision: Decision) -> Iterator[Bloc]:
    """One point, numbered across the letter."""
    yield Bloc(Genre.POINT, composer(f"{numero}. {nom_piece(point.action.piece)}"))
    for constat in {(c.message, c.preuves): c for c in point.constats}.values():
        yield from _constat(constat)
    demande = _DEMANDES[point.action.acteur]
    if decision is not Decision.COMPLETER or not point.action.obligatoire:  # nothing is asked for
        demande = _REMEDIER
    yield Bloc(Genre.RUBRIQUE, phrase(_demande(point)), composer(demande))
    for fondement in dict.fromkeys(c.fondement for c in point.constats):
        codes = dict.fromkeys(c.code for c in point.constats if c.fondement == fondement)
        yield from _fondement(fondement, ", ".join(codes))


def _constat(constat: Constat) -> Iterator[Bloc]:
    if constat.indecis:
        yield Bloc(Genre.RUBRIQUE, phrase(constat.titre), composer("À vérifier :"))
    yield Bloc(Genre.RUBRIQUE, phrase(constat.message), composer("Motif :"))
    for nom, valeur in ecarts(constat):
        yield Bloc(Genre.RUBRIQUE, citer(valeur), composer(f"{majuscule(nom)} :"))
    for preuve in constat.preuves[:_PREUVES]:
        yield Bloc(Genre.CITATION, citation(preuve))
    if len(constat.preuves) > _PREUVES:
        reste = compter(len(constat.preuves) - _PREUVES, "autre passage", "autres passages")
        yield Bloc(Genre.CITATION, f"et {reste}")


def _fondement(fondement: Fondement, codes: str) -> Iterator[Bloc]:
    yield Bloc(Genre.EXIGENCE, phrase(fondement.enonce), composer("Exigence :"))
    texte = f"{fondement.source}, {fondement.lieu}"
    if fondement.certitude is Certitude.DEDUCTION:
        texte += " ; aucun texte public n’écrit cette exigence"
    elif fondement.effet_source:
        texte += " ; l’effet est écrit dans ce texte"
    yield Bloc(Genre.RUBRIQUE, f"{phrase(texte)} ({phrase(codes)}).", composer("Texte :"))


def _demande(point: Point) -> str:
    resultats = {c.resultat for c in point.constats}
    return next((r for cle, r in _REMEDES.items() if cle in resultats), point.action.remede)
