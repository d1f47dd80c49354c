"""What each rule does when a field could not be settled: all of ``doutes.txt``, rule by rule.

``SEGUR_MOTS=1 pytest tests/regles/test_doutes.py`` writes the file again; read its difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from regles.vues import champs, sur_chaque_piece
from segur_payment.dossier import Dossier, Phase, Piece
from segur_payment.regles.catalogue import PAR_CODE
from segur_payment.regles.conclusion import Resultat
from segur_payment.regles.socle import Regle
from segur_payment.testing import avec_defaut, fabriquer_avance, fabriquer_solde

DOUTES = Path(__file__).with_name("doutes.txt")
BONS: dict[Phase, Dossier] = {
    Phase.AVANCE: fabriquer_avance(),
    Phase.SOLDE: fabriquer_solde(),
}


def _lignes(regle: Regle) -> Iterator[str]:
    """For a good dossier and one with the defect: the fields whose doubt leaves the rule open."""
    for phase in regle.phases:
        for nom, dossier in (
            ("bon dossier", BONS[phase]),
            ("avec le défaut", avec_defaut(BONS[phase], regle.code)),
        ):
            ouverts = sorted(set(_ouverts(regle, dossier)))
            yield f"{regle.code} {phase}, {nom} : {', '.join(ouverts) or 'aucun'}"


def _ouverts(regle: Regle, dossier: Dossier) -> Iterator[str]:
    pieces = (*dossier.pieces, *dossier.autres_pieces)
    for vise in pieces:
        for champ in (*champs(vise), "*"):

            def douter(piece: Piece, vise: Piece = vise, champ: str = champ) -> Piece:
                if piece is not vise:
                    return piece
                doute: dict[str, object] = (
                    {"illisible": "page 2."} if champ == "*" else {"incertitudes": {champ: "flou."}}
                )
                return piece.model_copy(update=doute)

            conclusions = regle(sur_chaque_piece(dossier, douter))
            if any(c.resultat is Resultat.NON_VERIFIABLE for c in conclusions):
                yield f"{vise.type}.{champ}"


@cache
def _attendus() -> list[str]:
    return DOUTES.read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif("SEGUR_MOTS" not in os.environ, reason="réécrit doutes.txt sur demande")
def test_reecrire() -> None:
    lignes = [ligne for regle in PAR_CODE.values() for ligne in _lignes(regle)]
    DOUTES.write_text("\n".join(lignes) + "\n", encoding="utf-8")


@pytest.mark.parametrize("code", PAR_CODE)
def test_ce_qui_laisse_une_regle_ouverte(code: str) -> None:
    attendues = [ligne for ligne in _attendus() if ligne.startswith(f"{code} ")]
    assert list(_lignes(PAR_CODE[code])) == attendues
