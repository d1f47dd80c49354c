"""Folders of PDFs of the kit: they read back without a defect, in any dress; defects show."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from segur_payment import Dossier, Phase, lire_dossier, verifier
from segur_payment.lecture.pdf import lire_pdf
from segur_payment.testing import (
    DROITE,
    SOIGNEE,
    DossierPdf,
    ErreurKit,
    Pathologie,
    Style,
    Typographie,
    avec_defaut,
    codes_attendus,
    codes_de,
    ecrire_en_pdf,
    en_pdf,
    fabriquer_avance,
    fabriquer_solde,
    incompatibles,
)

TOUTES = Typographie.APOSTROPHES | Typographie.FINES | Typographie.LIGATURES
TYPOGRAPHIES = (SOIGNEE, DROITE, *Typographie, TOUTES | Typographie.CESURES | Typographie.NFD)
COMPLET = bool(os.environ.get("SEGUR_KIT_COMPLET"))
"""The longer suite: every pair of defects on folders of PDFs, every style of every defect."""


@cache
def _bon(phase: Phase, graine: int = 0) -> Dossier:
    if phase is Phase.AVANCE:
        return fabriquer_avance(graine=graine)
    return fabriquer_solde(graine=graine)


def _ecrire(phase: Phase, racine: Path, style: Style = Style.SIMPLE) -> DossierPdf:
    return ecrire_en_pdf(_bon(phase), racine / phase, style=style)


def _verifier(dossier: DossierPdf, *codes: str) -> None:
    verdict = verifier(lire_dossier(dossier, ocr=False))
    assert verdict.codes == codes
    assert [c.code for c in verdict.constats if c.indecis] == []


@pytest.mark.parametrize("typographie", TYPOGRAPHIES, ids=str)
@pytest.mark.parametrize(
    ("phase", "style"), [(p, s) for p in Phase for s in Style], ids=lambda valeur: str(valeur)
)
def test_un_dossier_se_relit_sans_defaut_dans_tout_habit(
    phase: Phase, style: Style, typographie: Typographie, tmp_path: Path
) -> None:
    dossier = ecrire_en_pdf(_bon(phase), tmp_path / "d", style=style, typographie=typographie)
    _verifier(dossier)


@pytest.mark.parametrize("graine", [3, 11, 42])
@pytest.mark.parametrize("phase", Phase)
def test_un_autre_editeur_se_relit_aussi(phase: Phase, graine: int, tmp_path: Path) -> None:
    _verifier(ecrire_en_pdf(_bon(phase, graine), tmp_path / "d"))


SEULS = [(phase, code) for phase in Phase for code in codes_de(phase)]


SIGNATURES = ("SAS-MES-04", "SAS-MES-05", "SAS-VSR-04", "SAS-VSR-05")


def _cas() -> Iterator[object]:
    """Every defect in a plain letter; in every style those of signatures, or all on demand."""
    for phase, code in SEULS:
        for style in Style:
            if COMPLET or style is Style.SIMPLE or code in SIGNATURES:
                yield pytest.param(phase, code, style)


@pytest.mark.parametrize(("phase", "code", "style"), list(_cas()))
def test_un_defaut_se_voit_dans_les_pdf(
    phase: Phase, code: str, style: Style, tmp_path: Path
) -> None:
    dossier = avec_defaut(_ecrire(phase, tmp_path, style), code)
    _verifier(dossier, *codes_attendus(phase, code))


def _paires() -> list[tuple[Phase, str, str]]:
    toutes = [
        (phase, *paire)
        for phase in Phase
        for paire in combinations(codes_de(phase), 2)
        if not incompatibles(*paire)
    ]
    return toutes if COMPLET else Random(5).sample(toutes, 30)


@pytest.mark.parametrize(("phase", "un", "autre"), _paires())
def test_deux_defauts_se_voient_dans_les_pdf(
    phase: Phase, un: str, autre: str, tmp_path: Path
) -> None:
    dossier = avec_defaut(avec_defaut(_ecrire(phase, tmp_path), un), autre)
    _verifier(dossier, *codes_attendus(phase, un, autre))


def test_le_meme_dossier_donne_les_memes_octets(tmp_path: Path) -> None:
    un, autre = (_ecrire(Phase.AVANCE, tmp_path / nom) for nom in "ab")
    assert un.octets() == autre.octets()
    assert {p.name: p.read_bytes() for p in un.chemin.iterdir()} == autre.octets()


def test_un_defaut_laisse_le_premier_dossier_sur_le_disque(dossier_avance_pdf: DossierPdf) -> None:
    avant = dossier_avance_pdf.octets()
    partiel = avec_defaut(dossier_avance_pdf, "SAS-MES-02")
    assert partiel.chemin.name == "avance-sas-mes-02"
    assert {p.name: p.read_bytes() for p in dossier_avance_pdf.chemin.iterdir()} == avant
    assert list(partiel.pdfs) == list(dossier_avance_pdf.pdfs)


def test_la_fixture_de_solde_est_acceptee(dossier_solde_pdf: DossierPdf) -> None:
    _verifier(dossier_solde_pdf)


def test_chaque_piece_a_son_style(tmp_path: Path) -> None:
    styles = {"formulaire": Style.FORMULAIRE, "pv": Style.ENTETE}
    dossier = ecrire_en_pdf(_bon(Phase.AVANCE), tmp_path / "d", style=styles)
    _verifier(dossier)
    formulaire = lire_pdf(dossier.pdfs["formulaire"].read_bytes())
    assert {champ.valeur for champ in formulaire.champs} >= {"30 000,00", "BQEXFRPP"}


CODES_DES_PATHOLOGIES = {
    Pathologie.SCAN: (),
    Pathologie.VERROUILLE: ("SAS-FIC-01",),
    Pathologie.TRONQUE: ("SAS-FIC-01",),
    Pathologie.TEXTE_CACHE: ("SAS-FIC-04",),
    Pathologie.JAVASCRIPT: ("SAS-FIC-03",),
    Pathologie.SIGNE: (),
    Pathologie.SIGNE_PUIS_MODIFIE: ("SAS-FIC-05",),
}


@pytest.mark.parametrize("pathologie", Pathologie)
def test_une_pathologie_se_voit(pathologie: Pathologie, tmp_path: Path) -> None:
    bon = _bon(Phase.AVANCE)
    dossier = ecrire_en_pdf(bon, tmp_path / "d", pathologies={"justificatif": pathologie})
    verdict = verifier(lire_dossier(dossier, ocr=False))
    assert verdict.codes == CODES_DES_PATHOLOGIES[pathologie]
    illisible = pathologie in (Pathologie.SCAN, Pathologie.VERROUILLE, Pathologie.TRONQUE)
    assert any(c.indecis for c in verdict.constats) is illisible


def test_une_pathologie_demande_une_piece_qui_existe(tmp_path: Path) -> None:
    with pytest.raises(ErreurKit, match="Pas de pièce « support » parmi formulaire, pv"):
        ecrire_en_pdf(_bon(Phase.AVANCE), tmp_path / "d", pathologies={"support": Pathologie.SCAN})


MARQUES = {
    Typographie.NFD: "e\N{COMBINING ACUTE ACCENT}",
    Typographie.FINES: "\N{NARROW NO-BREAK SPACE}",
    Typographie.INSECABLES: "\N{NO-BREAK SPACE}",
    Typographie.LIGATURES: "\N{LATIN SMALL LIGATURE FI}",
    Typographie.CESURES: "-\n",
    Typographie.APOSTROPHES: "’",
}


@pytest.mark.parametrize("typographie", MARQUES)
def test_la_couche_de_texte_a_la_typographie_demandee(
    typographie: Typographie,
) -> None:
    declaration = fabriquer_avance().declaration
    assert declaration
    textes = [_texte_brut(en_pdf(declaration, Style.ENTETE, t)) for t in (DROITE, typographie)]
    assert [MARQUES[typographie] in texte for texte in textes] == [False, True]


def _texte_brut(pdf: bytes) -> str:
    import io

    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
