"""What was read, for a person who checks the reading alone: nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import DocumentReconnu, Fichier, Lecture, Piece, PieceSignee, Preuve
from segur_payment.rendu.faits import ATTENDUS, ETIQUETTES, valeur
from segur_payment.rendu.mots import confiance, nom_fichier, nom_piece, phrase
from segur_payment.rendu.signatures import faits_de
from segur_payment.rendu.style import Peindre, Style, peintre
from segur_payment.rendu.texte import LARGEUR
from segur_payment.rendu.typographie import citer, composer, compter, plier

_PREUVES = 4
_SIGNATURES = 20
_ACTIFS = {
    "javascript": "du JavaScript",
    "lancement": "une action qui lance un programme",
    "executable_embarque": "un programme embarqué",
}


def rendre_lecture(lecture: Lecture, *, largeur: int = LARGEUR, couleur: bool = False) -> str:
    """The reading as text.

    Args:
        lecture: what to show; nothing is computed anew.
        largeur: greatest length of a line, in characters.
        couleur: write ANSI codes.
    """
    peindre = peintre(couleur)
    blocs = (
        [peindre(ligne, Style.TITRE) for ligne in plier(_resume(lecture), largeur)],
        [peindre("FICHIERS", Style.TITRE), *_fichiers(lecture, largeur)],
        *(list(_piece(piece, largeur, peindre)) for piece in lecture.pieces),
    )
    return "\n\n".join("\n".join(bloc) for bloc in blocs) + "\n"


def _resume(lecture: Lecture) -> str:
    fichiers = lecture.fichiers
    muets = [f for f in fichiers if not f.illisible and not (f.pieces or f.declare_pour)]
    comptes = [
        compter(len(fichiers), "fichier"),
        compter(len(lecture.pieces), "pièce lue", "pièces lues"),
    ]
    for nombre, mots in (
        (sum(f.illisible is not None for f in fichiers), ("illisible", "illisibles")),
        (len(muets), ("non reconnu", "non reconnus")),
        (sum(_a_un_doute(f) for f in fichiers), ("à vérifier", "à vérifier")),
    ):
        if nombre:
            comptes.append(compter(nombre, f"fichier {mots[0]}", f"fichiers {mots[1]}"))
    return composer(", ".join(comptes) + ". La lecture est montrée sans être jugée.")


def _a_un_doute(fichier: Fichier) -> bool:
    return any(document.doute for document in fichier.documents)


def _fichiers(lecture: Lecture, largeur: int) -> Iterator[str]:
    for fichier in lecture.fichiers:
        pages = f" ({compter(fichier.pages, 'page')})" if fichier.pages else ""
        yield from plier(f"{nom_fichier(fichier.nom)}{pages}", largeur, debut="  •  ")
        for dit in _dires_du_fichier(fichier):
            yield from plier(phrase(dit), largeur, debut="     ", suite="       ")


def _dires_du_fichier(fichier: Fichier) -> Iterator[str]:
    if fichier.illisible:
        yield f"Illisible : {fichier.illisible}."
    elif not fichier.documents:
        roles = ", ".join(role.libelle for role in fichier.declare_pour)
        yield f"Déclaré comme {roles}, sans que son contenu le dise." if roles else "Non reconnu."
    for document in fichier.documents:
        yield _document(document)
        if document.doute:
            yield f"À vérifier : {document.doute}."
    if fichier.contenu_actif:
        yield f"Contient {', '.join(_ACTIFS[c.value] for c in fichier.contenu_actif)}."
    if fichier.modifie_apres_signature:
        yield f"Modifié après signature : {fichier.modifie_apres_signature}."
    if fichier.signatures_incertaines:
        yield "À vérifier : deux lectures se contredisent sur ses signatures numériques."
    for numerique in fichier.signatures[:_SIGNATURES]:
        yield "Signature numérique :"
        yield from (f"– {fait}" for fait in faits_de(numerique))
    for preuve in fichier.textes_non_fiables[:_PREUVES]:
        yield f"Texte que la page ne montre pas, page {preuve.page} : {citer(preuve.extrait)}"


def _document(document: DocumentReconnu) -> str:
    premiere, derniere = document.pages
    pages = f"page {premiere}" if premiere == derniere else f"pages {premiere} à {derniere}"
    if document.suite:
        return f"{pages} : suite de {document.type.libelle} ({document.raison})."
    return f"{pages} : {document.raison} (certitude : {round(100 * document.score)} %)."


def _piece(piece: Piece, largeur: int, peindre: Peindre) -> Iterator[str]:
    noms = ", ".join(map(nom_fichier, piece.fichiers))
    for ligne in plier(f"{nom_piece(piece.type).upper()} – {noms}", largeur, suite="  "):
        yield peindre(ligne, Style.PIECE)
    if piece.illisible:
        yield from plier(phrase(f"En partie illisible : {piece.illisible}."), largeur, debut="  ")
    for champ, etiquette in ETIQUETTES.items():
        if champ in type(piece).model_fields:
            yield from _fait(piece, champ, etiquette, largeur)


def _fait(piece: Piece, champ: str, etiquette: str, largeur: int) -> Iterator[str]:
    dits = [] if _nie_sans_avoir_lu(piece, champ) else valeur(piece, champ)
    doutes = [r for cle, r in piece.incertitudes.items() if _concerne(cle, champ)]
    if not dits:
        doute = " ; ".join(doutes) or piece.doute(champ)
        if champ in ATTENDUS or doutes:
            absence = f"non lu ({doute})" if doute else "non trouvé"
            yield from _ligne(f"{etiquette} : {absence}", largeur)
        return
    if len(dits) == 1:
        yield from _ligne(f"{etiquette} : {dits[0]}", largeur)
    else:
        yield f"  {composer(etiquette + ' :')}"
        for dit in dits:
            yield from plier(composer(dit), largeur, debut="    – ", suite="      ")
    for doute in doutes:
        yield from plier(composer(f"À vérifier : {doute}"), largeur, debut="      ")
    for preuve in _preuves(piece, champ)[:_PREUVES]:
        yield from plier(_preuve(preuve), largeur, debut="      ", suite="        ")


def _concerne(cle: str, champ: str) -> bool:
    """« signatures.ans » speaks of the field « signatures »."""
    return cle == champ or cle.startswith(f"{champ}.")


def _nie_sans_avoir_lu(piece: Piece, champ: str) -> bool:
    """« no » on a page that could not be read says nothing."""
    return getattr(piece, champ) is False and piece.doute(champ) is not None


def _preuves(piece: Piece, champ: str) -> list[Preuve]:
    """Where the field was read; an empty block stands where its party should have signed."""
    cles = [champ]
    if isinstance(piece, PieceSignee) and champ == "blocs_vides":
        cles = [f"signatures.{bloc.partie}" for bloc in piece.blocs_vides if bloc.partie]
    return [preuve for cle in cles for preuve in piece.preuves.get(cle, ())]


def _ligne(texte: str, largeur: int) -> list[str]:
    return plier(composer(texte), largeur, debut="  ", suite="    ")


def _preuve(preuve: Preuve) -> str:
    page = f", page {preuve.page}" if preuve.page else ""
    lieu = composer(f"{nom_fichier(preuve.fichier)}{page} : ")
    return lieu + citer(preuve.extrait) + confiance(preuve)
