"""What is on trust is data: fields, objects, reasons; the French sentence follows from them."""

from __future__ import annotations

import pytest
from fabrique import bon_avance, declaration, pv_mes, pv_vsr

from segur_payment import Reserve, TypePiece, Verdict, verifier
from segur_payment.dossier import Piece
from segur_payment.dossier.champs import nom_du_champ
from segur_payment.rendu.courrier import courrier_markdown
from segur_payment.rendu.page import rendre_page
from segur_payment.rendu.texte import rendre

CHAMPS = ("creneaux", "communication", "signatures", "signatures.editeur")
NOMS = "attestation de communication, engagement sur les créneaux, signature de l’éditeur."


@pytest.fixture
def verdict() -> Verdict:
    return verifier(bon_avance(declaration=declaration(declares=CHAMPS)))


def test_les_champs_declares_se_disent_par_leur_nom_francais(verdict: Verdict) -> None:
    reserve = next(r for r in verdict.reserves if r.champs)
    assert reserve.champs == tuple(sorted(CHAMPS))
    assert reserve.message == f"Repose sur une déclaration, non sur un document : {NOMS}"


def test_aucune_page_ne_montre_le_nom_d_un_champ(verdict: Verdict) -> None:
    for page in (rendre(verdict, largeur=200), rendre_page(verdict), courrier_markdown(verdict)):
        texte = " ".join(page.replace("\u00a0", " ").split())
        assert NOMS in texte
        assert "signatures.editeur" not in texte


def test_une_raison_qui_tient_deux_points_reste_entiere(verdict: Verdict) -> None:
    signatures = [r.objet for r in verdict.reserves if r.piece is TypePiece.PV_MES and r.objet]
    assert len(signatures) == 2
    texte = " ".join(rendre(verdict, largeur=400).replace("\u00a0", " ").split())
    assert f"PV de mise en service : {', '.join(signatures)} : un programme ne peut" in texte
    assert "Aucun fichier n’a été lu : le verdict repose sur les seuls faits déclarés." in texte


def test_une_reserve_se_relit_meme_d_un_verdict_plus_ancien(verdict: Verdict) -> None:
    assert Verdict.model_validate_json(verdict.model_dump_json()) == verdict
    ancienne = Reserve.model_validate({"piece": "pv_mes", "message": "Lu : périmètre."})
    assert ancienne.message == "Lu : périmètre."


@pytest.mark.parametrize("piece", [pv_mes(), pv_vsr(), declaration()])
def test_chaque_champ_qui_se_declare_a_un_nom(piece: Piece) -> None:
    faits = type(piece).model_fields.keys() - Piece.model_fields.keys()
    assert all(nom_du_champ(piece.type, champ) for champ in faits)
