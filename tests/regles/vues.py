"""Dossiers that every rule is asked about, each field with a proof that bears its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from fabrique import (
    ANS,
    SIGNATURE,
    bon_avance,
    bon_solde,
    canal,
    cgu,
    declaration,
    demande,
    fichier,
    formulaire,
    preuve,
    pv_mes,
    pv_vsr,
    support,
)

from regles.vues_signees import SIGNEES
from segur_payment.dossier import (
    ContenuActif,
    DateImpossible,
    Demande,
    DemandeAnterieure,
    Dossier,
    DossierAvance,
    DossierSolde,
    Editeur,
    Partie,
    Phase,
    Piece,
    PieceSignee,
    Signature,
    SolutionLogicielle,
)

CHAMPS_DE_PIECES = ("formulaire", "pv", "declaration", "support")
ILLISIBLE = fichier("illisible.pdf", illisible="il est vide.", pieces=(), pages=None)
IMPOSSIBLE = DateImpossible(champ="date", texte="31/04/2025")
MUETTES = tuple(s.model_copy(update={"date": None}) for s in (ANS, SIGNATURE))
SANS_DATE: dict[str, Any] = {"date": None, "date_constat": None, "signatures": MUETTES}


def _apres(montant: str) -> Demande:
    anterieure = DemandeAnterieure(phase=Phase.SOLDE, montant_ht=Decimal(montant))
    return demande(demandes_anterieures=(anterieure,))


def _aux_solutions(nom: str, autre: str, version: str | None = None) -> DossierAvance:
    solution = SolutionLogicielle(nom=nom, version=None)
    return bon_avance(
        formulaire=formulaire(solution=solution),
        pv=pv_mes(solution=SolutionLogicielle(nom=autre, version=version)),
        declaration=declaration(solution=solution),
        justificatifs=(cgu(solution=solution),),
    )


def _aux_editeurs(autre: Editeur) -> DossierAvance:
    return bon_avance(pv=pv_mes(editeur=autre))


BONS: dict[Phase, Dossier] = {Phase.AVANCE: bon_avance(), Phase.SOLDE: bon_solde()}
FONDS: dict[str, Dossier] = {
    "avance vide": DossierAvance(demande=demande()),
    "solde vide": DossierSolde(demande=demande()),
    "avance illisible": DossierAvance(demande=demande(), fichiers=(ILLISIBLE,)),
    "solde illisible": DossierSolde(demande=demande(), fichiers=(ILLISIBLE,)),
    "avance en fichiers": bon_avance(fichiers=(fichier(), ILLISIBLE)),
    "avance au PV non signé": bon_avance(pv=pv_mes(signatures=())),
    "solde au PV non signé": bon_solde(pv=pv_vsr(signatures=())),
    "avance au PV sans date": bon_avance(pv=pv_mes(**SANS_DATE)),
    "solde au PV sans date": bon_solde(pv=pv_vsr(**SANS_DATE)),
    "avance au PV d’une date impossible": bon_avance(
        pv=pv_mes(**SANS_DATE, dates_impossibles=(IMPOSSIBLE,))
    ),
    "avance au PV daté de son seul constat": bon_avance(pv=pv_mes(date=None, signatures=MUETTES)),
    "avance au PV daté sans constat": bon_avance(pv=pv_mes(date_constat=None, signatures=MUETTES)),
    "avance signée par des inconnus": bon_avance(pv=pv_mes(signatures=(Signature(), Signature()))),
    "solde d’une VSR le jour de la mise en service": bon_solde(
        pv=pv_vsr(date_mise_en_service=pv_vsr().date_constat)
    ),
    "avance sans solution": bon_avance(
        formulaire=formulaire(solution=None),
        pv=pv_mes(solution=None),
        declaration=declaration(solution=None),
    ),
    "avance aux deux CGU sans clause, dont une floue": bon_avance(
        justificatifs=(cgu(clause=None), cgu(clause=None, incertitudes={"clause": "floue."}))
    ),
    "avance aux deux contenus actifs": bon_avance(
        fichiers=(fichier(contenu_actif=tuple(ContenuActif)),)
    ),
    "avance au fichier pris pour une autre pièce": bon_avance(
        formulaire=formulaire(fichiers=("pv.pdf",)), fichiers=(fichier(),)
    ),
    "avance de 50 000 € après 60 000 €": bon_avance(
        formulaire=formulaire(montant="50000"), demande=_apres("60000")
    ),
    "avance de 36 000 € sans taxe dite, après 70 000 €": bon_avance(
        formulaire=formulaire(montant="36000", taxe=None), demande=_apres("70000")
    ),
    "avance de 150 000 €": bon_avance(formulaire=formulaire(montant="150000")),
    "avance à la version 3.10 face à la 3.9": _aux_solutions("Agenda 3.9", "Agenda 3.10"),
    "avance à la version 3.02 face à la 3.2": _aux_solutions("Agenda 3.2", "Agenda 3.02"),
    "avance à la version 4 face à la 3.2": _aux_solutions("Agenda 3.2", "Agenda", "4"),
    "avance à la version écrite deux fois": _aux_solutions("Agenda 3.2", "Agenda 3.2", "4.0"),
    "avance au SIREN mal écrit, au SIRET juste": _aux_editeurs(
        Editeur(siren="73282932", siret="55210055400013")
    ),
    "avance au SIREN de la seule TVA": _aux_editeurs(Editeur(tva="FR96552100554")),
    "avance au SIREN de dix chiffres": _aux_editeurs(Editeur(siren="5521005540")),
    "avance au seul nom, autre": _aux_editeurs(Editeur(raison_sociale="Télésoin Imaginaire")),
    "solde aux trois canaux fautifs, dont deux cités": bon_solde(
        support=support(
            canal(courriel="aide@exemple", lien="http://aide.exemple.fr"),
            canal(telephone="01 42 68", lien=None),
            preuves={"canaux": (preuve("Tél. : 01 42 68"), preuve("ou http://aide.exemple.fr"))},
        )
    ),
    "solde aux deux liens en http": bon_solde(
        support=support(canal(lien="http://un.exemple.fr"), canal(lien="http://deux.exemple.fr"))
    ),
    "solde aux deux mises en service": bon_solde(
        pv=pv_vsr(date_mise_en_service=None),
        autres_pieces=(
            pv_mes(date_constat=dt.date(2025, 5, 10)),
            pv_mes(date_constat=dt.date(2025, 5, 20)),
            pv_mes(date_constat=dt.date(2025, 3, 3)),
        ),
    ),
    "solde daté de la seule signature de sa VSR": bon_solde(
        pv=pv_vsr(date_constat=None, date_mise_en_service=dt.date(2025, 6, 1))
    ),
    **SIGNEES,
}
"""What surrounds the cases: nothing, everything, nothing that opens."""


def sur_chaque_piece(dossier: Dossier, changer: Callable[[Piece], Piece]) -> Dossier:
    """The dossier whose every piece went through ``changer``."""
    changements: dict[str, object] = {
        nom: changer(piece)
        for nom in CHAMPS_DE_PIECES
        if (piece := getattr(dossier, nom, None)) is not None
    }
    for liste in ("justificatifs", "autres_pieces"):
        changements[liste] = tuple(map(changer, getattr(dossier, liste, ())))
    connus = type(dossier).model_fields
    return dossier.model_copy(update={n: v for n, v in changements.items() if n in connus})


def champs(piece: Piece) -> Iterator[str]:
    """The fields of a piece that a proof or a doubt may be about."""
    yield from (c for c in type(piece).model_fields if c not in ("preuves", "incertitudes"))
    if isinstance(piece, PieceSignee):
        yield from (f"signatures.{partie}" for partie in Partie)


def prouve(dossier: Dossier) -> Dossier:
    """The dossier with a proof for each field, after those that it has."""

    def prouver(piece: Piece) -> Piece:
        preuves = {c: (preuve(c, f"{piece.type}.pdf"),) for c in champs(piece)}
        return piece.model_copy(update={"preuves": {**preuves, **piece.preuves}})

    return sur_chaque_piece(dossier, prouver)
