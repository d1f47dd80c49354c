"""A pattern tried only where one of its words stands finds what it would find anywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_payment.langue.motifs import Motif, indices_de
from segur_payment.lecture import titres, vocabulaire

VOCABULAIRES = [
    motif.ecrit
    for motifs in (titres._MOTIFS, vocabulaire._MOTIFS)
    for siens in motifs.values()
    for motif, _ in siens
]


@pytest.mark.parametrize(
    ("ecrit", "indices"),
    [
        (r"\bhonneur\b", {"honneur"}),
        (r"\bsoussignee?s?\b", {"soussigne"}),
        (r"proces[- ]verbal|p\.?v", {"proces verbal", "proces-verbal", "pv", "p.v"}),
        (r"(?:avance|solde)\W.{0,30}formulaire", {"formulaire"}),
        (r"^\W*(?:fiche )?contacts?$", {"contact"}),
        (r"(?:ab)+c?", {"ab"}),
        (r"(?!interdit)permis", {"permis"}),
    ],
)
def test_les_mots_sans_lesquels_un_motif_ne_trouve_rien(ecrit: str, indices: set[str]) -> None:
    assert indices_de(ecrit) == indices


@pytest.mark.parametrize("ecrit", [r"\d+", r"(?:article)?", r"[^a]b*", r"(?i)ASP", r"(?i:asp)x*"])
def test_un_motif_qui_n_exige_aucun_mot_est_toujours_essaye(ecrit: str) -> None:
    assert not indices_de(ecrit)


@pytest.mark.parametrize("ecrit", sorted(set(VOCABULAIRES)))
@settings(max_examples=15, deadline=None)
@given(donnees=st.data())
def test_ce_qu_un_motif_du_vocabulaire_trouve_porte_l_un_de_ses_mots(
    ecrit: str, donnees: st.DataObject
) -> None:
    texte = donnees.draw(st.from_regex(ecrit))
    assert Motif(ecrit).search(texte) is not None or re.search(ecrit, texte) is None
