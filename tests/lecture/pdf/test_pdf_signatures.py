"""Signature fields: present or not, what they say, and when the detectors disagree."""

from __future__ import annotations

import pytest

from segur_payment.lecture.pdf import DocumentLu, lire_pdf
from segur_payment.lecture.pdf._der import sujet_du_signataire

from .pdf_fabriques import une_page

_OIDS = {"CN": b"\x55\x04\x03", "O": b"\x55\x04\x0a"}


def der(etiquette: int, *parties: bytes) -> bytes:
    contenu = b"".join(parties)
    longueur = len(contenu)
    if longueur < 128:
        return bytes([etiquette, longueur]) + contenu
    return bytes([etiquette, 0x82]) + longueur.to_bytes(2, "big") + contenu


def nom_x500(**attributs: str) -> bytes:
    return der(
        0x30,
        *(
            der(0x31, der(0x30, der(6, _OIDS[cle]), der(0x0C, valeur.encode())))
            for cle, valeur in attributs.items()
        ),
    )


def certificat(serie: int, sujet: bytes) -> bytes:
    corps = der(
        0x30,
        der(0xA0, der(2, b"\x02")),
        der(2, bytes([serie])),
        der(0x30),
        nom_x500(CN="Autorité"),
        der(0x30),
        sujet,
    )
    return der(0x30, corps, der(0x30), der(3, b"\x00"))


def cms(*certificats: bytes, serie: int = 7) -> bytes:
    emetteur = der(0x30, nom_x500(CN="Autorité"), der(2, bytes([serie])))
    signataire = der(0x30, der(2, b"\x01"), emetteur, der(0x30))
    signees = der(
        0x30, der(2, b"\x01"), der(0x31), der(0x30), der(0xA0, *certificats), der(0x31, signataire)
    )
    return der(0x30, der(6, b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"), der(0xA0, signees))


SIGNATAIRE = certificat(7, nom_x500(O="Éditeur SA", CN="Léa Œuvrard"))


def signe(plage: bool = True, contenu: bytes = b"", champ: str = "", catalogue: str = "") -> bytes:
    """A signature field over the whole file (its cryptography means nothing)."""
    contenu = (contenu or cms(certificat(1, nom_x500(CN="AC")), SIGNATAIRE)).hex().encode()
    marque = b"/ByteRange [0 0000000000 0000000000 0000000000]" if plage else b""
    octets = une_page(
        catalogue=catalogue or "/AcroForm << /Fields [6 0 R] /SigFlags 3 >>",
        page="/Annots [6 0 R]",
        autres={
            6: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) "
            b"/Rect [72 100 272 150] " + (champ or "/V 7 0 R").encode() + b" >>",
            7: b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
            b"/M (D:20260401120000+02'00') /Reason (Bon pour accord) "
            + marque
            + b" /Contents <"
            + contenu
            + b"> >>",
        },
    )
    debut = octets.index(b"/Contents <") + len(b"/Contents ")
    fin = octets.index(b">", debut) + 1
    vraie = b"/ByteRange [0 %010d %010d %010d]" % (debut, fin, len(octets) - fin)
    return octets.replace(marque, vraie) if plage else octets


def test_une_signature_remplie_rend_tout_ce_que_dit_le_fichier() -> None:
    document = lire_pdf(signe())
    (signature,) = document.signatures
    assert signature.champ == "Signature1"
    assert signature.remplie
    assert signature.date == "D:20260401120000+02'00'"
    assert signature.raison == "Bon pour accord"
    assert signature.sous_filtre == "ETSI.CAdES.detached"
    assert signature.couvre == "fichier_entier"
    assert signature.nom is None
    assert signature.sujet == "Léa Œuvrard (Éditeur SA)"
    assert signature.page == 1
    assert signature.boite is not None
    assert signature.boite.y1 == pytest.approx(742)
    assert not document.signatures_incertaines
    assert [champ.genre for champ in document.champs] == ["signature"]


def test_un_champ_de_signature_vide_n_est_pas_une_signature() -> None:
    document = lire_pdf(signe(plage=False, champ="/F 4").replace(b"/Type /Sig ", b"/Type /Xxx "))
    (signature,) = document.signatures
    assert not signature.remplie
    assert signature.couvre == "inconnue"
    assert not document.signatures_incertaines


def test_un_ajout_apres_la_signature_ne_laisse_couverte_qu_une_partie() -> None:
    ajout = b"\n8 0 obj\n<< /Producer (autre) >>\nendobj\nxref\n0 0\ntrailer\n"
    octets = signe()
    precedent = octets.rindex(b"xref\n0")
    suite = b"<< /Size 9 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    octets += ajout + suite % (precedent, len(octets) + ajout.index(b"xref"))
    (signature,) = lire_pdf(octets).signatures
    assert (signature.couvre, signature.suite) == ("revision", "archivage")


def test_des_blancs_apres_la_fin_ne_changent_rien() -> None:
    (signature,) = lire_pdf(signe() + b"\r\n\x00").signatures
    assert signature.couvre == "fichier_entier"


def test_une_plage_que_nul_champ_ne_porte_rend_la_signature_incertaine() -> None:
    document = lire_pdf(signe(catalogue="/AcroForm << /Fields [] >>", champ="/TU (x)"))
    assert document.signatures_incertaines


def test_une_signature_sans_plage_est_incertaine() -> None:
    document = lire_pdf(signe(plage=False))
    assert document.signatures[0].remplie
    assert document.signatures_incertaines


def test_les_droits_d_usage_ne_sont_pas_une_signature() -> None:
    catalogue = "/AcroForm << /Fields [] >> /Perms << /UR3 7 0 R >>"
    document = lire_pdf(signe(catalogue=catalogue, champ="/TU (x)"))
    assert not any(signature.remplie for signature in document.signatures)
    assert not document.signatures_incertaines


def test_une_structure_illisible_et_une_plage_brute_rendent_la_signature_incertaine() -> None:
    document = lire_pdf(
        signe().replace(b"/Fields [6 0 R]", b"/Fields [6 0 R").replace(b"/Root", b"/Riot")
    )
    assert not document.structure_lue
    assert document.signatures_incertaines
    assert document.signatures == ()


def flux_xref_reutilise() -> bytes:
    """A cross-reference stream as object 5, a number that the update gives to the field."""
    objets = {
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [5 0 R] >>",
        4: b"<< /Type /Sig /SubFilter /adbe.pkcs7.detached /Contents <"
        + cms(SIGNATAIRE).hex().encode()
        + b"> /ByteRange [0 10 20 30] >>",
    }
    sortie, places = bytearray(b"%PDF-1.7\n"), {}
    for numero, corps in objets.items():
        places[numero] = len(sortie)
        sortie += b"%d 0 obj\n%s\nendobj\n" % (numero, corps)
    premiere = places[5] = len(sortie)
    lignes = b"\x00\x00\x00\xff" + b"".join(
        b"\x01" + places[n].to_bytes(2, "big") + b"\x00" for n in range(1, 6)
    )
    sortie += (
        b"5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length %d >>\nstream\n"
        % len(lignes)
    )
    sortie += lignes + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % premiere
    champ = len(sortie)
    sortie += (
        b"5 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T (S) /V 4 0 R "
        b"/Rect [0 0 0 0] >>\nendobj\n"
    )
    seconde = len(sortie)
    lignes = (
        b"\x01"
        + champ.to_bytes(2, "big")
        + b"\x00"
        + b"\x01"
        + seconde.to_bytes(2, "big")
        + b"\x00"
    )
    sortie += (
        b"6 0 obj\n<< /Type /XRef /Size 7 /W [1 2 1] /Index [5 2] /Root 1 0 R /Prev %d "
        b"/Length %d >>\nstream\n" % (premiere, len(lignes))
    )
    return bytes(sortie + lignes + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % seconde)


def test_un_numero_repris_au_flux_de_references_ne_cache_pas_la_signature() -> None:
    document = lire_pdf(flux_xref_reutilise())
    (signature,) = document.signatures
    assert signature.remplie
    assert signature.boite is None
    assert signature.page == 1


@pytest.mark.parametrize("octets", [b"", b"0", b"\x30\x80\x00\x00", b"\x30\x05\x01", bytes(4000)])
def test_un_contenu_cms_abime_ne_donne_pas_de_sujet(octets: bytes) -> None:
    assert sujet_du_signataire(octets) is None


def test_le_certificat_du_signataire_est_choisi_par_son_numero() -> None:
    autre = certificat(9, nom_x500(CN="Autre"))
    assert sujet_du_signataire(cms(autre, SIGNATAIRE)) == "Léa Œuvrard (Éditeur SA)"
    assert sujet_du_signataire(cms(autre, SIGNATAIRE, serie=9)) == "Autre"
    assert sujet_du_signataire(cms(autre)) is None


def test_un_contenu_abime_reste_une_signature_presente() -> None:
    document: DocumentLu = lire_pdf(signe(contenu=b"\x30\x03abc"))
    assert document.signatures[0].remplie
    assert document.signatures[0].sujet is None


def test_une_signature_sans_certificat_reste_une_signature_sans_sujet() -> None:
    signataire = der(0x30, der(2, b"\x01"), der(0x30, der(2, b"\x07")))
    signees = der(0x30, der(2, b"\x01"), der(0x31), der(0x30), der(0x31, signataire))
    sans = der(0x30, der(6, b"\x2a"), der(0xA0, signees))
    document = lire_pdf(signe(contenu=sans))
    assert document.structure_lue
    assert document.signatures[0].remplie
    assert document.signatures[0].sujet is None
