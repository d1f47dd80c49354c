"""A pattern tried only where one of its words stands finds what it would find anywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_payment.langue.motifs import Motif
from segur_payment.lecture import titres, vocabulaire

DES_TITRES = [motif for motifs in titres._MOTIFS.values() for motif, _ in motifs]
DES_CORPS = [
    *(motif for motifs in vocabulaire._MOTIFS.values() for motif, _ in motifs),
    *vocabulaire._ANCRES.values(),
]
VOCABULAIRES = {motif.ecrit: motif for motif in (*DES_TITRES, *DES_CORPS)}


def test_un_motif_trouve_ce_que_trouve_son_expression() -> None:
    motif = Motif(r"\bsoussignee?s?\b", "soussigne")
    trouve = motif.search("je soussignee declare")
    assert trouve is not None
    assert trouve.span() == (3, 13)
    assert motif.search("je soussignerai") is None


def test_un_motif_dont_aucun_mot_n_est_la_n_est_pas_essaye() -> None:
    assert Motif("a", "b").search("a") is None
    assert Motif("a", "c|b").search("ab") is not None


def test_les_mots_des_titres_tiennent_sur_une_ligne() -> None:
    assert not [mot for motif in DES_TITRES for mot in motif.mots if not mot or " " in mot]


@pytest.mark.parametrize("ecrit", sorted(VOCABULAIRES))
@settings(max_examples=15, deadline=None)
@given(donnees=st.data())
def test_ce_qu_un_motif_du_vocabulaire_trouve_porte_l_un_de_ses_mots(
    ecrit: str, donnees: st.DataObject
) -> None:
    texte = donnees.draw(st.from_regex(ecrit))
    assert VOCABULAIRES[ecrit].search(texte) is not None or re.search(ecrit, texte) is None
