"""Signature blocks of a second column, contents pages, names that look like persons."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from segur_payment.dossier import Formulaire, JustificatifTransmission, Partie, PvMiseEnService
from segur_payment.lecture import lire_pieces
from segur_payment.testing.pdf.paraphe import TRAITS

from .papiers import CLAUSE, IDENTITE, Fiche, Titre, papier

LARGEUR, HAUTEUR = 420.0, 595.0
TEXTE = (
    "Éditeur : Lisière Logiciels SAS",
    "SIREN : 903 127 454",
    "Solution : Agenda Lisière, version 4.2",
    "Date de mise en service : 3 juin 2025",
    "Les parties constatent que la solution",
    "est en service et que la mise en service",
    "porte sur le périmètre complet.",
)
ANS = ("Pour l’ANS", "Claire Vasseur", "Directrice de programme", "le 05/06/2025")
EDITEUR = ("Pour l’éditeur", "Mathilde Cornevin", "Présidente", "le 06/06/2025")


def _signer(toile: Canvas, x: float, y: float) -> None:
    """The strokes of a hand, 70 points wide and 25 high."""
    trace = toile.beginPath()
    for (x0, y0), courbes in TRAITS:
        trace.moveTo(x + 70 * x0, y + 25 * y0)
        for points in courbes:
            trace.curveTo(*(v for px, py in points for v in (x + 70 * px, y + 25 * py)))
    toile.drawPath(trace)


def _pv(*signes: Partie) -> PvMiseEnService:
    """A small page; both blocks stand in its second column, one under the other."""
    tampon = io.BytesIO()
    toile = Canvas(tampon, pagesize=(LARGEUR, HAUTEUR), invariant=1)
    toile.setFont("Helvetica", 11)
    toile.drawString(40, 545, "Procès-verbal de mise en service")
    toile.setFont("Helvetica", 8)
    for rang, ligne in enumerate(TEXTE):
        toile.drawString(40, 520 - 11 * rang, ligne)
    for haut, lignes, partie in ((545, ANS, Partie.ANS), (462, EDITEUR, Partie.EDITEUR)):
        for rang, ligne in enumerate(lignes):
            toile.drawString(225, haut - 10 * rang, ligne)
        if partie in signes:
            _signer(toile, 230, haut - 60)
    toile.save()
    (piece,) = lire_pieces({"pv.pdf": tampon.getvalue()}).pieces
    assert isinstance(piece, PvMiseEnService)
    return piece


@pytest.mark.parametrize("signes", [(), (Partie.ANS,), (Partie.EDITEUR,), tuple(Partie)])
def test_deux_blocs_dans_la_seconde_colonne_d_une_petite_page(signes: tuple[Partie, ...]) -> None:
    lu = _pv(*signes)
    assert {s.partie for s in lu.signatures} == set(signes)
    noms = {s.signataire for s in lu.signatures} | {b.nom for b in lu.blocs_vides}
    assert noms == {"Claire Vasseur", "Mathilde Cornevin"}


ARTICLE = "Transmission d’une partie des données des effecteurs à la plateforme numérique SAS"
SOMMAIRE = Fiche(
    (("Article 1 – Objet", "2"), ("Article 2 – Accès", "2"), ("Article 3 – Prix", "5"))
)


def _clause(*elements: str | Fiche) -> str | None:
    titre = Titre("Conditions générales d’utilisation")
    (piece,) = lire_pieces({"cgu.pdf": papier(titre, Fiche(IDENTITE), *elements)}).pieces
    assert isinstance(piece, JustificatifTransmission)
    return piece.clause


def test_le_sommaire_ne_vaut_pas_la_clause() -> None:
    entree = f"Article 4 – {ARTICLE} ........ 7"
    assert _clause("Sommaire", SOMMAIRE, entree, "Article 1. Le service est ouvert.") is None


def test_la_clause_se_lit_sous_le_sommaire() -> None:
    assert _clause("Sommaire", SOMMAIRE, "Article 1. Le service est ouvert.", CLAUSE) is not None


def test_un_tableau_de_nombres_n_est_pas_un_sommaire() -> None:
    assert _clause(Fiche((("Comptes", "3"), ("Agendas", "9"), ("Postes", "9"))), CLAUSE) is not None


def test_le_nom_de_la_solution_n_est_pas_celui_du_signataire() -> None:
    octets = papier(
        Titre("Formulaire de demande d’avance"),
        Fiche((("Nom", "Agenda Lisière"), ("Solution logicielle", "Agenda Lisière"))),
        "Fait à Nantes, le 12/06/2025",
        "Mathilde Cornevin, présidente",
        "Signé électroniquement le 12/06/2025",
    )
    (piece,) = lire_pieces({"f.pdf": octets}).pieces
    assert isinstance(piece, Formulaire)
    assert [s.signataire for s in piece.signatures] == ["Mathilde Cornevin"]
