"""Hypothesis strategies: dossiers without a defect, with chosen defects, or anyhow.

::

    from hypothesis import given
    from segur_payment.testing import strategies as sst


    @given(sst.dossiers_avec_defauts())
    def test_aucun_defaut_ne_passe(cas):
        dossier, codes = cas
        assert set(mon_back_office(dossier)) >= set(codes)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hypothesis import strategies as st

from segur_payment.dossier import Dossier, DossierAvance, DossierSolde, Phase
from segur_payment.testing.defauts.application import avec_defaut
from segur_payment.testing.defauts.catalogue import codes_attendus, codes_de, incompatibles
from segur_payment.testing.dossiers import fabriquer_avance, fabriquer_solde
from segur_payment.testing.quelconque import modeles

_DEPOTS = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))


def dossiers_avance() -> st.SearchStrategy[DossierAvance]:
    """Dossiers of avance that the ASP can accept: any fictitious éditeur, any day of deposit."""
    return st.builds(lambda g, j: fabriquer_avance(graine=g, date_depot=j), _graines(), _DEPOTS)


def dossiers_solde() -> st.SearchStrategy[DossierSolde]:
    """Dossiers of solde that the ASP can accept: any fictitious éditeur, any day of deposit."""
    return st.builds(lambda g, j: fabriquer_solde(graine=g, date_depot=j), _graines(), _DEPOTS)


def dossiers(phase: Phase | str | None = None) -> st.SearchStrategy[Dossier]:
    """Dossiers that the ASP can accept, of one phase or of both."""
    par_phase = {Phase.AVANCE: dossiers_avance(), Phase.SOLDE: dossiers_solde()}
    return st.one_of(*([par_phase[Phase(phase)]] if phase else par_phase.values()))


def codes(phase: Phase | str, *, maximum: int = 5) -> st.SearchStrategy[tuple[str, ...]]:
    """Codes of defects that one dossier of ``phase`` can have together, at most ``maximum``."""
    choix = st.lists(st.sampled_from(codes_de(phase)), min_size=1, max_size=maximum, unique=True)
    return choix.map(_compatibles)


@st.composite
def dossiers_avec_defauts(
    draw: st.DrawFn, phase: Phase | str | None = None, *, maximum: int = 5
) -> tuple[Dossier, tuple[str, ...]]:
    """A dossier with one to ``maximum`` defects, and the codes that fire, dependants included."""
    dossier = draw(dossiers(phase))
    choisis = draw(codes(dossier.phase, maximum=maximum))
    return avec_defaut(dossier, *choisis), codes_attendus(dossier.phase, *choisis)


def dossiers_quelconques(phase: Phase | str) -> st.SearchStrategy[Dossier]:
    """Any dossier that the models take, likely or not: what nobody would think of."""
    return modeles(DossierAvance if Phase(phase) is Phase.AVANCE else DossierSolde)


def _graines() -> st.SearchStrategy[int]:
    return st.integers(min_value=0, max_value=1_000_000)


def _compatibles(choisis: Sequence[str]) -> tuple[str, ...]:
    """Those that can stand with all the ones before them."""
    gardes: list[str] = []
    for code in choisis:
        if not incompatibles(*gardes, code):
            gardes.append(code)
    return tuple(gardes)
