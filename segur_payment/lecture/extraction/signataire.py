"""The one signature of a form or of a declaration, and who the signer is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segur_payment.dossier import (
    BlocVide,
    NatureSignature,
    Partie,
    Preuve,
    Signature,
    SolutionLogicielle,
)
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.ancres import Ancre
from segur_payment.lecture.extraction.blocs import HAUT_MAX
from segur_payment.lecture.extraction.dessins import dessin
from segur_payment.lecture.extraction.mentions import (
    Mention,
    fonction,
    identite_du_bloc,
    mention_de_signature,
)
from segur_payment.lecture.extraction.numeriques import editeur_connu, numeriques_de
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.mise_en_page import Segment
from segur_payment.lecture.pdf.modele import Boite

_FIN_DU_TEXTE = re.compile(
    r"\b(?:signatures?|fait (?:a|le|pour|en)|etabli a|signe|le declarant|le (?:demandeur"
    r"|signataire|representant)|cachet"
    r"|pour la societe|pour l'editeur|lu et approuve)\b|^\W*(?:a )?[a-z' -]{3,30},? le (?:\d|1er)"
)
_SOUSSIGNE = re.compile(
    r"soussigne(?:\(e\)|e)?s?\W+(?P<nom>[^,;\n]{3,60}?)\s*(?:,|\n|agissant|en (?:sa |ma )?qualite)"
)
_SA_QUALITE = re.compile(r"(?:en (?:sa |ma |leur )?qualite d(?:e |')|,\s*)(?P<q>[^,;.\n]{3,60})")


def signature_du_signataire(document: Document, recolte: Recolte, nom_editeur: str | None) -> None:
    """The one signature of a form or of a declaration, and who the signer is."""
    identite = _identite_generale(document, recolte.valeurs.get("solution"))
    trouvees = [
        (_de_l_editeur(s, identite), preuve)
        for s, preuve in numeriques_de(document, [], editeur_connu(recolte, nom_editeur))
        if s.partie is not Partie.ANS
    ]
    if not trouvees and (seule := _mention_ou_dessin(document, identite)):
        trouvees = [seule]
    recolte.valeurs["signatures"] = tuple(s for s, _ in trouvees)
    recolte.prouver("signatures.editeur", *(p for _, p in trouvees))
    recolte.prouver("signatures", *(p for _, p in trouvees))
    if not trouvees:
        recolte.valeurs["blocs_vides"] = (
            BlocVide(partie=Partie.EDITEUR, nom=identite.nom, qualite=identite.qualite),
        )
        if document.signatures_incertaines:
            recolte.douter(
                "signatures.editeur", "les signatures numériques du fichier se lisent mal"
            )


def _de_l_editeur(signature: Signature, identite: Mention) -> Signature:
    """The éditeur alone signs these pieces: whose else would the signature be?"""
    connu = {"signataire": signature.signataire or identite.nom, "qualite": identite.qualite}
    return signature.model_copy(update={"partie": Partie.EDITEUR, **connu})


def _identite_generale(document: Document, solution: SolutionLogicielle | None) -> Mention:
    """Who signs; the name of the product looks like that of a person and is none."""
    lignes = _sans([s.texte for r in document.rangs for s in r.segments], solution)
    identite = identite_du_bloc(lignes, partout=True)
    nom, qualite = identite.nom, identite.qualite
    soussigne = _SOUSSIGNE.search(document.flux.normal)
    if soussigne:
        nom = document.flux.texte.citation(*soussigne.span("nom")).strip()
        suite = soussigne.end("nom")
        lue = _SA_QUALITE.search(document.flux.normal, suite, suite + 160)
        if lue and not qualite:
            qualite = fonction(document.flux.texte.citation(*lue.span("q")))
    if not (nom and qualite):
        fin = identite_du_bloc(_sans(_fin_du_texte(document)[::-1], solution))
        nom, qualite = nom or fin.nom, qualite or fin.qualite
    return Mention(nom, qualite, identite.date)


def _sans(lignes: Sequence[str], solution: SolutionLogicielle | None) -> list[str]:
    return [ligne.replace(solution.nom, "") if solution else ligne for ligne in lignes]


def _fin_du_texte(document: Document) -> list[str]:
    """The lines around the place where the signer signs."""
    ancres = [
        rang for rang, ligne in enumerate(document.rangs)
        if any(_FIN_DU_TEXTE.search(normaliser(s.texte)) for s in ligne.segments)
    ]  # fmt: skip
    dernieres = max(0, len(document.rangs) - 6)
    debut = ancres[-1] if ancres else dernieres
    if len(ancres) > 1 and ancres[-1] - ancres[-2] <= 4:
        debut = ancres[-2]
    autour = document.rangs[max(0, debut - 1) : debut + 9]
    fin = document.rangs[max(dernieres, debut + 9) :]
    return [s.texte for ligne in (*autour, *fin) for s in ligne.segments]


def _mention_ou_dessin(document: Document, identite: Mention) -> tuple[Signature, Preuve] | None:
    for vue in (document.lignes, document.flux):
        if mention := mention_de_signature(vue.texte.original):
            signature = Signature(
                partie=Partie.EDITEUR,
                signataire=mention.nom or identite.nom,
                qualite=mention.qualite or identite.qualite,
                date=mention.date,
            )
            debut = vue.texte.depuis_original(mention.debut)
            fin = vue.texte.depuis_original(mention.fin)
            return signature, vue.preuve(debut, fin)
    return _dessin_du_signataire(document, identite)


def _dessin_du_signataire(document: Document, identite: Mention) -> tuple[Signature, Preuve] | None:
    """A picture or pen strokes near the place to sign, or below the last words of the text."""
    nom = normaliser(identite.nom).split()[-1] if identite.nom else None
    reperes = [
        s
        for rang in document.rangs
        for s in rang.segments
        if _FIN_DU_TEXTE.search(s.lu.normal)
        or (nom is not None and nom in s.lu.normal and len(s.jetons) <= 16)
    ]
    for segment in (*reversed(reperes), *_dernieres_lignes(document)):
        ancre = Ancre(Partie.EDITEUR, segment, annonce=True)
        page = document.page(segment.page)
        zone = Boite(0, segment.boite.y0 - 90, page.largeur, segment.boite.y0 + HAUT_MAX)
        if dessin(document, ancre, zone):
            signature = Signature(
                partie=Partie.EDITEUR,
                nature=NatureSignature.MANUSCRITE,
                signataire=identite.nom,
                qualite=identite.qualite,
            )
            return signature, document.preuve(segment.jetons)
    return None


def _dernieres_lignes(document: Document) -> list[Segment]:
    """The last lines of the last page, its foot left out: a letter is signed there."""
    page = document.rangs[-1].segments[0].page if document.rangs else None
    bas = 0.9 * document.page(page).hauteur if page else 0.0
    corps = [s for r in document.rangs for s in r.segments if s.page == page and s.boite.y1 < bas]
    return corps[-2:]
