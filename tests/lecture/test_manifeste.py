"""``dossier.toml``: agreement is silent, silence becomes a reserve, contradiction is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from segur_payment.dossier import DossierAvance, Partie, Phase, TypePiece
from segur_payment.erreurs import ErreurEntree
from segur_payment.lecture import lire_dossier
from segur_payment.verdict import Decision, Verdict

from .papiers import (
    DEPOT,
    Case,
    Photo,
    bon_avance,
    bon_solde,
    declaration,
    juger,
    manifeste,
    papier,
    pv_mes,
    pv_vsr,
    reunir,
)

SCAN = papier(Photo())
FAITS_DU_SCAN = """
[fichiers]
"pv.pdf" = "pv_mes"

[pv]
perimetre = "complet"
date = 2025-06-05
date_constat = 2025-06-03
reserves = ""
editeur = { raison_sociale = "Lisière Logiciels SAS", siren = "903 127 454" }
solution = { nom = "Agenda Lisière", version = "4.2" }

[[pv.signatures]]
partie = "ans"
nature = "manuscrite"
signataire = "Claire Vasseur"
qualite = "directrice"
date = 2025-06-05

[[pv.signatures]]
partie = "editeur"
nature = "manuscrite"
signataire = "Mathilde Cornevin"
qualite = "présidente"
date = 2025-06-05
"""


def avec(texte: str, pieces: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """A good avance, or ``pieces``, with a manifest."""
    return {**(pieces if pieces is not None else bon_avance()), **manifeste(texte)}


def lire(texte: str, pieces: Mapping[str, bytes] | None = None) -> DossierAvance:
    dossier = lire_dossier(avec(texte, pieces), date_depot=DEPOT)
    assert isinstance(dossier, DossierAvance)
    return dossier


def reserves(verdict: Verdict) -> str:
    return "\n".join(r.message for r in verdict.reserves)


# --- Agreement ---


@pytest.mark.parametrize(
    "faits",
    [
        "[pv]\nperimetre = 'complet'",
        "[pv]\ndate_constat = 2025-06-03",
        "[pv]\nediteur = { siren = '903127454' }",
        "[pv]\nediteur = { raison_sociale = 'LISIÈRE LOGICIELS SAS' }",
        "[pv]\nsignatures = [{ partie = 'ans' }]",
        "[formulaire]\nmontant = 30000",
        "[formulaire]\nmontant = '30000.00'\ntaxe = 'HT'",
        "[formulaire]\niban = 'FR1420041010050500013M02606'",
        "[declaration.formation]\npublics = ['regulateurs']\naccomplie = true",
        "[justificatif]\nnature = 'cgu'",
    ],
)
def test_un_fait_declare_que_le_document_dit_aussi_ne_change_rien(faits: str) -> None:
    avec_lui, sans_lui = juger(avec(faits)), juger(bon_avance())
    assert avec_lui.decision is Decision.ACCEPTER
    assert (avec_lui.constats, avec_lui.reserves) == (sans_lui.constats, sans_lui.reserves)


# --- Silence ---


def test_un_scan_sans_manifeste_ne_se_verifie_pas() -> None:
    verdict = juger(bon_avance(pv=SCAN), Phase.AVANCE)
    assert verdict.decision is Decision.COMPLETER
    assert "SAS-MES-01" not in verdict.codes


def test_un_scan_dont_le_role_est_declare_reste_a_verifier() -> None:
    verdict = juger(avec('[fichiers]\n"pv.pdf" = "pv_mes"', bon_avance(pv=SCAN)))
    assert verdict.decision is Decision.COMPLETER
    assert not [c for c in verdict.codes if c.startswith("SAS-MES")]
    indecis = {c.code for c in verdict.constats if c.indecis}
    assert {"SAS-MES-03", "SAS-MES-04", "SAS-MES-05"} <= indecis


def test_un_scan_dont_les_faits_sont_declares_est_accepte_sous_reserve() -> None:
    verdict = juger(avec(FAITS_DU_SCAN, bon_avance(pv=SCAN)))
    assert [c.message for c in verdict.constats if c.indecis] == []
    assert verdict.decision is Decision.ACCEPTER
    dites = [r.message for r in verdict.reserves if r.piece is TypePiece.PV_MES]
    faits = ("périmètre", "date de la mise en service", "signature de l’ANS")
    assert any(all(fait in dite for fait in faits) for dite in dites)


def test_un_scan_declare_partiel_est_rejete() -> None:
    faits = FAITS_DU_SCAN.replace('"complet"', '"partiel"')
    verdict = juger(avec(faits, bon_avance(pv=SCAN)))
    assert verdict.decision is Decision.REJETER
    assert "SAS-MES-02" in verdict.codes


def test_une_seule_signature_declaree_laisse_l_autre_a_verifier() -> None:
    faits = FAITS_DU_SCAN.split("[[pv.signatures]]")[0] + "signatures = [{ partie = 'editeur' }]\n"
    verdict = juger(avec(faits, bon_avance(pv=SCAN)))
    assert verdict.decision is Decision.COMPLETER
    assert "SAS-MES-04" in {c.code for c in verdict.constats if c.indecis}
    assert "SAS-MES-05" not in {c.code for c in verdict.constats if c.indecis or c.defaut}


def test_nul_ne_declare_ce_qu_un_pv_lisible_doit_dire_lui_meme() -> None:
    verdict = juger(
        avec("[pv]\nperimetre = 'complet'", bon_avance(pv=pv_mes("La mise en service est faite.")))
    )
    assert verdict.decision is Decision.COMPLETER
    assert "SAS-MES-03" in verdict.codes


def test_un_fait_accessoire_que_le_document_tait_est_pris_avec_une_reserve() -> None:
    verdict = juger(avec("[formulaire]\navance_versee = true", bon_avance()))
    assert verdict.decision is Decision.ACCEPTER
    assert any("avance déjà versée" in r.message for r in verdict.reserves)


def test_un_fait_douteux_est_tranche_par_la_declaration() -> None:
    deux_cases = pv_mes(Case("Périmètre complet", True), Case("Périmètre partiel", True))
    pieces = bon_avance(pv=deux_cases)
    assert juger(pieces).decision is not Decision.ACCEPTER
    verdict = juger(avec("[pv]\nperimetre = 'complet'", pieces))
    assert verdict.decision is Decision.ACCEPTER
    assert "périmètre" in reserves(verdict)


# --- Contradiction ---


@pytest.mark.parametrize(
    ("faits", "champ", "lu"),
    [
        ("[pv]\nperimetre = 'partiel'", "perimetre", "complet"),
        ("[pv]\ndate_constat = 2025-06-02", "date_constat", "3\u00a0juin\u00a02025"),
        ("[pv]\nediteur = { siren = '732 829 320' }", "editeur", "903 127 454"),
        ("[pv]\nsolution = { nom = 'Autre Agenda' }", "solution", "Agenda Lisière"),
    ],
)
def test_ce_que_le_document_dement_est_un_defaut_visible(faits: str, champ: str, lu: str) -> None:
    piece = lire(faits).pv
    assert piece is not None
    assert lu in piece.contradictions[champ].lu
    verdict = juger(avec(faits))
    assert verdict.decision is not Decision.ACCEPTER
    assert lu in " ".join(f"{c.message} {c.attendu} {c.trouve}" for c in verdict.defauts)


def test_le_document_l_emporte_sur_un_perimetre_declare() -> None:
    pieces = bon_avance(pv=pv_mes("Mise en service prononcée pour un périmètre partiel."))
    verdict = juger(avec("[pv]\nperimetre = 'complet'", pieces))
    assert verdict.decision is Decision.REJETER
    assert "SAS-MES-02" in verdict.codes


def test_une_signature_declaree_ne_remplit_pas_un_bloc_vide() -> None:
    pieces = bon_avance(pv=pv_mes(ans=("Pour l’ANS", "Claire Vasseur, directrice")))
    dossier = lire("[pv]\nsignatures = [{ partie = 'ans' }]", pieces)
    assert dossier.pv is not None
    assert dossier.pv.signatures_de(Partie.ANS) == ()
    assert dossier.pv.contradictions["signatures.ans"].lu == "non signé"
    verdict = juger(avec("[pv]\nsignatures = [{ partie = 'ans' }]", pieces))
    assert "SAS-MES-04" in verdict.codes


# --- Roles of files ---


def test_le_role_declare_d_un_fichier_que_rien_ne_fait_reconnaitre() -> None:
    muet = papier("Madame, Monsieur, veuillez trouver ici ce que vous avez demandé. Cordialement.")
    dossier = lire('[fichiers]\n"pv.pdf" = "pv_mes"', bon_avance(pv=muet))
    assert dossier.pv is not None
    assert dossier.pv.fichiers == ("pv.pdf",)
    fichier = next(f for f in dossier.fichiers if f.nom == "pv.pdf")
    assert fichier.declare_pour == (TypePiece.PV_MES,)


def test_un_role_que_le_contenu_dement_ne_change_pas_la_piece() -> None:
    dossier = lire('[fichiers]\n"pv.pdf" = "justificatif_transmission"')
    assert dossier.pv is not None
    assert len(dossier.justificatifs) == 1


def test_une_facture_donnee_pour_le_pv_est_un_autre_document() -> None:
    facture = papier("FACTURE n° 2025-18", "Prestation Ségur : 30 000,00 € HT")
    texte = 'phase = "avance"\n[fichiers]\n"pv.pdf" = "pv_mes"'
    verdict = juger(avec(texte, bon_avance(pv=facture)))
    assert verdict.decision is Decision.COMPLETER
    assert "SAS-MES-06" in verdict.codes


def test_un_fichier_declare_pour_deux_pieces_qu_il_tient_convient() -> None:
    pieces = bon_avance(pv=reunir(pv_mes(), declaration()), declaration=None)
    texte = '[fichiers]\n"pv.pdf" = ["pv_mes", "declaration_honneur"]'
    verdict = juger(avec(texte, pieces))
    assert verdict.decision is Decision.ACCEPTER
    assert "SAS-FIC-02" not in verdict.codes


def test_un_fichier_declare_pour_deux_pieces_est_signale() -> None:
    pieces = bon_avance(pv=SCAN, declaration=None)
    texte = '[fichiers]\n"pv.pdf" = ["pv_mes", "declaration_honneur"]'
    dossier = lire(texte, pieces)
    assert dossier.declaration is not None
    assert "SAS-FIC-02" in juger(avec(texte, pieces)).codes


def test_des_faits_sur_une_piece_que_rien_ne_tient_sont_refuses() -> None:
    with pytest.raises(ErreurEntree, match=r"aucun fichier ne tient ce rôle"):
        lire("[pv]\nperimetre = 'complet'", bon_avance(pv=None))


def test_des_faits_sur_une_piece_de_l_autre_phase_ne_passent_pas_en_silence() -> None:
    with pytest.raises(ErreurEntree):
        juger(avec("[declaration]\nsur_l_honneur = true", bon_solde()))


# --- Phase, date, request ---


def test_la_date_de_depot_vient_du_manifeste() -> None:
    dossier = lire_dossier(avec("date_depot = 2025-09-01"))
    assert dossier.demande.date_depot == dt.date(2025, 9, 1)


def test_l_appelant_l_emporte_sur_le_manifeste() -> None:
    dossier = lire_dossier(
        avec('date_depot = 2025-09-01\nphase = "avance"'), date_depot=DEPOT, phase="solde"
    )
    assert (dossier.demande.date_depot, dossier.phase) == (DEPOT, Phase.SOLDE)


def test_la_phase_vient_du_manifeste() -> None:
    dossier = lire_dossier(avec('phase = "solde"'), date_depot=DEPOT)
    assert dossier.phase is Phase.SOLDE
    assert lire_dossier(bon_avance(), date_depot=DEPOT).phase is Phase.AVANCE


def test_la_date_par_defaut_ne_sert_qu_en_dernier() -> None:
    jour = dt.date(2025, 12, 24)
    dossier = lire_dossier(avec("date_depot = 2025-09-01"), date_par_defaut=jour)
    assert dossier.demande.date_depot == dt.date(2025, 9, 1)
    assert lire_dossier(bon_avance(), date_par_defaut=jour).demande.date_depot == jour


def test_la_demande_du_manifeste_est_jugee() -> None:
    texte = """
[demande]
couts = { financiers = 12000, materiels = 3000.50, humains = "45000.00" }
demandes_anterieures = [{ phase = "avance", montant_ht = 30000, statut = "en_cours" }]
"""
    dossier = lire(texte)
    assert dossier.demande.couts is not None
    assert dossier.demande.couts.total == Decimal("60000.50")
    assert "SAS-SEQ-01" in juger(avec(texte)).codes


# --- What a manifest may not say ---


@pytest.mark.parametrize(
    "texte",
    [
        "perimetre = 'complet'",
        "[pv]\nperimetres = 'complet'",
        "[pv]\nperimetre = 'entier'",
        "[pv]\ndate = 'hier'",
        "[pv]\nsignatures = [{ partie = 'asp' }]",
        "[formulaire]\nmontant = 'beaucoup'",
        "[demande]\nmontant = 3",
        "phase = 'acompte'",
        "date_depot = 2025-04-31",
        "date_depot = 'demain'",
        "[fichiers]\n'pv.pdf' = 'proces-verbal'",
        "[fichiers]\n'pv.pdf' = 3",
        "[fichiers]\n'autre.pdf' = 'pv_mes'",
        "[fichiers]\n'dossier.toml' = 'pv_mes'",
        "[pv]\npreuves = {}",
        "[pv]\nillisible = 'non'",
        "[pv]\ndeclares = ['perimetre']",
        "[pv]\nincertitudes = {}",
        "[pv]\ntype = 'pv_mes'",
        "[pv]\nblocs_vides = []",
        "pv = 'complet'",
        "[pv",
        "clé = 1",
        "",
    ],
)
def test_un_manifeste_mal_fait_est_une_erreur_dite(texte: str) -> None:
    if not texte:
        assert juger(avec(texte)).decision is Decision.ACCEPTER
        return
    with pytest.raises(ErreurEntree, match=r"dossier\.toml"):
        lire(texte)


@pytest.mark.parametrize(
    "nom", ["../pv.pdf", "/etc/pv.pdf", "..\\\\pv.pdf", "C:\\\\pv.pdf", "a/../../pv.pdf"]
)
def test_un_manifeste_ne_sort_pas_du_dossier(nom: str) -> None:
    with pytest.raises(ErreurEntree, match="sort du dossier"):
        lire(f'[fichiers]\n"{nom}" = "pv_mes"')


@pytest.mark.parametrize("octets", [b"\xff\xfe\x00", b"phase = \xe9", b"a = " + b"[" * 5000])
def test_un_manifeste_indechiffrable_est_une_erreur_dite(octets: bytes) -> None:
    with pytest.raises(ErreurEntree, match=r"dossier\.toml"):
        lire_dossier({**bon_avance(), "dossier.toml": octets}, date_depot=DEPOT)


def test_un_manifeste_avec_une_marque_d_ordre_se_lit() -> None:
    octets = 'phase = "avance"'.encode("utf-8-sig")
    lire_dossier({**bon_avance(), "dossier.toml": octets}, date_depot=DEPOT)


def test_un_manifeste_qui_est_un_lien_vers_ailleurs_est_refuse(tmp_path: Path) -> None:
    (tmp_path / "faux.toml").write_text("[pv]\nperimetre = 'complet'")
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    for nom, octets in bon_avance().items():
        (dossier / nom).write_bytes(octets)
    (dossier / "dossier.toml").symlink_to(tmp_path / "faux.toml")
    with pytest.raises(ErreurEntree, match="lien qui sort"):
        lire_dossier(dossier, date_depot=DEPOT)


def test_le_manifeste_d_un_solde_parle_de_son_pv() -> None:
    pieces = bon_solde(pv=pv_vsr("La VSR est prononcée favorable."))
    faits = "[pv]\ndate_mise_en_service = 2025-01-15"
    dossier = lire_dossier(avec(faits, pieces), date_depot=DEPOT)
    assert dossier.phase is Phase.SOLDE
    pv = next(p for p in dossier.pieces if p.type is TypePiece.PV_VSR)
    assert "date_mise_en_service" in {*pv.declares, *pv.contradictions}
