"""Drawn boxes with their ink, pictures, strokes, and pages without real text."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import Color, white
from reportlab.pdfgen.canvas import Canvas

from segur_payment.lecture.pdf import PageLue, lire_pdf

from .pdf_fabriques import dessiner, photo, texte, une_page

COCHE, VIDE = 0.1, 0.03


def page_de(octets: bytes) -> PageLue:
    document = lire_pdf(octets)
    assert document.erreur is None, document.detail
    assert document.pages[0].erreur is None
    return document.pages[0]


def encres(octets: bytes) -> list[float]:
    """From top to bottom."""
    carres = page_de(octets).carres
    return [carre.encre for carre in sorted(carres, key=lambda c: (c.boite.y0, c.boite.x0))]


def croix(c: Canvas, x: float, y: float, cote: float) -> None:
    c.line(x + 1, y + 1, x + cote - 1, y + cote - 1)
    c.line(x + 1, y + cote - 1, x + cote - 1, y + 1)


@pytest.mark.parametrize("cote", [6, 8, 10, 14, 20, 25])
def test_une_case_dessinee_avec_croix_se_distingue_d_une_case_vide(cote: int) -> None:
    def page(c: Canvas) -> None:
        c.rect(72, 700, cote, cote)
        croix(c, 72, 700, cote)
        c.rect(72, 600, cote, cote)
        c.drawString(110, 700, "Périmètre complet")

    cochee, vide = encres(dessiner(page))
    assert cochee > COCHE
    assert vide < VIDE


def test_une_croix_qui_deborde_ne_fait_qu_un_carre_avec_sa_case() -> None:
    def page(c: Canvas) -> None:
        c.rect(72, 700, 10, 10)
        c.line(70, 698, 84, 712)
        c.line(70, 712, 84, 698)

    lue = page_de(dessiner(page))
    assert len(lue.carres) == 1
    assert lue.carres[0].encre > COCHE


def test_une_coche_tracee_d_une_ligne_brisee_est_de_l_encre() -> None:
    def page(c: Canvas) -> None:
        c.rect(72, 700, 10, 10)
        trait = c.beginPath()
        trait.moveTo(73, 705)
        trait.lineTo(76, 702)
        trait.lineTo(81, 709)
        c.drawPath(trait)

    assert encres(dessiner(page))[0] > COCHE


def test_des_formes_emboitees_donnent_un_seul_carre() -> None:
    def page(c: Canvas) -> None:
        c.rect(72, 700, 12, 12)
        c.rect(74, 702, 8, 8)
        c.circle(300, 706, 6)
        c.circle(300, 706, 3, fill=1)
        c.circle(400, 706, 6)

    carres = sorted(page_de(dessiner(page)).carres, key=lambda c: c.boite.x0)
    assert [round(c.boite.x0) for c in carres] == [72, 294, 394]
    assert carres[1].encre > COCHE
    assert carres[2].encre < VIDE


def test_une_case_blanche_sur_bandeau_colore_est_vide() -> None:
    def page(c: Canvas) -> None:
        c.setFillColor(Color(0, 0, 0.5))
        c.rect(50, 650, 400, 100, fill=1)
        c.setFillColor(white)
        c.rect(72, 700, 12, 12, fill=1)

    assert encres(dessiner(page)) == [0.0]


def test_une_case_faite_de_quatre_traits_est_trouvee() -> None:
    def page(c: Canvas) -> None:
        c.setLineWidth(0.7)
        for debut, fin in (
            ((72, 700), (82, 700)),
            ((72, 710), (82, 710)),
            ((72, 700), (72, 710)),
            ((82, 700), (82, 710)),
        ):
            c.line(*debut, *fin)

    assert encres(dessiner(page)) == [0.0]


def test_les_grands_cadres_les_tableaux_et_les_filets_ne_sont_pas_des_cases() -> None:
    def page(c: Canvas) -> None:
        c.grid([72, 200, 300], [600, 620, 640])
        c.rect(50, 50, 400, 300)
        c.line(72, 500, 82, 500)

    lue = page_de(dessiner(page))
    assert lue.carres == ()
    assert lue.traces == ()


def test_une_case_invisible_n_est_pas_relevee() -> None:
    def page(c: Canvas) -> None:
        c.setStrokeColor(white)
        c.rect(72, 700, 10, 10)

    assert page_de(dessiner(page)).carres == ()


def test_les_glyphes_d_une_police_de_symboles_sont_juges_a_l_encre() -> None:
    lignes = b"".join(
        b"/F2 12 Tf 1 0 0 1 72 %d Tm (%c) Tj /F1 12 Tf 1 0 0 1 90 %d Tm (Perimetre) Tj "
        % (700 - 30 * rang, glyphe, 700 - 30 * rang)
        for rang, glyphe in enumerate(b"noq48")
    )
    octets = une_page(
        b"BT " + lignes + b"ET",
        page="/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >>",
        autres={6: b"<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>"},
    )
    plein, vide, ombre, coche, croix_ = encres(octets)
    assert plein > 0.9
    assert vide < VIDE
    assert ombre < VIDE
    assert coche > COCHE
    assert croix_ > COCHE


def test_une_lettre_ordinaire_n_est_pas_une_case() -> None:
    assert page_de(dessiner(texte(72, 700, "n o q 4 8 O D"))).carres == ()


def test_la_signature_tracee_est_un_trace_et_l_image_une_image() -> None:
    def page(c: Canvas) -> None:
        c.drawString(72, 700, "Signature du client")
        trait = c.beginPath()
        trait.moveTo(100, 600)
        for rang in range(20):
            x = 100 + 6 * rang
            trait.curveTo(x, 640, x + 4, 580, x + 6, 600 + rang % 3)
        c.drawPath(trait)
        c.drawImage(photo(), 300, 560, 120, 60)

    lue = page_de(dessiner(page))
    assert len(lue.traces) == 1
    assert lue.traces[0].segments >= 20
    assert lue.traces[0].boite.x0 == pytest.approx(100, abs=4)
    assert lue.traces[0].boite.largeur == pytest.approx(120, abs=8)
    (image,) = lue.images
    assert image.boite.y0 == pytest.approx(842 - 620, abs=1)
    assert not lue.image_seule


def test_un_scan_est_une_image_seule_et_un_logo_ne_suffit_pas() -> None:
    def scan(c: Canvas) -> None:
        c.drawImage(photo(), 20, 20, 555, 800)

    def logo(c: Canvas) -> None:
        c.drawImage(photo(), 20, 20, 100, 100)

    def illustre(c: Canvas) -> None:
        c.drawImage(photo(), 20, 20, 555, 800)
        c.drawString(72, 400, "Une page imprimée sur une image de fond reste du texte")

    seules = [page.image_seule for page in lire_pdf(dessiner(scan, logo, illustre)).pages]
    assert seules == [True, False, False]


def test_un_texte_change_en_traces_est_une_image_seule() -> None:
    def page(c: Canvas) -> None:
        for rang in range(60):
            x, y = 72 + 8 * (rang % 50), 700 - 15 * (rang // 50)
            lettre = c.beginPath()
            lettre.moveTo(x, y)
            for pas in range(8):
                lettre.curveTo(x + pas, y + 8, x - 2, y + 3, x + 3, y + pas)
            c.drawPath(lettre, fill=1)

    assert page_de(dessiner(page)).image_seule


def test_des_milliers_d_objets_ne_font_pas_tomber_la_page() -> None:
    contenu = b"".join(b"%d %d m %d 300 l S " % (i % 500, i % 700, i % 300) for i in range(30_000))
    assert lire_pdf(une_page(contenu)).pages[0].erreur is None


FIXTURES = Path(__file__).parent / "documents"


@pytest.mark.parametrize("nom", ["chromium.pdf", "libreoffice.pdf"])
def test_les_cases_des_logiciels_courants_se_lisent_a_l_encre(nom: str) -> None:
    lue = page_de((FIXTURES / nom).read_bytes())
    for mot in lue.mots:
        if mot.texte in ("cochée", "vide"):
            a_gauche = [
                c
                for c in lue.carres
                if abs((c.boite.y0 + c.boite.y1 - mot.boite.y0 - mot.boite.y1) / 2) < 6
                and c.boite.x1 <= mot.boite.x0 + 1
            ]
            carre = max(a_gauche, key=lambda c: c.boite.x1)
            assert (carre.encre > COCHE) == (mot.texte == "cochée"), mot
