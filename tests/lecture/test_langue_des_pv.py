"""What a PV states, in the words of many hands: each defect beside its harmless neighbour."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from segur_payment.dossier import TypePiece
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import pv
from segur_payment.lecture.extraction.perimetre_mots import MOTIFS
from segur_payment.lecture.extraction.portee import mentions
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.pdf.modele import Boite, DocumentLu, Mot, PageLue

_PHRASES = Path(__file__).with_name("phrases_de_pv.txt").read_text(encoding="utf-8")


def phrases(section: str) -> list[tuple[str, str]]:
    """The wordings of one section, each after what it states."""
    corps = _PHRASES.split(f"[{section}]\n")[1].split("\n\n")[0]
    paires = (ligne.split(maxsplit=1) for ligne in corps.splitlines())
    return [(dit, texte.translate({ord("⏎"): "\n", ord("⤓"): "\f"})) for dit, texte in paires]


def document(texte: str) -> Document:
    """A page per form feed, a row per line, a cell per « | », a paragraph per blank line."""
    pages = tuple(_page(n, page) for n, page in enumerate(texte.split("\f"), start=1))
    lu = DocumentLu("0" * 64, 1, len(pages), pages, structure_lue=True)
    return Document.de("pv.pdf", lu)


def _page(numero: int, texte: str) -> PageLue:
    mots: list[Mot] = []
    for rang, ligne in enumerate(texte.split("\n")):
        for colonne, cellule in enumerate(ligne.split(" | ")):
            x, y = 60.0 + 190 * colonne, 60.0 + 13 * rang
            for mot in cellule.split():
                mots.append(Mot(mot, Boite(x, y, x + 5 * len(mot), y + 10.5), True, False))
                x += 5 * len(mot) + 3
    return PageLue(numero, 595, 842, tuple(mots))


def lire(texte: str, piece: TypePiece = TypePiece.PV_MES) -> Recolte:
    recolte = Recolte()
    pv.lire(document(f"Procès-verbal\n\n{texte}\n\nFait à Nantes, le 5 juin 2025"), piece, recolte)
    return recolte


@pytest.mark.parametrize(("dit", "texte"), phrases("perimetre"))
def test_le_perimetre_du_pv(dit: str, texte: str) -> None:
    assert lire(texte).valeurs.get("perimetre", "rien") == dit


@pytest.mark.parametrize(
    "texte",
    [
        "Périmètre : ☒ complet ☒ partiel",
        "Périmètre complet\n\nPérimètre partiel",
        "Périmètre : complet\n\nLe périmètre partiel du lot 1 a donné satisfaction.",
    ],
)
def test_un_perimetre_contradictoire_est_un_doute(texte: str) -> None:
    lu = lire(texte)
    assert "perimetre" in lu.incertitudes
    assert "perimetre" not in lu.valeurs


@pytest.mark.parametrize(("dit", "texte"), phrases("reserves"))
def test_les_reserves_du_pv(dit: str, texte: str) -> None:
    assert ("reserves" in lire(texte).valeurs) is (dit == "ecrite")


@pytest.mark.parametrize(("dit", "texte"), phrases("resultat"))
def test_le_resultat_du_pv_de_vsr(dit: str, texte: str) -> None:
    assert lire(texte, TypePiece.PV_VSR).valeurs.get("resultat", "rien") == dit


@pytest.mark.parametrize(("dite", "texte"), phrases("date_mes"))
def test_la_date_du_pv_de_mise_en_service(dite: str, texte: str) -> None:
    assert str(lire(texte).valeurs.get("date_constat", "rien")) == dite


@pytest.mark.parametrize(("dite", "texte"), phrases("date_vsr"))
def test_la_date_du_pv_de_vsr(dite: str, texte: str) -> None:
    assert str(lire(texte, TypePiece.PV_VSR).valeurs.get("date_constat", "rien")) == dite


@pytest.mark.parametrize(
    "motif",
    [
        "périmètre de la mise en service ne pas sans ",
        "mise en service en cas de réserve le 3 juin 2025 ",
        "toutes les interfaces la vsr est ni ",
        "seule la remontée ☐ ",
        "Réserves : ",
    ],
)
def test_un_texte_hostile_coute_en_proportion_de_sa_longueur(motif: str) -> None:
    court, long = (_appels(motif * (taille // len(motif))) for taille in (10_000, 40_000))
    assert long < 5 * court


def test_une_mention_ne_regarde_qu_autour_d_elle() -> None:
    (vue, _) = document("périmètre complet, mise en service et interfaces " * 4_000).vues
    regardees = [m for motif in MOTIFS for m in mentions(vue, motif)]
    assert regardees
    assert all(len(m.avant) <= 220 and len(m.apres) <= 160 for m in regardees)


def _appels(texte: str) -> int:
    """How many Python calls the facts of a PV take, its pages being already laid out."""
    lu = document(texte)
    assert lu.flux.phrases
    assert lu.lignes.phrases
    appels = 0

    def compter(*_: object) -> None:
        nonlocal appels
        appels += 1

    sys.setprofile(compter)
    try:
        pv.lire(lu, TypePiece.PV_VSR, Recolte())
    finally:
        sys.setprofile(None)
    return appels


@pytest.mark.parametrize(
    ("texte", "lue"),
    [
        ("La bascule en production s’est achevée le 4 novembre 2025.", dt.date(2025, 11, 4)),
        (
            "L’an deux mille vingt-six, le onze février, les soussignés ont constaté la mise en "
            "service de la solution.",
            dt.date(2026, 2, 11),
        ),
        ("Le 5 mai 2025, les parties constatent la mise en service.", dt.date(2025, 5, 5)),
        (
            "Réunies le 3 mars 2025 et le 5 mai 2025, les parties constatent la mise en service.",
            None,
        ),
        ("Réunion du 3 mars 2025. Les parties constatent la mise en service.", None),
    ],
)
def test_la_date_de_la_mise_en_service(texte: str, lue: dt.date | None) -> None:
    assert lire(texte).valeurs.get("date_constat") == lue
