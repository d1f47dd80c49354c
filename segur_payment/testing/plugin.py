"""The pytest plugin: fixtures and one option. What they need is imported when a test asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from segur_payment.dossier import DossierAvance, DossierSolde
    from segur_payment.testing.dossier_pdf import DossierPdf


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--segur-graine``."""
    parser.getgroup("segur_payment").addoption(
        "--segur-graine",
        type=int,
        default=0,
        metavar="N",
        help="graine des dossiers fictifs de segur_payment.testing (défaut : 0)",
    )


@pytest.fixture(scope="session")
def segur_graine(request: pytest.FixtureRequest) -> int:
    """The seed of the fictitious éditeur; override this fixture to choose yours."""
    graine = request.config.getoption("--segur-graine")
    assert isinstance(graine, int)
    return graine


@pytest.fixture
def dossier_avance(segur_graine: int) -> DossierAvance:
    """A dossier of avance that the ASP can accept, deposited on 1 July 2025."""
    from segur_payment.testing.dossiers import fabriquer_avance

    return fabriquer_avance(graine=segur_graine)


@pytest.fixture
def dossier_solde(segur_graine: int) -> DossierSolde:
    """A dossier of solde that the ASP can accept, deposited on 1 July 2025."""
    from segur_payment.testing.dossiers import fabriquer_solde

    return fabriquer_solde(graine=segur_graine)


@pytest.fixture
def fabrique_avance(segur_graine: int) -> Callable[..., DossierAvance]:
    """Makes dossiers of avance with your changes: ``fabrique_avance(pv__perimetre="partiel")``."""
    from segur_payment.testing.dossiers import fabriquer_avance

    return partial(fabriquer_avance, graine=segur_graine)


@pytest.fixture
def fabrique_solde(segur_graine: int) -> Callable[..., DossierSolde]:
    """Makes dossiers of solde with your changes: ``fabrique_solde({"support.canaux": ()})``."""
    from segur_payment.testing.dossiers import fabriquer_solde

    return partial(fabriquer_solde, graine=segur_graine)


@pytest.fixture
def dossier_avance_pdf(dossier_avance: DossierAvance, tmp_path: Path) -> DossierPdf:
    """The same dossier of avance as a folder of PDFs on disk; extra ``[testing]``."""
    from segur_payment.testing.dossier_pdf import ecrire_en_pdf

    return ecrire_en_pdf(dossier_avance, tmp_path / "avance")


@pytest.fixture
def dossier_solde_pdf(dossier_solde: DossierSolde, tmp_path: Path) -> DossierPdf:
    """The same dossier of solde as a folder of PDFs on disk; extra ``[testing]``."""
    from segur_payment.testing.dossier_pdf import ecrire_en_pdf

    return ecrire_en_pdf(dossier_solde, tmp_path / "solde")
