"""What comes in: folder, zip, one PDF, bytes in memory; each bad file is told, none raises."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from segur_payment.dossier import Phase, TypePiece
from segur_payment.erreurs import ErreurEntree, ErreurPhase
from segur_payment.lecture import lire_dossier
from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.testing.pdf.pathologies import verrouiller
from segur_payment.verdict import Decision, verifier

from .envois import decision, ranger, refus, zipper
from .papiers import DEPOT, bon_avance, bon_solde, juger, pv_mes, reunir

Lancer = Callable[..., subprocess.CompletedProcess[str]]


# --- Four ways in, one dossier ---


def test_dossier_zip_et_octets_donnent_le_meme_dossier(tmp_path: Path) -> None:
    pieces = bon_avance()
    dossier = ranger(tmp_path / "dossier", pieces)
    archive = tmp_path / "dossier.zip"
    archive.write_bytes(zipper(pieces))
    lus = [lire_dossier(source, date_depot=DEPOT) for source in (dossier, archive, pieces)]
    assert lus[0] == lus[1] == lus[2]
    assert verifier(lus[0]).decision is Decision.ACCEPTER


def test_un_chemin_peut_etre_un_texte(tmp_path: Path) -> None:
    assert lire_dossier(str(ranger(tmp_path, bon_solde())), date_depot=DEPOT).phase is Phase.SOLDE


@pytest.mark.parametrize("nom", ["dossier.pdf", "DOSSIER.PDF"])
def test_un_seul_pdf_peut_tenir_tout_le_dossier(tmp_path: Path, nom: str) -> None:
    (tmp_path / nom).write_bytes(reunir(*bon_avance().values()))
    assert decision(tmp_path / nom) is Decision.ACCEPTER


def test_les_sous_dossiers_sont_lus(tmp_path: Path) -> None:
    rangees = {f"pièces/{rang}/{nom}": o for rang, (nom, o) in enumerate(bon_avance().items())}
    assert decision(ranger(tmp_path, rangees)) is Decision.ACCEPTER


def test_le_dossier_unique_d_un_zip_ne_compte_pas_dans_les_noms(tmp_path: Path) -> None:
    archive = tmp_path / "envoi.zip"
    archive.write_bytes(zipper({f"Envoi ASP/{nom}": o for nom, o in bon_avance().items()}))
    dossier = lire_dossier(archive, date_depot=DEPOT)
    assert {f.nom for f in dossier.fichiers} == set(bon_avance())


@pytest.mark.parametrize(
    "nom", [".DS_Store", "Thumbs.db", "desktop.ini", "~$pv.docx", ".git/config", ".pv.pdf.swp"]
)
def test_les_fichiers_du_systeme_sont_passes(tmp_path: Path, nom: str) -> None:
    assert decision(ranger(tmp_path, {**bon_avance(), nom: b"rien"})) is Decision.ACCEPTER


def test_les_doublons_du_mac_sont_passes_dans_un_zip(tmp_path: Path) -> None:
    parasites = {"__MACOSX/._pv.pdf": b"\x00\x05\x16\x07", ".DS_Store": b"rien"}
    archive = tmp_path / "envoi.zip"
    archive.write_bytes(zipper({**bon_avance(), **parasites}))
    assert decision(archive) is Decision.ACCEPTER


@pytest.mark.parametrize(
    "nom",
    [
        "PV de l’éditeur n° 1 (signé).pdf",
        "e\u0301te\u0301.pdf",
        "pv\u202efdp.exe",
        "pv\nbis.pdf",
        "证明.pdf",
        "🩺.pdf",
        "sans-extension",
    ],
)
def test_un_nom_inhabituel_est_un_nom(tmp_path: Path, nom: str) -> None:
    pieces = {nom: pv_mes()}
    (tmp_path / "envoi.zip").write_bytes(zipper(pieces))
    for source in (pieces, ranger(tmp_path / "dossier", pieces), tmp_path / "envoi.zip"):
        (fichier,) = lire_dossier(source, date_depot=DEPOT).fichiers
        assert (fichier.nom, fichier.pieces) == (nom, (TypePiece.PV_MES,))


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_un_nom_hors_utf8_ne_casse_pas_le_verdict(tmp_path: Path) -> None:
    pieces = bon_avance()
    octets = pieces.pop("pv.pdf")
    ranger(tmp_path, pieces)
    with Path(os.fsdecode(os.fsencode(tmp_path) + b"/pv-sign\xe9.pdf")).open("wb") as fichier:
        fichier.write(octets)
    verdict = verifier(lire_dossier(tmp_path, date_depot=DEPOT))
    assert verdict.decision is Decision.ACCEPTER
    assert verdict.model_dump_json()


# --- No dossier there: one ErreurEntree, in French ---


def _rien(racine: Path) -> Path:
    return racine


def _absent(racine: Path) -> Path:
    return racine / "absent"


def _texte(racine: Path) -> Path:
    (racine / "note.txt").write_text("bonjour")
    return racine / "note.txt"


def _seulement_le_manifeste(racine: Path) -> Path:
    (racine / "dossier.toml").write_text('phase = "avance"')
    return racine


def _seulement_des_fichiers_du_systeme(racine: Path) -> Path:
    return ranger(racine, {".DS_Store": b"", "Thumbs.db": b""})


def _zip_vide(racine: Path) -> Path:
    (racine / "vide.zip").write_bytes(zipper({}))
    return racine / "vide.zip"


def _zip_coupe(racine: Path) -> Path:
    octets = zipper(bon_avance())
    (racine / "coupe.zip").write_bytes(octets[: len(octets) // 2])
    return racine / "coupe.zip"


def _zip_au_repertoire_abime(racine: Path) -> Path:
    octets = bytearray(zipper({"pv.pdf": b"x" * 500}, zipfile.ZIP_STORED))
    debut = octets.rindex(b"PK\x01\x02")
    octets[debut : debut + 4] = b"XXXX"
    (racine / "abime.zip").write_bytes(octets)
    return racine / "abime.zip"


def _trop_de_fichiers(racine: Path) -> Path:
    return ranger(racine, {f"{rang}.pdf": b"" for rang in range(LimitesLecture().fichiers_max + 1)})


def _zip_de_trop_de_fichiers(racine: Path) -> Path:
    pleins = {f"{rang}.pdf": b"" for rang in range(LimitesLecture().fichiers_max + 1)}
    (racine / "gros.zip").write_bytes(zipper(pleins))
    return racine / "gros.zip"


def _nom_trop_long(racine: Path) -> Path:
    return racine / ("n" * 5000)


def _octet_nul(racine: Path) -> Path:
    return racine / "a\0b"


@pytest.mark.parametrize(
    ("preparer", "mots"),
    [
        (_rien, "vide"),
        (_absent, "introuvable"),
        (_texte, "Ni un dossier"),
        (_seulement_le_manifeste, "vide"),
        (_seulement_des_fichiers_du_systeme, "vide"),
        (_zip_vide, "vide"),
        (_zip_coupe, "archive zip"),
        (_zip_au_repertoire_abime, "zip illisible"),
        (_trop_de_fichiers, "plus de"),
        (_zip_de_trop_de_fichiers, "plus de"),
        (_nom_trop_long, "hemin"),
        (_octet_nul, "hemin"),
    ],
)
def test_ce_qui_n_est_pas_un_dossier_est_une_erreur_dite(
    tmp_path: Path, preparer: Callable[[Path], Path], mots: str
) -> None:
    with pytest.raises(ErreurEntree, match=mots):
        lire_dossier(preparer(tmp_path), date_depot=DEPOT)


def test_des_octets_absents_sont_une_erreur_dite() -> None:
    with pytest.raises(ErreurEntree, match="vide"):
        lire_dossier({}, date_depot=DEPOT)


def test_sans_date_de_depot_on_ne_juge_pas() -> None:
    with pytest.raises(ErreurEntree, match="date de dépôt"):
        lire_dossier(bon_avance())


def test_une_phase_qui_n_existe_pas_est_refusee() -> None:
    with pytest.raises(ErreurPhase, match="avance ou solde"):
        lire_dossier(bon_avance(), date_depot=DEPOT, phase="acompte")


@pytest.mark.parametrize(
    "nom", ["../pv.pdf", "/etc/pv.pdf", "a/../../pv.pdf", "..\\pv.pdf", "C:\\pv.pdf", ""]
)
def test_un_nom_en_memoire_ne_sort_pas_du_dossier(nom: str) -> None:
    with pytest.raises(ErreurEntree, match="sort du dossier"):
        lire_dossier({nom: pv_mes()}, date_depot=DEPOT)


# --- A bad file among good ones: SAS-FIC-01, and the others are judged ---


@pytest.mark.parametrize(
    ("octets", "raison"),
    [
        (b"", "le fichier est vide"),
        (b"\n \n", "le fichier est vide"),
        (b"Ceci est un texte.", "ce n’est pas un PDF"),
        (b"PK\x03\x04" + bytes(300), "ce n’est pas un PDF"),
        (b"\xff\xd8\xff\xe0" + bytes(300), "ce n’est pas un PDF, mais une image"),
        (b"From: a@b.fr\nTo: c@d.fr\n", "ce n’est pas un PDF, mais un courriel"),
        (pv_mes()[: len(pv_mes()) // 2], "le fichier est tronqué"),
        (verrouiller(pv_mes()), "le fichier est protégé par un mot de passe"),
        (b"%PDF-1.7\n" + b"rien du tout " * 60 + b"startxref\n0\n%%EOF", "le fichier est abîmé"),
    ],
)
def test_un_fichier_illisible_est_un_constat(octets: bytes, raison: str) -> None:
    pieces = bon_avance(pv=octets)
    assert refus(pieces, "pv.pdf") == raison
    verdict = juger(pieces, Phase.AVANCE)
    assert verdict.decision is Decision.COMPLETER
    assert set(verdict.codes) == {"SAS-FIC-01"}
    absent = next(c for c in verdict.constats if c.code == "SAS-MES-01")
    assert absent.indecis, "the PV may be in the unreadable file: not 'absent'"


def test_un_pdf_verrouille_seulement_contre_la_copie_se_lit() -> None:
    assert juger(bon_avance(pv=verrouiller(pv_mes(), ""))).decision is Decision.ACCEPTER


def test_rien_que_des_fichiers_illisibles_ne_dit_pas_la_phase() -> None:
    with pytest.raises(ErreurPhase, match="avance ou solde"):
        lire_dossier({"pv.pdf": b"", "cgu.pdf": b"texte"}, date_depot=DEPOT)


def test_rien_que_des_fichiers_illisibles_avec_la_phase_se_juge() -> None:
    verdict = juger({"pv.pdf": b"", "cgu.pdf": b"texte"}, Phase.SOLDE)
    assert verdict.decision is Decision.COMPLETER
    assert set(verdict.codes) == {"SAS-FIC-01", "SAS-SEQ-02"}


def test_un_fichier_trop_gros_est_un_constat(tmp_path: Path) -> None:
    pieces = bon_avance(pv=pv_mes() + b"%" * 200_000)
    bornes = LimitesLecture(taille_max=100_000)
    assert refus(pieces, "pv.pdf", bornes) == "le fichier est trop gros"
    assert refus(ranger(tmp_path, pieces), "pv.pdf", bornes) == "le fichier est trop gros"


def test_trop_de_pages_est_un_constat() -> None:
    bornes = LimitesLecture(pages_max=1)
    assert "trop de pages" in refus(bon_avance(pv=reunir(pv_mes(), pv_mes())), "pv.pdf", bornes)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic link here")
def test_un_lien_qui_sort_du_dossier_n_est_pas_suivi(tmp_path: Path) -> None:
    ailleurs = tmp_path / "ailleurs.pdf"
    ailleurs.write_bytes(pv_mes())
    dossier = ranger(tmp_path / "dossier", bon_avance(pv=None))
    (dossier / "pv.pdf").symlink_to(ailleurs)
    assert "lien qui sort" in refus(dossier, "pv.pdf")


def test_un_lien_vers_rien_est_un_constat(tmp_path: Path) -> None:
    dossier = ranger(tmp_path, bon_avance(pv=None))
    (dossier / "pv.pdf").symlink_to(dossier / "disparu.pdf")
    assert refus(dossier, "pv.pdf")


def test_un_lien_en_boucle_est_un_constat(tmp_path: Path) -> None:
    dossier = ranger(tmp_path, bon_avance(pv=None))
    (dossier / "pv.pdf").symlink_to(dossier / "pv.pdf")
    assert refus(dossier, "pv.pdf")


def test_un_sous_dossier_qui_est_un_lien_est_dit(tmp_path: Path) -> None:
    ranger(tmp_path / "ailleurs", {"pv.pdf": pv_mes()})
    dossier = ranger(tmp_path / "dossier", bon_avance(pv=None))
    (dossier / "signes").symlink_to(tmp_path / "ailleurs", target_is_directory=True)
    lu = lire_dossier(dossier, date_depot=DEPOT)
    assert any("lien" in (f.illisible or "") for f in lu.fichiers)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipe here")
def test_un_tube_n_est_pas_lu(tmp_path: Path) -> None:
    dossier = ranger(tmp_path, bon_avance(pv=None))
    os.mkfifo(dossier / "pv.pdf")
    assert refus(dossier, "pv.pdf") == "ce n’est pas un fichier ordinaire"


def test_un_fichier_que_le_systeme_refuse_est_un_constat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = ranger(tmp_path, bon_avance())
    ouvrir = Path.open

    def refuser(chemin: Path, *options: Any, **autres: Any) -> object:
        if chemin.name == "pv.pdf":
            raise PermissionError(13, "Permission denied")
        return ouvrir(chemin, *options, **autres)

    monkeypatch.setattr(Path, "open", refuser)
    assert refus(dossier, "pv.pdf") == "le système refuse sa lecture"


# --- Through the command ---


@pytest.fixture
def lancer(tmp_path: Path) -> Lancer:
    """Run ``segur-payment verifier`` in ``tmp_path`` and never accept a traceback."""

    def lancer(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        fini = subprocess.run(
            [sys.executable, "-m", "segur_payment", "verifier", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        assert "Traceback" not in fini.stderr + fini.stdout
        return fini

    return lancer


@pytest.mark.parametrize(
    ("preparer", "mots"), [(_rien, "vide"), (_absent, "introuvable"), (_texte, "Ni un dossier")]
)
def test_la_commande_dit_l_erreur_d_entree_et_rend_3(
    lancer: Lancer, tmp_path: Path, preparer: Callable[[Path], Path], mots: str
) -> None:
    fini = lancer(preparer(tmp_path), "--date-depot", DEPOT.isoformat())
    assert (fini.returncode, fini.stdout) == (3, "")
    assert mots in fini.stderr


@pytest.mark.parametrize("octets", [b"", b"texte", pv_mes()[:900], verrouiller(pv_mes())])
def test_la_commande_juge_malgre_un_fichier_illisible_et_rend_1(
    lancer: Lancer, tmp_path: Path, octets: bytes
) -> None:
    dossier = ranger(tmp_path / "dossier", bon_avance(pv=octets))
    fini = lancer(dossier, "--date-depot", DEPOT.isoformat())
    assert (fini.returncode, fini.stderr) == (1, "")
    assert "SAS-FIC-01" in fini.stdout
    assert "pv.pdf" in fini.stdout


@pytest.mark.parametrize("nom", ["../pv.pdf", "/etc/passwd", "absent.pdf"])
def test_la_commande_refuse_un_manifeste_hostile(lancer: Lancer, tmp_path: Path, nom: str) -> None:
    texte = f"[fichiers]\n'{nom}' = 'pv_mes'\n".encode()
    dossier = ranger(tmp_path / "dossier", {**bon_avance(), "dossier.toml": texte})
    fini = lancer(dossier, "--date-depot", DEPOT.isoformat())
    assert (fini.returncode, fini.stdout) == (3, "")
    assert nom in fini.stderr


def test_la_commande_accepte_un_bon_dossier(lancer: Lancer, tmp_path: Path) -> None:
    dossier = ranger(tmp_path / "dossier", bon_avance())
    fini = lancer(dossier, "--date-depot", DEPOT.isoformat())
    assert (fini.returncode, fini.stderr) == (0, "")


def test_un_pdf_reconnu_porte_ses_pieces(tmp_path: Path) -> None:
    (tmp_path / "tout.pdf").write_bytes(reunir(*bon_solde().values()))
    lu = lire_dossier(tmp_path, date_depot=DEPOT)
    assert set(lu.fichiers[0].pieces) == {
        TypePiece.FORMULAIRE,
        TypePiece.PV_VSR,
        TypePiece.SUPPORT,
    }
