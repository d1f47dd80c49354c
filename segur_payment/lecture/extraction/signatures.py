"""Signatures of the ANS and of the éditeur on a procès-verbal: filled blocks, or empty ones.

A signature is a digital one, a « signé par … » mention or the picture of a hand in the block
of a party. A printed name over an empty space is none (``regles.md``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from segur_payment.dossier import BlocVide, NatureSignature, Partie, Preuve, Signature
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import PARTIES
from segur_payment.lecture.extraction.blocs import Bloc, blocs_de
from segur_payment.lecture.extraction.mentions import (
    Mention,
    identite_du_bloc,
    mention_de_signature,
)
from segur_payment.lecture.extraction.numeriques import numeriques_de
from segur_payment.lecture.extraction.recolte import Recolte


def signatures_des_parties(document: Document, recolte: Recolte, nom_editeur: str | None) -> None:
    """Signatures and empty blocks of a piece that the ANS and the éditeur sign."""
    signatures: list[Signature] = []
    vides: list[BlocVide] = []
    blocs = blocs_de(document, nom_editeur)
    numeriques = numeriques_de(document, blocs, nom_editeur)
    for partie in Partie:
        siennes = [s for s, _ in numeriques if s.partie is partie]
        if siennes:
            for signature, preuve in numeriques:
                if signature.partie is partie:
                    signatures.append(signature)
                    recolte.prouver(f"signatures.{partie}", preuve)
                    recolte.prouver("signatures", preuve)
            continue
        lus = [_lire(document, bloc) for bloc in blocs if bloc.ancre.partie is partie]
        signes = [lu for lu in lus if isinstance(lu[0], Signature)]
        for objet, preuve in signes or lus:
            if isinstance(objet, Signature):
                signatures.append(objet)
                recolte.prouver("signatures", preuve)
            else:
                vides.append(objet)
            recolte.prouver(f"signatures.{partie}", preuve)
        if not lus and (hors_bloc := _mention_hors_bloc(document, partie, nom_editeur)):
            signatures.append(hors_bloc[0])
            recolte.prouver(f"signatures.{partie}", hors_bloc[1])
            recolte.prouver("signatures", hors_bloc[1])
    _douter_des_inconnues(numeriques, signatures, recolte)
    recolte.valeurs["signatures"] = tuple(signatures)
    recolte.valeurs["blocs_vides"] = tuple(vides)
    if document.signatures_incertaines:
        for partie in Partie:
            recolte.douter(
                f"signatures.{partie}", "les signatures numériques du fichier se lisent mal"
            )


def _douter_des_inconnues(
    numeriques: Sequence[tuple[Signature, Preuve]], signatures: list[Signature], recolte: Recolte
) -> None:
    """A digital signature of nobody known may be of the party that has none."""
    inconnues = [(s, p) for s, p in numeriques if s.partie is None]
    signees = {s.partie for s in signatures}
    for signature, preuve in inconnues:
        signatures.append(signature)
        for partie in Partie:
            if partie not in signees:
                recolte.douter(
                    f"signatures.{partie}",
                    "une signature numérique est présente sans que l’on sache de qui elle est",
                )
                recolte.prouver(f"signatures.{partie}", preuve)


def _lire(document: Document, bloc: Bloc) -> tuple[Signature | BlocVide, Preuve]:
    jetons = [j for s in bloc.segments for j in s.jetons]
    preuve = document.preuve(jetons or bloc.ancre.segment.jetons)
    identite = identite_du_bloc([s.texte for s in bloc.segments])
    mention = mention_de_signature("\n".join(s.texte for s in bloc.segments))
    if mention is None and not bloc.image:
        return BlocVide(
            partie=bloc.ancre.partie, nom=identite.nom, qualite=identite.qualite
        ), preuve
    lue = mention or Mention(None, None, None)
    return (
        Signature(
            partie=bloc.ancre.partie,
            nature=NatureSignature.MENTION if mention else NatureSignature.MANUSCRITE,
            signataire=lue.nom or identite.nom,
            qualite=lue.qualite or identite.qualite,
            date=lue.date or identite.date,
        ),
        preuve,
    )


def _mention_hors_bloc(
    document: Document, partie: Partie, nom_editeur: str | None
) -> tuple[Signature, Preuve] | None:
    """« Signé électroniquement par X, directrice à l’ANS, le … » outside any block."""
    qui = dict(PARTIES)[partie]
    if partie is Partie.EDITEUR and nom_editeur:
        qui = rf"(?:{qui}|(?:la societe )?{re.escape(normaliser(nom_editeur))})"
    motif = re.compile(
        r"(?:\b(?:pour|representant|au nom de|par|de|a|du|chez)|\bd'|,|\() ?(?:le compte de )?"
        rf"{qui}(?!\w)"
    )
    for rang, suivant in zip_longest(document.rangs, document.rangs[1:]):
        for segment in rang.segments:
            jetons = list(segment.jetons)
            if (
                suivant
                and len(rang.segments) == 1
                and not mention_de_signature(suivant.segments[0].texte)
            ):
                jetons += suivant.segments[0].jetons
            texte = " ".join(j.texte for j in jetons)
            mention = mention_de_signature(segment.texte)
            if mention and motif.search(normaliser(texte)):
                signature = Signature(
                    partie=partie,
                    signataire=mention.nom,
                    qualite=mention.qualite,
                    date=mention.date,
                )
                return signature, document.preuve(jetons)
    return None
