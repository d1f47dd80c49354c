"""pyHanko on one file, inside the examining process: plain facts about each signature."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel

from ._chaine import Chaine, Jugement

_HORODATAGE = "/DocTimeStamp"
_COUVERTURES = {
    SignatureCoverageLevel.ENTIRE_FILE: "fichier_entier",
    SignatureCoverageLevel.ENTIRE_REVISION: "revision",
    SignatureCoverageLevel.CONTIGUOUS_BLOCK_FROM_START: "partielle",
    SignatureCoverageLevel.UNCLEAR: "partielle",
}
_NIVEAUX = ("aucune", "archivage", "formulaire", "annotations", "autre")
_PERMIS = {1: "archivage", 2: "formulaire", 3: "annotations"}
_ANNOTATIONS = 3
_SIGNATURES_MAX = 200
_CHANGEMENTS_MAX = 20


def examiner(octets: bytes, demande: dict[str, Any]) -> list[dict[str, Any]]:
    """The facts about every filled signature field; raises when the file cannot be opened."""
    lecteur = PdfFileReader(io.BytesIO(octets), strict=False)
    if lecteur.encrypted:
        lecteur.decrypt(b"")
    chaine = Chaine(demande, lecteur)
    champs = list(enumerate_sig_fields(lecteur, filled_status=True))
    if len(champs) > _SIGNATURES_MAX:
        raise ValueError("trop de signatures")
    return [_examiner(lecteur, champ, nom, chaine) for nom, _, champ in champs]


def _examiner(lecteur: PdfFileReader, champ: Any, nom: str, chaine: Chaine) -> dict[str, Any]:
    faits: dict[str, Any] = {"champ": nom}
    try:
        signature = EmbeddedPdfSignature(lecteur, champ, nom)
        faits["horodatage_document"] = signature.sig_object_type == _HORODATAGE
        faits["couverture"] = _COUVERTURES[signature.evaluate_signature_coverage()]
        faits |= asyncio.run(chaine.juger(signature)).faits()
    except SignatureValidationError as erreur:
        indication = getattr(erreur, "ades_subindication", None)
        faits |= Jugement.refuse(indication).faits()
        faits["empechement"] = f"sa forme n’est pas admise ({erreur})"[:300]
        return faits
    except MemoryError:
        raise
    except Exception as erreur:  # noqa: BLE001 - pyHanko raises more than its own errors
        faits["empechement"] = f"pyHanko ne peut pas la lire ({type(erreur).__name__})"
        return faits
    return faits | _suite(lecteur, signature)


def _suite(lecteur: PdfFileReader, signature: EmbeddedPdfSignature) -> dict[str, Any]:
    """What was done after the signature, and whether it allows it."""
    try:
        return _modifications(lecteur, signature)
    except MemoryError:
        raise
    except Exception as erreur:  # noqa: BLE001
        raison = f"ce qui a suivi n’a pas pu être comparé ({type(erreur).__name__})"
        return {"modification": None, "modification_admise": None, "empechement": raison}


def _modifications(lecteur: PdfFileReader, signature: EmbeddedPdfSignature) -> dict[str, Any]:
    permis, champs = signature.docmdp_level, signature.fieldmdp
    faits: dict[str, Any] = {
        "certifiante": _certifie(signature),
        "permis": _PERMIS[permis.value] if permis else None,
    }
    couverture = signature.evaluate_signature_coverage()
    if couverture == SignatureCoverageLevel.ENTIRE_FILE:
        return faits | {"modification": "aucune", "modification_admise": True}
    if couverture != SignatureCoverageLevel.ENTIRE_REVISION:
        return faits | {"modification": None, "modification_admise": None}
    depuis = signature.signed_revision
    libre = DEFAULT_DIFF_POLICY.review_file(lecteur, depuis)
    borne = (
        DEFAULT_DIFF_POLICY.review_file(lecteur, depuis, field_mdp_spec=champs, doc_mdp=permis)
        if permis or champs
        else libre
    )
    niveau = _niveau(libre)
    if niveau == "autre" and permis and permis.value == _ANNOTATIONS:
        raison = "la certification permet des annotations, ce que pyHanko ne sait pas juger"
        return faits | {"modification": None, "modification_admise": None, "empechement": raison}
    admis = isinstance(borne, DiffResult) and niveau != "autre"
    if admis and permis:
        admis = _NIVEAUX.index(_niveau(borne)) <= _NIVEAUX.index(_PERMIS[permis.value])
    signes = {nom for nom, _, _ in enumerate_sig_fields(lecteur)}
    changes = sorted(libre.changed_form_fields) if isinstance(libre, DiffResult) else []
    return faits | {
        "champs_modifies": [nom for nom in changes if nom not in signes][:_CHANGEMENTS_MAX],
        "modification": niveau,
        "modification_admise": admis,
        "changements": list(_changements(libre, signes)),
    }


def _niveau(resultat: Any) -> str:
    if isinstance(resultat, DiffResult):
        return _NIVEAUX[resultat.modification_level.value]
    return "autre"


def _certifie(signature: EmbeddedPdfSignature) -> bool:
    references = signature.sig_object.get("/Reference", generic.ArrayObject())
    return any(
        reference.get_object().get("/TransformMethod") == "/DocMDP" for reference in references
    )


def _changements(resultat: Any, signes: set[str]) -> Iterator[str]:
    if isinstance(resultat, DiffResult):
        for nom in sorted(resultat.changed_form_fields)[:_CHANGEMENTS_MAX]:
            fait = f"signature « {nom} » ajoutée" if nom in signes else f"champ « {nom} » rempli"
            yield fait[:200]
    else:
        yield "des objets du document ont été remplacés, ajoutés ou retirés"
