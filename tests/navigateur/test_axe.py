"""Longer suite: every report in headless Chromium, under axe-core, printed, without network.

Needs Chromium and the extra ``navigateur``; see « Longer suites » in the README.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rendu.page.rapports import RAPPORTS

from segur_payment import lire_dossier, verifier

CHROMIUM = os.environ.get("SEGUR_CHROMIUM") or shutil.which("chromium") or ""
playwright = pytest.importorskip("playwright.sync_api", reason="extra [navigateur] absent")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="extra absent")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium introuvable")
ARGUMENTS = ["--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
EXEMPLES = Path(__file__).parents[2] / "examples"
DEPOTS = {
    "avance_bonne": date(2025, 4, 2),
    "avance_defauts": date(2025, 4, 2),
    "solde_bon": date(2025, 9, 15),
    "solde_defauts": date(2025, 9, 15),
}
LARGEURS = (320, 768, 1280)


@pytest.fixture(scope="module")  # Playwright keeps a running loop: the others need none
def navigateur() -> Iterator[Any]:
    with playwright.sync_playwright() as lance:
        chromium = lance.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def _page(nom: str) -> str:
    if nom in DEPOTS:
        source = EXEMPLES / nom
        return verifier(lire_dossier(source, date_depot=DEPOTS[nom])).html(fichiers=source)
    verdict, comparaison = RAPPORTS[nom]
    return verdict.html(comparaison=comparaison)


def test_un_lien_ouvre_la_page_citee_et_le_constat_replies(navigateur: Any, tmp_path: Path) -> None:
    fichier = tmp_path / "rapport.html"
    fichier.write_text(_page("avance_bonne"), encoding="utf-8")
    page = navigateur.new_page()
    for lien in ("#page-1", "#constat-1"):
        page.goto(fichier.as_uri() + lien)
        cible = page.locator(lien)
        assert cible.evaluate("e => e.closest('details').open")
        assert cible.is_visible()
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("nom", [*DEPOTS, *RAPPORTS])
def test_aucune_violation_aucun_debordement_aucun_reseau(
    navigateur: Any, tmp_path: Path, nom: str, theme: str
) -> None:
    fichier = tmp_path / "rapport.html"
    fichier.write_text(_page(nom), encoding="utf-8")
    contexte = navigateur.new_context(color_scheme=theme)
    page = contexte.new_page()
    demandes: list[str] = []
    plaintes: list[str] = []
    page.on("request", lambda demande: demandes.append(demande.url))
    page.on("console", lambda message: plaintes.append(message.text))
    page.on("pageerror", lambda erreur: plaintes.append(str(erreur)))
    page.goto(fichier.as_uri())
    for largeur in LARGEURS:
        page.set_viewport_size({"width": largeur, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= largeur
    for ouvrir in (False, True):
        if ouvrir:
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        violations = axe.Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in violations] == []
    assert [d for d in demandes if not d.startswith(("file:", "data:"))] == []
    assert plaintes == []
    contexte.close()
