"""Support channels, each bound to the audience under whose heading it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from segur_payment.dossier import CanalSupport, NatureCanal, Preuve, Public
from segur_payment.langue import contacts
from segur_payment.lecture.document import Document, Vue
from segur_payment.lecture.extraction.recolte import Recolte

_PUBLICS = (
    (
        Public.REGULATEURS,
        re.compile(
            r"\bregulat(?:eurs?|rices?)\b|(?<!protection )\bregulation\b|\bosnp\b|\barm\b|\bcrra\b"
            r"|\bcentres? 15\b"
        ),
    ),
    (
        Public.EFFECTEURS,
        re.compile(
            r"\beffect(?:eurs?|rices?)\b|\bpraticiens?\b|professionnels? de sante"
            r"|\bmedecins?\b(?! regulat)"
        ),
    ),
)
_TOUS = re.compile(
    r"\b(?:tous (?:les |nos )?utilisateurs\b|deux publics\b|l'ensemble des utilisateurs\b"
    r"|chacun\b(?! d))"
)
_NUMERO_INCOMPLET = re.compile(r"(?<![\d+.,])(?<!\d )0[1-9](?:[ .]\d{2}){2,3}(?![ .]?\d)(?!,)")
_FORMULAIRE = re.compile(r"formulaire")
_PLATEFORME = re.compile(
    r"plate-?forme|portail|espace (?:support|client|d'assistance)|ticket|centre d'aide|helpdesk"
)

Rubrique = tuple[int, tuple[Public, ...]]
"""Where audiences are named in the normal text, and which."""


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
    entiers = {t for vue in (document.flux, document.lignes, document.brut) for t in _valides(vue)}
    for vue in (document.flux, document.lignes):
        canaux = _canaux(vue, entiers, recolte)
        if {p for c in canaux for p in c.publics} == set(Public):
            break
    recolte.valeurs["canaux"] = tuple(canaux)


def _valides(vue: Vue) -> set[str]:
    """The well-formed e-mails and links of a text."""
    texte = vue.texte.original
    return {
        t.valeur for t in (*contacts.courriels(texte), *contacts.liens(texte)) if t.defaut is None
    }


def _entier(contact: _Contact, entiers: set[str]) -> str:
    """The whole address, when a narrow cell cut it in two and another order shows it whole."""
    if contact.genre != "courriel" or contact.texte in entiers:
        return contact.texte
    nom, _, domaine = contact.texte.partition("@")
    debut = f"{nom}@{domaine[:3]}"
    return next(
        (e for e in sorted(entiers) if len(domaine) >= 3 and e.startswith(debut)), contact.texte
    )


def _canaux(vue: Vue, entiers: set[str], recolte: Recolte) -> list[CanalSupport]:
    titres = _rubriques(vue)
    lus: dict[CanalSupport, Preuve] = {}
    for contact in _contacts(vue):
        publics = _publics(vue, contact, titres)
        debut = vue.phrase(contact.debut)[0]
        canal = CanalSupport(
            nature=_nature(vue.normal[max(0, contact.debut - 120) : contact.fin], contact.genre),
            publics=publics,
            **{contact.genre: _entier(contact, entiers)},
        )
        lus.setdefault(canal, vue.preuve(max(debut, contact.debut - 80), contact.fin))
    recolte.preuves.pop("canaux", None)
    recolte.prouver("canaux", *lus.values())
    return list(lus)


def _contacts(vue: Vue) -> Sequence[_Contact]:
    texte = vue.texte.original
    trouves = [
        _Contact(
            genre, t.texte, vue.texte.depuis_original(t.debut), vue.texte.depuis_original(t.fin)
        )
        for genre, chercher in (
            ("courriel", contacts.courriels),
            ("telephone", contacts.telephones),
            ("lien", contacts.liens),
        )
        for t in chercher(texte)
    ]
    trouves += [
        _Contact(
            "telephone",
            m[0],
            vue.texte.depuis_original(m.start()),
            vue.texte.depuis_original(m.end()),
        )
        for m in _NUMERO_INCOMPLET.finditer(texte)
    ]
    return sorted(trouves, key=lambda c: c.debut)


def _nature(avant: str, genre: str) -> NatureCanal:
    if genre == "lien" and _FORMULAIRE.search(avant):
        return NatureCanal.FORMULAIRE
    if genre == "lien":
        return NatureCanal.PLATEFORME
    return NatureCanal.COORDONNEES


def _rubriques(vue: Vue) -> list[Rubrique]:
    """Places where an audience is named, with those named together."""
    reperes = sorted(
        (m.start(), m.end(), public) for public, motif in _PUBLICS for m in vue.chercher(motif)
    )
    reperes += [(m.start(), m.end(), None) for m in vue.chercher(_TOUS)]  # type: ignore[misc]
    reperes.sort(key=lambda r: r[0])
    groupes: list[list[tuple[int, int, Public | None]]] = []
    for repere in reperes:
        if (
            groupes
            and re.fullmatch(r"[\w\s,'/&()-]{0,40}", vue.normal[groupes[-1][-1][1] : repere[0]])
            and _lies(vue.normal[groupes[-1][-1][1] : repere[0]])
        ):
            groupes[-1].append(repere)
        else:
            groupes.append([repere])
    return [
        (
            g[0][0],
            tuple(Public)
            if any(p is None for _, _, p in g)
            else tuple(sorted({p for _, _, p in g if p})),
        )
        for g in groupes
    ]


def _lies(entre: str) -> bool:
    return (
        re.search(r"\b(?:et|ou|comme|ainsi que)\b|[,/&]|^ ?$", entre) is not None
        and len(entre) < 42
    )


def _publics(vue: Vue, contact: _Contact, rubriques: list[Rubrique]) -> tuple[Public, ...]:
    debut, fin = vue.phrase(contact.debut)
    dans_la_phrase = [r for r in rubriques if debut <= r[0] < contact.debut]
    if dans_la_phrase:
        return dans_la_phrase[-1][1]
    suite = [r for r in rubriques if contact.fin <= r[0] < min(fin, contact.fin + 90)]
    if suite and re.match(
        r"[^:]{0,25}(?:\bpour\b|\ba destination\b|\baux?\b|\(|\breserve|\bdedie)",
        vue.normal[contact.fin : suite[0][0] + 1],
    ):
        return suite[0][1]
    avant = [r for r in rubriques if r[0] < contact.debut]
    return avant[-1][1] if avant else _plus_loin(rubriques, contact)


def _plus_loin(rubriques: list[Rubrique], contact: _Contact) -> tuple[Public, ...]:
    """Contacts first, audience named after them all: one common statement serves them."""
    apres = [r for r in rubriques if r[0] > contact.fin]
    return apres[0][1] if len(apres) == 1 else ()
