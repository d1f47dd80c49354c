"""Form fields, one per widget."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from segur_payment.lecture.pdf import Champ, lire_pdf

from .pdf_fabriques import dessiner, texte, une_page


def champs_de(octets: bytes) -> dict[str, Champ]:
    document = lire_pdf(octets)
    assert document.structure_lue, document.detail
    return {f"{c.nom}={c.option}" if c.genre == "radio" else c.nom: c for c in document.champs}


def formulaire(c: Canvas) -> None:
    form = c.acroForm
    form.textfield(name="siret", value="73282932000074", x=72, y=700, tooltip="SIRET du client")
    form.textfield(name="vide", x=72, y=650, fieldFlags="required")
    form.checkbox(name="oui", checked=True, x=72, y=600)
    form.checkbox(name="non", checked=False, x=172, y=600)
    form.radio(name="perimetre", value="complet", selected=True, x=72, y=550)
    form.radio(name="perimetre", value="partiel", selected=False, x=172, y=550)
    form.choice(name="region", value="Bretagne", options=["Bretagne", "Corse"], x=72, y=500)


def test_chaque_genre_de_champ_rend_sa_valeur_et_sa_place() -> None:
    champs = champs_de(dessiner(formulaire))
    assert champs["siret"].genre == "texte"
    assert champs["siret"].valeur == "73282932000074"
    assert champs["siret"].etiquette == "SIRET du client"
    assert champs["siret"].page == 1
    boite = champs["siret"].boite
    assert boite is not None
    assert (boite.x0, boite.y1) == pytest.approx((72, 842 - 700), abs=2)
    assert champs["vide"].obligatoire
    assert not champs["siret"].obligatoire
    assert champs["vide"].valeur == ""
    assert champs["region"].genre == "choix"
    assert champs["region"].valeur == "Bretagne"


def test_une_case_cochee_et_une_case_vide_se_distinguent() -> None:
    champs = champs_de(dessiner(formulaire))
    assert (champs["oui"].genre, champs["oui"].coche) == ("case", True)
    assert (champs["non"].genre, champs["non"].coche) == ("case", False)
    assert champs["siret"].coche is None


def test_chaque_bouton_radio_est_un_champ_et_un_seul_est_coche() -> None:
    champs = champs_de(dessiner(formulaire))
    assert champs["perimetre=complet"].coche is True
    assert champs["perimetre=partiel"].coche is False
    assert champs["perimetre=partiel"].valeur == "complet"


def une_case(cles: str) -> bytes:
    return une_page(
        catalogue="/AcroForm << /Fields [6 0 R] >>",
        page="/Annots [6 0 R]",
        autres={
            6: f"<< /Type /Annot /Subtype /Widget /FT /Btn /T (case) /Rect [72 700 84 712] {cles} "
            "/AP << /N << /Oui 7 0 R /Off 7 0 R >> >> >>".encode(),
            7: b"<< /Type /XObject /Subtype /Form /BBox [0 0 12 12] /Length 0 >>\nstream\n\n"
            b"endstream",
        },
    )


@pytest.mark.parametrize(
    ("cles", "coche"),
    [
        ("/V /Yes /AS /Yes", True),  # LibreOffice: a state that it never declares
        ("/V /Yes", True),
        ("/AS /Oui", True),
        ("/V /Off /AS /Off", False),
        ("/AS /Off", False),
        ("", False),
    ],
)
def test_une_case_est_cochee_des_que_son_etat_n_est_pas_off(cles: str, coche: bool) -> None:
    (champ,) = lire_pdf(une_case(cles)).champs
    assert champ.coche is coche
    assert champ.option == "Oui"


def test_un_widget_oublie_de_l_arbre_des_champs_est_lu_une_fois() -> None:
    octets = une_case("/V /Oui").replace(b"/Fields [6 0 R]", b"/Fields [     ]")
    (champ,) = lire_pdf(octets).champs
    assert (champ.nom, champ.coche, champ.page) == ("case", True, 1)


def test_un_champ_en_peigne_est_signale_et_un_champ_ordinaire_non() -> None:
    def champ(drapeaux: int) -> Champ:
        octets = une_page(
            catalogue="/AcroForm << /Fields [6 0 R] >>",
            page="/Annots [6 0 R]",
            autres={
                6: b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (siret) /MaxLen 14 /Ff %d "
                b"/V (73282932000074) /Rect [72 700 300 720] >>" % drapeaux
            },
        )
        return lire_pdf(octets).champs[0]

    assert champ(1 << 24).peigne
    assert not champ(0).peigne


def test_les_noms_s_enchainent_et_le_genre_s_herite() -> None:
    octets = une_page(
        catalogue="/AcroForm << /Fields [6 0 R] >>",
        page="/Annots [7 0 R]",
        autres={
            6: b"<< /T (client) /FT /Tx /V <FEFF00C9> /Kids [7 0 R] >>",
            7: b"<< /Type /Annot /Subtype /Widget /T (nom) /Parent 6 0 R /Rect [1 1 9 9] >>",
        },
    )
    (champ,) = lire_pdf(octets).champs
    assert (champ.nom, champ.genre, champ.valeur) == ("client.nom", "texte", "É")


def test_un_arbre_de_champs_qui_tourne_en_rond_s_arrete() -> None:
    octets = une_page(
        catalogue="/AcroForm << /Fields [6 0 R] >>",
        autres={6: b"<< /T (a) /Kids [7 0 R] >>", 7: b"<< /T (b) /Kids [6 0 R] >>"},
    )
    assert lire_pdf(octets).erreur is None


def test_un_pdf_sans_formulaire_n_a_pas_de_champ() -> None:
    document = lire_pdf(dessiner(texte(72, 700, "Bonjour")))
    assert document.champs == ()
    assert document.structure_lue
    assert not document.xfa


def test_un_formulaire_xfa_est_signale() -> None:
    octets = une_page(catalogue="/AcroForm << /Fields [] /XFA (rien) >>")
    assert lire_pdf(octets).xfa


def test_la_valeur_ecrite_par_pypdf_se_relit() -> None:
    redacteur = PdfWriter(clone_from=PdfReader(io.BytesIO(dessiner(formulaire))))
    redacteur.update_page_form_field_values(redacteur.pages[0], {"siret": "éà€œ", "non": "/Yes"})
    tampon = io.BytesIO()
    redacteur.write(tampon)
    champs = champs_de(tampon.getvalue())
    assert champs["siret"].valeur == "éà€œ"
    assert champs["non"].coche is True
