"""Defects of the files themselves: both phases."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from segur_payment.dossier import ContenuActif, Dossier, Fichier, Phase, Preuve, TypePiece
from segur_payment.testing.defauts.modele import defaut, presente

_SANS_PV = ("SAS-MES-01", "SAS-MES-06", "SAS-VSR-01", "SAS-VSR-06")
TEXTE_CACHE = "Cette ligne, personne ne la voit."
_ABSENCES = (
    "SAS-FOR-01", "SAS-MES-01", "SAS-DSH-01", "SAS-TRD-01", "SAS-VSR-01", "SAS-SUP-01",
)  # fmt: skip


def piece_visee(phase: Phase) -> TypePiece:
    """The piece whose file bears the defect: the last one of the phase."""
    return TypePiece.JUSTIFICATIF if phase is Phase.AVANCE else TypePiece.SUPPORT


def _fichier(dossier: Dossier, nom: str, **champs: object) -> Fichier:
    base = {
        "nom": nom,
        "sha256": hashlib.sha256(nom.encode()).hexdigest(),
        "taille": 24_000,
        "pages": 1,
        "pieces": (piece_visee(dossier.phase),),
    }
    return Fichier.model_validate(base | champs)


@defaut("SAS-FIC-01", "fichiers.illisible", exclut=_ABSENCES)
def fichier_illisible(dossier: Dossier) -> Mapping[str, object]:
    """Une annexe est tronquée : elle ne s’ouvre pas."""
    annexe = _fichier(
        dossier, "annexe.pdf", pages=None, pieces=(), illisible="le fichier est tronqué."
    )
    return {"fichiers": (*dossier.fichiers, annexe)}


@defaut("SAS-FIC-02", "fichiers.copie", exclut=_SANS_PV)
def fichier_en_double(dossier: Dossier) -> Mapping[str, object]:
    """Le procès-verbal est remis deux fois, sous deux noms."""
    pv = _fichier(dossier, "pv.pdf", pieces=(presente(dossier.pv).type,))
    return {"fichiers": (*dossier.fichiers, pv, pv.model_copy(update={"nom": "pv (copie).pdf"}))}


@defaut("SAS-FIC-03", "fichiers.actif", exclut=("SAS-TRD-01", "SAS-SUP-01"))
def contenu_actif(dossier: Dossier) -> Mapping[str, object]:
    """Un fichier contient du JavaScript."""
    actif = _fichier(dossier, "actif.pdf", contenu_actif=(ContenuActif.JAVASCRIPT,))
    return {"fichiers": (*dossier.fichiers, actif)}


@defaut("SAS-FIC-04", "fichiers.cache", exclut=("SAS-TRD-01", "SAS-SUP-01"))
def texte_cache(dossier: Dossier) -> Mapping[str, object]:
    """Un fichier contient une phrase écrite en blanc sur blanc."""
    preuve = Preuve(fichier="cache.pdf", sha256="c" * 64, page=1, extrait=TEXTE_CACHE)
    cache = _fichier(dossier, "cache.pdf", textes_non_fiables=(preuve,))
    return {"fichiers": (*dossier.fichiers, cache)}


@defaut("SAS-FIC-05", "fichiers.modifie", exclut=("SAS-TRD-01", "SAS-SUP-01"))
def modifie_apres_signature(dossier: Dossier) -> Mapping[str, object]:
    """Un fichier signé a été modifié après sa signature."""
    modifie = _fichier(dossier, "modifie.pdf", modifie_apres_signature="une page a été ajoutée.")
    return {"fichiers": (*dossier.fichiers, modifie)}


DEFAUTS = (
    fichier_illisible,
    fichier_en_double,
    contenu_actif,
    texte_cache,
    modifie_apres_signature,
)
