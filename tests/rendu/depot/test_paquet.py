"""The package: originals byte for byte, clean names, the same bytes, refused when it must be."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from fabrique import bon_solde

from segur_payment import ErreurDepot, Verdict, lire_dossier, preparer, verifier
from segur_payment.rendu.depot.noms import nommer, ranger
from segur_payment.testing.pki import Scenario, signer

EXEMPLES = Path(__file__).parents[3] / "examples"
BONNE, DEFAUTS = EXEMPLES / "avance_bonne", EXEMPLES / "avance_defauts"
DEPOT = dt.date(2025, 4, 2)
SUR = re.compile(r"pieces/\d{2}_[a-z0-9-]+_[a-z0-9-]+_2025-04-02\.[a-z0-9]{1,5}")
PIECES = {p.name: p.read_bytes() for p in BONNE.iterdir()}


def _juger(fichiers: Path | dict[str, bytes]) -> Verdict:
    return verifier(lire_dossier(fichiers, date_depot=DEPOT, signatures=False, ocr=False))


def _ouvrir(paquet: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(paquet)) as archive:
        assert archive.testzip() is None
        return {nom: archive.read(nom) for nom in archive.namelist()}


def _dit(bordereau: bytes) -> str:
    pages = pypdfium2.PdfDocument(bordereau)
    texte = " ".join(p.get_textpage().get_text_bounded() for p in pages)
    return re.sub(r"\s+", " ", texte.replace("\u00a0", " "))


@pytest.fixture(scope="module")
def verdict() -> Verdict:
    return _juger(BONNE)


@pytest.fixture(scope="module")
def paquet(verdict: Verdict) -> bytes:
    return preparer(verdict, BONNE)


def test_les_originaux_sont_la_octet_pour_octet(verdict: Verdict, paquet: bytes) -> None:
    contenu = _ouvrir(paquet)
    assert list(contenu) == [
        "bordereau.pdf",
        "pieces/01_formulaire_lisiere-logiciels-sas_2025-04-02.pdf",
        "pieces/02_pv-mes_lisiere-logiciels-sas_2025-04-02.pdf",
        "pieces/03_declaration-honneur_lisiere-logiciels-sas_2025-04-02.pdf",
        "pieces/04_justificatif-transmission_lisiere-logiciels-sas_2025-04-02.pdf",
        "verdict.json",
    ]
    joints = sorted(sha256(o).hexdigest() for n, o in contenu.items() if n.startswith("pieces/"))
    assert joints == sorted(f.sha256 for f in verdict.entete.fichiers)
    assert Verdict.model_validate_json(contenu["verdict.json"]) == verdict


def test_le_bordereau_donne_chaque_empreinte(verdict: Verdict, paquet: bytes) -> None:
    contenu = _ouvrir(paquet)
    dit = _dit(contenu["bordereau.pdf"])
    for fichier in verdict.entete.fichiers:
        assert fichier.sha256 in dit
        assert fichier.nom in dit
    assert sha256(contenu["verdict.json"]).hexdigest() in dit
    assert "Accepter, rien à régler avant dépôt, payable : 30 000,00 € HT" in dit
    assert "page 1 sur 1" in dit


def test_un_pdf_signe_garde_sa_signature() -> None:
    nom = "2_PV_mise_en_service.pdf"
    pv = signer(Scenario.DEUX_SIGNATURES, PIECES[nom])
    fichiers = {**PIECES, nom: pv}
    contenu = _ouvrir(preparer(_juger(fichiers), fichiers, malgre_tout=True))
    assert contenu["pieces/02_pv-mes_lisiere-logiciels-sas_2025-04-02.pdf"] == pv


def test_memes_octets_d_ou_que_viennent_les_fichiers(verdict: Verdict, paquet: bytes) -> None:
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w", zipfile.ZIP_DEFLATED) as archive:
        for nom, octets in sorted(PIECES.items(), reverse=True):
            archive.writestr(nom, octets)
    assert preparer(verdict, PIECES) == paquet
    assert preparer(verdict, BONNE) == paquet
    with zipfile.ZipFile(io.BytesIO(paquet)) as archive:
        assert {i.date_time for i in archive.infolist()} == {(2025, 4, 2, 0, 0, 0)}


def test_un_dossier_a_completer_est_refuse() -> None:
    with pytest.raises(ErreurDepot, match="la décision est «\u00a0À compléter\u00a0»\u00a0: 3"):
        preparer(_juger(DEFAUTS), DEFAUTS)


def test_malgre_tout_le_bordereau_le_dit_avec_les_points() -> None:
    verdict = _juger(DEFAUTS)
    dit = _dit(_ouvrir(preparer(verdict, DEFAUTS, malgre_tout=True))["bordereau.pdf"])
    assert "PAQUET PRÉPARÉ MALGRÉ LA DÉCISION « À compléter »" in dit
    for action in verdict.a_faire:
        if action.obligatoire:
            assert all(code in dit for code in action.codes)


def test_des_fichiers_changes_depuis_le_verdict_sont_refuses(verdict: Verdict) -> None:
    change = {**PIECES, "2_PV_mise_en_service.pdf": b"%PDF-1.4 autre"}
    with pytest.raises(ErreurDepot, match=r"plus ceux .* 2_PV_mise_en_service\.pdf"):
        preparer(verdict, change)
    with pytest.raises(ErreurDepot, match=r"ajout\.pdf"):
        preparer(verdict, {**PIECES, "ajout.pdf": b"x"})
    with pytest.raises(ErreurDepot, match="4_CGU"):
        preparer(verdict, {n: o for n, o in PIECES.items() if "CGU" not in n})


def test_un_verdict_sans_fichier_est_refuse() -> None:
    with pytest.raises(ErreurDepot, match="sur aucun fichier"):
        preparer(verifier(bon_solde()), PIECES)


HOSTILES = {
    '<b>"x"\'</b>\u202efdp.exe.pdf': PIECES["1_Formulaire_demande_avance.pdf"],
    "😀 עברית &amp; é.pdf": PIECES["2_PV_mise_en_service.pdf"],
    "con/" + "a" * 300 + ".PDF": PIECES["3_Declaration_sur_l_honneur.pdf"],
    "C\u0327GU \x1b[31m%00\n.pdf.": PIECES["4_CGU_Agenda_Lisiere.pdf"],
    "=cmd|calc.xls": b"xx",
    "NUL.pdf": b"",
    "copie.pdf": PIECES["1_Formulaire_demande_avance.pdf"],
    "dossier.toml": b'phase = "avance"\n',
}


def test_aucun_nom_hostile_ne_sort_du_zip() -> None:
    verdict = _juger(HOSTILES)
    contenu = _ouvrir(preparer(verdict, HOSTILES, malgre_tout=True))
    pieces = [nom for nom in contenu if nom.startswith("pieces/")]
    assert set(contenu) - set(pieces) == {"bordereau.pdf", "verdict.json"}
    assert all(SUR.fullmatch(nom) for nom in pieces)
    assert len({nom.casefold() for nom in pieces}) == len(pieces) == 7
    assert sorted(contenu[n] for n in pieces) == sorted(
        o for n, o in HOSTILES.items() if n != "dossier.toml"
    )
    dit = _dit(contenu["bordereau.pdf"])
    assert "‹U+202E›fdp.exe.pdf" in dit
    assert "Autres fichiers, joints eux aussi" in dit
    assert "même contenu que 01_formulaire" in dit
    assert "dossier.toml, qui sert au contrôle" in dit
    assert not re.search("[\u202a-\u202e\x1b]", json.dumps(dit, ensure_ascii=False))
    assert not re.search(b"[\x1b\x00]|\xe2\x80\xae", contenu["verdict.json"])


def test_un_editeur_hostile_ne_sort_pas_du_nom(verdict: Verdict) -> None:
    for raison_sociale in ("../../etc/passwd", "C:\\x", "\u202e", "é" * 10_000, "", "Œuvre & Cie"):
        editeur = verdict.editeur and verdict.editeur.model_copy(
            update={"raison_sociale": raison_sociale}
        )
        change = verdict.model_copy(update={"editeur": editeur})
        noms = nommer(ranger(change), change)
        assert all(SUR.fullmatch(f"pieces/{nom}") and len(nom) < 120 for nom in noms)
    assert noms[0] == "01_formulaire_oeuvre-cie_2025-04-02.pdf"


def test_un_lien_qui_sort_du_dossier_n_est_pas_joint(tmp_path: Path) -> None:
    dossier, secret = tmp_path / "dossier", tmp_path / "secret.pdf"
    dossier.mkdir()
    secret.write_bytes(b"secret")
    for nom, octets in PIECES.items():
        (dossier / nom).write_bytes(octets)
    (dossier / "lien.pdf").symlink_to(secret)
    contenu = _ouvrir(preparer(_juger(dossier), dossier, malgre_tout=True))
    assert b"secret" not in contenu.values()
    assert "lien.pdf : c’est un lien qui sort du dossier" in _dit(contenu["bordereau.pdf"])


def test_rien_ne_sort_des_marges_du_bordereau() -> None:
    verdict = _juger(HOSTILES)
    bordereau = _ouvrir(preparer(verdict, HOSTILES, malgre_tout=True))["bordereau.pdf"]
    for page in pypdfium2.PdfDocument(bordereau):
        textes = page.get_textpage()
        for rang in range(textes.count_rects()):
            gauche, bas, droite, haut = textes.get_rect(rang)
            assert 60 < gauche < droite < page.get_width() - 60
            assert 35 < bas < haut < page.get_height() - 25
