"""A verdict for a person at a terminal: the decision first, then what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from segur_payment.dossier import Preuve
from segur_payment.rendu.mots import (
    DECISIONS,
    EFFETS,
    INDECIS,
    PHASES,
    citation,
    ecarts,
    nom_piece,
    phrase,
)
from segur_payment.rendu.pied import fichiers, mentions, reserves
from segur_payment.rendu.points import Point, points_de, resume, sections
from segur_payment.rendu.style import Peindre, Style, peintre
from segur_payment.rendu.typographie import (
    citer,
    composer,
    compter,
    jour,
    majuscule,
    minuscule,
    plier,
)
from segur_payment.verdict import Constat, Verdict

LARGEUR = 88
_PREUVES = 3


def rendre(
    verdict: Verdict, *, largeur: int = LARGEUR, couleur: bool = False, date_du_jour: bool = False
) -> str:
    """The verdict as text.

    Args:
        verdict: what to show; nothing is computed anew.
        largeur: greatest length of a line, in characters.
        couleur: write ANSI codes.
        date_du_jour: say that the deposit date is only the day of the command.
    """
    peindre = peintre(couleur)
    points = points_de(verdict)
    blocs = (
        _tete(verdict, points, largeur, peindre),
        *_actions(points, largeur, peindre),
        reserves(verdict, largeur, peindre),
        fichiers(verdict, largeur, peindre),
        mentions(verdict, date_du_jour, largeur, peindre),
    )
    return "\n\n".join("\n".join(bloc) for bloc in blocs if bloc) + "\n"


def _tete(verdict: Verdict, points: Sequence[Point], largeur: int, peindre: Peindre) -> list[str]:
    titre = DECISIONS[verdict.decision].upper()
    lignes = plier(composer(f"{titre} — {resume(verdict, points)}"), largeur, suite="  ")
    depot = f"{PHASES[verdict.phase]}, dépôt le {jour(verdict.entete.date_depot)}"
    return [*(peindre(ligne, Style[verdict.decision.name]) for ligne in lignes), depot]


def _actions(points: Sequence[Point], largeur: int, peindre: Peindre) -> Iterator[list[str]]:
    numero = 1
    for titre, retenus in sections(points):
        if retenus:
            yield [peindre(ligne, Style.TITRE) for ligne in plier(titre.upper(), largeur)]
        for piece, groupe in groupby(retenus, key=lambda p: p.action.piece):
            lignes = [peindre(nom_piece(piece), Style.PIECE)]
            for point in groupe:
                debut = f"{numero:>3}. " if point.action.obligatoire else "  •  "
                lignes += _point(point, debut, largeur, peindre)
                numero += point.action.obligatoire
            yield lignes


def _point(point: Point, debut: str, largeur: int, peindre: Peindre) -> Iterator[str]:
    acteur, remede = majuscule(point.action.acteur.libelle), phrase(point.action.remede)
    for ligne in plier(composer(f"{acteur} : {minuscule(remede)}"), largeur, debut=debut):
        yield peindre(ligne, Style.TITRE)
    retrait = " " * len(debut)
    for constat in {(c.message, c.preuves): c for c in point.constats}.values():
        question = f"« {constat.titre} » " if constat.indecis else ""
        yield from plier(phrase(question + constat.message), largeur, debut=retrait)
        for ligne in (*_ecart(constat), *_preuves(constat.preuves)):
            yield from plier(ligne, largeur, debut=retrait + "  ", suite=retrait + "    ")
    codes = ", ".join(dict.fromkeys(_code(c) for c in point.constats))
    yield from (peindre(ligne, Style.DISCRET) for ligne in plier(codes, largeur, debut=retrait))


def _code(constat: Constat) -> str:
    etat = INDECIS.get(constat.resultat) or EFFETS[constat.effet]
    return f"{constat.code} {constat.nom} ({etat})"


def _ecart(constat: Constat) -> Iterator[str]:
    if inedits := ecarts(constat):
        yield composer(majuscule(", ".join(f"{nom} : {citer(valeur)}" for nom, valeur in inedits)))


def _preuves(preuves: Sequence[Preuve]) -> Iterator[str]:
    for preuve in preuves[:_PREUVES]:
        yield citation(preuve)
    if len(preuves) > _PREUVES:
        yield f"et {compter(len(preuves) - _PREUVES, 'autre passage', 'autres passages')}"
