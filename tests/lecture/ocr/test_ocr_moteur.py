"""The engine of the extra ``[ocr]`` on real pictures; skipped where it is not installed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from segur_payment import (
    Decision,
    ImagePage,
    LimitesLecture,
    MoteurOcr,
    Perimetre,
    Resultat,
    lire_dossier,
    verifier,
)
from segur_payment.lecture.mise_en_page.cases import ENCRE_COCHEE, ENCRE_VIDE
from segur_payment.lecture.ocr.moteur import EchecOcrError, MoteurRapide
from segur_payment.lecture.ocr.pages import Lecteur
from segur_payment.lecture.pdf import PageLue, image_de_page
from segur_payment.testing.pdf.scan import NET, ORDINAIRE, Numeriseur, numeriser

from ..papiers import DEPOT, Case, Titre, bon_avance, manifeste, papier, pv_mes
from .test_ocr_faits import A_COCHER, PARAPHES, PARTIEL

pytest.importorskip("rapidocr")
pytest.importorskip("onnxruntime")

COCHES = (("complet", True), ("partiel", False), ("avec réserve", False), ("sans réserve", True))
MAUVAIS = Numeriseur(dpi=150, degres=2.5, bruit=25, flou=0.8)


def lire(octets: bytes) -> PageLue:
    return Lecteur(LimitesLecture(), None).lire(octets).pages[0]


def image(octets: bytes) -> ImagePage:
    rendue = image_de_page(octets, 1)
    assert rendue is not None
    return rendue


@pytest.mark.parametrize("numeriseur", [NET, ORDINAIRE])
def test_un_pv_numerise_se_lit(numeriseur: Numeriseur) -> None:
    lu = lire_dossier(bon_avance(pv=numeriser(PARAPHES, numeriseur)), date_depot=DEPOT)
    assert lu.pv is not None
    assert lu.pv.perimetre is Perimetre.COMPLET
    assert lu.pv.editeur is not None
    assert lu.pv.editeur.siren is not None
    assert "".join(lu.pv.editeur.siren.split()) == "903127454"
    verdict = verifier(lu)
    assert (verdict.decision, verdict.codes) == (Decision.COMPLETER, ())


def test_un_pv_partiel_numerise_fait_rejeter() -> None:
    lu = lire_dossier(bon_avance(pv=numeriser(PARTIEL, ORDINAIRE)), date_depot=DEPOT)
    assert verifier(lu).codes == ("SAS-MES-02",)


def test_un_mauvais_scan_n_accuse_pas_et_ne_fait_pas_accepter() -> None:
    lu = lire_dossier(bon_avance(pv=numeriser(PARAPHES, MAUVAIS)), date_depot=DEPOT)
    verdict = verifier(lu)
    assert (verdict.decision, verdict.codes) == (Decision.COMPLETER, ())


@pytest.mark.parametrize("quarts", [1, 2, 3])
def test_une_page_couchee_ou_renversee_se_lit_droite(quarts: int) -> None:
    page = lire(numeriser(pv_mes(), Numeriseur(quarts=quarts)))
    assert page.largeur < page.hauteur
    lignes = " ".join(m.texte for m in sorted(page.mots, key=lambda m: m.boite.y0)[:4])
    assert "Procès-verbal" in lignes


# --- Boxes: the ink in the square, never a letter ---


def _glyphes() -> bytes:
    """Box glyphs of DejaVu Sans, which no engine reads."""
    try:
        pdfmetrics.registerFont(TTFont("Cases", "DejaVuSans.ttf"))
    except TTFError:
        pytest.skip("DejaVu Sans is not installed")
    tampon = io.BytesIO()
    canevas = Canvas(tampon, pagesize=(595, 842), invariant=1)
    canevas.setFont("Cases", 17)
    canevas.drawString(60, 780, "Procès-verbal de mise en service")
    canevas.setFont("Cases", 11)
    for rang, (libelle, cochee) in enumerate(COCHES):
        canevas.drawString(60, 720 - 24 * rang, f"{'☒' if cochee else '☐'} {libelle}")
    canevas.showPage()
    canevas.save()
    return tampon.getvalue()


def _dessinees() -> bytes:
    """Vector squares with crosses."""
    cases = (Case(libelle, cochee=cochee) for libelle, cochee in COCHES)
    return papier(Titre("Procès-verbal de mise en service"), *cases)


@pytest.mark.parametrize("numeriseur", [NET, ORDINAIRE])
@pytest.mark.parametrize("tracer", [_glyphes, _dessinees])
def test_l_encre_du_carre_dit_la_case(numeriseur: Numeriseur, tracer: object) -> None:
    assert callable(tracer)
    page = lire(numeriser(tracer(), numeriseur))
    etats = [carre.encre for carre in sorted(page.carres, key=lambda c: c.boite.y0)]
    vues = [encre >= ENCRE_COCHEE for encre in etats]
    assert vues == [cochee for _, cochee in COCHES]
    assert all(e >= ENCRE_COCHEE or e <= ENCRE_VIDE for e in etats)


@pytest.mark.parametrize("numeriseur", [NET, ORDINAIRE])
def test_un_pv_a_cases_numerise_fait_rejeter(numeriseur: Numeriseur) -> None:
    lu = lire_dossier(bon_avance(pv=numeriser(A_COCHER, numeriseur)), date_depot=DEPOT)
    assert "SAS-MES-02" in verifier(lu).codes


# --- The process ---


def test_un_moteur_trop_lent_laisse_la_page_non_lue() -> None:
    dossier = {
        **bon_avance(pv=numeriser(pv_mes())),
        **manifeste('[fichiers]\n"pv.pdf" = "pv_mes"\n'),
    }
    presse = LimitesLecture(delai_ocr=0.01)
    lu = lire_dossier(dossier, date_depot=DEPOT, limites=presse)
    assert lu.pv is not None
    assert "sa reconnaissance optique a pris plus de 0,01 s" in str(lu.pv.illisible)
    verdict = verifier(lu)
    assert Resultat.NON_VERIFIABLE in {
        c.resultat for c in verdict.constats if c.code == "SAS-MES-02"
    }


def test_un_processus_qui_echoue_est_remplace() -> None:
    moteur: MoteurOcr = MoteurRapide()
    faux = ImagePage(10, 10, 1.0, b"trop court")
    with pytest.raises(EchecOcrError):
        moteur.lire(faux)
    blanche = ImagePage(200, 200, 2.0, b"\xff" * 40_000)
    assert moteur.lire(blanche).mots == ()


@pytest.mark.parametrize("couleur", [0, 128, 255])
def test_une_page_unie_ne_dit_rien(couleur: int) -> None:
    unie = Image.new("L", (600, 800), couleur)
    vue = MoteurRapide().lire(ImagePage(600, 800, 1.0, unie.tobytes()))
    assert vue.mots == ()
    assert vue.cases == ()


def test_lire_une_image_n_ecrit_rien_dans_le_dossier_courant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert lire(numeriser(pv_mes())).optique
    assert list(tmp_path.iterdir()) == []
