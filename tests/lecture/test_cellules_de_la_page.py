"""What stands together on a page: offset columns, labels of several lines, combs, blocks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from segur_payment.lecture.mise_en_page import Jeton, jetons_de, rangs_de
from segur_payment.lecture.pdf.modele import Boite, Carre, Mot, PageLue

Ecrit = tuple[float, float, str]
"""Left edge, foot, and words, five points to a letter."""


def _jetons(*ecrits: Ecrit) -> list[Jeton]:
    jetons = []
    for x, pied, texte in ecrits:
        for mot in texte.split():
            haut = pied - (5 if mot in (":", "est") else 8)
            jetons.append(Jeton(mot, Boite(x, haut, x + 5 * len(mot), pied), 1))
            x += 5 * len(mot) + 3
    return jetons


def _rangs(*ecrits: Ecrit) -> list[list[str]]:
    return [[s.texte for s in rang.segments] for rang in rangs_de(_jetons(*ecrits))]


def test_une_colonne_un_peu_plus_haute_n_arrache_pas_les_deux_points() -> None:
    assert _rangs((60, 100, "Solution : Agenda"), (300, 97, "La mise en service est close")) == [
        ["Solution : Agenda", "La mise en service est close"]
    ]


def test_deux_lignes_voisines_restent_deux_lignes() -> None:
    assert _rangs((60, 100, "Version : 4.2"), (60, 112, "est close")) == [
        ["Version : 4.2"],
        ["est close"],
    ]


AUTOUR = ((60, 80, "Version"), (200, 80, "4.2"), (60, 160, "BIC"), (200, 160, "PSSTFRPPLIL"))


@pytest.mark.parametrize("pied", [100, 106, 112])
def test_une_etiquette_sur_deux_lignes_a_sa_valeur_a_toute_hauteur(pied: float) -> None:
    lus = _rangs(
        *AUTOUR, (60, 100, "IBAN du compte"), (60, 112, "de l’éditeur :"), (200, pied, "FR14")
    )
    assert ["IBAN du compte de l’éditeur :", "FR14"] in lus


def test_une_etiquette_sur_deux_lignes_sans_valeur_reste_seule() -> None:
    lus = _rangs(*AUTOUR, (60, 100, "IBAN du compte"), (60, 112, "de l’éditeur :"))
    assert ["IBAN du compte de l’éditeur :"] in lus


@pytest.mark.parametrize("suite", ["SIRET", "Agence"])
def test_deux_etiquettes_l_une_sous_l_autre_restent_deux(suite: str) -> None:
    lus = _rangs(*AUTOUR, (60, 100, "IBAN du compte"), (60, 112, suite), (200, 112, "812"))
    assert ["IBAN du compte"] in lus
    assert [suite, "812"] in lus


def _page(lettres: str, cases: Sequence[float]) -> PageLue:
    places = zip(lettres, cases, strict=False)
    return PageLue(
        1, 600, 850,
        mots=tuple(
            Mot(c, Boite(x + 3, 102, x + 8, 110), visible=True, cesure=False)
            for c, x in places if c != " "
        ),
        carres=tuple(Carre(Boite(x, 100, x + 11, 112), encre=0.3) for x in cases),
    )  # fmt: skip


def test_les_lettres_d_un_peigne_font_un_mot_et_non_des_cases_cochees() -> None:
    page = _page("903127454", [100 + 12 * i for i in range(9)])
    assert [j.texte for j in jetons_de(page, ())] == ["903127454"]


def test_un_peigne_vide_n_est_pas_une_suite_de_cases() -> None:
    assert jetons_de(_page("", [100 + 12 * i for i in range(9)]), ()) == []


def test_deux_cases_ecartees_restent_des_cases() -> None:
    assert [j.texte for j in jetons_de(_page("X ", [100, 180]), ())] == ["☒", "☒"]
