"""What may be believed of words recognised in a picture.

A doubtful word settles nothing. A fact that helps counts when its words are confident, one that
accuses only when they are very confident, and what a misread letter explains (a wrong key, a name
that nearly agrees) never accuses. What was not seen is left to ``Piece.illisible``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    CanalSupport,
    Editeur,
    EngagementCreneaux,
    NatureSignature,
    Partie,
    Perimetre,
    Portee,
    Preuve,
    Public,
    ResultatVsr,
    Signature,
)
from segur_payment.langue.contacts import courriel_valide, lien_valide, telephone_valide
from segur_payment.langue.identifiants import (
    bic_valide,
    iban_valide,
    siren_de_siret,
    siren_de_tva,
    siren_valide,
    siret_valide,
    tva_valide,
)
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.mise_en_page import COCHEE

SEUIL = 0.85
"""On clean and ordinary scans every wrong word is below 0.5; 99 % of the right ones are above."""
SUR = 0.95
"""On bad scans (150 dpi, crooked, noisy) 5 wrong words of 1 240 are above, none a number."""

_MAL_LU = "un chiffre mal lu sur une image peut l’expliquer"
_CASES = "l’état des cases à cocher ne se lit pas sur l’image"
_LIGNE_NON_LUE = "une ligne de l’image, qui n’a pas été lue, peut le restreindre"
_RESTREIGNABLES = frozenset(
    ("perimetre", "resultat", "formation", "communication", "creneaux", "contrats_signes")
)
_TOUJOURS_ACCUSE = frozenset(
    ("reserves", "montant", "date", "date_constat", "date_mise_en_service", "phase", "iban", "bic")
)
_OPTIONS = {
    "perimetre": (re.compile(r"\bcomplete?\b"), re.compile(r"\bpartiel(?:le)?\b")),
    "resultat": (
        re.compile(r"\b(?:favorable|prononcee?|positi(?:f|ve))\b"),
        re.compile(r"\b(?:defavorable|negati(?:f|ve)|ajourne(?:e|ment))\b"),
    ),
    "phase": (re.compile(r"\bavance\b"), re.compile(r"\bsolde\b")),
}
_SIGNE_PAR = re.compile(r"\bsignee?\b.{0,60}?\b(?:par|le|pour)\b|\bsignature (?:elec|num)")


def doute(confiance: float) -> str:
    """Why words of this confidence are not enough, in French."""
    return (f"un mot douteux de la numérisation (confiance {confiance:.0%}) ne suffit pas").replace(
        "%", "\u00a0%"
    )


def moderer(document: Document, recolte: Recolte) -> None:
    """Take back from ``recolte`` what words of a picture are not enough to say."""
    if not document.optique:
        return
    _identifiants(recolte)
    _absences(recolte)
    _dates_impossibles(recolte)
    _cases_invisibles(document, recolte)
    for champ in list(recolte.valeurs):
        if champ != "signatures":
            _selon_la_confiance(recolte, champ)
    _restrictions_possibles(document, recolte)
    for partie in Partie:
        _signature(recolte, partie)


def confiance_de(preuves: Iterable[Preuve]) -> float | None:
    """The lowest among proofs that come from a picture."""
    return min((p.confiance for p in preuves if p.confiance is not None), default=None)


def _oublier(recolte: Recolte, champ: str, raison: str) -> None:
    recolte.valeurs.pop(champ, None)
    if champ == "sur_l_honneur":
        recolte.valeurs[champ] = False
    if champ == "montant":
        recolte.valeurs.pop("taxe", None)
    recolte.douter(champ, raison)


def _selon_la_confiance(recolte: Recolte, champ: str) -> None:
    confiance = confiance_de(recolte.preuves.get(champ, ()))
    seuil = SUR if _accuse(champ, recolte.valeurs[champ]) else SEUIL
    if confiance is not None and confiance < seuil:
        _oublier(recolte, champ, doute(confiance))


def _accuse(champ: str, valeur: Any) -> bool:
    """Whether the value may, by itself, be a defect."""
    if isinstance(valeur, AttestationFormation):
        return Public.REGULATEURS not in valeur.publics or not valeur.accomplie
    if isinstance(valeur, AttestationCommunication):
        return valeur.portee is Portee.RESTREINTE or not valeur.accomplie
    if isinstance(valeur, EngagementCreneaux):
        exclut = any(not exception.prevue for exception in valeur.exceptions)
        return not valeur.ferme or valeur.portee_types is Portee.RESTREINTE or exclut
    if isinstance(valeur, ResultatVsr):
        return valeur is not ResultatVsr.FAVORABLE
    return valeur is Perimetre.PARTIEL or champ in _TOUJOURS_ACCUSE


def _identifiants(recolte: Recolte) -> None:
    editeur = recolte.valeurs.get("editeur")
    if isinstance(editeur, Editeur) and (faux := _faux(editeur)):
        _si_image(recolte, "editeur", f"« {faux} » : {_MAL_LU}")
    for champ, valide in (("iban", iban_valide), ("bic", bic_valide)):
        ecrit = recolte.valeurs.get(champ)
        if ecrit and valide(ecrit):
            _si_image(recolte, champ, f"« {ecrit} » : {_MAL_LU}")
    canaux = recolte.valeurs.get("canaux", ())
    if any(_mal_forme(canal) for canal in canaux):
        _si_image(recolte, "canaux", f"un contact paraît mal formé : {_MAL_LU}")


def _si_image(recolte: Recolte, champ: str, raison: str) -> None:
    if confiance_de(recolte.preuves.get(champ, ())) is not None:
        _oublier(recolte, champ, raison)


def _faux(editeur: Editeur) -> str | None:
    """An identifier with a wrong key, or of another company than the SIREN beside it."""
    controles = (
        (editeur.siren, siren_valide),
        (editeur.siret, siret_valide),
        (editeur.tva, tva_valide),
    )
    for ecrit, valide in controles:
        if ecrit and valide(ecrit):
            return ecrit
    siren = re.sub(r"\D", "", editeur.siren or "")
    for ecrit, contenu in (
        (editeur.siret, siren_de_siret(editeur.siret or "")),
        (editeur.tva, siren_de_tva(editeur.tva or "")),
    ):
        if siren and contenu and contenu != siren:
            return ecrit
    return None


def _mal_forme(canal: CanalSupport) -> bool:
    controles = (
        (canal.courriel, courriel_valide),
        (canal.telephone, telephone_valide),
        (canal.lien, lien_valide),
    )
    return any(ecrit is not None and bool(controle(ecrit)) for ecrit, controle in controles)


def _absences(recolte: Recolte) -> None:
    """What looks empty or unsigned may bear a hand that no engine reads."""
    if "champs_vides" in recolte.valeurs:
        recolte.preuves.pop("champs_vides", None)
        _oublier(
            recolte,
            "champs_vides",
            "un champ d’une image peut porter une écriture qui n’a pas été lue",
        )
    if "contrats_signes" in recolte.valeurs:
        _oublier(recolte, "contrats_signes", "une signature ne se reconnaît pas sur une image")


def _dates_impossibles(recolte: Recolte) -> None:
    confiance = confiance_de(recolte.preuves.get("dates_impossibles", ()))
    if confiance is not None and confiance < SUR:
        for date in recolte.dates_impossibles:
            recolte.douter(date.champ, doute(confiance))
        recolte.dates_impossibles.clear()
        recolte.preuves.pop("dates_impossibles", None)


def _cases_invisibles(document: Document, recolte: Recolte) -> None:
    """Both options stand face to face and no box near them was seen: which one is ticked?"""
    for champ, options in _OPTIONS.items():
        preuves = recolte.preuves.get(champ, ())
        tranche = any(COCHEE in preuve.extrait for preuve in preuves)
        if champ in recolte.valeurs and not tranche and _face_a_face(document, options):
            _si_image(recolte, champ, _CASES)


def _restrictions_possibles(document: Document, recolte: Recolte) -> None:
    """A line that was seen and not read may take back what another line grants."""
    page = next((p for p in document.pages if p.lignes_non_lues), None)
    for champ in sorted(_RESTREIGNABLES.intersection(recolte.valeurs)) if page else ():
        if not _accuse(champ, recolte.valeurs[champ]):
            _oublier(recolte, champ, _LIGNE_NON_LUE)


def _face_a_face(document: Document, options: Sequence[re.Pattern[str]]) -> bool:
    images = {page.numero for page in document.pages if page.optique}
    lignes = [
        normaliser(" ".join(s.texte for s in rang.segments))
        for rang in document.rangs
        if rang.segments[0].page in images
    ]
    for ligne, suivante in pairwise([*lignes, ""]):
        courtes = [texte for texte in (ligne, suivante) if len(texte.split()) <= 9]
        vues = [{o for o, motif in enumerate(options) if motif.search(t)} for t in courtes]
        if any(len(vue) == 2 for vue in vues):
            return True
        if len(vues) == 2 and vues[0] and vues[1] and vues[0] != vues[1]:
            return True
    return False


def _signature(recolte: Recolte, partie: Partie) -> None:
    champ = f"signatures.{partie}"
    signatures: tuple[Signature, ...] = recolte.valeurs.get("signatures", ())
    preuves = recolte.preuves.get(champ, ())
    confiance = confiance_de(preuves)
    mentions = [
        s for s in signatures if s.partie is partie and s.nature is not NatureSignature.NUMERIQUE
    ]
    if confiance is None or not mentions:
        return
    dite = any(_SIGNE_PAR.search(normaliser(preuve.extrait)) for preuve in preuves)
    if confiance < SEUIL or not dite:
        raison = doute(confiance) if dite else "une signature ne se reconnaît pas sur une image"
        recolte.valeurs["signatures"] = tuple(s for s in signatures if s not in mentions)
        recolte.douter(champ, raison)
    elif confiance < SUR:
        recolte.valeurs["signatures"] = tuple(
            s.model_copy(update={"date": None}) if s in mentions else s for s in signatures
        )
