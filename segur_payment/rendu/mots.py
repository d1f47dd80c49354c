"""The words that several outputs share."""

from __future__ import annotations

from segur_payment.dossier import Phase, Preuve, TypePiece
from segur_payment.regles.socle import Effet, Resultat
from segur_payment.rendu.typographie import abreger, composer, majuscule, neutraliser
from segur_payment.verdict import Constat, Decision, EtatFichier

_MESSAGE, _NOM = 600, 80
EFFETS = {
    Effet.REJET: "rejet",
    Effet.MODIFIER: "à modifier",
    Effet.COMPLETER: "à compléter",
    Effet.AVERTISSEMENT: "avertissement",
}
DECISIONS = {
    Decision.ACCEPTER: "Accepter",
    Decision.COMPLETER: "À compléter",
    Decision.REJETER: "Rejet",
}
INDECIS = {Resultat.NON_VERIFIABLE: "non vérifié", Resultat.EN_ERREUR: "règle en erreur"}
ETATS_FICHIERS = {
    EtatFichier.INCHANGE: "inchangé",
    EtatFichier.RENOMME: "renommé, même contenu",
    EtatFichier.MODIFIE: "modifié",
    EtatFichier.AJOUTE: "ajouté",
    EtatFichier.RETIRE: "retiré",
}
PHASES = {Phase.AVANCE: "Dossier d’avance", Phase.SOLDE: "Dossier de solde"}


def nom_piece(piece: TypePiece | None) -> str:
    """The piece as a heading."""
    return majuscule(piece.libelle) if piece else "Ensemble du dossier"


def phrase(texte: str) -> str:
    """A sentence of the verdict: safe, of bounded length, with French no-break spaces."""
    return composer(abreger(neutraliser(texte), _MESSAGE))


def nom_fichier(nom: str) -> str:
    """The name of a file, safe and of bounded length."""
    return abreger(neutraliser(nom), _NOM)


def confiance(preuve: Preuve) -> str:
    """How surely words of a picture were read."""
    if preuve.confiance is None:
        return ""
    return f", lu par reconnaissance optique, confiance\u00a0{preuve.confiance:.0%}".replace(
        "%", "\u00a0%"
    )


def minuscule(texte: str) -> str:
    """``texte`` with a lower-case initial, unless it starts with an acronym."""
    return texte if texte[1:2].isupper() else texte[:1].lower() + texte[1:]


def ecarts(constat: Constat) -> list[tuple[str, str]]:
    """What was expected and what was found, where the message and the proofs do not say it."""
    dit = " ".join([constat.message, *(p.extrait for p in constat.preuves)]).casefold()
    couple = (("attendu", constat.attendu), ("trouvé", constat.trouve))
    return [(nom, valeur) for nom, valeur in couple if valeur and valeur.casefold() not in dit]
