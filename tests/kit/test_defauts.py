"""Each named defect makes its code fire, with those that it entails, and no other; so do pairs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings

from segur_payment import Dossier, DossierAvance, Phase, Resultat, verifier
from segur_payment.regles.catalogue import PAR_CODE
from segur_payment.testing import (
    DEFAUTS,
    ErreurKit,
    avec_defaut,
    codes_attendus,
    codes_de,
    fabriquer_avance,
    fabriquer_solde,
    incompatibles,
)
from segur_payment.testing import strategies as sst

BONS: dict[Phase, Dossier] = {
    Phase.AVANCE: fabriquer_avance(),
    Phase.SOLDE: fabriquer_solde(),
}
SEULS = [(phase, code) for phase in Phase for code in codes_de(phase)]


def _verifier(dossier: Dossier, *codes: str) -> None:
    verdict = verifier(dossier)
    assert verdict.codes == codes
    assert [c.code for c in verdict.constats if c.indecis and c.code not in codes] == []


def test_chaque_regle_a_son_defaut() -> None:
    assert list(DEFAUTS) == list(PAR_CODE)
    assert all(defaut.quoi.endswith(".") for defaut in DEFAUTS.values())


@pytest.mark.parametrize(("phase", "code"), SEULS)
def test_un_defaut_seul_ne_fait_tirer_que_son_code(phase: Phase, code: str) -> None:
    _verifier(avec_defaut(BONS[phase], code), *codes_attendus(phase, code))


def _paires(phase: Phase) -> Iterator[tuple[str, str]]:
    """All pairs that can be seen together, in one order or the other by turns."""
    compatibles = (p for p in combinations(codes_de(phase), 2) if not incompatibles(*p))
    for rang, (un, autre) in enumerate(compatibles):
        yield (un, autre) if rang % 2 else (autre, un)


@pytest.mark.parametrize("phase", Phase)
def test_deux_defauts_font_tirer_l_un_et_l_autre(phase: Phase) -> None:
    for paire in _paires(phase):
        un, autre = paire
        dossier = avec_defaut(avec_defaut(BONS[phase], un), autre)
        assert verifier(dossier).codes == codes_attendus(phase, *paire), paire


PRUDENTES = {
    Phase.AVANCE: {
        ("SAS-FOR-01", "SAS-IDE-02"): "au solde, le PV serait alors seul à nommer la solution",
        **{
            (f"SAS-FIC-0{n}", "SAS-TRD-01"): "en PDF, ce fichier est celui du justificatif"
            for n in (3, 4, 5)
        },
    },
    Phase.SOLDE: {
        ("SAS-FOR-03", "SAS-SEQ-02"): "le formulaire d’avance ne parle pas d’avance versée",
        **{
            (f"SAS-FIC-0{n}", "SAS-SUP-01"): "en PDF, ce fichier est celui du support"
            for n in (3, 4, 5)
        },
    },
}


@pytest.mark.parametrize("phase", Phase)
def test_des_defauts_incompatibles_se_cachent_vraiment(phase: Phase) -> None:
    visibles = {
        paire
        for paire in combinations(codes_de(phase), 2)
        if incompatibles(*paire)
        and _se_voient(phase, *paire)
        and _se_voient(phase, *reversed(paire))
    }
    assert visibles == PRUDENTES[phase].keys()


def _se_voient(phase: Phase, un: str, autre: str) -> bool:
    try:
        dossier = avec_defaut(avec_defaut(BONS[phase], un), autre)
    except ErreurKit:
        return False
    return {un, autre} <= set(verifier(dossier).codes)


@settings(max_examples=60, deadline=None)
@given(sst.dossiers_avec_defauts())
def test_plusieurs_defauts_tirent_dans_tout_dossier(
    cas: tuple[Dossier, tuple[str, ...]],
) -> None:
    dossier, codes = cas
    _verifier(dossier, *codes)


@settings(max_examples=40, deadline=None)
@given(sst.dossiers())
def test_tout_dossier_du_kit_est_sans_defaut(dossier: Dossier) -> None:
    _verifier(dossier)


@pytest.mark.parametrize(
    ("codes", "dit"),
    [
        (("SAS-MES-99",), "Code inconnu : « SAS-MES-99 »"),
        (("SAS-VSR-02",), "SAS-VSR-02 ne juge pas un dossier de phase « avance »"),
        (("SAS-MES-01", "SAS-MES-02"), "ne se voient pas ensemble : SAS-MES-01 et SAS-MES-02"),
    ],
)
def test_un_defaut_impossible_se_dit_en_francais(codes: tuple[str, ...], dit: str) -> None:
    with pytest.raises(ErreurKit, match=dit):
        avec_defaut(fabriquer_avance(), *codes)


@pytest.mark.parametrize("code", [c for c in codes_de("avance") if c[4:7] in ("MES", "DSH", "TRD")])
def test_un_defaut_ne_se_met_pas_sur_une_piece_absente(code: str) -> None:
    vide = DossierAvance(demande=fabriquer_avance().demande)
    if code in ("SAS-MES-01", "SAS-DSH-01", "SAS-TRD-01"):
        assert avec_defaut(vide, code) == vide
        return
    with pytest.raises(ErreurKit, match=f"{code} ne peut pas être mis"):
        avec_defaut(vide, code)


@pytest.mark.parametrize("code", ["SAS-MES-06", "SAS-DSH-06", "SAS-FOR-01"])
def test_un_code_donne_deux_fois_compte_une_fois(code: str) -> None:
    bon = fabriquer_avance()
    assert avec_defaut(bon, code, code) == avec_defaut(bon, code)


def test_un_defaut_laisse_son_dossier_tel_quel() -> None:
    avec_defaut(BONS[Phase.AVANCE], *codes_de("avance")[1:2])
    assert BONS[Phase.AVANCE] == fabriquer_avance()
    assert all(c.resultat is not Resultat.EN_ERREUR for c in verifier(fabriquer_avance()).constats)
