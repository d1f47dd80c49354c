"""Words: their text, their place, and whether they are really seen."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import Color, black, gray, white
from reportlab.pdfgen.canvas import Canvas

from segur_payment.lecture.pdf import Boite, Mot, PageLue, lire_pdf

from .pdf_fabriques import dessiner, flux, photo, texte, une_page


def page_de(octets: bytes) -> PageLue:
    document = lire_pdf(octets)
    assert document.erreur is None, document.detail
    return document.pages[0]


def visibles(octets: bytes) -> dict[str, bool]:
    return {mot.texte: mot.visible for mot in page_de(octets).mots}


def mot(page: PageLue, texte_du_mot: str) -> Mot:
    return next(m for m in page.mots if m.texte == texte_du_mot)


def proche(boite: Boite, attendue: tuple[float, float, float, float]) -> bool:
    trouvee = (boite.x0, boite.y0, boite.x1, boite.y1)
    return trouvee == pytest.approx(attendue, abs=3)


def test_un_mot_garde_son_texte_exact_et_sa_place_depuis_le_haut() -> None:
    page = page_de(dessiner(texte(72, 742, "L’éditeur réfère à 1 500 €")))
    assert [m.texte for m in page.mots] == ["L’éditeur", "réfère", "à", "1", "500", "€"]
    assert proche(page.mots[0].boite, (72, 92, 114, 102))
    assert (page.largeur, page.hauteur) == (595, 842)


@pytest.mark.parametrize(
    ("rotation", "attendue"),
    [
        (0, (101, 33, 134, 43)),
        (90, (657, 101, 667, 134)),
        (180, (461, 657, 494, 667)),
        (270, (33, 461, 43, 494)),
    ],
)
def test_la_boite_suit_la_rotation_de_la_page(
    rotation: int, attendue: tuple[float, float, float, float]
) -> None:
    octets = une_page(
        b"BT /F1 12 Tf 100 660 Td (repere) Tj ET",
        page=f"/Rotate {rotation} /MediaBox [0 0 595 700]",
    )
    page = page_de(octets)
    largeur, hauteur = (595, 700) if rotation % 180 == 0 else (700, 595)
    assert (page.largeur, page.hauteur) == (largeur, hauteur)
    boite = mot(page, "repere").boite
    assert mot(page, "repere").visible
    assert proche(boite, attendue)


def test_la_boite_part_du_cadre_de_rognage() -> None:
    octets = une_page(
        b"BT /F1 12 Tf 150 600 Td (dedans) Tj 0 200 Td (dehors) Tj ET",
        page="/CropBox [100 400 500 700]",
    )
    page = page_de(octets)
    assert (page.largeur, page.hauteur) == (400, 300)
    assert proche(mot(page, "dedans").boite, (50, 90, 89, 101))
    assert mot(page, "dedans").visible
    assert not mot(page, "dehors").visible


def couleur(canevas: Canvas, x: float, y: float, teinte: object, phrase: str) -> None:
    canevas.setFillColor(teinte)
    canevas.drawString(x, y, phrase)
    canevas.setFillColor(black)


def test_le_texte_clair_mais_lisible_est_visible_et_le_blanc_sur_blanc_ne_l_est_pas() -> None:
    def page(c: Canvas) -> None:
        couleur(c, 72, 700, gray, "gris")
        couleur(c, 72, 680, Color(0.8, 0.8, 0.8), "pale")
        couleur(c, 72, 660, white, "blanc")
        couleur(c, 72, 640, Color(0.995, 0.995, 0.995), "presque")
        couleur(c, 72, 620, Color(1, 1, 0), "jaune")

    assert visibles(dessiner(page)) == {
        "gris": True,
        "pale": True,
        "blanc": False,
        "presque": False,
        "jaune": True,
    }


def test_le_blanc_sur_fond_sombre_est_visible_et_la_meme_teinte_que_le_fond_ne_l_est_pas() -> None:
    def page(c: Canvas) -> None:
        c.setFillColor(Color(0, 0, 0.4))
        c.rect(60, 600, 300, 150, fill=1, stroke=0)
        couleur(c, 72, 700, white, "entete")
        couleur(c, 72, 670, Color(0, 0, 0.4), "fondu")
        couleur(c, 72, 640, Color(0.1, 0, 0.42), "quasi")
        couleur(c, 72, 620, Color(0.62, 0, 0), "rouge")

    vus = visibles(dessiner(page))
    assert vus["entete"]
    assert vus["rouge"]
    assert not vus["fondu"]


def test_des_couleurs_de_meme_luminance_se_distinguent() -> None:
    def page(c: Canvas) -> None:
        c.setFillColor(Color(0, 0.508, 0))
        c.rect(60, 600, 300, 150, fill=1, stroke=0)
        couleur(c, 72, 700, Color(1, 0, 0), "rouge")

    assert visibles(dessiner(page)) == {"rouge": True}


def test_le_tout_petit_texte_et_la_ponctuation_seule_sont_visibles() -> None:
    def page(c: Canvas) -> None:
        for rang, taille in enumerate((4, 6, 8, 11)):
            c.setFont("Helvetica", taille)
            c.drawString(72, 700 - 20 * rang, f"t{taille} - . ; : | ' _ I")

    assert all(visibles(dessiner(page)).values())


def ecrire_sans_encre(c: Canvas, phrase: str) -> None:
    c.saveState()
    invisible = c.beginText(72, 700)
    invisible.setTextRenderMode(3)
    invisible.textOut(phrase)
    c.drawText(invisible)
    c.restoreState()


def test_le_texte_sans_encre_declaree_est_invisible_meme_sur_une_image() -> None:
    def page(c: Canvas) -> None:
        c.drawImage(photo(), 0, 0, 595, 842)
        ecrire_sans_encre(c, "reconnu par la machine")
        c.drawString(72, 600, "tampon")

    vus = visibles(dessiner(page))
    assert vus.pop("tampon")
    assert set(vus.values()) == {False}


def test_un_scan_avec_texte_reconnu_reste_une_image_seule() -> None:
    def page(c: Canvas) -> None:
        c.drawImage(photo(), 0, 0, 595, 842)
        ecrire_sans_encre(c, "reconnu par la machine")

    lue = page_de(dessiner(page))
    assert lue.image_seule
    assert len(lue.mots) == 4


def test_le_texte_peint_sous_une_image_est_invisible_et_au_dessus_visible() -> None:
    def page(c: Canvas) -> None:
        c.drawString(72, 700, "dessous")
        c.drawImage(photo(), 0, 400, 595, 442)
        c.drawString(72, 600, "dessus")

    assert visibles(dessiner(page)) == {"dessous": False, "dessus": True}


def test_un_texte_couvert_puis_recrit_ne_compte_que_le_second() -> None:
    def page(c: Canvas) -> None:
        c.drawString(72, 700, "partiel")
        c.setFillColor(white)
        c.rect(70, 695, 60, 16, fill=1, stroke=0)
        c.setFillColor(black)
        c.drawString(72, 700, "TOUT")

    assert visibles(dessiner(page)) == {"partiel": False, "TOUT": True}


def test_un_voile_transparent_ou_un_cadre_vide_ne_cache_rien() -> None:
    def page(c: Canvas) -> None:
        c.drawString(72, 700, "surligne")
        c.setFillColor(Color(1, 1, 0, alpha=0.4))
        c.rect(70, 695, 60, 16, fill=1, stroke=0)
        c.drawString(72, 600, "encadre")
        c.rect(70, 595, 60, 16, fill=0, stroke=1)

    vus = visibles(dessiner(page))
    assert vus["surligne"]


def test_le_texte_transparent_est_invisible() -> None:
    def page(c: Canvas) -> None:
        c.drawImage(photo(), 0, 0, 595, 842)
        c.setFillColor(Color(0, 0, 0, alpha=0))
        c.drawString(72, 700, "fantome")

    assert visibles(dessiner(page)) == {"fantome": False}


def test_le_texte_hors_de_la_page_est_invisible() -> None:
    def page(c: Canvas) -> None:
        c.drawString(72, 700, "page")
        c.drawString(72, -30, "dessous")
        c.drawString(-200, 500, "gauche")

    assert visibles(dessiner(page)) == {"page": True, "dessous": False, "gauche": False}


def test_le_texte_tourne_est_visible() -> None:
    def page(c: Canvas) -> None:
        c.rotate(90)
        c.drawString(300, -100, "vertical")
        c.rotate(-45)
        c.drawString(300, 100, "oblique")

    assert visibles(dessiner(page)) == {"vertical": True, "oblique": True}


def test_une_annotation_opaque_cache_le_texte_qu_elle_couvre() -> None:
    apparence = b"<< /Type /XObject /Subtype /Form /BBox [0 0 100 30] /Length 22 >>\nstream\n"
    octets = une_page(
        b"BT /F1 12 Tf 100 700 Td (couvert) Tj 0 -100 Td (libre) Tj ET",
        page="/Annots [6 0 R]",
        autres={
            6: b"<< /Type /Annot /Subtype /Stamp /F 4 /Rect [90 690 190 720] /AP << /N 7 0 R >> >>",
            7: apparence + b"1 1 1 rg 0 0 100 30 re f\nendstream".replace(b"\n", b" \n", 1),
        },
    )
    assert visibles(octets) == {"couvert": False, "libre": True}


def test_la_coupure_de_fin_de_ligne_est_signalee() -> None:
    def page(c: Canvas) -> None:
        c.drawString(72, 700, "la prestation finan-")
        c.drawString(72, 686, "cière est due, après-")
        c.drawString(72, 660, "suite")

    mots = page_de(dessiner(page)).mots
    coupes = [(m.texte, m.cesure) for m in mots]
    assert ("finan", True) in coupes
    assert ("cière", False) in coupes


def test_un_caractere_hors_du_plan_de_base_ne_decale_pas_les_boites() -> None:
    unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <ff> endcodespacerange "
        b"2 beginbfchar <41> <D83DDF00> <42> <D835DC00> endbfchar endcmap end end"
    )
    octets = une_page(
        b"BT /F2 12 Tf 100 700 Td (AAAAAA) Tj /F1 12 Tf 100 0 Td (suite) Tj ET",
        page="/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >>",
        autres={
            6: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>",
            7: f"<< /Length {len(unicode)} >>\nstream\n".encode() + unicode + b"\nendstream",
        },
    )
    page = page_de(octets)
    assert proche(mot(page, "suite").boite, (200, 133, 227, 143))


def test_une_page_vide_n_a_ni_mot_ni_erreur() -> None:
    page = page_de(une_page())
    assert page.mots == ()
    assert page.erreur is None
    assert not page.image_seule


def test_le_texte_de_formes_emboitees_est_a_sa_place() -> None:
    interne = flux(
        b"BT /F1 12 Tf 5 5 Td (tampon) Tj ET",
        "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 5 0 R >> >>",
    )
    externe = flux(
        b"q 1 0 0 1 20 30 cm /G Do Q",
        "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Matrix [1 0 0 1 10 10] "
        "/Resources << /XObject << /G 7 0 R >> >>",
    )
    octets = une_page(
        b"q 1 0 0 1 100 600 cm /X Do Q BT /F1 12 Tf 72 300 Td (libre) Tj ET",
        page="/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>",
        autres={6: externe, 7: interne},
    )
    page = page_de(octets)
    assert proche(mot(page, "tampon").boite, (135, 187, 175, 200))
    assert all(m.visible for m in page.mots)
