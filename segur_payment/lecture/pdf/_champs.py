"""The form: one ``Champ`` per widget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pypdf.generic import DictionaryObject, NameObject

from ._objets_pdf import Pages, dictionnaire, entree, identifiant, resoudre, tableau, texte
from .modele import Boite, Champ, GenreChamp

_PROFONDEUR_MAX = 40
_CHAMPS_MAX = 5_000
_OBLIGATOIRE, _RADIO, _BOUTON, _PEIGNE = 1 << 1, 1 << 15, 1 << 16, 1 << 24


@dataclass(frozen=True, slots=True)
class Feuille:
    """A widget with what it inherits from its field."""

    nom: str
    objet: DictionaryObject
    genre: str | None = None
    valeur: Any = None
    drapeaux: int = 0
    etiquette: str | None = None
    freres: int = 1
    """Number of widgets of the same field."""


def feuilles(racine: DictionaryObject, pages: Pages) -> Iterator[Feuille]:
    """Widgets of the form tree, then those that only the pages know."""
    vus: set[tuple[str, int]] = set()
    formulaire = dictionnaire(racine, "/AcroForm")
    vide = Feuille("", DictionaryObject())
    for champ in tableau(formulaire, "/Fields"):
        yield from _descendre(champ, vide, vus, 0)
    for annotation in pages.annotations():
        widget = resoudre(annotation)
        if entree(widget, "/Subtype") == "/Widget" and identifiant(annotation) not in vus:
            yield from _descendre(annotation, _parents(widget), vus, 0)


def _parents(widget: Any) -> Feuille:
    """What a widget that the form tree does not reach inherits from its ancestors."""
    lignee: list[DictionaryObject] = []
    parent = entree(widget, "/Parent")
    while isinstance(parent, DictionaryObject) and len(lignee) < _PROFONDEUR_MAX:
        lignee.append(parent)
        parent = entree(parent, "/Parent")
    feuille = Feuille("", DictionaryObject())
    for ancetre in reversed(lignee):
        feuille = _heriter(ancetre, feuille)
    freres = len(tableau(lignee[0], "/Kids")) if lignee else 1
    return replace(feuille, freres=max(1, freres))


def _heriter(objet: DictionaryObject, parent: Feuille) -> Feuille:
    partiel = texte(entree(objet, "/T"))
    drapeaux = entree(objet, "/Ff")
    valeur = entree(objet, "/V")
    return Feuille(
        nom=".".join(filter(None, (parent.nom, partiel))),
        objet=objet,
        genre=texte(entree(objet, "/FT")) or parent.genre,
        valeur=parent.valeur if valeur is None else valeur,
        drapeaux=drapeaux if isinstance(drapeaux, int) else parent.drapeaux,
        etiquette=texte(entree(objet, "/TU")) or parent.etiquette,
        freres=parent.freres,
    )


def _descendre(
    reference: Any, parent: Feuille, vus: set[tuple[str, int]], profondeur: int
) -> Iterator[Feuille]:
    objet, cle = resoudre(reference), identifiant(reference)
    if not isinstance(objet, DictionaryObject) or cle in vus:
        return
    if profondeur > _PROFONDEUR_MAX or len(vus) > _CHAMPS_MAX:
        raise ValueError("arbre des champs trop profond ou trop grand")
    vus.add(cle)
    feuille = _heriter(objet, parent)
    enfants = tableau(objet, "/Kids")
    if not enfants:
        yield feuille
    for enfant in enfants:
        yield from _descendre(enfant, replace(feuille, freres=len(enfants)), vus, profondeur + 1)


def genre_de(feuille: Feuille) -> GenreChamp:
    """The kind of field, in the words of the model."""
    if feuille.genre == "Btn":
        if feuille.drapeaux & _BOUTON:
            return "bouton"
        return "radio" if feuille.drapeaux & _RADIO else "case"
    if feuille.genre == "Ch":
        return "choix"
    return "signature" if feuille.genre == "Sig" else "texte"


def champ_de(feuille: Feuille, pages: Pages) -> Champ:
    """The model of a widget."""
    genre = genre_de(feuille)
    a_cocher = genre in ("case", "radio")
    numero, boite = pages.place(feuille.objet)
    return Champ(
        nom=feuille.nom,
        genre=genre,
        valeur=None if genre in ("signature", "bouton") else _valeur(feuille.valeur),
        coche=_coche(feuille, genre) if a_cocher else None,
        option=_etat_propre(feuille.objet) if a_cocher else None,
        etiquette=feuille.etiquette,
        obligatoire=bool(feuille.drapeaux & _OBLIGATOIRE),
        page=numero,
        boite=Boite(*boite) if boite else None,
        peigne=genre == "texte" and bool(feuille.drapeaux & _PEIGNE),
    )


def _valeur(valeur: Any) -> str | None:
    if isinstance(valeur, list):
        textes = [texte(resoudre(element)) for element in valeur[:1000]]
        return "; ".join(t for t in textes if t is not None)
    if isinstance(valeur, int | float):
        return str(valeur)
    return texte(valeur)


def _etat_propre(widget: DictionaryObject) -> str | None:
    normales = dictionnaire(dictionnaire(widget, "/AP"), "/N")
    etats = [str(nom)[1:] for nom in normales if nom != "/Off"]
    return etats[0] if etats else None


def _coche(feuille: Feuille, genre: GenreChamp) -> bool:
    """On = a state other than Off. Its name varies: LibreOffice stores one it never declares."""
    etat, valeur = entree(feuille.objet, "/AS"), feuille.valeur
    if isinstance(etat, NameObject) and etat != "/Off":
        return True
    choisi = texte(valeur)
    if choisi in (None, "", "Off"):
        return False
    if genre == "radio" or feuille.freres > 1:
        return choisi == _etat_propre(feuille.objet)
    return True
