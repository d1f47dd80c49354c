"""The documentation of a rule: one page for ``expliquer``, one entry for ``regles``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from segur_payment.dossier import Partie
from segur_payment.referentiel import SAS, Certitude, Exigence
from segur_payment.regles.conclusion import Effet
from segur_payment.regles.socle import Regle
from segur_payment.rendu.mots import EFFETS, nom_piece
from segur_payment.rendu.style import Peindre, Style
from segur_payment.rendu.typographie import composer, majuscule, plier

_CERTITUDES = {
    Certitude.LITTERALE: "littérale : l’exigence est écrite dans la FAQ de l’ANS",
    Certitude.SOURCE_PUBLIQUE: "source publique : un autre texte que la FAQ de l’ANS sur le SAS",
    Certitude.DEDUCTION: "déduction du projet : aucun texte public ne l’écrit",
}
_MARGE = 15


def _exigences(regle: Regle) -> tuple[Exigence, ...]:
    return tuple(dict.fromkeys(regle.fondement(phase) for phase in regle.phases))


def fiche(regle: Regle) -> dict[str, Any]:
    """The rule as plain data, for JSON."""
    return {
        "code": regle.code,
        "nom": regle.nom,
        "effet": regle.effet,
        "effet_source": regle.effet_source,
        "piece": regle.piece,
        "phases": regle.phases,
        "titre": regle.titre,
        "pourquoi": regle.sections["Pourquoi"],
        "conforme": regle.sections["Conforme"],
        "non_conforme": regle.sections["Non conforme"],
        "remede": regle.remede,
        "acteur": regle.acteur,
        "fondements": [
            {
                "source": SAS.sources[e.source].titre,
                "adresse": SAS.sources[e.source].adresse,
                "lieu": e.lieu,
                "enonce": e.enonce,
                "certitude": e.certitude,
            }
            for e in _exigences(regle)
        ],
    }


def lignes_liste(regles: Iterable[Regle], *, largeur: int, peindre: Peindre) -> Iterator[str]:
    """One short entry per rule, grouped by piece."""
    for rang, (piece, groupe) in enumerate(groupby(regles, key=lambda r: r.piece)):
        yield from [""] if rang else []
        yield peindre(nom_piece(piece), Style.PIECE)
        for regle in groupe:
            yield from plier(composer(regle.titre), largeur, debut=f"  {regle.code}  ")
            yield peindre(f"{'':14}{regle.nom} ({EFFETS[regle.effet]})", Style.DISCRET)


def lignes_fiche(regle: Regle, *, largeur: int, peindre: Peindre) -> Iterator[str]:
    """Everything about one rule."""
    yield from (
        peindre(ligne, Style.TITRE)
        for ligne in plier(composer(f"{regle.code} — {regle.titre}"), largeur, suite="  ")
    )
    yield peindre(f"{regle.nom}, {' et '.join(regle.phases)}", Style.DISCRET)
    yield ""
    for nom, texte in rubriques(regle):
        yield from plier(composer(texte), largeur, debut=f"{nom:<{_MARGE}}")


def rubriques(regle: Regle) -> Iterator[tuple[str, str]]:
    """Everything about one rule, as names and texts; the address of a source has no name."""
    yield "Pièce", nom_piece(regle.piece)
    yield "Pourquoi", majuscule(regle.sections["Pourquoi"])
    yield "Effet", _effet(regle)
    yield "Conforme", majuscule(regle.sections["Conforme"])
    yield "Non conforme", majuscule(regle.sections["Non conforme"])
    yield "Remède", majuscule(regle.remede)
    yield "Qui agit", majuscule(Partie(regle.acteur).libelle)
    for exigence in _exigences(regle):
        source = SAS.sources[exigence.source]
        yield "Exigence", exigence.enonce
        yield "Source", f"{source.titre}, {exigence.lieu}"
        if source.adresse:
            yield "", source.adresse
        yield "Certitude", majuscule(_CERTITUDES[exigence.certitude])


def _effet(regle: Regle) -> str:
    effet = majuscule(EFFETS[regle.effet])
    if regle.effet_source:
        return f"{effet} : cet effet est écrit dans la source."
    if regle.effet is Effet.AVERTISSEMENT:
        return f"{effet} : à regarder, sans effet sur la décision (déduit par le projet)."
    return f"{effet} : cet effet est déduit par le projet, une politique peut le reclasser."
