"""What was recognised and read, for a person who checks the reading; nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import Lecture, Piece, TypePiece
from segur_payment.rendu.a_regarder import a_regarder
from segur_payment.rendu.faits import Fait, faits_de
from segur_payment.rendu.fichiers import lignes_fichier
from segur_payment.rendu.mots import citation, nom_fichier, nom_piece, phrase
from segur_payment.rendu.style import Peindre, Style, peintre
from segur_payment.rendu.texte import LARGEUR
from segur_payment.rendu.typographie import composer, compter, plier


def rendre_lecture(lecture: Lecture, *, largeur: int = LARGEUR, couleur: bool = False) -> str:
    """The reading as text: what it found, what to look at, the files, then every piece.

    Args:
        lecture: what to show; nothing is computed anew.
        largeur: greatest length of a line, in characters.
        couleur: write ANSI codes.
    """
    peindre = peintre(couleur)
    blocs = (
        [
            peindre(ligne, Style.TITRE)
            for ligne in plier(composer(_resume(lecture)), largeur, suite="  ")
        ],
        _section("À regarder d’abord", _points(lecture, largeur), peindre),
        _section("Fichiers", _fichiers(lecture, largeur), peindre),
        *_pieces(lecture, largeur, peindre),
        [peindre(ligne, Style.DISCRET) for ligne in plier(_MENTION, largeur)],
    )
    return "\n\n".join("\n".join(bloc) for bloc in blocs if bloc) + "\n"


_PIECES = "CE QUI A ÉTÉ LU, PIÈCE PAR PIÈCE"
_PASSAGE = 400
_MENTION = composer(
    "Ce texte montre ce qui a été lu, sans le juger ; pour un verdict : "
    "segur-payment verifier CHEMIN"
)


def _resume(lecture: Lecture) -> str:
    fichiers, pieces = (
        lecture.fichiers,
        [p for p in lecture.pieces if p.type is not TypePiece.AUTRE],
    )
    illisibles = sum(f.illisible is not None for f in fichiers)
    inconnus = sum(not f.illisible and not f.documents for f in fichiers)
    lus, autres = len(fichiers) - illisibles, len(lecture.pieces) - len(pieces)
    comptes = [compter(lus, "fichier lu", "fichiers lus") if lus else "aucun fichier lu"]
    dits = [p for p in pieces if not _reconnue(p, lecture)]
    reconnues = len(pieces) - len(dits)
    comptes.append(
        compter(reconnues, "pièce reconnue", "pièces reconnues")
        if reconnues
        else "aucune pièce reconnue"
    )
    for nombre, un, plusieurs in (
        (len(dits), "pièce seulement déclarée", "pièces seulement déclarées"),
        (autres, "autre document", "autres documents"),
        (inconnus, "fichier non reconnu", "fichiers non reconnus"),
        (illisibles, "fichier illisible", "fichiers illisibles"),
    ):
        comptes += [compter(nombre, un, plusieurs)] if nombre else []
    return ", ".join(comptes)


def _reconnue(piece: Piece, lecture: Lecture) -> bool:
    """Whether its content tells what it is, not only ``dossier.toml``."""
    return any(f.nom in piece.fichiers and piece.type in f.pieces for f in lecture.fichiers)


def _section(titre: str, lignes: Iterator[str], peindre: Peindre) -> list[str]:
    corps = list(lignes)
    return [peindre(titre.upper(), Style.TITRE), *corps] if corps else []


def _points(lecture: Lecture, largeur: int) -> Iterator[str]:
    points = list(a_regarder(lecture))
    for point in points or ["La lecture ne signale aucun doute."]:
        yield from plier(point, largeur, debut="  •  ")


def _fichiers(lecture: Lecture, largeur: int) -> Iterator[str]:
    for fichier in lecture.fichiers:
        pages = f" ({compter(fichier.pages, 'page')})" if fichier.pages else ""
        yield from plier(f"{nom_fichier(fichier.nom)}{pages}", largeur, debut="  ", suite="    ")
        for ligne in lignes_fichier(fichier, lecture.fichiers):
            yield from plier(ligne, largeur, debut="    ", suite="      ")


def _pieces(lecture: Lecture, largeur: int, peindre: Peindre) -> Iterator[list[str]]:
    if lecture.pieces:
        yield [peindre(ligne, Style.TITRE) for ligne in plier(_PIECES, largeur)]
    for piece in lecture.pieces:
        lignes = [peindre(nom_piece(piece.type), Style.PIECE)]
        noms = ", ".join(nom_fichier(nom) for nom in piece.fichiers)
        lignes += plier(composer(f"Lu dans : {noms}"), largeur, debut="  ", suite="    ")
        if piece.illisible:
            lignes += plier(
                phrase(f"Lecture incomplète : {piece.illisible}"), largeur, debut="  ", suite="    "
            )
        for fait in faits_de(piece):
            lignes += _fait(fait, len(piece.fichiers) != 1, largeur, peindre)
        yield lignes


def _fait(fait: Fait, nommer: bool, largeur: int, peindre: Peindre) -> Iterator[str]:
    seul = len(fait.valeurs) == 1
    if not seul:
        yield from plier(composer(f"{fait.nom} :"), largeur, debut="  ")
    for valeur in fait.valeurs:
        texte = f"{fait.nom} : {valeur.texte}" if seul else f"– {valeur.texte}"
        retrait = "  " if seul else "    "
        for ligne in plier(composer(texte), largeur, debut=retrait, suite=f"{retrait}  "):
            yield ligne if valeur.etabli else peindre(ligne, Style.COMPLETER)
        for preuve in valeur.preuves:
            passage = citation(preuve, fichier=nommer, longueur=_PASSAGE)
            for ligne in plier(passage, largeur, debut=f"{retrait}    ", suite=f"{retrait}      "):
                yield peindre(ligne, Style.DISCRET)
