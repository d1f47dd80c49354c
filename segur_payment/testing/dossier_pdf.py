"""A dossier of the kit as a folder of PDFs on disk."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from segur_payment.dossier import Dossier, Phase, Piece
from segur_payment.testing.defauts.catalogue import DEFAUTS, controler
from segur_payment.testing.defauts.fichiers import piece_visee
from segur_payment.testing.erreurs import ErreurKit
from segur_payment.testing.manifeste import manifeste
from segur_payment.testing.pdf import SOIGNEE, Style, Typographie, en_pdf
from segur_payment.testing.pdf.pathologies import Pathologie, abimer

_PATHOLOGIES = {
    "SAS-FIC-03": Pathologie.JAVASCRIPT,
    "SAS-FIC-04": Pathologie.TEXTE_CACHE,
    "SAS-FIC-05": Pathologie.SIGNE_PUIS_MODIFIE,
}
DES_FICHIERS = ("SAS-FIC-01", "SAS-FIC-02", *_PATHOLOGIES)
"""The defects of files; every other one is written in the pieces."""


@dataclass(frozen=True)
class DossierPdf:
    """A folder of PDFs, and the dossier that it says; ``lire_dossier`` takes it as a path.

    The deposit date, the phase and what no piece says stand in its ``dossier.toml``.
    """

    chemin: Path
    """The folder: one PDF per piece, and ``dossier.toml``."""
    modele: Dossier
    """What the pieces say."""
    style: Style | Mapping[str, Style] = Style.SIMPLE
    typographie: Typographie = SOIGNEE
    pathologies: Mapping[str, Pathologie] = field(default_factory=dict)
    defauts_de_fichiers: tuple[str, ...] = ()

    def __fspath__(self) -> str:
        return str(self.chemin)

    @property
    def phase(self) -> Phase:
        """The phase of the dossier."""
        return self.modele.phase

    @property
    def pdfs(self) -> dict[str, Path]:
        """Name of each file, without its extension → its path."""
        return {chemin.stem: chemin for chemin in sorted(self.chemin.glob("*.pdf"))}

    def avec_defaut(self, *codes: str) -> DossierPdf:
        """The same dossier with defects, in a new folder beside this one (see ``avec_defaut``).

        Raises:
            ErreurKit: the defects do not fit, in the dossier or together.
        """
        codes = tuple(dict.fromkeys(codes))
        controler(self.phase, *self.defauts_de_fichiers, *codes)
        modele = self.modele
        for code in codes:
            if code not in DES_FICHIERS:
                modele = DEFAUTS[code].appliquer(modele)
        fichiers = tuple(code for code in codes if code in DES_FICHIERS)
        dossier = replace(
            self,
            chemin=self.chemin.with_name("-".join((self.chemin.name, *codes)).lower()),
            modele=modele,
            defauts_de_fichiers=(*self.defauts_de_fichiers, *fichiers),
        )
        return dossier.ecrire()

    def ecrire(self) -> DossierPdf:
        """Write the folder, in the place of what it held."""
        shutil.rmtree(self.chemin, ignore_errors=True)
        self.chemin.mkdir(parents=True)
        for nom, octets in self.octets().items():
            (self.chemin / nom).write_bytes(octets)
        return self

    def octets(self) -> dict[str, bytes]:
        """The files, name → bytes: ``lire_dossier`` takes them as they are."""
        pieces = nommer(self.modele)
        fichiers = {
            nom: en_pdf(piece, self._style(nom), self.typographie) for nom, piece in pieces.items()
        }
        for nom, pathologie in (*self.pathologies.items(), *self._pathologies_des_defauts()):
            if nom not in fichiers:
                raise ErreurKit(f"Pas de pièce « {nom} » parmi {', '.join(fichiers)}.")
            fichiers[nom] = abimer(fichiers[nom], pathologie)
        if "SAS-FIC-01" in self.defauts_de_fichiers:
            fichiers["annexe"] = abimer(fichiers[next(iter(fichiers))], Pathologie.TRONQUE)
        if "SAS-FIC-02" in self.defauts_de_fichiers:
            fichiers["pv (copie)"] = fichiers["pv"]
        pdfs = {f"{nom}.pdf": octets for nom, octets in fichiers.items()}
        return {**pdfs, "dossier.toml": manifeste(self.modele).encode()}

    def _style(self, nom: str) -> Style:
        if isinstance(self.style, Mapping):
            return Style(self.style.get(nom, Style.SIMPLE))
        return Style(self.style)

    def _pathologies_des_defauts(self) -> list[tuple[str, Pathologie]]:
        """In the order of the codes: a file is signed after any other change."""
        visee = piece_visee(self.phase)
        nom = next((n for n, p in nommer(self.modele).items() if p.type is visee), visee.value)
        codes = set(self.defauts_de_fichiers)
        return [(nom, pathologie) for code, pathologie in _PATHOLOGIES.items() if code in codes]


def ecrire_en_pdf(
    dossier: Dossier,
    chemin: Path,
    *,
    style: Style | str | Mapping[str, Style] = Style.SIMPLE,
    typographie: Typographie = SOIGNEE,
    pathologies: Mapping[str, Pathologie] | None = None,
) -> DossierPdf:
    """Write a dossier as a folder of PDFs that read back as the same facts.

    ::

        ecrire_en_pdf(dossier, tmp_path / "avance", style="tableau")
        ecrire_en_pdf(dossier, tmp_path / "avance", pathologies={"pv": Pathologie.SCAN})

    Args:
        dossier: what the pieces say.
        chemin: the folder, made anew.
        style: of all pieces, or of each by its name: ``formulaire``, ``pv``, ``declaration``,
            ``justificatif``, ``support``, ``autre``.
        typographie: of all pieces.
        pathologies: what happened to the file of a piece, by its name.

    Raises:
        ErreurKit: the extra ``[testing]`` is not installed, or a name is of no piece.
    """
    habit = style if isinstance(style, Mapping) else Style(style)
    return DossierPdf(chemin, dossier, habit, typographie, pathologies or {}).ecrire()


def nommer(dossier: Dossier) -> dict[str, Piece]:
    """The pieces of a dossier under the names of their files; those of one kind are numbered."""
    nommees: dict[str, Piece] = {}
    familles: tuple[tuple[str, tuple[Piece, ...]], ...] = (
        ("formulaire", _une(dossier.formulaire)),
        ("pv", _une(dossier.pv)),
        ("declaration", _une(getattr(dossier, "declaration", None))),
        ("justificatif", getattr(dossier, "justificatifs", ())),
        ("support", _une(getattr(dossier, "support", None))),
        ("autre", dossier.autres_pieces),
    )
    for nom, pieces in familles:
        for rang, piece in enumerate(pieces, start=1):
            nommees[nom if rang == 1 else f"{nom}-{rang}"] = piece
    return nommees


def _une(piece: Piece | None) -> tuple[Piece, ...]:
    return () if piece is None else (piece,)
