"""From the answer of the reading process to the model."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from .modele import (
    Boite,
    Carre,
    Champ,
    DocumentLu,
    ErreurFichier,
    Image,
    Mot,
    PageLue,
    Signature,
    Trace,
)

_CENTIEMES = 100.0
_COORDONNEES = struct.Struct("=4d")
_VISIBLES, _COUPES = frozenset("13"), frozenset("23")


@dataclass(frozen=True, slots=True)
class Empreinte:
    """What identifies a file."""

    sha256: str
    taille: int


def en_echec(fichier: Empreinte, erreur: ErreurFichier, detail: str = "") -> DocumentLu:
    """A file of which nothing was read."""
    return document_de(fichier, {"erreur": erreur, "detail": detail})


def document_de(fichier: Empreinte, recu: dict[str, Any], boites: bytes = b"") -> DocumentLu:
    """The model of a file, from the answer about it and the boxes of all its words."""
    erreur = recu.get("erreur")
    places = map(Boite._make, _COORDONNEES.iter_unpack(boites))
    return DocumentLu(
        sha256=fichier.sha256,
        taille=fichier.taille,
        nombre_pages=recu.get("nombre_pages", 0),
        pages=tuple(_page(page, places) for page in recu.get("pages", ())),
        champs=tuple(Champ(**_avec_boite(champ)) for champ in recu.get("champs", ())),
        signatures=tuple(_signature(s) for s in recu.get("signatures", ())),
        signatures_incertaines=recu.get("signatures_incertaines", False),
        contenu_actif=tuple(recu.get("contenu_actif", ())),
        chiffre=recu.get("chiffre", False),
        xfa=recu.get("xfa", False),
        structure_lue=recu.get("structure_lue", False),
        erreur=ErreurFichier(erreur) if erreur else None,
        detail=recu.get("detail", ""),
    )


def _signature(recu: dict[str, Any]) -> Signature:
    listes = {cle: tuple(recu[cle]) for cle in ("ajouts", "champs_modifies")}
    return Signature(**_avec_boite(recu) | listes)


def _avec_boite(recu: dict[str, Any]) -> dict[str, Any]:
    boite = recu["boite"]
    return recu | {"boite": Boite(*boite) if boite else None}


def _mots(recu: dict[str, Any], places: Iterator[Boite]) -> Iterator[Mot]:
    """The words of a page; what follows in ``places`` is of the next pages."""
    etats = recu.get("etats", "")
    textes = recu["mots"].split(" ") if etats else []
    siennes = islice(places, len(etats))
    for texte, boite, etat in zip(textes, siennes, etats, strict=True):
        yield Mot(texte, boite, etat in _VISIBLES, etat in _COUPES)


def _page(recu: dict[str, Any], places: Iterator[Boite]) -> PageLue:
    return PageLue(
        numero=recu["numero"],
        largeur=recu["largeur"],
        hauteur=recu["hauteur"],
        mots=tuple(_mots(recu, places)),
        carres=tuple(Carre(_boite(*c[:4]), c[4]) for c in recu.get("carres", ())),
        images=tuple(Image(_boite(*boite)) for boite in recu.get("images", ())),
        traces=tuple(Trace(_boite(*t[:4]), t[4]) for t in recu.get("traces", ())),
        erreur=recu.get("erreur"),
        image_seule=recu.get("image_seule", False),
        couche_douteuse=recu.get("couche_douteuse", False),
    )


def _boite(x0: int, y0: int, x1: int, y1: int) -> Boite:
    return Boite(x0 / _CENTIEMES, y0 / _CENTIEMES, x1 / _CENTIEMES, y1 / _CENTIEMES)
