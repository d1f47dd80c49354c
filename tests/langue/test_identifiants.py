import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.fr import siren as stdnum_siren

from segur_payment.langue.identifiants import (
    bic_valide,
    compacter,
    iban_valide,
    siren_de_siret,
    siren_de_tva,
    siren_valide,
    siret_valide,
    trouver_bic,
    trouver_iban,
    trouver_siren,
    trouver_siret,
    trouver_tva,
    tva_valide,
)

CLE_FAUSSE = "clé de contrôle fausse"
RECHERCHES = {
    "siren": trouver_siren,
    "siret": trouver_siret,
    "tva": trouver_tva,
    "iban": trouver_iban,
    "bic": trouver_bic,
}


def trouves(texte: str) -> dict[str, list[str]]:
    lus = {nom: [t.valeur for t in trouver(texte)] for nom, trouver in RECHERCHES.items()}
    return {nom: valeurs for nom, valeurs in lus.items() if valeurs}


@pytest.mark.parametrize(
    ("siren", "defaut"),
    [
        ("732829320", None),
        ("732\u202f829\u00a0320", None),
        ("732-829-320", None),
        ("000000000", "numéro nul"),
        ("73282932", "9 chiffres attendus, 8 trouvés"),
        ("732829321", CLE_FAUSSE),
        ("73282932O", "des chiffres seuls sont attendus"),
        ("", "9 chiffres attendus, 0 trouvés"),
    ],
)
def test_siren(siren: str, defaut: str | None) -> None:
    assert siren_valide(siren) == defaut


@pytest.mark.parametrize(
    ("siret", "defaut"),
    [
        ("73282932000074", None),
        ("732 829 320 00074", None),
        ("73282932000075", CLE_FAUSSE),
        ("73282932100075", f"SIREN contenu : {CLE_FAUSSE}"),
        ("35600000000048", None),
        ("35600000009075", None),
        ("35600000009076", CLE_FAUSSE),
        ("0" * 14, "SIREN contenu : numéro nul"),
        ("732829320", "14 chiffres attendus, 9 trouvés"),
    ],
)
def test_siret(siret: str, defaut: str | None) -> None:
    if siret == "0" * 14:
        defaut = "numéro nul"
    assert siret_valide(siret) == defaut


@pytest.mark.parametrize(
    ("tva", "defaut"),
    [
        ("FR44732829320", None),
        ("fr 44 732 829 320", None),
        ("FR K7 399 859 412", None),
        ("BE0428759497", None),
        ("FR45732829320", CLE_FAUSSE),
        ("FR44732829321", f"SIREN contenu : {CLE_FAUSSE}"),
        ("FR4473282932", "13 caractères attendus, 12 trouvés"),
        ("FRIO732829320", "forme attendue : FR, deux caractères de clé, neuf chiffres"),
        ("44732829320", "préfixe de pays attendu (FR)"),
        ("BE0428759498", "numéro de TVA d’un autre pays, invalide"),
        ("FR12000000000", CLE_FAUSSE),
    ],
)
def test_tva(tva: str, defaut: str | None) -> None:
    assert tva_valide(tva) == defaut


def avec_une_cle(bban: str) -> str:
    reste = int("".join(str(int(c, 36)) for c in f"{bban}FR00")) % 97
    return f"FR{98 - reste:02d}{bban}"


@pytest.mark.parametrize(
    ("iban", "defaut"),
    [
        ("FR14 2004 1010 0505 0001 3M02 606", None),
        ("FR7630006000011234567890189", None),
        ("DE89370400440532013000", None),
        ("FR7630006000011234567890188", CLE_FAUSSE),
        (avec_une_cle("30006000011234567890188"), "clé RIB fausse"),
        (avec_une_cle("3000600001123456789018A"), CLE_FAUSSE),
        ("FR763000600001123456789018", "27 caractères attendus, 26 trouvés"),
        ("30006000011234567890189", "forme attendue : pays, deux chiffres de clé, compte"),
    ],
)
def test_iban(iban: str, defaut: str | None) -> None:
    assert iban_valide(iban) == defaut


@pytest.mark.parametrize(
    ("bic", "defaut"),
    [
        ("PSSTFRPPPAR", None),
        ("BNPA FR PP", None),
        ("BNPAFRP", "8 ou 11 caractères attendus, 7 trouvés"),
        ("BNP1FRPP", "forme attendue : banque, pays, place (et agence)"),
    ],
)
def test_bic(bic: str, defaut: str | None) -> None:
    assert bic_valide(bic) == defaut


def test_le_siren_contenu() -> None:
    assert siren_de_siret("732 829 320 00074") == "732829320"
    assert siren_de_siret("732 829 320") is None
    assert siren_de_tva("FR 44 732 829 320") == "732829320"
    assert siren_de_tva("FR 61 000 000 000") is None
    assert siren_de_tva("BE0428759497") is None
    assert compacter("fr 44-732.829\u00a0320") == "FR44732829320"


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("SIRET 732 829 320 00074", {"siret": ["732 829 320 00074"]}),
        (
            "SIRET : 732\u00a0829\u00a0320\u00a000074",
            {"siret": ["732\u00a0829\u00a0320\u00a000074"]},
        ),
        ("7 3 2 8 2 9 3 2 0 0 0 0 7 4", {"siret": ["7 3 2 8 2 9 3 2 0 0 0 0 7 4"]}),
        ("\n".join("73282932000074"), {"siret": ["\n".join("73282932000074")]}),
        ("SIREN : 732829320", {"siren": ["732829320"]}),
        ("SIREN (9 chiffres) : 732829320", {"siren": ["732829320"]}),
        ("RCS Paris B 732 829 320", {"siren": ["732 829 320"]}),
        ("RCS Paris 732 829 320", {"siren": ["732 829 320"]}),
        ("au R.C.S. de Lyon sous le numéro 732829320", {"siren": ["732829320"]}),
        ("732829320RCS Paris", {"siren": ["732829320"]}),
        ("SIREN/SIRET : 732829320", {"siren": ["732829320"]}),
        ("SIREN : 73282932", {"siren": ["73282932"]}),
        ("SIREN : 732 829 32O", {"siren": ["732 829 32O"]}),
        ("SIREN 732829321", {"siren": ["732829321"]}),
        ("SIRET : 732829320", {"siret": ["732829320"]}),
        ("732 829 320 00075", {"siret": ["732 829 320 00075"]}),
        ("RCS Paris 732 829 320 00074", {"siret": ["732 829 320 00074"]}),
        (
            "SIREN\nSIRET\n732829320\n73282932000074",
            {"siren": ["732829320"], "siret": ["73282932000074"]},
        ),
        ("732829320 73282932000074", {"siren": ["732829320"], "siret": ["73282932000074"]}),
        ("SIREN 732 829 320 01 02 03 04 05", {"siren": ["732 829 320"]}),
        ("FR 44 732 829 320", {"tva": ["FR 44 732 829 320"]}),
        ("FR44732829320", {"tva": ["FR44732829320"]}),
        ("TVA intracommunautaire : FR4473282932", {"tva": ["FR4473282932"]}),
        ("N° de TVA (UE) : FR45732829320", {"tva": ["FR45732829320"]}),
        (
            "FR44732829320 73282932000074",
            {"tva": ["FR44732829320"], "siret": ["73282932000074"]},
        ),
        (
            "IBAN FR14 2004 1010 0505 0001 3M02 606 BIC PSSTFRPPPAR",
            {"iban": ["FR14 2004 1010 0505 0001 3M02 606"], "bic": ["PSSTFRPPPAR"]},
        ),
        ("FR7630006000011234567890189", {"iban": ["FR7630006000011234567890189"]}),
        (
            "IBAN : FR14 2004 1010 0505 0001 3M02 60 BIC : PSST FR PP PAR",
            {"iban": ["FR14 2004 1010 0505 0001 3M02 60"], "bic": ["PSST FR PP PAR"]},
        ),
        ("IBAN DE89 3704 0044 0532 0130 00", {"iban": ["DE89 3704 0044 0532 0130 00"]}),
        ("Code BIC/SWIFT (8 ou 11) : BNPAFRP", {"bic": ["BNPAFRP"]}),
    ],
)
def test_trouver(texte: str, attendus: dict[str, list[str]]) -> None:
    assert trouves(texte) == attendus


@pytest.mark.parametrize(
    "texte",
    [
        "01 02 03 04 05",
        "Tél. 732829320",
        "FINESS 732829320",
        "732829321",
        "732 829 320 €",
        "SIREN :\nCapital 10 000 €",
        "TVA 20 % : 6 000,00 €",
        "Le BIC est obligatoire",
        "03/03/2025",
        "décret n° 2022-403",
        "https://x.fr/732829320",
    ],
)
def test_ce_qui_n_est_pas_un_identifiant(texte: str) -> None:
    assert trouves(texte) == {}


@settings(deadline=None)
@given(st.integers(10_000_000, 99_999_999))
def test_un_siren_juste_se_trouve_et_un_chiffre_faux_se_voit(base: int) -> None:
    siren = next(s for c in range(10) if stdnum_siren.is_valid(s := f"{base}{c}"))
    espace = f"{siren[:3]} {siren[3:6]} {siren[6:]}"
    assert trouves(f"Société au RCS de Paris, {espace}.")["siren"] == [espace]
    faux = siren[:-1] + str((int(siren[-1]) + 1) % 10)
    assert siren_valide(faux) == CLE_FAUSSE
    assert tva_valide(stdnum_siren.to_tva(siren)) == "préfixe de pays attendu (FR)"
    assert tva_valide("FR" + stdnum_siren.to_tva(siren)) is None


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("0123 FRfrAB-\n.sirentvaiban:"))))
def test_un_texte_quelconque_ne_leve_rien(texte: str) -> None:
    for trouver in RECHERCHES.values():
        for trouve in trouver(texte):
            assert texte[trouve.debut : trouve.fin] == trouve.valeur
    for valide in (siren_valide, siret_valide, tva_valide, iban_valide, bic_valide):
        assert valide(texte) is None or valide(texte)
