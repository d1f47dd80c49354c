"""Support channels, each bound to the audience under whose heading it stands."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from segur_payment.dossier import CanalSupport, NatureCanal, Preuve, Public
from segur_payment.langue import contacts
from segur_payment.langue.contacts import courriel_valide, telephone_valide
from segur_payment.lecture.document import Document, Vue, une_fois
from segur_payment.lecture.extraction.publics import publics_de, rubriques_de
from segur_payment.lecture.extraction.recolte import Recolte

_NUMERO_INCOMPLET = re.compile(r"(?<![\d+.,])(?<!\d )0[1-9](?:[ .]\d{2}){2,3}(?![ .]?\d)(?!,\d)")
_NUMERO_TROP_LONG = re.compile(r"(?<![\d+.,])(?<!\d )0[1-9](?:[ .]\d{2}){5,7}(?![ .]?\d)")
_COURRIEL_SANS_ARROBASE = re.compile(
    r"\b(?:courriel|e-?mail|m[eé]l|adresse (?:électronique|mail))[ \n]*:[ \n]*"
    r"(?P<adresse>(?!www\.)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})(?![\w@/:])",
    re.IGNORECASE,
)
_FRANCAIS = re.compile(r"\b(?:le|la|les|des|du|une?|et|ou|pour|vous|nous|votre|nos|aux?|en|sur)\b")
_ANGLAIS = re.compile(r"\b(?:the|of|and|to|in|is|for|that|by|with|this|are|be|as)\b")
_ANGLAIS_PERMIS = 3
_FORMULAIRE = re.compile(r"formulaire")


@dataclass(frozen=True, slots=True)
class _Contact:
    """A contact found, where it stands in the normal text."""

    genre: str
    texte: str
    debut: int
    fin: int


def lire(document: Document, recolte: Recolte) -> None:
    """Every channel with the audiences that it serves."""
    canaux: list[CanalSupport] = []
    for ordre in ("flux", "lignes", "colonnes"):
        canaux = _canaux(document, getattr(document, ordre), recolte)
        if {p for c in canaux for p in c.publics} == set(Public):
            break
    recolte.valeurs["canaux"] = tuple(canaux)


@une_fois
def _ailleurs(document: Document) -> dict[Vue, list[str]]:
    """Well-formed contacts that stand whole in the other orders only, by text.

    A number that stands whole beside a truncated one is another number.
    """
    ordres = (document.flux, document.lignes, document.brut, document.colonnes)
    valides = {vue: dict.fromkeys(_valides(vue)) for vue in ordres}
    tous = dict.fromkeys(contact for siens in valides.values() for contact in siens)
    return {vue: [c for c in tous if c not in siens] for vue, siens in valides.items()}


def _valides(vue: Vue) -> list[str]:
    """The well-formed contacts of a text, in their order."""
    texte = vue.texte.original
    trouves = (
        *contacts.courriels(texte),
        *contacts.liens(texte),
        *contacts.telephones(texte),
    )
    return [t.valeur for t in trouves if t.defaut is None]


def _entier(document: Document, vue: Vue, contact: _Contact, donnes: Container[str]) -> str:
    """The whole contact, when a narrow cell cut it in two and another order shows it whole."""
    debut = contact.texte
    if contact.genre == "lien" or (contact.genre == "telephone" and not telephone_valide(debut)):
        return debut
    if contact.genre == "courriel":
        nom, _, domaine = debut.partition("@")
        if not courriel_valide(debut) or len(domaine) < 3:
            return debut
        debut = f"{nom}@{domaine[:3]}"
    ailleurs = _ailleurs(document)[vue]
    libres = (e for e in ailleurs if contact.genre == "courriel" or e not in donnes)
    return next((e for e in libres if _nu(e).startswith(_nu(debut))), contact.texte)


def _nu(texte: str) -> str:
    return "".join(texte.split())


def _canaux(document: Document, vue: Vue, recolte: Recolte) -> list[CanalSupport]:
    titres = rubriques_de(vue) if _en_francais(vue) else []
    lus: dict[CanalSupport, Preuve] = {}
    donnes: set[str] = set()
    for contact in _contacts(vue):
        publics = publics_de(vue, contact.debut, contact.fin, titres)
        debut = vue.phrase(contact.debut)[0]
        entier = _entier(document, vue, contact, donnes)
        donnes.add(entier)
        canal = CanalSupport(
            nature=_nature(vue.normal[max(0, contact.debut - 120) : contact.fin], contact.genre),
            publics=publics,
            **{contact.genre: entier},
        )
        lus.setdefault(canal, vue.preuve(max(debut, contact.debut - 80), contact.fin))
    recolte.preuves.pop("canaux", None)
    recolte.prouver("canaux", *lus.values())
    return list(lus)


def _en_francais(vue: Vue) -> bool:
    """« regulation » and « cabinet » are English words too, and name nobody there."""
    francais, anglais = (sum(1 for _ in vue.chercher(mots)) for mots in (_FRANCAIS, _ANGLAIS))
    return anglais <= 2 * francais + _ANGLAIS_PERMIS


def _contacts(vue: Vue) -> Sequence[_Contact]:
    texte = vue.texte.original
    trouves = [
        _Contact(
            genre, t.valeur, vue.texte.depuis_original(t.debut), vue.texte.depuis_original(t.fin)
        )
        for genre, chercher in (
            ("courriel", contacts.courriels),
            ("telephone", contacts.telephones),
            ("lien", contacts.liens),
        )
        for t in chercher(texte)
    ]
    for m in (*_NUMERO_INCOMPLET.finditer(texte), *_NUMERO_TROP_LONG.finditer(texte)):
        debut, fin = vue.texte.depuis_original(m.start()), vue.texte.depuis_original(m.end())
        if not any(c.debut < fin and debut < c.fin for c in trouves):
            trouves.append(_Contact("telephone", m[0], debut, fin))
    for m in _COURRIEL_SANS_ARROBASE.finditer(texte):
        debut, fin = (vue.texte.depuis_original(p) for p in m.span("adresse"))
        trouves.append(_Contact("courriel", m["adresse"], debut, fin))
    return sorted(trouves, key=lambda c: c.debut)


def _nature(avant: str, genre: str) -> NatureCanal:
    if genre == "lien" and _FORMULAIRE.search(avant):
        return NatureCanal.FORMULAIRE
    if genre == "lien":
        return NatureCanal.PLATEFORME
    return NatureCanal.COORDONNEES
