"""Time per page of the whole reading, against the bare text of the same pages, in one run.

    python benchmarks/lecture.py [FOLDER …]

Each folder of PDFs counts as one dossier; without argument, those of ``examples`` and of
``tests/lecture/dossiers``. Only the ratios mean anything: all engines take turns on the same
files, and the best of several rounds counts. Files that pdfium or pypdf cannot open are left out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pypdf
import pypdfium2

from segur_payment import lire_dossier
from segur_payment.lecture import fichiers as ouverture
from segur_payment.lecture.parts import parts_de
from segur_payment.lecture.pdf import LecteurPdf, LimitesLecture, atelier
from segur_payment.lecture.pdf._document import lire_document
from segur_payment.lecture.pdf._structure import lire_structure

RACINE = Path(__file__).resolve().parents[1]
DEPOT = dt.date(2026, 9, 1)
LIMITES = LimitesLecture()
BORNES = asdict(LIMITES)
LARGEUR = 40
Dossier = dict[str, bytes]


@dataclass(frozen=True)
class Corpus:
    """Dossiers of PDFs, all of whose pages the three ways can read."""

    nom: str
    dossiers: list[Dossier]

    @property
    def fichiers(self) -> list[bytes]:
        return [octets for dossier in self.dossiers for octets in dossier.values()]

    def de(self, nom: str, producteur: str) -> Corpus:
        """The files that one tool made."""
        gardes = [
            {n: o for n, o in dossier.items() if producteur in _producteur(o)}
            for dossier in self.dossiers
        ]
        return Corpus(nom, [dossier for dossier in gardes if dossier])


def _producteur(octets: bytes) -> str:
    metadonnees = pypdf.PdfReader(io.BytesIO(octets)).metadata
    return (metadonnees.producer if metadonnees else None) or ""


def _pages(octets: bytes) -> int:
    """Pages that both engines open; 0 for a file that one of them refuses."""
    try:
        with pypdfium2.PdfDocument(octets) as document:
            return min(len(document), len(pypdf.PdfReader(io.BytesIO(octets)).pages))
    except Exception:  # noqa: BLE001 - whatever is wrong, the file is left out
        return 0


def charger(racines: Iterable[Path]) -> Corpus:
    """The folders that hold PDFs, under ``racines`` or these themselves."""
    dossiers: list[Dossier] = []
    for racine in racines:
        for dossier in sorted((racine, *filter(Path.is_dir, racine.iterdir()))):
            octets = {p.name: p.read_bytes() for p in sorted(dossier.glob("*.pdf"))}
            if lus := {nom: o for nom, o in octets.items() if _pages(o)}:
                dossiers.append(lus)
    return Corpus("Tous les fichiers", dossiers)


def texte_pdfium(corpus: Corpus) -> None:
    for octets in corpus.fichiers:
        with pypdfium2.PdfDocument(octets) as document:
            for page in document:
                page.get_textpage().get_text_range()


def texte_pypdf(corpus: Corpus) -> None:
    for octets in corpus.fichiers:
        for page in pypdf.PdfReader(io.BytesIO(octets)).pages:
            page.extract_text()


def tout_lire(corpus: Corpus) -> None:
    for dossier in corpus.dossiers:
        lire_dossier(dossier, date_depot=DEPOT, phase="avance", ocr=False)


def chronometrer(actions: Mapping[str, Callable[[], object]], passages: int) -> dict[str, float]:
    """The best time of each action, in seconds; they take turns."""
    meilleurs = dict.fromkeys(actions, float("inf"))
    for _ in range(passages + 1):  # the first round warms up, and is never the best
        for nom, action in actions.items():
            debut = time.perf_counter()
            action()
            meilleurs[nom] = min(meilleurs[nom], time.perf_counter() - debut)
    return meilleurs


def etapes(corpus: Corpus, lecteur: LecteurPdf) -> dict[str, Callable[[], object]]:
    """The stages one after the other; in a dossier, those of the child overlap the others."""
    fichiers = corpus.fichiers
    lus = [lecteur.lire(octets) for octets in fichiers]
    return {
        "structure": lambda: [lire_structure(octets) for octets in fichiers],
        "document": lambda: [lire_document(octets, BORNES) for octets in fichiers],
        "processus": lambda: [lecteur.lire(octets) for octets in fichiers],
        "reconnaissance": lambda: [list(parts_de("p.pdf", lu, ())) for lu in lus],
        # A document remembers what was found in it: each round lays it out anew.
        "pieces": lambda: [ouverture._lire_pieces(list(parts_de("p.pdf", lu, ()))) for lu in lus],
    }


def comparer(corpus: Corpus, passages: int) -> None:
    """Print the times of one corpus as a small table."""
    pages = sum(map(_pages, corpus.fichiers))
    if not pages:
        return
    with LecteurPdf() as lecteur:
        duree = chronometrer(
            {
                "pdfium": lambda: texte_pdfium(corpus),
                "pypdf": lambda: texte_pypdf(corpus),
                "entiere": lambda: tout_lire(corpus),
                **etapes(corpus, lecteur),
            },
            passages,
        )
    lignes = {
        "texte nu, pdfium": duree["pdfium"],
        "texte nu, pypdf": duree["pypdf"],
        "lecture entière, lire_dossier": duree["entiere"],
        "  pages (pdfium)": duree["document"] - duree["structure"],
        "  structure (pypdf)": duree["structure"],
        "  tuyau et processus": duree["processus"] - duree["document"],
        "  mise en page et reconnaissance": duree["reconnaissance"],
        "  extraction": duree["pieces"] - duree["reconnaissance"],
    }
    print(f"\n{corpus.nom} : {len(corpus.dossiers)} dossiers, {pages} pages")
    print(f"{'':{LARGEUR}}{'ms/page':>10}{'× pdfium':>10}{'× pypdf':>10}")
    for nom, temps in lignes.items():
        valeurs = (1000 * temps / pages, temps / duree["pdfium"], temps / duree["pypdf"])
        print(f"{nom:{LARGEUR}}" + "".join(f"{v:10.2f}" for v in valeurs))


def principal() -> None:
    analyseur = argparse.ArgumentParser(description="Mesure la lecture des PDF.")
    analyseur.add_argument("dossiers", nargs="*", type=Path, help="dossiers de PDF")
    analyseur.add_argument("--passages", type=int, default=5)
    options = analyseur.parse_args()
    logging.disable(logging.CRITICAL)
    atelier._partage = LecteurPdf()  # remembers nothing: every file is read each time
    racines = options.dossiers or [RACINE / "examples", RACINE / "tests/lecture/dossiers"]
    corpus = charger(racines)
    if not corpus.dossiers:
        analyseur.error("aucun PDF lisible")
    comparer(corpus, options.passages)
    comparer(corpus.de("Faits par Chromium", "Skia/PDF"), options.passages)
    comparer(corpus.de("Faits par LibreOffice", "LibreOffice"), options.passages)
    print("\nObjectifs : lecture entière ≤ 2 × pdfium et ≤ 0.20 × pypdf.")


if __name__ == "__main__":
    principal()
