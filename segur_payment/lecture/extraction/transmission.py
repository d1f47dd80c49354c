"""The clause that tells effecteurs that their data goes to the plateforme numérique SAS."""

from __future__ import annotations

import re

from segur_payment.dossier import NatureJustificatif
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction.mentions import mention_de_signature
from segur_payment.lecture.extraction.recolte import Recolte

_DESTINATAIRE = re.compile(
    r"service d'acces aux soins|plate-?forme (?:numerique |nationale )*(?:du "
    r"|de )?sas\b|plate-?forme numerique|\bpf sas\b"
    r"|(?:dispositif|portail|outil|plateforme|cadre du|regulation du|service) sas\b|agence du"
    r" numerique en sante|plateforme de (?:la )?regulation|au sas\b|vers le sas\b|\ble sas\b"
)
_SAS = re.compile(
    r"service d'acces aux soins|(?:plate-?forme|pf|portail|dispositif|outil"
    r"|systeme)(?: [\w']+){0,4}? (?:du |de )?sas\b"
    r"|\b(?:le|au|du) sas\b(?! au capital)"
)
_TRANSMETTRE = re.compile(
    r"\b(?:transm\w+|communi\w+|envoy\w+|envoi\w*|remont\w+|partag\w+|adress\w+"
    r"|destinataires?|tiers autorises?|mis\w* a (?:la )?disposition|transfer\w+"
    r"|export\w+|diffus\w+|echang\w+|alimente\w*|publi\w+|acces a|accessibles?"
    r"|fourni\w*|recoi\w+|rendus? visibles?|visibles?|synchronis\w+|reverse\w*"
    r"|achemin\w+|relay\w+)\b"
)
_DONNEES = re.compile(
    r"\b(?:donnees?|informations?|creneaux?|disponibilites?|coordonnees|identifiants?"
    r"|agendas?|rendez-vous|plages)\b"
)
_NIE = re.compile(
    r"\b(?:aucune?|ne (?:sont|seront|sera|communique|transmet)[^.;]{0,20}\b(?:pas"
    r"|jamais|en aucun cas)|n'est (?:pas|jamais)|ni\b)"
)
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
    for vue in document.vues:
        if clause := _clause(vue):
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


def _clause(vue: Vue) -> tuple[int, int] | None:
    for trouve in vue.chercher(_DESTINATAIRE):
        debut, fin = vue.phrase(trouve.start())
        for depuis in (debut, _phrase_avant(vue, debut)):
            texte = vue.normal[depuis : min(fin, trouve.end() + 350)]
            if _dit_la_transmission(texte):
                return depuis, min(fin, depuis + 700)
    return None


def _phrase_avant(vue: Vue, debut: int) -> int:
    """A list of recipients continues the sentence that announces it."""
    precedente = vue.phrase(max(0, debut - 2))[0]
    annonce = vue.normal[precedente:debut].rstrip()
    return precedente if annonce.endswith((":", ";", ",")) or debut - precedente < 160 else debut


def _dit_la_transmission(texte: str) -> bool:
    if not (_TRANSMETTRE.search(texte) and _DONNEES.search(texte)):
        return False
    if not _SAS.search(texte):
        return False
    nie = _NIE.search(texte)
    return (
        nie is None
        or re.search(
            r"\b(?:sans|aucune donnee de sante|hors|autre|sauf|a l'exception)\b",
            texte[nie.start() :],
        )
        is not None
    )


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
