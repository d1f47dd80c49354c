"""SAS-SUP: the support contacts of the solde, for régulateurs and for effecteurs."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import CanalSupport, ContactsSupport, DossierSolde, Public, TypePiece
from segur_payment.langue.contacts import (
    courriel_valide,
    lien_securise,
    lien_valide,
    telephone_valide,
)
from segur_payment.regles._presence import piece_absente
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    conforme,
    manque,
    non_conforme,
    sans_objet,
)
from segur_payment.regles.socle import regle

SUPPORT = TypePiece.SUPPORT


def _sans_support() -> Conclusion:
    return sans_objet("Aucun contact de support à examiner.", "SAS-SUP-01")


@regle(
    "SAS-SUP-01", "support-absent", effet=Effet.COMPLETER,
    exigence="solde.support", piece=SUPPORT,
)  # fmt: skip
def absent(dossier: DossierSolde) -> Conclusion:
    """Le dossier de solde donne au moins un moyen de joindre le support.

    Pourquoi : régulateurs et effecteurs doivent pouvoir se faire aider.
    Conforme : « Support : support@editeur-exemple.fr »
    Non conforme : aucun contact de support dans le dossier
    Remède : donner les coordonnées, le formulaire de contact ou le lien de la plateforme.
    """
    support = dossier.support
    message = "Le dossier ne donne aucun contact de support."
    if support is None:
        return piece_absente(dossier, SUPPORT, message)
    if not support.canaux:
        return manque(message, support, "canaux")
    return conforme("Le dossier donne un contact de support.", support, "type", "canaux")


@regle(
    "SAS-SUP-02", "support-regulateurs", effet=Effet.COMPLETER,
    exigence="support.publics", piece=SUPPORT,
)  # fmt: skip
def regulateurs(dossier: DossierSolde) -> Conclusion:
    """Le support sert les régulateurs.

    Pourquoi : les régulateurs se servent de la solution depuis la plateforme.
    Conforme : « Support des régulateurs et des effecteurs : 01 42 68 53 00 »
    Non conforme : « Support des effecteurs : 01 42 68 53 00 »
    Remède : donner un contact de support destiné aux régulateurs.
    """
    return _servis(dossier, Public.REGULATEURS, "les régulateurs")


@regle(
    "SAS-SUP-03", "support-effecteurs", effet=Effet.COMPLETER,
    exigence="support.publics", piece=SUPPORT,
)  # fmt: skip
def effecteurs(dossier: DossierSolde) -> Conclusion:
    """Le support sert les effecteurs.

    Pourquoi : les effecteurs se servent de la solution pour publier leurs créneaux.
    Conforme : « Support des régulateurs et des effecteurs : 01 42 68 53 00 »
    Non conforme : « Support des régulateurs : 01 42 68 53 00 »
    Remède : donner un contact de support destiné aux effecteurs.
    """
    return _servis(dossier, Public.EFFECTEURS, "les effecteurs")


def _servis(dossier: DossierSolde, public: Public, libelle: str) -> Conclusion:
    support = dossier.support
    if support is None or not support.canaux:
        return _sans_support()
    if not support.sert(public):
        return manque(f"Aucun contact de support ne sert {libelle}.", support, "canaux")
    return conforme(f"Le support sert {libelle}.", support, "canaux")


@regle("SAS-SUP-04", "support-invalide", effet=Effet.MODIFIER, exigence="coherence", piece=SUPPORT)
def invalide(dossier: DossierSolde) -> Conclusions:
    """Les courriels, téléphones et liens du support sont bien formés.

    Pourquoi : un contact mal écrit ne mène à personne.
    Conforme : « support@editeur-exemple.fr », « +33 1 42 68 53 00 »
    Non conforme : « support@editeur-exemple »
    Remède : corriger le contact.
    """
    support = dossier.support
    if support is None or not support.canaux:
        return _sans_support()
    defauts = tuple(
        _canal_fautif(message, support, ecrit)
        for canal in support.canaux
        for message, ecrit in _mal_formes(canal)
    )
    return defauts or conforme("Les contacts de support sont bien formés.", support, "canaux")


def _canal_fautif(message: str, support: ContactsSupport, ecrit: str) -> Conclusion:
    """The defect of one channel, with the proofs that quote it."""
    conclusion = non_conforme(message, support, "canaux", trouve=ecrit)
    siennes = tuple(p for p in conclusion.preuves if ecrit in p.extrait)
    return conclusion.model_copy(update={"preuves": siennes}) if siennes else conclusion


def _mal_formes(canal: CanalSupport) -> Iterator[tuple[str, str]]:
    """What is wrong with a channel, and the words that are."""
    controles = (
        ("Le courriel", canal.courriel, courriel_valide),
        ("Le téléphone", canal.telephone, telephone_valide),
        ("Le lien", canal.lien, lien_valide),
    )
    for nom, ecrit, controle in controles:
        if ecrit is not None and (raison := controle(ecrit)):
            yield f"{nom} « {ecrit} » est mal formé : {raison}.", ecrit


@regle(
    "SAS-SUP-05", "support-lien-fragile", effet=Effet.AVERTISSEMENT,
    exigence="coherence", piece=SUPPORT,
)  # fmt: skip
def lien_fragile(dossier: DossierSolde) -> Conclusions:
    """Les liens du support sont en https.

    Pourquoi : un lien http n’est pas chiffré, et des navigateurs le bloquent.
    Conforme : « https://support.editeur-exemple.fr »
    Non conforme : « http://support.editeur-exemple.fr »
    Remède : donner un lien en https.
    """
    support = dossier.support
    if support is None or not support.canaux:
        return _sans_support()
    defauts = tuple(
        _canal_fautif(f"Le lien « {c.lien} » n’est pas en https.", support, c.lien)
        for c in support.canaux
        if c.lien and lien_valide(c.lien) is None and lien_securise(c.lien) is False
    )
    return defauts or conforme("Aucun lien n’est en http.", support, "canaux")


REGLES = (absent, regulateurs, effecteurs, invalide, lien_fragile)
