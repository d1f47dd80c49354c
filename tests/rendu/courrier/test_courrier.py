"""The letter: its voices word for word, its warning on every page, nothing made up or acting."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from fabrique import bon_avance, bon_solde, declaration, formulaire, pv_mes
from hypothesis import HealthCheck, given, settings

from rendu.page.rapports import LE_PLUS_LONG, LE_PLUS_VIDE, RAPPORTS
from segur_payment import ErreurPdf
from segur_payment.dossier import (
    Dossier,
    Editeur,
    Perimetre,
    SolutionLogicielle,
)
from segur_payment.rendu.imprime import polices
from segur_payment.rendu.imprime.blocs import Bloc, Ecrit, Genre
from segur_payment.rendu.imprime.markdown import en_markdown
from segur_payment.rendu.imprime.polices import dessinable
from segur_payment.testing.strategies import dossiers_quelconques
from segur_payment.verdict import Verdict, verifier

DOREES = Path(__file__).parent / "dorees"
AVIS = "SIMULATION SANS VALEUR OFFICIELLE"
VERDICTS = {nom: verdict for nom, (verdict, _) in RAPPORTS.items()}
PDFS = {nom: verdict.courrier_pdf() for nom, verdict in VERDICTS.items()}
DOSSIERS: dict[str, Dossier] = {
    "rejet": bon_avance(
        pv=pv_mes(perimetre=Perimetre.PARTIEL), formulaire=formulaire(montant=36000)
    ),
    "invitation": bon_avance(
        pv=pv_mes(signatures=(), incertitudes={"date_constat": "deux dates sont écrites."}),
        formulaire=formulaire(montant=36000),
        declaration=declaration(communication=None),
    ),
    "acceptation": bon_solde(),
}


def _pages(octets: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(octets)
    return [page.get_textpage().get_text_bounded().replace("\u00a0", " ") for page in document]


def _date(verdict: Verdict) -> Verdict:
    """The same verdict, its catalogue and version out of the way."""
    fixe = {"empreinte": "0" * 64, "version": "1.0", "sources_verifiees_le": dt.date(2025, 1, 1)}
    return verdict.model_copy(update={"entete": verdict.entete.model_copy(update=fixe)})


@pytest.mark.parametrize("voix", DOSSIERS)
def test_chaque_voix_mot_pour_mot(voix: str) -> None:
    doree = (DOREES / f"{voix}.md").read_text(encoding="utf-8")
    assert _date(verifier(DOSSIERS[voix])).courrier() == doree


@pytest.mark.parametrize("nom", VERDICTS)
def test_le_pdf_dit_ce_que_dit_le_markdown(nom: str) -> None:
    markdown = re.sub(r"\\(.)", r"\1", VERDICTS[nom].courrier())
    mots = {m for m in re.findall(r"[a-zàâçéèêëîïôœùû’-]{4,}", markdown) if len(m) < 30}
    imprime = re.sub(r"\s|\ufffe|\x02", "", "".join(_pages(PDFS[nom])))
    assert {m for m in mots if m not in imprime} == set()


@pytest.mark.parametrize("nom", VERDICTS)
def test_chaque_page_se_dit_simulation_et_se_numerote(nom: str) -> None:
    pages = _pages(PDFS[nom])
    for rang, page in enumerate(pages, start=1):
        assert AVIS in page
        assert "pas un document de l’ASP" in page
        assert f"page {rang} sur {len(pages)}" in page
    assert VERDICTS[nom].courrier().count(AVIS) == 2


@pytest.mark.parametrize("nom", VERDICTS)
def test_rien_ne_sort_des_marges(nom: str) -> None:
    for page in pypdfium2.PdfDocument(PDFS[nom]):
        largeur, hauteur = page.get_size()
        textes = page.get_textpage()
        for rang in range(textes.count_rects()):
            gauche, bas, droite, haut = textes.get_rect(rang)
            assert 60 < gauche < droite < largeur - 60
            assert 35 < bas < haut < hauteur - 25


@pytest.mark.parametrize("nom", VERDICTS)
def test_les_polices_sont_dans_le_pdf(nom: str) -> None:
    lu: Any = pypdf.PdfReader(io.BytesIO(PDFS[nom]))
    for page in lu.pages:
        for police in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in police.get_object()["/FontDescriptor"]
    assert lu.root_object["/Lang"] == "fr-FR"
    assert lu.metadata["/CreationDate"] == "D:20250701000000Z"


def test_aucun_titre_reste_seul_au_bas_d_une_page() -> None:
    titres = re.findall(r"^#+ (.*)$", LE_PLUS_LONG.courrier(), re.M)
    for page in _pages(LE_PLUS_LONG.courrier_pdf()):
        corps = [ligne for ligne in page.splitlines() if ligne.strip()]
        derniere = corps[
            corps.index(next(li for li in corps if li.startswith("Simulation segur"))) - 1
        ]
        assert derniere.strip() not in [t.replace("\u00a0", " ") for t in titres]


@pytest.mark.parametrize("nom", VERDICTS)
def test_deux_fois_les_memes_octets(nom: str) -> None:
    assert VERDICTS[nom].courrier_pdf() == PDFS[nom]


@pytest.mark.parametrize("nom", ["accepter", "completer", "rejeter", "le plus long"])
def test_aucun_delai_aucune_coordonnee_inventes(nom: str) -> None:
    lettre = VERDICTS[nom].courrier()
    assert not re.search(r"\d+\s(jours?|semaines?|mois)\b", lettre)
    assert not re.search(r"@|\b0\d([ .]?\d\d){4}\b|\b\d{5}\s[A-Z]|[Rr]éférence", lettre)
    assert "connu" in lettre
    jours = set(re.findall(r"\d{1,2}(?:er)?\u00a0\w+\u00a020\d\d", lettre))
    assert jours == {"1er\u00a0juillet\u00a02025", "23\u00a0novembre\u00a02026"}


@pytest.mark.parametrize("nom", ["hostile", "10 000 caractères"])
def test_rien_d_hostile_n_agit_en_markdown(nom: str) -> None:
    lettre = VERDICTS[nom].courrier()
    assert not re.search(r"(?<!\\)(<|\]\(|`)", lettre)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", lettre)
    assert max(map(len, lettre.splitlines())) < 2500


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers_quelconques("avance") | dossiers_quelconques("solde"))
def test_tout_verdict_a_sa_lettre(dossier: Dossier) -> None:
    verdict = verifier(dossier)
    assert verdict.courrier().encode()
    assert AVIS in _pages(verdict.courrier_pdf())[0]


@pytest.mark.parametrize("debut", ["- x", "1. x", "12) x", "+ x", "=== x"])
def test_un_nom_d_editeur_ne_commence_ni_liste_ni_titre(debut: str) -> None:
    ecrit = Ecrit("t", ("a", "b"), "p", dt.date(2025, 1, 1), (Bloc(Genre.ADRESSE, debut),))
    ligne = en_markdown(ecrit).splitlines()[2]
    assert re.match(r"\d*\\[-.)+=]", ligne)
    assert ligne.replace("\\", "") == debut


def test_un_verdict_qui_ne_conclut_rien_le_dit() -> None:
    assert "Aucune règle n’a conclu" in LE_PLUS_VIDE.courrier()


def test_ce_que_la_police_n_a_pas_est_dit() -> None:
    polices.charger()
    assert dessinable("Élise œuvre à 5\u202f€") == "Élise œuvre à 5\u00a0€"
    assert dessinable("e\u0301 😀") == "é ‹U+1F600›"
    assert dessinable("עברית") == "‹5\u00a0caractères que la police n’a pas›"


def test_sans_l_extra_le_markdown_reste(monkeypatch: pytest.MonkeyPatch) -> None:
    polices.charger.cache_clear()
    monkeypatch.setitem(sys.modules, "reportlab", None)
    monkeypatch.setitem(sys.modules, "reportlab.pdfbase", None)
    verdict = VERDICTS["completer"]
    with pytest.raises(ErreurPdf, match=r"extra \[pdf\]"):
        verdict.courrier_pdf()
    assert AVIS in verdict.courrier()


def test_les_noms_du_dossier_sont_ceux_de_la_lettre() -> None:
    verdict = VERDICTS["accepter"].model_copy(
        update={
            "editeur": Editeur(raison_sociale="L’Œuvre & Fils"),
            "solution": SolutionLogicielle(nom="Agenda *Plus*"),
        }
    )
    (page,) = _pages(verdict.courrier_pdf())
    assert "L’Œuvre & Fils" in page
    assert "« Agenda *Plus* »" in page
    assert "L’Œuvre \\& Fils" in verdict.courrier()
