"""How each state looks: a word, a picture and a colour, never a colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from segur_payment.regles.conclusion import Effet, Resultat
from segur_payment.rendu.mots import DECISIONS as MOTS
from segur_payment.rendu.mots import EFFETS, ETATS_FICHIERS, INDECIS
from segur_payment.verdict import Constat, Decision, EtatEtape, EtatFichier


@dataclass(frozen=True, slots=True)
class Etat:
    """A state of a constat, a piece, a step or a file."""

    ton: str
    """Class of the style sheet that gives the colour."""
    icone: str
    """Name of the picture."""
    mot: str


REJET = Etat("rejet", "croix", EFFETS[Effet.REJET])
CONFORME = Etat("conforme", "coche", "conforme")
SANS_OBJET = Etat("neutre", "tiret", "sans objet")
ABSENTE = Etat("completer", "absente", "à fournir")
_DEFAUTS = {
    Effet.REJET: REJET,
    Effet.MODIFIER: Etat("modifier", "crayon", EFFETS[Effet.MODIFIER]),
    Effet.COMPLETER: Etat("completer", "ajout", EFFETS[Effet.COMPLETER]),
    Effet.AVERTISSEMENT: Etat("avertissement", "triangle", EFFETS[Effet.AVERTISSEMENT]),
}
_INDECIS = {
    Resultat.NON_VERIFIABLE: Etat("indecis", "question", INDECIS[Resultat.NON_VERIFIABLE]),
    Resultat.EN_ERREUR: Etat("indecis", "panne", INDECIS[Resultat.EN_ERREUR]),
}
_GRAVITE = (
    REJET,
    _DEFAUTS[Effet.MODIFIER],
    _DEFAUTS[Effet.COMPLETER],
    *_INDECIS.values(),
    _DEFAUTS[Effet.AVERTISSEMENT],
    CONFORME,
    SANS_OBJET,
)
DECISIONS = {
    Decision.ACCEPTER: Etat("conforme", "coche", MOTS[Decision.ACCEPTER]),
    Decision.COMPLETER: Etat("completer", "ajout", MOTS[Decision.COMPLETER]),
    Decision.REJETER: Etat("rejet", "croix", MOTS[Decision.REJETER]),
}
ETAPES = {
    EtatEtape.PASSEE: Etat("conforme", "coche", "faite"),
    EtatEtape.EN_COURS: Etat("courant", "point", "en cours"),
    EtatEtape.A_VENIR: Etat("neutre", "horloge", "à venir"),
    EtatEtape.INCONNUE: Etat("indecis", "question", "non connue"),
}
FICHIERS = {
    EtatFichier.INCHANGE: Etat("neutre", "tiret", ETATS_FICHIERS[EtatFichier.INCHANGE]),
    EtatFichier.RENOMME: Etat("neutre", "crayon", ETATS_FICHIERS[EtatFichier.RENOMME]),
    EtatFichier.MODIFIE: Etat("modifier", "crayon", ETATS_FICHIERS[EtatFichier.MODIFIE]),
    EtatFichier.AJOUTE: Etat("conforme", "ajout", ETATS_FICHIERS[EtatFichier.AJOUTE]),
    EtatFichier.RETIRE: Etat("rejet", "croix", ETATS_FICHIERS[EtatFichier.RETIRE]),
}


def etat_de(constat: Constat) -> Etat:
    """The state of one constat."""
    if constat.defaut:
        return _DEFAUTS[constat.effet]
    if constat.indecis:
        return _INDECIS[constat.resultat]
    return CONFORME if constat.resultat is Resultat.CONFORME else SANS_OBJET


def le_plus_grave(constats: Iterable[Constat]) -> Etat:
    """The gravest state among ``constats``."""
    return min((etat_de(c) for c in constats), key=_GRAVITE.index, default=SANS_OBJET)


def gravite(constat: Constat) -> int:
    """Rank of its state, the gravest first."""
    return _GRAVITE.index(etat_de(constat))
