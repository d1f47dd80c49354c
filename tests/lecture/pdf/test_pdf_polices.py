"""Fonts whose text layer lies, and the honest fonts that look like them."""

from __future__ import annotations

from pathlib import Path

import pytest
import reportlab

from segur_payment.lecture.pdf import lire_pdf
from segur_payment.lecture.pdf._truetype import caracteres_par_glyphe
from segur_payment.verdict import Decision

from ..papiers import bon_avance, juger
from .pdf_fabriques import dessiner, flux, texte, une_page

RACINE = Path(__file__).parents[3]
VERA = (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()
GLYPHES = {c: g for g, caracteres in caracteres_par_glyphe(VERA).items() for c in caracteres}


def vers_unicode(dits: dict[int, str], chiffres: int = 2) -> bytes:
    """A /ToUnicode table."""
    lignes = [
        f"<{code:0{chiffres}X}> <{dit.encode('utf-16-be').hex()}>" for code, dit in dits.items()
    ]
    corps = f"{len(lignes)} beginbfchar\n" + "\n".join(lignes) + "\nendbfchar"
    etendue = f"<{'00' * (chiffres // 2)}> <{'FF' * (chiffres // 2)}>"
    return flux(
        f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange {etendue} "
        f"endcodespacerange\n{corps}\nendcmap end".encode()
    )


def _page(ressources: str) -> bytes:
    cadre = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    return f"<< {cadre} /Resources << {ressources} >> >>".encode()


def page(hexa: str, police: str, autres: dict[int, bytes], avant: str = "") -> bytes:
    """A word in the font 7, after words in Helvetica."""
    return une_page(
        f"BT /F1 12 Tf 72 700 Td ({avant}) Tj /F2 12 Tf <{hexa}> Tj ET".encode(),
        autres={3: _page("/Font << /F1 5 0 R /F2 7 0 R >>"), 7: police.encode(), **autres},
    )


def simple(noms: list[str], dits: list[str], avant: str = "", montres: int | None = None) -> bytes:
    """Named glyphs, drawn one after the other by the codes 1, 2, 3… and what each says.

    Only the first ``montres`` of them are shown; None: all.
    """
    codes = range(1, len(noms) + 1)
    police = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R /Encoding << "
        f"/Type /Encoding /Differences [1 {' '.join('/' + nom for nom in noms)}] >> >>"
    )
    hexa = "".join(f"{code:02X}" for code in codes[:montres])
    return page(hexa, police, {8: vers_unicode(dict(zip(codes, dits, strict=True)))}, avant)


def composite(dessine: str, dit: str) -> bytes:
    """An embedded TrueType font, by the numbers of its glyphs."""
    codes = [GLYPHES[c] for c in dessine]
    return page(
        "".join(f"{code:04X}" for code in codes),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Vera /Encoding /Identity-H "
        "/DescendantFonts [9 0 R] /ToUnicode 8 0 R >>",
        {
            8: vers_unicode(dict(zip(codes, dit, strict=True)), 4),
            9: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Vera /CIDToGIDMap /Identity "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            b"/FontDescriptor 10 0 R >>",
            10: b"<< /Type /FontDescriptor /FontName /Vera /Flags 4 /FontFile2 11 0 R >>",
            11: flux(VERA),
        },
    )


def lu(octets: bytes) -> tuple[str, bool]:
    """The last word that the text layer gives, and whether it is doubted."""
    (page_lue,) = lire_pdf(octets).pages
    return page_lue.mots[-1].texte, page_lue.couche_douteuse


def test_une_police_qui_dit_complet_et_dessine_partiel_est_douteuse() -> None:
    assert lu(simple(list("partiel"), list("complet"))) == ("complet", True)
    assert lu(composite("partiel", "complet")) == ("complet", True)


def test_un_seul_chiffre_change_suffit() -> None:
    assert lu(simple(["seven", "zero"], ["3", "0"])) == ("30", True)
    assert lu(composite("70", "30")) == ("30", True)


def test_des_lettres_qui_ne_disent_rien_sont_douteuses() -> None:
    assert lu(simple(["n", "o", "n", "o", "u", "i"], [" ", " ", " ", "o", "u", "i"]))[1]


@pytest.mark.parametrize(
    ("noms", "dits"),
    [
        (list("complet"), list("complet")),
        (["fi", "n"], ["fi", "n"]),
        (["Asmall", "B.sc", "c"], ["a", "b", "C"]),
        (["eacute", "Agrave", "ccedilla"], ["e\u0301", "À", "ç"]),
        (["g123", "C0_1", "cid42", "glyph7"], ["n", "o", "n", "s"]),
        (["hyphen", "sfthyphen", "space"], ["\u00ad", "-", " "]),
        (["oneoldstyle", "twosuperior", "uni0033"], ["1", "²", "3"]),
        (["alpha", "afii10065", "bullet"], ["a", "а", "•"]),
    ],
    ids=[
        "ordinaire", "ligature", "petites capitales", "accents décomposés", "noms privés",
        "traits", "chiffres", "autres alphabets",
    ],
)  # fmt: skip
def test_une_police_honnete_n_est_pas_douteuse(noms: list[str], dits: list[str]) -> None:
    assert not lu(simple(noms, dits))[1]


def test_seuls_comptent_les_codes_que_la_page_montre() -> None:
    assert lu(simple(list("oui"), list("oux"), montres=2)) == ("ou", False)
    assert lu(simple(list("oui"), list("oux"), montres=3)) == ("oux", True)


def test_une_police_choisie_par_un_etat_graphique_est_vue() -> None:
    cachee = une_page(
        b"BT /E gs 72 700 Td <01> Tj ET",
        autres={
            3: _page("/ExtGState << /E << /Font [7 0 R 12] >> >> /Font << /F2 7 0 R >>"),
            7: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R "
            b"/Encoding << /Differences [1 /p] >> >>",
            8: vers_unicode({1: "c"}),
        },
    )
    (page_lue,) = lire_pdf(cachee).pages
    assert page_lue.couche_douteuse


def test_une_police_incorporee_honnete_n_est_pas_douteuse() -> None:
    assert lu(composite("complet", "complet")) == ("complet", False)


@pytest.mark.parametrize(
    "chemin", sorted(RACINE.glob("tests/lecture/pdf/documents/*.pdf")), ids=lambda c: c.name
)
def test_les_logiciels_courants_ne_sont_pas_douteux(chemin: Path) -> None:
    assert not [p for p in lire_pdf(chemin.read_bytes()).pages if p.couche_douteuse]


def test_une_police_dans_une_forme_est_vue() -> None:
    cachee = une_page(
        b"/X Do",
        autres={
            3: _page("/XObject << /X 6 0 R >>"),
            6: flux(
                b"BT /F2 12 Tf 72 700 Td <01> Tj ET",
                "/Type /XObject /Subtype /Form /BBox [0 0 600 900] "
                "/Resources << /Font << /F2 7 0 R >> >>",
            ),
            7: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R "
            b"/Encoding << /Differences [1 /p] >> >>",
            8: vers_unicode({1: "c"}),
        },
    )
    assert lu(cachee) == ("c", True)


def test_un_pv_qui_montre_partiel_et_dit_complet_n_est_pas_accepte() -> None:
    avant = "Proces-verbal de mise en service prononcee pour le perimetre "
    verdict = juger(bon_avance(pv=simple(list("partiel"), list("complet"), avant)))
    assert verdict.decision is Decision.COMPLETER
    assert "SAS-FIC-04" in verdict.codes
    assert any(c.code.startswith("SAS-MES") for c in verdict.constats if c.indecis)


def test_une_table_de_caracteres_abimee_ne_dit_rien() -> None:
    for octets in (b"", VERA[:200], b"\x00\x01\x00\x00\xff\xff" + bytes(3000), VERA[:20000]):
        assert isinstance(caracteres_par_glyphe(octets), dict)
    assert lire_pdf(dessiner(texte(72, 700, "Bonjour"))).structure_lue
