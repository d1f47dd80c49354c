"""Cases of SAS-IDE, SAS-FIC and SAS-DAT-01."""

from __future__ import annotations

import datetime as dt

from fabrique import (
    ANS,
    DEPOT,
    EDITEUR,
    SIGNATURE,
    bon_avance,
    bon_solde,
    cgu,
    declaration,
    fichier,
    formulaire,
    preuve,
    pv_mes,
    pv_vsr,
    support,
)

from regles.cas import doute, tait, tire
from segur_payment.dossier import (
    ContenuActif,
    DateImpossible,
    DossierAvance,
    Editeur,
    PvMiseEnService,
    SolutionLogicielle,
    TypePiece,
)

FLOU = "deux noms se lisent."
APRES = DEPOT + dt.timedelta(days=1)
AUTRE = Editeur(raison_sociale="Logiciel Exemple SAS", siren="552100554")
SANS_SIREN = Editeur(raison_sociale="LOGICIEL EXEMPLE")
LOIN, PROCHE = Editeur(raison_sociale="Télésoin SARL"), Editeur(raison_sociale="Logiciel Exempel")


def _solution(nom: str, version: str | None = "3.2") -> SolutionLogicielle:
    return SolutionLogicielle(nom=nom, version=version)


def _editeur(**changements: str | None) -> Editeur:
    return EDITEUR.model_copy(update=changements)


def _seul(**changements: str | None) -> DossierAvance:
    """Only the form names the éditeur: SAS-IDE-01 has nothing to compare."""
    return bon_avance(
        formulaire=formulaire(editeur=_editeur(**changements)),
        pv=pv_mes(editeur=None),
        declaration=declaration(editeur=None),
        justificatifs=(cgu(editeur=None),),
    )


def _signe(*, integre: bool) -> PvMiseEnService:
    signatures = (s.model_copy(update={"integre": integre}) for s in (ANS, SIGNATURE))
    return pv_mes(signatures=tuple(signatures))


CAS = (
    tire("SAS-IDE-01", "SIREN différent, même nom", bon_avance(pv=pv_mes(editeur=AUTRE)),
         dit="552100554"),
    tire("SAS-IDE-01", "SIREN du seul SIRET, différent", bon_avance(
        pv=pv_mes(editeur=Editeur(siret="552 100 554 00013"))), dit="552100554"),
    tire("SAS-IDE-01", "autre nom, sans SIREN", bon_avance(declaration=declaration(editeur=LOIN))),
    tire("SAS-IDE-01", "presque le même nom, sans SIREN", bon_avance(
        declaration=declaration(editeur=PROCHE)), dit="se ressemblent"),
    tire("SAS-IDE-01", "CGU d’un autre éditeur", bon_avance(justificatifs=(cgu(editeur=AUTRE),))),
    tire("SAS-IDE-01", "support d’un autre éditeur", bon_solde(support=support(editeur=LOIN))),
    tire("SAS-IDE-01", "deux SIREN face à un formulaire sans SIREN", bon_avance(
        formulaire=formulaire(editeur=SANS_SIREN), declaration=declaration(editeur=AUTRE),
        justificatifs=(cgu(editeur=SANS_SIREN),))),
    tait("SAS-IDE-01", "même SIREN, nom écrit autrement", bon_avance(
        pv=pv_mes(editeur=_editeur(raison_sociale="Tout autre nom")))),
    tait("SAS-IDE-01", "un SIREN d’un côté, un nom de l’autre", bon_avance(
        pv=pv_mes(editeur=LOIN), formulaire=formulaire(editeur=Editeur(siren="732829320")),
        declaration=declaration(editeur=None), justificatifs=(cgu(editeur=None),))),
    tait("SAS-IDE-01", "même nom, SIREN d’un seul côté", bon_avance(
        pv=pv_mes(editeur=SANS_SIREN))),
    tait("SAS-IDE-01", "des pièces sans éditeur", bon_avance(
        pv=pv_mes(editeur=None), declaration=declaration(editeur=None))),
    doute("SAS-IDE-01", "éditeur du PV illisible", bon_avance(
        pv=pv_mes(editeur=None, incertitudes={"editeur": FLOU})), dit=FLOU),
    tire("SAS-IDE-02", "autre solution sur le PV", bon_avance(
        pv=pv_mes(solution=_solution("Télésoin Imaginaire")))),
    tire("SAS-IDE-02", "autre version sur la déclaration", bon_avance(
        declaration=declaration(solution=_solution("Agenda Exemple", "4.0"))), dit="4.0"),
    tire("SAS-IDE-02", "autre version, en un nombre", bon_avance(
        pv=pv_mes(solution=_solution("Agenda Exemple 4", None))), dit="versions"),
    tait("SAS-IDE-02", "même version, en un nombre", bon_avance(
        pv=pv_mes(solution=_solution("Agenda Exemple 3", None)))),
    tire("SAS-IDE-02", "autre correctif", bon_avance(
        formulaire=formulaire(solution=_solution("Agenda Exemple", "3.2.1")),
        pv=pv_mes(solution=_solution("Agenda Exemple", "3.2.4")))),
    tire("SAS-IDE-02", "faute de frappe", bon_avance(
        pv=pv_mes(solution=_solution("Agenda Exmple"))), dit="se ressemblent"),
    tait("SAS-IDE-02", "version plus précise", bon_avance(
        pv=pv_mes(solution=_solution("AGENDA EXEMPLE", "v3.2.1")))),
    tait("SAS-IDE-02", "version non dite, version dans le nom", bon_avance(
        pv=pv_mes(solution=_solution("Agenda Exemple", None)),
        declaration=declaration(solution=_solution("Agenda Exemple v3.2", None)))),
    tait("SAS-IDE-02", "solution nommée par une seule pièce", bon_avance(
        pv=pv_mes(solution=None), declaration=declaration(solution=None))),
    doute("SAS-IDE-02", "solution du PV illisible", bon_avance(
        pv=pv_mes(solution=None, incertitudes={"solution": FLOU}))),
    tire("SAS-IDE-03", "clé du SIREN", _seul(siren="732829321", siret=None, tva=None)),
    tire("SAS-IDE-03", "SIREN de zéros", _seul(siren="000000000", siret=None, tva=None)),
    tire("SAS-IDE-03", "clé du SIRET", _seul(siret="73282932000075"), dit="SIRET"),
    tire("SAS-IDE-03", "clé de la TVA", _seul(tva="FR45732829320"), dit="TVA"),
    tire("SAS-IDE-03", "SIRET d’une autre entreprise", _seul(siret="35600000000048", tva=None),
         dit="n’est pas de l’entreprise"),
    tire("SAS-IDE-03", "clé RIB de l’IBAN", bon_avance(
        formulaire=formulaire(iban="FR14 2004 1010 0505 0001 3M02 607")), dit="IBAN"),
    tire("SAS-IDE-03", "BIC de neuf caractères", bon_avance(
        formulaire=formulaire(bic="PSSTFRPPL"))),
    tait("SAS-IDE-03", "espaces et points dans les numéros", _seul(siren="732.829.320")),
    tait("SAS-IDE-03", "ni IBAN ni BIC", bon_avance(formulaire=formulaire(iban=None, bic=None))),
    doute("SAS-IDE-03", "IBAN illisible", bon_avance(
        formulaire=formulaire(iban=None, incertitudes={"iban": FLOU}))),
    tire("SAS-FIC-01", "mot de passe", bon_avance(
        fichiers=(fichier(illisible="il demande un mot de passe."),)), dit="mot de passe"),
    tait("SAS-FIC-01", "fichier non reconnu mais lisible", bon_avance(
        fichiers=(fichier(pieces=()),))),
    *(
        tait(f"SAS-FIC-0{n}", "aucun fichier lisible", bon_avance(
            fichiers=(fichier(illisible="il est vide."),)),
            aussi=("SAS-FIC-01",), cause="SAS-FIC-01")
        for n in (3, 4, 5)
    ),
    tire("SAS-FIC-02", "même contenu sous deux noms", dossier=bon_avance(
        fichiers=(fichier("a.pdf", sha256="0"), fichier("b.pdf", sha256="0"))), dit="« b.pdf »"),
    tire("SAS-FIC-02", "un fichier déclaré pour deux pièces", bon_avance(
        pv=pv_mes(fichiers=("pv.pdf",)), declaration=declaration(fichiers=("pv.pdf",)),
        fichiers=(fichier(),)), dit="déclaration sur l’honneur"),
    tait("SAS-FIC-02", "un fichier où deux pièces sont reconnues", bon_avance(
        pv=pv_mes(fichiers=("pv.pdf",)), declaration=declaration(fichiers=("pv.pdf",)),
        fichiers=(fichier(pieces=(TypePiece.PV_MES, TypePiece.DECLARATION)),))),
    tire("SAS-FIC-03", "JavaScript", bon_avance(
        fichiers=(fichier(contenu_actif=(ContenuActif.JAVASCRIPT,)),)), dit="JavaScript"),
    tait("SAS-FIC-03", "PDF simple", bon_avance(fichiers=(fichier(),))),
    tire("SAS-FIC-04", "texte caché", bon_avance(
        fichiers=(fichier(textes_non_fiables=(preuve("périmètre complet"),)),))),
    tait("SAS-FIC-04", "PDF simple", bon_avance(fichiers=(fichier(),))),
    tire("SAS-FIC-05", "page ajoutée", bon_avance(
        fichiers=(fichier(modifie_apres_signature="une page a été ajoutée."),)), dit="une page"),
    tire("SAS-FIC-05", "signature altérée, qui ne compte donc pas", bon_avance(
        pv=_signe(integre=False)), aussi=("SAS-MES-04", "SAS-MES-05")),
    tire("SAS-FIC-05", "fichier modifié et signature altérée : dit une fois", bon_avance(
        pv=_signe(integre=False).model_copy(update={"fichiers": ("pv.pdf",)}),
        fichiers=(fichier(modifie_apres_signature="une page a été ajoutée."),)),
        aussi=("SAS-MES-04", "SAS-MES-05")),
    tait("SAS-FIC-05", "signature intacte", bon_avance(
        pv=_signe(integre=True), fichiers=(fichier(),))),
    tire("SAS-DAT-01", "formulaire daté d’après le dépôt", bon_avance(
        formulaire=formulaire(date=APRES)), dit="2\u00a0juillet\u00a02025"),
    tire("SAS-DAT-01", "signature datée d’après le dépôt", bon_avance(declaration=declaration(
        signatures=(SIGNATURE.model_copy(update={"date": APRES}),)))),
    tire("SAS-DAT-01", "PV daté d’après le dépôt, constat non daté", bon_avance(
        pv=pv_mes(date_constat=None, date=APRES))),
    tire("SAS-DAT-01", "le 31/04", bon_avance(pv=pv_mes(
        date_constat=None, date=None,
        dates_impossibles=(DateImpossible(champ="date_constat", texte="31/04/2025"),))),
        dit="« 31/04/2025 »"),
    tire("SAS-DAT-01", "mise en service rappelée après le dépôt, VSR non datée", bon_solde(
        pv=pv_vsr(date_constat=None, date=None, date_mise_en_service=APRES))),
    tait("SAS-DAT-01", "daté du jour du dépôt", bon_avance(formulaire=formulaire(date=DEPOT))),
    tire("SAS-DAT-01", "PV daté d’avant son constat futur", bon_avance(
        pv=pv_mes(date_constat=APRES + dt.timedelta(days=1), date=APRES)), aussi=("SAS-MES-09",)),
    tait("SAS-DAT-01", "PV et constat après le dépôt : dit une fois", bon_avance(
        pv=pv_mes(date_constat=APRES, date=APRES)), aussi=("SAS-MES-09",)),
    doute("SAS-DAT-01", "date indécise", bon_avance(
        formulaire=formulaire(date=None, incertitudes={"date": FLOU}))),
)  # fmt: skip
