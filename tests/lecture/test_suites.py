"""One piece in several files, and pages that are not upright."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from segur_payment.dossier import Partie, Perimetre, TypePiece
from segur_payment.lecture import lire_pieces
from segur_payment.verdict import Decision

from .papiers import Fiche, Titre, Visas, bon_avance, juger, papier, pv_mes

HAUT = (
    Titre("Procès-verbal de mise en service"),
    Fiche((("Éditeur", "Lisière Logiciels SAS"), ("Solution", "Agenda Lisière"))),
    "La mise en service du 3 juin 2025 est prononcée pour le périmètre complet, sans réserve.",
)
VISAS = Visas(
    ("Pour l’ANS", "Claire Vasseur, directrice", "Signé électroniquement le 05/06/2025"),
    ("Pour l’éditeur", "Mathilde Cornevin, présidente", "Signé électroniquement le 05/06/2025"),
)
SIGNE = papier("Fait en deux exemplaires.", VISAS)


def deux_fichiers(debut: bytes, fin: bytes) -> dict[str, bytes]:
    return {**bon_avance(), "pv.pdf": debut, "pv suite.pdf": fin}


def test_la_page_des_signatures_rejoint_le_pv_qui_n_en_a_pas() -> None:
    verdict = juger(deux_fichiers(papier(*HAUT), SIGNE))
    assert verdict.decision is Decision.ACCEPTER, verdict.codes


def test_le_numero_de_page_fait_la_suite_et_la_preuve_nomme_son_fichier() -> None:
    fichiers = {
        "a.pdf": papier(*HAUT, *([""] * 28), "Page 1 sur 2"),
        "b.pdf": papier(VISAS, *([""] * 30), "Page 2 sur 2"),
    }
    lecture = lire_pieces(fichiers)
    (pv,) = lecture.pieces
    assert pv.fichiers == ("a.pdf", "b.pdf")
    assert pv.preuves["perimetre"][0].fichier == "a.pdf"
    assert {p.fichier for p in pv.preuves["signatures"]} == {"b.pdf"}
    assert lecture.fichiers[1].documents[0].suite


def test_les_signatures_d_un_autre_pv_ne_completent_pas_celui_qui_en_a() -> None:
    pieces = lire_pieces({"pv.pdf": pv_mes(), "autre.pdf": SIGNE}).pieces
    assert [piece.fichiers for piece in pieces] == [("pv.pdf",)]


def test_deux_pv_entiers_restent_deux_pieces() -> None:
    partiel = pv_mes("La mise en service est prononcée pour un périmètre partiel.")
    types = [p.type for p in lire_pieces({"a.pdf": pv_mes(), "b.pdf": partiel}).pieces]
    assert types == [TypePiece.PV_MES, TypePiece.PV_MES]


def _tourner(octets: bytes, degres: int) -> bytes:
    ecrivain = PdfWriter()
    for page in PdfReader(io.BytesIO(octets)).pages:
        page.rotate(degres)
        ecrivain.add_page(page)
    tampon = io.BytesIO()
    ecrivain.write(tampon)
    return tampon.getvalue()


@pytest.mark.parametrize("degres", [0, 90, 180, 270])
def test_une_page_tournee_se_lit_comme_une_page_droite(degres: int) -> None:
    (pv,) = lire_pieces({"pv.pdf": _tourner(papier(*HAUT, VISAS), degres)}).pieces
    assert pv.type is TypePiece.PV_MES
    assert getattr(pv, "perimetre", None) is Perimetre.COMPLET
    assert {s.partie for s in getattr(pv, "signatures", ())} == set(Partie)
