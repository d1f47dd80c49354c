"""The pages of the documentation: what is generated is current, what is cited exists, runs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from projet.pages import COUPURE, PAGE_DES_REGLES, RACINE, README, page_des_regles, readme
from segur_payment import Decision, Politique, TypePiece, lire_dossier, verifier
from segur_payment.cli.arguments import analyseur
from segur_payment.testing import Pathologie, abimer

DOCS = RACINE / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
PAGES = [README, RACINE / "CHANGELOG.md", RACINE / "examples/README.md", *DOCS.rglob("*.md")]
PROJET = tomllib.loads((RACINE / "pyproject.toml").read_text(encoding="utf-8"))


def _texte(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _nom(page: Path) -> str:
    return page.relative_to(RACINE).as_posix()


def _bloc(page: Path, langue: str) -> str:
    trouve = re.search(rf"^```{langue}\n(.*?)^```", _texte(page), re.DOTALL | re.MULTILINE)
    assert trouve is not None
    return trouve[1]


def test_la_page_des_regles_est_celle_du_catalogue() -> None:
    assert _texte(PAGE_DES_REGLES) == page_des_regles()


def test_la_sortie_du_readme_est_celle_de_la_commande() -> None:
    assert COUPURE in _texte(README)
    assert _texte(README) == readme()


@pytest.mark.parametrize("page", PAGES, ids=_nom)
def test_chaque_lien_mene_a_un_fichier(page: Path) -> None:
    liens = re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", _texte(page))
    assert [lien for lien in liens if not (page.parent / lien).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=_nom)
def test_chaque_fichier_cite_existe(page: Path) -> None:
    cites = re.findall(r"`((?:tests|examples|benchmarks|docs)/[\w/.-]+)`", _texte(page))
    assert [cite for cite in cites if not (RACINE / cite).exists()] == []


def test_chaque_page_se_trouve_depuis_le_readme() -> None:
    vues, a_voir = set(), [README]
    while a_voir:
        page = a_voir.pop()
        vues.add(page)
        liens = re.findall(r"\]\((?!https?:|#)([^)#]+\.md)", _texte(page))
        a_voir += {(page.parent / lien).resolve() for lien in liens} - vues
    assert set(DOCS.rglob("*.md")) <= vues


@pytest.mark.parametrize("decision", DECISIONS, ids=_nom)
def test_une_decision_porte_le_numero_de_son_fichier_et_est_dans_la_table(decision: Path) -> None:
    titre = _texte(decision).splitlines()[0]
    numero, _, reste = titre.removeprefix("# ").partition(". ")
    assert int(numero) == int(decision.name[:4])
    assert f"{numero}. [{reste}]({decision.name})" in _texte(DOCS / "decisions/README.md")


def test_la_page_de_la_commande_nomme_chaque_option() -> None:
    (commandes,) = (a.choices for a in analyseur()._actions if isinstance(a.choices, dict))
    page = _texte(DOCS / "commande.md")
    for nom, commande in commandes.items():
        assert f"segur-payment {nom}" in page
        for action in commande._actions:
            assert action.dest == "help" or any(
                option in page for option in action.option_strings or [str(action.metavar)]
            )


@pytest.mark.parametrize("page", ["python.md", "testing-signatures.md"])
def test_le_python_d_une_page_s_execute(
    page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "examples").symlink_to(RACINE / "examples")
    monkeypatch.chdir(tmp_path)
    exec(compile(_bloc(DOCS / page, "python"), page, "exec"), {})


def test_la_politique_de_la_page_se_lit(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(_bloc(DOCS / "politique.md", "toml"), encoding="utf-8")
    politique = Politique.lire(tmp_path / "p.toml")
    assert politique.delais
    assert politique.reclassements
    assert politique.signatures_a_prouver


def test_le_manifeste_de_la_page_declare_un_scan() -> None:
    fichiers = {f.name: f.read_bytes() for f in (RACINE / "examples/avance_bonne").glob("*.pdf")}
    scan = abimer(fichiers.pop("2_PV_mise_en_service.pdf"), Pathologie.SCAN)
    manifeste = _bloc(DOCS / "manifeste.md", "toml").encode()
    dossier = lire_dossier(fichiers | {"scan.pdf": scan, "dossier.toml": manifeste}, ocr=False)
    verdict = verifier(dossier)
    assert verdict.decision is Decision.ACCEPTER
    assert any(reserve.piece is TypePiece.PV_MES for reserve in verdict.reserves)


def test_l_archive_des_sources_tient_tout_ce_que_le_readme_cite() -> None:
    tenus = set(PROJET["tool"]["hatch"]["build"]["targets"]["sdist"]["include"])
    cites = re.findall(r"\]\((?!https?:)([^)#]+)\)", _texte(README))
    assert {cite.partition("/")[0] for cite in cites} | {"constraints.txt"} <= tenus


def test_la_version_est_dans_le_journal() -> None:
    assert f"## [{PROJET['project']['version']}]" in _texte(RACINE / "CHANGELOG.md")
