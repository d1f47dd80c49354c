"""What an act leaves out: « ne porte que sur », « deux des quatre interfaces »."""

from __future__ import annotations

from enum import IntEnum

from segur_payment.dossier import Perimetre
from segur_payment.lecture.extraction import perimetre_mots as mots
from segur_payment.lecture.extraction.perimetre_etiquete import retranche
from segur_payment.lecture.extraction.portee import Mention


class Statut(IntEnum):
    """How much the document stands behind a mention.

    CITE: supposed, defined, recalled, over or denied. AVENIR: the complete perimeter is still to
    come. NU: nothing asserts it, nothing denies it. TITRE: alone in its cell or its title.
    AFFIRME: the value of a label, a ticked box, or what the act bears on.
    """

    CITE, AVENIR, NU, TITRE, AFFIRME = range(5)


def statut_de_la_restriction(mention: Mention) -> Statut:
    """« est limitée à », « ne porte que sur » restrict; « n’est pas limitée à » does not."""
    trouve = mention.trouve
    if trouve.re is mots.ACTE_RESTREINT:
        lien = trouve["lien"]
        ne, pas = mots.NE.search(lien), mots.PAS.search(lien)
        if pas or (trouve["que"] and not ne):
            return Statut.CITE
    if mention.supposee() or mention.niee or mention.revolue(phrase=False):
        return Statut.CITE
    return Statut.AFFIRME


def interfaces_de(mention: Mention) -> tuple[Perimetre, Statut] | None:
    """« toutes les interfaces prévues », « deux des quatre flux », when the act bears on them."""
    trouve = mention.trouve
    porte = mots.ACTE_SUR.search(mention.avant) or mots.EN_SERVICE_APRES.match(mention.apres)
    if porte is None or mention.supposee() or mention.revolue(phrase=False):
        return None
    if trouve["part"] or retranche(mention.apres):
        return (Perimetre.PARTIEL, Statut.AFFIRME) if not mention.niee else None
    if mots.NE_PAS.search(mention.avant):
        return Perimetre.PARTIEL, Statut.AFFIRME
    if mots.PREVUES.search(trouve[0] + mention.apres[:70]):
        return Perimetre.COMPLET, Statut.AFFIRME
    return None
