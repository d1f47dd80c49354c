"""Assertions whose failure says, in French, what the verdict rests on."""

from __future__ import annotations

from collections.abc import Iterable

from segur_payment.regles.conclusion import Effet, Resultat
from segur_payment.rendu.mots import EFFETS, phrase
from segur_payment.verdict import Constat, Decision, Verdict

_RESULTATS = {
    Resultat.CONFORME: "conforme",
    Resultat.NON_CONFORME: "non conforme",
    Resultat.NON_VERIFIABLE: "non vérifiable",
    Resultat.SANS_OBJET: "sans objet",
    Resultat.EN_ERREUR: "en erreur",
}
_RANGS = {decision: rang for rang, decision in enumerate(Decision)}


def assert_decision(verdict: Verdict, attendue: Decision | str) -> None:
    """The verdict decides ``attendue``: « accepter », « completer » or « rejeter ».

    Raises:
        AssertionError: it decides otherwise; the message shows each constat that says so.
        ValueError: ``attendue`` is no decision.
    """
    __tracebackhide__ = True
    attendue = Decision(attendue)
    if verdict.decision is attendue:
        return
    lignes = [f"Décision attendue : {attendue} ; décision du verdict : {verdict.decision}."]
    if _RANGS[verdict.decision] > _RANGS[attendue]:
        lignes += ["Ce qui s’y oppose :", *_paragraphes(_contre(verdict, attendue))]
    else:
        vus = [c for c in verdict.constats if c.defaut or c.indecis]
        lignes += _titre("Rien de plus grave que ceci :", vus) or ["Aucun défaut n’est constaté."]
    raise AssertionError("\n".join(lignes))


def assert_codes(verdict: Verdict, *codes: str) -> None:
    """Exactly the rules ``codes`` see a defect, in any order; without codes, none does.

    Raises:
        AssertionError: a defect is missing or too many, or a rule could not conclude; the message
            shows what those rules found.
    """
    __tracebackhide__ = True
    attendus, vus = set(codes), set(verdict.codes)
    de_trop = [c for c in verdict.defauts if c.code not in attendus]
    manquants = [c for c in verdict.constats if c.code in attendus - vus]
    inconnus = attendus - {c.code for c in verdict.constats}
    indecis = [c for c in verdict.constats if c.indecis and c.code not in attendus]
    lignes = [
        *_titre("Défauts de trop :", de_trop),
        *_titre("Défauts attendus, non constatés :", manquants),
        *_titre("Règles qui n’ont pas pu conclure :", indecis),
        *(f"{code} ne juge pas un dossier de phase « {verdict.phase} »." for code in inconnus),
    ]
    if lignes:
        raise AssertionError("\n".join(lignes))


def expliquer_constat(constat: Constat) -> str:
    """A constat on two to four lines of French: code, what was found, where, what to do."""
    resultat, effet = _RESULTATS[constat.resultat], EFFETS[constat.effet]
    lignes = [constat.message]
    for preuve in constat.preuves:
        page = f", page {preuve.page}" if preuve.page else ""
        lignes.append(f"« {preuve.extrait} » ({preuve.fichier}{page})")
    if constat.defaut or constat.indecis:
        lignes.append(f"À faire : {constat.remede}")
    titre = f"{constat.code} {constat.nom} ({resultat}, {effet})"
    return "\n".join((titre, *(f"  {phrase(ligne)}" for ligne in lignes)))


def _contre(verdict: Verdict, attendue: Decision) -> list[Constat]:
    """What forbids ``attendue``, the rejections first."""
    rejets = [c for c in verdict.constats if c.defaut and c.effet is Effet.REJET]
    autres = [c for c in verdict.constats if c.bloquant and c not in rejets]
    return [*rejets, *autres] if attendue is Decision.ACCEPTER else rejets


def _titre(titre: str, constats: Iterable[Constat]) -> list[str]:
    paragraphes = _paragraphes(constats)
    return [titre, *paragraphes] if paragraphes else []


def _paragraphes(constats: Iterable[Constat]) -> list[str]:
    return [
        f"  {ligne}" for constat in constats for ligne in expliquer_constat(constat).splitlines()
    ]
