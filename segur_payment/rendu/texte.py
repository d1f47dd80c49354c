"""A verdict for a person at a terminal: the decision first, then what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from segur_payment.dossier import Phase, Preuve
from segur_payment.regles.socle import Effet, Resultat
from segur_payment.rendu.mots import EFFETS, citation, nom_piece, phrase
from segur_payment.rendu.pied import fichiers, mentions, reserves
from segur_payment.rendu.style import Peindre, Style, peintre
from segur_payment.rendu.typographie import (
    citer,
    composer,
    compter,
    jour,
    majuscule,
    minuscule,
    montant,
    plier,
)
from segur_payment.verdict import Action, Constat, Decision, Verdict

LARGEUR = 88
_PREUVES = 3
_PHASES = {Phase.AVANCE: "Dossier d’avance", Phase.SOLDE: "Dossier de solde"}
_INDECIS = {Resultat.NON_VERIFIABLE: "non vérifié", Resultat.EN_ERREUR: "règle en erreur"}


@dataclass(frozen=True, slots=True)
class _Point:
    """An action with the constats that ask for it."""

    action: Action
    constats: tuple[Constat, ...]

    @property
    def rejette(self) -> bool:
        return any(c.defaut and c.effet is Effet.REJET for c in self.constats)

    @property
    def indecis(self) -> bool:
        return any(c.indecis for c in self.constats)


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
    points = tuple(_points(verdict))
    blocs = (
        _tete(verdict, points, largeur, peindre),
        *_actions(points, largeur, peindre),
        reserves(verdict, largeur, peindre),
        fichiers(verdict, largeur, peindre),
        mentions(verdict, date_du_jour, largeur, peindre),
    )
    return "\n\n".join("\n".join(bloc) for bloc in blocs if bloc) + "\n"


def _points(verdict: Verdict) -> Iterator[_Point]:
    for action in verdict.a_faire:
        yield _Point(
            action,
            tuple(
                c
                for c in verdict.constats
                if c.code in action.codes
                and (c.piece, c.acteur, c.remede) == (action.piece, action.acteur, action.remede)
                and (c.defaut or c.indecis)
                and c.bloquant == action.obligatoire
            ),
        )


def _tete(verdict: Verdict, points: Sequence[_Point], largeur: int, peindre: Peindre) -> list[str]:
    titre = {
        Decision.ACCEPTER: "ACCEPTER",
        Decision.COMPLETER: "À COMPLÉTER",
        Decision.REJETER: "REJET",
    }[verdict.decision]
    lignes = plier(composer(f"{titre} — {_resume(verdict, points)}"), largeur, suite="  ")
    depot = f"{_PHASES[verdict.phase]}, dépôt le {jour(verdict.entete.date_depot)}"
    return [*(peindre(ligne, Style[verdict.decision.name]) for ligne in lignes), depot]


def _resume(verdict: Verdict, points: Sequence[_Point]) -> str:
    obligatoires = [p for p in points if p.action.obligatoire]
    a_controler = sum(p.indecis for p in obligatoires)
    rejets = [c for p in obligatoires for c in p.constats if c.defaut and c.effet is Effet.REJET]
    a_regler = len(obligatoires) - a_controler - sum(p.rejette for p in obligatoires)
    if verdict.decision is Decision.ACCEPTER:
        payable = verdict.montant_payable_ht
        suite = f", payable : {montant(payable)}" if payable is not None else ""
        return f"rien à régler avant dépôt{suite}"
    if not obligatoires:
        return "aucune règle n’a conclu"
    compte = [compter(a_regler, "point") + " à régler"] if a_regler else []
    noms = ("autre", "autres") if compte else ("point", "points")
    compte += [compter(a_controler, *noms) + " à contrôler"] if a_controler else []
    if verdict.decision is Decision.COMPLETER:
        return f"{' et '.join(compte)} avant dépôt"
    motif = compter(len(rejets), "motif de rejet", "motifs de rejet")
    if len(rejets) == 1:
        motif = phrase(rejets[0].message)
    return f"{motif.rstrip('.')} ; en outre, {' et '.join(compte)}" if compte else motif


def _actions(points: Sequence[_Point], largeur: int, peindre: Peindre) -> Iterator[list[str]]:
    fermes = [p for p in points if p.action.obligatoire and not p.indecis]
    sections = (
        ("Motifs de rejet", [p for p in fermes if p.rejette]),
        ("À régler avant dépôt", [p for p in fermes if not p.rejette]),
        ("Ce qui n’a pas pu être vérifié", [p for p in points if p.indecis]),
        (
            "Avertissements, sans effet sur la décision",
            [p for p in points if not p.action.obligatoire and not p.indecis],
        ),
    )
    numero = 1
    for titre, retenus in sections:
        if retenus:
            yield [peindre(ligne, Style.TITRE) for ligne in plier(titre.upper(), largeur)]
        for piece, groupe in groupby(retenus, key=lambda p: p.action.piece):
            lignes = [peindre(nom_piece(piece), Style.PIECE)]
            for point in groupe:
                debut = f"{numero:>3}. " if point.action.obligatoire else "  •  "
                lignes += _point(point, debut, largeur, peindre)
                numero += point.action.obligatoire
            yield lignes


def _point(point: _Point, debut: str, largeur: int, peindre: Peindre) -> Iterator[str]:
    acteur, remede = majuscule(point.action.acteur), phrase(point.action.remede)
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
    etat = _INDECIS.get(constat.resultat) or EFFETS[constat.effet]
    return f"{constat.code} {constat.nom} ({etat})"


def _ecart(constat: Constat) -> Iterator[str]:
    dit = " ".join([constat.message, *(p.extrait for p in constat.preuves)]).casefold()
    couple = (("attendu", constat.attendu), ("trouvé", constat.trouve))
    inedits = [(nom, valeur) for nom, valeur in couple if valeur and valeur.casefold() not in dit]
    if inedits:
        yield composer(majuscule(", ".join(f"{nom} : {citer(valeur)}" for nom, valeur in inedits)))


def _preuves(preuves: Sequence[Preuve]) -> Iterator[str]:
    for preuve in preuves[:_PREUVES]:
        yield citation(preuve)
    if len(preuves) > _PREUVES:
        yield f"et {compter(len(preuves) - _PREUVES, 'autre passage', 'autres passages')}"
