"""The clause that tells effecteurs that their data goes to the plateforme numérique SAS."""

from __future__ import annotations

import re

from segur_payment.dossier import NatureJustificatif
from segur_payment.lecture.document import Document
from segur_payment.lecture.document.sommaire import sans_sommaire
from segur_payment.lecture.extraction.clause_sas import clause_de_transmission
from segur_payment.lecture.extraction.mentions import mention_de_signature
from segur_payment.lecture.extraction.recolte import Recolte

_CONTRAT = re.compile(r"\bcontrats?\b|\bavenant\b|conditions particulieres|bulletin d'adhesion")
_CGU = re.compile(r"conditions generales|\bc\.?g\.?[us]\b|conditions d'utilisation")
_NON_SIGNE = re.compile(
    r"non signe|modele de contrat|contrat type|projet de contrat|specimen"
    r"|vierge|a signer|sans signature|\bmodele\b"
)


def lire(document: Document, titre: str, recolte: Recolte) -> None:
    """Nature and clause of the proof; for contracts, whether they are signed."""
    nature = _nature(document, titre)
    recolte.noter("nature", nature)
    for vue in sans_sommaire(document).vues:
        if clause := clause_de_transmission(vue):
            preuve = vue.preuve(*clause)
            recolte.noter("clause", preuve.extrait, preuve)
            break
    if nature is NatureJustificatif.CONTRATS:
        _contrats(document, recolte)


def _nature(document: Document, titre: str) -> NatureJustificatif:
    debut = titre or document.flux.normal[:400]
    if _CGU.search(debut):
        return NatureJustificatif.CGU
    if _CONTRAT.search(debut):
        return NatureJustificatif.CONTRATS
    if titre:
        return NatureJustificatif.AUTRE
    return NatureJustificatif.CGU if _CGU.search(document.flux.normal) else NatureJustificatif.AUTRE


def _contrats(document: Document, recolte: Recolte) -> None:
    signe = mention_de_signature(document.lignes.texte.original) is not None
    dessin = any(
        14 <= i.boite.hauteur <= 170 and i.boite.largeur >= 25 and i.boite.y0 > 0.2 * p.hauteur
        for p in document.pages
        for i in p.images
    )
    trait = any(t.segments >= 3 and t.boite.largeur >= 18 for p in document.pages for t in p.traces)
    numerique = any(s.remplie for s in document.signatures)
    modele = next(iter(document.flux.chercher(_NON_SIGNE)), None)
    if modele:
        recolte.noter("contrats_signes", False, document.flux.preuve(*modele.span()))
    else:
        recolte.noter("contrats_signes", signe or dessin or trait or numerique)
