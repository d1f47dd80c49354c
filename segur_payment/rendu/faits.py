"""The facts of a piece in French words: one label per field, one way to say each value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    BlocVide,
    CanalSupport,
    DateImpossible,
    Editeur,
    EngagementCreneaux,
    NatureSignature,
    Partie,
    Phase,
    Piece,
    Portee,
    Public,
    Signature,
    SolutionLogicielle,
    Taxe,
)
from segur_payment.rendu.typographie import citer, jour, montant

TECHNIQUES = frozenset(
    ("type", "fichiers", "preuves", "incertitudes", "declares", "contradictions", "illisible",
     "a_la_place_de")
)  # fmt: skip
"""Fields that say something of the reading, not of the document."""
ETIQUETTES = {
    "titre": "Titre",
    "phase": "Phase",
    "montant": "Montant demandé",
    "taxe": "Taxe",
    "editeur": "Éditeur",
    "solution": "Solution logicielle",
    "perimetre": "Périmètre",
    "date_constat": "Date constatée",
    "resultat": "Résultat de la VSR",
    "date_mise_en_service": "Mise en service rappelée",
    "reserves": "Réserves",
    "sur_l_honneur": "« Sur l’honneur »",
    "formation": "Documents de formation",
    "communication": "Communication aux effecteurs",
    "creneaux": "Remontée des créneaux",
    "nature": "Nature",
    "clause": "Clause de transmission",
    "contrats_signes": "Contrats signés",
    "canaux": "Canaux de support",
    "date": "Date du document",
    "signatures": "Signatures",
    "blocs_vides": "Emplacements sans signature",
    "dates_impossibles": "Dates impossibles",
    "iban": "IBAN",
    "bic": "BIC",
    "avance_versee": "Avance déjà versée",
    "champs_vides": "Champs laissés vides",
}
ATTENDUS = frozenset(
    ("phase", "montant", "perimetre", "date_constat", "formation", "communication", "creneaux",
     "clause", "canaux", "signatures", "date", "editeur", "solution")
)  # fmt: skip
"""Fields whose absence a person should see."""
_INTEGRITE = {
    True: ", contenu intact",
    False: ", contenu modifié après signature",
    None: ", intégrité non vérifiée",
}
_IDENTITE = {True: ", identité prouvée", False: ", identité non prouvée", None: ""}
_PUBLICS = {Public.REGULATEURS: "les régulateurs", Public.EFFECTEURS: "les effecteurs"}


def valeur(piece: Piece, champ: str) -> list[str]:
    """What the field holds, one line per item; empty when it holds nothing."""
    brute = getattr(piece, champ)
    if champ == "taxe" or brute is None or brute == ():
        return []
    if champ == "montant":
        return [_montant(brute, getattr(piece, "taxe", None))]
    items: Sequence[Any] = brute if isinstance(brute, tuple) else (brute,)
    return [dire(item) for item in items]


def dire(objet: Any) -> str:
    """One value as a person says it."""
    for genre, facon in _FACONS.items():
        if isinstance(objet, genre):
            return facon(objet)
    return citer(str(objet))


def _montant(brut: Decimal, taxe: Taxe | None) -> str:
    ecrit = montant(brut)
    return ecrit if taxe is Taxe.HT else ecrit.replace("HT", taxe.value if taxe else "").strip()


def _editeur(editeur: Editeur) -> str:
    numeros = (("SIREN", editeur.siren), ("SIRET", editeur.siret), ("TVA", editeur.tva))
    suite = [f"{nom} {citer(numero)}" for nom, numero in numeros if numero]
    noms = [citer(editeur.raison_sociale)] if editeur.raison_sociale else []
    return ", ".join((*noms, *suite))


def _solution(solution: SolutionLogicielle) -> str:
    version = f", version {citer(solution.version)}" if solution.version else ""
    return citer(solution.nom) + version


def _signature(signature: Signature) -> str:
    qui = f" de {citer(signature.signataire)}" if signature.signataire else ", sans nom"
    qualite = f", {citer(signature.qualite)}" if signature.qualite else ""
    le = f", le {jour(signature.date)}" if signature.date else ""
    partie = f", pour {signature.partie.libelle}" if signature.partie else ", partie inconnue"
    etat = ""
    if signature.nature is NatureSignature.NUMERIQUE:
        etat = _INTEGRITE[signature.integre] + _IDENTITE[signature.identite_prouvee]
    return f"{signature.nature.libelle}{qui}{qualite}{le}{partie}{etat}"


def _bloc_vide(bloc: BlocVide) -> str:
    partie = bloc.partie.libelle if bloc.partie else "une partie inconnue"
    nom = f" (nom imprimé : {citer(bloc.nom)})" if bloc.nom else ""
    return f"emplacement vide pour {partie}{nom}"


def _formation(attestation: AttestationFormation) -> str:
    etat = "produits" if attestation.accomplie else "annoncés, pas encore produits"
    return f"{etat}, pour {_gens(attestation.publics)}"


def _communication(attestation: AttestationCommunication) -> str:
    etat = "faite" if attestation.accomplie else "annoncée, pas encore faite"
    if attestation.portee is Portee.ENSEMBLE:
        return f"{etat}, à l’ensemble des effecteurs"
    mots = f" : {citer(attestation.restriction)}" if attestation.restriction else ""
    return f"{etat}, restreinte{mots}"


def _engagement(engagement: EngagementCreneaux) -> str:
    return " ; ".join(_dires_de_l_engagement(engagement))


def _dires_de_l_engagement(engagement: EngagementCreneaux) -> Iterator[str]:
    if engagement.ferme:
        yield "engagement ferme"
    else:
        yield f"engagement affaibli ({citer(engagement.affaiblissement or '?')})"
    tous = engagement.portee_types is Portee.ENSEMBLE
    yield "tous les types de créneaux" if tous else "certains types de créneaux seulement"
    for exception in engagement.exceptions:
        sorte = "exception prévue" if exception.prevue else "exception non prévue"
        yield f"{sorte} : {citer(exception.texte)}"


def _canal(canal: CanalSupport) -> str:
    ecrit = canal.courriel or canal.telephone or canal.lien or ""
    publics = _gens(canal.publics) if canal.publics else "un public inconnu"
    return (
        f"{canal.nature.value.replace('coordonnees', 'coordonnées')} {citer(ecrit)}, pour {publics}"
    )


def _gens(publics: Sequence[Public]) -> str:
    return " et ".join(_PUBLICS[p] for p in Public if p in publics) or "un public inconnu"


def _partie(partie: Partie) -> str:
    return partie.libelle


_VALEURS = {
    "defavorable": "défavorable",
    "ajournee": "ajournée",
    "cgu": "CGU",
    "autre": "autre justificatif",
}
_FACONS: dict[type[Any], Callable[[Any], str]] = {
    Editeur: _editeur,
    SolutionLogicielle: _solution,
    Signature: _signature,
    BlocVide: _bloc_vide,
    AttestationFormation: _formation,
    AttestationCommunication: _communication,
    EngagementCreneaux: _engagement,
    CanalSupport: _canal,
    DateImpossible: lambda d: citer(d.texte),
    Partie: _partie,
    Phase: lambda p: p.value,
    bool: lambda b: "oui" if b else "non",
    Enum: lambda e: _VALEURS.get(e.value, e.value),
    dt.date: jour,
}
