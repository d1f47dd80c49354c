"""What attestations, clauses, contacts and signatures say: each defect beside its neighbour."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from segur_payment.dossier import EngagementCreneaux, Partie, Portee, Public
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import declaration, support, transmission
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.extraction.signataire import signature_du_signataire
from segur_payment.lecture.extraction.signatures import signatures_des_parties

from .test_langue_des_pv import document

_LARGEUR = 88
_JURE = (
    "Déclaration sur l’honneur\n\nJe soussignée Claire Roux, présidente, atteste sur l’honneur :"
)


def phrases(fichier: str, section: str) -> list[tuple[str, str]]:
    """The wordings of one section, each after what it says."""
    texte = Path(__file__).with_name(f"phrases_de_{fichier}.txt").read_text(encoding="utf-8")
    corps = texte.split(f"[{section}]\n")[1].split("\n\n")[0]
    paires = (ligne.split(maxsplit=1) for ligne in corps.splitlines())
    return [(dit, texte.replace("⏎", "\n")) for dit, texte in paires]


def page(avant: str, texte: str) -> Document:
    """The words under a heading, in lines of a page's width."""
    lignes = (textwrap.wrap(ligne, _LARGEUR) or [""] for ligne in texte.split("\n"))
    return document("\n".join([avant, "", *(bout for ligne in lignes for bout in ligne)]))


def declare(texte: str) -> Recolte:
    recolte = Recolte()
    declaration.lire(page(_JURE, texte), recolte)
    return recolte


@pytest.mark.parametrize(("dit", "texte"), phrases("declaration", "formation"))
def test_la_formation_des_regulateurs(dit: str, texte: str) -> None:
    lue = declare(texte).valeurs.get("formation")
    faite = lue is not None and lue.accomplie and Public.REGULATEURS in lue.publics
    assert faite is (dit == "faite")


@pytest.mark.parametrize(("dit", "texte"), phrases("declaration", "communication"))
def test_la_communication_aux_effecteurs(dit: str, texte: str) -> None:
    lue = declare(texte).valeurs.get("communication")
    if lue is None or not lue.accomplie:
        assert dit == "absente"
    else:
        assert dit == {Portee.ENSEMBLE: "ensemble", Portee.RESTREINTE: "restreinte"}[lue.portee]


@pytest.mark.parametrize(("dit", "texte"), phrases("declaration", "creneaux"))
def test_l_engagement_sur_les_creneaux(dit: str, texte: str) -> None:
    assert engagement(declare(texte).valeurs.get("creneaux")) == dit


def engagement(lu: EngagementCreneaux | None) -> str:
    """How firm, for which types, with which exceptions: « ferme-ensemble-prevue »."""
    if lu is None:
        return "absent"
    exceptions = {e.prevue for e in lu.exceptions}
    return "-".join(
        (
            "ferme" if lu.ferme else "affaibli",
            "ensemble" if lu.portee_types is Portee.ENSEMBLE else "restreints",
            "non_prevue" if False in exceptions else "prevue" if exceptions else "aucune",
        )
    )


@pytest.mark.parametrize(("dit", "texte"), phrases("pieces", "clause"))
def test_la_clause_de_transmission(dit: str, texte: str) -> None:
    recolte = Recolte()
    transmission.lire(page("Conditions générales", texte), "conditions generales", recolte)
    assert ("clause" in recolte.valeurs) is (dit == "dite")


@pytest.mark.parametrize(("dit", "texte"), phrases("pieces", "support"))
def test_les_publics_du_support(dit: str, texte: str) -> None:
    recolte = Recolte()
    support.lire(page("Support", texte), recolte)
    servis = {p for canal in recolte.valeurs["canaux"] for p in canal.publics}
    assert servis == {Public(public) for public in dit.split("+")}


@pytest.mark.parametrize(("dit", "texte"), phrases("pieces", "signatures"))
def test_les_signatures_en_toutes_lettres(dit: str, texte: str) -> None:
    recolte = Recolte()
    signatures_des_parties(page("Procès-verbal", texte), recolte, "Médiplan SAS")
    signees = {s.partie for s in recolte.valeurs["signatures"]}
    attendues = {"deux": set(Partie), "aucune": set()}
    assert signees == (attendues[dit] if dit in attendues else {Partie(dit)})


@pytest.mark.parametrize(("dite", "texte"), phrases("pieces", "qualite"))
def test_la_qualite_du_signataire(dite: str, texte: str) -> None:
    recolte = Recolte()
    signature_du_signataire(page("Déclaration sur l’honneur", texte), recolte, "Médiplan SAS")
    (bloc,) = recolte.valeurs["blocs_vides"]
    assert (bloc.qualite or "aucune") == dite.replace("_", " ")
