"""Cases of SAS-MES and SAS-VSR: the same ones for both PV, then those of the VSR alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from fabrique import (
    ANS,
    DEPOT,
    SIGNATURE,
    bon_avance,
    bon_solde,
    fichier,
    pv_mes,
    pv_vsr,
)

from regles.cas import Cas, doute, tait, tire
from segur_payment.dossier import (
    AutreDocument,
    BlocVide,
    DateImpossible,
    DossierAvance,
    DossierSolde,
    Partie,
    Perimetre,
    ResultatVsr,
    TypePiece,
)

FLOU = "la page 2 est une image."
APRES = DEPOT + dt.timedelta(days=1)
BLOC_ANS = BlocVide(partie=Partie.ANS, nom="Jeanne Martin", qualite="directrice de projet")
ANONYME = SIGNATURE.model_copy(update={"signataire": None})
SANS_QUALITE = SIGNATURE.model_copy(update={"qualite": None})
SANS_DATES = tuple(s.model_copy(update={"date": None}) for s in (ANS, SIGNATURE))


def _mes(**changements: Any) -> DossierAvance:
    return bon_avance(pv=pv_mes(**changements))


def _vsr(**changements: Any) -> DossierSolde:
    return bon_solde(pv=pv_vsr(**changements))


def _des_deux() -> Iterator[Cas]:
    autres = (
        ("SAS-MES", bon_avance, _mes, pv_vsr(), TypePiece.PV_MES),
        ("SAS-VSR", bon_solde, _vsr, pv_mes(), TypePiece.PV_VSR),
    )
    for famille, bon, avec, rival, attendu in autres:
        autre = AutreDocument(titre="Compte rendu", a_la_place_de=attendu)
        for n in (2, 3, 4, 5, 7, 8, 9):
            yield tait(f"{famille}-0{n}", "pas de PV", bon(pv=None),
                       aussi=(f"{famille}-01",), cause=f"{famille}-01")  # fmt: skip
            yield tait(f"{famille}-0{n}", "autre document", bon(pv=None, autres_pieces=(autre,)),
                       aussi=(f"{famille}-06",), cause=f"{famille}-06")  # fmt: skip
        yield from (
            tait(f"{famille}-01", "autre document", bon(pv=None, autres_pieces=(autre,)),
                 aussi=(f"{famille}-06",), cause=f"{famille}-06"),
            tait(f"{famille}-02", "périmètre non écrit", avec(perimetre=None),
                 aussi=(f"{famille}-03",), cause=f"{famille}-03"),
            tait(f"{famille}-06", "pas de PV", bon(pv=None),
                 aussi=(f"{famille}-01",), cause=f"{famille}-01"),
            tait(f"{famille}-09", "PV daté d’après le dépôt", avec(
                date_constat=None, date=APRES), aussi=("SAS-DAT-01",), cause="SAS-DAT-01"),
            tire(f"{famille}-01", "pas de PV", bon(pv=None)),
            tait(f"{famille}-01", "l’autre PV en plus", bon(autres_pieces=(rival,))),
            doute(f"{famille}-01", "fichier illisible", bon(
                pv=None, fichiers=(fichier(illisible="il est vide.", pieces=()),))),
            tire(f"{famille}-02", "périmètre partiel", avec(perimetre=Perimetre.PARTIEL)),
            tait(f"{famille}-02", "périmètre complet", avec()),
            doute(f"{famille}-02", "périmètre illisible", avec(perimetre=None, illisible=FLOU),
                  dit=FLOU),
            tire(f"{famille}-03", "périmètre non écrit", avec(perimetre=None)),
            tait(f"{famille}-03", "périmètre complet", avec()),
            doute(f"{famille}-03", "deux cases cochées", avec(
                perimetre=None, incertitudes={"perimetre": "les deux cases sont cochées."})),
            tire(f"{famille}-04", "emplacement vide", avec(
                signatures=(SIGNATURE,), blocs_vides=(BLOC_ANS,)), dit="« Jeanne Martin »"),
            tait(f"{famille}-04", "signé des deux", avec()),
            doute(f"{famille}-04", "numérisé", avec(
                signatures=(SIGNATURE,), incertitudes={"signatures.ans": FLOU})),
            tire(f"{famille}-05", "pas d’éditeur", avec(signatures=(ANS,)), dit="l’éditeur"),
            tait(f"{famille}-05", "signé des deux", avec()),
            doute(f"{famille}-05", "numérisé", avec(
                signatures=(ANS,), incertitudes={"signatures.editeur": FLOU})),
            tire(f"{famille}-06", "l’autre PV à la place", bon(pv=None, autres_pieces=(rival,))),
            tire(f"{famille}-06", "un autre document à la place", bon(
                pv=None, autres_pieces=(autre,))),
            tait(f"{famille}-06", "l’autre PV en plus", bon(autres_pieces=(rival,))),
            tire(f"{famille}-07", "sans nom", avec(signatures=(ANS, ANONYME)), dit="nom"),
            tire(f"{famille}-07", "sans qualité", avec(signatures=(ANS, SANS_QUALITE))),
            tire(f"{famille}-07", "sans date", avec(
                date=None, date_constat=None, signatures=SANS_DATES), dit="date"),
            tait(f"{famille}-07", "dates des signatures seules", avec(
                date=None, date_constat=None)),
            doute(f"{famille}-07", "noms illisibles", avec(
                signatures=(ANS, ANONYME), incertitudes={"signatures": FLOU})),
            tire(f"{famille}-08", "réserves", avec(reserves="Réserve : reprise à faire.")),
            tait(f"{famille}-08", "sans réserve", avec()),
            doute(f"{famille}-08", "page illisible", avec(illisible=FLOU)),
            tire(f"{famille}-09", "lendemain du dépôt", avec(date_constat=APRES)),
            tait(f"{famille}-09", "jour du dépôt", avec(date_constat=DEPOT)),
            tait(f"{famille}-09", "date du PV seule", avec(date_constat=None)),
            tait(f"{famille}-09", "31/04", avec(
                date=None, date_constat=None, signatures=SANS_DATES,
                dates_impossibles=(DateImpossible(champ="date_constat", texte="31/04/2025"),)),
                aussi=("SAS-DAT-01",), cause="SAS-DAT-01"),
            doute(f"{famille}-09", "date illisible", avec(
                date=None, date_constat=None, incertitudes={"date_constat": FLOU})),
        )  # fmt: skip


CAS = (
    *_des_deux(),
    *(
        tait(f"SAS-VSR-{n}", "pas de PV", bon_solde(pv=None),
             aussi=("SAS-VSR-01",), cause="SAS-VSR-01")
        for n in (10, 11, 12)
    ),
    tait("SAS-VSR-11", "VSR la veille", _vsr(date_mise_en_service=dt.date(2025, 6, 4)),
         aussi=("SAS-VSR-10",), cause="SAS-VSR-10"),
    tire("SAS-VSR-10", "VSR la veille", _vsr(date_mise_en_service=dt.date(2025, 6, 4)),
         dit="mise en service le 4\u00a0juin\u00a02025"),
    tire("SAS-VSR-10", "mise en service connue par son PV", bon_solde(
        pv=pv_vsr(date_mise_en_service=None),
        autres_pieces=(pv_mes(date_constat=dt.date(2025, 6, 10)),))),
    tait("SAS-VSR-10", "PV de mise en service sans date", bon_solde(
        pv=pv_vsr(date_mise_en_service=None), autres_pieces=(pv_mes(date_constat=None),))),
    tait("SAS-VSR-10", "mise en service inconnue", _vsr(date_mise_en_service=None)),
    tait("SAS-VSR-10", "le même jour", _vsr(date_mise_en_service=dt.date(2025, 6, 3)),
         aussi=("SAS-VSR-11",)),
    doute("SAS-VSR-10", "date illisible", _vsr(
        date_mise_en_service=None, incertitudes={"date_mise_en_service": FLOU})),
    doute("SAS-VSR-10", "VSR non datée, page illisible", _vsr(
        date=None, date_constat=None, illisible=FLOU)),
    tire("SAS-VSR-11", "29 jours", _vsr(date_mise_en_service=dt.date(2025, 5, 5)),
         dit="moins de 30 jours"),
    tait("SAS-VSR-11", "30 jours", _vsr(date_mise_en_service=dt.date(2025, 5, 4))),
    doute("SAS-VSR-11", "date illisible", _vsr(
        date_mise_en_service=None, incertitudes={"date_mise_en_service": FLOU})),
    tire("SAS-VSR-12", "ajournée", _vsr(resultat=ResultatVsr.AJOURNEE)),
    tire("SAS-VSR-12", "défavorable", _vsr(resultat=ResultatVsr.DEFAVORABLE)),
    tait("SAS-VSR-12", "résultat non écrit", _vsr(resultat=None)),
    doute("SAS-VSR-12", "résultat illisible", _vsr(
        resultat=None, incertitudes={"resultat": FLOU})),
)  # fmt: skip
