"""The last documents are remembered: few, whole, and under the same limits only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from segur_payment.lecture.pdf import (
    DocumentLu,
    ErreurFichier,
    LecteurPdf,
    LimitesLecture,
    _memoire,
    lire_pdf,
)
from segur_payment.lecture.pdf._memoire import Memoire

from .pdf_fabriques import dessiner, texte

PDF = dessiner(texte(72, 700, "Bonjour tout le monde"))
LIMITES = LimitesLecture()


@pytest.fixture(scope="module")
def lu() -> DocumentLu:
    return lire_pdf(PDF)


def demandes(lecteur: LecteurPdf) -> int:
    return sum(processus.demandes for processus in lecteur._reserve.tous)


def test_le_meme_fichier_n_est_lu_qu_une_fois(lu: DocumentLu) -> None:
    with LecteurPdf(retenir=2) as lecteur:
        assert lecteur.lire(PDF) is lecteur.lire(bytes(bytearray(PDF)))
        assert demandes(lecteur) == 1
        lecteur.lire(PDF, replace(LIMITES, pages_max=3))
        assert demandes(lecteur) == 2
        lecteur.oublier()
        assert lecteur.lire(PDF) == lu
        assert demandes(lecteur) == 3


def test_sans_memoire_tout_est_relu() -> None:
    with LecteurPdf() as lecteur:
        assert lecteur.lire(PDF) == lecteur.lire(PDF)
        assert demandes(lecteur) == 2


def test_un_echec_ne_se_retient_pas() -> None:
    with LecteurPdf(retenir=2) as lecteur:
        for _ in range(2):
            assert lecteur.lire(b"bonjour").erreur is ErreurFichier.PAS_UN_PDF
        assert demandes(lecteur) == 2


def test_le_document_le_plus_anciennement_demande_est_oublie(lu: DocumentLu) -> None:
    memoire = Memoire(2)
    for nom in ("a", "b"):
        memoire.retenir((nom, LIMITES), lu)
    assert memoire.chercher(("a", LIMITES)) is lu
    memoire.retenir(("c", LIMITES), lu)
    assert [memoire.chercher((nom, LIMITES)) for nom in "abc"] == [lu, None, lu]


def test_la_memoire_compte_les_mots(lu: DocumentLu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_memoire, "MOTS_MAX", 7)
    memoire = Memoire(9)
    for nom in ("a", "a", "b"):
        memoire.retenir((nom, LIMITES), lu)
    assert [memoire.chercher((nom, LIMITES)) for nom in "ab"] == [None, lu]
    memoire.retenir(("long", LIMITES), replace(lu, pages=lu.pages * 2))
    assert [memoire.chercher((nom, LIMITES)) for nom in ("b", "long")] == [lu, None]
