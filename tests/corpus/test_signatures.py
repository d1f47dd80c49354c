"""Public signed PDFs: none is called unsigned, none that was altered is called intact."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from segur_payment.dossier import ExamenSignature
from segur_payment.lecture.pdf import LecteurPdf
from segur_payment.lecture.signatures import EchecExamenError, VerificateurPyHanko
from segur_payment.testing.pki import changer_page

from . import attendus_dss as dss
from .signatures import fichiers_signes, passer
from .signatures_brutes import signatures_brutes

RACINE = Path(os.environ.get("SEGUR_CORPUS") or os.devnull)
FICHIERS = fichiers_signes(RACINE)
VERIFICATEUR = VerificateurPyHanko()

pytestmark = pytest.mark.skipif(
    "SEGUR_CORPUS" not in os.environ, reason="SEGUR_CORPUS names no folder of PDFs"
)


@pytest.fixture(scope="module")
def lecteur() -> Iterator[LecteurPdf]:
    with LecteurPdf() as lecteur:
        yield lecteur


@pytest.mark.parametrize("chemin", FICHIERS, ids=lambda c: str(c.relative_to(RACINE)))
def test_un_fichier_signe_est_dit_signe_et_un_fichier_altere_n_est_pas_dit_intact(
    lecteur: LecteurPdf, chemin: Path
) -> None:
    assert passer(chemin, lecteur, VERIFICATEUR).fautes == []


@pytest.mark.parametrize(
    "chemin",
    [c for c in FICHIERS if c.name.split("__")[-1] in dss.TOUTES_JUSTES and "dss" in str(c)],
    ids=lambda c: c.name,
)
def test_une_signature_juste_pour_dss_n_est_pas_dite_fausse(chemin: Path) -> None:
    examens = _examens(chemin.read_bytes())
    fausses = [
        e.champ for e in examens if not e.horodatage_document and False in (e.integre, e.valide)
    ]
    assert fausses == []


@pytest.mark.parametrize("chemin", FICHIERS, ids=lambda c: str(c.relative_to(RACINE)))
def test_un_octet_change_dans_un_fichier_signe_ne_laisse_rien_d_intact(chemin: Path) -> None:
    octets = bytearray(chemin.read_bytes())
    blocs = [b.premier_bloc for b in signatures_brutes(bytes(octets))]
    if not blocs or min(blocs) < 20:
        pytest.skip("aucune signature ne couvre le début du fichier")
    octets[10 + len(octets) * 7919 % (min(blocs) - 10)] ^= 1
    assert [e.champ for e in _examens(bytes(octets)) if e.intact is True] == []


@pytest.mark.parametrize("chemin", FICHIERS, ids=lambda c: str(c.relative_to(RACINE)))
def test_une_page_changee_apres_coup_ne_laisse_rien_d_intact(chemin: Path) -> None:
    try:
        change = changer_page(chemin.read_bytes())
    except Exception as erreur:  # noqa: BLE001 - damaged files cannot be updated
        pytest.skip(f"pas de mise à jour possible : {type(erreur).__name__}")
    assert [e.champ for e in _examens(change) if e.intact is True] == []


def _examens(octets: bytes) -> Sequence[ExamenSignature]:
    try:
        return VERIFICATEUR.examiner(octets)
    except EchecExamenError:
        return ()
