"""A PV that nobody signed, with an empty block for each party."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest
from fpdf import FPDF

from segur_payment.testing.pki import Scenario, signer

_LIGNES = (
    "Éditeur : Logiciel Exemple SAS",
    "SIREN : 732 829 320",
    "Solution logicielle : Agenda Exemple",
    "Version : 3.2",
    "Date de mise en service : 24 février 2025",
    "Périmètre : périmètre complet",
    "La mise en service de la solution Agenda Exemple est prononcée pour le périmètre complet.",
)


@pytest.fixture(scope="session")
def pv_vierge() -> bytes:
    return pv_sans_signature()


@pytest.fixture(scope="session")
def signe(pv_vierge: bytes) -> Callable[[Scenario], bytes]:
    """That PV, signed as a scenario says; each scenario is made once."""
    return cache(lambda scenario: signer(scenario, pv_vierge))


def pv_sans_signature() -> bytes:
    """PV de mise en service, complete but for its two signatures."""
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", "B", 15)
    document.cell(0, 12, "Procès-verbal de mise en service", align="C")
    document.ln(16)
    document.set_font("Helvetica", size=11)
    for ligne in _LIGNES:
        document.multi_cell(0, 8, ligne, new_x="LMARGIN", new_y="NEXT")
    document.ln(10)
    bas = document.get_y()
    for x, (qui, nom, qualite) in (
        (20, ("Pour l'ANS", "Jeanne Martin", "directrice de projet")),
        (115, ("Pour l'éditeur", "Paul Durand", "président")),
    ):
        document.set_xy(x, bas)
        document.cell(0, 6, qui)
        document.set_xy(x, bas + 6)
        document.cell(0, 6, nom)
        document.set_xy(x, bas + 12)
        document.cell(0, 6, qualite)
    document.set_creation_date(dt.datetime(2025, 2, 28, tzinfo=dt.UTC))
    return bytes(document.output())
