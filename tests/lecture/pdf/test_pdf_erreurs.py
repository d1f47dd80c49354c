"""Damaged, encrypted and hostile files: each says what it is, none raises."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import asdict, replace

import pytest
from pypdf import PdfReader, PdfWriter

from segur_payment.lecture.pdf import ErreurFichier, LimitesLecture, _document, lire_pdf

from .pdf_fabriques import a_la_main, dessiner, flux, texte, une_page

DEUX_PAGES = dessiner(texte(72, 700, "Bonjour"), texte(72, 700, "Au revoir"))


def chiffre(**mots_de_passe: str) -> bytes:
    redacteur = PdfWriter(clone_from=PdfReader(io.BytesIO(DEUX_PAGES)))
    redacteur.encrypt(algorithm="RC4-128", **mots_de_passe)  # type: ignore[arg-type]
    tampon = io.BytesIO()
    redacteur.write(tampon)
    return tampon.getvalue()


def test_un_fichier_sain_porte_son_empreinte_sa_taille_et_ses_pages() -> None:
    document = lire_pdf(DEUX_PAGES)
    assert document.sha256 == hashlib.sha256(DEUX_PAGES).hexdigest()
    assert document.taille == len(DEUX_PAGES)
    assert document.nombre_pages == 2
    assert [page.numero for page in document.pages] == [1, 2]
    assert (document.erreur, document.detail, document.structure_lue) == (None, "", True)
    assert not document.chiffre


@pytest.mark.parametrize(
    ("octets", "erreur"),
    [
        (b"", ErreurFichier.VIDE),
        (b" \n\x00" * 50, ErreurFichier.VIDE),
        (b"<html>Bonjour</html>", ErreurFichier.PAS_UN_PDF),
        (b"PK\x03\x04" + bytes(500), ErreurFichier.PAS_UN_PDF),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), ErreurFichier.PAS_UN_PDF),
        (b"%PDF-1.7\n" + b"n'importe quoi " * 50 + b"startxref\n0\n%%EOF", ErreurFichier.ILLISIBLE),
    ],
)
def test_ce_qui_n_est_pas_un_pdf_lisible_le_dit(octets: bytes, erreur: ErreurFichier) -> None:
    document = lire_pdf(octets)
    assert document.erreur is erreur
    assert document.pages == ()


@pytest.mark.parametrize("part", [10, 30, 50, 70, 90, 97])
def test_un_fichier_coupe_est_tronque(part: int) -> None:
    coupe = DEUX_PAGES[: len(DEUX_PAGES) * part // 100]
    assert lire_pdf(coupe).erreur is ErreurFichier.TRONQUE


def test_une_mise_a_jour_coupee_est_tronquee_et_garde_ses_pages() -> None:
    document = lire_pdf(DEUX_PAGES + b"\n9 0 obj\n<< /Type /Page /Parent 1 0")
    assert document.erreur is ErreurFichier.TRONQUE
    assert len(document.pages) == 2


@pytest.mark.parametrize(
    "suite", [b"", b"\n\n", bytes(5000), b"\r\n<!-- ajout du serveur -->" * 100]
)
def test_ce_qui_suit_la_fin_est_sans_effet(suite: bytes) -> None:
    document = lire_pdf(DEUX_PAGES + suite)
    assert document.erreur is None
    assert len(document.pages) == 2


def test_une_marque_de_fin_absente_est_sans_effet() -> None:
    sans_fin = DEUX_PAGES.rstrip().removesuffix(b"%%EOF").rstrip()
    assert lire_pdf(sans_fin).erreur is None


def test_un_entete_precede_de_quelques_octets_se_lit() -> None:
    assert lire_pdf(b"\xef\xbb\xbf\r\n" + DEUX_PAGES).erreur is None


def test_un_mot_de_passe_d_ouverture_empeche_de_lire() -> None:
    document = lire_pdf(chiffre(user_password="secret", owner_password="maitre"))
    assert document.erreur is ErreurFichier.MOT_DE_PASSE
    assert document.chiffre


def test_un_mot_de_passe_de_proprietaire_seul_n_empeche_rien() -> None:
    document = lire_pdf(chiffre(user_password="", owner_password="maitre"))
    assert document.erreur is None
    assert document.chiffre
    assert document.pages[0].mots[0].texte == "Bonjour"


def test_un_chiffrement_par_certificat_est_nomme() -> None:
    octets = a_la_main(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            4: b"<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 /Length 128 "
            b"/Recipients [<00>] >>",
        },
        entete="/Encrypt 4 0 R /ID [<01> <01>] ",
    )
    document = lire_pdf(octets)
    assert document.erreur is ErreurFichier.CHIFFREMENT_NON_PRIS_EN_CHARGE
    assert document.chiffre


def test_zero_page_est_nomme() -> None:
    octets = a_la_main(
        {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}
    )
    assert lire_pdf(octets).erreur is ErreurFichier.ZERO_PAGE


def test_les_limites_de_taille_et_de_pages_sont_nommees() -> None:
    petites = LimitesLecture(taille_max=100)
    assert lire_pdf(DEUX_PAGES, petites).erreur is ErreurFichier.TROP_GROS
    document = lire_pdf(DEUX_PAGES, LimitesLecture(pages_max=1))
    assert document.erreur is ErreurFichier.TROP_DE_PAGES
    assert document.nombre_pages == 2
    assert lire_pdf(DEUX_PAGES, LimitesLecture(pages_max=2)).erreur is None


def test_une_page_abimee_n_empeche_pas_de_lire_les_autres() -> None:
    octets = a_la_main(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R 9 0 R 4 0 R] /Count 3 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F1 6 0 R >> >> >>",
            4: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F1 6 0 R >> >> >>",
            5: flux(b"BT /F1 12 Tf 72 700 Td (Bonjour) Tj ET"),
            6: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        }
    )
    document = lire_pdf(octets)
    lues = [page.numero for page in document.pages if page.erreur is None and page.mots]
    assert len(lues) == 2


def test_trop_de_caracteres_sur_une_page_est_une_erreur_de_page() -> None:
    document = lire_pdf(DEUX_PAGES, LimitesLecture(caracteres_page_max=8))
    assert [page.erreur is None for page in document.pages] == [True, False]


def bombe_de_formes() -> bytes:
    """Forms that draw ten forms each, six levels deep: 1.8 kB, a million invocations."""
    appels = b" ".join(b"/X Do" for _ in range(10))
    objets = {
        6 + i: flux(
            appels,
            "/Type /XObject /Subtype /Form /BBox [0 0 600 900] "
            f"/Resources << /XObject << /X {7 + i} 0 R >> /Font << /F1 5 0 R >> >>",
        )
        for i in range(7)
    }
    objets[13] = flux(
        b"BT /F1 9 Tf 9 9 Td (bombe) Tj ET",
        "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 5 0 R >> >>",
    )
    return une_page(appels, page="/Resources << /XObject << /X 6 0 R >> >>", autres=objets)


def test_un_fichier_trop_lent_est_arrete_et_le_suivant_se_lit() -> None:
    document = lire_pdf(bombe_de_formes(), LimitesLecture(delai=0.5))
    assert document.erreur in (ErreurFichier.DELAI, ErreurFichier.MEMOIRE)
    assert lire_pdf(DEUX_PAGES).erreur is None


def test_un_fichier_trop_gourmand_est_arrete_et_le_suivant_se_lit() -> None:
    bombe = zlib.compress(b" " * 900_000_000, 1)
    octets = une_page(autres={4: flux(bombe, "/Filter /FlateDecode ")})
    limites = replace(LimitesLecture(), memoire=400_000_000, delai=60.0)
    document = lire_pdf(octets, limites)
    seule = document.pages[0].erreur if document.pages else None
    assert document.erreur is ErreurFichier.MEMOIRE or seule
    assert lire_pdf(DEUX_PAGES).erreur is None


def test_un_fichier_trop_long_est_refuse_avant_que_sa_structure_soit_lue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interdite(_octets: bytes) -> None:
        raise AssertionError("structure lue pour rien")

    monkeypatch.setattr(_document, "lire_structure", interdite)
    limites = asdict(LimitesLecture(pages_max=1))
    assert _document.lire_document(DEUX_PAGES, limites)["erreur"] is ErreurFichier.TROP_DE_PAGES
    with pytest.raises(AssertionError):
        _document.lire_document(DEUX_PAGES, asdict(LimitesLecture(pages_max=2)))
