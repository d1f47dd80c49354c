"""Dossiers whose digital signatures say all that a verifier, or the file alone, can say of one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from fabrique import (
    ANS,
    SIGNATURE,
    bon_avance,
    bon_solde,
    declaration,
    demande,
    fichier,
    formulaire,
    pv_mes,
    pv_vsr,
)

from segur_payment.dossier import (
    BlocVide,
    Certificat,
    Couverture,
    Dossier,
    DossierAvance,
    ExamenSignature,
    Fichier,
    Modification,
    NatureSignature,
    Phase,
    Signature,
    SignatureAProuver,
    SignatureNumerique,
    TypePiece,
)

REVISION, FORMULAIRE, AUTRE = Couverture.REVISION, Modification.FORMULAIRE, Modification.AUTRE
REVOQUE = dt.datetime(2025, 2, 1, tzinfo=dt.UTC)
CERTIFICAT = Certificat(
    sujet="CN=Jeanne Martin, O=ANS", emetteur="CN=AC", sha256="0" * 64, nom_commun="J. MARTIN",
    organisation="ANS", personne="Jeanne Martin",
    debut=dt.datetime(2024, 1, 1, tzinfo=dt.UTC), fin=dt.datetime(2027, 1, 1, tzinfo=dt.UTC),
)  # fmt: skip
BON = ExamenSignature(
    champ="Signature1", verificateur="essai", integre=True, valide=True, confiance=True,
    certificat=CERTIFICAT, revocation_controlee=True, couverture=Couverture.FICHIER_ENTIER,
    modification=Modification.AUCUNE, modification_admise=True,
)  # fmt: skip


def certificat(**faits: Any) -> Certificat:
    return CERTIFICAT.model_copy(update=faits)


def lue(**faits: Any) -> SignatureNumerique:
    """A signature that nobody examined: what the file itself says."""
    base = {"champ": "Signature1", "couverture": Couverture.FICHIER_ENTIER}
    return SignatureNumerique(**base | faits)


def examinee(**faits: Any) -> SignatureNumerique:
    return lue(examen=BON.model_copy(update=faits))


def suivie(modification: Modification, **faits: Any) -> SignatureNumerique:
    """An examined signature that ``modification`` followed."""
    return examinee(couverture=REVISION, modification=modification, **faits)


def _fichiers(**signatures: SignatureNumerique) -> tuple[Fichier, ...]:
    return tuple(fichier(f"{nom}.pdf", signatures=(s,)) for nom, s in signatures.items())


INTACTES = _fichiers(
    entiere=examinee(),
    contresignee=suivie(FORMULAIRE),
    archivee=suivie(Modification.ARCHIVAGE),
)
NON_EXAMINEES = _fichiers(
    entiere=lue(modification=Modification.AUCUNE),
    contresignee=lue(couverture=REVISION, modification=FORMULAIRE, ajouts=("1 signature",)),
)
FAUTIVES = _fichiers(
    empreinte=examinee(integre=False),
    valeur=examinee(valide=False, certificat=certificat(personne=None)),
    page=suivie(AUTRE, modification_admise=False, changements=("1 page ajoutée", "1 page ôtée")),
    sans_detail=suivie(AUTRE, modification_admise=False),
    vu_du_fichier=suivie(AUTRE, modification_admise=False).model_copy(
        update={"ajouts": ("1 image ajoutée", "1 police ajoutée")}
    ),
    refusee=suivie(FORMULAIRE, modification_admise=False, changements=("1 signature", "1 champ")),
    certifiee=suivie(
        FORMULAIRE, modification_admise=False, certifiante=True, permis=Modification.AUCUNE
    ),
    scellee=suivie(FORMULAIRE, modification_admise=False, permis=Modification.ARCHIVAGE),
    notee=suivie(Modification.ANNOTATIONS, modification_admise=False, permis=FORMULAIRE),
    trop_notee=suivie(
        Modification.ANNOTATIONS, modification_admise=False, permis=Modification.ANNOTATIONS
    ),
    sans_limite=suivie(Modification.ANNOTATIONS, modification_admise=False, permis=AUTRE),
)
OUVERTES = _fichiers(
    inexpliquee=suivie(AUTRE, modification_admise=False, changements=("objet 12",)).model_copy(
        update={
            "couverture": REVISION,
            "modification": FORMULAIRE,
            "ajouts": ("champ « IBAN » rempli", "signature ajoutée"),
        }
    ),
    sans_trace=suivie(AUTRE, modification_admise=False, changements=("objet 12",)).model_copy(
        update={"couverture": REVISION, "modification": Modification.AUCUNE}
    ),
    un_champ=suivie(FORMULAIRE, champs_modifies=("Montant",)),
    deux_champs=suivie(FORMULAIRE, champs_modifies=("Montant", "IBAN")),
    champ_sans_examen_complet=suivie(
        FORMULAIRE, champs_modifies=("Montant",), integre=None, empechement="algorithme inconnu"
    ),
    partielle=examinee(couverture=Couverture.PARTIELLE),
    empechee=examinee(integre=None, empechement="la forme en est inconnue"),
)
OUVERTES_SANS_EXAMEN = (
    *_fichiers(
        partielle=lue(couverture=Couverture.PARTIELLE, modification=Modification.AUCUNE),
        inconnue=lue(couverture=Couverture.INCONNUE, modification=Modification.AUCUNE, nom="Anne"),
        un_champ=lue(couverture=REVISION, modification=FORMULAIRE, champs_modifies=("Montant",)),
        annotee=lue(
            couverture=REVISION, modification=Modification.ANNOTATIONS,
            ajouts=("1 note ajoutée", "1 lien ajouté"),
            sujet="Paul Durand", nom="Anne", sans_examen="l’extra manque",
        ),
        page_et_champ=lue(
            couverture=REVISION, modification=AUTRE, ajouts=("1 page ajoutée",),
            champs_modifies=("IBAN",),
        ),
        muette=lue(couverture=REVISION, horodatage=True),
    ),
    fichier("en_litige.pdf", signatures_incertaines=True),
)  # fmt: skip


def signature(base: Signature, numerique: SignatureNumerique | None = None, **faits: Any) -> Any:
    """``base`` made digital; intact unless told otherwise."""
    socle = {"nature": NatureSignature.NUMERIQUE, "integre": True, "numerique": numerique}
    return base.model_copy(update=socle | faits)


EXIGENTE = demande(
    signatures_a_prouver=(SignatureAProuver(pieces=tuple(TypePiece), raison="Audit."),)
)


def _avance(ans: Any, editeur: Any, honneur: Any, demandeur: Any) -> DossierAvance:
    """An avance whose four signatures must be proven."""
    return bon_avance(
        demande=EXIGENTE,
        pv=pv_mes(signatures=(*ans, *editeur)),
        declaration=declaration(signatures=honneur),
        formulaire=formulaire(signatures=demandeur),
    )


PROUVEE = signature(ANS, examinee(), identite_prouvee=True)
NON_PROUVEE = signature(SIGNATURE, examinee(confiance=False), identite_prouvee=False)
SANS_RACINE = signature(SIGNATURE, examinee(confiance=None))
ALTEREE = signature(SIGNATURE, suivie(AUTRE), integre=False)
IMPRIMEE = BlocVide(nom="Paul Durand")

SIGNEES: dict[str, Dossier] = {
    "avance aux signatures intactes": bon_avance(fichiers=INTACTES),
    "avance aux signatures que nul n’a examinées": bon_avance(fichiers=NON_EXAMINEES),
    "avance aux signatures fautives": bon_avance(fichiers=(*INTACTES, *FAUTIVES)),
    "avance aux signatures ouvertes": bon_avance(fichiers=(*INTACTES, *OUVERTES)),
    "avance aux signatures ouvertes, sans examen": bon_avance(fichiers=OUVERTES_SANS_EXAMEN),
    "avance à prouver, sur papier": bon_avance(demande=EXIGENTE),
    "avance à prouver, à la main": _avance(
        (ANS.model_copy(update={"nature": NatureSignature.MANUSCRITE}),),
        (SIGNATURE, PROUVEE.model_copy(update={"partie": SIGNATURE.partie})),
        (SIGNATURE, NON_PROUVEE),
        (ALTEREE, SIGNATURE),
    ),
    "avance à prouver, prouvée ou non": _avance(
        (PROUVEE,),
        (NON_PROUVEE,),
        (SANS_RACINE,),
        (NON_PROUVEE, SANS_RACINE),
    ),
    "avance à prouver, prouvée mais mal lue": _avance(
        (signature(ANS, examinee(integre=None), identite_prouvee=True, integre=None),),
        (ALTEREE, NON_PROUVEE),
        (ALTEREE, signature(SIGNATURE, examinee(), identite_prouvee=True)),
        (signature(SIGNATURE, None),),
    ),
    "avance aux signatures altérées": bon_avance(
        pv=pv_mes(
            signatures=(signature(ANS, integre=False), ALTEREE.model_copy(update={"date": None}))
        ),
        declaration=declaration(
            signatures=(ALTEREE.model_copy(update={"signataire": None}),), date=None
        ),
        formulaire=formulaire(
            signatures=(signature(SIGNATURE, signataire=None, partie=None, integre=False),)
        ),
    ),
    "avance signée de l’ANS seule, au bloc vide": bon_avance(
        declaration=declaration(signatures=(ANS,), blocs_vides=(IMPRIMEE,)),
        formulaire=formulaire(
            signatures=(signature(ANS, integre=False),), blocs_vides=(BlocVide(),)
        ),
    ),
    "avance au cachet de tout le document": bon_avance(
        pv=pv_mes(signatures=(signature(Signature()), signature(ANS, signataire=None), SIGNATURE))
    ),
    "solde à prouver": bon_solde(
        demande=EXIGENTE,
        pv=pv_vsr(signatures=(PROUVEE, NON_PROUVEE)),
        formulaire=formulaire(Phase.SOLDE, signatures=(SANS_RACINE,)),
    ),
}
"""Each is told by the rules on the signatures, and by SAS-FIC-05 for the files."""
