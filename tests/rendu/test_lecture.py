"""What `lire` shows: every fact with its words, every absence, every doubt, nothing judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from segur_payment.dossier import (
    AutreDocument,
    ContactsSupport,
    DeclarationHonneur,
    DocumentReconnu,
    Fichier,
    Formulaire,
    JustificatifTransmission,
    Lecture,
    NatureSignature,
    Partie,
    Perimetre,
    Piece,
    Preuve,
    PvMiseEnService,
    PvVsr,
    Signature,
    TypePiece,
)
from segur_payment.lecture import lire_pieces
from segur_payment.rendu.faits import ETIQUETTES, TECHNIQUES
from segur_payment.rendu.lecture import rendre_lecture

RACINE = Path(__file__).parents[2]
EXEMPLES = RACINE / "examples"
PIECES: tuple[type[Piece], ...] = (
    AutreDocument, ContactsSupport, DeclarationHonneur, Formulaire, JustificatifTransmission,
    PvMiseEnService, PvVsr,
)  # fmt: skip


def test_tout_champ_d_une_piece_a_son_etiquette() -> None:
    champs = {champ for piece in PIECES for champ in piece.model_fields}
    assert champs - TECHNIQUES == set(ETIQUETTES)


@pytest.mark.parametrize("exemple", ["avance_bonne", "avance_defauts", "solde_bon"])
@pytest.mark.parametrize("largeur", [40, 100])
def test_aucune_ligne_ne_depasse_la_largeur(exemple: str, largeur: int) -> None:
    texte = rendre_lecture(lire_pieces(EXEMPLES / exemple), largeur=largeur)
    for ligne in texte.splitlines():  # a word longer than the line is never cut
        assert len(ligne) <= largeur or " " not in ligne.strip()


def test_chaque_fait_est_suivi_des_mots_du_document() -> None:
    texte = rendre_lecture(lire_pieces(EXEMPLES / "avance_bonne"))
    assert "4 fichiers, 4 pièces lues" in texte.replace("\u00a0", " ")
    lignes = texte.replace("\u00a0", " ").splitlines()
    perimetre = next(i for i, ligne in enumerate(lignes) if ligne.startswith("  Périmètre :"))
    assert lignes[perimetre] == "  Périmètre : complet"
    assert "page 1 : «" in lignes[perimetre + 1]


def test_ce_qui_manque_est_dit_non_trouve_et_ce_qui_ne_se_lit_pas_est_dit_non_lu() -> None:
    absente = PvMiseEnService(fichiers=("pv.pdf",))
    illisible = PvMiseEnService(fichiers=("pv.pdf",), illisible="la page 1 est une image")
    assert "Périmètre\u00a0: non trouvé" in rendre_lecture(Lecture(pieces=(absente,)))
    texte = rendre_lecture(Lecture(pieces=(illisible,)))
    assert "non lu (la page 1 est une image)" in texte
    assert "non trouvé" not in texte


def test_un_doute_sur_la_reconnaissance_est_dit_dans_le_resume_et_au_fichier() -> None:
    document = DocumentReconnu(
        type=TypePiece.PV_MES, pages=(1, 2), score=0.4, raison="reconnu comme PV",
        doute="deux titres",
    )  # fmt: skip
    fichier = Fichier(
        nom="pv.pdf", sha256="0" * 64, taille=1, pages=2, pieces=(TypePiece.PV_MES,),
        documents=(document,),
    )  # fmt: skip
    texte = rendre_lecture(Lecture(fichiers=(fichier,))).replace("\u00a0", " ")
    assert "1 fichier à vérifier" in texte
    assert "À vérifier : deux titres." in texte
    assert "pages 1 à 2" in texte
    assert "40 %" in texte


def test_un_fichier_illisible_ou_non_reconnu_est_nomme() -> None:
    muet = Fichier(nom="a.pdf", sha256="0" * 64, taille=1, pages=1)
    abime = Fichier(nom="b.pdf", sha256="1" * 64, taille=1, illisible="le fichier est tronqué")
    texte = rendre_lecture(Lecture(fichiers=(muet, abime))).replace("\u00a0", " ")
    assert "1 fichier illisible, 1 fichier non reconnu" in texte
    assert "Illisible : le fichier est tronqué." in texte
    assert "Non reconnu." in texte


def test_les_mots_et_les_noms_hostiles_ne_peuvent_rien() -> None:
    hostile = "a\x1b[2J\u202e\n<b>.pdf"
    preuve = Preuve(fichier=hostile, sha256="0" * 64, page=1, extrait="\x1b]0;x\x07 mot")
    piece = PvMiseEnService(
        fichiers=(hostile,), reserves="\x1b[31m", preuves={"reserves": (preuve,)}
    )
    fichier = Fichier(nom=hostile, sha256="0" * 64, taille=1)
    texte = rendre_lecture(Lecture(fichiers=(fichier,), pieces=(piece,)))
    assert not any(c in texte for c in "\x1b\u202e\x07")


def test_un_doute_se_voit_a_cote_de_la_valeur_et_sous_les_signatures() -> None:
    piece = PvMiseEnService(
        fichiers=("pv.pdf",),
        perimetre=Perimetre.COMPLET,
        incertitudes={"perimetre": "deux cases cochées", "signatures.ans": "page numérisée"},
    )
    texte = rendre_lecture(Lecture(pieces=(piece,))).replace("\u00a0", " ")
    assert "À vérifier : deux cases cochées" in texte
    assert "Signatures : non lu (page numérisée)" in texte


def test_un_non_sur_une_page_illisible_n_est_pas_dit() -> None:
    declaration = DeclarationHonneur(sur_l_honneur=False, illisible="la page 1 est une image")
    assert "« Sur l’honneur » : non\n" not in rendre_lecture(Lecture(pieces=(declaration,)))


def test_une_signature_numerique_dit_si_son_contenu_est_intact() -> None:
    signature = Signature(
        partie=Partie.ANS, nature=NatureSignature.NUMERIQUE, signataire="A", integre=False
    )
    piece = PvMiseEnService(signatures=(signature,))
    assert "contenu modifié après signature" in rendre_lecture(
        Lecture(pieces=(piece,)), largeur=100
    )
