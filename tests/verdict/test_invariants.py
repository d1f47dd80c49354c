"""The invariants of ``docs/architecture.md``: each test fails when its invariant breaks."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from fabrique import (
    bon_avance,
    bon_solde,
    cgu,
    demande,
    fichier,
    formulaire,
    preuve,
    pv_mes,
    pv_vsr,
    support,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from segur_payment.dossier import (
    AutreDocument,
    ContenuActif,
    Contradiction,
    Dossier,
    DossierAvance,
    DossierSolde,
    Editeur,
    Phase,
    Piece,
    SolutionLogicielle,
    TypePiece,
)
from segur_payment.regles.catalogue import PAR_CODE, regles_de
from segur_payment.regles.conclusion import Conclusion, Effet, Resultat
from segur_payment.regles.socle import Regle
from segur_payment.testing import avec_defaut, codes_de, fabriquer_avance, incompatibles, modifier
from segur_payment.testing import strategies as sst
from segur_payment.verdict import Constat, Decision, Verdict, decider, jugement, verifier

DOSSIERS: dict[Phase, Dossier] = {Phase.AVANCE: bon_avance(), Phase.SOLDE: bon_solde()}
GRAVITE = list(Decision)
SANS_CODE_POUR_CAUSE = {
    "SAS-MNT-03": "les coûts ne sont pas déclarés",
    "SAS-DAT-02": "aucune date limite n’est configurée",
    "SAS-IDE-01": "moins de deux pièces nomment l’éditeur",
    "SAS-IDE-02": "moins de deux pièces nomment la solution",
    "SAS-TRD-04": "aucune pièce ne nomme la solution",
    "SAS-VSR-10": "la mise en service n’est pas datée",
    "SAS-VSR-11": "la mise en service n’est pas datée",
} | {f"SAS-FIC-0{n}": "aucun fichier n’a été lu" for n in range(1, 6)}


def _regles(monkeypatch: pytest.MonkeyPatch, regles: Iterable[Regle]) -> None:
    monkeypatch.setattr(jugement, "regles_de", lambda phase: tuple(regles))


def _remplacer(regle: Regle, fonction: Callable[[Any], Any]) -> tuple[Regle, ...]:
    autre = replace(regle, fonction=fonction)
    return tuple(autre if r.code == regle.code else r for r in regles_de(regle.phases[0]))


def _planter(dossier: Dossier) -> Conclusion:
    raise ZeroDivisionError


TOUTES = [pytest.param(regle, id=code) for code, regle in PAR_CODE.items()]


@pytest.mark.parametrize("regle", TOUTES)
@pytest.mark.parametrize("panne", [_planter, lambda dossier: ()], ids=["plante", "muette"])
def test_une_regle_en_panne_interdit_d_accepter(
    regle: Regle, panne: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    _regles(monkeypatch, _remplacer(regle, panne))
    assert verifier(DOSSIERS[regle.phases[0]]).decision is Decision.COMPLETER


@pytest.mark.parametrize("regle", PAR_CODE.values(), ids=list(PAR_CODE))
@pytest.mark.parametrize("panne", [_planter, lambda dossier: ()], ids=["plante", "muette"])
def test_une_regle_en_panne_se_voit_et_n_en_cache_aucune(
    regle: Regle, panne: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = DOSSIERS[regle.phases[0]]
    autres = [c for c in verifier(dossier).constats if c.code != regle.code]
    _regles(monkeypatch, _remplacer(regle, panne))
    constats = verifier(dossier).constats
    (en_erreur,) = (c for c in constats if c.code == regle.code)
    assert en_erreur.resultat is Resultat.EN_ERREUR
    assert [c for c in constats if c.code != regle.code] == autres


def test_un_passage_a_vide_n_accepte_rien(monkeypatch: pytest.MonkeyPatch) -> None:
    _regles(monkeypatch, ())
    assert verifier(bon_avance()).decision is Decision.COMPLETER
    assert decider(()) is Decision.COMPLETER


def _constat(resultat: Resultat, effet: Effet) -> Constat:
    modele = verifier(bon_avance()).constats[0]
    return modele.model_copy(update={"resultat": resultat, "effet": effet})


CONSTATS = [_constat(resultat, effet) for resultat in Resultat for effet in Effet]
UNE_OU_PLUS = st.lists(st.sampled_from(CONSTATS), min_size=1)


@given(UNE_OU_PLUS, st.sampled_from(CONSTATS))
def test_un_constat_de_plus_n_ameliore_jamais_la_decision(
    constats: list[Constat], autre: Constat
) -> None:
    avant, apres = decider(constats), decider([*constats, autre])
    assert GRAVITE.index(apres) >= GRAVITE.index(avant)


@given(UNE_OU_PLUS, st.randoms())
def test_l_ordre_des_constats_ne_compte_pas(constats: list[Constat], hasard: random.Random) -> None:
    melanges = hasard.sample(constats, len(constats))
    assert decider(melanges) is decider(constats)


AUTRE = Editeur(raison_sociale="Télésoin SARL", siren="552100554")


@settings(deadline=None)
@given(sst.codes("avance"), st.sampled_from(codes_de("avance")))
def test_un_defaut_de_plus_n_ameliore_jamais_la_decision(
    defauts: tuple[str, ...], autre: str
) -> None:
    assume(not incompatibles(*defauts, autre))
    avant = verifier(avec_defaut(fabriquer_avance(), *defauts)).decision
    apres = verifier(avec_defaut(fabriquer_avance(), *defauts, autre)).decision
    assert GRAVITE.index(apres) >= GRAVITE.index(avant)


@settings(deadline=None)
@given(sst.codes("avance"), st.sampled_from(["formulaire", "pv", "declaration"]))
def test_une_piece_illisible_n_ameliore_jamais_la_decision(
    defauts: tuple[str, ...], piece: str
) -> None:
    dossier = avec_defaut(fabriquer_avance(), *defauts)
    assume(getattr(dossier, piece) is not None)
    avant = verifier(dossier).decision
    apres = verifier(modifier(dossier, {f"{piece}.illisible": "page 1."})).decision
    assert GRAVITE.index(apres) >= GRAVITE.index(avant)


def _charge(melanger: Callable[[Sequence[Any]], Sequence[Any]]) -> DossierAvance:
    """A dossier with several of everything, in the order that ``melanger`` gives."""
    justificatifs = (
        cgu(clause=None, solution=SolutionLogicielle(nom="Télésoin")),
        cgu(clause=None, editeur=AUTRE, preuves={"editeur": (preuve("552 100 554"),)}),
        cgu(clause=None, illisible="page 3.", solution=None),
        cgu(clause=None, illisible="page 4.", solution=None),
    )
    autres = (
        pv_vsr(),
        support(),
        AutreDocument(titre="Note", a_la_place_de=TypePiece.PV_MES),
        AutreDocument(titre="Lettre", a_la_place_de=TypePiece.PV_MES),
    )
    fichiers = (
        fichier("a.pdf", sha256="0" * 64),
        fichier("b.pdf", sha256="0" * 64, contenu_actif=(ContenuActif.LANCEMENT,)),
        fichier("c.pdf", illisible="il est vide."),
        fichier("d.pdf", textes_non_fiables=(preuve("caché"),)),
    )
    return bon_avance(
        pv=None,
        formulaire=None,
        justificatifs=tuple(melanger(justificatifs)),
        autres_pieces=tuple(melanger(autres)),
        fichiers=tuple(melanger(fichiers)),
    )


@settings(deadline=None)
@given(st.randoms())
def test_l_ordre_des_pieces_et_des_fichiers_ne_compte_pas(hasard: random.Random) -> None:
    range_, melange = (
        verifier(_charge(tuple)),
        verifier(_charge(lambda objets: hasard.sample(objets, len(objets)))),
    )
    assert melange.decision is range_.decision
    assert melange.constats == range_.constats
    assert melange.a_faire == range_.a_faire


@pytest.mark.parametrize("graine", range(5))
def test_l_ordre_des_regles_ne_compte_pas(graine: int, monkeypatch: pytest.MonkeyPatch) -> None:
    range_ = verifier(_charge(tuple))
    regles = regles_de(Phase.AVANCE)
    _regles(monkeypatch, random.Random(graine).sample(regles, len(regles)))
    melange = verifier(_charge(tuple))
    assert melange.decision is range_.decision
    assert {c.model_dump_json() for c in melange.constats} == {
        c.model_dump_json() for c in range_.constats
    }


def test_le_json_est_le_meme_octet_pour_octet() -> None:
    code = (
        "from verdict.test_invariants import _charge; from segur_payment.verdict import verifier;"
        "print(verifier(_charge(tuple)).model_dump_json())"
    )
    ici = verifier(_charge(tuple)).model_dump_json()
    assert verifier(_charge(tuple)).model_dump_json() == ici
    for graine in ("1", "2"):
        chemin = os.pathsep.join(filter(None, sys.path))
        env = {**os.environ, "PYTHONPATH": chemin, "PYTHONHASHSEED": graine, "PYTHONUTF8": "1"}
        sortie = subprocess.run([sys.executable, "-c", code], env=env, check=True, stdout=-1).stdout
        assert sortie.decode().strip() == ici


@pytest.mark.parametrize("dossier", [*DOSSIERS.values(), _charge(tuple)], ids=["a", "s", "c"])
def test_le_verdict_fait_l_aller_retour(dossier: Dossier) -> None:
    verdict = verifier(dossier)
    assert Verdict.model_validate_json(verdict.model_dump_json()) == verdict
    assert Verdict.model_validate(verdict.model_dump()) == verdict


SANS_PIECE = [
    DossierAvance(demande=demande()),
    DossierSolde(demande=demande()),
    bon_avance(pv=None, autres_pieces=(pv_vsr(),)),
    bon_solde(pv=None, autres_pieces=(pv_mes(),)),
    bon_avance(formulaire=formulaire(Phase.SOLDE)),
    bon_avance(pv=pv_mes(signatures=(), date=None, date_constat=None, perimetre=None)),
    bon_avance(fichiers=(fichier(illisible="il est vide."),)),
    *DOSSIERS.values(),
]


@pytest.mark.parametrize("rang", range(len(SANS_PIECE)))
def test_sans_objet_nomme_une_cause_du_catalogue(rang: int) -> None:
    verdict = verifier(SANS_PIECE[rang])
    conformes = {c.code for c in verdict.constats if c.resultat is Resultat.CONFORME}
    for constat in verdict.constats:
        if constat.resultat is Resultat.SANS_OBJET:
            assert constat.causes or constat.code in SANS_CODE_POUR_CAUSE
            assert set(constat.causes) <= set(PAR_CODE) - {constat.code} - conformes


SANS_PORTEE = {
    (Phase.SOLDE, "support", "solution"): "elle n’est comparée à aucune autre",
    (Phase.AVANCE, "formulaire", "avance_versee"): "la question est celle du solde",
}


def _contredits() -> list[tuple[str, str, Dossier]]:
    """Each field of each piece, with a good dossier where a person's word is contradicted."""
    muets = set(Piece.model_fields) - {"type", "editeur", "solution", "date"} | {"blocs_vides"}
    cas: list[tuple[str, str, Dossier]] = []
    for dossier in DOSSIERS.values():
        for place in ("formulaire", "pv", "declaration", "support"):
            piece: Any = getattr(dossier, place, None)
            for champ in sorted(set(type(piece).model_fields) - muets) if piece else ():
                if (dossier.phase, place, champ) in SANS_PORTEE:
                    continue
                cle = "signatures.editeur" if champ == "signatures" else champ
                ecart = {cle: Contradiction(declare="oui", lu="non")}
                contredite = piece.model_copy(update={"contradictions": ecart})
                cas.append((place, champ, dossier.model_copy(update={place: contredite})))
    return cas


@pytest.mark.parametrize(("place", "champ", "dossier"), _contredits())
def test_un_fait_declare_que_le_document_contredit_est_un_defaut(
    place: str, champ: str, dossier: Dossier
) -> None:
    verdict = verifier(dossier)
    assert verdict.codes
    assert verdict.decision is not Decision.ACCEPTER
