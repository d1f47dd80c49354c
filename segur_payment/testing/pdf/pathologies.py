"""What may happen to a good PDF before it reaches a back office."""

from __future__ import annotations

import io
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from segur_payment.testing.identites import LISIERE, EditeurFictif

if TYPE_CHECKING:
    from pypdf import PdfWriter


class Pathologie(StrEnum):
    """One thing that happened to a file."""

    SCAN = "scan"
    """Printed, then scanned: its pages are pictures."""
    VERROUILLE = "verrouille"
    """Locked by a password."""
    TRONQUE = "tronque"
    """Cut before its end, as a broken transfer leaves it."""
    TEXTE_CACHE = "texte_cache"
    """A sentence in white on white, that nobody sees."""
    JAVASCRIPT = "javascript"
    """A script runs when it is opened."""
    SIGNE = "signe"
    """Signed digitally by the éditeur, and intact."""
    SIGNE_PUIS_MODIFIE = "signe_puis_modifie"
    """Signed digitally by the éditeur, then its page was changed."""


@lru_cache(maxsize=128)
def abimer(pdf: bytes, pathologie: Pathologie | str) -> bytes:
    """The PDF after what happened to it; the same arguments give the same bytes.

    Raises:
        ErreurKit: the extra ``[testing]`` is not installed.
    """
    match Pathologie(pathologie):
        case Pathologie.SCAN:
            from segur_payment.testing.pdf.scan import numeriser

            return numeriser(pdf)
        case Pathologie.VERROUILLE:
            return verrouiller(pdf)
        case Pathologie.TRONQUE:
            return tronquer(pdf)
        case Pathologie.TEXTE_CACHE:
            return cacher(pdf)
        case Pathologie.JAVASCRIPT:
            return activer(pdf)
        case Pathologie.SIGNE:
            return signer_par(pdf)
        case Pathologie.SIGNE_PUIS_MODIFIE:
            from segur_payment.testing.pki import changer_page

            return changer_page(signer_par(pdf), "Mention ajoutee")


def verrouiller(pdf: bytes, mot_de_passe: str = "secret") -> bytes:
    """The same PDF, that does not open without its password."""
    redacteur = _copie(pdf)
    redacteur.encrypt(mot_de_passe, algorithm="RC4-128")
    return _octets(redacteur)


def tronquer(pdf: bytes, part: float = 0.5) -> bytes:
    """The first ``part`` of the bytes, from 0 to 1."""
    return pdf[: int(len(pdf) * part)]


def cacher(pdf: bytes, texte: str = "Cette ligne, personne ne la voit.") -> bytes:
    """A sentence written in white at the foot of the first page."""
    from pypdf import PdfReader
    from reportlab.pdfgen.canvas import Canvas

    tampon = io.BytesIO()
    calque = Canvas(tampon, invariant=1)
    calque.setFillColorRGB(1, 1, 1)
    calque.setFont("Helvetica", 10)
    calque.drawString(60, 60, texte)
    calque.save()
    redacteur = _copie(pdf)
    redacteur.pages[0].merge_page(PdfReader(tampon).pages[0])
    return _octets(redacteur)


def activer(pdf: bytes, script: str = "app.alert('Bonjour');") -> bytes:
    """A script that runs when the PDF is opened."""
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    redacteur = _copie(pdf)
    redacteur.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(script),
        }
    )
    return _octets(redacteur)


def signer_par(pdf: bytes, societe: EditeurFictif = LISIERE) -> bytes:
    """The PDF with a digital signature of the éditeur, seen in its block if there is one."""
    from segur_payment.dossier import Partie
    from segur_payment.testing.pki import Identite, apposer, cadre_de, pki_de_test

    identite = Identite(societe.signataire, societe.nom, societe.siren.replace(" ", ""))
    porteur = pki_de_test().autorite_editeur.emettre(identite)
    return apposer(pdf, porteur, champ="Signature éditeur", cadre=cadre_de(pdf, Partie.EDITEUR))


def _copie(pdf: bytes) -> PdfWriter:
    from pypdf import PdfReader, PdfWriter

    return PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))


def _octets(redacteur: PdfWriter) -> bytes:
    tampon = io.BytesIO()
    redacteur.write(tampon)
    return tampon.getvalue()
