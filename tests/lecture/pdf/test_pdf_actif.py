"""Active content: each kind, and its harmless neighbour."""

from __future__ import annotations

import pytest

from segur_payment.lecture.pdf import lire_pdf
from segur_payment.verdict import Decision

from ..papiers import bon_avance, juger
from .pdf_fabriques import flux, une_page

JS = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


@pytest.mark.parametrize(
    ("catalogue", "page", "annotation"),
    [
        (f"/OpenAction {JS}", "", ""),
        (f"/Names << /JavaScript << /Names [(x) {JS}] >> >>", "", ""),
        (f"/Names << /JavaScript << /Kids [<< /Names [(x) {JS}] >>] >> >>", "", ""),
        (f"/AA << /WC {JS} >>", "", ""),
        ("", f"/AA << /O {JS} >>", ""),
        ("", "", f"/Subtype /Link /A {JS}"),
        ("", "", f"/Subtype /Widget /FT /Tx /T (a) /AA << /K {JS} >>"),
        ("", "", f"/Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] /Next {JS} >>"),
        (f"/AcroForm << /Fields [<< /T (calcul) /FT /Tx /AA << /C {JS} >> >>] >>", "", ""),
        (f"/Outlines << /First << /Title (t) /A {JS} >> >>", "", ""),
    ],
)
def test_un_script_est_trouve_partout_ou_il_se_cache(
    catalogue: str, page: str, annotation: str
) -> None:
    octets = une_page(
        catalogue=catalogue,
        page=page + (" /Annots [6 0 R]" if annotation else ""),
        autres={6: f"<< /Type /Annot /Rect [0 0 9 9] {annotation} >>".encode()},
    )
    assert lire_pdf(octets).contenu_actif == ("javascript",)


@pytest.mark.parametrize(
    ("catalogue", "annotation"),
    [
        ("/OpenAction [3 0 R /Fit]", ""),
        ("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", ""),
        ("", "/Subtype /Link /A << /S /URI /URI (https://esante.gouv.fr) >>"),
        ("", "/Subtype /Text /Contents (/JavaScript /Launch)"),
        ("/Names << /Dests << /Names [(a) [3 0 R /Fit]] >> >>", ""),
    ],
)
def test_les_liens_et_les_signets_ne_sont_pas_actifs(catalogue: str, annotation: str) -> None:
    octets = une_page(
        catalogue=catalogue,
        page="/Annots [6 0 R]" if annotation else "",
        autres={6: f"<< /Type /Annot /Rect [0 0 9 9] {annotation} >>".encode()},
    )
    assert lire_pdf(octets).contenu_actif == ()


def test_le_lancement_d_un_programme_est_nomme() -> None:
    octets = une_page(catalogue="/OpenAction << /S /Launch /F (cmd.exe) >>")
    assert lire_pdf(octets).contenu_actif == ("lancement",)


def avec_fichier(nom: str, contenu: bytes) -> bytes:
    return une_page(
        catalogue="/Names << /EmbeddedFiles << /Names [(f) 6 0 R] >> >>",
        autres={
            6: f"<< /Type /Filespec /F ({nom}) /UF ({nom}) /EF << /F 7 0 R >> >>".encode(),
            7: flux(contenu, "/Type /EmbeddedFile "),
        },
    )


@pytest.mark.parametrize(
    ("nom", "contenu"),
    [
        ("facture.exe", b"rien"),
        ("facture.PDF.js", b"rien"),
        ("macro.docm", b"PK\x03\x04"),
        ("lot.bat", b"echo"),
        ("script.PS1", b"Get-Item"),
        ("installe.msi", b"\xd0\xcf\x11\xe0"),
        ("facture.exe. ", b"rien"),
        ("facture.pdf", b"MZ\x90\x00"),
        ("facture", b"\x7fELF\x02"),
    ],
)
def test_un_executable_joint_est_nomme(nom: str, contenu: bytes) -> None:
    trouves = lire_pdf(avec_fichier(nom, contenu)).contenu_actif
    assert trouves == ("executable_embarque", "fichier_embarque")


@pytest.mark.parametrize("nom", ["factur-x.xml", "annexe.pdf", "tableau.xlsx", "notes.com.txt"])
def test_une_piece_jointe_ordinaire_n_est_pas_un_executable(nom: str) -> None:
    assert lire_pdf(avec_fichier(nom, b"<xml/>")).contenu_actif == ("fichier_embarque",)


def test_un_fichier_joint_en_annotation_est_trouve() -> None:
    octets = une_page(
        page="/Annots [6 0 R]",
        autres={
            6: b"<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 7 0 R >>",
            7: b"<< /Type /Filespec /F (a.txt) >>",
        },
    )
    assert lire_pdf(octets).contenu_actif == ("fichier_embarque",)


def test_une_chaine_d_actions_qui_tourne_en_rond_s_arrete() -> None:
    octets = une_page(
        catalogue="/OpenAction 6 0 R", autres={6: b"<< /S /GoTo /D [3 0 R /Fit] /Next 6 0 R >>"}
    )
    document = lire_pdf(octets)
    assert document.contenu_actif == ()
    assert document.structure_lue


def test_un_fichier_associe_est_examine_comme_un_fichier_joint() -> None:
    fichiers = {
        6: b"<< /Type /Filespec /F (a.exe) /UF (a.exe) /EF << /F 7 0 R >> >>",
        7: flux(b"rien", "/Type /EmbeddedFile "),
    }
    octets = une_page(catalogue="/AF [6 0 R]", autres=fichiers)
    assert lire_pdf(octets).contenu_actif == ("executable_embarque", "fichier_embarque")


@pytest.mark.parametrize(
    ("nom", "attendu"),
    [
        ("annexe.pdf", ("fichier_embarque",)),
        ("annexe.pdf.exe", ("executable_embarque", "fichier_embarque")),
    ],
)
def test_un_porte_documents_vaut_ce_qu_il_contient(nom: str, attendu: tuple[str, ...]) -> None:
    octets = une_page(
        catalogue="/Collection << /View /D >> /Names << /EmbeddedFiles << /Names [(f) 6 0 R] >> >>",
        autres={
            6: f"<< /Type /Filespec /F ({nom}) /UF ({nom}) /EF << /F 7 0 R >> >>".encode(),
            7: flux(une_page(), "/Type /EmbeddedFile "),
        },
    )
    assert lire_pdf(octets).contenu_actif == attendu


@pytest.mark.parametrize(
    ("catalogue", "averti"),
    [
        (f"/OpenAction {JS}", True),
        ("/OpenAction << /S /Launch /F (cmd.exe) >>", True),
        ("/OpenAction [3 0 R /Fit]", False),
    ],
)
def test_un_contenu_actif_avertit_sans_empecher_de_juger(catalogue: str, averti: bool) -> None:
    verdict = juger({**bon_avance(), "annexe.pdf": une_page(catalogue=catalogue)})
    assert verdict.decision is Decision.ACCEPTER
    assert ("SAS-FIC-03" in verdict.codes) is averti
