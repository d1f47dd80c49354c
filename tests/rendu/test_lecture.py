"""The text of a reading: a summary, what to look at, the files, then every piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lecture.ocr.voyant import Voyant
from lecture.papiers import (
    ANS,
    COMPLET,
    EDITEUR,
    IDENTITE,
    Fiche,
    Titre,
    Visas,
    bon_avance,
    papier,
    pv_mes,
    pv_vsr,
    reunir,
)

from segur_payment import (
    Piece,
    Preuve,
    lire_pieces,
)
from segur_payment.rendu.lecture import rendre_lecture
from segur_payment.rendu.typographie import neutraliser
from segur_payment.testing.pdf.scan import numeriser

RACINE = Path(__file__).parents[2]
DOSSIERS = [
    RACINE / "examples" / nom
    for nom in ("avance_bonne", "avance_defauts", "solde_bon", "solde_defauts")
]
REELS = sorted(d for d in (RACINE / "tests" / "lecture" / "dossiers").iterdir() if d.is_dir())
LARGEURS = (40, 100)


def plat(texte: str) -> str:
    return " ".join(texte.replace("\u00a0", " ").split())


def texte_de(fichiers: Mapping[str, bytes] | Path, ocr: Voyant | None = None) -> str:
    lecture = lire_pieces(fichiers, ocr=ocr or False)
    return plat(rendre_lecture(lecture, largeur=88))


def preuves(piece: Piece) -> Iterator[Preuve]:
    for champ, lues in piece.preuves.items():
        if champ != "type":  # the first words of the document: its file says it
            yield from lues


def test_tout_y_est_dans_l_ordre() -> None:
    texte = texte_de(DOSSIERS[1])
    places = [
        texte.index(mots)
        for mots in (
            "4 fichiers lus, 4 pièces reconnues",
            "À REGARDER D’ABORD",
            "La lecture ne signale aucun doute.",
            "FICHIERS",
            "cgu-orbelys-rendez-vous.pdf (2 pages)",
            "Pages 1 à 2 : reconnu comme justificatif de transmission : titre page 1, "
            "« Conditions générales d’utilisation » (certitude 100 %)",
            "CE QUI A ÉTÉ LU, PIÈCE PAR PIÈCE",
            "Formulaire de l’ASP Lu dans : formulaire-avance-orbelys.pdf",
            "Montant demandé : 36 000,00 € TTC page 1 : « Montant demandé 36 000,00 € TTC »",
            "Périmètre : complet page 1 : « solution logicielle",
            "emplacement vide, pour l’ANS (nom imprimé : Claire Vasseur",
            "certains types de créneaux seulement (types cités : PUBLIC)",
            "sans le juger",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("dossier", [*DOSSIERS, *REELS], ids=lambda d: d.name)
def test_chaque_passage_lu_se_voit_et_aucune_ligne_ne_deborde(dossier: Path) -> None:
    lecture = lire_pieces(dossier, ocr=False)
    assert lecture.pieces
    texte = plat(rendre_lecture(lecture, largeur=100))
    for piece in lecture.pieces:
        for preuve in preuves(piece):
            assert plat(neutraliser(preuve.extrait)) in texte
    for largeur in LARGEURS:
        for ligne in rendre_lecture(lecture, largeur=largeur).splitlines():
            mots = ligne.split(" ")
            assert len(ligne) <= largeur or len([m for m in mots if m]) == 1, ligne


def test_un_fichier_illisible_et_un_non_reconnu_se_disent_en_tete() -> None:
    fichiers = {"pv.pdf": pv_mes(), "note.pdf": papier("Bonjour."), "tronque.pdf": b"%PDF-1.7 x"}
    texte = texte_de(fichiers)
    assert texte.startswith(
        "2 fichiers lus, 1 pièce reconnue, 1 fichier non reconnu, 1 fichier illisible "
        "À REGARDER D’ABORD • note.pdf : non reconnu, rien dans son contenu ne dit de quelle pièce "
        "il s’agit • tronque.pdf : illisible, "
    )
    assert "note.pdf (1 page) Non reconnu : rien dans son contenu ne dit de quelle pièce" in texte
    assert "tronque.pdf Illisible : " in texte


def test_rien_de_lisible() -> None:
    texte = texte_de({"vide.pdf": b""})
    assert texte.startswith("aucun fichier lu, aucune pièce reconnue, 1 fichier illisible")
    assert "PIÈCE PAR PIÈCE" not in texte


def test_deux_pieces_dans_un_pdf() -> None:
    texte = texte_de({"tout.pdf": reunir(pv_mes(), pv_vsr())})
    assert texte.startswith("1 fichier lu, 2 pièces reconnues")
    assert "Page 1 : reconnu comme PV de mise en service" in texte
    assert "Page 2 : reconnu comme PV de vérification de service régulier" in texte
    assert "Résultat de la VSR : favorable page 2 : « " in texte


def test_une_piece_dans_deux_pdf_nomme_le_fichier_de_chaque_passage() -> None:
    texte = texte_de(coupes())
    assert "1 pièce reconnue" in texte
    assert "Page 1 : suite d’une pièce commencée dans un autre fichier" in texte
    assert "Lu dans : a.pdf, b.pdf" in texte
    assert "Périmètre : complet a.pdf, page 1 : « " in texte
    assert "b.pdf, page 1 : « Pour l’ANS" in texte


def coupes() -> dict[str, bytes]:
    """A PV whose signature blocks are in a second file."""
    debut = papier(
        Titre("Procès-verbal de mise en service"),
        Fiche((*IDENTITE, ("Date de mise en service", "3 juin 2025"))),
        COMPLET,
    )
    return {"a.pdf": debut, "b.pdf": papier(Visas(ANS, EDITEUR))}


def test_une_image_sans_ocr_laisse_tout_en_suspens() -> None:
    manifeste = b'[fichiers]\n"pv.pdf" = "pv_mes"\n'
    texte = texte_de({"pv.pdf": numeriser(pv_mes()), "dossier.toml": manifeste})
    assert "1 pièce seulement déclarée" in texte
    assert "Déclaré dans dossier.toml : PV de mise en service" in texte
    assert "• PV de mise en service : la page 1 est une image (document numérisé)" in texte
    assert "Périmètre : pas établi (la page 1 est une image" in texte
    assert "non trouvé" not in texte


def test_une_image_lue_dit_la_confiance_de_ses_mots() -> None:
    original = pv_mes()
    texte = texte_de(bon_avance(pv=numeriser(original)), ocr=Voyant(original, confiance=0.97))
    assert "Lecture incomplète : la page 1 est une image, lue par reconnaissance optique" in texte
    assert "», lu par reconnaissance optique, confiance 97 %" in texte


def test_ce_qu_une_image_laisse_en_doute_est_nomme_en_tete() -> None:
    original = pv_mes()
    voyant = Voyant(original, doutes={"complet.": 0.5})
    texte = texte_de(bon_avance(pv=numeriser(original)), ocr=voyant)
    tete = texte[: texte.index("FICHIERS")]
    assert "• PV de mise en service, périmètre : un mot douteux de la numérisation" in tete
    assert "Périmètre : pas établi (un mot douteux de la numérisation" in texte


def test_une_copie_dit_de_quoi() -> None:
    texte = texte_de({"a.pdf": pv_mes(), "b.pdf": pv_mes()})
    assert "2 fichiers lus, 1 pièce reconnue" in texte
    assert texte.count("Même contenu que a.pdf") == 1


def test_couleur_seulement_si_demandee() -> None:
    lecture = lire_pieces({"pv.pdf": pv_mes()}, ocr=False)
    assert "\x1b" not in rendre_lecture(lecture, largeur=88)
    assert rendre_lecture(lecture, largeur=88, couleur=True).startswith("\x1b[1m1\u00a0fichier")
