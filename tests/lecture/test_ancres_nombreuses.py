"""Headings of signature blocks by the hundred: no block can be told, and nothing hangs."""

from __future__ import annotations

import pytest

from segur_payment.dossier import TypePiece
from segur_payment.lecture.document import Document
from segur_payment.lecture.pdf.modele import Boite, DocumentLu, Mot, PageLue
from segur_payment.lecture.pieces import lire_piece
from segur_payment.lecture.reference import Reference

PV = "Procès-verbal de mise en service : la mise en service porte sur le périmètre complet ."


def _ligne(y: float, *cellules: str) -> list[Mot]:
    mots = []
    for place, cellule in enumerate(cellules):
        x = 60.0 + 260 * place
        for mot in cellule.split():
            fin = x + 5 * len(mot)
            mots.append(Mot(mot, Boite(x, y, fin, y + 8), visible=True, cesure=False))
            x = fin + 3
    return mots


def _document(lignes: int, *cellules: str) -> Document:
    mots = _ligne(30, PV) + [m for n in range(lignes) for m in _ligne(60 + 12 * n, *cellules)]
    page = PageLue(1, 595, 842, tuple(mots))
    return Document.de("pv.pdf", DocumentLu("0" * 64, 1, 1, (page,), structure_lue=True))


@pytest.mark.parametrize("lignes", [60, 600])
def test_un_pv_ou_cent_cadres_de_signature_se_disputent_une_page_n_est_pas_lu(lignes: int) -> None:
    pv = lire_piece(
        _document(lignes, "Pour l’ANS", "Pour l’éditeur"), TypePiece.PV_MES, "", Reference()
    )
    assert pv.illisible
    assert "TropDAncresError" in pv.illisible


def test_des_paires_de_noms_par_milliers_ne_se_comparent_pas() -> None:
    pv = lire_piece(_document(120, "ANS", "Éditeur"), TypePiece.PV_MES, "", Reference())
    assert pv.illisible


def test_un_tableau_qui_nomme_les_deux_parties_a_chaque_ligne_se_lit() -> None:
    pv = lire_piece(_document(60, "ANS", "Éditeur"), TypePiece.PV_MES, "", Reference())
    assert pv.illisible is None


def test_des_cadres_de_signature_repetes_dix_fois_se_lisent() -> None:
    pv = lire_piece(
        _document(10, "Pour l’ANS", "Pour l’éditeur"), TypePiece.PV_MES, "", Reference()
    )
    assert pv.illisible is None
