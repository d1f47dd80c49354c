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
from regles.vues import FONDS, AnyDossier, prouve
from segur_payment.regles.catalogue import PAR_CODE, regles_de
from segur_payment.regles.socle import Conclusion

MOTS = Path(__file__).with_name("mots.txt")


def _situations() -> Iterator[tuple[str, str, AnyDossier]]:
    """Code, words and dossier of every case, then every rule on what surrounds the cases."""
    yield from ((cas.code, str(cas), cas.dossier) for cas in CAS)
    for nom, dossier in FONDS.items():
        for regle in regles_de(dossier.phase):
            yield regle.code, f"{regle.code} {nom}", dossier


def _mots(code: str, dossier: AnyDossier) -> str:
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
    blocs = (f"{nom}\n{_mots(code, dossier)}" for code, nom, dossier in _situations())
    MOTS.write_text("\n\n".join(blocs) + "\n", encoding="utf-8")


@pytest.mark.parametrize("code", PAR_CODE)
def test_les_mots_de_chaque_regle(code: str) -> None:
    mots = {nom: _mots(c, dossier) for c, nom, dossier in _situations() if c == code}
    attendus = {nom: mots for nom, mots in _attendus().items() if nom.startswith(f"{code} ")}
    assert mots == attendus
