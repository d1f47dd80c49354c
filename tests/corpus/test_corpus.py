"""Every PDF of the folder that ``SEGUR_CORPUS`` names: no exception, bounded, never accepted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from segur_payment.lecture.pdf import LecteurPdf, LimitesLecture

from .passage import fichiers, passer

RACINE = Path(os.environ.get("SEGUR_CORPUS") or os.devnull)
FICHIERS = fichiers(RACINE)
LIMITES = LimitesLecture()
MARGE = 10.0
"""Seconds for a laden machine to start and to end a reading process."""

pytestmark = pytest.mark.skipif(
    "SEGUR_CORPUS" not in os.environ, reason="SEGUR_CORPUS names no folder of PDFs"
)


@pytest.fixture(scope="module")
def lecteur() -> Iterator[LecteurPdf]:
    with LecteurPdf(LIMITES) as lecteur:
        yield lecteur


def test_le_dossier_nomme_contient_des_pdf() -> None:
    assert FICHIERS


@pytest.mark.parametrize("chemin", FICHIERS, ids=lambda c: str(c.relative_to(RACINE)))
def test_un_pdf_public_ne_casse_rien_et_n_est_jamais_accepte(
    lecteur: LecteurPdf, chemin: Path
) -> None:
    releve = passer(chemin, lecteur, LIMITES)
    assert releve.fautes == []
    assert releve.lecture <= LIMITES.delai + MARGE
    assert (releve.memoire or 0) <= LIMITES.memoire
