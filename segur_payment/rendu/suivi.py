"""What became of the points of a request that came back, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.rendu.mots import (
    DECISIONS,
    ETATS_FICHIERS,
    nom_fichier,
    nom_piece,
    phrase,
)
from segur_payment.rendu.style import Peindre, Style, peintre
from segur_payment.rendu.texte import LARGEUR
from segur_payment.rendu.typographie import composer, compter, majuscule, minuscule, plier
from segur_payment.verdict import Comparaison, Constat, EtatFichier, FichierCompare

TITRES = {
    "corriges": "Corrigés",
    "restants": "Restants",
    "nouveaux": "Nouveaux",
    "sans_objet": "Devenus sans objet, non prouvés corrigés",
}
"""The four fates of a point, as the text and the page say them."""
_A_REGLER = ("restants", "nouveaux")
_FICHIERS = 12


def rendre_suivi(comparaison: Comparaison, *, largeur: int = LARGEUR, couleur: bool = False) -> str:
    """The comparison as text.

    Args:
        comparaison: what to show; nothing is computed anew.
        largeur: greatest length of a line, in characters.
        couleur: write ANSI codes.
    """
    peindre = peintre(couleur)
    blocs = (
        [peindre(_tete(comparaison), Style[comparaison.decision_apres.name]), _compte(comparaison)],
        *(_bloc(comparaison, champ, largeur, peindre) for champ in TITRES),
        _fichiers(comparaison, largeur, peindre),
        [ligne for r in comparaison.reserves for ligne in plier(phrase(r), largeur)],
    )
    return "\n\n".join("\n".join(bloc) for bloc in blocs if bloc) + "\n"


def _tete(comparaison: Comparaison) -> str:
    avant, apres = comparaison.decision_avant, comparaison.decision_apres
    return composer(f"{DECISIONS[avant].upper()} → {DECISIONS[apres].upper()}")


def _compte(comparaison: Comparaison) -> str:
    mots = {"corriges": "corrigé", "restants": "restant", "nouveaux": "nouveau"}
    comptes = [
        compter(len(getattr(comparaison, champ)), mot, "nouveaux" if mot == "nouveau" else None)
        for champ, mot in mots.items()
    ]
    return ", ".join(comptes)


def _bloc(comparaison: Comparaison, champ: str, largeur: int, peindre: Peindre) -> list[str]:
    constats: tuple[Constat, ...] = getattr(comparaison, champ)
    if not constats:
        return []
    lignes = [peindre(composer(TITRES[champ].upper()), Style.TITRE)]
    for constat in constats:
        lignes += _point(constat, champ in _A_REGLER, largeur, peindre)
    return lignes


def _point(constat: Constat, a_regler: bool, largeur: int, peindre: Peindre) -> Iterator[str]:
    question = f"« {constat.titre} » " if constat.indecis else ""
    yield from plier(phrase(question + constat.message), largeur, debut="  •  ")
    if a_regler:
        remede = f"{majuscule(constat.acteur.libelle)} : {minuscule(phrase(constat.remede))}"
        yield from plier(composer(remede), largeur, debut="     ")
    for ligne in plier(f"{constat.code}, {nom_piece(constat.piece)}", largeur, debut="     "):
        yield peindre(ligne, Style.DISCRET)


def _fichiers(comparaison: Comparaison, largeur: int, peindre: Peindre) -> list[str]:
    changes = [f for f in comparaison.fichiers if f.etat is not EtatFichier.INCHANGE]
    if not comparaison.fichiers:
        return []
    lignes = [peindre("FICHIERS", Style.TITRE)]
    for fichier in changes[:_FICHIERS]:
        lignes += plier(composer(_fichier(fichier)), largeur, debut="  •  ")
    if len(changes) > _FICHIERS:
        lignes.append(f"  •  et {compter(len(changes) - _FICHIERS, 'autre')}")
    inchanges = len(comparaison.fichiers) - len(changes)
    return [*lignes, f"  •  {compter(inchanges, 'inchangé')}"] if inchanges else lignes


def _fichier(fichier: FichierCompare) -> str:
    ancien = f" (avant : {nom_fichier(fichier.ancien_nom)})" if fichier.ancien_nom else ""
    return f"{nom_fichier(fichier.nom)} : {ETATS_FICHIERS[fichier.etat]}{ancien}"
