"""From a dossier to its verdict: every rule is applied, nothing stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from segur_payment.dossier import Dossier, TypePiece
from segur_payment.referentiel import SAS
from segur_payment.regles.catalogue import empreinte, regles_de
from segur_payment.regles.conclusion import Conclusion, Effet, Resultat
from segur_payment.regles.socle import Acteur, Regle
from segur_payment.verdict.avance import avance_connue, rattacher, reserve_de_l_avance
from segur_payment.verdict.chronologie import chronologie, editeur, pieces_attendues, solution
from segur_payment.verdict.constat import Action, Constat, Fondement
from segur_payment.verdict.decision import decider
from segur_payment.verdict.modele import AvanceConnue, Decision, Entete, FichierLu, Verdict
from segur_payment.verdict.politique import SANS_POLITIQUE, Politique
from segur_payment.verdict.reserves import reserves
from segur_payment.version import version_installee

_ORDRE = {effet: rang for rang, effet in enumerate(Effet)}


def verifier(
    dossier: Dossier,
    *,
    politique: Politique | None = None,
    avance: Verdict | None = None,
    avance_payee: bool = False,
) -> Verdict:
    """Judge a dossier: the same dossier and politique always give the same verdict.

    Args:
        dossier: the dossier, built by hand or given by :func:`segur_payment.lire_dossier`. Its
            ``demande.date_depot`` is the reference date of every rule: no clock is read.
        politique: effects re-graded by the user, and the deadlines that he knows.
        avance: for a solde, the verdict of its avance: the same éditeur and solution, the day of
            the mise en service and the cumulated amount are then checked by the rules in force.
        avance_payee: the ASP paid that avance; a verdict alone does not tell.

    Raises:
        ErreurVerdict: ``avance`` is not the verdict of an avance, or the dossier is no solde.

    Returns:
        The verdict, with one constat at least for each rule of the phase. A rule that crashes
        gives a constat ``en_erreur`` and forbids ``accepter``; nothing is raised.
    """
    politique = politique or SANS_POLITIQUE
    connue = None
    if avance is not None:
        dossier = rattacher(dossier, avance, payee=avance_payee)
        connue = avance_connue(avance, payee=avance_payee)
    dossier = politique.completer(dossier)
    constats = _constats(dossier, regles_de(dossier.phase), politique)
    decision = decider(constats)
    accepte = decision is Decision.ACCEPTER
    return Verdict(
        decision=decision,
        phase=dossier.phase,
        montant_payable_ht=(
            SAS.montant(dossier.phase, dossier.demande.date_depot) if accepte else None
        ),
        a_faire=_a_faire(constats),
        constats=constats,
        reserves=(*reserves(dossier), *([reserve_de_l_avance(connue)] if connue else [])),
        editeur=editeur(dossier),
        solution=solution(dossier),
        pieces=pieces_attendues(dossier),
        chronologie=chronologie(dossier),
        entete=_entete(dossier, politique, connue),
    )


def _constats(
    dossier: Dossier, regles: Sequence[Regle], politique: Politique
) -> tuple[Constat, ...]:
    return tuple(
        _constat(regle, conclusion, dossier, politique)
        for regle in regles
        for conclusion in sorted(_appliquer(regle, dossier), key=_cle)
    )


def _cle(conclusion: Conclusion) -> tuple[int, str]:
    return _rang(conclusion.piece), conclusion.model_dump_json()


def _rang(piece: TypePiece | None) -> int:
    """The whole dossier comes first."""
    return -1 if piece is None else piece.rang


def _appliquer(regle: Regle, dossier: Dossier) -> tuple[Conclusion, ...]:
    try:
        return regle(dossier)
    except Exception as erreur:  # noqa: BLE001 - a broken rule must be seen, and hide no other
        message = f"La règle n’a pas pu être appliquée ({type(erreur).__name__}) : à signaler."
        return (Conclusion(resultat=Resultat.EN_ERREUR, message=message),)


def _constat(
    regle: Regle,
    conclusion: Conclusion,
    dossier: Dossier,
    politique: Politique,
) -> Constat:
    exigence = regle.fondement(dossier.phase)
    source = SAS.sources[exigence.source]
    return Constat(
        code=regle.code,
        nom=regle.nom,
        titre=regle.titre,
        resultat=conclusion.resultat,
        effet=politique.effet(regle.code, conclusion.effet or regle.effet),
        piece=conclusion.piece or regle.piece,
        message=conclusion.message,
        attendu=conclusion.attendu,
        trouve=conclusion.trouve,
        preuves=conclusion.preuves,
        causes=conclusion.causes,
        fondement=Fondement(
            source=source.titre,
            adresse=source.adresse,
            lieu=exigence.lieu,
            enonce=exigence.enonce,
            certitude=exigence.certitude,
            effet_source=regle.effet_source,
        ),
        remede=_remede(regle, conclusion),
        acteur=Acteur.EDITEUR if conclusion.remede else regle.acteur,
    )


def _remede(regle: Regle, conclusion: Conclusion) -> str:
    if conclusion.remede:
        return conclusion.remede
    if conclusion.resultat is Resultat.EN_ERREUR:
        return "Signaler l’erreur au projet et faire contrôler ce point par une personne."
    return regle.remede[0].upper() + regle.remede[1:]


def _a_faire(constats: Iterable[Constat]) -> tuple[Action, ...]:
    groupes: dict[tuple[object, ...], list[Constat]] = {}
    for constat in sorted((c for c in constats if c.defaut or c.indecis), key=_urgence):
        groupes.setdefault(constat.demande, []).append(constat)
    return tuple(
        Action(
            piece=groupe[0].piece,
            acteur=groupe[0].acteur,
            remede=groupe[0].remede,
            codes=tuple(dict.fromkeys(c.code for c in groupe)),
            obligatoire=groupe[0].bloquant,
        )
        for groupe in groupes.values()
    )


def _urgence(constat: Constat) -> tuple[bool, int, int]:
    return not constat.bloquant, _rang(constat.piece), _ORDRE[constat.effet]


def _entete(dossier: Dossier, politique: Politique, avance: AvanceConnue | None) -> Entete:
    fichiers = sorted(dossier.fichiers, key=lambda f: (f.nom, f.sha256))
    return Entete(
        version=version_installee(),
        catalogue=SAS.id,
        empreinte=empreinte(),
        sources_verifiees_le=SAS.verifie_le,
        politique=politique.nom or None,
        reclassements=tuple(sorted(politique.reclassements, key=lambda r: r.code)),
        signatures_a_prouver=dossier.demande.signatures_a_prouver,
        date_depot=dossier.demande.date_depot,
        fichiers=tuple(
            FichierLu(
                nom=f.nom,
                sha256=f.sha256,
                taille=f.taille,
                pages=f.pages,
                pieces=f.pieces,
                illisible=f.illisible,
            )
            for f in fichiers
        ),
        avance=avance,
    )
