"""How each scenario is made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from segur_payment.dossier import Partie

from . import modification as m
from .acteurs import CONTRESIGNE_LE, SIGNE_LE, Pki, pki_de_test
from .apposition import Certification, apposer, horodater, reserver
from .certificats import Porteur
from .emplacement import Cadre, cadre_de
from .scenarios import Scenario

_CHAMP_EDITEUR, _CHAMP_ANS = "Signature éditeur", "Signature ANS"
Fabrique = Callable[[bytes, Pki], bytes]


def signer(scenario: Scenario, pdf: bytes, pki: Pki | None = None) -> bytes:
    """A PDF signed, and more, as the scenario says.

    The same bytes come out at each run, but with an RSA key or a time stamp.

    Args:
        scenario: what happens to the file.
        pdf: any PDF that is not signed; one with the words « Pour l’ANS » and « Pour l’éditeur »
            gets each visible signature in its block.
        pki: who signs; by default ``pki_de_test()``.
    """
    return _FABRIQUES[scenario](pdf, pki or pki_de_test())


def _editeur(pdf: bytes, porteur: Porteur, **options: Any) -> bytes:
    base: dict[str, Any] = {"champ": _CHAMP_EDITEUR, "cadre": cadre_de(pdf, Partie.EDITEUR)}
    return apposer(pdf, porteur, **(base | options))


def _ans(pdf: bytes, porteur: Porteur, **options: Any) -> bytes:
    base: dict[str, Any] = {"champ": _CHAMP_ANS, "cadre": cadre_de(pdf, Partie.ANS)}
    base["le"] = CONTRESIGNE_LE
    return apposer(pdf, porteur, **(base | options))


def _deux(
    pdf: bytes, pki: Pki, *, editeur: str = "editeur", ans: str = "ans", **options: Any
) -> bytes:
    """Both parties, each with the certificate of that name in the cast."""
    pdf = _editeur(pdf, getattr(pki, editeur), **options)
    return _ans(pdf, getattr(pki, ans), **options)


def _puis(suite: Callable[[bytes], bytes]) -> Fabrique:
    return lambda pdf, pki: suite(_deux(pdf, pki))


def _avec(editeur: str = "editeur", ans: str = "ans") -> Fabrique:
    return partial(_deux, editeur=editeur, ans=ans)


def _editeur_horodate(nom: str) -> Fabrique:
    def fabrique(pdf: bytes, pki: Pki) -> bytes:
        signe = _editeur(pdf, getattr(pki, nom), horodateur=pki.horodateur)
        return _ans(signe, pki.ans)

    return fabrique


def _reserve(pdf: bytes) -> bytes:
    return reserver(
        pdf,
        (_CHAMP_EDITEUR, cadre_de(pdf, Partie.EDITEUR)),
        (_CHAMP_ANS, cadre_de(pdf, Partie.ANS)),
    )


def _certifie(permission: Certification, *, prevu: bool) -> Fabrique:
    def fabrique(pdf: bytes, pki: Pki) -> bytes:
        base = _reserve(pdf) if prevu else pdf
        signe = _editeur(base, pki.editeur, certification=permission)
        return _ans(signe, pki.ans, malgre_tout=True)

    return fabrique


def _certifie_seul(pdf: bytes, pki: Pki) -> bytes:
    return _editeur(pdf, pki.editeur, certification=Certification.AUCUNE_MODIFICATION)


def _certifie_annote(pdf: bytes, pki: Pki) -> bytes:
    return m.annoter(_editeur(pdf, pki.editeur, certification=Certification.ANNOTATIONS))


def _champ_rempli(pdf: bytes, pki: Pki) -> bytes:
    nom = "Observations"
    return m.remplir(_deux(m.ajouter_champ(pdf, nom, Cadre(1, 72, 40, 300, 60)), pki), nom, "RAS")


def _horodate(pdf: bytes, pki: Pki) -> bytes:
    signe = _editeur(pdf, pki.editeur, horodateur=pki.horodateur)
    return _ans(signe, pki.ans, horodateur=pki.horodateur)


def _partielle(pdf: bytes, pki: Pki, **coupes: int) -> bytes:
    return m.raccourcir_plage(_editeur(pdf, pki.editeur), pki.editeur, **coupes)


def _deux_fois(pdf: bytes, pki: Pki, **options: Any) -> bytes:
    base: dict[str, Any] = {"champ": "Signature 2", "cadre": None, "le": CONTRESIGNE_LE}
    return apposer(_editeur(pdf, pki.editeur), pki.editeur, **(base | options))


def _cachet(pdf: bytes, pki: Pki) -> bytes:
    texte = (
        f"Signé électroniquement par\nPaul Durand le {SIGNE_LE:%d/%m/%Y}\n"
        f"Jeanne Martin le {CONTRESIGNE_LE:%d/%m/%Y}"
    )
    return apposer(
        pdf,
        pki.plateforme,
        champ="Signature1",
        cadre=cadre_de(pdf, Partie.EDITEUR),
        le=CONTRESIGNE_LE,
        texte=texte,
    )


def _cachets(pdf: bytes, pki: Pki) -> bytes:
    texte = "Signé électroniquement par\n{}\nle {:%d/%m/%Y}".format
    pdf = _editeur(pdf, pki.plateforme, texte=texte("Paul Durand", SIGNE_LE), champ="Signature1")
    return _ans(
        pdf, pki.plateforme, texte=texte("Jeanne Martin", CONTRESIGNE_LE), champ="Signature2"
    )


def _bloc_trompeur(pdf: bytes, pki: Pki) -> bytes:
    return _deux_fois(pdf, pki, cadre=cadre_de(pdf, Partie.ANS))


def _change_entre(pdf: bytes, pki: Pki) -> bytes:
    return _ans(m.changer_page(_editeur(pdf, pki.editeur)), pki.ans)


_FABRIQUES: dict[Scenario, Fabrique] = {
    Scenario.SANS_SIGNATURE: lambda pdf, pki: pdf,
    Scenario.CHAMPS_VIDES: lambda pdf, pki: _reserve(pdf),
    Scenario.DEUX_SIGNATURES: _deux,
    Scenario.INVISIBLES: partial(_deux, cadre=None),
    Scenario.ANS_PUIS_EDITEUR: lambda pdf, pki: _editeur(
        _ans(pdf, pki.ans, le=SIGNE_LE), pki.editeur, le=CONTRESIGNE_LE
    ),
    Scenario.EDITEUR_SEUL: lambda pdf, pki: _editeur(pdf, pki.editeur),
    Scenario.ANS_SEULE: lambda pdf, pki: _ans(pdf, pki.ans),
    Scenario.EDITEUR_ET_CHAMP_VIDE: lambda pdf, pki: _editeur(_reserve(pdf), pki.editeur),
    Scenario.EDITEUR_DEUX_FOIS: _deux_fois,
    Scenario.EXPIRE: _avec(editeur="expire"),
    Scenario.EXPIRE_DEPUIS: _avec(editeur="expire_depuis"),
    Scenario.EXPIRE_DEPUIS_HORODATE: _editeur_horodate("expire_depuis"),
    Scenario.REVOQUE: _avec(editeur="revoque"),
    Scenario.REVOQUE_SANS_POINT: _avec(editeur="revoque_sans_point"),
    Scenario.REVOQUE_APRES: _avec(editeur="revoque_apres"),
    Scenario.REVOQUE_APRES_HORODATE: _editeur_horodate("revoque_apres"),
    Scenario.INCONNU: _avec(editeur="inconnu"),
    Scenario.AUTOSIGNE: _avec(editeur="autosigne"),
    Scenario.USURPE: _avec(ans="usurpateur"),
    Scenario.USURPE_AUTORITE: _avec(ans="usurpateur_complet"),
    Scenario.ALTERE: _puis(m.alterer),
    Scenario.ALTERE_SECONDE: _puis(partial(m.alterer, rang=1)),
    Scenario.REECRIT: _puis(m.reecrire),
    Scenario.COMMENTAIRE_AJOUTE: _puis(m.commenter),
    Scenario.PREUVES_AJOUTEES: lambda pdf, pki: m.ajouter_preuves(_deux(pdf, pki), pki),
    Scenario.HORODATAGE_AJOUTE: lambda pdf, pki: horodater(
        _deux(pdf, pki), pki.horodateur, CONTRESIGNE_LE
    ),
    Scenario.METADONNEES_CHANGEES: _puis(m.changer_metadonnees),
    Scenario.PAGE_CHANGEE: _puis(m.changer_page),
    Scenario.ANNOTE: _puis(m.annoter),
    Scenario.CHAMP_REMPLI: _champ_rempli,
    Scenario.PAGE_AJOUTEE: _puis(m.ajouter_page),
    Scenario.FICHIER_JOINT: _puis(m.joindre),
    Scenario.CHANGE_ENTRE_DEUX: _change_entre,
    Scenario.COUVERTURE_PARTIELLE: partial(_partielle, fin=60),
    Scenario.TROU_ELARGI: partial(_partielle, debut=60),
    Scenario.CERTIFIE_CHAMP_PREVU: _certifie(Certification.REMPLISSAGE, prevu=True),
    Scenario.CERTIFIE_NOUVEAU_CHAMP: _certifie(Certification.REMPLISSAGE, prevu=False),
    Scenario.CERTIFIE_FIGE: _certifie(Certification.AUCUNE_MODIFICATION, prevu=True),
    Scenario.CERTIFIE_SEUL: _certifie_seul,
    Scenario.CERTIFIE_ANNOTE: _certifie_annote,
    Scenario.HORODATE: _horodate,
    Scenario.HORODATAGE_SEUL: lambda pdf, pki: horodater(pdf, pki.horodateur),
    Scenario.PSS: lambda pdf, pki: _ans(_editeur(pdf, pki.editeur_rsa, pss=True), pki.ans),
    Scenario.RSA: _avec(editeur="editeur_rsa"),
    Scenario.PKCS7: partial(_deux, pades=False),
    Scenario.SIREN_EN_UNITE: _avec(editeur="editeur_unite"),
    Scenario.ANS_IGC_SANTE: _avec(ans="ans_igc"),
    Scenario.AUTRE_EDITEUR: _avec(editeur="autre_editeur"),
    Scenario.PERSONNES: _avec(editeur="personne_editeur", ans="personne_ans"),
    Scenario.CACHET: _cachet,
    Scenario.CACHETS: _cachets,
    Scenario.CHAMP_TROMPEUR: partial(_deux_fois, champ=_CHAMP_ANS),
    Scenario.MENTIONS_TROMPEUSES: partial(
        _deux_fois, nom="Agence du Numérique en Santé", raison="Signature de l’ANS"
    ),
    Scenario.BLOC_TROMPEUR: _bloc_trompeur,
}
