"""Folders of PDFs, as they come by mail."""

from pathlib import Path

import pytest
from back_office import recevoir

from segur_payment.testing import (
    DossierPdf,
    Pathologie,
    Style,
    assert_codes,
    assert_decision,
    avec_defaut,
    ecrire_en_pdf,
    fabriquer_avance,
)


def test_un_bon_dossier_recu_part_a_l_asp(dossier_solde_pdf: DossierPdf) -> None:
    assert recevoir(dossier_solde_pdf).file == "à envoyer à l’ASP"


def test_un_defaut_ecrit_dans_un_pdf_se_retrouve(dossier_avance_pdf: DossierPdf) -> None:
    fiche = recevoir(avec_defaut(dossier_avance_pdf, "SAS-DSH-06"))
    assert_codes(fiche.verdict, "SAS-DSH-06")


@pytest.mark.parametrize("style", Style)
def test_le_style_ne_change_rien(style: Style, tmp_path: Path) -> None:
    dossier = ecrire_en_pdf(fabriquer_avance(graine=5), tmp_path / "avance", style=style)
    assert_decision(recevoir(dossier).verdict, "accepter")


def test_un_fichier_tronque_se_reclame(tmp_path: Path) -> None:
    dossier = ecrire_en_pdf(
        fabriquer_avance(), tmp_path / "avance", pathologies={"pv": Pathologie.TRONQUE}
    )
    fiche = recevoir(dossier)
    assert fiche.verdict.codes == ("SAS-FIC-01",)
    assert fiche.file == "à compléter"
