"""The end of the text: what the verdict takes on trust, the files, and how to replay it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from segur_payment.dossier import TypePiece
from segur_payment.regles.conclusion import Resultat
from segur_payment.rendu.mots import EFFETS, nom_fichier, nom_piece, phrase
from segur_payment.rendu.style import Peindre, Style
from segur_payment.rendu.typographie import citer, composer, compter, jour, plier
from segur_payment.verdict import Constat, Reserve, Verdict

_FICHIERS = 12


def reserves(verdict: Verdict, largeur: int, peindre: Peindre) -> list[str]:
    """What rests on somebody's word, or on what no program can prove."""
    if not verdict.reserves:
        return []
    groupes: dict[tuple[TypePiece | None, str], list[Reserve]] = {}
    for reserve in verdict.reserves:
        groupes.setdefault((reserve.piece, reserve.raison), []).append(reserve)
    lignes = [peindre("RÉSERVES\u00a0: CE QUE LE VERDICT CROIT SUR PAROLE", Style.TITRE)]
    for (piece, raison), siennes in groupes.items():
        nom = nom_piece(piece) if piece else ""
        quoi = ", ".join(dict.fromkeys(q for r in siennes for q in r.quoi))
        dits = (nom, raison, quoi) if siennes[0].champs else (nom, quoi, raison)
        lignes += plier(phrase(" : ".join(filter(None, dits)) + "."), largeur, debut="  •  ")
    return lignes


def fichiers(verdict: Verdict, largeur: int, peindre: Peindre) -> list[str]:
    """Each file with what it was recognised as."""
    lus = verdict.entete.fichiers
    if not lus:
        return []
    lignes = []
    for fichier in lus[:_FICHIERS]:
        pages = f" ({compter(fichier.pages, 'page')})" if fichier.pages else ""
        pieces = ", ".join(p.libelle for p in fichier.pieces) or "non reconnu"
        if fichier.illisible:
            pieces = phrase(f"illisible, {fichier.illisible}")
        lignes += plier(
            f"{nom_fichier(fichier.nom)}{pages}\u00a0: {pieces}", largeur, debut="  •  "
        )
    if len(lus) > _FICHIERS:
        lignes.append(f"  •  et {compter(len(lus) - _FICHIERS, 'autre')}")
    return [peindre("FICHIERS LUS", Style.TITRE), *lignes]


def mentions(verdict: Verdict, date_du_jour: bool, largeur: int, peindre: Peindre) -> list[str]:
    """Date, rules, politique and catalogue, in a discreet place."""
    return [
        peindre(ligne, Style.DISCRET)
        for mention in _mentions(verdict, date_du_jour)
        for ligne in plier(mention, largeur, suite="  ")
    ]


def _mentions(verdict: Verdict, date_du_jour: bool) -> Iterator[str]:
    entete = verdict.entete
    if date_du_jour:
        yield composer(
            f"Date de dépôt : {jour(entete.date_depot)}, date du jour "
            "(une autre : --date-depot AAAA-MM-JJ)"
        )
    conformes, toutes = _conformes(verdict.constats)
    yield composer(f"Règles conformes : {conformes} sur {toutes} qui concernent ce dossier")
    if entete.politique:
        yield composer(f"Politique : {phrase(entete.politique)}")
    for r in entete.reclassements:
        yield composer(f"  {r.code} reclassé {EFFETS[r.effet]} : {citer(r.raison)}")
    yield composer(
        f"Catalogue : {entete.catalogue} {entete.empreinte[:12]}, sources vérifiées le "
        f"{jour(entete.sources_verifiees_le)}, segur-payment {entete.version}"
    )
    if codes := [c for action in verdict.a_faire for c in action.codes]:
        yield composer(f"Comprendre une règle : segur-payment expliquer {codes[0]}")


def _conformes(constats: Iterable[Constat]) -> tuple[int, int]:
    """Number of rules that only found conforme, and of rules that applied."""
    appliquees: dict[str, bool] = {}
    for c in constats:
        if c.resultat is not Resultat.SANS_OBJET:
            conforme = c.resultat is Resultat.CONFORME
            appliquees[c.code] = conforme and appliquees.get(c.code, True)
    return sum(appliquees.values()), len(appliquees)
