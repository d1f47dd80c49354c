import re
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from segur_payment.langue import Texte, chercher, normalisation, normaliser, resserrer

FRANCAIS = st.text(
    st.sampled_from("aeiouéèœßzM -\u2010\u00ad\n\r\f \u00a0\u202f\u200b\ufb01'’«.1\u0301")
)


@pytest.mark.parametrize(
    ("ecrit", "lu"),
    [
        ("Périmètre COMPLET", "perimetre complet"),
        ("pe\u0301rime\u0300tre", "perimetre"),
        ("Cœur, Lætitia, Straße", "coeur, laetitia, strasse"),
        ("\ufb01nancier e\ufb03cace", "financier efficace"),
        ("l’ANS, lʼANS, l‘ANS", "l'ans, l'ans, l'ans"),
        ("mise\u2011en\u2010service \u2013 \u2014 \u2212", "mise-en-service - - -"),
        ("«\u00a0complet\u00a0» “x” „y”", '" complet " "x" "y"'),
        ("30\u202f000,00\u00a0€", "30 000,00 €"),
        ("un\n\n  deux\tT", "un deux t"),
        ("pla\u00adte\u200bforme\ufeff", "plateforme"),
        ("nº 3, n° 3", "n° 3, n° 3"),
        ("1ᵉʳ mars", "1er mars"),
    ],
)
def test_ce_qui_se_lit_pareil_se_compare_pareil(ecrit: str, lu: str) -> None:
    assert normaliser(ecrit) == lu


@pytest.mark.parametrize(
    ("coupe", "lu"),
    [
        ("finan-\ncière", "financiere"),
        ("logi\u2010\r\nciel", "logiciel"),
        ("finan\ufffecière", "financiere"),
        ("me\u0301-\u200b\nde\u0301cin", "medecin"),
        ("finan\x02\r\ncière", "financiere"),
        ("mise-en-\nservice", "mise-en-service"),
        ("rendez-\nvous", "rendez-vous"),
        ("rendez\ufffevous", "rendez-vous"),
        ("sous-\ntraitant, sous-\ncrire", "sous-traitant, souscrire"),
        ("ci-\njoint, ci-\ntoyen", "ci-joint, citoyen"),
        ("proces-\nverbal, proces-\nsus", "proces-verbal, processus"),
        ("PROCÈS-\nVERBAL", "proces-verbal"),
        ("12-\n24", "12- 24"),
        ("un -\nsuite", "un - suite"),
        ("aller- retour", "aller- retour"),
    ],
)
def test_cesure_en_fin_de_ligne(coupe: str, lu: str) -> None:
    assert normaliser(coupe) == lu


def test_la_citation_rend_les_mots_d_origine() -> None:
    texte = Texte.de("Le « Péri\u00admètre   e\u0301tendu » est finan-\ncièrement\u00a0: oui")
    (perimetre,) = chercher("périmètre étendu", texte)
    assert perimetre.citation == "Péri\u00admètre   e\u0301tendu"
    (coupe,) = chercher(re.compile(r"cierem"), texte)
    assert coupe.citation == "cièrem"
    assert texte.citation(coupe.debut, coupe.fin, mots_entiers=True) == "finan-\ncièrement"


def test_un_mot_cherche_n_est_pas_un_morceau_de_mot() -> None:
    texte = Texte.de("partiellement, périmètre partiel")
    assert [p.citation for p in chercher("Partiel", texte)] == ["partiel"]


def test_intervalle_hors_du_texte() -> None:
    texte = Texte.de("abc")
    assert texte.citation(3, 3) == ""
    with pytest.raises(ValueError, match="hors du texte"):
        texte.citation(2, 9)


def test_les_lignes_se_gardent_sur_demande() -> None:
    texte = Texte.de("Un \r\n deux\n \nTrois  quatre", lignes=True)
    assert texte.normal == "un\ndeux\n\ntrois quatre"


@pytest.mark.parametrize(
    ("espace", "lu"),
    [
        ("le P R O C È S - V E R B A L signé", "le proces-verbal signe"),
        ("M I S E  E N  S E R V I C E", "mise en service"),
        ("types A, B et C d E", "types a, b et c d e"),
        ("il y a 3 4 5 6 7", "il y a 3 4 5 6 7"),
    ],
)
def test_lettres_espacees(espace: str, lu: str) -> None:
    assert resserrer(Texte.de(espace)).normal == lu


def test_la_citation_survit_au_resserrement() -> None:
    (pv,) = chercher("procès-verbal", resserrer(Texte.de("Ce P R O C È S - V E R B A L.")))
    assert pv.citation == "P R O C È S - V E R B A L"


def test_chaque_caractere_de_l_unicode_est_stable() -> None:
    for code in range(sys.maxunicode + 1):
        normal = Texte.de(chr(code)).normal
        assert Texte.de(normal).normal == normal, hex(code)


@settings(deadline=None)
@given(st.one_of(st.text(), FRANCAIS))
@example("a \u200b \n b")
@example("\u0301\n\u0301\r\n")
def test_normaliser_deux_fois_ne_change_rien(original: str) -> None:
    normal = Texte.de(original).normal
    assert Texte.de(normal).normal == normal


@settings(deadline=None)
@given(st.one_of(st.text(), FRANCAIS), st.booleans())
def test_la_carte_est_croissante_et_exacte(original: str, lignes: bool) -> None:
    texte = Texte.de(original, lignes=lignes)
    spans = [texte.intervalle(i, i + 1) for i in range(len(texte.normal))]
    assert all(0 <= debut < fin <= len(original) for debut, fin in spans)
    assert spans == sorted(spans)
    assert [f for _, f in spans] == sorted(f for _, f in spans)


@settings(deadline=None)
@given(st.one_of(st.text(), FRANCAIS), st.booleans())
@example("Fini-né à l’Œuvre", False)
@example("Fini-\n\nà\r\n \u200b \x85\x1c1 ½…", True)
def test_le_texte_ordinaire_se_plie_comme_caractere_par_caractere(
    original: str, lignes: bool
) -> None:
    d_un_trait = Texte.de(original, lignes=lignes)
    with pytest.MonkeyPatch.context() as rien_d_ordinaire:
        jamais = re.compile(r"(?!)")
        rien_d_ordinaire.setattr(normalisation, "SUITES", {False: jamais, True: jamais})
        rien_d_ordinaire.setattr(normalisation, "LIGNE_SIMPLE", jamais)
        lent = Texte.de(original, lignes=lignes)
    assert d_un_trait.normal == lent.normal
    for i in range(len(lent.normal)):
        assert d_un_trait.intervalle(i, i + 1) == lent.intervalle(i, i + 1)
    for position in range(len(original) + 2):
        assert d_un_trait.depuis_original(position) == lent.depuis_original(position)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=12), FRANCAIS), st.data())
def test_la_citation_contient_ce_qui_fut_trouve(original: str, data: st.DataObject) -> None:
    texte = Texte.de(original)
    debut = data.draw(st.integers(0, len(texte.normal)))
    fin = data.draw(st.integers(debut, len(texte.normal)))
    citation = texte.citation(debut, fin)
    assert texte.normal[debut:fin] in Texte.de(citation).normal
    assert citation in original
    assert citation in texte.citation(debut, fin, mots_entiers=True)


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("ab é-'  "))))
def test_resserrer_ne_perd_que_des_blancs(original: str) -> None:
    texte = Texte.de(original)
    serre = resserrer(texte)
    assert serre.normal.replace(" ", "") == texte.normal.replace(" ", "")
    spans = [serre.intervalle(i, i + 1) for i in range(len(serre.normal))]
    assert spans == sorted(spans)
    assert all(0 <= debut < fin <= len(original) for debut, fin in spans)
