import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_payment.langue.noms import (
    Rapprochement,
    comparer_personnes,
    comparer_societes,
    comparer_solutions,
    comparer_versions,
    separer_version,
    separer_versions,
)
from segur_payment.langue.rapprochement import distance

IDENTIQUE, PROCHE, DIFFERENT = Rapprochement


@pytest.mark.parametrize(
    ("a", "b", "attendu"),
    [
        ("AGENDALIB SAS", "Agendalib", IDENTIQUE),
        ("S.A.S. Agendalib", "agenda-lib", IDENTIQUE),
        ("Société Agendalib (ci-après « l'Éditeur »)", "AGENDALIB", IDENTIQUE),
        ("Agendalib, société par actions simplifiée au capital de 10 €", "Agendalib", IDENTIQUE),
        ("Agendalib SAS, RCS Paris 732 829 320", "Agendalib", IDENTIQUE),
        ("Dupont & Fils", "DUPONT ET FILS SARL", IDENTIQUE),
        ("Médi’Soft", "MEDI SOFT", IDENTIQUE),
        ("Agendalib Santé", "Agendalib", PROCHE),
        ("Santé Logiciels Services", "Santé Services", PROCHE),
        ("Agendalib", "Agendalyb", PROCHE),
        ("Agednalib", "Agendalib", PROCHE),
        ("Agence du Numérique en Santé", "ANS", PROCHE),
        ("Agendalib", "Doctobook", DIFFERENT),
        ("Lilas 1", "Lilas 2", DIFFERENT),
        ("Medi Soft", "Medi Care", DIFFERENT),
        ("SA", "SAS", DIFFERENT),
        ("", "Agendalib", DIFFERENT),
    ],
)
def test_societes(a: str, b: str, attendu: Rapprochement) -> None:
    assert comparer_societes(a, b) is comparer_societes(b, a) is attendu


@pytest.mark.parametrize(
    ("a", "b", "attendu"),
    [
        ("DUPONT Jean", "M. Jean Dupont", IDENTIQUE),
        ("Mme le Dr Anne Martin", "Martin Anne", IDENTIQUE),
        ("Jean-Pierre DUPONT", "Jean Pierre Dupont", IDENTIQUE),
        ("Jean de La Fontaine", "Jean Delafontaine", IDENTIQUE),
        ("M. Le Goff", "LE GOFF", IDENTIQUE),
        ("Hélène Lefèvre", "HELENE LEFEVRE", IDENTIQUE),
        ("Dr A. Martin", "Anne Martin", PROCHE),
        ("J.-P. Dupont", "Jean-Pierre Dupont", PROCHE),
        ("Dr Dupont", "Jean Dupont", PROCHE),
        ("Jean Dupond", "Jean Dupont", PROCHE),
        ("Marie Durand épouse Dupont", "Marie Dupont", PROCHE),
        ("M. Dupont", "Mme Dupont", PROCHE),
        ("P. Dupont", "Jean Dupont", DIFFERENT),
        ("Paul Dupont", "Jean Dupont", DIFFERENT),
        ("Marie Durand", "Marie Dupont", DIFFERENT),
        ("", "", DIFFERENT),
    ],
)
def test_personnes(a: str, b: str, attendu: Rapprochement) -> None:
    assert comparer_personnes(a, b) is comparer_personnes(b, a) is attendu


@pytest.mark.parametrize(
    ("a", "b", "attendu"),
    [
        ("Agendalib Pro", "AGENDALIB PRO v3.2", IDENTIQUE),
        ("Agendalib Pro 3.2", "Agendalib Pro version 3.2.0", IDENTIQUE),
        ("logiciel Agendalib™ Pro", "Agendalib Pro", IDENTIQUE),
        ("Agendalib Pro (v3.2)", "Agendalib Pro 3.2.1", PROCHE),
        ("Agendalib SAS", "Agendalib", PROCHE),
        ("Agendalib Pro v3.2", "Agendalib Pro v4.0", DIFFERENT),
        ("Agendalib Pro", "Agendalib Med", DIFFERENT),
        ("Agendalib 4", "Agendalib v4", IDENTIQUE),
        ("Agendalib 4", "Agendalib 4.1", PROCHE),
        ("Agendalib 4", "Agendalib 3.2", DIFFERENT),
        ("Doc 24", "Doc 24", IDENTIQUE),
        ("Doc 24", "Doc Santé", DIFFERENT),
        ("Agendalib Pro", None, None),
    ],
)
def test_solutions(a: str, b: str | None, attendu: Rapprochement | None) -> None:
    assert comparer_solutions(a, b) is comparer_solutions(b, a) is attendu


def test_la_version_donnee_a_part_prime() -> None:
    assert comparer_solutions("Agendalib", "Agendalib", version_a="3", version_b="4") is DIFFERENT
    assert comparer_solutions("Agendalib 3.2", "Agendalib", version_b="v3.2") is IDENTIQUE
    assert comparer_solutions("Agendalib", "Agendalib", version_a="3") is IDENTIQUE


@pytest.mark.parametrize(
    ("a", "b", "attendu"),
    [
        ("v3.2", "3.2", IDENTIQUE),
        ("version 3.2", "V 3.2.0", IDENTIQUE),
        ("LTS", "lts", IDENTIQUE),
        ("3.2", "3.2.1", PROCHE),
        ("3", "3.2", PROCHE),
        ("3.2.1", "3.2.4", PROCHE),
        ("3.2-rc1", "3.2", PROCHE),
        ("3.2", "3.3", DIFFERENT),
        ("3.2", "4.0", DIFFERENT),
        ("3.2", None, None),
        ("3.2", "", None),
    ],
)
def test_versions(a: str, b: str | None, attendu: Rapprochement | None) -> None:
    assert comparer_versions(a, b) is comparer_versions(b, a) is attendu


@pytest.mark.parametrize(
    ("a", "b", "attendu"),
    [
        ("Agendalib 4", "Agendalib 3.2", (("agendalib", "4"), ("agendalib", "3.2"))),
        ("Agendalib 3", "Agendalib 4", (("agendalib", "3"), ("agendalib", "4"))),
        ("Agendalib 365", "Agendalib", (("agendalib 365", None), ("agendalib", None))),
        ("Doc 24", "Doc 24", (("doc 24", None), ("doc 24", None))),
        ("Agendalib 4", "Doctobook 3.2", (("agendalib 4", None), ("doctobook", "3.2"))),
    ],
)
def test_un_nombre_est_une_version_quand_le_reste_est_le_meme(
    a: str, b: str, attendu: tuple[tuple[str, str | None], ...]
) -> None:
    assert separer_versions(a, b) == attendu


@pytest.mark.parametrize(
    ("nom", "separe"),
    [
        ("Agendalib Pro v3.2", ("agendalib pro", "3.2")),
        ("Agendalib 365", ("agendalib 365", None)),
        ("v3.2", ("v3.2", None)),
    ],
)
def test_separer_version(nom: str, separe: tuple[str, str | None]) -> None:
    assert separer_version(nom) == separe


@pytest.mark.parametrize(
    ("a", "b", "fautes"), [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "", 3), ("ab", "xaby", 2)]
)
def test_distance(a: str, b: str, fautes: int) -> None:
    assert distance(a, b) == distance(b, a) == fautes


@settings(deadline=None)
@given(st.text(), st.text())
def test_comparer_est_symetrique(a: str, b: str) -> None:
    assert comparer_societes(a, b) is comparer_societes(b, a)
    assert comparer_personnes(a, b) is comparer_personnes(b, a)
    assert comparer_solutions(a, b) is comparer_solutions(b, a)


@settings(deadline=None)
@given(st.from_regex(r"[A-Z][a-zé]{2,8}( [A-Z][a-zé]{2,8}){0,2}", fullmatch=True))
def test_un_nom_est_identique_a_lui_meme_quelle_que_soit_la_forme(nom: str) -> None:
    for forme in ("{} SAS", "SARL {}", "{}, société anonyme", "Société {}", "{} (éditeur)"):
        assert comparer_societes(nom, forme.format(nom.upper())) is IDENTIQUE
