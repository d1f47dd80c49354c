"""The parts of the page, ready to be shown: nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from segur_payment.dossier import Preuve, TypePiece
from segur_payment.regles.socle import Acteur
from segur_payment.rendu.mots import ecarts
from segur_payment.rendu.page.etats import (
    ABSENTE,
    CONFORME,
    ETAPES,
    Etat,
    etat_de,
    gravite,
    le_plus_grave,
)
from segur_payment.rendu.page.images import Album, Vue
from segur_payment.rendu.points import Point
from segur_payment.verdict import Action, Constat, Etape, EtatEtape, Jalon, Verdict

_ETIQUETTES = {
    Etape.MISE_EN_SERVICE: "Mise en service",
    Etape.AVANCE: "Avance",
    Etape.VSR: "Vérification de service régulier",
    Etape.SOLDE: "Solde",
}
_PV = {Etape.MISE_EN_SERVICE: TypePiece.PV_MES, Etape.VSR: TypePiece.PV_VSR}


@dataclass(frozen=True, slots=True)
class VueConstat:
    """A constat with its state, its anchor and its proofs."""

    ancre: str
    constat: Constat
    etat: Etat
    preuves: tuple[tuple[Preuve, Vue], ...]
    ecarts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VueAction:
    """A thing to do, with the anchors of the constats that ask for it."""

    numero: int | None
    action: Action
    etat: Etat
    raisons: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VuePiece:
    """A piece of the dossier, or the whole of it (None)."""

    piece: TypePiece | None
    etat: Etat
    fichiers: tuple[str, ...]
    ouverts: tuple[VueConstat, ...]


@dataclass(frozen=True, slots=True)
class VueJalon:
    """A step of the funding, with the state of its PV when that is not settled."""

    etiquette: str
    jalon: Jalon
    etat: Etat
    pv: Etat | None


def constats(verdict: Verdict, album: Album) -> tuple[VueConstat, ...]:
    """Every constat, the gravest first; the order of the catalogue among equals."""
    ranges = sorted(verdict.constats, key=gravite)
    return tuple(_constat(f"constat-{n}", c, album) for n, c in enumerate(ranges, 1))


def _constat(ancre: str, constat: Constat, album: Album) -> VueConstat:
    return VueConstat(
        ancre=ancre,
        constat=constat,
        etat=etat_de(constat),
        preuves=tuple((p, album.vue(p, ancre, constat)) for p in constat.preuves),
        ecarts=tuple(ecarts(constat)),
    )


def actions(
    points: Sequence[Point], vus: Sequence[VueConstat]
) -> tuple[list[tuple[Acteur, list[VueAction]]], list[VueAction]]:
    """What must be done, by who acts, then what is only advised."""
    ancres = {id(v.constat): v.ancre for v in vus}
    ranges = sorted(
        (p for p in points if p.action.obligatoire),
        key=lambda p: (list(Acteur).index(p.action.acteur), not p.rejette),
    )
    numerotees = [_action(p, ancres, n) for n, p in enumerate(ranges, 1)]
    par_acteur = [
        (acteur, siennes)
        for acteur in Acteur
        if (siennes := [a for a in numerotees if a.action.acteur is acteur])
    ]
    conseils = [_action(p, ancres, None) for p in points if not p.action.obligatoire]
    return par_acteur, conseils


def _action(point: Point, ancres: dict[int, str], numero: int | None) -> VueAction:
    raisons = (f"« {c.titre} » {c.message}" if c.indecis else c.message for c in point.constats)
    return VueAction(
        numero=numero,
        action=point.action,
        etat=le_plus_grave(point.constats),
        raisons=tuple(dict.fromkeys(raisons)),
        codes=tuple({c.code: ancres[id(c)] for c in reversed(point.constats)}.items())[::-1],
    )


def pieces(verdict: Verdict, vus: Sequence[VueConstat]) -> Iterator[VuePiece]:
    """The pieces that the phase requires, then what other constats are about."""
    attendues = {p.piece: p for p in verdict.pieces}
    autres = {v.constat.piece for v in vus if v.constat.piece} - attendues.keys()
    for piece in (*attendues, *sorted(autres, key=lambda p: p.rang), None):
        siens = [v for v in vus if v.constat.piece is piece]
        ouverts = tuple(v for v in siens if v.constat.defaut or v.constat.indecis)
        attendue = attendues.get(piece) if piece else None
        absente = attendue is not None and not attendue.presente
        etat = le_plus_grave(v.constat for v in siens)
        if absente and etat.ton != "indecis":
            etat = ABSENTE
        elif attendue is not None and not ouverts:
            etat = CONFORME
        if siens or attendue:
            yield VuePiece(piece, etat, attendue.fichiers if attendue else (), ouverts)


def frise(verdict: Verdict) -> list[VueJalon]:
    """The four steps; the deposit that is judged bears the decision elsewhere."""
    etats = {
        piece: le_plus_grave(c for c in verdict.constats if c.piece is piece)
        for piece in _PV.values()
    }
    attendues = {p.piece for p in verdict.pieces}
    return [
        VueJalon(
            etiquette=_ETIQUETTES[jalon.etape],
            jalon=jalon,
            etat=ETAPES[jalon.etat],
            pv=_pv(jalon, etats, attendues),
        )
        for jalon in verdict.chronologie
    ]


def _pv(jalon: Jalon, etats: dict[TypePiece, Etat], attendues: set[TypePiece]) -> Etat | None:
    piece = _PV.get(jalon.etape)
    if piece not in attendues or piece is None or jalon.etat is EtatEtape.INCONNUE:
        return None
    return None if etats[piece] == CONFORME else etats[piece]
