"""SAS-DAT and SAS-SEQ: dates against the deposit, and what was asked before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from segur_payment.dossier import (
    DossierBase,
    DossierSolde,
    Phase,
    Piece,
    PieceSignee,
    ProcesVerbal,
    PvVsr,
    StatutDemande,
)
from segur_payment.francais import jour as ecrire_jour
from segur_payment.regles._presence import rangees
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    conforme,
    manque,
    non_conforme,
    objection,
    sans_objet,
)
from segur_payment.regles.socle import regle
from segur_payment.regles.solution import demandes_comptees


@regle("SAS-DAT-01", "date-posterieure-au-depot", effet=Effet.MODIFIER, exigence="coherence")
def posterieure_au_depot(dossier: DossierBase) -> Conclusions:
    """Aucune pièce ne porte une date impossible ou postérieure au dépôt.

    Pourquoi : une pièce déposée a déjà été établie et signée.
    Conforme : « Fait à Lyon, le 01/04/2025 », dépôt le 02/04/2025
    Non conforme : « Fait à Lyon, le 31/04/2025 »
    Remède : corriger la date de la pièce.
    """
    defauts = [d for piece in rangees(dossier.pieces) for d in _dates_fausses(dossier, piece)]
    return defauts or conforme("Aucune date n’est impossible ni postérieure au dépôt.")


def _dates_fausses(dossier: DossierBase, piece: Piece) -> Iterator[Conclusion]:
    depot = dossier.demande.date_depot
    for date in piece.dates_impossibles:
        message = f"La date « {date.texte} » n’existe pas."
        yield non_conforme(message, piece, "dates_impossibles", trouve=date.texte)
    for jour, champ in _dates(piece).items():
        if jour > depot and not _suit_un_constat_futur(piece, jour, depot):
            trouve, attendu = ecrire_jour(jour), f"au plus tard le {ecrire_jour(depot)}"
            message = f"La date du {trouve} est postérieure au dépôt ({ecrire_jour(depot)})."
            yield non_conforme(message, piece, champ, attendu=attendu, trouve=trouve)
    if obstacle := objection(piece, "date"):
        yield obstacle


def _dates(piece: Piece) -> dict[dt.date, str]:
    """Each date that the piece bears, once, with its field."""
    signatures = piece.signatures if isinstance(piece, PieceSignee) else ()
    dates = {s.date: f"signatures.{s.partie}" for s in signatures if s.date}
    if isinstance(piece, PvVsr) and piece.date_mise_en_service and not piece.date_constat:
        dates[piece.date_mise_en_service] = "date_mise_en_service"
    return dates | ({piece.date: "date"} if piece.date else {})


def _suit_un_constat_futur(piece: Piece, jour: dt.date, depot: dt.date) -> bool:
    """Whether SAS-MES-09 or SAS-VSR-09 already says why this date is in the future."""
    constat = piece.date_constat if isinstance(piece, ProcesVerbal) else None
    return constat is not None and depot < constat == jour


@regle("SAS-DAT-02", "depot-hors-delai", effet=Effet.REJET, exigence="delai")
def hors_delai(dossier: DossierBase) -> Conclusion:
    """Le dépôt a lieu au plus tard à la date limite configurée.

    Pourquoi : passé la date limite que l’utilisateur connaît, le droit au paiement est perdu.
    Conforme : dépôt le 02/04/2025, date limite configurée au 30/06/2025
    Non conforme : dépôt le 01/07/2025, date limite configurée au 30/06/2025
    Remède : vérifier la date limite configurée ; aucune n’est publique.
    """
    depot, limite = dossier.demande.date_depot, dossier.demande.date_limite
    if limite is None:
        return sans_objet("Aucune date limite n’est configurée ; aucune n’est publique.")
    if depot > limite:
        return non_conforme(
            f"Le dépôt du {ecrire_jour(depot)} suit la date limite du {ecrire_jour(limite)}.",
            attendu=f"au plus tard le {ecrire_jour(limite)}", trouve=ecrire_jour(depot),
        )  # fmt: skip
    return conforme(f"Le dépôt précède la date limite du {ecrire_jour(limite)}.")


@regle("SAS-SEQ-01", "demande-en-double", effet=Effet.AVERTISSEMENT, exigence="coherence")
def en_double(dossier: DossierBase) -> Conclusion:
    """La phase n’a pas déjà été demandée pour cette solution.

    Pourquoi : une seconde demande identique retarde la première.
    Conforme : solde demandé après une avance
    Non conforme : avance demandée alors qu’une autre demande d’avance est en cours
    Remède : suivre la première demande avant d’en déposer une autre.
    """
    if any(d.phase is dossier.phase for d in demandes_comptees(dossier)):
        return non_conforme(f"Cette phase ({dossier.phase}) a déjà été demandée.")
    return conforme("Aucune demande de la même phase n’est connue.")


@regle("SAS-SEQ-02", "solde-avant-avance", effet=Effet.AVERTISSEMENT, exigence="solde.apres-avance")
def solde_avant_avance(dossier: DossierSolde) -> Conclusion:
    """L’avance est payée avant la demande de solde.

    Pourquoi : sur un portail voisin, un solde attend que l’avance soit payée.
    Conforme : « Avance versée : oui »
    Non conforme : rien ne dit que l’avance a été payée
    Remède : vérifier que l’avance a été payée.
    """
    formulaire = dossier.formulaire
    avances = (d for d in demandes_comptees(dossier) if d.phase is Phase.AVANCE)
    if any(d.statut is StatutDemande.PAYEE for d in avances):
        return conforme("Une avance payée est connue.")
    message = "Rien ne dit que l’avance a été payée."
    if formulaire is None or formulaire.avance_versee is False:
        return non_conforme(message, formulaire, "avance_versee")
    if formulaire.avance_versee is None:
        return manque(message, formulaire, "avance_versee")
    return conforme("Le formulaire dit l’avance versée.", formulaire, "avance_versee")


REGLES = (posterieure_au_depot, hors_delai, en_double, solde_avant_avance)
