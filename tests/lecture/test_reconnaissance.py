"""Each piece is recognised by what it says, never by its file name; the pieces tell the phase."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from segur_payment.dossier import DossierAvance, DossierBase, DossierSolde, Phase, TypePiece
from segur_payment.erreurs import ErreurPhase
from segur_payment.lecture import lire_dossier
from segur_payment.verdict import Decision

from .papiers import (
    CLAUSE,
    CRENEAUX,
    DEPOT,
    Fiche,
    Titre,
    bon_avance,
    bon_solde,
    cgu,
    declaration,
    formulaire,
    juger,
    papier,
    pv_mes,
    pv_vsr,
    reunir,
    support,
)

PIECES = {
    TypePiece.FORMULAIRE: formulaire(),
    TypePiece.PV_MES: pv_mes(),
    TypePiece.PV_VSR: pv_vsr(),
    TypePiece.DECLARATION: declaration(),
    TypePiece.JUSTIFICATIF: cgu(),
    TypePiece.SUPPORT: support(),
}
FACTURE = papier(Titre("Facture n° 2025-018"), "Prestation Ségur SAS : 30 000,00 € HT")
ETRANGER = papier("Recette du gâteau au yaourt : un pot de yaourt, deux pots de sucre, trois œufs.")


def lire(fichiers: Mapping[str, bytes], phase: Phase | None = None) -> DossierBase:
    return lire_dossier(fichiers, date_depot=DEPOT, phase=phase)


def types(octets: bytes, nom: str = "document.pdf") -> tuple[TypePiece, ...]:
    """What the file was recognised as."""
    return lire({nom: octets}, Phase.AVANCE).fichiers[0].pieces


# --- The content decides ---


@pytest.mark.parametrize("type_", PIECES)
def test_chaque_piece_est_reconnue_et_dit_pourquoi(type_: TypePiece) -> None:
    fichier = lire({"document.pdf": PIECES[type_]}, Phase.AVANCE).fichiers[0]
    assert fichier.pieces == (type_,)
    (document,) = fichier.documents
    assert document.raison.startswith(f"reconnu comme {type_.libelle} : titre page 1, «")
    assert document.pages == (1, 1)
    assert document.score > 0.8
    assert document.doute is None


@pytest.mark.parametrize(
    ("vrai", "faux"), [(v, f) for v, f in itertools.permutations(PIECES, 2) if v is not f][::4]
)
def test_le_nom_du_fichier_ne_compte_pas(vrai: TypePiece, faux: TypePiece) -> None:
    assert types(PIECES[vrai], f"{faux.libelle}.pdf") == (vrai,)


@pytest.mark.parametrize(
    ("titre", "type_"),
    [
        ("PV de MES", TypePiece.PV_MES),
        ("PROCÈS-VERBAL DE MISE EN SERVICE", TypePiece.PV_MES),
        ("Procès verbal de mise en production", TypePiece.PV_MES),
        ("PV de VSR", TypePiece.PV_VSR),
        ("PROCES-VERBAL DE VERIFICATION DE SERVICE REGULIER", TypePiece.PV_VSR),
        ("PV de VSR faisant suite au PV de mise en service", TypePiece.PV_VSR),
        ("Constat de vérification du service régulier", TypePiece.PV_VSR),
        ("Attestation sur l’honneur de l’éditeur", TypePiece.DECLARATION),
        ("Déclaration sur l'honneur", TypePiece.DECLARATION),
        ("CGU – Agenda Lisière", TypePiece.JUSTIFICATIF),
        ("Conditions générales d’usage du service", TypePiece.JUSTIFICATIF),
        ("Contrats des effecteurs", TypePiece.JUSTIFICATIF),
        ("Coordonnées du support", TypePiece.SUPPORT),
        ("Nous contacter", TypePiece.SUPPORT),
        ("Demande d’avance – Ségur du numérique", TypePiece.FORMULAIRE),
        ("Demande de versement du solde", TypePiece.FORMULAIRE),
        ("Formulaire de demande de paiement", TypePiece.FORMULAIRE),
        ("Facture n° 2025-018", TypePiece.AUTRE),
        ("Relevé d’identité bancaire", TypePiece.AUTRE),
        ("Extrait Kbis", TypePiece.AUTRE),
        ("Convention d’interfaçage", TypePiece.AUTRE),
    ],
)
def test_un_titre_fait_reconnaitre_la_piece(titre: str, type_: TypePiece) -> None:
    suite = "Ce document est établi par la société Lisière Logiciels SAS pour Agenda Lisière."
    assert types(papier(Titre(titre), suite)) == (type_,)


def test_une_piece_sans_titre_est_reconnue_a_ses_mots() -> None:
    lettre = papier(
        "Je soussignée Mathilde Cornevin, présidente de Lisière Logiciels SAS, atteste sur "
        "l’honneur avoir produit les documents de formation des régulateurs.",
        "Fait à Nantes, le 10/06/2025",
    )
    assert types(lettre) == (TypePiece.DECLARATION,)


@pytest.mark.parametrize(
    "phrase",
    [
        "Le procès-verbal de mise en service du 3 juin 2025 est joint à la présente demande.",
        "Les conditions générales d’utilisation du logiciel sont jointes à la présente demande.",
        "Les contacts du support ont été communiqués aux régulateurs et aux effecteurs.",
    ],
)
def test_citer_une_autre_piece_ne_fait_pas_changer_de_piece(phrase: str) -> None:
    assert types(declaration(CRENEAUX, phrase)) == (TypePiece.DECLARATION,)
    assert types(formulaire(phrase)) == (TypePiece.FORMULAIRE,)


def test_un_document_etranger_n_est_rien() -> None:
    assert types(ETRANGER) == ()


# --- The phase ---


def test_les_pieces_disent_la_phase() -> None:
    assert isinstance(lire(bon_avance()), DossierAvance)
    assert isinstance(lire(bon_solde()), DossierSolde)


@pytest.mark.parametrize(
    ("pieces", "phase"),
    [
        ({"a": formulaire()}, Phase.AVANCE),
        ({"a": formulaire(phase="solde")}, Phase.SOLDE),
        ({"a": pv_mes()}, Phase.AVANCE),
        ({"a": pv_vsr()}, Phase.SOLDE),
        ({"a": declaration()}, Phase.AVANCE),
        ({"a": cgu()}, Phase.AVANCE),
        ({"a": support()}, Phase.SOLDE),
        ({"a": formulaire(phase="solde"), "b": pv_mes()}, Phase.AVANCE),
        ({"a": formulaire(), "b": pv_vsr()}, Phase.SOLDE),
        ({"a": formulaire(phase="solde"), "b": pv_mes(), "c": cgu()}, Phase.AVANCE),
        ({"a": pv_mes(), "b": formulaire(phase="solde"), "c": support()}, Phase.SOLDE),
    ],
)
def test_la_majorite_des_pieces_dit_la_phase_et_le_pv_departage(
    pieces: Mapping[str, bytes], phase: Phase
) -> None:
    assert lire(pieces).phase is phase


def test_l_appelant_peut_dire_la_phase() -> None:
    assert lire(bon_avance(), Phase.SOLDE).phase is Phase.SOLDE


@pytest.mark.parametrize("octets", [ETRANGER, FACTURE])
def test_rien_de_reconnu_ne_dit_pas_la_phase(octets: bytes) -> None:
    with pytest.raises(ErreurPhase, match="précisez la phase"):
        lire({"pv.pdf": octets})


# --- Surplus and substitutes ---


@pytest.mark.parametrize("octets", [FACTURE, support(), ETRANGER])
def test_une_piece_en_plus_n_est_pas_un_defaut(octets: bytes) -> None:
    verdict = juger({**bon_avance(), "en_plus.pdf": octets})
    assert (verdict.decision, verdict.codes) == (Decision.ACCEPTER, ())


@pytest.mark.parametrize("octets", [FACTURE, pv_mes(), declaration(), cgu()])
def test_une_piece_de_l_avance_en_plus_dans_un_solde_n_est_pas_un_defaut(octets: bytes) -> None:
    verdict = juger({**bon_solde(), "en_plus.pdf": octets}, Phase.SOLDE)
    assert (verdict.decision, verdict.codes) == (Decision.ACCEPTER, ())


def test_le_pv_de_l_autre_phase_est_un_autre_document() -> None:
    avance = juger(bon_avance(pv=pv_vsr()), Phase.AVANCE)
    assert (avance.decision, set(avance.codes)) == (Decision.COMPLETER, {"SAS-MES-06"})
    solde = juger(bon_solde(pv=pv_mes()), Phase.SOLDE)
    assert (solde.decision, set(solde.codes)) == (Decision.COMPLETER, {"SAS-VSR-06"})


def test_le_formulaire_de_l_autre_phase_est_dit_une_fois() -> None:
    verdict = juger(bon_avance(formulaire=formulaire(phase="solde")))
    assert (verdict.decision, verdict.codes) == (Decision.COMPLETER, ("SAS-FOR-03",))


def test_les_deux_formulaires_le_bon_sert() -> None:
    verdict = juger({**bon_avance(), "a.pdf": formulaire(phase="solde")})
    assert (verdict.decision, verdict.codes) == (Decision.ACCEPTER, ())


@pytest.mark.parametrize(
    ("absente", "code"),
    [
        ("formulaire", "SAS-FOR-01"),
        ("pv", "SAS-MES-01"),
        ("declaration", "SAS-DSH-01"),
        ("cgu", "SAS-TRD-01"),
    ],
)
def test_une_piece_absente_de_l_avance_est_demandee(absente: str, code: str) -> None:
    verdict = juger(bon_avance(**{absente: None}))
    assert (verdict.decision, verdict.codes) == (Decision.COMPLETER, (code,))


@pytest.mark.parametrize(
    ("absente", "code"),
    [("formulaire", "SAS-FOR-01"), ("pv", "SAS-VSR-01"), ("support", "SAS-SUP-01")],
)
def test_une_piece_absente_du_solde_est_demandee(absente: str, code: str) -> None:
    verdict = juger(bon_solde(**{absente: None}))
    assert verdict.decision is Decision.COMPLETER
    assert set(verdict.codes) - {"SAS-SEQ-02"} == {code}


def test_la_meme_piece_deux_fois_est_un_avertissement() -> None:
    pieces = bon_avance()
    verdict = juger({**pieces, "copie.pdf": pieces["pv.pdf"]})
    assert (verdict.decision, verdict.codes) == (Decision.ACCEPTER, ("SAS-FIC-02",))


# --- Several pieces in one file ---


def test_deux_pieces_dans_un_fichier_sont_separees() -> None:
    verdict = juger(bon_avance(pv=reunir(pv_mes(), declaration()), declaration=None))
    assert (verdict.decision, verdict.codes) == (Decision.ACCEPTER, ())
    dossier = lire({"envoi.pdf": reunir(pv_mes(), declaration())})
    assert dossier.fichiers[0].pieces == (TypePiece.PV_MES, TypePiece.DECLARATION)
    pages = {p.type: {e.page for es in p.preuves.values() for e in es} for p in dossier.pieces}
    assert pages == {TypePiece.PV_MES: {1}, TypePiece.DECLARATION: {2}}


@pytest.mark.parametrize("ordre", list(itertools.permutations(range(4)))[::7])
def test_tout_le_dossier_dans_un_fichier(ordre: tuple[int, ...]) -> None:
    pieces = list(bon_avance().values())
    verdict = juger({"envoi.pdf": reunir(*(pieces[rang] for rang in ordre))})
    assert (verdict.decision, verdict.codes) == (Decision.ACCEPTER, ())


def test_une_piece_de_deux_pages_reste_une() -> None:
    suite = papier(
        "Article 10 – Données", CLAUSE, Fiche((("Version des présentes conditions", "3.1"),))
    )
    dossier = lire({"cgu.pdf": reunir(cgu("Article 2 – Objet du service d’agenda."), suite)})
    assert isinstance(dossier, DossierAvance)
    assert len(dossier.justificatifs) == 1
    preuve = dossier.justificatifs[0].preuves["clause"][0]
    assert preuve.page == 2


def test_des_frais_supportes_ne_sont_pas_un_support() -> None:
    impots = papier(
        "Enfants dont j’ai supporté principalement les frais d’entretien en 2024.",
        "Enfants dont le conjoint a supporté principalement les frais d’entretien en 2024.",
    )
    assert types(impots) == ()
