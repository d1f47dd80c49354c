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


def _lire(*ecrits: tuple[float, float, str], signes: tuple[tuple[float, float], ...]) -> bytes:
    tampon = io.BytesIO()
    toile = Canvas(tampon, pagesize=(595, 842), invariant=1)
    toile.setFont("Helvetica", 9)
    for x, y, texte in (*((60, 780 - 20 * r, t) for r, t in enumerate((TITRE, *TEXTE))), *ecrits):
        toile.drawString(x, y, texte)
    for x, y in signes:
        _signer(toile, x, y)
    toile.save()
    return tampon.getvalue()


TITRE = "Procès-verbal de mise en service"
RANGS = (("Nom", "Claire Vasseur"), ("Qualité", "Directrice"), ("Date", "05/06/2025"))
RANGS_2 = (("Nom", "Mathilde Cornevin"), ("Qualité", "Présidente"), ("Date", ""))


@pytest.mark.parametrize("pas", [16, 29])
def test_une_cellule_fusionnee_nomme_la_partie_de_ses_rangs(pas: float) -> None:
    ecrits = [
        (x, 560 - pas * rang, texte)
        for rang, (label, valeur) in enumerate((*RANGS, ("Signature", ""), *RANGS_2))
        for x, texte in ((150, label), (250, valeur))
    ]
    partis = [(60, 560 - 1.5 * pas, "ANS"), (60, 560 - 5.5 * pas, "Éditeur")]
    fin = (150, 560 - 7 * pas, "Signature")
    octets = _lire(*ecrits, *partis, fin, signes=((250, 560 - 3.6 * pas),))
    (lu,) = lire_pieces({"pv.pdf": octets}).pieces
    assert isinstance(lu, PvMiseEnService)
    assert [(s.partie, s.signataire) for s in lu.signatures] == [(Partie.ANS, "Claire Vasseur")]
    assert [b.nom for b in lu.blocs_vides] == ["Mathilde Cornevin"]


@pytest.mark.parametrize("signes", [((60, 545), (330, 545)), ((60, 545),)])
def test_une_main_signe_au_dessus_de_son_nom(signes: tuple[tuple[float, float], ...]) -> None:
    blocs = [
        (x, 530 - 12 * rang, texte)
        for x, lignes in (
            (60, ("Mathilde Cornevin", "Présidente de Lisière Logiciels", "le 6 juin 2025")),
            (330, ("Claire Vasseur", "Directrice de programme à l’ANS", "le 5 juin 2025")),
        )
        for rang, texte in enumerate(lignes)
    ]
    (lu,) = lire_pieces({"pv.pdf": _lire(*blocs, signes=signes)}).pieces
    assert isinstance(lu, PvMiseEnService)
    assert len(lu.signatures) == len(signes)


def test_un_champ_dont_le_label_est_une_bulle_a_sa_valeur() -> None:
    tampon = io.BytesIO()
    toile = Canvas(tampon, pagesize=(595, 842), invariant=1)
    toile.drawString(60, 780, "Formulaire de demande d’avance")
    for rang, (label, valeur) in enumerate((*IDENTITE, ("BIC", "PSSTFRPPLIL"), ("IBAN", ""))):
        toile.acroForm.textfield(
            name=f"champ{rang}", tooltip=label, value=valeur, x=60, y=720 - 30 * rang, width=300,
            height=20, fontSize=10,
        )  # fmt: skip
    toile.save()
    (lu,) = lire_pieces({"f.pdf": tampon.getvalue()}).pieces
    assert isinstance(lu, Formulaire)
    assert lu.solution is not None
    assert (lu.solution.nom, lu.solution.version) == ("Agenda Lisière", "4.2")
    assert (lu.bic, lu.champs_vides) == ("PSSTFRPPLIL", ("IBAN",))
