"""What holds for every reading: same bytes, same verdict; what is not seen proves nothing."""

from __future__ import annotations

import hashlib
import itertools
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_payment.dossier import Phase, Preuve
from segur_payment.lecture import lire_dossier
from segur_payment.lecture.pdf import lire_pdf
from segur_payment.regles.conclusion import Resultat
from segur_payment.testing.pdf.pathologies import verrouiller
from segur_payment.verdict import Decision, Verdict, verifier

from .papiers import (
    ANS,
    CLAUSE,
    COMPLET,
    DEPOT,
    FORMATION,
    SIGNATURE,
    SUPPORT,
    VSR_COMPLETE,
    Element,
    Fiche,
    Para,
    Photo,
    bon_avance,
    bon_solde,
    cgu,
    declaration,
    formulaire,
    invisible,
    juger,
    manifeste,
    papier,
    pv_mes,
    pv_vsr,
    reunir,
    support,
)

SCAN = papier(Photo())
CABOSSE = {
    **bon_avance(pv=verrouiller(pv_mes())),
    "coupe.pdf": cgu()[:1500],
    "vide.pdf": b"",
    "texte.pdf": b"bonjour",
    "scan.pdf": SCAN,
}


def blancs(*lignes: str) -> tuple[Element, ...]:
    return tuple(invisible(ligne) for ligne in lignes)


def resultats(verdict: Verdict, *codes: str) -> set[Resultat]:
    return {c.resultat for c in verdict.constats if c.code in codes}


# --- Same bytes, same verdict ---


@pytest.mark.parametrize("pieces", [bon_avance(), bon_solde(), CABOSSE])
def test_lire_deux_fois_donne_les_memes_octets(pieces: dict[str, bytes]) -> None:
    phase = None if pieces is not CABOSSE else Phase.AVANCE
    rendus = {juger(pieces, phase).model_dump_json() for _ in range(2)}
    assert len(rendus) == 1


def test_l_ordre_des_fichiers_ne_compte_pas() -> None:
    paires = [*bon_avance().items(), ("b.pdf", pv_vsr()), ("c.pdf", b"")]
    ordres = itertools.islice(itertools.permutations(paires), 0, None, 180)
    assert len({juger(dict(ordre)).model_dump_json() for ordre in ordres}) == 1


def test_le_hachage_du_processus_ne_compte_pas(tmp_path: Path) -> None:
    for nom, octets in bon_avance(pv=pv_vsr(), cgu=cgu("Rien.")).items():
        (tmp_path / nom).write_bytes(octets)
    commande = [sys.executable, "-m", "segur_payment", "verifier", str(tmp_path)]
    sorties = set()
    for graine in ("1", "2"):
        fini = subprocess.run(
            [*commande, "--date-depot", DEPOT.isoformat(), "--phase", "avance", "--format", "json"],
            env={
                **os.environ,
                "PYTHONHASHSEED": graine,
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            },
            capture_output=True,
            timeout=120,
        )
        assert (fini.returncode, fini.stderr) == (1, b"")
        sorties.add(fini.stdout)
    assert len(sorties) == 1


# --- An unreadable page never says « absent » ---

NU_MES = pv_mes("Le présent procès-verbal est établi entre les parties.", ans=(), editeur=())
NU_VSR = pv_vsr("Le présent procès-verbal est établi entre les parties.", ans=(), editeur=())


@pytest.mark.parametrize(
    ("piece", "octets", "codes"),
    [
        ("pv", NU_MES, {"SAS-MES-03", "SAS-MES-04", "SAS-MES-05"}),
        (
            "declaration",
            declaration("Suite page 2.", signature=()),
            {"SAS-DSH-02", "SAS-DSH-03", "SAS-DSH-04", "SAS-DSH-07"},
        ),
        ("cgu", cgu("Suite page 2."), {"SAS-TRD-02"}),
    ],
)
def test_une_page_numerisee_de_l_avance_laisse_tout_a_verifier(
    piece: str, octets: bytes, codes: set[str]
) -> None:
    assert codes <= set(juger(bon_avance(**{piece: octets})).codes)
    verdict = juger(bon_avance(**{piece: reunir(octets, SCAN)}))
    assert verdict.decision is Decision.COMPLETER
    assert verdict.codes == ()
    assert resultats(verdict, *codes) == {Resultat.NON_VERIFIABLE}


@pytest.mark.parametrize(
    ("piece", "octets", "codes"),
    [
        ("pv", NU_VSR, {"SAS-VSR-03", "SAS-VSR-04", "SAS-VSR-05"}),
        ("support", support("Suite page 2 pour le support."), {"SAS-SUP-01"}),
    ],
)
def test_une_page_numerisee_du_solde_laisse_tout_a_verifier(
    piece: str, octets: bytes, codes: set[str]
) -> None:
    assert codes <= set(juger(bon_solde(**{piece: octets})).codes)
    verdict = juger(bon_solde(**{piece: reunir(octets, SCAN)}))
    assert verdict.decision is Decision.COMPLETER
    assert verdict.codes == ()
    assert resultats(verdict, *codes) == {Resultat.NON_VERIFIABLE}


@pytest.mark.parametrize("nom", list(bon_avance()))
@pytest.mark.parametrize("octets", [SCAN, b"", verrouiller(pv_mes())])
def test_une_piece_illisible_n_est_jamais_absente(nom: str, octets: bytes) -> None:
    verdict = juger({**bon_avance(), nom: octets}, Phase.AVANCE)
    absences = ("SAS-FOR-01", "SAS-MES-01", "SAS-DSH-01", "SAS-TRD-01")
    assert verdict.decision is Decision.COMPLETER
    assert Resultat.NON_CONFORME not in resultats(verdict, *absences)
    assert Resultat.NON_VERIFIABLE in resultats(verdict, *absences)


def test_ce_qui_est_lu_sur_les_autres_pages_compte() -> None:
    partiel = pv_mes("La mise en service est prononcée pour un périmètre partiel.")
    verdict = juger(bon_avance(pv=reunir(partiel, SCAN)))
    assert verdict.decision is Decision.REJETER
    assert "SAS-MES-02" in verdict.codes


# --- Text that nobody sees is as if it were not there ---


@pytest.mark.parametrize(
    ("piece", "octets", "code"),
    [
        ("pv", pv_mes("Mise en service faite.", *blancs(COMPLET)), "SAS-MES-03"),
        (
            "pv",
            pv_mes(
                COMPLET,
                *blancs(*ANS),
                ans=("Pour l’ANS", "Nom : Claire Vasseur", "Qualité : directrice"),
            ),
            "SAS-MES-04",
        ),
        ("declaration", declaration(*blancs(FORMATION)), "SAS-DSH-02"),
        ("declaration", declaration(signature=blancs(*(str(s) for s in SIGNATURE))), "SAS-DSH-07"),
        ("cgu", cgu(*blancs(CLAUSE)), "SAS-TRD-02"),
    ],
)
def test_un_texte_blanc_ne_fait_rien_passer(piece: str, octets: bytes, code: str) -> None:
    verdict = juger(bon_avance(**{piece: octets}))
    assert verdict.decision is Decision.COMPLETER
    assert {code, "SAS-FIC-04"} <= set(verdict.codes)


def test_un_texte_blanc_ne_fait_rien_passer_dans_un_solde() -> None:
    verdict = juger(bon_solde(support=support(*blancs(*SUPPORT))))
    assert {"SAS-SUP-01", "SAS-FIC-04"} <= set(verdict.codes)
    verdict = juger(bon_solde(pv=pv_vsr("La VSR est favorable.", *blancs(VSR_COMPLETE))))
    assert {"SAS-VSR-03", "SAS-FIC-04"} <= set(verdict.codes)


def test_un_texte_blanc_n_accuse_pas_non_plus() -> None:
    octets = pv_mes(COMPLET, invisible("La mise en service porte sur un périmètre partiel."))
    verdict = juger(bon_avance(pv=octets))
    assert (verdict.decision, verdict.codes) == (Decision.ACCEPTER, ("SAS-FIC-04",))


def test_un_dossier_tout_blanc_ne_passe_pas() -> None:
    blanc = papier(Para("Facture"), *blancs("Procès-verbal de mise en service", COMPLET, *ANS))
    verdict = juger(bon_avance(pv=blanc))
    assert verdict.decision is Decision.COMPLETER


# --- Proofs quote the page ---


def _preuves(verdict: Verdict) -> Iterator[Preuve]:
    return (preuve for constat in verdict.constats for preuve in constat.preuves)


@pytest.mark.parametrize(
    "pieces",
    [
        bon_avance(),
        bon_solde(),
        bon_avance(pv=pv_mes("Périmètre PARTIEL !"), cgu=cgu("Rien."), declaration=None),
        bon_avance(formulaire=formulaire(Fiche((("Adresse", ""),)), montant="36 000,00 € TTC")),
    ],
)
def test_une_preuve_cite_les_mots_de_sa_page(pieces: dict[str, bytes]) -> None:
    vues = 0
    for preuve in _preuves(juger(pieces)):
        octets = pieces[preuve.fichier]
        assert preuve.sha256 == hashlib.sha256(octets).hexdigest()
        if preuve.page is None:
            continue
        page = lire_pdf(octets).pages[preuve.page - 1]
        mots = {mot.texte for mot in page.mots}
        assert set(preuve.extrait.removesuffix(" […]").split()) <= mots
        vues += 1
    assert vues > 5


# --- The reading leaves no trace ---


def test_rien_n_est_ecrit_dans_le_dossier(tmp_path: Path) -> None:
    for nom, octets in {**CABOSSE, **manifeste('phase = "avance"')}.items():
        (tmp_path / nom).write_bytes(octets)

    def photographier() -> dict[str, tuple[int, bytes]]:
        return {p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in tmp_path.iterdir()}

    avant = photographier()
    lire_dossier(tmp_path, date_depot=DEPOT)
    assert photographier() == avant


def test_la_lecture_se_tait(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        juger(CABOSSE, Phase.AVANCE)
    sortie = capfd.readouterr()
    assert (sortie.out, sortie.err) == ("", "")
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []


# --- No bytes make the reading raise ---


@cache
def _sain() -> bytes:
    return pv_mes()


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_un_pdf_abime_au_hasard_ne_fait_jamais_lever(data: st.DataObject) -> None:
    octets = bytearray(_sain())
    for _ in range(data.draw(st.integers(1, 5))):
        debut = data.draw(st.integers(0, len(octets) - 1))
        octets[debut : debut + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    dossier = lire_dossier({"pv.pdf": bytes(octets)}, date_depot=DEPOT, phase=Phase.AVANCE)
    assert verifier(dossier).decision is not Decision.ACCEPTER


@settings(max_examples=20, deadline=None)
@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_n_importe_quel_texte_dans_une_piece_ne_fait_jamais_lever(titre: str, corps: str) -> None:
    lisibles = [
        "".join(c for c in t if c.isprintable() and c.isascii()) or "-" for t in (titre, corps)
    ]
    octets = pv_mes(*lisibles)
    verifier(lire_dossier({"pv.pdf": octets}, date_depot=DEPOT, phase=Phase.AVANCE))
