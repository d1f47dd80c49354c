"""A solde checked against its avance: facts of an earlier verdict, given to the rules in force."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from segur_payment.dossier import (
    Contradiction,
    DemandeAnterieure,
    Dossier,
    DossierSolde,
    Editeur,
    Phase,
    Piece,
    SolutionLogicielle,
    StatutDemande,
)
from segur_payment.erreurs import ErreurVerdict
from segur_payment.francais import jour
from segur_payment.referentiel import SAS
from segur_payment.regles.coherence import ecart_d_editeurs, ecart_de_noms
from segur_payment.regles.solution import demandes_comptees
from segur_payment.verdict.constat import Reserve
from segur_payment.verdict.etapes import Etape, Jalon
from segur_payment.verdict.modele import AvanceConnue, Verdict

_ORIGINE = "d’après le dossier d’avance"
_PORTEURS = ("formulaire", "pv")


def rattacher(dossier: Dossier, avance: Verdict, *, payee: bool) -> DossierSolde:
    """The solde with what its avance tells: the request, its parties, the mise en service.

    What the solde and its avance say differently becomes a contradiction, which SAS-IDE-01,
    SAS-IDE-02 and SAS-VSR-10 judge; the request counts for SAS-MNT-02, SAS-MNT-03 and SAS-SEQ-02
    unless the dossier declares it already.

    Raises:
        ErreurVerdict: the dossier is no solde, or the verdict is not that of an avance.
    """
    if not isinstance(dossier, DossierSolde):
        raise ErreurVerdict("Seul un solde se contrôle avec le verdict de son avance.")
    if avance.phase is not Phase.AVANCE:
        raise ErreurVerdict("Le verdict donné n’est pas celui d’une avance.")
    dossier = _avec_la_demande(dossier, avance, payee)
    for champ, ecart in _ecarts(dossier, avance):
        dossier = _contredire(dossier, champ, ecart)
    return _avec_la_mise_en_service(dossier, avance)


def avance_connue(avance: Verdict, *, payee: bool) -> AvanceConnue:
    """What the header of the verdict keeps of the avance."""
    return AvanceConnue(
        decision=avance.decision,
        date_depot=avance.entete.date_depot,
        empreinte=hashlib.sha256(avance.model_dump_json().encode()).hexdigest(),
        payee=payee,
    )


def reserve_de_l_avance(avance: AvanceConnue) -> Reserve:
    """A verdict of this library is no decision of the ASP."""
    suite = "son paiement est cru sur parole" if avance.payee else "il ne dit pas si elle est payée"
    return Reserve(
        piece=None,
        objet=f"L’avance déposée le {jour(avance.date_depot)} est connue par son verdict "
        f"({avance.decision}), non par une décision de l’ASP",
        raison=suite,
    )


def _avec_la_demande(dossier: DossierSolde, avance: Verdict, payee: bool) -> DossierSolde:
    if any(d.phase is Phase.AVANCE for d in demandes_comptees(dossier)):
        return dossier
    depot = avance.entete.date_depot
    anterieure = DemandeAnterieure(
        phase=Phase.AVANCE,
        montant_ht=avance.montant_payable_ht or SAS.montant(Phase.AVANCE, depot),
        statut=StatutDemande.PAYEE if payee else StatutDemande.EN_COURS,
        date=depot,
        solution=avance.solution,
    )
    demandes = (*dossier.demande.demandes_anterieures, anterieure)
    demande = dossier.demande.model_copy(update={"demandes_anterieures": demandes})
    return dossier.model_copy(update={"demande": demande})


def _ecarts(dossier: DossierSolde, avance: Verdict) -> Iterator[tuple[str, Contradiction]]:
    """What the solde and its avance name differently; a new version is the same solution."""
    porteuse = _porteuse(dossier, "editeur")
    un, autre = avance.editeur, porteuse and porteuse.editeur
    if un and autre and un != autre and ecart_d_editeurs(un, autre):
        yield "editeur", Contradiction(declare=_selon(_editeur(un)), lu=_editeur(autre))
    porteuse = _porteuse(dossier, "solution")
    une, seconde = avance.solution, porteuse and porteuse.solution
    if une and seconde and une != seconde and ecart_de_noms(une, seconde):
        yield "solution", Contradiction(declare=_selon(_solution(une)), lu=_solution(seconde))


def _porteuse(dossier: DossierSolde, champ: str) -> Piece | None:
    """The form, else the PV: the first that names the éditeur or the solution."""
    pieces = (getattr(dossier, nom) for nom in _PORTEURS)
    return next((p for p in pieces if p is not None and getattr(p, champ)), None)


def _contredire(dossier: DossierSolde, champ: str, ecart: Contradiction) -> DossierSolde:
    porteuse = _porteuse(dossier, champ)
    nom = next(nom for nom in _PORTEURS if getattr(dossier, nom) is porteuse)
    assert porteuse is not None
    contradictions = {champ: ecart, **porteuse.contradictions}
    return dossier.model_copy(
        update={nom: porteuse.model_copy(update={"contradictions": contradictions})}
    )


def _avec_la_mise_en_service(dossier: DossierSolde, avance: Verdict) -> DossierSolde:
    jalons = (j for j in avance.chronologie if j.etape is Etape.MISE_EN_SERVICE and j.date)
    jalon, pv = next(jalons, None), dossier.pv
    if jalon is None or jalon.date is None or pv is None:
        return dossier
    if pv.date_mise_en_service is None:
        complete = pv.model_copy(update=_connue(pv, jalon))
    elif pv.date_mise_en_service != jalon.date:
        ecart = Contradiction(declare=_selon(jour(jalon.date)), lu=jour(pv.date_mise_en_service))
        contradictions = {"date_mise_en_service": ecart, **pv.contradictions}
        complete = pv.model_copy(update={"contradictions": contradictions})
    else:
        return dossier
    return dossier.model_copy(update={"pv": complete})


def _connue(pv: Piece, jalon: Jalon) -> dict[str, object]:
    """The date with the words of the avance that prove it, else as a declared one."""
    champ = "date_mise_en_service"
    changements: dict[str, object] = {
        champ: jalon.date,
        "incertitudes": {c: r for c, r in pv.incertitudes.items() if c != champ},
    }
    if jalon.preuves:
        return changements | {"preuves": {**pv.preuves, champ: jalon.preuves}}
    return changements | {"declares": (*pv.declares, champ)}


def _selon(valeur: str) -> str:
    return f"{valeur}, {_ORIGINE}"


def _editeur(editeur: Editeur) -> str:
    siren = editeur.siren and f"SIREN {editeur.siren}"
    return ", ".join(filter(None, (editeur.raison_sociale, siren))) or "sans nom"


def _solution(solution: SolutionLogicielle) -> str:
    return " ".join(filter(None, (solution.nom, solution.version)))
