"""SAS-IDE: the pieces speak of the same éditeur and solution, with valid identifiers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from segur_payment.dossier import DossierBase, Editeur, Formulaire, Piece, SolutionLogicielle
from segur_payment.langue.identifiants import (
    bic_valide,
    compacter,
    iban_valide,
    siren_de_siret,
    siren_de_tva,
    siren_valide,
    siret_valide,
    tva_valide,
)
from segur_payment.langue.noms import (
    Rapprochement,
    comparer_societes,
    comparer_solutions,
    separer_versions,
)
from segur_payment.regles._presence import rangees
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    conforme,
    confronter,
    non_conforme,
    objection,
    sans_objet,
)
from segur_payment.regles.socle import regle
from segur_payment.regles.solution import PORTEUSES

_ECARTS = {
    Rapprochement.IDENTIQUE: None,
    Rapprochement.PROCHE: "« {} » et « {} » se ressemblent sans être égaux (faute de frappe ?)",
    Rapprochement.DIFFERENT: "« {} » et « {} »",
}
_CONTROLES = {
    "SIREN": siren_valide,
    "SIRET": siret_valide,
    "TVA": tva_valide,
    "IBAN": iban_valide,
    "BIC": bic_valide,
}
_CONTENUS = {"SIRET": siren_de_siret, "TVA": siren_de_tva}


def _siren(editeur: Editeur) -> str | None:
    """The SIREN of an éditeur, or the one that its SIRET or VAT number holds."""
    ecrit = compacter(editeur.siren or "")
    if re.fullmatch(r"[0-9]{9}", ecrit):
        return ecrit
    return siren_de_siret(editeur.siret or "") or siren_de_tva(editeur.tva or "")


def ecart_d_editeurs(un: Editeur, autre: Editeur) -> str | None:
    """How two éditeurs differ: equal SIREN decide, else the names are compared."""
    siren_un, siren_autre = _siren(un), _siren(autre)
    if siren_un and siren_autre:
        return None if siren_un == siren_autre else f"SIREN {siren_un} et {siren_autre}"
    if not un.raison_sociale or not autre.raison_sociale:
        return None
    ecart = _ECARTS[comparer_societes(un.raison_sociale, autre.raison_sociale)]
    return ecart and ecart.format(un.raison_sociale, autre.raison_sociale)


def ecart_de_noms(une: SolutionLogicielle, autre: SolutionLogicielle) -> str | None:
    """How the names of two solutions differ, whatever their versions."""
    (nom_un, _), (nom_autre, _) = separer_versions(une.nom, autre.nom)
    ecart = _ECARTS[comparer_solutions(nom_un, nom_autre) or Rapprochement.IDENTIQUE]
    return ecart and ecart.format(une.nom, autre.nom)


def _ecart_de_solutions(une: SolutionLogicielle, autre: SolutionLogicielle) -> str | None:
    """How two solutions differ; a version that is only more precise is the same."""
    (_, dite_une), (_, dite_autre) = separer_versions(une.nom, autre.nom)
    version_une, version_autre = une.version or dite_une, autre.version or dite_autre
    if ecart := ecart_de_noms(une, autre):
        return ecart
    if _meme_version(version_une or "", version_autre or ""):
        return None
    return f"versions {version_une} et {version_autre}"


def _meme_version(une: str, autre: str) -> bool:
    paires = zip(re.findall(r"\d+", une), re.findall(r"\d+", autre), strict=False)
    return all(int(a) == int(b) for a, b in paires)


def _ecarts(
    pieces: Sequence[Piece], champ: str, comparer: Callable[[Piece, Piece], str | None]
) -> Iterator[Conclusion]:
    """One defect for each piece that differs from one before it."""
    for rang, piece in enumerate(pieces):
        for autre in pieces[:rang]:
            if ecart := comparer(autre, piece):
                message = f"Entre {autre.type.defini} et {piece.type.defini} : {ecart}."
                yield confronter(non_conforme(message, piece, champ), autre, champ)
                break


def _objections(pieces: Sequence[Piece], champ: str) -> Iterator[Conclusion]:
    return (obstacle for piece in pieces if (obstacle := objection(piece, champ)))


@regle("SAS-IDE-01", "editeur-different", effet=Effet.MODIFIER, exigence="coherence")
def editeur_different(dossier: DossierBase) -> Conclusions:
    """Toutes les pièces nomment le même éditeur.

    Pourquoi : la demande, ses preuves et son paiement concernent une seule entreprise.
    Conforme : « LOGICIEL EXEMPLE SAS » et « Logiciel Exemple », même SIREN
    Non conforme : SIREN 732 829 320 sur le formulaire, SIREN 552 100 554 sur le PV
    Remède : mettre le même éditeur, avec le même SIREN, sur toutes les pièces.
    """

    def comparer(une: Piece, autre: Piece) -> str | None:
        if une.editeur is None or autre.editeur is None:
            return None
        return ecart_d_editeurs(une.editeur, autre.editeur)

    pieces = rangees(p for p in dossier.pieces if p.editeur)
    if defauts := (*_objections(dossier.pieces, "editeur"), *_ecarts(pieces, "editeur", comparer)):
        return defauts
    if len(pieces) < 2:
        return sans_objet("Moins de deux pièces nomment l’éditeur.")
    return conforme("Toutes les pièces nomment le même éditeur.")


@regle("SAS-IDE-02", "solution-differente", effet=Effet.MODIFIER, exigence="coherence")
def solution_differente(dossier: DossierBase) -> Conclusions:
    """Le formulaire, le PV et la déclaration nomment la même solution.

    Pourquoi : chaque solution logicielle a son propre financement.
    Conforme : « Agenda Exemple 3.2 » et « Agenda Exemple 3.2.1 »
    Non conforme : « Agenda Exemple 3.2 » et « Agenda Exemple 4.0 »
    Remède : mettre la même solution, avec la même version, sur toutes les pièces.
    """

    def comparer(une: Piece, autre: Piece) -> str | None:
        if une.solution is None or autre.solution is None:
            return None
        return _ecart_de_solutions(une.solution, autre.solution)

    porteuses = rangees(p for p in dossier.pieces if p.type in PORTEUSES)
    pieces = [p for p in porteuses if p.solution]
    if defauts := (*_objections(porteuses, "solution"), *_ecarts(pieces, "solution", comparer)):
        return defauts
    if len(pieces) < 2:
        return sans_objet("Moins de deux pièces nomment la solution.")
    return conforme("Toutes les pièces nomment la même solution.")


@regle("SAS-IDE-03", "identifiant-invalide", effet=Effet.MODIFIER, exigence="coherence")
def identifiant_invalide(dossier: DossierBase) -> Conclusions:
    """Les SIREN, SIRET, numéros de TVA, IBAN et BIC sont valides et de la même entreprise.

    Pourquoi : un identifiant faux empêche de reconnaître l’éditeur ou de le payer.
    Conforme : « SIREN 732 829 320 », « SIRET 732 829 320 00074 »
    Non conforme : « SIREN 732 829 321 »
    Remède : corriger l’identifiant.
    """
    pieces = rangees(dossier.pieces)
    defauts = [d for piece in pieces for d in (*_invalides(piece), *_d_une_autre_entreprise(piece))]
    if dossier.formulaire and (obstacle := objection(dossier.formulaire, "iban", "bic")):
        defauts.append(obstacle)
    return defauts or conforme("Aucun identifiant relevé n’est invalide.")


def _releves(piece: Piece) -> Iterator[tuple[str, str, str | None]]:
    """Each identifier of a piece: its field, its name, and what is written."""
    if piece.editeur is not None:
        yield "editeur", "SIREN", piece.editeur.siren
        yield "editeur", "SIRET", piece.editeur.siret
        yield "editeur", "TVA", piece.editeur.tva
    if isinstance(piece, Formulaire):
        yield "iban", "IBAN", piece.iban
        yield "bic", "BIC", piece.bic


def _invalides(piece: Piece) -> Iterator[Conclusion]:
    for champ, nom, ecrit in _releves(piece):
        if ecrit and (raison := _CONTROLES[nom](ecrit)):
            yield non_conforme(f"{nom} « {ecrit} » : {raison}.", piece, champ, trouve=ecrit)


def _d_une_autre_entreprise(piece: Piece) -> Iterator[Conclusion]:
    siren = _siren(piece.editeur) if piece.editeur else None
    for champ, nom, ecrit in _releves(piece):
        contenu = _CONTENUS[nom](ecrit) if ecrit and nom in _CONTENUS else None
        if contenu and contenu != siren:
            message = f"{nom} « {ecrit} » : il n’est pas de l’entreprise de SIREN {siren}."
            yield non_conforme(message, piece, champ, attendu=siren, trouve=contenu)


REGLES = (editeur_different, solution_differente, identifiant_invalide)
