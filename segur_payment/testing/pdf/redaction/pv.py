"""The two procès-verbaux: mise en service (avance) and vérification de service régulier (solde)."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import Perimetre, ProcesVerbal, PvVsr, ResultatVsr
from segur_payment.testing.pdf.blocs import Bloc, Choix, Document, Intertitre, Para
from segur_payment.testing.pdf.redaction.commun import (
    ANS,
    en_lettres,
    fait_le,
    identite,
    sous_titre,
    visas,
)

_PORTEES = {
    Perimetre.COMPLET: " pour le périmètre complet",
    Perimetre.PARTIEL: " pour un périmètre partiel, limité à la remontée des créneaux",
    None: "",
}
_ISSUES = {
    ResultatVsr.FAVORABLE: "déclarée favorable",
    ResultatVsr.DEFAVORABLE: "déclarée défavorable",
    ResultatVsr.AJOURNEE: "ajournée",
    None: "prononcée",
}


def proces_verbal(piece: ProcesVerbal) -> Document:
    """The PV; in a form the perimeter is a box to tick, elsewhere a sentence says it."""
    vsr = isinstance(piece, PvVsr)
    evenement = "vérification de service régulier" if vsr else "mise en service"
    mise_en_service = piece.date_mise_en_service if isinstance(piece, PvVsr) else None
    constat = "Date de la VSR" if vsr else "Date de mise en service"
    fiche = identite(
        piece,
        ("Date de mise en service", en_lettres(mise_en_service) if mise_en_service else None),
        (constat, en_lettres(piece.date_constat) if piece.date_constat else None),
    )
    return Document(
        titre=f"Procès-verbal de {evenement}",
        sous_titre=f"Plateforme numérique SAS – {sous_titre(piece)}",
        emetteur=ANS,
        corps=(
            fiche,
            Intertitre("Décision"),
            *_decision(piece, evenement),
            *fait_le(piece),
            *visas(piece),
        ),
    )


def _decision(piece: ProcesVerbal, evenement: str) -> Iterator[Bloc]:
    issue = _ISSUES[piece.resultat] if isinstance(piece, PvVsr) else "prononcée"
    phrase = f"La {evenement} est {issue}{_PORTEES[piece.perimetre]}."
    if piece.perimetre is None:
        yield Para(phrase)
    else:
        options = tuple((f"Périmètre {p}", p is piece.perimetre) for p in Perimetre)
        yield Choix(phrase, f"La {evenement} est {issue} pour", options)
    yield Para(f"Réserve : {piece.reserves}." if piece.reserves else "Aucune réserve n’est émise.")
