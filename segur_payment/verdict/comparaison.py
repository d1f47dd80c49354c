"""Two verdicts of one request, before and after it was corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from pydantic import Field

from segur_payment.dossier import Editeur, Modele, Phase, SolutionLogicielle, TypePiece
from segur_payment.erreurs import ErreurVerdict
from segur_payment.langue.noms import Rapprochement, comparer_societes, comparer_solutions
from segur_payment.regles.coherence import ecart_d_editeurs
from segur_payment.regles.conclusion import Resultat
from segur_payment.verdict.constat import Constat
from segur_payment.verdict.modele import Decision, FichierLu, Verdict

Cle = tuple[str, TypePiece | None]
_PHASES = {Phase.AVANCE: "une avance", Phase.SOLDE: "un solde"}


class EtatFichier(StrEnum):
    """What became of a file between two deposits."""

    INCHANGE = "inchange"
    RENOMME = "renomme"
    MODIFIE = "modifie"
    AJOUTE = "ajoute"
    RETIRE = "retire"


class FichierCompare(Modele):
    """A file of either deposit; its content is told by its SHA-256."""

    nom: str = Field(description="Its last name.")
    etat: EtatFichier
    ancien_nom: str | None = Field(default=None, description="When it was renamed.")


class Comparaison(Modele):
    """What became of the points of a request: each open one of either verdict stands once.

    A point is open when its defect was seen or when its rule could not conclude.
    """

    decision_avant: Decision
    decision_apres: Decision
    corriges: tuple[Constat, ...] = Field(
        default=(), description="Open before; the rule now finds nothing to say. As before."
    )
    restants: tuple[Constat, ...] = Field(
        default=(), description="Open before and after. As they are after."
    )
    nouveaux: tuple[Constat, ...] = Field(default=(), description="Open after only.")
    sans_objet: tuple[Constat, ...] = Field(
        default=(),
        description="Open before; the rule does not apply any more (piece withdrawn, other "
        "defect in the way): not proven corrected. As before.",
    )
    fichiers: tuple[FichierCompare, ...] = ()
    reserves: tuple[str, ...] = Field(
        default=(), description="What the comparison takes on trust, in French."
    )


def comparer(avant: Verdict, apres: Verdict) -> Comparaison:
    """What was corrected, what remains, what is new, between two verdicts of one request.

    Raises:
        ErreurVerdict: they differ by their phase, catalogue, éditeur or solution.
    """
    _refuser(avant, apres)
    restants: list[Constat] = []
    fermes: list[Constat] = []
    nouveaux: list[Constat] = []
    avants, apreses = _ouverts(avant), _ouverts(apres)
    for cle in dict.fromkeys((*avants, *apreses)):
        paires, seuls_avant, seuls_apres = _apparier(avants.get(cle, []), apreses.get(cle, []))
        restants += paires
        fermes += seuls_avant
        nouveaux += seuls_apres
    conclut = _Conclusions(apres)
    return Comparaison(
        decision_avant=avant.decision,
        decision_apres=apres.decision,
        corriges=tuple(c for c in fermes if conclut.sur(c)),
        restants=tuple(restants),
        nouveaux=tuple(nouveaux),
        sans_objet=tuple(c for c in fermes if not conclut.sur(c)),
        fichiers=tuple(_fichiers(avant.entete.fichiers, apres.entete.fichiers)),
        reserves=tuple(_reserves(avant, apres)),
    )


def _refuser(avant: Verdict, apres: Verdict) -> None:
    if avant.phase is not apres.phase:
        raise ErreurVerdict(
            f"Ces deux verdicts ne se comparent pas : l’un porte sur {_PHASES[avant.phase]}, "
            f"l’autre sur {_PHASES[apres.phase]}."
        )
    if _catalogue(avant) != _catalogue(apres):
        raise ErreurVerdict(
            "Ces deux verdicts ne se comparent pas : les règles ont changé entre eux. Jugez à "
            "nouveau l’ancien dossier avec cette version."
        )
    if avant.editeur and apres.editeur and _autre_editeur(avant.editeur, apres.editeur):
        raise ErreurVerdict("Ces deux verdicts ne se comparent pas : l’éditeur n’est pas le même.")
    une, autre = avant.solution, apres.solution
    if une and autre and une != autre and _autre_solution(une, autre):
        raise ErreurVerdict("Ces deux verdicts ne se comparent pas : la solution a changé.")


def _catalogue(verdict: Verdict) -> tuple[str, str]:
    return verdict.entete.catalogue, verdict.entete.empreinte


def _autre_editeur(un: Editeur, autre: Editeur) -> bool:
    """Neither the name nor the SIREN agrees: a wrong SIREN or a misspelt name may be corrected."""
    if un == autre or not ecart_d_editeurs(un, autre):
        return False
    if not un.raison_sociale or not autre.raison_sociale:
        return True
    noms = comparer_societes(un.raison_sociale, autre.raison_sociale)
    return noms is Rapprochement.DIFFERENT


def _autre_solution(une: SolutionLogicielle, autre: SolutionLogicielle) -> bool:
    return comparer_solutions(une.nom, autre.nom) is Rapprochement.DIFFERENT


def _ouverts(verdict: Verdict) -> dict[Cle, list[Constat]]:
    groupes: dict[Cle, list[Constat]] = {}
    for constat in verdict.constats:
        if constat.defaut or constat.indecis:
            groupes.setdefault((constat.code, constat.piece), []).append(constat)
    return groupes


def _apparier(
    avant: list[Constat], apres: list[Constat]
) -> tuple[list[Constat], list[Constat], list[Constat]]:
    """The same points first, then one by one: what remains (as after), what went, what came."""
    communs = Counter(c.message for c in avant) & Counter(c.message for c in apres)
    autres_avant, autres_apres = _sans(avant, communs), _sans(apres, communs)
    nombre = min(len(autres_avant), len(autres_apres))
    venus = autres_apres[nombre:]
    restants = [c for c in apres if not any(c is venu for venu in venus)]
    return restants, autres_avant[nombre:], venus


def _sans(constats: list[Constat], communs: Counter[str]) -> list[Constat]:
    """``constats`` less as many of each message as ``communs`` counts."""
    restant, autres = communs.copy(), []
    for constat in constats:
        if restant[constat.message]:
            restant[constat.message] -= 1
        else:
            autres.append(constat)
    return autres


class _Conclusions:
    """What the rules of a verdict concluded about."""

    def __init__(self, verdict: Verdict) -> None:
        self._codes = {c.code for c in verdict.constats if c.resultat is not Resultat.SANS_OBJET}
        self._absentes = {p.piece for p in verdict.pieces if not p.presente}

    def sur(self, constat: Constat) -> bool:
        """Whether the rule of ``constat`` still had its piece to look at, and concluded."""
        return constat.code in self._codes and constat.piece not in self._absentes


def _fichiers(avant: Iterable[FichierLu], apres: Iterable[FichierLu]) -> Iterator[FichierCompare]:
    """By content first, then by name; sorted by name."""
    anciens = {(f.sha256, f.nom) for f in avant}
    actuels = {(f.sha256, f.nom) for f in apres}
    trouves = [FichierCompare(nom=n, etat=EtatFichier.INCHANGE) for _, n in anciens & actuels]
    partis, venus = sorted(anciens - actuels), sorted(actuels - anciens)
    for sha256, nom in list(venus):
        if ancien := next((a for a in partis if a[0] == sha256), None):
            partis.remove(ancien)
            venus.remove((sha256, nom))
            trouves.append(FichierCompare(nom=nom, etat=EtatFichier.RENOMME, ancien_nom=ancien[1]))
    noms_partis, noms_venus = {n for _, n in partis}, {n for _, n in venus}
    for nom in noms_partis | noms_venus:
        etat = EtatFichier.AJOUTE if nom not in noms_partis else EtatFichier.RETIRE
        etat = EtatFichier.MODIFIE if nom in noms_partis & noms_venus else etat
        trouves.append(FichierCompare(nom=nom, etat=etat))
    yield from sorted(trouves, key=lambda f: (f.nom, f.etat))


def _reserves(avant: Verdict, apres: Verdict) -> Iterator[str]:
    if not (avant.editeur and apres.editeur):
        yield "L’éditeur n’est pas nommé dans les deux verdicts : rien ne prouve qu’il est le même."
    elif avant.editeur != apres.editeur and (
        ecart := ecart_d_editeurs(avant.editeur, apres.editeur)
    ):
        yield f"L’éditeur est écrit autrement dans les deux verdicts : {ecart}."
    une, autre = avant.entete, apres.entete
    if (une.politique, une.reclassements) != (autre.politique, autre.reclassements):
        yield "La politique n’est pas la même : des effets ont pu changer sans correction."
