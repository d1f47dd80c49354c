"""The library inside a host: threads, pools, an event loop, an interpreter that ends."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from segur_payment.dossier import Phase
from segur_payment.lecture import lire_dossier
from segur_payment.lecture.pdf import ErreurFichier, LecteurPdf, LimitesLecture, lire_pdf
from segur_payment.verdict import Decision, verifier

from .papiers import DEPOT, bon_avance, pv_mes
from .pdf.bombes import formes

RACINE = Path(__file__).parents[2]
BORNES = LimitesLecture(delai=3.0)
linux = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc")
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


def juger(fichiers: Mapping[str, bytes]) -> Decision:
    """What a worker of the host does."""
    return verifier(
        lire_dossier(fichiers, date_depot=DEPOT, phase=Phase.AVANCE, limites=BORNES)
    ).decision


def dossiers() -> list[dict[str, bytes]]:
    """Seven good dossiers around a hostile one."""
    bons = [bon_avance() for _ in range(7)]
    return [*bons[:3], bon_avance(pv=formes()), *bons[3:]]


ATTENDUES = [Decision.ACCEPTER] * 3 + [Decision.COMPLETER] + [Decision.ACCEPTER] * 4


def test_des_fils_jugent_sans_se_gener() -> None:
    with ThreadPoolExecutor(4) as fils:
        assert list(fils.map(juger, dossiers())) == ATTENDUES


@pytest.mark.parametrize("methode", ["fork", "spawn"])
def test_un_groupe_de_processus_juge(methode: str) -> None:
    if methode not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {methode} here")
    juger(bon_avance())
    contexte = multiprocessing.get_context(methode)
    with ProcessPoolExecutor(2, mp_context=contexte) as groupe:
        assert list(groupe.map(juger, dossiers())) == ATTENDUES
    assert juger(bon_avance()) is Decision.ACCEPTER


def test_un_carnet_dont_la_boucle_tourne_juge() -> None:
    async def cellule() -> list[Decision]:
        ici = juger(bon_avance())
        ailleurs = await asyncio.gather(*(asyncio.to_thread(juger, d) for d in dossiers()))
        return [ici, *ailleurs]

    assert asyncio.run(cellule()) == [Decision.ACCEPTER, *ATTENDUES]


def test_un_fil_demon_n_empeche_pas_le_programme_de_finir(tmp_path: Path) -> None:
    (tmp_path / "pv.pdf").write_bytes(pv_mes())
    programme = """
import pathlib, threading
from segur_payment.lecture.pdf import lire_pdf
octets, lu = pathlib.Path("pv.pdf").read_bytes(), threading.Event()
def lire():
    while True:
        lire_pdf(octets)
        lu.set()
threading.Thread(target=lire, daemon=True).start()
assert lu.wait(60)
"""
    for _ in range(3):
        fini = subprocess.run(
            [sys.executable, "-W", "error", "-c", programme],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(RACINE)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert (fini.returncode, fini.stderr, fini.stdout) == (0, "", "")


@posix
def test_un_processus_tue_entre_deux_fichiers_n_en_coute_aucun() -> None:
    with LecteurPdf() as lecteur:
        for _ in range(10):
            assert lecteur.lire(pv_mes()).erreur is None
            _tuer_le_processus(lecteur)


@linux
def test_deux_cents_fichiers_ne_laissent_ni_descripteur_ni_processus() -> None:
    with LecteurPdf(BORNES) as lecteur:
        assert lecteur.lire(pv_mes()).erreur is None
        avant = _descripteurs()
        for rang in range(200):
            if rang % 50 == 25:
                _tuer_le_processus(lecteur)
            assert lecteur.lire(pv_mes()).erreur is None
        trop_lent = lecteur.lire(formes(), LimitesLecture(delai=0.2))
        assert trop_lent.erreur in (ErreurFichier.DELAI, ErreurFichier.MEMOIRE)
        assert lecteur.lire(pv_mes()).erreur is None
        assert _descripteurs() == avant
        (processus,) = lecteur._reserve.tous
        pid = processus._popen.pid
        assert _enfants() >= {pid}
    assert pid not in _enfants()
    assert not [e for e in _enfants() if _etat(e) == "Z"]
    assert lire_pdf(pv_mes()).erreur is None


def _tuer_le_processus(lecteur: LecteurPdf) -> None:
    (processus,) = lecteur._reserve.tous
    os.kill(processus._popen.pid, signal.SIGKILL)
    os.waitid(os.P_PID, processus._popen.pid, os.WEXITED | os.WNOWAIT)


def _descripteurs() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _enfants() -> set[int]:
    listes = Path("/proc/self/task").glob("*/children")
    return {int(pid) for liste in listes for pid in liste.read_text().split()}


def _etat(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
