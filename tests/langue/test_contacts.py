import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_payment.langue.contacts import (
    ContactTrouve,
    courriel_valide,
    courriels,
    lien_securise,
    lien_valide,
    liens,
    telephone_valide,
    telephones,
)


def lus(contacts: list[ContactTrouve]) -> list[tuple[str, str | None]]:
    return [(contact.valeur, contact.defaut) for contact in contacts]


@pytest.mark.parametrize(
    ("texte", "adresse"),
    [
        ("Écrire à support@editeur.fr.", "support@editeur.fr"),
        ("<support.sas+1@sub.editeur.fr>", "support.sas+1@sub.editeur.fr"),
        ("courriel:support@editeur.fr;", "support@editeur.fr"),
        ("mailto:support@editeur.fr", "support@editeur.fr"),
        ("l'adresse d’aide@editeur.fr", "aide@editeur.fr"),
        ("support@\nediteur.fr", "support@editeur.fr"),
        ("support@santé.fr", "support@santé.fr"),
    ],
)
def test_courriel_bien_forme(texte: str, adresse: str) -> None:
    assert lus(courriels(texte)) == [(adresse, None)]


@pytest.mark.parametrize(
    ("ecrit", "defaut"),
    [
        ("support@editeur", "domaine sans extension : editeur"),
        ("support@ editeur.fr", "espace dans l’adresse"),
        ("support @editeur.fr", "espace dans l’adresse"),
        ("support(at)editeur.fr", "arobase absente"),
        ("support [at] editeur [dot] fr", "arobase absente"),
        ("support@@editeur.fr", "plusieurs arobases"),
        ("a@b@c.fr", "plusieurs arobases"),
        ("supporté@editeur.fr", "caractère non admis avant l’arobase : é"),
        ("support.@editeur.fr", "point mal placé avant l’arobase"),
        ("support@editeur..fr", "domaine mal formé : editeur..fr"),
        ("support@editeur.f", "extension de domaine mal formée : f"),
    ],
)
def test_courriel_mal_forme_est_trouve_et_dit(ecrit: str, defaut: str) -> None:
    assert lus(courriels(f"Support : {ecrit} (24 h)")) == [(ecrit, defaut)]
    assert courriel_valide(ecrit) == defaut


@pytest.mark.parametrize(
    ("ecrit", "defaut"),
    [
        ("", "adresse vide"),
        ("editeur.fr", "arobase absente"),
        ("@editeur.fr", "nom absent avant l’arobase"),
        ("support@", "domaine absent après l’arobase"),
        ("x" * 65 + "@editeur.fr", "adresse trop longue"),
    ],
)
def test_champ_de_courriel(ecrit: str, defaut: str) -> None:
    assert courriel_valide(ecrit) == defaut


@pytest.mark.parametrize(
    "texte",
    ["suivez @agendalib", "10 pommes @ 3,50", "https://x.fr/@user", "l'article (a) du contrat"],
)
def test_ce_qui_n_est_pas_un_courriel(texte: str) -> None:
    assert courriels(texte) == []


@pytest.mark.parametrize(
    "numero",
    [
        "01 02 03 04 05",
        "01.02.03.04.05",
        "01\u00a002\u00a003\u00a004\u00a005",
        "06-12-34-56-78",
        "0102030405",
        "+33 1 02 03 04 05",
        "+33 (0)1 02 03 04 05",
        "0033102030405",
        "0 805 12 34 56",
        "0590 27 12 34",
        "+262 262 12 34 56",
        "+687 24 12 34",
        "+32 2 555 12 12",
    ],
)
def test_telephone(numero: str) -> None:
    assert lus(telephones(f"Support, {numero}, tous les jours")) == [(numero, None)]
    assert telephone_valide(numero) is None


@pytest.mark.parametrize("numero", ["3646", "36 46", "118 218", "24 12 34"])
def test_numero_court_apres_son_etiquette(numero: str) -> None:
    assert lus(telephones(f"Tél. : {numero}")) == [(numero, None)]
    assert telephones(f"en {numero} points") == []


@pytest.mark.parametrize(
    ("numero", "defaut"),
    [
        ("01 02 03 04", "10 chiffres attendus, 8 trouvés"),
        ("01 02 03 04 05 06", "10 chiffres attendus, 12 trouvés"),
        ("+33 1 02 03", "numéro de téléphone inexistant"),
    ],
)
def test_telephone_mal_forme(numero: str, defaut: str) -> None:
    assert lus(telephones(f"Téléphone (gratuit) : {numero}")) == [(numero, defaut)]
    assert telephone_valide(numero) == defaut


@pytest.mark.parametrize(
    ("numero", "defaut"),
    [("", "aucun chiffre"), ("0102O30405", "caractère non admis dans un numéro de téléphone")],
)
def test_champ_de_telephone(numero: str, defaut: str) -> None:
    assert telephone_valide(numero) == defaut


@pytest.mark.parametrize(
    "texte",
    [
        "SIRET 732 829 320 00074",
        "03/03/2025",
        "30 000,00 €",
        "décret n° 2022-403",
        "FR76 3000 6000 0112 3456 7890 189",
        "Fax : 01 02 03 04 05",
        "le mobile coûte 30 €",
    ],
)
def test_ce_qui_n_est_pas_un_telephone(texte: str) -> None:
    assert telephones(texte) == []


def test_deux_telephones() -> None:
    texte = "Tél/Fax : 01 02 03 04 05 / 06 07 08 09 10"
    assert [c.texte for c in telephones(texte)] == ["01 02 03 04 05", "06 07 08 09 10"]


@pytest.mark.parametrize(
    ("texte", "lien", "securise"),
    [
        ("https://support.editeur.fr/contact.", "https://support.editeur.fr/contact", True),
        ("(voir https://editeur.fr/a(b))", "https://editeur.fr/a(b)", True),
        ("HTTPS://EDITEUR.FR", "HTTPS://EDITEUR.FR", True),
        ("http://editeur.fr", "http://editeur.fr", False),
        ("sur www.editeur.fr, puis", "www.editeur.fr", None),
        ("support.editeur.fr/aide", "support.editeur.fr/aide", None),
        ("https://editeur.fr:8443/a?b=c#d", "https://editeur.fr:8443/a?b=c#d", True),
        ("https://editeur.fr/\ncontact-sas", "https://editeur.fr/contact-sas", True),
        ("https://editeur.fr/\nFait à Paris", "https://editeur.fr/", True),
        ("https://editeur.fr/\nou par mail", "https://editeur.fr/", True),
        ("https://10.1.2.3/", "https://10.1.2.3/", True),
        ("https ://editeur.fr/aide", "https://editeur.fr/aide", True),
        ("http\u00a0:\u00a0//editeur.fr", "http://editeur.fr", False),
    ],
)
def test_lien(texte: str, lien: str, securise: bool | None) -> None:
    assert lus(liens(texte)) == [(lien, None)]
    assert lien_securise(lien) is securise


@pytest.mark.parametrize(
    ("lien", "defaut"),
    [
        ("https//editeur.fr", "protocole mal écrit : https:// attendu"),
        ("htps://editeur.fr", "protocole mal écrit : https:// attendu"),
        ("http:/editeur.fr", "protocole mal écrit : https:// attendu"),
        ("https://editeur", "domaine sans extension : editeur"),
        ("https://editeur..fr/a", "domaine mal formé : editeur..fr"),
        ("https://editeur.fr:abc/", "lien mal formé"),
    ],
)
def test_lien_mal_forme(lien: str, defaut: str) -> None:
    assert lus(liens(f"Plateforme : {lien} ")) == [(lien, defaut)]
    assert lien_valide(lien) == defaut


def test_un_blanc_dans_le_nom_du_site_est_un_defaut() -> None:
    assert lien_valide("https://editeur fr") == "espace dans le lien"
    assert lien_valide("https ://editeur.fr") is None


@pytest.mark.parametrize(
    "texte", ["support@editeur.fr", "S.A.S. et S.A.R.L.", "v3.2.1", "notice.pdf", "fin.Le début"]
)
def test_ce_qui_n_est_pas_un_lien(texte: str) -> None:
    assert liens(texte) == []


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("a@.:/ htpsw0123+()\n-éfr"))))
def test_un_texte_quelconque_ne_leve_rien(texte: str) -> None:
    for contact in [*courriels(texte), *telephones(texte), *liens(texte)]:
        assert texte[contact.debut : contact.fin] == contact.texte
    for valide in (courriel_valide, telephone_valide, lien_valide):
        assert valide(texte) is None or valide(texte)
    assert lien_securise(texte) in (True, False, None)
