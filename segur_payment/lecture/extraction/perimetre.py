"""The perimeter that a PV states: every mention of one with its standing, then one decision.

« Périmètre complet » need not be written so: an act that covers all the interfaces of the
Convention states the same thing. Interfaces that were only tested, or that work, state nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from segur_payment.dossier import Perimetre, Preuve
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction import perimetre_mots as mots
from segur_payment.lecture.extraction.cases import choix_coche, libelles_refuses
from segur_payment.lecture.extraction.perimetre_etiquete import etiquetes, repondues, retranche
from segur_payment.lecture.extraction.perimetre_restreint import (
    Statut,
    interfaces_de,
    statut_de_la_restriction,
)
from segur_payment.lecture.extraction.portee import Mention, mentions
from segur_payment.lecture.extraction.recolte import Recolte

_CONTRADICTION = "le procès-verbal parle d’un périmètre complet et d’un périmètre partiel"
_OBSCUR = "le procès-verbal parle d’un périmètre partiel sans dire s’il est le sien"


@dataclass(frozen=True, slots=True)
class Dit:
    """One mention of a perimeter."""

    perimetre: Perimetre
    statut: Statut
    vue: Vue
    debut: int
    fin: int

    @property
    def preuve(self) -> Preuve:
        """The mention and what stands around it."""
        return self.vue.preuve(self.debut, self.fin)


def lire(document: Document, recolte: Recolte) -> None:
    """Note the perimeter, or why it is in doubt."""
    case = choix_coche(
        document, {"complet": mots.COMPLET, "partiel": mots.PARTIEL}, pres_de="perimetre"
    )
    if isinstance(case, str):
        recolte.douter("perimetre", case)
        return
    preuves: dict[tuple[Perimetre, Statut], Preuve] = {}
    if case is not None:
        preuves[Perimetre(case.option), Statut.AFFIRME] = case.preuve
    for perimetre, preuve in etiquetes(document):
        preuves.setdefault((perimetre, Statut.AFFIRME), preuve)
    seuil = Statut.AFFIRME if repondues(document) else Statut.CITE
    for dit in _dits(document):
        if dit.statut >= seuil and (dit.perimetre, dit.statut) not in preuves:
            preuves[dit.perimetre, dit.statut] = dit.preuve
    _noter(preuves, recolte)


def dit_un_perimetre(document: Document) -> bool:
    """Whether the text states a perimeter, complete or partial."""
    return bool(etiquetes(document)) or any(d.statut > Statut.CITE for d in _dits(document))


def _noter(preuves: dict[tuple[Perimetre, Statut], Preuve], recolte: Recolte) -> None:
    """The strongest statement wins; two of equal strength are a doubt, save that a partial act is
    partial whatever the rest of the document calls it."""
    partiel = _force(preuves, Perimetre.PARTIEL)
    complet = _force(preuves, Perimetre.COMPLET)
    if partiel is Statut.AFFIRME or partiel > max(complet, Statut.NU):
        recolte.noter("perimetre", Perimetre.PARTIEL, preuves[Perimetre.PARTIEL, partiel])
    elif partiel >= Statut.NU:
        doute = _OBSCUR if complet < Statut.NU else _CONTRADICTION
        recolte.douter("perimetre", doute)
        recolte.prouver("perimetre", preuves[Perimetre.PARTIEL, partiel])
    elif complet >= Statut.NU:
        recolte.noter("perimetre", Perimetre.COMPLET, preuves[Perimetre.COMPLET, complet])
    elif complet is Statut.AVENIR:
        recolte.noter("perimetre", Perimetre.PARTIEL, preuves[Perimetre.COMPLET, complet])


def _force(preuves: Iterable[tuple[Perimetre, Statut]], perimetre: Perimetre) -> Statut:
    return max((s for p, s in preuves if p is perimetre), default=Statut.CITE)


def _dits(document: Document) -> Iterator[Dit]:
    """The mentions of both texts; a word that stands in both counts as the first one reads it."""
    refuses = libelles_refuses(document)
    connus: set[int] = set()
    for vue in document.vues:
        for motif in mots.MOTIFS:
            for mention in mentions(vue, motif):
                dit = None if _refusee(mention, refuses) else _lire(mention)
                if dit is None:
                    continue
                jetons = {id(j) for j in vue.jetons(*mention.trouve.span())}
                if vue is document.vues[0] or not jetons & connus:
                    yield dit
                if vue is document.vues[0]:
                    connus |= jetons


def _refusee(mention: Mention, refuses: set[int]) -> bool:
    """Beside an empty box, unless the boxes are those of its « oui » and its « non »."""
    return mention.refusee(refuses) and mots.REPONSE.match(mention.suite) is None


def _lire(mention: Mention) -> Dit | None:
    trouve = mention.trouve
    if trouve.re is mots.ADJECTIF and (
        mots.AUTRE_NOM.search(trouve["lien"]) or _dans_une_incise(mention)
    ):
        return None
    if trouve.re in (mots.ACTE_RESTREINT, mots.SEUL_OUVERT, mots.AMPUTE):
        perimetre, statut = Perimetre.PARTIEL, statut_de_la_restriction(mention)
    elif trouve.re is mots.INTERFACES:
        lu = interfaces_de(mention)
        if lu is None:
            return None
        perimetre, statut = lu
    elif trouve.re is mots.SANS_RESTRICTION:
        perimetre, statut = Perimetre.COMPLET, Statut.AFFIRME
    elif trouve["complet"] or trouve.groupdict().get("type"):
        perimetre, statut = _complet(mention)
    else:
        perimetre, statut = _partiel(mention)
    debut, fin = mention.phrase
    return Dit(
        perimetre,
        statut,
        mention.vue,
        max(debut, trouve.start() - 60),
        min(fin, trouve.end() + 60),
    )


def _dans_une_incise(mention: Mention) -> bool:
    """« Le périmètre, partiel à l’origine, est complet »: the aside is not what it is."""
    lu = mots.APPOSE.match(mention.vue.normal, mention.trouve.start())
    return lu is not None and mention.trouve.end() <= lu.end("incise")


def _complet(mention: Mention) -> tuple[Perimetre, Statut]:
    """A complete perimeter: stated, denied, restricted at once, still to come, or cited."""
    lien = mention.trouve.groupdict().get("lien") or ""
    arrivee = mots.AU_PROFIT.search(mention.avant) is not None
    cite = mention.supposee(phrase=False) and not arrivee
    if cite or mots.DEFINI_APRES.match(mention.apres):
        return Perimetre.COMPLET, Statut.CITE
    if mots.A_VENIR_AVANT.search(mention.avant) or mots.A_VENIR_APRES.match(mention.apres):
        return Perimetre.COMPLET, Statut.AVENIR
    reponse = mots.REPONSE.match(mention.suite)
    if reponse or mots.NE_PAS.search(mention.avant + lien) or mots.NIE_APRES.match(mention.apres):
        oui = reponse and mots.reponse_oui(reponse)
        return (Perimetre.COMPLET if oui else Perimetre.PARTIEL), Statut.AFFIRME
    if retranche(mention.apres):
        return Perimetre.PARTIEL, Statut.AFFIRME
    if mention.revolue(phrase=False) and not arrivee:
        return Perimetre.COMPLET, Statut.CITE
    return Perimetre.COMPLET, max(Statut.NU, _gouverne(mention))


def _partiel(mention: Mention) -> tuple[Perimetre, Statut]:
    """A partial perimeter, or the complete one that « non pas partiel mais complet » names."""
    if mots.MAIS_COMPLET.match(mention.apres):
        return Perimetre.COMPLET, Statut.AFFIRME
    return Perimetre.PARTIEL, _statut_partiel(mention)


def _statut_partiel(mention: Mention) -> Statut:
    lien = mention.trouve.groupdict().get("lien") or ""
    reponse = mots.REPONSE.match(mention.suite)
    if reponse:
        return Statut.AFFIRME if mots.reponse_oui(reponse) else Statut.CITE
    if mention.supposee() or mots.ECARTE_APRES.match(mention.apres) or mention.niee:
        return Statut.CITE
    if mots.NE_PAS.search(" " + lien) and not mots.QUE.search(lien):
        return Statut.CITE
    gouverne = _gouverne(mention)
    present = mots.PRESENT.search(mention.clause[0][-60:]) is not None
    if mention.revolue(phrase=not present and gouverne is not Statut.TITRE):
        return Statut.CITE
    return Statut.CITE if gouverne is Statut.NU and _general(mention) else gouverne


def _general(mention: Mention) -> bool:
    """« Une mise en service partielle + verb » says what such an act would be, not that it is."""
    ouvre = mots.OUVRE.fullmatch(mention.avant) is not None
    indefini = mots.UN.search(mention.avant) or mention.trouve.re is mots.ACTE_QUALIFIE
    return ouvre and bool(indefini) and mots.VERBE_APRES.match(mention.apres) is not None


def _gouverne(mention: Mention) -> Statut:
    """What the words just before, or alone around it, make of the mention."""
    trouve = mention.trouve
    attribut = trouve.re is mots.ADJECTIF and mots.ATTRIBUT.search(trouve["lien"])
    if attribut or trouve.re in (mots.REPONDU, mots.APPOSE):
        return Statut.AFFIRME
    avant = mention.avant
    acte = _dernier(mots.ACTE, avant)
    cite = _dernier(mots.CITANT, avant)
    if cite > acte:
        return Statut.CITE
    if acte >= 0:
        return Statut.AFFIRME
    if mots.OUVRE.fullmatch(_dernier_morceau(avant)) and mots.FERME.match(mention.apres):
        return Statut.TITRE
    if mots.PRONONCE_APRES.match(mention.apres):
        return Statut.AFFIRME
    qualifie = trouve.re is mots.ACTE_QUALIFIE and not _general(mention)
    return Statut.AFFIRME if qualifie else Statut.NU


def _dernier_morceau(avant: str) -> str:
    return re.split(r"[:,(–-] ?", avant)[-1]


def _dernier(motif: re.Pattern[str], avant: str) -> int:
    """Where the last word of ``motif`` that still governs the end of ``avant`` stands."""
    morceau = re.split(r"[;:.]", avant)[-1][-70:]
    return max((m.start() for m in motif.finditer(morceau)), default=-1)
