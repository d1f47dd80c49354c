"""SAS-FIC-01 to 04: the files themselves, whatever they say."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import DossierBase, Fichier, Preuve
from segur_payment.regles._presence import rangees
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    Resultat,
    conforme,
    sans_objet,
)
from segur_payment.regles.socle import regle


def _defaut(message: str, *preuves: Preuve) -> Conclusion:
    return Conclusion(resultat=Resultat.NON_CONFORME, message=message, preuves=preuves)


def _preuve(fichier: Fichier, raison: str) -> Preuve:
    return Preuve(fichier=fichier.nom, sha256=fichier.sha256, extrait=raison)


def _sans_fichier() -> Conclusion:
    return sans_objet("Aucun fichier n’a été lu : le dossier a été saisi.")


def _lisibles(dossier: DossierBase) -> list[Fichier]:
    return [f for f in dossier.fichiers if not f.illisible]


def _rien_de_lisible(dossier: DossierBase) -> Conclusion:
    if not dossier.fichiers:
        return _sans_fichier()
    return sans_objet("Aucun fichier n’est lisible.", "SAS-FIC-01")


@regle("SAS-FIC-01", "fichier-illisible", effet=Effet.COMPLETER, exigence="lisibilite")
def illisible(dossier: DossierBase) -> Conclusions:
    """Chaque fichier s’ouvre et se lit.

    Pourquoi : une pièce qui ne s’ouvre pas ne prouve rien.
    Conforme : un PDF qui s’ouvre sans mot de passe
    Non conforme : un fichier vide, tronqué, protégé par un mot de passe, ou qui n’est pas un PDF
    Remède : fournir un fichier lisible, sans mot de passe.
    """
    if not dossier.fichiers:
        return _sans_fichier()
    defauts = tuple(
        _defaut(f"« {f.nom} » ne se lit pas : {f.illisible}", _preuve(f, f.illisible))
        for f in dossier.fichiers
        if f.illisible
    )
    return defauts or conforme("Tous les fichiers se lisent.")


@regle("SAS-FIC-02", "fichier-en-double", effet=Effet.AVERTISSEMENT, exigence="lisibilite")
def en_double(dossier: DossierBase) -> Conclusions:
    """Chaque fichier n’est remis qu’une fois, pour une seule pièce.

    Pourquoi : un fichier remis deux fois en cache souvent un autre, oublié.
    Conforme : « pv.pdf » et « cgu.pdf », de contenus différents
    Non conforme : « pv.pdf » et « cgu.pdf », de même contenu
    Remède : vérifier qu’aucune pièce n’a été remplacée par la copie d’une autre.
    """
    if not dossier.fichiers:
        return _sans_fichier()
    defauts = (*_copies(dossier), *_declares_deux_fois(dossier))
    return defauts or conforme("Aucun fichier n’est en double.")


def _copies(dossier: DossierBase) -> Iterator[Conclusion]:
    par_contenu: dict[str, dict[str, Fichier]] = {}
    for fichier in sorted(dossier.fichiers, key=lambda f: f.nom):
        par_contenu.setdefault(fichier.sha256, {})[fichier.nom] = fichier
    for copies in par_contenu.values():
        if len(copies) > 1:
            noms = ", ".join(f"« {nom} »" for nom in copies)
            preuves = (_preuve(fichier, "même contenu") for fichier in copies.values())
            yield _defaut(f"Ces fichiers ont le même contenu : {noms}.", *preuves)


def _declares_deux_fois(dossier: DossierBase) -> Iterator[Conclusion]:
    """A file given for two pieces, that the reading did not recognise as both."""
    for fichier in dossier.fichiers:
        pieces = rangees(
            p for p in (*dossier.pieces, *dossier.autres_pieces) if fichier.nom in p.fichiers
        )
        types = dict.fromkeys(p.type for p in pieces)
        if len(types) > 1 and not types.keys() <= set(fichier.pieces):
            libelles = ", ".join(t.libelle for t in types)
            message = f"« {fichier.nom} » est donné pour plusieurs pièces : {libelles}."
            yield _defaut(message, _preuve(fichier, libelles))


@regle("SAS-FIC-03", "contenu-actif", effet=Effet.AVERTISSEMENT, exigence="lisibilite")
def contenu_actif(dossier: DossierBase) -> Conclusions:
    """Aucun fichier ne contient de programme.

    Pourquoi : un contenu actif peut changer ce que montre le document, ou être bloqué.
    Conforme : un PDF simple
    Non conforme : un PDF qui contient du JavaScript ou un programme embarqué
    Remède : fournir un PDF simple, sans contenu actif.
    """
    defauts = tuple(
        _defaut(f"« {f.nom} » contient {raison}.", _preuve(f, raison))
        for f in dossier.fichiers
        if (raison := ", ".join(contenu.libelle for contenu in f.contenu_actif))
    )
    if defauts or _lisibles(dossier):
        return defauts or conforme("Aucun fichier ne contient de programme.")
    return _rien_de_lisible(dossier)


@regle("SAS-FIC-04", "texte-non-fiable", effet=Effet.AVERTISSEMENT, exigence="lisibilite")
def texte_non_fiable(dossier: DossierBase) -> Conclusions:
    """Le texte de chaque fichier est celui que la page montre.

    Pourquoi : un texte que personne ne voit ne prouve rien ; il n’est pas retenu.
    Conforme : un PDF exporté par un traitement de texte
    Non conforme : un texte invisible, recouvert, hors de la page, ou qui ne se décode pas
    Remède : fournir un export propre du document.
    """
    defauts = tuple(
        _defaut(f"« {f.nom} » contient un texte caché ou indéchiffrable.", *f.textes_non_fiables)
        for f in dossier.fichiers
        if f.textes_non_fiables
    )
    if defauts or _lisibles(dossier):
        return defauts or conforme("Le texte des fichiers est celui que montrent les pages.")
    return _rien_de_lisible(dossier)


REGLES = (illisible, en_double, contenu_actif, texte_non_fiable)
