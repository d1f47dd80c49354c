"""A file: the documents found in it, why they were recognised, and what is odd about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segur_payment.dossier import DocumentReconnu, Fichier
from segur_payment.dossier.lecture import NON_RECONNU, alertes
from segur_payment.rendu.mots import citation, nom_fichier, phrase, pourcentage
from segur_payment.rendu.signatures import faits_de
from segur_payment.rendu.typographie import INSECABLE, composer, majuscule

_SIGNATURES = 20
SUITE = "suite d’une pièce commencée dans un autre fichier"


def lignes_fichier(fichier: Fichier, tous: Sequence[Fichier]) -> Iterator[str]:
    """Everything that is known of ``fichier``, one sentence a line, beside ``tous`` the files."""
    if fichier.illisible:
        yield phrase(f"Illisible : {fichier.illisible}")
    elif not fichier.documents:
        yield composer(f"Non reconnu : {NON_RECONNU}") if not fichier.non_lu else "Non reconnu"
    for document in fichier.documents:
        yield _document(document)
        if document.doute:
            yield phrase(f"Doute : {document.doute}")
    if fichier.declare_pour:
        pieces = ", ".join(p.libelle for p in fichier.declare_pour)
        yield composer(f"Déclaré dans dossier.toml : {pieces}")
    yield from (phrase(majuscule(alerte)) for alerte in alertes(fichier))
    for numerique in fichier.signatures[:_SIGNATURES]:
        yield "Signature numérique :"
        yield from (composer(f"– {fait}") for fait in faits_de(numerique))
    for preuve in fichier.textes_non_fiables:
        yield citation(preuve, fichier=False)
    premier = next(f for f in tous if f.sha256 == fichier.sha256)
    if premier.nom != fichier.nom:
        seul = "" if fichier.illisible else ", qui seul a été lu"
        yield composer(f"Même contenu que {nom_fichier(premier.nom)}{seul}")


def _document(document: DocumentReconnu) -> str:
    lieu = majuscule(pages(document))
    if document.suite:
        return phrase(f"{lieu} : {SUITE} ({document.type.libelle}) ; {document.raison}")
    certitude = f"(certitude {pourcentage(document.score)})"
    return f"{phrase(f'{lieu} : {document.raison}')} {certitude}"


def pages(document: DocumentReconnu) -> str:
    """``page 1`` or ``pages 1 à 3``."""
    premiere, derniere = document.pages
    if premiere == derniere:
        return f"page{INSECABLE}{premiere}"
    return f"pages{INSECABLE}{premiere} à{INSECABLE}{derniere}"
