"""SAS-TRD: the effecteurs know that some of their data goes to the plateforme numérique SAS."""

from __future__ import annotations

from segur_payment.dossier import (
    DossierAvance,
    JustificatifTransmission,
    NatureJustificatif,
    Piece,
    TypePiece,
)
from segur_payment.regles._presence import piece_absente, rangees
from segur_payment.regles.coherence import ecart_de_noms
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    conforme,
    confronter,
    manque,
    non_conforme,
    ouvert,
    sans_objet,
)
from segur_payment.regles.socle import regle
from segur_payment.regles.solution import piece_de_la_solution

JUSTIFICATIF = TypePiece.JUSTIFICATIF


def _sans_justificatif() -> Conclusion:
    return sans_objet("Aucun justificatif à examiner.", "SAS-TRD-01")


@regle(
    "SAS-TRD-01", "justificatif-absent", effet=Effet.COMPLETER,
    exigence="avance.transmission", piece=JUSTIFICATIF,
)  # fmt: skip
def absent(dossier: DossierAvance) -> Conclusions:
    """Le dossier d’avance contient les CGU, les contrats ou un autre justificatif.

    Pourquoi : il faut montrer que les effecteurs connaissent la transmission de leurs données.
    Conforme : « Conditions générales d’utilisation »
    Non conforme : aucun de ces documents dans le dossier
    Remède : joindre les CGU de la solution ; elles suffisent.
    """
    if not dossier.justificatifs:
        message = "Le dossier ne contient ni CGU, ni contrats, ni autre justificatif."
        return piece_absente(dossier, JUSTIFICATIF, message)
    return [conforme("Un justificatif est joint.", j, "type") for j in dossier.justificatifs]


@regle(
    "SAS-TRD-02", "justificatif-sans-transmission", effet=Effet.MODIFIER,
    exigence="transmission.clause", piece=JUSTIFICATIF,
)  # fmt: skip
def sans_transmission(dossier: DossierAvance) -> Conclusions:
    """Un justificatif dit aux effecteurs que des données vont à la plateforme numérique SAS.

    Pourquoi : c’est cette information que le justificatif doit prouver.
    Conforme : « Une partie de vos données est transmise à la plateforme numérique SAS. »
    Non conforme : « Vos données sont hébergées en France. »
    Remède : ajouter la clause de transmission au justificatif.
    """
    justificatifs = rangees(dossier.justificatifs)
    if not justificatifs:
        return _sans_justificatif()
    if avec := [j for j in justificatifs if j.clause]:
        return [conforme("La transmission est annoncée aux effecteurs.", j, "clause") for j in avec]
    message = "Aucune clause n’annonce la transmission à la plateforme numérique SAS."
    douteux = (j for j in justificatifs if j.doute("clause"))
    return manque(message, next(douteux, justificatifs[0]), "clause")


@regle(
    "SAS-TRD-03", "justificatif-fragile", effet=Effet.AVERTISSEMENT,
    exigence="signature", piece=JUSTIFICATIF,
)  # fmt: skip
def fragile(dossier: DossierAvance) -> Conclusions:
    """Le justificatif est fait des CGU, ou de contrats tous signés.

    Pourquoi : les CGU suffisent seules ; un contrat non signé ou un écrit libre se discute.
    Conforme : « Conditions générales d’utilisation »
    Non conforme : un modèle de contrat, que personne n’a signé
    Remède : préférer les CGU, ou joindre des contrats tous signés.
    """
    if not dossier.justificatifs:
        return _sans_justificatif()
    cgu = [j for j in dossier.justificatifs if j.nature is NatureJustificatif.CGU and j.clause]
    return [_solidite(justificatif) for justificatif in cgu or dossier.justificatifs]


def _solidite(justificatif: JustificatifTransmission) -> Conclusion:
    if justificatif.nature is None:
        raison = justificatif.doute("nature") or "la nature du justificatif n’est pas dite."
        return ouvert(raison, justificatif, "nature")
    if justificatif.nature is NatureJustificatif.CGU:
        return conforme("Le justificatif est fait de CGU.", justificatif, "nature")
    if justificatif.nature is NatureJustificatif.AUTRE:
        message = "Le justificatif n’est fait ni de CGU ni de contrats."
        return non_conforme(message, justificatif, "nature")
    if justificatif.contrats_signes is False:
        message = "Des contrats ne sont pas signés."
        return non_conforme(message, justificatif, "contrats_signes")
    if justificatif.contrats_signes is None and not justificatif.signatures:
        return manque("Aucun contrat n’est signé.", justificatif, "contrats_signes")
    return conforme("Les contrats sont signés.", justificatif, "nature", "contrats_signes")


@regle(
    "SAS-TRD-04", "justificatif-autre-solution", effet=Effet.MODIFIER,
    exigence="coherence", piece=JUSTIFICATIF,
)  # fmt: skip
def autre_solution(dossier: DossierAvance) -> Conclusions:
    """Le justificatif concerne la solution de la demande.

    Pourquoi : les CGU d’une autre solution ne disent rien aux effecteurs de celle-ci.
    Conforme : « CGU d’Agenda Exemple », demande pour Agenda Exemple
    Non conforme : « CGU de Télésoin Exemple », demande pour Agenda Exemple
    Remède : joindre le justificatif de la solution de la demande.
    """
    justificatifs = rangees(dossier.justificatifs)
    if not justificatifs:
        return _sans_justificatif()
    reference = piece_de_la_solution(dossier)
    if reference is None:
        return sans_objet("La solution de la demande n’est pas connue.")
    bons = [j for j in justificatifs if j.clause and j.solution and not _ecart(j, reference)]
    return [_juger_la_solution(j, reference) for j in bons or justificatifs]


def _ecart(justificatif: Piece, reference: Piece) -> str | None:
    if justificatif.solution is None or reference.solution is None:
        return None
    return ecart_de_noms(justificatif.solution, reference.solution)


def _juger_la_solution(justificatif: Piece, reference: Piece) -> Conclusion:
    if ecart := _ecart(justificatif, reference):
        message = f"Le justificatif concerne une autre solution : {ecart}."
        return confronter(non_conforme(message, justificatif, "solution"), reference, "solution")
    return conforme("Le justificatif ne vise pas une autre solution.", justificatif, "solution")


REGLES = (absent, sans_transmission, fragile, autre_solution)
