"""From a verdict to the blocks of its letter."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import SolutionLogicielle
from segur_payment.referentiel import SAS
from segur_payment.rendu.courrier.motifs import motif, rubriques
from segur_payment.rendu.courrier.voix import (
    BANDEAU,
    DEMANDES,
    EFFETS_DEDUITS,
    FORMULE,
    PIED,
    SANS_POINT,
    SANS_SIGNATURE,
    VOIX,
)
from segur_payment.rendu.imprime.blocs import Bloc, Ecrit, Genre
from segur_payment.rendu.mots import EFFETS, nom_piece, origine, phrase
from segur_payment.rendu.points import points_de
from segur_payment.rendu.typographie import citer, composer, jour, montant
from segur_payment.rendu.valeurs import court
from segur_payment.verdict import Decision, Verdict


def lettre(verdict: Verdict) -> Ecrit:
    """The letter, addressed to the éditeur, in the voice of the decision."""
    objet = VOIX[verdict.decision].objet
    return Ecrit(
        titre=composer(f"Simulation : {objet} {DEMANDES[verdict.phase]}"),
        bandeau=(composer(BANDEAU[0]), composer(BANDEAU[1])),
        pied=composer(PIED),
        date=verdict.entete.date_depot,
        blocs=tuple(_blocs(verdict)),
    )


def _blocs(verdict: Verdict) -> Iterator[Bloc]:
    voix = VOIX[verdict.decision]
    yield from (Bloc(Genre.ADRESSE, ligne) for ligne in _destinataire(verdict))
    objet = f"{voix.objet} {DEMANDES[verdict.phase]} (financement Ségur, dispositif SAS)"
    yield Bloc(Genre.OBJET, composer(objet), composer("Objet :"))
    if verdict.solution:
        yield Bloc(Genre.REFERENCE, _solution(verdict.solution), composer("Solution logicielle :"))
    yield Bloc(Genre.APPEL, "Madame, Monsieur,")
    yield Bloc(Genre.TEXTE, _rappel(verdict))
    yield Bloc(Genre.FORT, composer(voix.decision))
    if verdict.decision is Decision.ACCEPTER and verdict.montant_payable_ht is not None:
        yield Bloc(
            Genre.FORT, f"{montant(verdict.montant_payable_ht)}.", composer("Montant payable :")
        )
    yield from _points(verdict)
    yield from _reserves(verdict)
    yield Bloc(Genre.TITRE, voix.titre_suites)
    yield from (Bloc(Genre.CLOTURE, composer(suite)) for suite in voix.suites)
    yield Bloc(Genre.CLOTURE, FORMULE)
    yield Bloc(Genre.CLOTURE, SANS_SIGNATURE)
    yield Bloc(Genre.POINT, "Sources et règles de cette simulation")
    yield from (Bloc(Genre.NOTE, note) for note in _notes(verdict))


def _destinataire(verdict: Verdict) -> Iterator[str]:
    editeur = verdict.editeur
    if editeur is None or not editeur.raison_sociale:
        yield "À l’éditeur qui a présenté la demande"
        yield "(nom non lu dans le dossier)"
    else:
        yield court(editeur.raison_sociale)
    if editeur and editeur.siren:
        yield composer(f"SIREN : {court(editeur.siren)}")


def _solution(solution: SolutionLogicielle) -> str:
    version = f", version {court(solution.version)}" if solution.version else ""
    return f"{citer(solution.nom, 120)}{version}"


def _rappel(verdict: Verdict) -> str:
    depot = verdict.entete.date_depot
    fixe = montant(SAS.montant(verdict.phase, depot))
    return composer(
        f"Vous avez présenté une demande {DEMANDES[verdict.phase]} dont le dépôt est daté du "
        f"{jour(depot)}. Le montant fixé pour cette phase est de {fixe}."
    )


def _points(verdict: Verdict) -> Iterator[Bloc]:
    groupes = rubriques(points_de(verdict), verdict.decision)
    if not groupes and verdict.decision is not Decision.ACCEPTER:
        yield Bloc(Genre.TEXTE, composer(SANS_POINT))
    numero = 0
    for titre, points in groupes:
        yield Bloc(Genre.TITRE, titre)
        for numero, point in enumerate(points, numero + 1):  # noqa: B020 - numbers go on
            yield from motif(point, numero, verdict.decision)


def _reserves(verdict: Verdict) -> Iterator[Bloc]:
    if verdict.reserves:
        yield Bloc(Genre.TITRE, "Éléments admis sans preuve")
    for reserve in verdict.reserves:
        nom = composer(f"{nom_piece(reserve.piece)} :") if reserve.piece else ""
        yield Bloc(Genre.PUCE, phrase(reserve.message), nom)


def _notes(verdict: Verdict) -> Iterator[str]:
    entete = verdict.entete
    cites = (c.fondement for p in points_de(verdict) for c in p.constats if c.fondement.adresse)
    for source, adresse in dict.fromkeys((f.source, f.adresse) for f in cites):
        yield phrase(f"{source} : {adresse}")
    if verdict.decision is not Decision.ACCEPTER:
        yield composer(EFFETS_DEDUITS)
    if entete.politique:
        yield composer(f"Politique de contrôle : {phrase(entete.politique)}.")
    for r in entete.reclassements:
        yield phrase(f"{r.code} reclassé {EFFETS[r.effet]} : {citer(r.raison)}")
    yield origine(entete)
