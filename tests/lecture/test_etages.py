"""What stands beside a place is found by height, exactly as by looking at everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from segur_payment.lecture.mise_en_page import COCHEE, VIDE, Jeton, contient, jetons_de
from segur_payment.lecture.mise_en_page.etages import Etages
from segur_payment.lecture.pdf.modele import Boite, Carre, Champ, Mot, PageLue

HAUTEURS = st.integers(0, 40).map(float)


def mot(texte: str, x: float, y: float) -> Mot:
    return Mot(texte, Boite(x, y, x + 6, y + 10), visible=True, cesure=False)


@given(st.lists(st.tuples(HAUTEURS, HAUTEURS)), HAUTEURS, HAUTEURS)
def test_entre_deux_hauteurs_on_trouve_tous_les_mots_et_eux_seuls(
    hauteurs: Sequence[tuple[float, float]], haut: float, bas: float
) -> None:
    mots = [Jeton("mot", Boite(0, min(p), 1, max(p)), 1) for p in hauteurs]
    etages = Etages(mots[::2])
    for ajoute in mots[1::2]:
        etages.ajouter(ajoute)
    zone = Boite(0, haut, 1, bas)
    trouves = {id(j) for j in etages.entre(haut, bas)}
    assert trouves == {id(j) for j in mots if contient(zone, j.boite, 0)}


def test_mille_cases_gardent_chacune_sa_marque() -> None:
    places = [(x * 20.0, y * 20.0) for x, y in product(range(25), range(40))]
    page = PageLue(
        1, 600, 850,
        mots=tuple(mot("✓", x + 2, y) for x, y in places[::2]),
        carres=tuple(Carre(Boite(x, y, x + 10, y + 10), encre=0.0) for x, y in places),
    )  # fmt: skip
    jetons = jetons_de(page, ())
    assert [j.texte for j in jetons] == [COCHEE, VIDE] * 500


def test_les_lettres_d_un_peigne_laissent_la_place_a_sa_valeur() -> None:
    boite = Boite(100, 100, 240, 114)
    champ = Champ("siren", "texte", "812345678", None, None, None, False, 1, boite, peigne=True)
    lettres = tuple(mot(c, 102 + 15 * i, 102) for i, c in enumerate("812345678"))
    page = PageLue(1, 600, 850, mots=(mot("SIREN", 20, 102), *lettres))
    assert [j.texte for j in jetons_de(page, [champ])] == ["SIREN", "812345678"]


def test_ce_que_la_page_montre_d_un_champ_n_est_pas_ecrit_deux_fois() -> None:
    champ = Champ(
        "ville", "texte", "Lyon", None, None, None, False, 1, Boite(100, 100, 240, 114), False
    )
    page = PageLue(1, 600, 850, mots=(mot("Ville", 20, 102), mot("Lyon", 104, 102)))
    assert [j.texte for j in jetons_de(page, [champ])] == ["Ville", "Lyon"]
