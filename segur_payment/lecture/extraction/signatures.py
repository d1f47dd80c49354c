"""Who signed: blocks of each party, filled or empty.

A signature is a digital one, a « signé par … » mention or the picture of a hand in the block
of a party. A printed name over an empty space is none (``regles.md``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from segur_payment.dossier import BlocVide, NatureSignature, Partie, Preuve, Signature
from segur_payment.langue.dates import date_pdf
from segur_payment.langue.noms import Rapprochement, comparer_societes
from segur_payment.langue.normalisation import Texte, normaliser
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.mentions import (
    Mention,
    identite_du_bloc,
    mention_de_signature,
)
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.mise_en_page import Jeton, Rang, Segment, contient
from segur_payment.lecture.pdf.modele import Boite
from segur_payment.lecture.pdf.modele import Signature as SignaturePdf

_ANS = r"(?:l'|la |le |les )?(?:a\.?n\.?s\b\.?|agence du numerique en sante)"
_EDITEUR = (
    r"(?:l'|la |le |les )?(?:editeur|titulaire|societe|industriel|fournisseur|prestataire|entreprise"
    r"|demandeur|declarant|ens\b|beneficiaire)"
)
_ANNONCE = (
    r"(?:(?:bon )?pour(?: le compte de| et au nom de)?|signatures?(?: \w+)?(?: de| du| pour| d')?|visa(?: de)?"
    r"|(?:le |la )?(?:representant(?:e|s)?|signataire)(?: habilite| dument habilite| legal)?(?: de| du| pour)?"
    r"|cote|partie|par)"
)
_PARTIES = ((Partie.ANS, _ANS), (Partie.EDITEUR, _EDITEUR))
_ANCRES = {
    partie: (
        re.compile(rf"\W*(?:\d[.)] ?)?(?:{_ANNONCE} ?{qui}(?!\w)|{qui}(?: *\([^)]*\))?,? (?:dument )?represente[e)(]* par\b)"),
        re.compile(rf"\W*{qui}(?!\w)(?: *\([^)]*\))?[^:]{{0,45}}:?\W*$"),
    )
    for partie, qui in _PARTIES
}
_BLOC_HAUT = 230.0


@dataclass(frozen=True, slots=True)
class Ancre:
    """The heading of a signature block."""

    partie: Partie
    segment: Segment
    annonce: bool

    @property
    def boite(self) -> Boite:
        """Where the heading stands."""
        return self.segment.boite


@dataclass(frozen=True, slots=True)
class Bloc:
    """A party's part of the page: its words, and the drawings that stand there."""

    ancre: Ancre
    zone: Boite
    segments: tuple[Segment, ...]
    image: bool


def signatures_des_parties(document: Document, recolte: Recolte, nom_editeur: str | None) -> None:
    """Signatures and empty blocks of a piece that the ANS and the éditeur sign."""
    signatures: list[Signature] = []
    vides: list[BlocVide] = []
    blocs = _blocs(document, nom_editeur)
    numeriques = _numeriques(document, blocs, nom_editeur, recolte)
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


def _blocs(document: Document, nom_editeur: str | None) -> list[Bloc]:
    ancres = _ancres(document, nom_editeur)
    return [_bloc(document, ancre, ancres) for ancre in ancres]


def _ancres(document: Document, nom_editeur: str | None) -> list[Ancre]:
    """The heading of each party's block; a bare name is one only beside that of the other."""
    toutes = [
        ancre
        for rang in document.rangs
        for segment in rang.segments
        if (ancre := _ancre(segment, nom_editeur))
    ]
    toutes += [
        voisine for ancre in toutes if ancre.partie is Partie.ANS for voisine in _en_face(document, ancre, toutes)
    ]
    retenues = [a for a in toutes if a.annonce or any(_font_la_paire(a, b) for b in toutes)]
    gardees: list[Ancre] = []
    for partie in Partie:
        siennes = [a for a in retenues if a.partie is partie]
        gardees += ([a for a in siennes if a.annonce] or siennes)[-1:]
    return gardees


def _en_face(document: Document, ans: Ancre, toutes: Sequence[Ancre]) -> list[Ancre]:
    """Beside the heading of the ANS, whatever name stands there heads the éditeur's block."""
    rang = next(r for r in document.rangs if ans.segment in r.segments)
    autres = [s for s in rang.segments if s is not ans.segment]
    if len(autres) != 1 or any(a.segment is autres[0] for a in toutes):
        return []
    normal = normaliser(autres[0].texte)
    if len(autres[0].jetons) > 9 or ":" in normal.rstrip(" :") or mention_de_signature(autres[0].texte):
        return []
    if re.match(r"(?:date|nom|qualite|fonction|signature|cachet|le|fait|visa|prenom)\b", normal):
        return []
    return [Ancre(Partie.EDITEUR, autres[0], annonce=False)]


def _font_la_paire(une: Ancre, autre: Ancre) -> bool:
    if une.partie is autre.partie or une.segment.page != autre.segment.page:
        return False
    return _cote_a_cote(une.boite, autre.boite) or _l_un_sous_l_autre(une.boite, autre.boite)


def _cote_a_cote(une: Boite, autre: Boite) -> bool:
    return abs(une.y0 - autre.y0) < 40 and (une.x1 < autre.x0 or autre.x1 < une.x0)


def _l_un_sous_l_autre(une: Boite, autre: Boite) -> bool:
    return abs(une.x0 - autre.x0) < 12 and abs(une.y0 - autre.y0) < _BLOC_HAUT


def _ancre(segment: Segment, nom_editeur: str | None) -> Ancre | None:
    normal = Texte.de(segment.texte).normal.strip()
    if len(normal) > 110:
        return None
    for partie in Partie:
        annonce, nue = _ANCRES[partie]
        if (trouve := annonce.match(normal)) and not _est_phrase(normal, trouve.end()):
            return Ancre(partie, segment, annonce=True)
        if nue.match(normal):
            return Ancre(partie, segment, annonce=False)
    return _ancre_nommee(segment, normal, nom_editeur) if nom_editeur else None


def _ancre_nommee(segment: Segment, normal: str, nom_editeur: str) -> Ancre | None:
    """« Pour Agendalib », or the name of the éditeur alone."""
    annonce = re.match(rf"\W*{_ANNONCE} ?(?:l'|la |le )?", normal)
    reste = normal[annonce.end() :] if annonce else normal
    reste = re.split(r" ?[:(,]", reste.strip(), maxsplit=1)[0]
    if len(reste) < 2 or comparer_societes(reste, nom_editeur) is not Rapprochement.IDENTIQUE:
        return None
    return Ancre(Partie.EDITEUR, segment, annonce=annonce is not None)


_VERBE = re.compile(
    r"\b(?:est|sont|a ete|ont|doit|doivent|s'engage|declare|atteste|certifie|vaut|ayant|afin|que|qui|prononce)\b"
)


def _est_phrase(normal: str, fin: int) -> bool:
    return _VERBE.search(normal, fin) is not None


def _bloc(document: Document, ancre: Ancre, ancres: Sequence[Ancre]) -> Bloc:
    if colonnes := _colonnes(document, ancre):
        return _ligne_de_tableau(document, ancre, ancres, colonnes)
    zone = _zone(document, ancre, ancres)
    segments = _sans_pied_de_page(document, tuple(
        s
        for rang in document.rangs
        for s in _morceaux(rang, ancre, zone, min(a.boite.x0 for a in (*ancres, ancre)))
        if s.page == ancre.segment.page
    ))
    return Bloc(ancre, zone, segments, _dessin(document, ancre, zone))


_ENTETE = re.compile(r"(?:nom|prenom|qualite|fonction|date|signature|visa|signataire|representant)\b")


def _colonnes(document: Document, ancre: Ancre) -> tuple[Segment, ...]:
    """The heading cells of a table that has a row per party, right of the party's name."""
    for rang in reversed(document.rangs):
        ecart = ancre.boite.y0 - rang.boite.y1
        if rang.segments[0].page != ancre.segment.page or not -2 < ecart < 150:
            continue
        cellules = [s for s in rang.segments if s.boite.x0 > ancre.boite.x0 + 10]
        titres = [s for s in cellules if len(s.jetons) <= 5 and _ENTETE.match(normaliser(s.texte))]
        if len(titres) >= 2 and len(titres) == len(cellules):
            return tuple(titres)
    return ()


def _bande(
    document: Document, ancre: Ancre, ancres: Sequence[Ancre], colonnes: tuple[Segment, ...]
) -> tuple[float, float]:
    """Top and bottom of a table row, whether its cells are set at the top or in the middle."""
    autres = [a.boite.y0 for a in ancres if a.segment.page == ancre.segment.page]
    avant = [y for y in autres if y < ancre.boite.y0]
    apres = [y for y in autres if y > ancre.boite.y0]
    premiere, entete = min(autres), colonnes[0].boite.y1
    centree = any(
        entete < r.boite.y0 < premiere - 4 and r.segments[0].page == ancre.segment.page
        for r in document.rangs
    )
    if centree:
        haut = (max(avant) + ancre.boite.y0) / 2 if avant else entete
        bas = (min(apres) + ancre.boite.y0) / 2 if apres else 2 * ancre.boite.y1 - haut
        return haut, bas
    return ancre.boite.y0 - 3, min(apres) - 3 if apres else ancre.boite.y1 + 45


def _ligne_de_tableau(
    document: Document, ancre: Ancre, ancres: Sequence[Ancre], colonnes: tuple[Segment, ...]
) -> Bloc:
    """The cells of one party, each read with the heading of its column."""
    page = next(p for p in document.pages if p.numero == ancre.segment.page)
    haut, bas = _bande(document, ancre, ancres, colonnes)
    jetons = [
        j
        for rang in document.rangs
        for s in rang.segments
        for j in s.jetons
        if j.page == page.numero and haut <= j.milieu <= bas
    ]
    bords = [*(c.boite.x0 - 5 for c in colonnes), page.largeur]
    cellules = []
    for titre, x0, x1 in zip(colonnes, bords, bords[1:], strict=False):
        dedans = tuple(j for j in jetons if x0 <= _centre(j) < x1)
        cellules.append(Segment((*titre.jetons, *dedans)))
    zone = Boite(colonnes[0].boite.x0, haut, page.largeur, bas)
    return Bloc(ancre, zone, (ancre.segment, *cellules), _dessin(document, ancre, zone))


def _sans_pied_de_page(document: Document, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Without what stands at the foot of the page, far below the block."""
    gardes: list[Segment] = []
    for segment in segments:
        page = next(p for p in document.pages if p.numero == segment.page)
        loin = gardes and segment.boite.y0 - gardes[-1].boite.y1 > 25
        if segment.boite.y0 > 0.9 * page.hauteur and loin:
            break
        gardes.append(segment)
    return tuple(gardes)


def _zone(document: Document, ancre: Ancre, ancres: Sequence[Ancre]) -> Boite:
    page = next(p for p in document.pages if p.numero == ancre.segment.page)
    memes = [a for a in ancres if a is not ancre and a.segment.page == ancre.segment.page]
    cote = [a for a in memes if _cote_a_cote(a.boite, ancre.boite)]
    droite = min((a.boite.x0 for a in cote if a.boite.x0 > ancre.boite.x1), default=None)
    gauche = max((a.boite.x1 for a in cote if a.boite.x1 < ancre.boite.x0), default=None)
    x1 = page.largeur if droite is None else droite - 4
    x0 = (
        0.0 if gauche is None else (ancre.boite.x0 - 25 if ancre.boite.x0 - 25 > gauche else gauche)
    )
    if cote and gauche is None:
        x0 = max(0.0, ancre.boite.x0 - 40)
    dessous = [a.boite.y0 for a in memes if a not in cote and a.boite.y0 > ancre.boite.y0]
    fin = min([*dessous, ancre.boite.y0 + _BLOC_HAUT, page.hauteur])
    seul = not any(a not in cote and a.boite.y0 < ancre.boite.y0 for a in memes)
    haut = _haut(document, ancre, x0, x1) if seul else ancre.boite.y0 - 3
    return Boite(x0, haut, x1, fin)


def _haut(document: Document, ancre: Ancre, x0: float, x1: float) -> float:
    """The top of the block: « lu et approuvé » often stands above the name of the party."""
    for rang in document.rangs:
        ecart = ancre.boite.y0 - rang.boite.y1
        if rang.segments[0].page != ancre.segment.page or not -2 <= ecart <= 2 * ancre.boite.hauteur:
            continue
        mots = [j.texte for s in rang.segments for j in s.jetons if x0 <= _centre(j) <= x1]
        if mention_de_signature(" ".join(mots)):
            return rang.boite.y0 - 2
    return ancre.boite.y0 - 3


def _morceaux(rang: Rang, ancre: Ancre, zone: Boite, gauche: float) -> Iterator[Segment]:
    """The words of a row that stand in the zone, with the row's own label when it has one."""
    if not zone.y0 - 2 <= (rang.boite.y0 + rang.boite.y1) / 2 <= zone.y1:
        return
    dedans = [j for s in rang.segments for j in s.jetons if zone.x0 <= _centre(j) <= zone.x1]
    etiquette = rang.segments[0]
    commune = etiquette.boite.x1 < gauche and etiquette.page == ancre.segment.page
    if dedans and commune and len(etiquette.jetons) <= 4:
        yield Segment((*etiquette.jetons, *dedans))
    elif dedans:
        yield Segment(tuple(dedans))


def _centre(jeton: Jeton) -> float:
    return (jeton.boite.x0 + jeton.boite.x1) / 2


def _dessin(document: Document, ancre: Ancre, zone: Boite) -> bool:
    """A picture or pen strokes of the size of a signature stand in the zone."""
    page = next(p for p in document.pages if p.numero == ancre.segment.page)
    images = [i.boite for i in page.images]
    traces = [t.boite for t in page.traces if t.segments >= 3]
    return any(
        contient(zone, b, 0)
        and 18 <= b.largeur <= 320
        and 7 <= b.hauteur <= 170
        and not contient(b, ancre.boite, 0)
        and b.y1 > ancre.boite.y0 - 90
        and b.y0 > 60
        for b in (*images, *traces)
    )


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
    qui = dict(_PARTIES)[partie]
    if partie is Partie.EDITEUR and nom_editeur:
        qui = rf"(?:{qui}|(?:la societe )?{re.escape(normaliser(nom_editeur))})"
    motif = re.compile(rf"(?:\b(?:pour|representant|au nom de|par|de|a|du|chez)|\bd'|,|\() ?(?:le compte de )?{qui}(?!\w)")
    for rang, suivant in zip(document.rangs, [*document.rangs[1:], None], strict=True):
        for segment in rang.segments:
            jetons = list(segment.jetons)
            if suivant and len(rang.segments) == 1 and not mention_de_signature(suivant.segments[0].texte):
                jetons += suivant.segments[0].jetons
            texte = " ".join(j.texte for j in jetons)
            mention = mention_de_signature(segment.texte)
            if mention and motif.search(normaliser(texte)):
                signature = Signature(
                    partie=partie, signataire=mention.nom, qualite=mention.qualite, date=mention.date
                )
                return signature, document.preuve(jetons)
    return None


def _numeriques(
    document: Document, blocs: Sequence[Bloc], nom_editeur: str | None, recolte: Recolte
) -> list[tuple[Signature, Preuve]]:
    """Digital signatures that fill a field, with the party that they belong to if anyone can tell."""
    lues = []
    for signature in document.signatures:
        if signature.remplie and signature.sous_filtre != "ETSI.RFC3161":
            preuve = Preuve(
                fichier=document.nom,
                sha256=document.sha256,
                page=signature.page,
                extrait=f"[signature numérique] {signature.sujet or signature.nom or signature.champ}",
            )
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
            (b.ancre.partie for b in blocs if b.ancre.segment.page == signature.page and contient(b.zone, signature.boite)),
            None,
        )  # fmt: skip
    bloc = next((b for b in blocs if b.ancre.partie is partie), None)
    identite = identite_du_bloc([s.texte for s in bloc.segments]) if bloc else None
    return Signature(
        partie=partie,
        nature=NatureSignature.NUMERIQUE,
        signataire=signature.sujet or signature.nom or (identite.nom if identite else None),
        qualite=identite.qualite if identite else None,
        date=date_pdf(signature.date) if signature.date else (identite.date if identite else None),
    )


_FIN_DU_TEXTE = re.compile(
    r"\b(?:signatures?|fait (?:a|le|pour|en)|etabli a|signe|le declarant|le (?:demandeur|signataire|representant)|cachet"
    r"|pour la societe|pour l'editeur|lu et approuve)\b|^\W*(?:a )?[a-z' -]{3,30},? le (?:\d|1er)"
)
_SOUSSIGNE = re.compile(
    r"soussigne(?:\(e\)|e)?s?\W+(?P<nom>[^,;\n]{3,60}?)\s*(?:,|\n|agissant|en (?:sa |ma )?qualite)"
)


def signature_du_signataire(document: Document, recolte: Recolte, nom_editeur: str | None) -> None:
    """The one signature of a form or of a declaration, and who the signer is."""
    numeriques = _numeriques(document, [], nom_editeur, recolte)
    identite = _identite_generale(document)
    trouvees = [
        (s.model_copy(update={"partie": Partie.EDITEUR, "signataire": s.signataire or identite.nom, "qualite": identite.qualite}), p)
        for s, p in numeriques
        if s.partie is not Partie.ANS
    ]  # fmt: skip
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


def _identite_generale(document: Document) -> Mention:
    identite = identite_du_bloc([s.texte for r in document.rangs for s in r.segments], partout=True)
    nom, qualite = identite.nom, identite.qualite
    soussigne = _SOUSSIGNE.search(document.flux.normal)
    if soussigne:
        nom = document.flux.texte.citation(*soussigne.span("nom")).strip()
        suite = document.flux.normal[soussigne.end("nom") : soussigne.end("nom") + 160]
        lue = re.search(
            r"(?:en (?:sa |ma |leur )?qualite d(?:e |')|,\s*)(?P<q>[^,;.\n]{3,60})", suite
        )
        if lue and not qualite:
            qualite = lue["q"].strip()
    if not (nom and qualite):
        fin = identite_du_bloc(_fin_du_texte(document)[::-1])
        nom, qualite = nom or fin.nom, qualite or fin.qualite
    return Mention(nom, qualite, identite.date)


def _fin_du_texte(document: Document) -> list[str]:
    """The lines around the place where the signer signs."""
    ancres = [
        rang for rang, ligne in enumerate(document.rangs)
        if any(_FIN_DU_TEXTE.search(normaliser(s.texte)) for s in ligne.segments)
    ]  # fmt: skip
    debut = ancres[-1] if ancres else max(0, len(document.rangs) - 6)
    if len(ancres) > 1 and ancres[-1] - ancres[-2] <= 4:
        debut = ancres[-2]
    return [
        s.texte for ligne in document.rangs[max(0, debut - 1) : debut + 9] for s in ligne.segments
    ]


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
    """A picture or pen strokes near « Fait à », « Signature » or the name of the signer."""
    nom = normaliser(identite.nom).split()[-1] if identite.nom else None
    reperes = []
    for rang in document.rangs:
        for segment in rang.segments:
            normal = normaliser(segment.texte)
            nomme = nom is not None and nom in normal and len(segment.jetons) <= 16
            if nomme or _FIN_DU_TEXTE.search(normal):
                reperes.append(segment)
    for segment in reversed(reperes):
        ancre = Ancre(Partie.EDITEUR, segment, annonce=True)
        page = next(p for p in document.pages if p.numero == segment.page)
        zone = Boite(0, segment.boite.y0 - 90, page.largeur, segment.boite.y0 + _BLOC_HAUT)
        if _dessin(document, ancre, zone):
            signature = Signature(
                partie=Partie.EDITEUR,
                nature=NatureSignature.MANUSCRITE,
                signataire=identite.nom,
                qualite=identite.qualite,
            )
            return signature, document.preuve(segment.jetons)
    return None
