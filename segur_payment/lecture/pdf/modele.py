"""What the PDF reader gives back: plain data, no behaviour beyond geometry, standard library only.

Coordinates are points (1/72 inch) from the TOP-LEFT corner of the page as displayed, with its
rotation and crop box applied; ``y`` grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, NamedTuple

Couvre = Literal["fichier_entier", "revision", "partielle", "inconnue"]
Suite = Literal["aucune", "archivage", "formulaire", "annotations", "autre"]
GenreChamp = Literal["texte", "case", "radio", "choix", "signature", "bouton"]


class ErreurFichier(StrEnum):
    """Why a file could not be read, or not entirely."""

    VIDE = "vide"
    """No byte, or only blanks."""
    PAS_UN_PDF = "pas_un_pdf"
    """No PDF header: another format under a .pdf name."""
    TRONQUE = "tronque"
    """The end of the file is missing; the pages that could be saved are given."""
    MOT_DE_PASSE = "mot_de_passe"
    """A password is needed to open it (an owner password alone does not prevent reading)."""
    CHIFFREMENT_NON_PRIS_EN_CHARGE = "chiffrement_non_pris_en_charge"
    """Encrypted for certificates or with an unknown method."""
    ZERO_PAGE = "zero_page"
    """It opens and holds no page."""
    TROP_GROS = "trop_gros"
    """Above ``LimitesLecture.taille_max``; not opened."""
    TROP_DE_PAGES = "trop_de_pages"
    """Above ``LimitesLecture.pages_max``; no page was read."""
    TROP_DE_TEXTE = "trop_de_texte"
    """Above ``LimitesLecture.caracteres_max``, the values of its form included."""
    MOT_TROP_LONG = "mot_trop_long"
    """A word above ``LimitesLecture.mot_max``."""
    DELAI = "delai"
    """Not read within ``LimitesLecture.delai``; the reading was ended."""
    MEMOIRE = "memoire"
    """Reading it needs more than ``LimitesLecture.memoire``."""
    PLANTAGE = "plantage"
    """The reading process ended abnormally, or could not be started."""
    AMBIGU = "ambigu"
    """A dictionary gives one key twice: readers keep one value or the other."""
    ILLISIBLE = "illisible"
    """It begins like a PDF and no engine can open it."""


class Boite(NamedTuple):
    """A rectangle on the displayed page, in points: ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def largeur(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def hauteur(self) -> float:
        """Height in points."""
        return self.y1 - self.y0


class Mot(NamedTuple):
    """A run of characters without white space, exactly as the file gives it (not normalised).

    Any Unicode space ends a word, no-break spaces included: ``1 500 €`` is three words.
    """

    texte: str
    boite: Boite
    visible: bool
    """A reader of the displayed page sees it: it leaves ink of its own inside the page."""
    cesure: bool
    """Cut by a soft hyphen at the line end: the next ``Mot`` is its continuation."""
    confiance: float | None = None
    """How surely it was recognised in a picture, 0 to 1; None: the file holds it as text."""


@dataclass(frozen=True, slots=True)
class Carre:
    """A small framed shape (5 to 26 pt) or box glyph that may be a checkbox or a radio button."""

    boite: Boite
    encre: float
    """Share (0 to 1) of the inside, frame excluded, that differs clearly from the paper."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture placed on the page (only the part inside the page)."""

    boite: Boite


@dataclass(frozen=True, slots=True)
class ImagePage:
    """The picture of a whole page as displayed, in shades of grey."""

    largeur: int
    """In pixels."""
    hauteur: int
    echelle: float
    """Pixels per point."""
    gris: bytes = field(repr=False)
    """One byte per pixel (0 black, 255 white), row by row from the top."""


@dataclass(frozen=True, slots=True)
class Apercu:
    """The picture of a page as displayed, to be looked at."""

    largeur: float
    """In points."""
    hauteur: float
    png: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Trace:
    """Drawn strokes that are neither straight rules nor rectangles; near ones are merged."""

    boite: Boite
    segments: int
    """Number of lines and curves drawn: a pen stroke has tens, a logo often hundreds."""


@dataclass(frozen=True, slots=True)
class Champ:
    """One widget of the form (each radio button is one), or a field without a widget."""

    nom: str
    """Fully qualified name: the partial names joined by dots."""
    genre: GenreChamp
    valeur: str | None
    """Text, chosen export value(s) (several are joined by ``; ``), or name of the on-state."""
    coche: bool | None
    """For a box or a radio button: ticked or not. None for any other kind."""
    option: str | None
    """For a box or a radio button: name of this widget's own on-state."""
    etiquette: str | None
    """The label for assistive technologies (``/TU``)."""
    obligatoire: bool
    page: int | None
    """Page number from 1; None for a field that is placed on no page."""
    boite: Boite | None
    peigne: bool
    """Comb field: one character per cell."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature field. Its validity is NOT verified here: only what the file says."""

    champ: str
    remplie: bool
    nom: str | None
    """``/Name`` as written by the signing tool; usually absent, proves nothing."""
    date: str | None
    """``/M`` as written, e.g. ``D:20260401120000+02'00'``."""
    raison: str | None
    sous_filtre: str | None
    """``/SubFilter``, e.g. ``ETSI.CAdES.detached``; ``ETSI.RFC3161`` is a time stamp."""
    couvre: Couvre
    """What its byte range covers: the whole file, a complete earlier state of it, or less."""
    page: int | None
    boite: Boite | None
    """None as well for an invisible signature (empty rectangle)."""
    sujet: str | None
    """Common name (and organisation) in the signer's certificate, read but not verified."""
    lieu: str | None = None
    """``/Location`` as written."""
    horodatage: bool = False
    """A document time stamp: it says when, nobody signs."""
    suite: Suite | None = None
    """The most that the structure shows done to the file afterwards; None: nobody can tell."""
    ajouts: tuple[str, ...] = ()
    """What was done afterwards, in French."""
    champs_modifies: tuple[str, ...] = ()
    """Fields other than signatures whose value or look changed afterwards."""
    examen: Any = None
    """What a verifier found (``ExamenSignature``); the reading puts it there."""
    sans_examen: str | None = None
    """Why no verifier examined it, in French."""


@dataclass(frozen=True, slots=True)
class PageLue:
    """A page as displayed."""

    numero: int
    """From 1."""
    largeur: float
    hauteur: float
    mots: tuple[Mot, ...] = ()
    """In the order of the text engine: place them by their boxes, not by this order."""
    carres: tuple[Carre, ...] = ()
    images: tuple[Image, ...] = ()
    traces: tuple[Trace, ...] = ()
    erreur: str | None = None
    """Why this page could not be read, or not entirely."""
    image_seule: bool = False
    """(Nearly) no visible text, and pictures over half of the page or letters drawn as shapes."""
    couche_douteuse: bool = False
    """The text layer does not decode to words: what it says is worth nothing."""
    optique: bool = False
    """Its words and boxes were recognised in its picture; those of the file are left out."""
    lignes_non_lues: int = 0
    """Lines of writing seen in its picture of which no word was recognised."""
    non_lue: str | None = None
    """Why nothing was recognised in its picture, in French."""
    couche_contredite: tuple[Mot, ...] = ()
    """Hidden words of the file that are not those of the picture."""


@dataclass(frozen=True, slots=True)
class DocumentLu:
    """All that was read of one file."""

    sha256: str
    taille: int
    """In bytes."""
    nombre_pages: int = 0
    """Pages of the document, those that could not be read included."""
    pages: tuple[PageLue, ...] = ()
    champs: tuple[Champ, ...] = ()
    signatures: tuple[Signature, ...] = ()
    signatures_incertaines: bool = False
    """Two detectors disagree about whether the file is signed."""
    contenu_actif: tuple[str, ...] = ()
    """Among ``javascript``, ``lancement``, ``executable_embarque``, ``fichier_embarque``."""
    chiffre: bool = False
    xfa: bool = False
    structure_lue: bool = False
    """False: fields, signatures and active content are unknown, not absent."""
    erreur: ErreurFichier | None = None
    detail: str = ""
    """Technical words about ``erreur``, or about what was only partly read."""
