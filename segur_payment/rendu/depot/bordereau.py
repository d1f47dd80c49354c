"""The bordereau: what the package holds, and what it was judged to be worth."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from segur_payment.rendu.imprime.blocs import Bloc, Ecrit, Genre, Tableau
from segur_payment.rendu.mots import DECISIONS, PHASES, nom_piece, origine, phrase
from segur_payment.rendu.points import points_de, resume
from segur_payment.rendu.typographie import (
    INSECABLE,
    abreger,
    citer,
    composer,
    jour,
    minuscule,
    neutraliser,
)
from segur_payment.rendu.valeurs import court
from segur_payment.verdict import Decision, Verdict
from segur_payment.verdict.modele import FichierLu

_NOM = 320
_PIED = "Bordereau établi par l’éditeur avec segur-payment, sans lien avec l’ASP."
_AVIS = (
    "DOCUMENT DE L’ÉDITEUR",
    "Établi avec le logiciel segur-payment : ce n’est pas un document de l’ASP.",
)
_MALGRE = "Les points non réglés suivent les fichiers. Ce n’est pas un document de l’ASP."
_NOMMAGE = (
    "Chaque fichier joint est, octet pour octet, celui qui a été jugé, signatures comprises ; seul "
    "son nom a changé. L’ASP ne publie pas de règle de nommage : ces noms sont ceux du logiciel."
)
_MANIFESTE = "dossier.toml, qui sert au contrôle et n’est pas une pièce, n’est pas joint."


@dataclass(frozen=True, slots=True)
class Ligne:
    """A file of the package: its new name, what it was, whether the phase requires it."""

    nom: str
    fichier: FichierLu
    attendu: bool
    double_de: str | None


def bordereau(
    verdict: Verdict,
    lignes: Sequence[Ligne],
    absents: Sequence[tuple[FichierLu, str]],
    json: bytes,
    *,
    manifeste: bool,
) -> Ecrit:
    """The blocks of the bordereau; ``json`` are the bytes of the verdict beside it."""
    return Ecrit(
        titre="Bordereau de dépôt",
        bandeau=_avis(verdict),
        pied=composer(_PIED),
        date=verdict.entete.date_depot,
        alerte=verdict.decision is not Decision.ACCEPTER,
        blocs=(
            *_tete(verdict),
            *_tables(lignes),
            *_absents(absents),
            *_points(verdict),
            *_notes(verdict, json, manifeste=manifeste),
        ),
    )


def _avis(verdict: Verdict) -> tuple[str, str]:
    if verdict.decision is Decision.ACCEPTER:
        return _AVIS[0], composer(_AVIS[1])
    decision = DECISIONS[verdict.decision]
    return composer(f"PAQUET PRÉPARÉ MALGRÉ LA DÉCISION « {decision} »"), _MALGRE


def _tete(verdict: Verdict) -> Iterator[Bloc | Tableau]:
    yield Bloc(Genre.INTITULE, "Bordereau de dépôt")
    editeur, solution = verdict.editeur, verdict.solution
    nom = court(editeur.raison_sociale) if editeur and editeur.raison_sociale else "non lu"
    siren = f", SIREN {court(editeur.siren)}" if editeur and editeur.siren else ""
    version = f", version {court(solution.version)}" if solution and solution.version else ""
    pourquoi = minuscule(resume(verdict, points_de(verdict)))
    decision = f"{DECISIONS[verdict.decision]}, {pourquoi}"
    yield from (
        Bloc(Genre.REFERENCE, texte, composer(f"{nom} :"))
        for nom, texte in (
            ("Demande", f"{PHASES[verdict.phase]}, dépôt le {jour(verdict.entete.date_depot)}"),
            ("Éditeur", f"{nom}{siren}"),
            ("Solution", f"{court(solution.nom)}{version}" if solution else "non lue"),
            ("Décision du contrôle", phrase(decision)),
        )
    )


def _tables(lignes: Sequence[Ligne]) -> Iterator[Bloc | Tableau]:
    for titre, retenues in (
        ("Pièces demandées", [li for li in lignes if li.attendu]),
        ("Autres fichiers, joints eux aussi", [li for li in lignes if not li.attendu]),
    ):
        if retenues:
            yield Bloc(Genre.TITRE, titre)
            yield Tableau(
                entetes=("Fichier", "Pages", "Taille"),
                parts=(74, 9, 17),
                lignes=tuple(_ligne(ligne) for ligne in retenues),
            )


def _ligne(ligne: Ligne) -> tuple[tuple[Bloc, ...], ...]:
    fichier = ligne.fichier
    pages = str(fichier.pages) if fichier.pages else "–"
    return (
        tuple(_description(ligne)),
        (Bloc(Genre.NOMBRE, pages),),
        (Bloc(Genre.NOMBRE, _octets(fichier.taille)),),
    )


def _description(ligne: Ligne) -> Iterator[Bloc]:
    fichier = ligne.fichier
    yield Bloc(Genre.CELLULE, "", ligne.nom)
    pieces = " et ".join(nom_piece(p) for p in dict.fromkeys(fichier.pieces)) or "Non reconnu"
    yield Bloc(Genre.CELLULE, f"{pieces}{_etat(ligne)}")
    yield Bloc(Genre.DETAIL, _nom(fichier), composer("Nom d’origine :"))
    yield Bloc(Genre.DETAIL, fichier.sha256, composer("SHA-256 :"))


def _etat(ligne: Ligne) -> str:
    if ligne.fichier.illisible:
        return f" ({phrase(f'illisible : {ligne.fichier.illisible}')})"
    return f" (même contenu que {ligne.double_de})" if ligne.double_de else ""


def _nom(fichier: FichierLu) -> str:
    return abreger(neutraliser(fichier.nom), _NOM)


def _octets(taille: int) -> str:
    return f"{taille:,}".replace(",", INSECABLE) + INSECABLE + ("octet" if taille < 2 else "octets")


def _absents(absents: Sequence[tuple[FichierLu, str]]) -> Iterator[Bloc | Tableau]:
    if absents:
        yield Bloc(Genre.TITRE, "Fichiers du dossier qui n’ont pas pu être joints")
    for fichier, raison in absents:
        yield Bloc(Genre.PUCE, phrase(raison), composer(f"{_nom(fichier)} :"))


def _points(verdict: Verdict) -> Iterator[Bloc | Tableau]:
    ouverts = [p for p in points_de(verdict) if p.action.obligatoire]
    if ouverts:
        yield Bloc(Genre.TITRE, "Points non réglés au moment de la préparation")
    for point in ouverts:
        for message in dict.fromkeys(c.message for c in point.constats):
            codes = ", ".join(dict.fromkeys(c.code for c in point.constats))
            nom = composer(f"{nom_piece(point.action.piece)} :")
            yield Bloc(Genre.PUCE, f"{phrase(message.rstrip('.'))} ({phrase(codes)}).", nom)


def _notes(verdict: Verdict, json: bytes, *, manifeste: bool) -> Iterator[Bloc | Tableau]:
    entete = verdict.entete
    yield Bloc(Genre.POINT, "À propos de ce paquet")
    yield Bloc(Genre.NOTE, composer(_NOMMAGE))
    if manifeste:
        yield Bloc(Genre.NOTE, _MANIFESTE)
    empreinte = hashlib.sha256(json).hexdigest()
    yield Bloc(Genre.NOTE, composer(f"verdict.json, {_octets(len(json))}, SHA-256 : {empreinte}"))
    if entete.politique:
        yield Bloc(Genre.NOTE, composer(f"Politique de contrôle : {citer(entete.politique)}"))
    yield Bloc(Genre.NOTE, origine(entete))
