"""Ink outside the words that were read: a line of writing is told, what is none is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytest.importorskip("cv2")

import numpy as np
from reportlab.pdfgen.canvas import Canvas

from segur_payment.lecture.ocr._encre import lignes_non_lues
from segur_payment.lecture.pdf import image_de_page, lire_pdf
from segur_payment.testing.pdf.scan import NET, Numeriseur, numeriser

from ..papiers import pv_mes
from ..pdf.pdf_fabriques import dessiner, texte

GRAIN = Numeriseur(dpi=150, bruit=12, flou=0.6)
PHRASE = "à l’exception des effecteurs remplaçants"


def perdues(dessin: bytes, numeriseur: Numeriseur = NET, *, lues: int = 0) -> int:
    """Lines told on the scan when the first ``lues`` words of the original were read."""
    image = image_de_page(numeriser(dessin, numeriseur), 1)
    assert image is not None
    gris = np.frombuffer(image.gris, np.uint8).reshape(image.hauteur, image.largeur)
    boites = [m.boite for m in lire_pdf(dessin).pages[0].mots[:lues]]
    e = image.echelle
    return len(lignes_non_lues(gris, [(b.x0 * e, b.y0 * e, b.x1 * e, b.y1 * e) for b in boites], e))


@pytest.mark.parametrize("numeriseur", [NET, GRAIN])
@pytest.mark.parametrize("corps", [8, 11, 14])
def test_une_ligne_que_le_moteur_manque_est_vue(corps: int, numeriseur: Numeriseur) -> None:
    def dessin(canevas: Canvas) -> None:
        canevas.setFont("Helvetica", corps)
        canevas.drawString(72, 500, PHRASE)

    assert perdues(dessiner(dessin), numeriseur) == 1
    assert perdues(dessiner(dessin), numeriseur, lues=99) == 0


def test_une_ligne_au_dessus_d_un_filet_est_vue() -> None:
    def dessin(canevas: Canvas) -> None:
        canevas.drawString(72, 500, PHRASE)
        canevas.line(72, 494, 400, 494)

    assert perdues(dessiner(dessin)) == 1


def tableau(canevas: Canvas) -> None:
    canevas.grid([72, 180, 300, 420], [400, 430, 460, 490])


def pointilles(canevas: Canvas) -> None:
    canevas.drawString(72, 500, "." * 60)
    canevas.setDash(2, 2)
    canevas.line(72, 480, 400, 480)


def paraphe(canevas: Canvas) -> None:
    trait = canevas.beginPath()
    trait.moveTo(100, 500)
    for pas in range(1, 14):
        x = 100 + 9 * pas
        trait.curveTo(x - 8, 540 - 3 * pas, x - 3, 470 + 2 * pas, x, 500 + 14 * (pas % 3 - 1))
    canevas.drawPath(trait)


def logo(canevas: Canvas) -> None:
    canevas.circle(120, 780, 24, fill=1)
    canevas.rect(150, 760, 60, 40, fill=1)
    canevas.setFont("Helvetica-Bold", 34)
    canevas.drawString(220, 766, "LISIÈRE")


def cases(canevas: Canvas) -> None:
    for rang in range(4):
        canevas.rect(72, 500 - 20 * rang, 10, 10)


@pytest.mark.parametrize("numeriseur", [NET, GRAIN])
@pytest.mark.parametrize("dessin", [tableau, pointilles, paraphe, logo, cases])
def test_ce_qui_n_est_pas_une_ligne_d_ecriture_ne_l_est_pas(
    dessin: Callable[[Canvas], None], numeriseur: Numeriseur
) -> None:
    assert perdues(dessiner(dessin), numeriseur) == 0


@pytest.mark.parametrize("numeriseur", [NET, GRAIN])
def test_une_page_entierement_lue_ne_laisse_rien(numeriseur: Numeriseur) -> None:
    assert perdues(pv_mes(), numeriseur, lues=999) == 0
    assert perdues(dessiner(texte(72, 700, PHRASE)), numeriseur, lues=999) == 0
