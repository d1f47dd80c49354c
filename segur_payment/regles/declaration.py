"""SAS-DSH: the déclaration sur l'honneur of the avance and its three attestations."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import DeclarationHonneur, DossierAvance, Portee, Public, TypePiece
from segur_payment.regles._presence import piece_absente
from segur_payment.regles.conclusion import (
    Conclusion,
    Conclusions,
    Effet,
    conforme,
    manque,
    non_conforme,
    ouvert,
    sans_objet,
)
from segur_payment.regles.signature import CHAMP_EDITEUR, date_et_signature
from segur_payment.regles.socle import regle

DECLARATION = TypePiece.DECLARATION


def _sans_declaration() -> Conclusion:
    return sans_objet("Aucune déclaration à examiner.", "SAS-DSH-01")


@regle(
    "SAS-DSH-01", "declaration-absente", effet=Effet.COMPLETER,
    exigence="avance.declaration", piece=DECLARATION,
)  # fmt: skip
def absente(dossier: DossierAvance) -> Conclusion:
    """Le dossier d’avance contient la déclaration sur l’honneur.

    Pourquoi : l’éditeur s’y engage sur la formation, la communication et les créneaux.
    Conforme : « Déclaration sur l’honneur »
    Non conforme : aucune déclaration dans le dossier
    Remède : établir la déclaration sur l’honneur et la joindre.
    """
    if dossier.declaration is None:
        message = "Le dossier ne contient pas de déclaration sur l’honneur."
        return piece_absente(dossier, DECLARATION, message)
    return conforme("Le dossier contient la déclaration.", dossier.declaration, "type")


@regle(
    "SAS-DSH-02", "attestation-formation", effet=Effet.COMPLETER,
    exigence="declaration.formation", piece=DECLARATION,
)  # fmt: skip
def attestation_formation(dossier: DossierAvance) -> Conclusion:
    """La déclaration atteste que les documents de formation des régulateurs sont produits.

    Pourquoi : les régulateurs doivent savoir se servir de la solution interfacée.
    Conforme : « avoir produit les documents de formation à destination des régulateurs »
    Non conforme : « avoir produit les documents de formation à destination des effecteurs »
    Remède : attester la production des documents de formation destinés aux régulateurs.
    """
    declaration = dossier.declaration
    if declaration is None:
        return _sans_declaration()
    formation = declaration.formation
    if formation is None:
        message = "La production des documents de formation n’est pas attestée."
        return manque(message, declaration, "formation")
    if Public.REGULATEURS not in formation.publics:
        message = "Les documents de formation attestés ne sont pas destinés aux régulateurs."
        return non_conforme(message, declaration, "formation")
    if not formation.accomplie:
        message = "Les documents de formation sont promis, non produits."
        return non_conforme(message, declaration, "formation")
    return conforme("La production des documents est attestée.", declaration, "formation")


@regle(
    "SAS-DSH-03", "attestation-communication", effet=Effet.COMPLETER,
    exigence="declaration.communication", piece=DECLARATION,
)  # fmt: skip
def attestation_communication(dossier: DossierAvance) -> Conclusions:
    """La déclaration atteste que tous les effecteurs ont reçu la communication.

    Pourquoi : chaque effecteur doit savoir que la solution est interfacée avec la plateforme.
    Conforme : « avoir communiqué auprès de l’ensemble des effecteurs »
    Non conforme : « avoir communiqué auprès de certains effecteurs »
    Remède : communiquer auprès de tous les effecteurs et l’attester sans restriction.
    """
    declaration = dossier.declaration
    if declaration is None:
        return _sans_declaration()
    if declaration.communication is None:
        message = "La communication aux effecteurs n’est pas attestée."
        return manque(message, declaration, "communication")
    message = "La communication à tous les effecteurs est attestée."
    defauts = tuple(_defauts_de_communication(declaration))
    return defauts or conforme(message, declaration, "communication")


def _defauts_de_communication(declaration: DeclarationHonneur) -> Iterator[Conclusion]:
    communication = declaration.communication
    if communication and communication.portee is Portee.RESTREINTE:
        yield non_conforme(
            "La communication attestée ne touche que certains effecteurs.",
            declaration, "communication", effet=Effet.MODIFIER,
            attendu="l’ensemble des effecteurs", trouve=communication.restriction,
        )  # fmt: skip
    if communication and not communication.accomplie:
        message = "La communication est promise, non faite."
        yield non_conforme(message, declaration, "communication")


@regle(
    "SAS-DSH-04", "attestation-creneaux", effet=Effet.COMPLETER,
    exigence="declaration.creneaux", piece=DECLARATION,
)  # fmt: skip
def attestation_creneaux(dossier: DossierAvance) -> Conclusion:
    """La déclaration engage fermement l’éditeur à remonter les créneaux.

    Pourquoi : la plateforme ne peut proposer que les créneaux qui lui sont remontés.
    Conforme : « s’engage à remonter l’ensemble des types de créneaux »
    Non conforme : « s’efforcera de remonter les créneaux »
    Remède : écrire un engagement ferme de remonter les créneaux.
    """
    declaration = dossier.declaration
    if declaration is None:
        return _sans_declaration()
    creneaux = declaration.creneaux
    if creneaux is None:
        message = "L’engagement de remonter les créneaux n’est pas pris."
        return manque(message, declaration, "creneaux")
    if not creneaux.ferme:
        return non_conforme(
            "L’engagement de remonter les créneaux est affaibli.", declaration, "creneaux",
            attendu="un engagement ferme", trouve=creneaux.affaiblissement, effet=Effet.MODIFIER,
        )  # fmt: skip
    return conforme("L’engagement de remonter les créneaux est ferme.", declaration, "creneaux")


@regle(
    "SAS-DSH-05", "creneaux-types-restreints", effet=Effet.MODIFIER,
    exigence="declaration.types", piece=DECLARATION,
)  # fmt: skip
def types_restreints(dossier: DossierAvance) -> Conclusion:
    """L’engagement couvre tous les types de créneaux.

    Pourquoi : les régulateurs ont besoin des créneaux de tous les types.
    Conforme : « l’ensemble des types de créneaux »
    Non conforme : « les créneaux de type PUBLIC »
    Remède : écrire « l’ensemble des types de créneaux ».
    """
    declaration = dossier.declaration
    if declaration is None:
        return _sans_declaration()
    if declaration.creneaux is None:
        return sans_objet("Aucun engagement sur les créneaux à examiner.", "SAS-DSH-04")
    if declaration.creneaux.portee_types is Portee.RESTREINTE:
        cites = ", ".join(declaration.creneaux.types_cites) or None
        return non_conforme(
            "L’engagement ne porte que sur certains types de créneaux.",
            declaration, "creneaux", attendu="l’ensemble des types de créneaux", trouve=cites,
        )  # fmt: skip
    return conforme("L’engagement couvre tous les types.", declaration, "creneaux")


@regle(
    "SAS-DSH-06", "creneaux-exception-non-prevue", effet=Effet.MODIFIER,
    exigence="declaration.exception", piece=DECLARATION,
)  # fmt: skip
def exception_non_prevue(dossier: DossierAvance) -> Conclusions:
    """Seuls sont exclus les effecteurs qui ont dit leur refus dans la plateforme numérique SAS.

    Pourquoi : toute autre exception retirerait des créneaux sans l’accord prévu.
    Conforme : « sauf ceux ayant signifié leur refus dans la plateforme numérique SAS »
    Non conforme : « sauf ceux ayant signifié leur refus par courriel »
    Remède : ne garder que l’exception du refus dit dans la plateforme numérique SAS.
    """
    declaration = dossier.declaration
    if declaration is None:
        return _sans_declaration()
    if declaration.creneaux is None:
        return sans_objet("Aucun engagement sur les créneaux à examiner.", "SAS-DSH-04")
    message = "L’engagement exclut des effecteurs autrement que par leur refus dans la plateforme."
    defauts = tuple(
        non_conforme(message, declaration, "creneaux", trouve=exception.texte)
        for exception in declaration.creneaux.exceptions
        if not exception.prevue
    )
    return defauts or conforme("Aucune exception non prévue.", declaration, "creneaux")


@regle(
    "SAS-DSH-07", "declaration-non-signee", effet=Effet.COMPLETER,
    exigence="signature", piece=DECLARATION,
)  # fmt: skip
def non_signee(dossier: DossierAvance) -> Conclusions:
    """La déclaration est faite sur l’honneur, datée et signée par une personne nommée.

    Pourquoi : une attestation n’engage que si l’on sait qui la fait, et quand.
    Conforme : « J’atteste sur l’honneur… Signé par Paul Durand, président, le 01/04/2025 »
    Non conforme : « J’atteste… Paul Durand » au-dessus d’un blanc
    Remède : écrire « sur l’honneur », dater et signer avec le nom du signataire.
    """
    declaration = dossier.declaration
    if declaration is None:
        return _sans_declaration()
    manques = list(date_et_signature(dossier, declaration))
    if declaration.sur_l_honneur is None:
        raison = declaration.doute("sur_l_honneur") or "rien ne dit si la mention y est."
        manques.append(ouvert(raison, declaration, "sur_l_honneur"))
    elif not declaration.sur_l_honneur:
        message = "La déclaration ne dit pas qu’elle est faite sur l’honneur."
        manques.append(manque(message, declaration, "sur_l_honneur"))
    if not _signataire_nomme(declaration):
        manques.append(manque("Il manque le nom du signataire.", declaration, CHAMP_EDITEUR))
    champs = ("sur_l_honneur", CHAMP_EDITEUR, "date")
    message = "La déclaration est faite sur l’honneur, datée et signée."
    return manques or conforme(message, declaration, *champs)


def _signataire_nomme(declaration: DeclarationHonneur) -> bool:
    signataires = (s.signataire for s in declaration.signatures)
    return any(signataires) or any(b.nom for b in declaration.blocs_vides)


REGLES = (
    absente,
    attestation_formation,
    attestation_communication,
    attestation_creneaux,
    types_restreints,
    exception_non_prevue,
    non_signee,
)
