"""Colours of the page, computed from its style sheet: WCAG 2.2 AA in light and in dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("segur_payment.rendu.page").joinpath("gabarits", "style.css").read_text("utf-8")
TONS = sorted(set(re.findall(r"--(\w+)-fond: #", STYLE)))
THEMES = ("clair", "sombre")


def _jetons(theme: str) -> dict[str, str]:
    clair, sombre = STYLE.split("@media (prefers-color-scheme: dark)")
    bloc = clair if theme == "clair" else sombre.split("\n}\n")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", bloc))


def _luminance(couleur: str) -> float:
    def lineaire(octet: str) -> float:
        part = int(octet, 16) / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    rouge, vert, bleu = (lineaire(couleur[n : n + 2]) for n in (1, 3, 5))
    return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu


def contraste(une: str, autre: str) -> float:
    clair, sombre = sorted((_luminance(une), _luminance(autre)), reverse=True)
    return (clair + 0.05) / (sombre + 0.05)


def test_le_calcul_est_celui_de_la_norme() -> None:
    assert round(contraste("#000000", "#ffffff"), 2) == 21
    assert round(contraste("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("theme", THEMES)
def test_les_deux_themes_ont_les_memes_jetons(theme: str) -> None:
    assert _jetons(theme).keys() == _jetons("clair").keys()
    assert len(TONS) == 8


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("encre", ["encre", "doux", "lien"])
@pytest.mark.parametrize("fond", ["fond", "carte"])
def test_les_textes_se_lisent(theme: str, encre: str, fond: str) -> None:
    jetons = _jetons(theme)
    assert contraste(jetons[encre], jetons[fond]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ton", TONS)
def test_chaque_ton_se_lit_sur_son_fond_la_carte_et_la_page(theme: str, ton: str) -> None:
    jetons = _jetons(theme)
    for fond in (f"{ton}-fond", "carte", "fond"):
        assert contraste(jetons[ton], jetons[fond]) >= 4.5


@pytest.mark.parametrize("trait", ["#b00020", "#14633a"])
def test_les_marques_se_voient_sur_le_papier(trait: str) -> None:
    assert trait in STYLE
    assert contraste(trait, "#ffffff") >= 4.5
