"""Doubts of a reading, at its head and at their place, and hostile words."""

from __future__ import annotations

import pytest

from segur_payment import (
    ContenuActif,
    DateImpossible,
    DocumentReconnu,
    Fichier,
    Lecture,
    Piece,
    Preuve,
    PvMiseEnService,
    TypePiece,
)
from segur_payment.rendu.lecture import rendre_lecture

LARGEURS = (40, 100)


def plat(texte: str) -> str:
    return " ".join(texte.replace("\u00a0", " ").split())


def fichier(nom: str = "a.pdf", **champs: object) -> Fichier:
    return Fichier.model_validate({"nom": nom, "sha256": nom.encode().hex(), "taille": 9, **champs})


def document(**champs: object) -> DocumentReconnu:
    de_base = {"type": TypePiece.PV_MES, "pages": (1, 1), "score": 0.6, "raison": "reconnu"}
    return DocumentReconnu.model_validate({**de_base, **champs})


def rendu(*fichiers: Fichier, pieces: tuple[Piece, ...] = (), largeur: int = 88) -> str:
    return plat(
        rendre_lecture(
            Lecture.model_validate({"fichiers": fichiers, "pieces": pieces}), largeur=largeur
        )
    )


def test_les_doutes_d_un_fichier_sont_en_tete_et_a_leur_place() -> None:
    cache = Preuve(fichier="a.pdf", sha256="a", page=2, extrait="périmètre complet")
    douteux = fichier(
        pages=4,
        documents=(document(doute="aucun titre ne l’annonce"), document(pages=(2, 3), suite=True)),
        pieces=(TypePiece.PV_MES,),
        contenu_actif=(ContenuActif.JAVASCRIPT, ContenuActif.LANCEMENT),
        textes_non_fiables=(cache,),
        modifie_apres_signature="une page ajoutée",
    )
    tete, _, corps = rendu(douteux).partition("FICHIERS")
    assert (
        "a.pdf, page 1 : reconnu comme PV de mise en service, mais avec un doute (aucun titre"
        in tete
    )
    for alerte in (
        "a page 4 n’appartient à aucune pièce reconnue",
        "ontient du JavaScript, une action de lancement",
        "odifié après une signature, une page ajoutée",
        "orte des mots que la page ne montre pas",
    ):
        assert alerte in tete
        assert alerte in corps
    assert "Page 1 : reconnu (certitude 60 %) Doute : aucun titre ne l’annonce" in corps
    assert "Pages 2 à 3 : suite d’une pièce commencée dans un autre fichier" in corps
    assert "page 2 : « périmètre complet »" in corps
    assert "aucun doute" not in tete


def test_les_doutes_d_une_piece_sont_en_tete() -> None:
    raison = "une case illisible"
    pv = PvMiseEnService(
        fichiers=("a.pdf",),
        illisible="la page 2 n’a pas pu être lue",
        incertitudes={"perimetre": raison, "signatures.ans": raison},
        dates_impossibles=(DateImpossible(champ="date", texte="31/04/2025"),),
    )
    tete, _, corps = rendu(fichier(pages=2, documents=(document(),)), pieces=(pv,)).partition(
        "FICHIERS"
    )
    assert "PV de mise en service : la page 2 n’a pas pu être lue" in tete
    assert "PV de mise en service, périmètre et signature de l’ANS : une case illisible" in tete
    assert (
        "PV de mise en service, date du document : « 31/04/2025 » n’est pas un jour du calendrier"
        in tete
    )
    assert "Lecture incomplète : la page 2 n’a pas pu être lue" in corps


@pytest.mark.parametrize("largeur", LARGEURS)
def test_noms_et_textes_hostiles(largeur: int) -> None:
    hostile = "x\x1b]0;titre\x07\u202e" * 400
    lieu = Preuve(fichier=hostile, sha256="a", page=1, extrait=hostile)
    etrange = fichier(
        hostile,
        pages=2,
        documents=(document(raison=hostile, doute=hostile),),
        textes_non_fiables=(lieu,),
        modifie_apres_signature=hostile,
    )
    illisible = fichier(hostile, illisible=hostile)
    pv = PvMiseEnService(
        fichiers=(hostile, "b"),
        illisible=hostile,
        reserves=hostile,
        incertitudes={"perimetre": hostile, hostile: hostile},
        dates_impossibles=(DateImpossible(champ="date", texte=hostile),),
        preuves={"reserves": (lieu,)},
    )
    texte = rendu(etrange, illisible, pieces=(pv,), largeur=largeur)
    assert not {"\x1b", "\x07", "\u202e"} & set(texte)
    assert len(texte) < 20_000
