"""What the code may not do, read in the code itself: clocks, network, imports backwards."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import segur_payment

RACINE = Path(segur_payment.__file__).parent
MODULES = sorted(RACINE.rglob("*.py"))
SANS_COMMANDE = [m for m in MODULES if "cli" not in m.relative_to(RACINE).parts]
RESEAU = {"socket", "urllib.request", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
HORLOGES = {"today", "now", "utcnow", "localtime", "time_ns"}
PERMIS = {
    "dossier": {"dossier"},
    "langue": {"langue"},
    "referentiel": {"referentiel", "dossier"},
    "regles": {"regles", "referentiel", "dossier", "langue", "francais"},
    "verdict": {
        "verdict",
        "regles",
        "referentiel",
        "dossier",
        "langue",
        "erreurs",
        "donnees",
        "version",
        "francais",
    },
}

PONTS = {
    ("verdict/modele.py", f"segur_payment.rendu.{fonction}")
    for fonction in (
        "page.rendre_page",
        "texte.rendre",
        "courrier.courrier_markdown",
        "courrier.courrier_pdf",
    )
}
"""The ways back: ``Verdict.html``, ``texte``, ``courrier`` load their output only when called."""
TYPES_SEULS = {("verdict/modele.py", "segur_payment.lecture.sources.Source")}
"""Imported for the type checker only."""


def _imports(module: Path) -> Iterator[str]:
    for noeud in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(noeud, ast.Import):
            yield from (alias.name for alias in noeud.names)
        elif isinstance(noeud, ast.ImportFrom):
            depuis = [noeud.module] if noeud.module else []
            if noeud.level:
                depuis = [
                    *module.parents[noeud.level - 1].relative_to(RACINE.parent).parts,
                    *depuis,
                ]
            yield from (".".join([*depuis, alias.name]) for alias in noeud.names)


def _nom(module: Path) -> str:
    return module.relative_to(RACINE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=_nom)
def test_aucun_reseau(module: Path) -> None:
    interdits = [
        importe
        for importe in _imports(module)
        for reseau in RESEAU
        if importe == reseau or importe.startswith(f"{reseau}.")
    ]
    assert interdits == []


@pytest.mark.parametrize("module", SANS_COMMANDE, ids=_nom)
def test_aucune_horloge_sous_la_commande(module: Path) -> None:
    arbre = ast.parse(module.read_text(encoding="utf-8"))
    appels = (n.func for n in ast.walk(arbre) if isinstance(n, ast.Call))
    assert [a.attr for a in appels if isinstance(a, ast.Attribute) and a.attr in HORLOGES] == []


@pytest.mark.parametrize("piece", PERMIS)
def test_les_imports_vont_dans_un_seul_sens(piece: str) -> None:
    atteintes = {
        importe.split(".")[1]
        for module in (RACINE / piece).rglob("*.py")
        for importe in _imports(module)
        if importe.startswith("segur_payment.")
        and (_nom(module), importe) not in PONTS | TYPES_SEULS
    }
    assert atteintes <= PERMIS[piece]


@pytest.mark.parametrize("module", MODULES, ids=_nom)
def test_nul_n_entre_dans_un_module_prive_d_une_autre_piece(module: Path) -> None:
    ici = module.relative_to(RACINE).parts[0]
    prives = [
        importe
        for importe in _imports(module)
        if importe.startswith("segur_payment.")
        and importe.split(".")[1] != ici
        and re.search(r"\._[a-z]", importe)
    ]
    assert prives == []


def test_la_lecture_ne_connait_ni_verdict_ni_rendu_ni_commande() -> None:
    atteintes = {
        importe.split(".")[1]
        for module in (RACINE / "lecture").rglob("*.py")
        for importe in _imports(module)
        if importe.startswith("segur_payment.")
    }
    assert atteintes.isdisjoint({"regles", "verdict", "rendu", "cli", "testing"})


def test_le_verdict_ne_charge_le_rendu_que_par_ses_sorties() -> None:
    """The bridge and the types stand where loading the module does not execute them."""
    arbre = ast.parse((RACINE / "verdict/modele.py").read_text(encoding="utf-8"))
    executes = [n for n in arbre.body if isinstance(n, ast.ImportFrom)]
    assert {str(n.module).split(".")[1] for n in executes if _du_projet(n)} <= PERMIS["verdict"]
    ponts = {
        f"{n.module}.{n.names[0].name}"
        for fonction in ast.walk(arbre)
        if isinstance(fonction, ast.FunctionDef)
        for n in ast.walk(fonction)
        if isinstance(n, ast.ImportFrom)
    }
    assert ponts == {importe for _, importe in PONTS}


def _du_projet(noeud: ast.ImportFrom) -> bool:
    return (noeud.module or "").startswith("segur_payment.")


@pytest.mark.parametrize("module", sorted((RACINE / "regles").glob("*.py")), ids=_nom)
def test_les_regles_ne_touchent_ni_fichier_ni_horloge(module: Path) -> None:
    assert {i.split(".")[0] for i in _imports(module)}.isdisjoint({"os", "pathlib", "io", "time"})
    noeuds = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    noms = {noeud.id for noeud in noeuds if isinstance(noeud, ast.Name)}
    assert noms.isdisjoint({"open", "print", "input"})
