"""No name of a signer goes to a log or to a stream, whatever the verifier has to say of it."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from segur_payment.testing.pki import Scenario

from .tableau import dossier_avec, verificateur_de_test


@pytest.mark.parametrize(
    "scenario", [Scenario.EXPIRE, Scenario.INCONNU, Scenario.AUTOSIGNE, Scenario.ALTERE]
)
def test_un_certificat_refuse_ne_laisse_aucun_nom_dans_les_journaux(
    scenario: Scenario,
    signe: Callable[[Scenario], bytes],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    octets = signe(scenario)
    caplog.clear()
    caplog.set_level(logging.DEBUG)
    dossier_avec(octets, verificateur_de_test())
    sorti, erreurs = capfd.readouterr()
    assert "Durand" not in caplog.text + sorti + erreurs
