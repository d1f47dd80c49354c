"""Cases of SAS-FOR and SAS-MNT."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from fabrique import (
    SIGNATURE,
    bon_avance,
    bon_solde,
    demande,
    fichier,
    formulaire,
)

from regles.cas import doute, tait, tire
from segur_payment.dossier import (
    AutreDocument,
    BlocVide,
    Couts,
    DateImpossible,
    DemandeAnterieure,
    Partie,
    Phase,
    SolutionLogicielle,
    StatutDemande,
    Taxe,
)

FLOU = "la page 1 est une image."
AVANCE = DemandeAnterieure(
    phase=Phase.AVANCE, montant_ht=Decimal(30000), statut=StatutDemande.PAYEE
)
SOLDE = DemandeAnterieure(phase=Phase.SOLDE, montant_ht=Decimal(70000), statut=StatutDemande.PAYEE)
AUTRE_SOLUTION = SolutionLogicielle(nom="Télésoin Imaginaire")
SANS_QUALITE = SIGNATURE.model_copy(update={"qualite": None})
SANS_DATE = SIGNATURE.model_copy(update={"date": None})
BLOC = BlocVide(partie=Partie.EDITEUR, nom="Paul Durand", qualite="président")
DE_SOLDE = formulaire(Phase.SOLDE)


def _montant(montant: str, taxe: Taxe | None = None) -> dict[str, object]:
    return {"formulaire": formulaire(montant=Decimal(montant), taxe=taxe)}


def _avec(*anterieures: DemandeAnterieure, **changements: object) -> dict[str, object]:
    return {"demande": demande(demandes_anterieures=anterieures, **changements)}


CAS = (
    tire("SAS-FOR-01", "pas de formulaire", bon_avance(formulaire=None)),
    tire("SAS-FOR-01", "pas de formulaire de solde", bon_solde(formulaire=None),
         aussi=("SAS-SEQ-02",)),
    tait("SAS-FOR-01", "une pièce en trop", bon_avance(autres_pieces=(AutreDocument(),))),
    doute(
        "SAS-FOR-01", "un fichier illisible le contient peut-être",
        bon_avance(formulaire=None, fichiers=(fichier("scan.pdf", illisible="vide."),)),
        dit="scan.pdf",
    ),
    doute(
        "SAS-FOR-01", "un fichier non reconnu le contient peut-être",
        bon_avance(formulaire=None, fichiers=(fichier("x.pdf", pieces=()),)),
    ),
    tait("SAS-FOR-01", "formulaire de l’autre phase", bon_avance(formulaire=DE_SOLDE),
         aussi=("SAS-FOR-03",), cause="SAS-FOR-03"),
    tait("SAS-FOR-02", "pas de formulaire", bon_avance(formulaire=None),
         aussi=("SAS-FOR-01",), cause="SAS-FOR-01"),
    tait("SAS-FOR-02", "formulaire de l’autre phase", bon_avance(formulaire=DE_SOLDE),
         aussi=("SAS-FOR-03",), cause="SAS-FOR-03"),
    tait("SAS-FOR-03", "pas de formulaire", bon_avance(formulaire=None),
         aussi=("SAS-FOR-01",), cause="SAS-FOR-01"),
    tait("SAS-FOR-04", "pas de formulaire", bon_avance(formulaire=None),
         aussi=("SAS-FOR-01",), cause="SAS-FOR-01"),
    tire(
        "SAS-FOR-02", "deux champs vides", dit="« SIRET », « Téléphone »",
        dossier=bon_avance(formulaire=formulaire(champs_vides=("SIRET", "Téléphone"))),
    ),
    tait("SAS-FOR-02", "un champ que le formulaire ne demande pas", bon_avance(
        formulaire=formulaire(bic=None))),
    doute("SAS-FOR-02", "formulaire numérisé", bon_avance(formulaire=formulaire(illisible=FLOU))),
    tait("SAS-FOR-02", "formulaire numérisé, déclaré complet", bon_avance(
        formulaire=formulaire(illisible=FLOU, declares=("champs_vides", "phase")))),
    tire(
        "SAS-FOR-03", "formulaire de solde pour une avance", dit="demande de solde",
        dossier=bon_avance(formulaire=DE_SOLDE),
    ),
    tire(
        "SAS-FOR-03", "formulaire d’avance, vide et non signé, pour un solde",
        bon_solde(formulaire=formulaire(champs_vides=("SIRET",), signatures=(), date=None)),
        aussi=("SAS-SEQ-02",),
    ),
    tire(
        "SAS-FOR-03", "formulaire de solde et montant qui n’est d’aucune phase",
        bon_avance(formulaire=formulaire(Phase.SOLDE, montant=Decimal(5))), aussi=("SAS-MNT-01",),
    ),
    tait("SAS-FOR-03", "formulaire qui ne dit pas sa phase", bon_avance(
        formulaire=formulaire(phase=None))),
    doute("SAS-FOR-03", "phase illisible", bon_avance(
        formulaire=formulaire(phase=None, incertitudes={"phase": FLOU}))),
    tire("SAS-FOR-04", "pas signé", bon_avance(formulaire=formulaire(
        signatures=(), blocs_vides=(BLOC,))), dit="le nom imprimé (« Paul Durand »)"),
    tire("SAS-FOR-04", "pas daté", dossier=bon_avance(formulaire=formulaire(
        date=None, signatures=(SANS_DATE,))), dit="la date"),
    tire("SAS-FOR-04", "sans qualité", bon_avance(formulaire=formulaire(
        signatures=(SANS_QUALITE,))), dit="la qualité"),
    tire("SAS-FOR-04", "signé par l’ANS seule", bon_avance(formulaire=formulaire(
        signatures=(SIGNATURE.model_copy(update={"partie": Partie.ANS}),)))),
    tait("SAS-FOR-04", "qualité imprimée à côté, date du document seule", bon_avance(
        formulaire=formulaire(
            signatures=(SANS_QUALITE.model_copy(update={"date": None}),), blocs_vides=(BLOC,)))),
    tire("SAS-DAT-01", "date impossible : le formulaire est daté, mal", bon_avance(
        formulaire=formulaire(
            date=None, signatures=(SANS_DATE,),
            dates_impossibles=(DateImpossible(champ="date", texte="31/04/2025"),))),
         dit="« 31/04/2025 »"),
    doute("SAS-FOR-04", "signature sur une image", bon_avance(formulaire=formulaire(
        signatures=(), incertitudes={"signatures.editeur": FLOU}))),
    tire("SAS-MNT-01", "TTC", bon_avance(**_montant("36000")), dit="TVA à 20 %"),
    tire("SAS-MNT-01", "TTC au solde, avance payée", bon_solde(
        formulaire=formulaire(Phase.SOLDE, montant=Decimal(84000), taxe=None), **_avec(AVANCE)),
        dit="TVA à 20 %"),
    tire("SAS-MNT-01", "tout d’un coup", bon_avance(**_montant("100000")), dit="en deux fois"),
    tire("SAS-MNT-01", "montant du solde", bon_avance(**_montant("70000")), dit="autre phase"),
    tire("SAS-MNT-01", "un centime de trop", bon_avance(**_montant("30000.01"))),
    tire("SAS-MNT-01", "le bon nombre, mais TTC", bon_avance(**_montant("30000", Taxe.TTC))),
    tire("SAS-MNT-01", "demande et formulaire en désaccord", bon_avance(
        demande=demande(montant_ht=Decimal(70000))), dit="La demande"),
    tait("SAS-MNT-01", "30000 sans décimale ni mention", bon_avance(**_montant("30000"))),
    tait("SAS-MNT-01", "montant dit par la demande seule", bon_avance(
        formulaire=formulaire(montant=None, incertitudes={"montant": FLOU}),
        demande=demande(montant_ht=Decimal(30000)))),
    tait("SAS-MNT-01", "pas de formulaire", bon_avance(formulaire=None), aussi=("SAS-FOR-01",),
         cause="SAS-FOR-01"),
    tait("SAS-MNT-01", "montant du formulaire de l’autre phase", bon_avance(formulaire=DE_SOLDE),
         aussi=("SAS-FOR-03",), cause="SAS-FOR-03"),
    tait("SAS-MNT-01", "formulaire de l’autre phase, sans montant", bon_avance(
        formulaire=formulaire(Phase.SOLDE, montant=None)),
        aussi=("SAS-FOR-03",), cause="SAS-FOR-03"),
    tait("SAS-MNT-01", "champ du montant vide", bon_avance(formulaire=formulaire(
        montant=None, champs_vides=("Montant demandé",))),
        aussi=("SAS-FOR-02",), cause="SAS-FOR-02"),
    doute("SAS-MNT-01", "aucun montant nulle part", bon_avance(formulaire=formulaire(
        montant=None))),
    doute("SAS-MNT-01", "montant illisible", dit=FLOU, dossier=bon_avance(formulaire=formulaire(
        montant=None, incertitudes={"montant": FLOU}))),
    tire("SAS-MNT-02", "le forfait est déjà payé", bon_solde(**_avec(AVANCE, SOLDE)),
         aussi=("SAS-SEQ-01",)),
    tire("SAS-MNT-02", "dépassé d’un centime", dossier=bon_solde(
        **_avec(AVANCE.model_copy(update={"montant_ht": Decimal("30000.01")})))),
    tire("SAS-MNT-02", "le forfait est déjà payé, le montant est vide", bon_solde(
        formulaire=formulaire(
            Phase.SOLDE, montant=None, champs_vides=("Montant",), avance_versee=True),
        **_avec(AVANCE, SOLDE)), aussi=("SAS-SEQ-01", "SAS-FOR-02")),
    tire("SAS-MNT-02", "montant dit par la demande seule", bon_solde(
        formulaire=None, **_avec(AVANCE, SOLDE, montant_ht=Decimal(70000))),
        aussi=("SAS-SEQ-01", "SAS-FOR-01")),
    tait("SAS-MNT-02", "montant vide", bon_avance(formulaire=formulaire(
        montant=None, champs_vides=("Montant",))), aussi=("SAS-FOR-02",), cause="SAS-MNT-01"),
    tait("SAS-MNT-02", "un montant TTC ne s’ajoute pas à du HT", bon_solde(
        formulaire=formulaire(Phase.SOLDE, montant=Decimal(71000), taxe=Taxe.TTC),
        **_avec(AVANCE)), aussi=("SAS-MNT-01",), cause="SAS-MNT-01"),
    tait("SAS-MNT-02", "avance puis solde : 100 000 tout juste", bon_solde(**_avec(AVANCE))),
    tait("SAS-MNT-02", "solde rejeté avant", bon_solde(
        **_avec(AVANCE, SOLDE.model_copy(update={"statut": StatutDemande.REJETEE})))),
    tait("SAS-MNT-02", "forfait d’une autre solution", bon_solde(
        **_avec(AVANCE, SOLDE.model_copy(update={"solution": AUTRE_SOLUTION})))),
    tire("SAS-MNT-03", "coûts trop faibles", dossier=bon_avance(
        demande=demande(couts=Couts(humains=Decimal("29999.99")))), dit="29\u202f999,99\xa0€"),
    tire("SAS-MNT-03", "aucun coût gardé", bon_avance(demande=demande(couts=Couts()))),
    tire("SAS-MNT-03", "coûts de l’avance seule, au solde", bon_solde(
        **_avec(AVANCE, couts=Couts(financiers=Decimal(70000))))),
    tait("SAS-MNT-03", "coûts égaux aux montants", bon_solde(**_avec(
        AVANCE, couts=Couts(financiers=Decimal(1), materiels=Decimal(1), humains=Decimal(99998))))),
    tire("SAS-SEQ-01", "avance déjà en cours", bon_avance(
        **_avec(AVANCE.model_copy(update={"statut": StatutDemande.EN_COURS})))),
    tait("SAS-SEQ-01", "avance rejetée avant", bon_avance(
        **_avec(AVANCE.model_copy(update={"statut": StatutDemande.REJETEE})))),
    tait("SAS-SEQ-01", "avance d’une autre solution", bon_avance(
        **_avec(AVANCE.model_copy(update={"solution": AUTRE_SOLUTION})))),
    tire("SAS-SEQ-02", "rien ne dit l’avance payée", bon_solde(
        formulaire=formulaire(Phase.SOLDE, avance_versee=None))),
    tire("SAS-SEQ-02", "avance en cours", bon_solde(
        formulaire=formulaire(Phase.SOLDE, avance_versee=False),
        **_avec(AVANCE.model_copy(update={"statut": StatutDemande.EN_COURS})))),
    tait("SAS-SEQ-02", "avance payée selon l’historique", bon_solde(
        formulaire=formulaire(Phase.SOLDE, avance_versee=None), **_avec(AVANCE))),
    doute("SAS-SEQ-02", "case illisible", bon_solde(formulaire=formulaire(
        Phase.SOLDE, avance_versee=None, incertitudes={"avance_versee": FLOU}))),
    tire("SAS-DAT-02", "un jour après la limite", bon_avance(
        demande=demande(date_limite=dt.date(2025, 6, 30)))),
    tait("SAS-DAT-02", "le jour même", bon_avance(demande=demande(
        date_limite=dt.date(2025, 7, 1)))),
)  # fmt: skip
