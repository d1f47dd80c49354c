"""The pages that proofs quote: found by content, words marked where they stand, within bounds."""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path

import pytest

from segur_payment.dossier import Preuve
from segur_payment.erreurs import ErreurEntree
from segur_payment.lecture import lire_pieces, passages
from segur_payment.lecture.passages import Passage, montrer
from segur_payment.lecture.pdf import apercu_de_page, lire_pdf
from segur_payment.lecture.reperage import PageReperable

DOSSIER = Path(__file__).parents[2] / "examples" / "solde_defauts"
PV = DOSSIER / "pv-vsr-orbelys.pdf"
OCTETS = PV.read_bytes()
SHA = hashlib.sha256(OCTETS).hexdigest()


def preuve(extrait: str, /, nom: str = PV.name, sha256: str = SHA, page: int | None = 1) -> Preuve:
    return Preuve(fichier=nom, sha256=sha256, page=page, extrait=extrait)


def passage(proof: Preuve) -> Passage:
    return montrer([proof], DOSSIER).par_preuve[proof]


def test_les_mots_cites_sont_retrouves_a_leur_place() -> None:
    trouve = passage(preuve("Date de la décision : 22 juillet 2025"))
    (place,) = trouve.places
    (boite,) = place
    mots = [m for m in lire_pdf(OCTETS).pages[0].mots if m.texte == "décision"]
    assert any(boite.x0 <= m.boite.x0 and m.boite.y1 <= boite.y1 for m in mots)
    assert trouve.reserve is None


def test_des_mots_sur_deux_lignes_ont_deux_boites() -> None:
    mots = (
        "vérification de service régulier est déclarée favorable pour un périmètre partiel, limité"
    )
    (place,) = passage(preuve(mots)).places
    assert len(place) == 2
    assert place[0].y1 <= place[1].y0 + 2


def test_une_citation_coupee_se_retrouve() -> None:
    assert passage(preuve("Au terme de la période d’observation, la […]")).places


def test_presque_tout_ce_qu_un_verdict_cite_se_retrouve() -> None:
    cites = {
        p for piece in lire_pieces(DOSSIER).pieces for ps in piece.preuves.values() for p in ps
    }
    trouves = montrer(cites, DOSSIER).par_preuve
    assert len(cites) > 10
    assert all(t.places or "endroits" in (t.reserve or "") for t in trouves.values())


def test_des_mots_absents_laissent_la_page_sans_marque_et_le_disent() -> None:
    trouve = passage(preuve("ces mots ne sont nulle part"))
    assert (trouve.places, trouve.lieu) == ((), (SHA, 1))
    assert "pas été retrouvés" in (trouve.reserve or "")


def test_des_mots_partout_ne_sont_marques_nulle_part() -> None:
    assert "endroits de la page" in (passage(preuve("INT_R01")).reserve or "") or len(
        passage(preuve("INT_R01")).places
    ) in (2, 3)
    assert "endroits de la page" in (passage(preuve("de")).reserve or "")


def test_un_fichier_change_n_est_pas_montre() -> None:
    trouve = passage(preuve("décision", sha256="0" * 64))
    assert trouve.lieu is None
    assert "a changé depuis le verdict" in (trouve.reserve or "")


def test_un_fichier_renomme_est_le_meme() -> None:
    proof = preuve("Date de la décision : 22 juillet 2025")
    assert montrer([proof], {"autre nom.pdf": OCTETS}).par_preuve[proof].places


def test_un_fichier_absent_se_dit() -> None:
    proof = preuve("x", nom="absent.pdf", sha256="0" * 64)
    assert "n’a pas été fourni" in (passage(proof).reserve or "")


def test_une_page_qui_n_existe_pas_se_dit() -> None:
    assert "dessinée" in (passage(preuve("x", page=99)).reserve or "")


def test_une_preuve_du_fichier_entier_ne_montre_rien() -> None:
    assert montrer([preuve("x", page=None)], DOSSIER).par_preuve == {}


def test_des_mots_lus_sur_une_image_montrent_la_page_seule() -> None:
    proof = preuve("x").model_copy(update={"confiance": 0.9})
    trouve = passage(proof)
    assert trouve.lieu is not None
    assert "image" in (trouve.reserve or "")


def test_le_nombre_et_le_poids_des_images_sont_bornes(monkeypatch: pytest.MonkeyPatch) -> None:
    proofs = [preuve("Résultat : Favorable"), preuve("x", nom="s.pdf", sha256=_sha("support"))]
    monkeypatch.setattr(passages, "PAGES_MAX", 1)
    montres = montrer(proofs, DOSSIER)
    assert len(montres.apercus) == 1
    assert "1 au plus" in (montres.par_preuve[proofs[1]].reserve or "")
    monkeypatch.setattr(passages, "OCTETS_MAX", 100)
    montres = montrer(proofs, DOSSIER)
    assert montres.apercus == {}
    assert "trop lourdes" in (montres.par_preuve[proofs[0]].reserve or "")


def _sha(debut: str) -> str:
    return hashlib.sha256(next(DOSSIER.glob(f"{debut}*")).read_bytes()).hexdigest()


def test_un_dossier_introuvable_est_une_erreur_de_l_appelant() -> None:
    with pytest.raises(ErreurEntree):
        montrer([preuve("x")], DOSSIER / "absent")


def test_l_image_est_un_png_de_la_page() -> None:
    apercu = apercu_de_page(OCTETS, 1)
    assert apercu is not None
    assert apercu.png.startswith(b"\x89PNG\r\n\x1a\n")
    largeur, hauteur, bits = struct.unpack(">IIB", apercu.png[16:25])
    assert (bits, round(largeur / hauteur, 2)) == (4, round(apercu.largeur / apercu.hauteur, 2))
    debut = apercu.png.index(b"IDAT") + 4
    longueur = int.from_bytes(apercu.png[debut - 8 : debut - 4], "big")
    pixels = zlib.decompress(apercu.png[debut : debut + longueur])
    assert len(pixels) == hauteur * (1 + (largeur + 1) // 2)
    assert apercu_de_page(OCTETS, 1) == apercu


def test_un_fichier_hostile_ne_donne_pas_d_image() -> None:
    assert apercu_de_page(b"%PDF-1.7 rien", 1) is None
    assert PageReperable(lire_pdf(b"%PDF-1.7 rien"), 1).places("mots") == []
