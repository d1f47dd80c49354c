"""Every fact of a piece beside its quotations, ready to be laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from segur_payment.dossier import (
    ContactsSupport,
    Formulaire,
    Partie,
    Piece,
    PieceSignee,
    Preuve,
)
from segur_payment.dossier.champs import NOMS
from segur_payment.rendu.etiquettes import SIGNATAIRES, etiquette
from segur_payment.rendu.mots import phrase
from segur_payment.rendu.typographie import citer, enumerer, minuscule, montant
from segur_payment.rendu.valeurs import canal, emplacement, mots, signature


@dataclass(frozen=True, slots=True)
class Valeur:
    """One thing that was read, or why nothing was, and the words that show it."""

    texte: str
    preuves: tuple[Preuve, ...] = ()
    etabli: bool = True
    """False: nothing was found there, or nothing sure."""


@dataclass(frozen=True, slots=True)
class Fait:
    """A field by its French name, and what was read of it."""

    nom: str
    valeurs: tuple[Valeur, ...]


def faits_de(piece: Piece) -> Iterator[Fait]:
    """The facts of ``piece``: those found, those not settled, and the absence of those that count.

    A doubt about a field that no table knows is shown too, under the name of that field.
    """
    montres = [champ for champ in NOMS if champ in type(piece).model_fields]
    for champ in montres:
        if valeurs := tuple(_valeurs(piece, champ)):
            yield Fait(etiquette(piece.type, champ).nom, valeurs)
    dits = set(montres) - {"dates_impossibles"}
    if isinstance(piece, PieceSignee):
        dits |= {f"signatures.{partie}" for partie in Partie}
    for champ, raison in piece.incertitudes.items():
        if champ not in dits:
            valeur = Valeur(_non_etabli(raison), piece.preuves.get(champ, ()), etabli=False)
            yield Fait(etiquette(piece.type, champ).nom, (valeur,))


def _valeurs(piece: Piece, champ: str) -> Iterator[Valeur]:
    if champ == "signatures" and isinstance(piece, PieceSignee):
        yield from _signatures(piece)
    elif champ == "canaux" and isinstance(piece, ContactsSupport) and piece.canaux:
        yield from _canaux(piece)
    elif champ == "dates_impossibles":
        yield from _dates_impossibles(piece)
    else:
        preuves = _preuves(piece, champ)
        texte = _texte(piece, champ)
        doute = piece.incertitudes.get(champ)
        if texte and doute:
            yield Valeur(_a_controler(texte, doute), preuves, etabli=False)
        elif texte:
            yield Valeur(texte, preuves)
        elif manque := _absence(piece, champ):
            yield Valeur(manque, preuves, etabli=False)


def _preuves(piece: Piece, champ: str) -> tuple[Preuve, ...]:
    """Where the field was read; an impossible date is quoted where it stands."""
    impossibles = [d.texte for d in piece.dates_impossibles if d.champ == champ]
    lues = piece.preuves.get("dates_impossibles", ())
    return piece.preuves.get(champ, ()) + tuple(
        p for p in lues if any(texte in p.extrait for texte in impossibles)
    )


def _texte(piece: Piece, champ: str) -> str:
    """The value in words; empty when there is none."""
    valeur, preuves = getattr(piece, champ), piece.preuves.get(champ, ())
    if champ == "montant" and isinstance(piece, Formulaire) and piece.montant is not None:
        suite = "" if piece.taxe else ", sans dire HT ni TTC"
        return montant(piece.montant, piece.taxe) + suite
    if champ == "sur_l_honneur":
        return "présente" if valeur else ""
    if champ in ("clause", "reserves") and valeur:
        cites = any(valeur == preuve.extrait for preuve in preuves)
        present = "présente" if champ == "clause" else "présentes"
        return present if cites else citer(valeur)
    return mots(valeur)


def _absence(piece: Piece, champ: str) -> str | None:
    """Why there is no value; None for what may well be missing."""
    if impossibles := [citer(d.texte) for d in piece.dates_impossibles if d.champ == champ]:
        accord = "n’est pas un jour" if len(impossibles) == 1 else "ne sont pas des jours"
        return f"{enumerer(impossibles)}, qui {accord} du calendrier"
    if raison := piece.incertitudes.get(champ):
        return _non_etabli(raison)
    manque = etiquette(piece.type, champ).absence
    return manque and (_non_etabli(piece.illisible) if piece.illisible else manque)


def _a_controler(texte: str, doute: str) -> str:
    return phrase(f"{texte}, à contrôler ({doute})")


def _non_etabli(raison: str) -> str:
    return phrase(f"pas établi ({raison})")


def _dates_impossibles(piece: Piece) -> Iterator[Valeur]:
    """Those that no missing date of the piece shows."""
    for impossible in piece.dates_impossibles:
        if getattr(piece, impossible.champ, "") is not None:
            nom = minuscule(etiquette(piece.type, impossible.champ).nom)
            texte = f"{citer(impossible.texte)}, qui n’est pas un jour du calendrier ({nom})"
            yield Valeur(texte, piece.preuves.get("dates_impossibles", ()), etabli=False)


def _signatures(piece: PieceSignee) -> Iterator[Valeur]:
    attribuees: set[Preuve] = set()
    for partie in Partie:
        preuves = piece.preuves.get(f"signatures.{partie}", ())
        attribuees.update(preuves)
        if texte := _de_la_partie(piece, partie):
            champ = f"signatures.{partie}"
            signe = piece.signatures_de(partie) and champ not in piece.incertitudes
            yield Valeur(texte, preuves, etabli=bool(signe))
    autres = [signature(s) for s in piece.signatures if s.partie is None]
    autres += [emplacement(v) for v in piece.blocs_vides if v.partie is None]
    restes = tuple(p for p in piece.preuves.get("signatures", ()) if p not in attribuees)
    if autres or restes:
        yield Valeur(" ; ".join(autres) or "autre passage lu", restes)
    if doute := piece.incertitudes.get("signatures"):
        yield Valeur(_non_etabli(doute), etabli=False)


def _de_la_partie(piece: PieceSignee, partie: Partie) -> str:
    champ = f"signatures.{partie}"
    lues = [signature(s) for s in piece.signatures_de(partie)]
    vides = [emplacement(v) for v in piece.blocs_vides if v.partie is partie]
    doute = piece.incertitudes.get(champ) if lues else piece.doute(champ)
    if lues or vides:
        texte = " ; ".join([*lues, *vides])
        return _a_controler(texte, doute) if doute else texte
    if partie not in SIGNATAIRES.get(piece.type, ()) and champ not in piece.incertitudes:
        return ""
    if doute:
        return phrase(f"pas établi pour {partie.libelle} ({doute})")
    return f"aucune signature lue pour {partie.libelle}"


def _canaux(piece: ContactsSupport) -> Iterator[Valeur]:
    """Each contact beside its own words when they can be told apart, else all words together."""
    preuves = piece.preuves.get("canaux", ())
    textes = [canal(c) for c in piece.canaux]
    contacts = [c.courriel or c.telephone or c.lien or "" for c in piece.canaux]
    if len(preuves) == len(contacts) and all(
        contact in preuve.extrait for contact, preuve in zip(contacts, preuves, strict=True)
    ):
        yield from (Valeur(t, (p,)) for t, p in zip(textes, preuves, strict=True))
    else:
        yield from (Valeur(t) for t in textes)
        yield Valeur("passages lus", preuves)
    if doute := piece.incertitudes.get("canaux"):
        yield Valeur(phrase(f"à contrôler ({doute})"), etabli=False)
