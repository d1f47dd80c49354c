"""The words that several outputs share."""

from __future__ import annotations

from segur_payment.dossier import Phase, Preuve, TypePiece
from segur_payment.regles.conclusion import Effet, Resultat
from segur_payment.rendu.typographie import (
    INSECABLE,
    abreger,
    citer,
    composer,
    jour,
    majuscule,
    neutraliser,
)
from segur_payment.verdict import Constat, Decision, Entete, EtatFichier

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


def origine(entete: Entete) -> str:
    """What the verdict was given by: catalogue, day of the sources, version."""
    return phrase(
        f"Catalogue {entete.catalogue} {entete.empreinte[:12]}, sources vérifiées le "
        f"{jour(entete.sources_verifiees_le)}, segur-payment {entete.version}."
    )


def pourcentage(part: float) -> str:
    """``97 %``, with a no-break space."""
    return f"{part * 100:.0f}{INSECABLE}%"


def citation(preuve: Preuve, *, fichier: bool = True, longueur: int = 240) -> str:
    """The words of a proof after their place; ``fichier``: name the file, not the page alone."""
    nom = nom_fichier(preuve.fichier) if fichier or not preuve.page else ""
    page = f"page{INSECABLE}{preuve.page}" if preuve.page else ""
    lieu = ", ".join(filter(None, (nom, page)))
    return f"{lieu}{INSECABLE}: {citer(preuve.extrait, longueur)}{optique(preuve)}"


def optique(preuve: Preuve) -> str:
    """How surely words of a picture were read."""
    if preuve.confiance is None:
        return ""
    confiance = pourcentage(preuve.confiance)
    return f", lu par reconnaissance optique, confiance{INSECABLE}{confiance}"


def ecarts(constat: Constat) -> list[tuple[str, str]]:
    """What was expected and found, where neither requirement, message nor proofs say it."""
    extraits = (preuve.extrait for preuve in constat.preuves)
    dit = " ".join([constat.titre, constat.message, *extraits]).casefold()
    couple = (("attendu", constat.attendu), ("trouvé", constat.trouve))
    return [(nom, valeur) for nom, valeur in couple if valeur and valeur.casefold() not in dit]
