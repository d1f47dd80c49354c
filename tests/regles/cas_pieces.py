"""Cases of SAS-DSH, SAS-TRD and SAS-SUP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fabrique import (
    SIGNATURE,
    bon_avance,
    bon_solde,
    canal,
    cgu,
    declaration,
    engagement,
    fichier,
    support,
)

from regles.cas import Cas, doute, tait, tire
from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    BlocVide,
    CanalSupport,
    Dossier,
    DossierAvance,
    DossierSolde,
    ExceptionRemontee,
    NatureCanal,
    NatureJustificatif,
    Partie,
    Portee,
    Public,
    SolutionLogicielle,
    TypeCreneau,
)
from segur_payment.regles.conclusion import Effet

FLOU = "la page 3 est une image."
MUET = fichier(illisible="il est tronqué.", pieces=())
PAR_COURRIEL = ExceptionRemontee(texte="ceux ayant refusé par courriel", prevue=False)
DANS_LA_PLATEFORME = ExceptionRemontee(texte="refus dans la plateforme SAS", prevue=True)
CONTRATS = cgu(nature=NatureJustificatif.CONTRATS, contrats_signes=True)
LIBRE = cgu(nature=NatureJustificatif.AUTRE)
AUTRE_SOLUTION = SolutionLogicielle(nom="Télésoin Imaginaire", version="3.2")
REGULATEURS, EFFECTEURS = (Public.REGULATEURS,), (Public.EFFECTEURS,)


def _dsh(**changements: Any) -> DossierAvance:
    return bon_avance(declaration=declaration(**changements))


def _creneaux(**changements: Any) -> DossierAvance:
    return _dsh(creneaux=engagement(**changements))


def _trd(**changements: Any) -> DossierAvance:
    return bon_avance(justificatifs=(cgu(**changements),))


def _sup(*canaux: CanalSupport, **changements: Any) -> DossierSolde:
    return bon_solde(support=support(*canaux, **changements))


def _sans_piece() -> Iterator[Cas]:
    """The rules on the content of a piece that is missing: only its ``-01`` code fires."""
    sans: dict[str, tuple[Dossier, range]] = {
        "SAS-DSH": (bon_avance(declaration=None), range(2, 8)),
        "SAS-TRD": (bon_avance(justificatifs=()), range(2, 5)),
        "SAS-SUP": (bon_solde(support=None), range(2, 6)),
    }
    for famille, (dossier, rangs) in sans.items():
        absente = f"{famille}-01"
        for n in rangs:
            yield tait(f"{famille}-0{n}", "sans la pièce", dossier, aussi=(absente,), cause=absente)
    for code in ("SAS-DSH-05", "SAS-DSH-06"):
        yield tait(code, "sans engagement", _dsh(creneaux=None),
                   aussi=("SAS-DSH-04",), cause="SAS-DSH-04")  # fmt: skip
    vide = bon_solde(support=support().model_copy(update={"canaux": ()}))
    for n in range(2, 6):
        yield tait(f"SAS-SUP-0{n}", "sans canal", vide, aussi=("SAS-SUP-01",), cause="SAS-SUP-01")


CAS = (
    *_sans_piece(),
    tire("SAS-DSH-01", "pas de déclaration", bon_avance(declaration=None)),
    tait("SAS-DSH-01", "déclaration jointe", bon_avance()),
    doute("SAS-DSH-01", "fichier tronqué", bon_avance(declaration=None, fichiers=(MUET,))),
    tire("SAS-DSH-02", "pas attestée", _dsh(formation=None)),
    tire("SAS-DSH-02", "pour les effecteurs seuls", _dsh(
        formation=AttestationFormation(publics=EFFECTEURS, accomplie=True)), dit="régulateurs"),
    tire("SAS-DSH-02", "promise", _dsh(
        formation=AttestationFormation(publics=(Public.REGULATEURS,), accomplie=False))),
    tait("SAS-DSH-02", "pour les deux publics", _dsh(
        formation=AttestationFormation(publics=tuple(Public), accomplie=True))),
    doute("SAS-DSH-02", "illisible", _dsh(formation=None, illisible=FLOU)),
    tire("SAS-DSH-03", "pas attestée", _dsh(communication=None), effet=Effet.COMPLETER),
    tire("SAS-DSH-03", "à certains", effet=Effet.MODIFIER, dossier=_dsh(
        communication=AttestationCommunication(
            portee=Portee.RESTREINTE, restriction="certains", accomplie=True))),
    tire("SAS-DSH-03", "promise", effet=Effet.COMPLETER, dossier=_dsh(
        communication=AttestationCommunication(portee=Portee.ENSEMBLE, accomplie=False))),
    tait("SAS-DSH-03", "à tous", _dsh()),
    doute("SAS-DSH-03", "illisible", _dsh(
        communication=None, incertitudes={"communication": FLOU})),
    tire("SAS-DSH-04", "pas pris", _dsh(creneaux=None), effet=Effet.COMPLETER),
    tire("SAS-DSH-04", "affaibli", effet=Effet.MODIFIER, dossier=_creneaux(
        ferme=False, affaiblissement="dans la mesure du possible")),
    tait("SAS-DSH-04", "ferme", _dsh()),
    doute("SAS-DSH-04", "illisible", _dsh(creneaux=None, illisible=FLOU)),
    tire("SAS-DSH-05", "PUBLIC seul", _creneaux(
        portee_types=Portee.RESTREINTE, types_cites=(TypeCreneau.PUBLIC,))),
    tire("SAS-DSH-05", "deux types seulement", _creneaux(
        portee_types=Portee.RESTREINTE, types_cites=(TypeCreneau.PUBLIC, TypeCreneau.PRO))),
    tait("SAS-DSH-05", "tous, en les citant", _creneaux(types_cites=tuple(TypeCreneau))),
    doute("SAS-DSH-05", "mots illisibles", _dsh(incertitudes={"creneaux.portee_types": FLOU})),
    tire("SAS-DSH-06", "refus par courriel", _creneaux(exceptions=(PAR_COURRIEL,))),
    tire("SAS-DSH-06", "deux exceptions, dont une prévue", _creneaux(
        exceptions=(DANS_LA_PLATEFORME, PAR_COURRIEL))),
    tait("SAS-DSH-06", "refus dans la plateforme", _creneaux(exceptions=(DANS_LA_PLATEFORME,))),
    tait("SAS-DSH-06", "aucune exception", _creneaux(exceptions=())),
    doute("SAS-DSH-06", "mots illisibles", _dsh(incertitudes={"creneaux.exceptions": FLOU})),
    tire("SAS-DSH-07", "pas sur l’honneur", _dsh(sur_l_honneur=False), dit="sur l’honneur"),
    tire("SAS-DSH-07", "pas signée", _dsh(
        signatures=(), blocs_vides=(BlocVide(partie=Partie.EDITEUR, nom="Paul Durand"),)),
        dit="la signature"),
    tire("SAS-DSH-07", "pas datée", dit="la date", dossier=_dsh(
        date=None, signatures=(SIGNATURE.model_copy(update={"date": None}),))),
    tire("SAS-DSH-07", "signataire sans nom", dit="le nom", dossier=_dsh(
        signatures=(SIGNATURE.model_copy(update={"signataire": None}),))),
    tait("SAS-DSH-07", "datée par sa seule signature", _dsh(date=None)),
    doute("SAS-DSH-07", "signature sur une image", _dsh(signatures=(), illisible=FLOU)),
    tire("SAS-TRD-01", "rien", bon_avance(justificatifs=())),
    tait("SAS-TRD-01", "CGU seules", bon_avance()),
    doute("SAS-TRD-01", "fichier tronqué", bon_avance(justificatifs=(), fichiers=(MUET,))),
    tire("SAS-TRD-02", "CGU sans la clause", _trd(clause=None)),
    tait("SAS-TRD-02", "clause dans les contrats seuls", bon_avance(
        justificatifs=(cgu(clause=None), CONTRATS))),
    doute("SAS-TRD-02", "une page de CGU illisible", bon_avance(
        justificatifs=(cgu(clause=None), cgu(clause=None, illisible=FLOU)))),
    tire("SAS-TRD-03", "écrit libre", bon_avance(justificatifs=(LIBRE,))),
    tire("SAS-TRD-03", "contrats en partie non signés", bon_avance(
        justificatifs=(CONTRATS.model_copy(update={"contrats_signes": False}),))),
    tire("SAS-TRD-03", "modèle de contrat", bon_avance(
        justificatifs=(CONTRATS.model_copy(update={"contrats_signes": None}),))),
    tait("SAS-TRD-03", "contrats déclarés signés", bon_avance(justificatifs=(CONTRATS,))),
    tait("SAS-TRD-03", "contrat dont on voit la signature", bon_avance(justificatifs=(
        CONTRATS.model_copy(update={"contrats_signes": None, "signatures": (SIGNATURE,)}),))),
    tait("SAS-TRD-03", "CGU avec clause, et un écrit libre", bon_avance(
        justificatifs=(LIBRE, cgu()))),
    doute("SAS-TRD-03", "contrats numérisés", bon_avance(justificatifs=(
        CONTRATS.model_copy(update={"contrats_signes": None, "illisible": FLOU}),))),
    tire("SAS-TRD-04", "CGU d’une autre solution", _trd(solution=AUTRE_SOLUTION), dit="Télésoin"),
    tait("SAS-TRD-04", "CGU sans nom de solution", _trd(solution=None)),
    tait("SAS-TRD-04", "CGU d’une autre version", _trd(
        solution=SolutionLogicielle(nom="Agenda Exemple", version="2.0"))),
    tait("SAS-TRD-04", "CGU d’une autre version, en un nombre", _trd(
        solution=SolutionLogicielle(nom="Agenda Exemple 4"))),
    tait("SAS-TRD-04", "les bonnes CGU, et d’autres en plus", bon_avance(
        justificatifs=(cgu(solution=AUTRE_SOLUTION), cgu()))),
    doute("SAS-TRD-04", "nom illisible", _trd(solution=None, incertitudes={"solution": FLOU})),
    tire("SAS-SUP-01", "pas de support", bon_solde(support=None)),
    tire("SAS-SUP-01", "page sans contact", bon_solde(
        support=support().model_copy(update={"canaux": ()}))),
    tait("SAS-SUP-01", "formulaire de contact joint", _sup(
        canal(nature=NatureCanal.FORMULAIRE, lien=None))),
    doute("SAS-SUP-01", "page illisible", bon_solde(
        support=support().model_copy(update={"canaux": (), "illisible": FLOU}))),
    tire("SAS-SUP-02", "effecteurs seuls", _sup(canal(publics=EFFECTEURS))),
    tait("SAS-SUP-02", "un canal par public", _sup(
        canal(publics=REGULATEURS),
        canal(publics=EFFECTEURS, lien=None, telephone="01 42 68 53 00"))),
    doute("SAS-SUP-02", "page illisible", _sup(canal(publics=EFFECTEURS), illisible=FLOU)),
    tire("SAS-SUP-03", "régulateurs seuls", _sup(canal(publics=REGULATEURS))),
    tait("SAS-SUP-03", "un lien pour les deux", _sup()),
    doute("SAS-SUP-03", "page illisible", _sup(canal(publics=REGULATEURS), illisible=FLOU)),
    tire("SAS-SUP-04", "courriel sans arobase", _sup(canal(courriel="support.exemple.fr")),
         dit="Le courriel « support.exemple.fr »"),
    tire("SAS-SUP-04", "téléphone trop court", _sup(canal(telephone="01 42 68"))),
    tire("SAS-SUP-04", "lien mal écrit, sans doublon sur https", _sup(canal(lien="htp://x.fr"))),
    tait("SAS-SUP-04", "numéro d’outre-mer", _sup(canal(telephone="0590 12 34 56"))),
    doute("SAS-SUP-04", "contact illisible", _sup(incertitudes={"canaux": FLOU})),
    tire("SAS-SUP-05", "http", _sup(canal(lien="http://support.editeur-exemple.fr"))),
    tait("SAS-SUP-05", "sans protocole", _sup(canal(lien="support.editeur-exemple.fr"))),
    doute("SAS-SUP-05", "contact illisible", _sup(incertitudes={"canaux": FLOU})),
)  # fmt: skip
