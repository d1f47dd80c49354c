"""What was written several times stands once."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest
from fabrique import bon_avance

import segur_payment
from segur_payment import TypePiece, verifier
from segur_payment.cli import main


def test_la_version_est_la_meme_partout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for installee in (True, False):
        if not installee:
            monkeypatch.setattr("segur_payment.version.version", _absente)
        assert verifier(bon_avance()).entete.version == segur_payment.__version__
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"segur-payment {segur_payment.__version__}\n"
    assert segur_payment.__version__ == "non installée"


def _absente(nom: str) -> str:
    raise PackageNotFoundError(nom)


def test_le_rang_d_une_piece_est_celui_de_la_faq() -> None:
    assert sorted(TypePiece, key=lambda p: p.rang) == list(TypePiece)
