from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_payment.langue.dates import date_pdf, dates, lire_date

TROIS_MARS = date(2025, 3, 3)
DOUZE_MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MOIS = DOUZE_MOIS.split()


@pytest.mark.parametrize(
    "ecrite",
    [
        "3 mars 2025",
        "03 mars 2025",
        "3\u00a0mars\u202f2025",
        "3 mars\n2025",
        "3 MARS 2025",
        "trois mars deux mille vingt-cinq",
        "trois mars 2025",
        "lundi 3 mars 2025",
        "Lundi, le 3 mars 2025",
        "03/03/2025",
        "3/3/2025",
        "3-3-2025",
        "3\u20113\u20112025",
        "03.03.2025",
        "03 / 03 / 2025",
        "03/03/25",
        "03.03.25",
        "2025-03-03",
        "2025/03/03",
        "2025-03-03T10:00:00Z",
        "2025-03-03T10:00:00+01:00",
        "2025-03-03 10:00",
    ],
)
def test_le_trois_mars_de_toutes_les_facons(ecrite: str) -> None:
    (trouvee,) = dates(f"Fait à Paris, le {ecrite}, en deux exemplaires.")
    assert trouvee.valeur == TROIS_MARS
    assert trouvee.texte == ecrite
    assert lire_date(ecrite) == TROIS_MARS


def test_la_date_d_un_acte_en_toutes_lettres() -> None:
    (acte,) = dates("L’an deux mille vingt-six, le cinq octobre, à dix heures,")
    assert acte.valeur == date(2026, 10, 5)
    (impossible,) = dates("le trente et un avril deux mille vingt-cinq")
    assert impossible.valeur is None


@pytest.mark.parametrize(
    ("ecrite", "valeur"),
    [
        ("1er mars 2025", date(2025, 3, 1)),
        ("1 er mars 2025", date(2025, 3, 1)),
        ("1\ner\nmars 2025", date(2025, 3, 1)),
        ("1ᵉʳ mars 2025", date(2025, 3, 1)),
        ("premier mars 2025", date(2025, 3, 1)),
        ("2 fevrier 2025", date(2025, 2, 2)),
        ("2 fe\u0301vrier 2025", date(2025, 2, 2)),
        ("2 févr. 2025", date(2025, 2, 2)),
        ("2 janv. 2025", date(2025, 1, 2)),
        ("15 aout 2025", date(2025, 8, 15)),
        ("15 AOÛT 2025", date(2025, 8, 15)),
        ("30 sept. 2025", date(2025, 9, 30)),
        ("31 déc. 2025", date(2025, 12, 31)),
        ("31 decembre 2025", date(2025, 12, 31)),
        ("29 février 2024", date(2024, 2, 29)),
        ("2.10.2025", date(2025, 10, 2)),
        ("03/04/2025", date(2025, 4, 3)),
        ("2025-04-03", date(2025, 4, 3)),
    ],
)
def test_autres_jours(ecrite: str, valeur: date) -> None:
    (trouvee,) = dates(f"le {ecrite}.")
    assert (trouvee.texte, trouvee.valeur) == (ecrite, valeur)


@pytest.mark.parametrize(
    "ecrite",
    ["31/04/2025", "29 février 2025", "45/13/2025", "2025-13-01", "03/25/2025", "31 juin 2025"],
)
def test_une_date_impossible_reste_impossible(ecrite: str) -> None:
    (trouvee,) = dates(f"le {ecrite} à Paris")
    assert (trouvee.texte, trouvee.valeur) == (ecrite, None)
    with pytest.raises(ValueError, match="impossible"):
        lire_date(ecrite)


@pytest.mark.parametrize(
    "texte",
    [
        "mars 2025",
        "Agendalib v3.2.1",
        "version 4.12.2",
        "v2.10.2025",
        "version 12.10.25",
        "SIRET 732 829 320 00074",
        "73282932000074",
        "01 02 03 04 05",
        "06.12.03.20.25",
        "06-12-03-20-25",
        "décret n° 2022-403",
        "BDC n° 2025-03-03",
        "12/24",
        "24/7",
        "2024/2025",
        "30.000,00 €",
        "https://x.fr/2025-03-03/cgu",
        "10.12.20.25",
        "page 3 mars 2025",
        "fin du texte\n\n12\nMars 2025",
        "3 marseillais 2025",
        "ISO 27001-2022-12",
    ],
)
def test_ce_qui_n_est_pas_une_date(texte: str) -> None:
    assert dates(texte) == []


@pytest.mark.parametrize("texte", ["", "mars 2025", "hier", "3/3/2025 et 4/3/2025", "le mardi"])
def test_un_champ_sans_une_seule_date(texte: str) -> None:
    with pytest.raises(ValueError, match="illisible"):
        lire_date(texte)


def test_un_champ_tolere_l_article_et_le_point() -> None:
    assert lire_date(" le 3 mars 2025.\n") == TROIS_MARS


def test_les_dates_viennent_dans_l_ordre() -> None:
    assert [d.texte for d in dates("Du 2025-03-03 au 4 mars 2025, soit 05/03/2025.")] == [
        "2025-03-03",
        "4 mars 2025",
        "05/03/2025",
    ]


@pytest.mark.parametrize(
    "ecrite", ["D:20250303101500+01'00'", "D:20250303", "20250303101500Z", "D:202503031015"]
)
def test_date_pdf(ecrite: str) -> None:
    assert date_pdf(ecrite) == TROIS_MARS


@pytest.mark.parametrize("ecrite", ["", "D:2025", "D:20251303", "3 mars 2025"])
def test_date_pdf_illisible(ecrite: str) -> None:
    with pytest.raises(ValueError, match=r"illisible|month"):
        date_pdf(ecrite)


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_toute_date_ecrite_se_relit(jour: date) -> None:
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    assert lire_date(f"{quantieme} {MOIS[jour.month - 1]} {jour.year}") == jour
    assert lire_date(f"{jour:%d/%m/%Y}") == jour
    assert lire_date(f"{jour:%d.%m.%Y}") == jour
    assert lire_date(jour.isoformat()) == jour


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("0123/-. mars2025\n"))))
def test_un_texte_quelconque_ne_leve_rien(texte: str) -> None:
    for trouvee in dates(texte):
        assert texte[trouvee.debut : trouvee.fin] == trouvee.texte
