"""Pieces made on the spot: elements go down the page in, the bytes of a PDF out.

A text is a wrapped paragraph; the other elements are small frozen values, so that the same sheet
is drawn only once. ``bon_avance`` and ``bon_solde`` are whole dossiers, name → bytes, without a
defect; each piece can be rebuilt with one place changed.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from reportlab.lib.colors import Color, black, white
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

from segur_payment.dossier import Phase
from segur_payment.lecture import lire_dossier
from segur_payment.verdict import Verdict, verifier

DEPOT = dt.date(2025, 7, 1)
LARGEUR, HAUTEUR = 595.0, 842.0
GAUCHE, DROITE = 60.0, 535.0
INTERLIGNE = 14.0


class Feuille:
    """A page being filled from the top; ``y`` is the next base line, counted from the bottom."""

    def __init__(self) -> None:
        self._tampon = io.BytesIO()
        self.canevas = Canvas(
            self._tampon, pagesize=(LARGEUR, HAUTEUR), pageCompression=0, invariant=1
        )
        self.y = HAUTEUR - 60

    def ecrire(
        self, texte: str, *, x: float = GAUCHE, taille: float = 10.5, couleur: Color = black
    ) -> None:
        """Words at the current height, on one line."""
        self.canevas.setFont("Helvetica", taille)
        self.canevas.setFillColor(couleur)
        self.canevas.drawString(x, self.y, texte)

    def descendre(self, points: float = INTERLIGNE) -> None:
        """Go down."""
        self.y -= points

    def octets(self) -> bytes:
        """The finished PDF."""
        self.canevas.showPage()
        self.canevas.save()
        return self._tampon.getvalue()


@dataclass(frozen=True)
class Para:
    """A wrapped paragraph."""

    texte: str
    couleur: Color = black

    def poser(self, feuille: Feuille) -> None:
        """Draw it."""
        for ligne in simpleSplit(self.texte, "Helvetica", 10.5, DROITE - GAUCHE):
            feuille.ecrire(ligne, couleur=self.couleur)
            feuille.descendre()
        feuille.descendre(8)


def invisible(texte: str) -> Para:
    """A paragraph in white on white: nobody sees it."""
    return Para(texte, couleur=white)


@dataclass(frozen=True)
class Titre:
    """The title of a piece."""

    texte: str

    def poser(self, feuille: Feuille) -> None:
        """Draw it."""
        feuille.ecrire(self.texte, taille=17)
        feuille.descendre(30)


@dataclass(frozen=True)
class Fiche:
    """« Label : value » rows, the values in a column of their own."""

    lignes: tuple[tuple[str, str], ...]

    def poser(self, feuille: Feuille) -> None:
        """Draw them."""
        for etiquette, valeur in self.lignes:
            feuille.ecrire(f"{etiquette} :")
            feuille.ecrire(valeur, x=GAUCHE + 190)
            feuille.descendre()
        feuille.descendre(8)


@dataclass(frozen=True)
class Case:
    """A checkbox drawn as a vector square, crossed when it is ticked, and its label."""

    libelle: str
    cochee: bool

    def poser(self, feuille: Feuille) -> None:
        """Draw it."""
        canevas, y, cote = feuille.canevas, feuille.y - 1.5, 10.0
        canevas.setLineWidth(0.8)
        canevas.rect(GAUCHE, y, cote, cote)
        if self.cochee:
            canevas.setLineWidth(1.4)
            canevas.line(GAUCHE + 2, y + 2, GAUCHE + cote - 2, y + cote - 2)
            canevas.line(GAUCHE + 2, y + cote - 2, GAUCHE + cote - 2, y + 2)
        feuille.ecrire(self.libelle, x=GAUCHE + 16)
        feuille.descendre(18)


@dataclass(frozen=True)
class Champ:
    """A text field that the reader of the PDF can fill (AcroForm), beside its label."""

    etiquette: str
    valeur: str = ""

    def poser(self, feuille: Feuille) -> None:
        """Draw it."""
        feuille.ecrire(f"{self.etiquette} :")
        feuille.canevas.acroForm.textfield(
            name=self.etiquette, value=self.valeur, x=GAUCHE + 190, y=feuille.y - 4, width=220,
            height=16, fontSize=10, borderWidth=0,
        )  # fmt: skip
        feuille.descendre(22)


@dataclass(frozen=True)
class Visas:
    """Two signature blocks side by side; ``images``: which of them hold the picture of a hand."""

    gauche: tuple[str, ...]
    droite: tuple[str, ...]
    images: tuple[bool, bool] = (False, False)

    def poser(self, feuille: Feuille) -> None:
        """Draw them."""
        haut, milieu = feuille.y, (LARGEUR + 20) / 2
        bas = haut
        for lignes, x, image in zip(
            (self.gauche, self.droite), (GAUCHE, milieu), self.images, strict=True
        ):
            feuille.y = haut
            for ligne in lignes:
                for morceau in simpleSplit(ligne, "Helvetica", 10.5, 225):
                    feuille.ecrire(morceau, x=x)
                    feuille.descendre()
            if image:
                feuille.descendre(36)
                feuille.canevas.drawImage(_paraphe(), x + 10, feuille.y, 110, 40)
            bas = min(bas, feuille.y)
        feuille.y = bas
        feuille.descendre(20)


@dataclass(frozen=True)
class Photo:
    """A grey picture over the whole page, as a scanner gives."""

    def poser(self, feuille: Feuille) -> None:
        """Draw it."""
        feuille.canevas.drawImage(_gris(), 0, 0, LARGEUR, HAUTEUR)


class Dessinable(Protocol):
    """Whatever draws itself at the current height of a sheet."""

    def poser(self, feuille: Feuille) -> None:
        """Draw it, and go down."""

    def __hash__(self) -> int: ...


Element = str | Dessinable


@cache
def papier(*elements: Element) -> bytes:
    """One page with the elements below one another."""
    feuille = Feuille()
    for element in elements:
        (Para(element) if isinstance(element, str) else element).poser(feuille)
    assert feuille.y > 30, "the page overflows"
    return feuille.octets()


@cache
def _paraphe() -> ImageReader:
    image = Image.new("L", (220, 80), 255)
    trait = [(8, 50), (30, 12), (48, 66), (70, 20), (92, 60), (120, 28), (150, 55), (212, 34)]
    ImageDraw.Draw(image).line(trait, fill=20, width=4)
    return ImageReader(image)


@cache
def _gris() -> ImageReader:
    image = Image.linear_gradient("L").resize((300, 424))
    return ImageReader(image)


@cache
def reunir(*documents: bytes) -> bytes:
    """The pages of several PDFs in one."""
    redacteur = PdfWriter()
    for document in documents:
        redacteur.append(PdfReader(io.BytesIO(document)))
    return _sortir(redacteur)


def _sortir(redacteur: PdfWriter) -> bytes:
    tampon = io.BytesIO()
    redacteur.write(tampon)
    return tampon.getvalue()


IDENTITE = (
    ("Éditeur", "Lisière Logiciels SAS"),
    ("SIREN", "903 127 454"),
    ("Solution logicielle", "Agenda Lisière"),
    ("Version", "4.2"),
)
ANS = (
    "Pour l’ANS",
    "Claire Vasseur, directrice de programme",
    "Signé électroniquement par Claire Vasseur le 05/06/2025",
)
EDITEUR = (
    "Pour l’éditeur",
    "Mathilde Cornevin, présidente",
    "Signé électroniquement par Mathilde Cornevin le 05/06/2025",
)
COMPLET = "La mise en service est prononcée pour le périmètre complet."
VSR_COMPLETE = "La VSR est prononcée favorable, pour le périmètre complet."
FORMATION = "la production des documents de formation à destination des régulateurs ;"
COMMUNICATION = "la communication auprès de l’ensemble des effecteurs clients de la solution ;"
CRENEAUX = (
    "l’engagement à remonter l’ensemble des types de créneaux de disponibilités de l’ensemble des "
    "effecteurs clients, à l’exception de ceux ayant signifié leur refus dans la plateforme "
    "numérique SAS."
)
CLAUSE = (
    "L’effecteur est informé qu’une partie de ses données (identité, lieux d’exercice et "
    "créneaux disponibles) est transmise à la plateforme numérique SAS."
)
SUPPORT = (
    "Support des régulateurs : regulateurs@lisiere.fr, 02 61 91 40 12",
    "Support des effecteurs : effecteurs@lisiere.fr, 02 61 91 40 13",
)


MONTANTS = {"avance": "30 000,00 € HT", "solde": "70 000,00 € HT"}


def formulaire(
    *elements: Element,
    phase: str = "avance",
    montant: str | None = None,
    fait: str = "Fait à Nantes, le 12/06/2025",
    signe: str = "Signé électroniquement par Mathilde Cornevin",
) -> bytes:
    """The form of the ASP; ``elements`` stand before the signature."""
    lignes = (
        ("Montant demandé", montant or MONTANTS[phase]),
        ("IBAN", "FR14 2004 1010 0505 0001 3M02 606"),
        ("BIC", "PSSTFRPPLIL"),
    )
    versee = ("L’avance de 30 000,00 € a été versée le 20/04/2025.",) if phase == "solde" else ()
    return papier(
        Titre(f"Formulaire de demande de {phase}"),
        "Agence de services et de paiement – Ségur du numérique en santé",
        Fiche((*IDENTITE, *lignes)),
        *versee,
        *elements,
        fait,
        "Nom et qualité du signataire : Mathilde Cornevin, présidente",
        signe,
    )


def pv_mes(
    *phrases: Element,
    ans: tuple[str, ...] = ANS,
    editeur: tuple[str, ...] = EDITEUR,
    images: tuple[bool, bool] = (False, False),
    mise_en_service: str = "3 juin 2025",
) -> bytes:
    """The PV de mise en service; ``phrases`` are its decision, the complete perimeter if none."""
    return papier(
        Titre("Procès-verbal de mise en service"),
        Fiche((*IDENTITE, ("Date de mise en service", mise_en_service))),
        *(phrases or (COMPLET,)),
        Visas(ans, editeur, images),
    )


def pv_vsr(
    *phrases: Element,
    ans: tuple[str, ...] = ANS,
    editeur: tuple[str, ...] = EDITEUR,
    images: tuple[bool, bool] = (False, False),
) -> bytes:
    """The PV de vérification de service régulier."""
    return papier(
        Titre("Procès-verbal de vérification de service régulier"),
        Fiche(
            (
                *IDENTITE,
                ("Date de mise en service", "3 mars 2025"),
                ("Date de la VSR", "3 juin 2025"),
            )
        ),
        *(phrases or (VSR_COMPLETE,)),
        Visas(ans, editeur, images),
    )


SIGNATURE = (
    "Fait à Nantes, le 10/06/2025",
    "Signé électroniquement par Mathilde Cornevin, présidente, le 10/06/2025",
)


def declaration(
    *attestations: Element,
    preambule: str = "atteste sur l’honneur :",
    signature: tuple[Element, ...] = SIGNATURE,
) -> bytes:
    """The déclaration sur l'honneur; all three attestations if none is given."""
    return papier(
        Titre("Déclaration sur l’honneur"),
        "Je soussignée Mathilde Cornevin, présidente de la société Lisière Logiciels SAS, SIREN "
        f"903 127 454, éditeur de la solution logicielle Agenda Lisière, version 4.2, {preambule}",
        *(attestations or (FORMATION, COMMUNICATION, CRENEAUX)),
        *signature,
    )


def cgu(*clauses: Element, titre: str = "Conditions générales d’utilisation") -> bytes:
    """The CGU of the solution; the right clause if none is given."""
    return papier(
        Titre(titre),
        Fiche(IDENTITE),
        "Article 1 – Les présentes conditions régissent l’usage de la solution logicielle.",
        *(clauses or (CLAUSE,)),
        "Article 9 – Le droit français s’applique à ces conditions.",
    )


def support(*lignes: Element) -> bytes:
    """The support contacts; both audiences if none is given."""
    return papier(Titre("Contacts du support"), *(lignes or SUPPORT))


def bon_avance(**changements: bytes | None) -> dict[str, bytes]:
    """A good dossier of avance; a piece given by name replaces its own, None takes it away."""
    return _avec(
        {
            "formulaire": formulaire(),
            "pv": pv_mes(),
            "declaration": declaration(),
            "cgu": cgu(),
        },
        changements,
    )


def bon_solde(**changements: bytes | None) -> dict[str, bytes]:
    """A good dossier of solde, changed likewise."""
    return _avec(
        {"formulaire": formulaire(phase="solde"), "pv": pv_vsr(), "support": support()},
        changements,
    )


def _avec(pieces: Mapping[str, bytes], changements: Mapping[str, bytes | None]) -> dict[str, bytes]:
    toutes = {**pieces, **changements}
    return {f"{nom}.pdf": octets for nom, octets in toutes.items() if octets is not None}


def manifeste(texte: str) -> dict[str, bytes]:
    """The manifest as a file of the dossier."""
    return {"dossier.toml": texte.encode()}


def juger(fichiers: Mapping[str, bytes], phase: Phase | None = None) -> Verdict:
    """Read and judge."""
    return verifier(lire_dossier(fichiers, date_depot=DEPOT, phase=phase))
