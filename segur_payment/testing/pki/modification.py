"""What happens to a file after it was signed: harmless, allowed, forbidden, or an attack."""

from __future__ import annotations

import asyncio
import hashlib
import io
import re

from asn1crypto.crl import CertificateList
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pypdf import PdfReader, PdfWriter

from .acteurs import SIGNE_LE, Pki
from .apposition import SignataireCms, certificats_asn1, mise_a_jour, octets_de
from .certificats import Porteur
from .emplacement import Cadre

_PLAGE = re.compile(rb"/ByteRange\s*\[0 (\d+) (\d+) (\d+)\s*\]")
_DATE = re.compile(rb"/M \(D(?::|\\072)20\d(\d)")


def alterer(pdf: bytes, rang: int = 0) -> bytes:
    """One byte changed: a digit of the date that a signature states (0: the first one)."""
    ou = list(_DATE.finditer(pdf))[rang].start(1)
    return pdf[:ou] + bytes([pdf[ou] ^ 1]) + pdf[ou + 1 :]


def reecrire(pdf: bytes) -> bytes:
    """Saved again by a program that writes every object anew: the bytes signed are gone."""
    ecriture = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    sortie = io.BytesIO()
    ecriture.write(sortie)
    return sortie.getvalue()


def commenter(pdf: bytes) -> bytes:
    """A comment after the end of the file: no reader shows it."""
    return pdf + b"\n% fin\n"


def changer_metadonnees(pdf: bytes, titre: str = "PV corrigé") -> bytes:
    """Another title in the properties of the document."""
    ecriture = mise_a_jour(pdf)
    proprietes = generic.DictionaryObject()
    if "/Info" in ecriture.trailer:
        proprietes.update(ecriture.trailer["/Info"])
    proprietes[pdf_name("/Title")] = generic.pdf_string(titre)
    ecriture.set_info(ecriture.add_object(proprietes))
    return octets_de(ecriture)


def changer_page(pdf: bytes, texte: str = "Perimetre complet") -> bytes:
    """More text drawn on the first page (ASCII): what people see is no longer what was signed."""
    ecriture = mise_a_jour(pdf)
    page, _ = ecriture.find_page_for_modification(0)
    page.get_object().setdefault(pdf_name("/Contents"), generic.ArrayObject())
    ecriture.add_stream_to_page(0, ecriture.add_object(_dessin(texte)), _police(ecriture))
    return octets_de(ecriture)


def annoter(pdf: bytes, texte: str = "Perimetre complet") -> bytes:
    """A free text laid over the last page, as annotation tools do."""
    ecriture = mise_a_jour(pdf)
    page, _ = ecriture.find_page_for_modification(-1)
    annotation = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): _nombres(72, 400, 320, 424),
            pdf_name("/Contents"): generic.pdf_string(texte),
            pdf_name("/DA"): generic.pdf_string("/Helv 12 Tf 0 g"),
            pdf_name("/F"): generic.NumberObject(4),
        }
    )
    ecriture.register_annotation(page, ecriture.add_object(annotation))
    return octets_de(ecriture)


def ajouter_page(pdf: bytes, texte: str = "Avenant") -> bytes:
    """One more page at the end."""
    ecriture = mise_a_jour(pdf)
    dessin = ecriture.add_object(_dessin(texte))
    page = PageObject(dessin, generic.ArrayObject(_nombres(0, 0, 595, 842)), _police(ecriture))
    ecriture.insert_page(page)
    return octets_de(ecriture)


def joindre(pdf: bytes) -> bytes:
    """A file attached to the document."""
    ecriture = mise_a_jour(pdf)
    contenu = EmbeddedFileObject.from_file_data(ecriture, b"note", mime_type="text/plain")
    embed_file(ecriture, FileSpec("note.txt", embedded_data=contenu))
    return octets_de(ecriture)


def ajouter_champ(pdf: bytes, nom: str, cadre: Cadre) -> bytes:
    """An empty text field, for someone to fill in."""
    ecriture = mise_a_jour(pdf)
    page, _ = ecriture.find_page_for_modification(cadre.page - 1)
    champ = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Tx"),
            pdf_name("/T"): generic.pdf_string(nom),
            pdf_name("/Rect"): _nombres(*cadre.bornes),
            pdf_name("/DA"): generic.pdf_string("/Helv 10 Tf 0 g"),
            pdf_name("/F"): generic.NumberObject(4),
        }
    )
    reference = ecriture.add_object(champ)
    ecriture.register_annotation(page, reference)
    _formulaire(ecriture)["/Fields"].append(reference)
    ecriture.update_root()
    return octets_de(ecriture)


def remplir(pdf: bytes, nom: str, valeur: str) -> bytes:
    """Fill in a text field of the file."""
    ecriture = mise_a_jour(pdf)
    for reference in _formulaire(ecriture)["/Fields"]:
        champ = reference.get_object()
        if champ.get("/T") == nom:
            champ[pdf_name("/V")] = generic.pdf_string(valeur)
            ecriture.mark_update(reference)
    return octets_de(ecriture)


def ajouter_preuves(pdf: bytes, pki: Pki) -> bytes:
    """Certificates and revocations added for later verifiers (DSS), as long-term tools do."""
    ecriture = mise_a_jour(pdf)
    DocumentSecurityStore.supply_dss_in_writer(
        ecriture,
        None,
        certs=certificats_asn1(pki.editeur),
        crls=[CertificateList.load(pki.revocations())],
    )
    return octets_de(ecriture)


def raccourcir_plage(pdf: bytes, porteur: Porteur, *, debut: int = 0, fin: int = 0) -> bytes:
    """The last signature made again over fewer bytes than its revision has.

    Args:
        pdf: a file whose last change is a signature.
        porteur: whose certificate signs.
        debut: how many bytes before the signature's own are left out.
        fin: how many bytes at the end of the file are left out.
    """
    trouve = list(_PLAGE.finditer(pdf))[-1]
    avant, reprise, apres = map(int, trouve.groups())
    avant, apres = avant - debut, apres - fin
    plage = b"/ByteRange [0 %d %d %d" % (avant, reprise, apres)
    plage = plage.ljust(len(trouve.group()) - 1) + b"]"
    pdf = pdf[: trouve.start()] + plage + pdf[trouve.end() :]
    empreinte = hashlib.sha256(pdf[:avant] + pdf[reprise : reprise + apres]).digest()
    attributs = PdfCMSSignedAttributes(signing_time=SIGNE_LE)
    cms = asyncio.run(
        SignataireCms(porteur).async_sign(
            empreinte, "sha256", use_pades=True, signed_attr_settings=attributs
        )
    )
    ouverture = avant + debut + 1
    place = reprise - 1 - ouverture
    contenu = bytes(cms.dump()).hex().encode().ljust(place, b"0")
    return pdf[:ouverture] + contenu + pdf[ouverture + place :]


def _formulaire(ecriture: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    racine = ecriture.root
    if "/AcroForm" not in racine:
        racine[pdf_name("/AcroForm")] = generic.DictionaryObject(
            {pdf_name("/Fields"): generic.ArrayObject()}
        )
    formulaire: generic.DictionaryObject = racine["/AcroForm"]
    ecriture.update_container(formulaire)
    return formulaire


def _dessin(texte: str) -> generic.StreamObject:
    return generic.StreamObject(stream_data=f"q BT /SgF 12 Tf 72 60 Td ({texte}) Tj ET Q".encode())


def _police(ecriture: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    police = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Font"),
            pdf_name("/Subtype"): pdf_name("/Type1"),
            pdf_name("/BaseFont"): pdf_name("/Helvetica"),
        }
    )
    return generic.DictionaryObject(
        {
            pdf_name("/Font"): generic.DictionaryObject(
                {pdf_name("/SgF"): ecriture.add_object(police)}
            )
        }
    )


def _nombres(*valeurs: float) -> generic.ArrayObject:
    return generic.ArrayObject(generic.FloatObject(v) for v in valeurs)
