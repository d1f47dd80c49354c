import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_payment.langue import Texte, phrases


def lues(texte: str) -> list[str]:
    return [texte[debut:fin] for debut, fin in phrases(texte)]


def test_les_phrases_se_separent() -> None:
    assert lues("La mise en service est prononcée. Elle est complète ! Vraiment ? Oui.") == [
        "La mise en service est prononcée.",
        "Elle est complète !",
        "Vraiment ?",
        "Oui.",
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "Signé par M. Dupont et Mme. Durand.",
        "Selon l'art. 4 de la convention.",
        "Le n° 3 et le p. 12 font foi.",
        "Voir www.editeur.fr/cgu ou https://www.editeur.fr.",
        "Le taux est de 3.5 pour cent.",
        "Fait le 03.03.2025 à Paris.",
        "La S.A.R.L. Agendalib a signé.",
        "J. Dupont et le Dr. Martin ont signé.",
        "Le périmètre (cf. Annexe 2) est complet.",
        "1. Objet du contrat",
        "l’art. L. 1110-4 s'applique.",
        "un texte coupé\nsur deux lignes.",
    ],
)
def test_rien_ne_coupe_une_phrase(phrase: str) -> None:
    assert lues(phrase) == [phrase]


def test_une_annee_finit_une_phrase() -> None:
    assert len(lues("Conclue en 2025. Le présent contrat dure un an.")) == 2


def test_les_puces_et_les_lignes_vides_separent() -> None:
    assert lues("Atteste :\n- la production\n- la communication\n\nFait à Paris") == [
        "Atteste :",
        "- la production",
        "- la communication",
        "Fait à Paris",
    ]


def test_les_phrases_d_un_texte_sont_celles_de_sa_forme_normale() -> None:
    texte = Texte.de("Périmètre  complet. Signé par M. Élie.")
    assert [texte.normal[a:b].strip() for a, b in phrases(texte)] == [
        "perimetre complet.",
        "signe par m. elie.",
    ]


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("aM. \n-1?!»"))))
def test_les_phrases_se_suivent_et_ne_perdent_que_des_blancs(texte: str) -> None:
    spans = phrases(texte)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(lues(texte)).split()) == "".join(texte.split())


@pytest.mark.parametrize("motif", [" ", "\n", ".", "- \n", "a. ", "»"])
def test_un_texte_absurde_se_lit_vite(motif: str) -> None:
    debut = time.perf_counter()
    phrases(motif * 50_000)
    assert time.perf_counter() - debut < 5
