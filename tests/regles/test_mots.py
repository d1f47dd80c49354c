"""Every sentence that a rule says, as it is read: a change of one word shows in ``mots.txt``.

``SEGUR_MOTS=1 pytest tests/regles/test_mots.py`` writes the file again; read its difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from regles.test_cas import CAS
from regles.vues import BONS, FONDS, prouve
from segur_payment.dossier import Dossier
from segur_payment.regles.catalogue import PAR_CODE
from segur_payment.regles.conclusion import Conclusion

MOTS = Path(__file__).with_name("mots.txt")


def _situations(code: str) -> Iterator[tuple[str, str]]:
    """Name and words of every case, then of what surrounds them where the rule speaks otherwise."""
    for cas in CAS:
        if cas.code == code:
            yield str(cas), _mots(code, cas.dossier)
    for phase in PAR_CODE[code].phases:
        bon = _mots(code, BONS[phase])
        yield f"{code} bon dossier, {phase}", bon
        for nom, dossier in FONDS.items():
            if dossier.phase is phase and (mots := _mots(code, dossier)) != bon:
                yield f"{code} {nom}", mots


def _mots(code: str, dossier: Dossier) -> str:
    return "\n".join(sorted(map(_dire, PAR_CODE[code](prouve(dossier)))))


def _dire(conclusion: Conclusion) -> str:
    return " | ".join(_parties(conclusion))


def _parties(conclusion: Conclusion) -> Iterator[str]:
    yield f"{conclusion.resultat} : {conclusion.message}"
    if conclusion.piece:
        yield f"pièce : {conclusion.piece}"
    if conclusion.effet:
        yield f"effet : {conclusion.effet}"
    if conclusion.attendu is not None:
        yield f"attendu : {conclusion.attendu}"
    if conclusion.trouve is not None:
        yield f"trouvé : {conclusion.trouve}"
    if conclusion.remede is not None:
        yield f"remède : {conclusion.remede}"
    if conclusion.causes:
        yield f"causes : {', '.join(conclusion.causes)}"
    for preuve in conclusion.preuves:
        yield f"{preuve.fichier} « {preuve.extrait} »"


@cache
def _attendus() -> dict[str, str]:
    blocs = MOTS.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    return dict(bloc.split("\n", 1) for bloc in blocs)


@pytest.mark.skipif("SEGUR_MOTS" not in os.environ, reason="réécrit mots.txt sur demande")
def test_reecrire() -> None:
    blocs = (f"{nom}\n{mots}" for code in PAR_CODE for nom, mots in _situations(code))
    MOTS.write_text("\n\n".join(blocs) + "\n", encoding="utf-8")


@pytest.mark.parametrize("code", PAR_CODE)
def test_les_mots_de_chaque_regle(code: str) -> None:
    attendus = [(n, mots) for n, mots in _attendus().items() if n.startswith(f"{code} ")]
    assert list(_situations(code)) == attendus
