"""The catalogue is complete, documented, and says what the normative table says."""

from __future__ import annotations

import ast
import inspect
import os
import re
from pathlib import Path

import pytest

from segur_payment.dossier import Phase
from segur_payment.referentiel import SAS, Certitude
from segur_payment.regles.catalogue import PAR_CODE, REGLES, empreinte, regles_de
from segur_payment.regles.conclusion import Effet
from segur_payment.regles.socle import SECTIONS, Regle

CERTITUDES = {
    "L": Certitude.LITTERALE,
    "P": Certitude.SOURCE_PUBLIQUE,
    "C": Certitude.DEDUCTION,
}
LIGNE = re.compile(
    r"^\| (?P<code>SAS-\w+-\d+) \| (?P<nom>[\w-]+) \| .* \| (?P<effet>[^|]+) \| (?P<fond>[LPC])\b"
    r"[^|]*\| [^|]+ \|$",
    re.MULTILINE,
)


def _texte(nom: str) -> str:
    """A text of the folder ``SEGUR_TEXTES``, not of this repository (``docs/suites.md``)."""
    dossier = os.environ.get("SEGUR_TEXTES")
    if dossier is None:
        pytest.skip("SEGUR_TEXTES n’est pas défini")
    return (Path(dossier) / nom).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def table() -> dict[str, re.Match[str]]:
    return {ligne["code"]: ligne for ligne in LIGNE.finditer(_texte("regles.md"))}


def test_les_codes_et_les_noms_sont_uniques() -> None:
    assert len(REGLES) == len(PAR_CODE) == len({r.nom for r in REGLES}) == 56


def test_les_codes_sont_ceux_de_la_table(table: dict[str, re.Match[str]]) -> None:
    assert {r.code: r.nom for r in REGLES} == {code: m["nom"] for code, m in table.items()}


@pytest.mark.parametrize("regle", REGLES, ids=lambda r: r.code)
def test_effet_et_fondement_de_la_table(regle: Regle, table: dict[str, re.Match[str]]) -> None:
    ligne = table[regle.code]
    premier = re.match(r"\**(\w+)", ligne["effet"])
    assert premier
    assert regle.effet == premier[1]
    assert regle.effet_source == ligne["effet"].startswith("**")
    for phase in regle.phases:
        assert regle.fondement(phase).certitude is CERTITUDES[ligne["fond"]]


@pytest.mark.parametrize("regle", REGLES, ids=lambda r: r.code)
def test_chaque_regle_est_documentee(regle: Regle) -> None:
    assert set(regle.sections) == {"titre", *SECTIONS}
    assert all(regle.sections.values())
    assert "'" not in "".join(regle.sections.values())
    assert regle.titre.endswith(".")
    assert regle.remede.endswith(".")
    for phase in regle.phases:
        assert regle.fondement(phase).source in SAS.sources


def test_une_famille_d_une_seule_phase_ne_juge_qu_elle() -> None:
    par_famille = {code[:7]: PAR_CODE[code].phases for code in PAR_CODE}
    assert par_famille["SAS-MES"] == par_famille["SAS-DSH"] == (Phase.AVANCE,)
    assert par_famille["SAS-VSR"] == par_famille["SAS-SUP"] == (Phase.SOLDE,)
    assert PAR_CODE["SAS-SEQ-02"].phases == (Phase.SOLDE,)
    jugees = {regle.code for phase in Phase for regle in regles_de(phase)}
    assert jugees == set(PAR_CODE)


def test_chaque_exigence_sert() -> None:
    utiles = {r.exigence.format(phase=phase) for r in REGLES for phase in r.phases}
    valeurs = (*SAS.forfait, *SAS.avance, *SAS.solde, *SAS.delai_vsr_jours)
    assert utiles | {v.exigence for v in valeurs} == set(SAS.exigences)


@pytest.mark.parametrize("cle", SAS.exigences)
def test_les_ancres_sont_dans_la_source(cle: str) -> None:
    exigence = SAS.exigences[cle]
    fichier = SAS.sources[exigence.source].fichier
    if fichier is None:
        assert exigence.certitude is Certitude.DEDUCTION
        assert not exigence.ancres
        return
    texte = _texte(fichier)
    assert exigence.ancres
    assert [ancre for ancre in exigence.ancres if ancre not in texte] == []


@pytest.mark.parametrize("regle", REGLES, ids=lambda r: r.code)
def test_une_regle_reste_courte(regle: Regle) -> None:
    (fonction,) = ast.parse(inspect.getsource(regle.fonction)).body
    assert isinstance(fonction, ast.FunctionDef)
    _, *corps = fonction.body
    assert (corps[-1].end_lineno or 0) - corps[0].lineno < 20


def test_l_empreinte_change_avec_le_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    avant = empreinte()
    assert avant == empreinte()
    monkeypatch.setattr("segur_payment.regles.catalogue.REGLES", REGLES[1:])
    assert empreinte() != avant


def test_l_effet_le_plus_grave_vient_d_abord() -> None:
    assert list(Effet) == [Effet.REJET, Effet.MODIFIER, Effet.COMPLETER, Effet.AVERTISSEMENT]
