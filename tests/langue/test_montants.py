from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_payment.langue.montants import ecrire_montant, lire_montant, montants


@pytest.mark.parametrize(
    ("ecrit", "taxe"),
    [
        ("30 000,00 € HT", "HT"),
        ("30\u202f000,00\u00a0€\u00a0HT", "HT"),
        ("30.000,00 EUR", None),
        ("30000 €", None),
        ("30000€HT", "HT"),
        ("30 000 euros hors taxes", "HT"),
        ("30 000 euros hors-taxe", "HT"),
        ("30 000,00 € H.T.", "HT"),
        ("30 000 € (HT)", "HT"),
        ("30 000,00 € toutes taxes comprises", "TTC"),
        ("30 000 € TTC", "TTC"),
        ("30 000 €\nTTC", "TTC"),
        ("€ 30 000", None),
        ("EUR 30 000.00", None),
        ("30 k€", None),
        ("30 K€ HT", "HT"),
        ("30 milliers d'euros", None),
        ("0,03 M€", None),
        ("trente mille euros", None),
        ("Trente-mille euros HT", "HT"),
        ("30,000.00 €", None),
        ("30,000 €", None),
        ("30.000 €", None),
        ("30'000 €", None),
        ("30 000,- €", None),
    ],
)
def test_trente_mille_de_toutes_les_facons(ecrit: str, taxe: str | None) -> None:
    (trouve,) = montants(f"Le forfait est de {ecrit}, versé en 2025.")
    assert trouve.valeur == 30_000
    assert trouve.taxe == taxe
    assert trouve.texte == ecrit.removesuffix(".") or trouve.texte == ecrit
    assert lire_montant(ecrit) == 30_000


@pytest.mark.parametrize(
    ("ecrit", "valeur"),
    [
        ("soixante-dix mille euros", "70000"),
        ("cent mille euros", "100000"),
        ("trente-six mille euros", "36000"),
        ("quatre-vingt-quatre mille euros", "84000"),
        ("mille deux cents euros et 50 centimes", "1200.50"),
        ("un million d'euros", "1000000"),
        ("30 000,01 €", "30000.01"),
        ("30 000,005 €", "30000.005"),
        ("1 234 567,89 €", "1234567.89"),
        ("0,50 €", "0.50"),
        ("0,125 €", "0.125"),
        ("-30 000 €", "-30000"),
        ("0 €", "0"),
    ],
)
def test_autres_montants(ecrit: str, valeur: str) -> None:
    (trouve,) = montants(f"soit {ecrit} en tout")
    assert (trouve.texte, trouve.valeur) == (ecrit, Decimal(valeur))


@pytest.mark.parametrize(
    ("texte", "lus"),
    [
        ("Montant HT : 30 000,00 €", [("30000.00", "HT")]),
        ("HT 30 000 € TTC 36 000 €", [("30000", "HT"), ("36000", "TTC")]),
        ("Total HT : 30 000 €\nTTC : 36 000 €", [("30000", "HT"), ("36000", "TTC")]),
        ("30 000 € HT 6 000 € 36 000 € TTC", [("30000", "HT"), ("6000", None), ("36000", "TTC")]),
        ("de 30 000 € à 70 000 €", [("30000", None), ("70000", None)]),
        ("en 2025 300 000 €", [("300000", None)]),
        ("Quantité 3\n500,00 €", [("500.00", None)]),
        ("- 30 000 €\n- 70 000 €", [("30000", None), ("70000", None)]),
    ],
)
def test_plusieurs_nombres(texte: str, lus: list[tuple[str, str | None]]) -> None:
    assert [(m.valeur, m.taxe) for m in montants(texte)] == [(Decimal(v), t) for v, t in lus]


@pytest.mark.parametrize(
    "texte",
    [
        "en 2025",
        "20 %",
        "732 829 320 00074 €",
        "30 000",
        "30\n000,00 €",
        "30 0000 €",
        "3 europes",
        "2 kilomètres",
    ],
)
def test_ce_qui_n_est_pas_un_montant(texte: str) -> None:
    assert montants(texte) == []


@pytest.mark.parametrize(
    "texte",
    [
        "2025",
        "03/03/2025",
        "732 829 320 00074",
        "732829320",
        "SIREN : 732 829 320",
        "01 02 03 04 05",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "20 %",
        "3 pages",
        "article 12",
        "v3.2",
    ],
)
def test_un_nombre_nu_qui_n_est_pas_un_montant(texte: str) -> None:
    assert montants(texte, exiger_devise=False) == []


@pytest.mark.parametrize(
    ("texte", "valeur"),
    [("30 000", 30_000), ("30000.00", 30_000), ("30 000,00 HT", 30_000), ("1,5", Decimal("1.5"))],
)
def test_un_champ_sans_devise(texte: str, valeur: Decimal) -> None:
    assert lire_montant(texte) == valeur


@pytest.mark.parametrize("texte", ["", "néant", "30 000 € ou 70 000 €", "environ 30 000 €"])
def test_un_champ_sans_un_seul_montant(texte: str) -> None:
    with pytest.raises(ValueError, match="illisible"):
        lire_montant(texte)


def test_ecrire_a_la_francaise() -> None:
    assert ecrire_montant(Decimal("30000")) == "30\u202f000,00\u00a0€"
    assert ecrire_montant(Decimal("0.005")) == "0,01\u00a0€"


@settings(deadline=None)
@given(st.decimals("-999999999", "999999999", places=2))
def test_tout_montant_ecrit_se_relit(valeur: Decimal) -> None:
    assert lire_montant(ecrire_montant(valeur)) == valeur


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("0123 ,.€kHT-\nmilleuros"))), st.booleans())
def test_un_texte_quelconque_ne_leve_rien(texte: str, exiger: bool) -> None:
    for trouve in montants(texte, exiger_devise=exiger):
        assert texte[trouve.debut : trouve.fin] == trouve.texte
