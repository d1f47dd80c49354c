"""What has to be done, and what is said of it in one sentence: shared by the text and the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from segur_payment.regles.conclusion import Effet
from segur_payment.rendu.mots import phrase
from segur_payment.rendu.typographie import compter, montant
from segur_payment.verdict import Action, Constat, Decision, Verdict


@dataclass(frozen=True, slots=True)
class Point:
    """An action with the constats that ask for it."""

    action: Action
    constats: tuple[Constat, ...]

    @property
    def rejette(self) -> bool:
        return any(c.defaut and c.effet is Effet.REJET for c in self.constats)

    @property
    def indecis(self) -> bool:
        return any(c.indecis for c in self.constats)


def points_de(verdict: Verdict) -> tuple[Point, ...]:
    """Every action with the constats that it cures, in the order of the verdict."""
    return tuple(Point(action, verdict.constats_de(action)) for action in verdict.a_faire)


def resume(verdict: Verdict, points: Sequence[Point]) -> str:
    """Why this decision, in one sentence without its capital nor its full stop."""
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


def sections(points: Sequence[Point]) -> tuple[tuple[str, list[Point]], ...]:
    """The points under four headings, the gravest first."""
    fermes = [p for p in points if p.action.obligatoire and not p.indecis]
    return (
        ("Motifs de rejet", [p for p in fermes if p.rejette]),
        ("À régler avant dépôt", [p for p in fermes if not p.rejette]),
        ("Ce qui n’a pas pu être vérifié", [p for p in points if p.indecis]),
        (
            "Avertissements, sans effet sur la décision",
            [p for p in points if not p.action.obligatoire and not p.indecis],
        ),
    )
