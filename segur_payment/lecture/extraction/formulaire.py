"""Facts of the ASP form; its official model is publicly unknown, so only labels are trusted."""

from __future__ import annotations

import re

from segur_payment.dossier import Phase, Taxe
from segur_payment.langue.montants import MontantTrouve, montants
from segur_payment.langue.normalisation import Texte, normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import compte, dates
from segur_payment.lecture.extraction.cases import Choix, choix_coche
from segur_payment.lecture.extraction.etiquettes import Valeur, valeurs
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.mise_en_page import Segment
from segur_payment.lecture.pdf.modele import Boite

_MONTANT = (
    r"montant\b[^:;.\d]{0,70}",
    r"(?:somme|avance|solde|total)(?: (?:demandee?|sollicitee?|ht|a payer|a verser))+",
)
_AVANCE_VERSEE = re.compile(
    r"avance(?:(?!avance)[^.;]){0,90}?\b(?:versee|payee|encaissee?s?|percue|recue|reglee"
    r"|encaissee|decidee et payee)\b(?P<suite>[^.;]{0,40})"
    r"|(?:versement|paiement) de l'avance[^.;]{0,50}?\b(?:le|recu|effectue)\b"
)
_AUTRE_MONTANT = re.compile(
    r"avance (?:percue|versee|recue)|deja|total du|forfait\b"
    r"|forfaitaire (?:total|global|complet|de la prestation|du dispositif|du programme)"
)
_DEJA_RECU = re.compile(r"(?: ht| ttc| euros?| €)* (?:recue?s?|percue?s?|versee?s?|payee?s?)\b")
_LIBELLE_D_AVANCE = re.compile(r"^avance(?: deja| ht)* (?:versee|payee|percue|recue)$")
_CHAMPS_CONNUS = (
    r"(?:raison sociale|denomination(?: sociale)?)[^:]{0,30}",
    r"(?:n° (?:de )?|numero (?:de )?)?(?:siren|siret|tva)(?: intracommunautaire)?[^:]{0,30}",
    r"adresse(?: (?:postale|du siege|complete|electronique))?[^:]{0,20}",
    r"(?:code postal|ville|commune|pays)",
    r"(?:nom|prenom)s?(?: et (?:pre)?noms?)?(?: (?:du|de la|de l'|et) .{2,30})?",
    r"(?:representant legal|representant|contact|interlocuteur|signataire)[^:]{0,20}",
    r"(?:qualite|fonction)[^:]{0,30}",
    r"(?:courriel|e-?mail|adresse mail|telephone|tel\.?|n° de telephone|numero de telephone)"
    r"[^:]{0,25}",
    r"(?:nom (?:de la )?)?(?:solution|logiciel|produit)(?: logicielle)?(?: concernee)?",
    r"(?:numero de |n° de )?version[^:]{0,25}",
    r"(?:montant|somme)[^:]{0,45}",
    r"(?:iban|bic|rib|banque|domiciliation|titulaire du compte)[^:]{0,35}",
    r"date (?:de (?:la )?(?:mise en service|vsr|verification[^:]{0,30}|naissance"
    r"|creation)|du pv)[^:]{0,25}",
    r"(?:forme juridique|regime (?:de )?tva|capital social|taux de tva)",
    r"phase(?: concernee| de la demande)?",
)
_RESERVE_ASP = re.compile(
    r"(?:cadre|partie|zone|espace|encart|rubrique|reserve)\w*[^.]{0,30}\b(?:asp"
    r"|administration|agence de services|service instructeur)|ne (?:rien|pas) (?:inscrire"
    r"|ecrire|remplir)"
)
_SIGNATURE = re.compile(r"\b(?:signature|cachet|tampon|date|fait|lu et approuve|visa)\b")
_BORDS = " :*._…·"
_FACULTATIF = re.compile(
    r"facultatif|optionnel|le cas echeant|si (?:applicable|different|concerne"
    r"|necessaire)|complement|observations?|commentaire|fax|site (?:web|internet)"
)


def lire(document: Document, recolte: Recolte) -> None:
    """Phase, amount, dates, bank details, fields left empty."""
    _phase(document, recolte)
    _montant(document, recolte)
    dates.noter(recolte, "date", dates.date_du_document(document))
    compte.lire(document, recolte)
    _avance_versee(document, recolte)
    _champs_vides(document, recolte)


def _phase(document: Document, recolte: Recolte) -> None:
    case = choix_coche(
        document,
        {
            "avance": r"(?:demande )?(?:(?:paiement |versement )?(?:de l'|d'))?avance"
            r"(?![^.;]{0,40}\b(?:percue|versee|payee|recue|encaissee))",
            "solde": r"(?:demande )?(?:de |du )?(?:paiement du |versement du )?solde",
        },
    )
    if isinstance(case, Choix):
        recolte.noter("phase", Phase(case.option), case.preuve)
        return
    for champ in valeurs(document, _ETIQUETTE_DE_PHASE):
        if len(phases := set(_NOM_DE_PHASE.findall(normaliser(champ.texte)))) == 1:
            recolte.noter("phase", Phase(phases.pop()), champ.preuve)
            return
    for rang in document.rangs:
        texte = Texte.de(" ".join(s.texte for s in rang.segments)).normal
        if _TITRE.search(texte) and len(phases := set(_NOM_DE_PHASE.findall(texte))) == 1:
            jetons = [j for s in rang.segments for j in s.jetons]
            recolte.noter("phase", Phase(phases.pop()), document.preuve(jetons))
            return
    vue = document.flux
    for motif in (
        r"formulaire.{0,80}?\b(avance|solde)\b",
        r"demande.{0,60}?\b(avance|solde)\b",
        r"\b(avance|solde)\b",
    ):
        if trouve := re.search(motif, vue.normal):
            recolte.noter("phase", Phase(trouve[1]), vue.preuve(*trouve.span()))
            return


_TITRE = re.compile(r"formulaire|demande")
_ETIQUETTE_DE_PHASE = (
    r"(?:phase|(?:type|objet|nature) de (?:la )?demande)(?: concernee| de la demande)?"
)
_NOM_DE_PHASE = re.compile(r"\b(avance|solde)\b")


def _montant(document: Document, recolte: Recolte) -> None:
    for etiquette in _MONTANT:
        candidats = [
            (trouve, v)
            for v in valeurs(document, etiquette)
            if not _AUTRE_MONTANT.search(normaliser(v.etiquette))
            for trouve in _lus(v)
        ]
        if candidats:
            trouve, v = _prefere(candidats)
            taxe = trouve.taxe or _taxe_de(v.etiquette)
            recolte.noter("montant", trouve.valeur, v.preuve)
            recolte.valeurs["taxe"] = Taxe(taxe) if taxe else None
            return
    vue = document.flux
    phrases, seuls = [], []
    for trouve in montants(vue.texte.original):
        debut = vue.texte.depuis_original(trouve.debut)
        avant = vue.normal[max(0, debut - 130) : debut]
        if re.search(
            r"deja|percu|verse(?:e)? le|forfait|total de|financement de|capital|prestation segur"
            r"|montant fixe|sur (?:un|les)",
            avant[-60:],
        ) or _DEJA_RECU.match(vue.normal, vue.texte.depuis_original(trouve.fin)):
            continue
        preuve = vue.preuve(max(0, debut - 60), vue.texte.depuis_original(trouve.fin))
        if re.search(r"demand|sollicit|avance|solde|montant|versement|paiement", avant):
            phrases.append((trouve, preuve))
        elif trouve.taxe == "HT":
            seuls.append((trouve, preuve))
    if not phrases and len({t.valeur for t, _ in seuls}) == 1:
        phrases = seuls
    if phrases:
        trouve, preuve = min(phrases, key=lambda c: c[0].taxe == "TTC")
        recolte.noter("montant", trouve.valeur, preuve)
        recolte.valeurs["taxe"] = Taxe(trouve.taxe) if trouve.taxe else None


def _lus(valeur: Valeur) -> list[MontantTrouve]:
    return montants(valeur.texte) or montants(valeur.texte, exiger_devise=False)


def _prefere(candidats: list[tuple[MontantTrouve, Valeur]]) -> tuple[MontantTrouve, Valeur]:
    """The HT amount when HT and TTC stand side by side, else the first that is asked."""
    rangs = {"HT": 0, None: 1, "TTC": 2}
    return min(
        candidats,
        key=lambda c: (
            rangs[c[0].taxe or _taxe_de(c[1].etiquette)],
            "demande" not in normaliser(c[1].etiquette),
        ),
    )


def _taxe_de(etiquette: str) -> str | None:
    normal = normaliser(etiquette)
    if re.search(r"\bttc\b|toutes taxes", normal):
        return "TTC"
    return "HT" if re.search(r"\bht\b|hors tax", normal) else None


def _avance_versee(document: Document, recolte: Recolte) -> None:
    for vue in (document.lignes, document.flux):
        for trouve in vue.chercher(_AVANCE_VERSEE):
            avant = vue.normal[max(0, trouve.start() - 3) : trouve.end()]
            fin = trouve.start("suite") if trouve["suite"] is not None else trouve.end()
            suite = vue.normal[fin : fin + 45]
            if re.search(r"\bpas\b|n'a |a verser|☐|non versee", avant) or re.match(
                r"[ :?]*(?:non|neant|☐)", suite
            ):
                continue
            if _LIBELLE_D_AVANCE.search(vue.normal[trouve.start() : fin]) and not re.match(
                r"[^.;]{0,25}?(?:\d|oui|☒)", suite
            ):
                continue
            recolte.noter("avance_versee", True, vue.preuve(*trouve.span()))
            return


def _champs_vides(document: Document, recolte: Recolte) -> None:
    vides: dict[str, Valeur | None] = {}
    remplis: set[str] = set()
    for etiquette in _CHAMPS_CONNUS:
        for valeur in valeurs(document, etiquette):
            nom = valeur.etiquette.strip(_BORDS)
            cle = normaliser(nom)
            if not valeur.vide:
                remplis.add(cle)
            elif not _FACULTATIF.search(cle) and not _SIGNATURE.match(cle):
                vides.setdefault(nom, valeur)
    for nom in _widgets_vides(document):
        if not any(
            normaliser(nom) in normaliser(v) or normaliser(v) in normaliser(nom) for v in vides
        ):
            vides.setdefault(nom, None)
    retenus = [n for n in vides if normaliser(n) not in remplis]
    recolte.valeurs["champs_vides"] = tuple(retenus)
    recolte.prouver("champs_vides", *(v.preuve for n in retenus if (v := vides[n])))


def _widgets_vides(document: Document) -> list[str]:
    """Empty AcroForm text fields, by their label on the page or in the file."""
    noms = []
    for champ in document.champs:
        if champ.genre not in ("texte", "choix") or (champ.valeur or "").strip():
            continue
        nom = (_a_gauche(document, champ.page, champ.boite) or champ.etiquette or champ.nom).strip(
            " :*"
        )
        normal = normaliser(nom)
        if (
            nom
            and not _FACULTATIF.search(normal)
            and not _RESERVE_ASP.search(normal)
            and not _SIGNATURE.match(normal)
        ):
            noms.append(nom)
    return noms


def _a_gauche(document: Document, page: int | None, boite: Boite | None) -> str | None:
    if page is None or boite is None:
        return None
    milieu = (boite.y0 + boite.y1) / 2
    proches: list[Segment] = [
        s
        for rang in document.rangs
        for s in rang.segments
        if s.page == page
        and s.boite.y0 - 3 <= milieu <= s.boite.y1 + 3
        and s.boite.x1 <= boite.x0 + 4
    ]
    if proches:
        return max(proches, key=lambda s: s.boite.x1).texte
    dessus = [
        s
        for rang in document.rangs
        for s in rang.segments
        if s.page == page and 0 <= boite.y0 - s.boite.y1 <= 8 and abs(s.boite.x0 - boite.x0) < 15
    ]
    return dessus[0].texte if dessus else None
