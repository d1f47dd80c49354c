"""Digital signatures: present, and whose they are when the file tells; validity is not judged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.dossier import NatureSignature, Partie, Preuve, Signature
from segur_payment.langue.dates import date_pdf
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.blocs import Bloc
from segur_payment.lecture.extraction.mentions import identite_du_bloc
from segur_payment.lecture.mise_en_page import contient
from segur_payment.lecture.pdf.modele import Signature as SignaturePdf


def numeriques_de(
    document: Document, blocs: Sequence[Bloc], nom_editeur: str | None
) -> list[tuple[Signature, Preuve]]:
    """Digital signatures that fill a field, each with its party when anyone can tell."""
    lues = []
    for signature in document.signatures:
        if signature.remplie and signature.sous_filtre != "ETSI.RFC3161":
            qui = signature.sujet or signature.nom or signature.champ
            preuve = document.preuve_en_page(signature.page, f"[signature numérique] {qui}")
            lues.append((_numerique(signature, blocs, nom_editeur), preuve))
    return lues


def _numerique(
    signature: SignaturePdf, blocs: Sequence[Bloc], nom_editeur: str | None
) -> Signature:
    qui = normaliser(signature.sujet or "")
    partie = None
    if re.search(r"agence du numerique en sante|\bans\b", qui):
        partie = Partie.ANS
    elif nom_editeur and normaliser(nom_editeur) in qui:
        partie = Partie.EDITEUR
    elif signature.boite:
        partie = next(
            (
                b.ancre.partie
                for b in blocs
                if b.ancre.segment.page == signature.page and contient(b.zone, signature.boite)
            ),
            None,
        )
    bloc = next((b for b in blocs if b.ancre.partie is partie), None)
    identite = identite_du_bloc([s.texte for s in bloc.segments]) if bloc else None
    return Signature(
        partie=partie,
        nature=NatureSignature.NUMERIQUE,
        signataire=signature.sujet or signature.nom or (identite.nom if identite else None),
        qualite=identite.qualite if identite else None,
        date=date_pdf(signature.date) if signature.date else (identite.date if identite else None),
    )
