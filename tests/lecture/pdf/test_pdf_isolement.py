"""The reading process: apart, restarted, shared by threads, not by forks, never left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from segur_payment.lecture.pdf import (
    DocumentLu,
    ErreurFichier,
    LecteurPdf,
    LimitesLecture,
    atelier,
    lire_pdf,
    lire_pdfs,
)
from segur_payment.lecture.pdf.atelier import _partage

from .pdf_fabriques import dessiner, texte

RACINE = Path(__file__).parents[3]
PDF = dessiner(texte(72, 700, "Bonjour"))
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


def premier_mot(octets: bytes) -> str:
    return lire_pdf(octets).pages[0].mots[0].texte


def pid_du_processus(lecteur: LecteurPdf) -> int:
    return next(iter(lecteur._reserve.tous))._popen.pid


def executer(programme: str, dossier: Path, *options: str) -> subprocess.CompletedProcess[str]:
    dossier.mkdir(exist_ok=True)
    (dossier / "essai.pdf").write_bytes(PDF)
    return subprocess.run(
        [sys.executable, "-W", "error", *options, "-c", programme],
        cwd=dossier,
        env=os.environ | {"PYTHONPATH": str(RACINE)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


LIRE = """
import pathlib
from segur_payment.lecture.pdf import lire_pdf
document = lire_pdf(pathlib.Path("essai.pdf").read_bytes())
print(document.erreur, document.detail, document.structure_lue, document.pages[0].mots[0].texte)
"""


def test_un_meme_processus_sert_plusieurs_fichiers() -> None:
    with LecteurPdf() as lecteur:
        lecteur.lire(PDF)
        pid = pid_du_processus(lecteur)
        lecteur.lire(PDF)
        assert pid_du_processus(lecteur) == pid


def test_deux_lectures_du_meme_fichier_sont_egales() -> None:
    assert lire_pdf(PDF) == lire_pdf(PDF)


def test_un_lecteur_ferme_peut_resservir() -> None:
    lecteur = LecteurPdf()
    assert lecteur.lire(PDF).erreur is None
    lecteur.fermer()
    assert not lecteur._reserve.tous
    assert lecteur.lire(PDF).erreur is None
    lecteur.fermer()


@posix
def test_un_processus_tue_entre_deux_fichiers_est_remplace() -> None:
    with LecteurPdf() as lecteur:
        lecteur.lire(PDF)
        processus = next(iter(lecteur._reserve.tous))
        os.kill(processus._popen.pid, signal.SIGKILL)
        processus._popen.wait()
        assert lecteur.lire(PDF).erreur is None


@posix
@pytest.mark.parametrize(
    ("signe", "erreur"),
    [
        (signal.SIGABRT, ErreurFichier.MEMOIRE),
        (signal.SIGSEGV, ErreurFichier.PLANTAGE),
        (signal.SIGTERM, ErreurFichier.PLANTAGE),
    ],
)
def test_un_processus_mort_pendant_la_lecture_est_dit(
    signe: signal.Signals, erreur: ErreurFichier
) -> None:
    with LecteurPdf() as lecteur:
        lecteur.lire(PDF)
        processus = next(iter(lecteur._reserve.tous))
        os.kill(processus._popen.pid, signal.SIGSTOP)
        recu: list[DocumentLu] = []
        fil = threading.Thread(target=lambda: recu.append(lecteur.lire(PDF)))
        fil.start()
        while not processus.demandes > 1:
            fil.join(0.01)
        os.kill(processus._popen.pid, signe)
        os.kill(processus._popen.pid, signal.SIGCONT)
        fil.join()
        assert recu[0].erreur is erreur
        assert lecteur.lire(PDF).erreur is None


@posix
def test_un_processus_fige_est_arrete_au_delai() -> None:
    with LecteurPdf(LimitesLecture(delai=0.2)) as lecteur:
        lecteur.lire(PDF, LimitesLecture())
        os.kill(pid_du_processus(lecteur), signal.SIGSTOP)
        document = lecteur.lire(PDF)
        assert document.erreur is ErreurFichier.DELAI
        assert document.taille == len(PDF)
        assert not lecteur._reserve.tous


def test_un_interprete_introuvable_est_dit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nulle/part/python")
    with LecteurPdf() as lecteur:
        assert lecteur.lire(PDF).erreur is ErreurFichier.PLANTAGE


def test_plusieurs_fils_lisent_en_meme_temps() -> None:
    with LecteurPdf() as lecteur, ThreadPoolExecutor(4) as fils:
        lus = list(fils.map(lecteur.lire, [PDF] * 24))
    assert {d.pages[0].mots[0].texte for d in lus} == {"Bonjour"}


def test_un_groupe_de_processus_lit_chacun_avec_le_sien() -> None:
    lire_pdf(PDF)
    for methode in ("spawn", "fork") if os.name == "posix" else ("spawn",):
        contexte = multiprocessing.get_context(methode)
        with ProcessPoolExecutor(2, mp_context=contexte) as groupe:
            assert set(groupe.map(premier_mot, [PDF] * 6)) == {"Bonjour"}
    assert premier_mot(PDF) == "Bonjour"


def premiers_mots(_: int) -> list[str]:
    return [d.pages[0].mots[0].texte for d in lire_pdfs([PDF, dessiner(texte(72, 700, "Salut"))])]


@pytest.mark.parametrize("ensemble", [1, 3])
def test_plusieurs_fichiers_lus_ensemble_reviennent_dans_leur_ordre(
    ensemble: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atelier, "_ensemble_max", lambda: ensemble)
    fichiers = [dessiner(texte(72, 700, f"mot{i}")) for i in range(9)]
    fichiers[2:4] = [b"", b"bonjour"]
    with LecteurPdf() as lecteur:
        documents = list(lecteur.lire_tous(fichiers))
        assert len(lecteur._reserve.tous) <= ensemble
    assert documents == [lire_pdf(octets) for octets in fichiers]
    assert list(lire_pdfs([])) == []


def test_plusieurs_fils_lisent_chacun_plusieurs_fichiers() -> None:
    with LecteurPdf() as lecteur, ThreadPoolExecutor(6) as fils:
        lus = list(fils.map(lambda _: list(lecteur.lire_tous([PDF, b"", PDF])), range(12)))
        assert len(lecteur._reserve.tous) <= atelier._LIBRES_MAX
    assert {tuple(d.erreur for d in dossier) for dossier in lus} == {
        (None, ErreurFichier.VIDE, None)
    }


def test_un_groupe_de_processus_lit_plusieurs_fichiers_sans_multiplier_les_siens() -> None:
    premiers_mots(0)
    for methode in ("spawn", "fork") if os.name == "posix" else ("spawn",):
        contexte = multiprocessing.get_context(methode)
        with ProcessPoolExecutor(2, mp_context=contexte) as groupe:
            assert list(groupe.map(premiers_mots, range(4))) == [["Bonjour", "Salut"]] * 4
            assert groupe.submit(atelier._ensemble_max).result() == 1


@posix
def test_un_fork_ne_garde_pas_les_places_prises_par_son_parent() -> None:
    places = _partage._reserve.places
    for _ in range(atelier._LIBRES_MAX):
        places.acquire()
    try:
        contexte = multiprocessing.get_context("fork")
        file = contexte.SimpleQueue()
        enfant = contexte.Process(
            target=lambda: file.put(_partage._reserve.places is places), daemon=True
        )
        enfant.start()
        assert file.get() is False
        enfant.join()
    finally:
        places.release(atelier._LIBRES_MAX)


@posix
def test_un_fork_oublie_les_processus_de_son_parent() -> None:
    lire_pdf(PDF)
    contexte = multiprocessing.get_context("fork")
    file = contexte.SimpleQueue()
    enfant = contexte.Process(target=lambda: file.put(len(_partage._reserve.tous)), daemon=True)
    enfant.start()
    assert file.get() == 0
    enfant.join()
    assert _partage._reserve.tous


@posix
def test_un_processus_demon_peut_lire() -> None:
    contexte = multiprocessing.get_context("fork")
    file = contexte.SimpleQueue()
    enfant = contexte.Process(target=lambda: file.put(premier_mot(PDF)), daemon=True)
    enfant.start()
    assert file.get() == "Bonjour"
    enfant.join()


def test_le_programme_se_termine_sans_avertissement_ni_reste(tmp_path: Path) -> None:
    fini = executer(
        LIRE + "\nfrom segur_payment.lecture.pdf.atelier import _partage\n"
        "print(next(iter(_partage._reserve.tous))._popen.pid)",
        tmp_path,
    )
    assert (fini.returncode, fini.stderr) == (0, "")
    premiere, pid = fini.stdout.splitlines()
    assert premiere == "None  True Bonjour"
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid), 0)


def test_un_module_hostile_du_dossier_courant_n_est_pas_charge(tmp_path: Path) -> None:
    for nom in ("json", "struct", "logging", "pypdf", "pypdfium2", "pypdfium2_raw", "enfant"):
        (tmp_path / f"{nom}.py").write_text(
            "import pathlib; pathlib.Path('PIEGE').touch(); raise SystemExit(3)"
        )
    # The parent loads the standard library before the folder comes first in its path.
    programme = f"import sys; sys.path.insert(0, '')\n{LIRE}".replace(
        "import sys;", "import sys, json, struct, logging;"
    )
    fini = executer(programme, tmp_path, "-P")
    assert fini.stdout == "None  True Bonjour\n", fini.stderr
    assert not (tmp_path / "PIEGE").exists()


def test_le_processus_de_lecture_ne_charge_pas_le_reste_de_la_bibliotheque(
    tmp_path: Path,
) -> None:
    programme = """
import sys
from segur_payment.lecture.pdf import _processus
_processus._AMORCE = _processus._AMORCE.replace(
    "_segur_pdf.enfant.principal()",
    "sys.stderr.write(' '.join(sys.modules)); open('modules.txt', 'w').write(' '.join(sys.modules))"
)
commande = _processus._commande()
import subprocess
subprocess.run(commande, check=True, stderr=subprocess.DEVNULL)
"""
    executer(programme, tmp_path)
    modules = (tmp_path / "modules.txt").read_text().split()
    assert "_segur_pdf.enfant" in modules
    assert not {"pydantic", "segur_payment", "jinja2", "phonenumbers"} & set(modules)


@posix
def test_un_dossier_courant_supprime_n_empeche_pas_de_lire(tmp_path: Path) -> None:
    programme = LIRE.replace(
        "document =",
        "octets = pathlib.Path('essai.pdf').read_bytes()\n"
        "import os, shutil; shutil.rmtree(os.getcwd())\ndocument =",
    ).replace('pathlib.Path("essai.pdf").read_bytes()', "octets")
    fini = executer(programme, tmp_path / "perdu")
    assert fini.stdout == "None  True Bonjour\n", fini.stderr
