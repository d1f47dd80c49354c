"""French typography, and words of hostile documents made harmless."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segur_payment.rendu.typographie import (
    abreger,
    citer,
    composer,
    compter,
    jour,
    montant,
    neutraliser,
    plier,
)


@given(st.text(st.characters(), max_size=80))
def test_neutraliser_ne_laisse_rien_qui_agisse(texte: str) -> None:
    sur = neutraliser(texte)
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in sur)
    sur.encode("utf-8")


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("PV\x1b[31m.pdf", "PV⟨U+001B⟩[31m.pdf"),
        ("fdp.\u202egpj", "fdp.⟨U+202E⟩gpj"),
        ("deux\n lignes\tet\u2028plus", "deux lignes et plus"),
        ("coor\u00addonnées", "coordonnées"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 3),
        ("l’été « dernier » : œuvre", "l’été « dernier » : œuvre"),
    ],
)
def test_neutraliser(texte: str, attendu: str) -> None:
    assert neutraliser(texte) == attendu


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("attendu : « complet » ; vu ?", "attendu\u00a0: «\u00a0complet\u00a0»\u00a0; vu\u00a0?"),
        ("30 000,00 € HT", "30\u00a0000,00\u00a0€\u00a0HT"),
        ("TVA à 20 %", "TVA à 20\u00a0%"),
        ("https://aide.example:443", "https://aide.example:443"),
        ("le 3 mars 2025", "le 3 mars 2025"),
    ],
)
def test_composer(texte: str, attendu: str) -> None:
    assert composer(texte) == attendu


def test_montants_jours_et_comptes() -> None:
    assert montant(Decimal(30000)) == "30\u00a0000,00\u00a0€\u00a0HT"
    assert jour(date(2025, 3, 1)) == "1er\u00a0mars\u00a02025"
    assert compter(1, "point") == "1\u00a0point"
    assert compter(3, "point") == "3\u00a0points"


@given(st.text(max_size=400), st.integers(20, 200))
def test_abreger_tient_dans_sa_longueur(texte: str, longueur: int) -> None:
    assert len(abreger(texte, longueur)) <= max(longueur, 0)


def test_citer_garde_les_mots() -> None:
    assert citer("pour un périmètre partiel") == "«\u00a0pour un périmètre partiel\u00a0»"


@given(st.lists(st.text("abcdé-", min_size=1, max_size=12), max_size=30), st.integers(20, 90))
def test_plier_ne_coupe_aucun_mot(mots: list[str], largeur: int) -> None:
    lignes = plier(" ".join(mots), largeur, debut="  •  ")
    assert " ".join(lignes).replace("•", " ").split() == mots
    assert all(len(ligne) <= largeur for ligne in lignes)
