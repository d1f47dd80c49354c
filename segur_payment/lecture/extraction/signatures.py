"""Signatures of the ANS and of the éditeur on a procès-verbal: filled blocks, or empty ones.

A signature is a digital one, a « signé par … » mention or the picture of a hand in the block
of a party. A printed name over an empty space is none (``docs/signatures.md``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.dossier import BlocVide, NatureSignature, Partie, Preuve, Signature
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import PARTIES
from segur_payment.lecture.extraction.bloc import Bloc
from segur_payment.lecture.extraction.blocs import blocs_de
from segur_payment.lecture.extraction.mentions import (
    Mention,
    identite_du_bloc,
    mention_de_signature,
)
from segur_payment.lecture.extraction.mentions_en_phrase import mention_de_la_partie
from segur_payment.lecture.extraction.numeriques import cachet_unique, editeur_connu, numeriques_de
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.extraction.signataires_en_liste import mention_en_liste

_SIGNEE = re.compile(r"(?:^|signature ?: ?)\W*signee? (?:electroniquement|numeriquement)\W*$")


def signatures_des_parties(document: Document, recolte: Recolte, nom_editeur: str | None) -> None:
    """Signatures and empty blocks of a piece that the ANS and the éditeur sign."""
    blocs = blocs_de(document, nom_editeur)
    numeriques = numeriques_de(document, blocs, editeur_connu(recolte, nom_editeur))
    signatures: list[Signature] = []
    vides: list[BlocVide] = []
    for partie in Partie:
        siennes = [lu for lu in numeriques if lu[0].partie is partie]
        for objet, preuve in siennes or _lues(document, blocs, partie, nom_editeur):
            if isinstance(objet, Signature):
                signatures.append(objet)
                recolte.prouver("signatures", preuve)
            else:
                vides.append(objet)
            recolte.prouver(f"signatures.{partie}", preuve)
    _douter_des_inconnues(numeriques, signatures, recolte)
    _douter_du_cachet(document, signatures, recolte)
    recolte.valeurs["signatures"] = tuple(signatures)
    recolte.valeurs["blocs_vides"] = tuple(vides)
    if document.signatures_incertaines:
        for partie in Partie:
            recolte.douter(
                f"signatures.{partie}", "les signatures numériques du fichier se lisent mal"
            )


def _lues(
    document: Document, blocs: Sequence[Bloc], partie: Partie, nom_editeur: str | None
) -> Sequence[tuple[Signature | BlocVide, Preuve]]:
    """What the block of a party shows, else what the running text says of its signature."""
    lus = [_lire(document, bloc) for bloc in blocs if bloc.ancre.partie is partie]
    if signes := [lu for lu in lus if isinstance(lu[0], Signature)]:
        return signes
    ailleurs = _mention_en_clause(document, partie, nom_editeur)
    if not ailleurs and (lue := mention_en_liste(document, _qui(partie, nom_editeur))):
        ailleurs = _signature(partie, lue[0]), document.preuve(lue[1])
    if not ailleurs:
        ailleurs = _mention_hors_bloc(document, partie, nom_editeur, en_tete=bool(lus))
    return [ailleurs] if ailleurs else lus


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
                    "une signature numérique est présente sans que l’on sache de qui elle est"
                    + (f" : {signature.doute}" if signature.doute else ""),
                )
                recolte.prouver(f"signatures.{partie}", preuve)


def _douter_du_cachet(
    document: Document, signatures: Sequence[Signature], recolte: Recolte
) -> None:
    """One seal may close a document that several persons signed on the service."""
    if cachet_unique(document):
        signees = {s.partie for s in signatures}
        for partie in Partie:
            if partie not in signees:
                recolte.douter(
                    f"signatures.{partie}",
                    "le cachet d’un service de signature peut valoir pour plusieurs signataires",
                )


def _lire(document: Document, bloc: Bloc) -> tuple[Signature | BlocVide, Preuve]:
    jetons = [j for s in bloc.segments for j in s.jetons]
    preuve = document.preuve(jetons or bloc.ancre.segment.jetons)
    identite = identite_du_bloc([s.texte for s in bloc.segments])
    mention = mention_de_signature("\n".join(s.texte for s in bloc.segments))
    if mention is None and identite.nom and identite.date and _dit_signee(bloc):
        mention = identite
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


def _dit_signee(bloc: Bloc) -> bool:
    """« Signature : signé électroniquement », the name and the date standing in fields above."""
    return any(_SIGNEE.search(s.lu.normal) for s in bloc.segments)


def _mention_en_clause(
    document: Document, partie: Partie, nom_editeur: str | None
) -> tuple[Signature, Preuve] | None:
    """« pour l’ANS, signé électroniquement par X, le … ; pour l’éditeur, signé … »"""
    clause = re.compile(rf"\bpour {_qui(partie, nom_editeur)}[ ,:(-]{{1,3}}signee?\b[^;]{{0,160}}")
    for trouve in document.flux.chercher(clause):
        if mention := mention_de_signature(document.flux.texte.citation(*trouve.span())):
            return _signature(partie, mention), document.flux.preuve(*trouve.span())
    return None


def _qui(partie: Partie, nom_editeur: str | None) -> str:
    """Pattern of the words that name a party."""
    qui = dict(PARTIES)[partie]
    if partie is Partie.EDITEUR and nom_editeur:
        return rf"(?:{qui}|(?:la societe )?{re.escape(normaliser(nom_editeur))})"
    return qui


def _mention_hors_bloc(
    document: Document, partie: Partie, nom_editeur: str | None, *, en_tete: bool
) -> tuple[Signature, Preuve] | None:
    """« Signé électroniquement par X, directrice à l’ANS, le … » outside any block.

    ``en_tete``: the party has an empty block; only a line that begins by its name counts.
    """
    parties = "|".join(_qui(p, nom_editeur) for p in Partie)
    lue = mention_de_la_partie(
        document, _qui(partie, nom_editeur), f"(?:{parties})", en_tete=en_tete
    )
    return (_signature(partie, lue[0]), document.preuve(lue[1])) if lue else None


def _signature(partie: Partie, mention: Mention) -> Signature:
    return Signature(
        partie=partie, signataire=mention.nom, qualite=mention.qualite, date=mention.date
    )
