"""What the two procès-verbaux are judged on alike; each code calls it with its own causes."""

from __future__ import annotations

from segur_payment.dossier import (
    Dossier,
    NatureSignature,
    Partie,
    Perimetre,
    ProcesVerbal,
    TypePiece,
)
from segur_payment.francais import jour as ecrire_jour
from segur_payment.regles._presence import autre_a_la_place, piece_absente
from segur_payment.regles.conclusion import (
    Conclusion,
    Effet,
    conforme,
    manque,
    non_conforme,
    rien_a_redire,
    sans_objet,
)
from segur_payment.regles.signature import alteree, emplacement_vide, preuve_manquante

SANS_PV = "Aucun procès-verbal à examiner."


def presence(dossier: Dossier, attendu: TypePiece, autre: str) -> Conclusion:
    """The PV is there; ``autre`` is the code that speaks when another document replaces it."""
    if dossier.pv is not None:
        return conforme(f"Le dossier contient {attendu.defini}.", dossier.pv, "type")
    if autre_a_la_place(dossier, attendu):
        return sans_objet("Un autre document est à la place du procès-verbal.", autre)
    return piece_absente(dossier, attendu, f"Le dossier ne contient pas de {attendu.libelle}.")


def cause(dossier: Dossier, attendu: TypePiece, *, absent: str, autre: str) -> str:
    """The code that says why there is no PV to examine."""
    return autre if autre_a_la_place(dossier, attendu) else absent


def perimetre_complet(pv: ProcesVerbal | None, cause: str, non_precise: str) -> Conclusion:
    """The PV does not state a partial perimeter."""
    if pv is None:
        return sans_objet(SANS_PV, cause)
    if pv.perimetre is Perimetre.PARTIEL:
        return non_conforme(
            "Le procès-verbal porte sur un périmètre partiel : la demande n’est pas éligible.",
            pv, "perimetre", attendu=Perimetre.COMPLET, trouve=Perimetre.PARTIEL,
        )  # fmt: skip
    if pv.perimetre is None:
        message = "Le procès-verbal n’indique aucun périmètre."
        return manque(message, pv, "perimetre", sinon=sans_objet(message, non_precise))
    return conforme("Le procès-verbal porte sur le périmètre complet.", pv, "perimetre")


def perimetre_precise(pv: ProcesVerbal | None, cause: str) -> Conclusion:
    """The PV states a perimeter."""
    if pv is None:
        return sans_objet(SANS_PV, cause)
    if pv.perimetre is None:
        return manque("Le procès-verbal n’indique pas son périmètre.", pv, "perimetre")
    return conforme("Le procès-verbal indique son périmètre.", pv, "perimetre")


def signature(dossier: Dossier, partie: Partie, cause: str) -> Conclusion:
    """The PV bears a signature of ``partie`` that counts, proven when the politique demands it."""
    pv = dossier.pv
    if pv is None:
        return sans_objet(SANS_PV, cause)
    champ, siennes = f"signatures.{partie}", pv.signatures_de(partie)
    obstacle = alteree(siennes, pv, champ) or preuve_manquante(dossier, siennes, pv, partie, champ)
    if obstacle:
        return obstacle
    if siennes:
        return conforme(f"Le procès-verbal est signé par {partie.libelle}.", pv, champ)
    message = f"Le procès-verbal n’est pas signé par {partie.libelle}."
    return manque(message + emplacement_vide(pv.bloc_vide_de(partie)), pv, champ)


def signataires_identifies(pv: ProcesVerbal | None, cause: str, *sans: str) -> Conclusion:
    """The PV is dated, and those who signed have a name and a quality."""
    if pv is None:
        return sans_objet(SANS_PV, cause)
    if not pv.signatures:
        return sans_objet("Le procès-verbal n’est pas signé.", *sans)
    if manques := _manques_des_signatures(pv):
        return manque(f"À compléter sur le procès-verbal : {', '.join(manques)}.", pv, "signatures")
    return conforme("Le procès-verbal est daté, ses signataires identifiés.", pv, "signatures")


def _manques_des_signatures(pv: ProcesVerbal) -> list[str]:
    manques = []
    for s in pv.signatures:
        if s.partie is None and s.nature is NatureSignature.NUMERIQUE:
            continue  # a seal over the whole document: the marks of the parties are judged
        partie = s.partie.libelle if s.partie else "une partie non identifiée"
        manques += [f"nom du signataire pour {partie}"] if not s.signataire else []
        manques += [f"qualité du signataire pour {partie}"] if not s.qualite else []
    datee = pv.date or pv.date_constat or pv.dates_impossibles or all(s.date for s in pv.signatures)
    return manques if datee else [*manques, "date"]


def sans_reserve(pv: ProcesVerbal | None, cause: str) -> Conclusion:
    """No reserve is written on the PV."""
    if pv is None:
        return sans_objet(SANS_PV, cause)
    if pv.reserves:
        return non_conforme(
            "Le procès-verbal comporte des réserves.", pv, "reserves", trouve=pv.reserves
        )
    return rien_a_redire("Le procès-verbal ne comporte pas de réserve.", pv, "reserves")


def non_date(pv: ProcesVerbal, evenement: str, cause: str) -> Conclusion:
    """The PV gives no date of the event; an impossible one is judged by SAS-DAT-01."""
    message = f"Le procès-verbal ne date pas la {evenement}."
    sinon = sans_objet(message, "SAS-DAT-01" if pv.dates_impossibles else cause)
    return manque(message, pv, "date_constat", sinon=sinon)


def constat_avant_depot(dossier: Dossier, evenement: str, cause: str, sans_date: str) -> Conclusion:
    """The event that the PV records is not later than the deposit."""
    pv = dossier.pv
    if pv is None:
        return sans_objet(SANS_PV, cause)
    jour, depot = pv.jour, dossier.demande.date_depot
    if jour is None:
        return non_date(pv, evenement, sans_date)
    if jour <= depot:
        return conforme(f"La {evenement} précède le dépôt.", pv, "date_constat")
    if pv.date_constat is None:
        return sans_objet("Le procès-verbal lui-même est daté d’après le dépôt.", "SAS-DAT-01")
    trouve, attendu = ecrire_jour(jour), f"au plus tard le {ecrire_jour(depot)}"
    message = f"La {evenement} ({trouve}) est postérieure au dépôt ({ecrire_jour(depot)})."
    return non_conforme(message, pv, "date_constat", attendu=attendu, trouve=trouve)


def bon_document(dossier: Dossier, attendu: TypePiece, cause: str) -> Conclusion:
    """No other document stands in the place of the PV."""
    if dossier.pv is not None:
        return conforme(f"Le procès-verbal est bien un {attendu.libelle}.", dossier.pv, "type")
    if autre := autre_a_la_place(dossier, attendu):
        return non_conforme(
            f"Un autre document ({autre.type.libelle}) est à la place du {attendu.libelle}.",
            autre, "type", attendu=attendu.libelle, trouve=autre.type.libelle, effet=Effet.MODIFIER,
        )  # fmt: skip
    return sans_objet("Aucun document n’est à la place du procès-verbal.", cause)
