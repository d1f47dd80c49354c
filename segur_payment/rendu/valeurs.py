"""What was read, in French words: one function per kind of value."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import StrEnum

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    BlocVide,
    CanalSupport,
    Editeur,
    EngagementCreneaux,
    ExceptionRemontee,
    Modele,
    NatureCanal,
    NatureJustificatif,
    NatureSignature,
    Perimetre,
    Phase,
    Portee,
    Public,
    ResultatVsr,
    Signature,
    SolutionLogicielle,
    TypePiece,
)
from segur_payment.rendu.typographie import abreger, citer, composer, jour, neutraliser

_COURT = 120
_MOTS: dict[StrEnum, str] = {
    Phase.AVANCE: "avance",
    Phase.SOLDE: "solde",
    Perimetre.COMPLET: "complet",
    Perimetre.PARTIEL: "partiel",
    ResultatVsr.FAVORABLE: "favorable",
    ResultatVsr.DEFAVORABLE: "défavorable",
    ResultatVsr.AJOURNEE: "ajournée",
    NatureJustificatif.CGU: "conditions générales d’utilisation (CGU)",
    NatureJustificatif.CONTRATS: "contrats",
    NatureJustificatif.AUTRE: "ni CGU, ni contrats",
    NatureCanal.COORDONNEES: "coordonnées",
    NatureCanal.FORMULAIRE: "formulaire de contact",
    NatureCanal.PLATEFORME: "plateforme",
    Public.REGULATEURS: "les régulateurs",
    Public.EFFECTEURS: "les effecteurs",
}


def mots(valeur: object) -> str:
    """``valeur`` in words, empty when there is none."""
    match valeur:
        case None | ():
            return ""
        case bool():
            return "oui" if valeur else "non"
        case dt.date():
            return jour(valeur)
        case TypePiece():
            return valeur.libelle
        case StrEnum():
            return _MOTS[valeur]
        case Modele():
            return _modele(valeur)
        case tuple():
            return ", ".join(citer(str(v), _COURT) for v in valeur)
    return court(str(valeur))


def _modele(valeur: Modele) -> str:
    match valeur:
        case Editeur():
            return _editeur(valeur)
        case SolutionLogicielle():
            version = f", version {citer(valeur.version, _COURT)}" if valeur.version else ""
            return f"{court(valeur.nom)}{version}"
        case AttestationFormation():
            promis = "" if valeur.accomplie else ", seulement promis"
            return f"documents produits{promis}, {_publics(valeur.publics)}"
        case AttestationCommunication():
            return _communication(valeur)
        case EngagementCreneaux():
            return " ; ".join(_engagement(valeur))
    raise TypeError(f"no French words for {type(valeur).__name__}")


def court(texte: str) -> str:
    """Words of a document inside one of our sentences."""
    return abreger(neutraliser(texte), _COURT)


def _editeur(editeur: Editeur) -> str:
    numeros = (("SIREN", editeur.siren), ("SIRET", editeur.siret), ("TVA", editeur.tva))
    nom = court(editeur.raison_sociale) if editeur.raison_sociale else "nom non trouvé"
    return ", ".join([nom, *(f"{sigle} {court(ecrit)}" for sigle, ecrit in numeros if ecrit)])


def _publics(publics: tuple[Public, ...]) -> str:
    noms = " et ".join(_MOTS[p] for p in publics)
    return f"pour {noms}" if noms else "public non trouvé"


def _communication(attestation: AttestationCommunication) -> str:
    portee = "à l’ensemble des effecteurs"
    if attestation.portee is Portee.RESTREINTE:
        portee = "restreinte"
    if attestation.restriction:
        portee += f" : {citer(attestation.restriction)}"
    return composer(portee if attestation.accomplie else f"{portee}, seulement promise")


def _engagement(engagement: EngagementCreneaux) -> Iterator[str]:
    faible = engagement.affaiblissement
    if engagement.ferme:
        yield "ferme"
    else:
        yield composer(f"affaibli : {citer(faible)}") if faible else "affaibli"
    yield _types(engagement)
    for exception in engagement.exceptions:
        yield _exception(exception)


def _types(engagement: EngagementCreneaux) -> str:
    cites = ", ".join(t.value for t in engagement.types_cites)
    restreint = engagement.portee_types is Portee.RESTREINTE
    texte = "certains types de créneaux seulement" if restreint else "tous les types de créneaux"
    return composer(f"{texte} (types cités : {cites})") if cites else texte


def _exception(exception: ExceptionRemontee) -> str:
    genre = "exception admise, le refus signifié dans la plateforme"
    if not exception.prevue:
        genre = "exception autre que le refus signifié dans la plateforme"
    return composer(f"{genre} : {citer(exception.texte)}")


def signature(lue: Signature) -> str:
    """A signature: what it is, of whom, when, for which party."""
    pour = f"pour {lue.partie.libelle}" if lue.partie else "sans que l’on sache pour qui"
    morceaux = (
        f"{lue.nature.libelle} {_de(court(lue.signataire))}"
        if lue.signataire
        else f"{lue.nature.libelle}, nom non trouvé",
        court(lue.qualite) if lue.qualite and lue.qualite != lue.signataire else "",
        f"le {jour(lue.date)}" if lue.date else "date non trouvée",
        pour,
        *(_controles(lue) if lue.nature is NatureSignature.NUMERIQUE else ()),
    )
    return ", ".join(filter(None, morceaux))


def _de(nom: str) -> str:
    """« de Jeanne », « d’Élise »."""
    return f"d’{nom}" if re.match("[aeiouàâäéèêëîïôöûüæœ]", nom, re.IGNORECASE) else f"de {nom}"


def _controles(lue: Signature) -> Iterator[str]:
    yield {
        True: "document intact depuis",
        False: "document modifié depuis",
        None: "intégrité non contrôlée",
    }[lue.integre]
    yield {
        True: "identité prouvée",
        False: "identité non prouvée",
        None: "identité non contrôlée",
    }[lue.identite_prouvee]


def emplacement(vide: BlocVide) -> str:
    """A signature block that nobody signed."""
    pour = f"pour {vide.partie.libelle}" if vide.partie else "pour une partie inconnue"
    qui = ", ".join(court(t) for t in (vide.nom, vide.qualite) if t)
    imprime = f" (nom imprimé : {qui})" if qui else ""
    return composer(f"emplacement vide, {pour}{imprime}")


def canal(lu: CanalSupport) -> str:
    """A way to reach the support, and for whom."""
    contacts = ", ".join(court(c) for c in (lu.courriel, lu.telephone, lu.lien) if c)
    nature = "" if lu.nature is NatureCanal.COORDONNEES else f"{_MOTS[lu.nature]} "
    return f"{nature}{contacts or 'aucun contact lisible'}, {_publics(lu.publics)}"
