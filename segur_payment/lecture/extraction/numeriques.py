"""Digital signatures of a piece, each with its party when anyone can tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from segur_payment.dossier import (
    Editeur,
    ExamenSignature,
    NatureSignature,
    Partie,
    Preuve,
    Signature,
)
from segur_payment.langue.dates import date_pdf
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction.attribution import Attribution, Porteur, attribuer
from segur_payment.lecture.extraction.bloc import Bloc
from segur_payment.lecture.extraction.mentions import Mention, identite_du_bloc
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.mise_en_page import contient
from segur_payment.lecture.numerique import numerique_de
from segur_payment.lecture.pdf.modele import Signature as SignaturePdf


def numeriques_de(
    document: Document, blocs: Sequence[Bloc], editeur: Editeur | None
) -> list[tuple[Signature, Preuve]]:
    """The filled signature fields of the piece, document time stamps left out."""
    pages = {page.numero for page in document.pages}
    identites = {b.ancre.partie: identite_du_bloc([s.texte for s in b.segments]) for b in blocs}
    lues = []
    for signature in document.signatures:
        ici = signature.page is None or signature.page in pages
        if signature.remplie and not signature.horodatage and ici:
            porteur = Porteur.de(signature)
            preuve = document.preuve_en_page(
                signature.page, f"[signature numérique] {_qui(signature, porteur)}"
            )
            lues.append((_numerique(signature, porteur, blocs, identites, editeur), preuve))
    return lues


def editeur_connu(recolte: Recolte, nom: str | None) -> Editeur | None:
    """The éditeur of the piece, else the one that another piece names."""
    lu = recolte.valeurs.get("editeur")
    if isinstance(lu, Editeur):
        return lu if lu.raison_sociale else lu.model_copy(update={"raison_sociale": nom})
    return Editeur(raison_sociale=nom) if nom else None


def cachet_unique(document: Document) -> bool:
    """Whether the one digital signature is the seal of a service: it may stand for several."""
    remplies = [s for s in document.signatures if s.remplie and not s.horodatage]
    return len(remplies) == 1 and Porteur.de(remplies[0]).cachet


def _qui(signature: SignaturePdf, porteur: Porteur) -> str:
    return signature.sujet or porteur.commun or signature.nom or signature.champ


def _numerique(
    signature: SignaturePdf,
    porteur: Porteur,
    blocs: Sequence[Bloc],
    identites: dict[Partie, Mention],
    editeur: Editeur | None,
) -> Signature:
    examen, numerique = signature.examen, numerique_de(signature)
    trouvee = attribuer(
        porteur,
        _bloc_de(signature, blocs),
        {partie: identite.nom for partie, identite in identites.items()},
        editeur,
        reconnue=bool(examen and examen.confiance),
    )
    identite = identites.get(trouvee.partie) if trouvee.partie else None
    return Signature(
        partie=trouvee.partie,
        nature=NatureSignature.NUMERIQUE,
        signataire=_signataire(signature, porteur, identite),
        qualite=identite.qualite if identite else None,
        date=_date(signature) or (identite.date if identite else None),
        integre=numerique.intact,
        identite_prouvee=_prouvee(signature, trouvee),
        doute=trouvee.doute,
        numerique=numerique,
    )


def _prouvee(signature: SignaturePdf, trouvee: Attribution) -> bool | None:
    if signature.examen is None or signature.examen.confiance is None:
        return None
    return bool(signature.examen.confiance) and trouvee.par_certificat


def _signataire(signature: SignaturePdf, porteur: Porteur, identite: Mention | None) -> str | None:
    """The person: of the certificate, else as printed, else as declared; never the service."""
    imprime = identite.nom if identite else None
    return porteur.personne or imprime or signature.nom or (None if porteur.cachet else porteur.nom)


def _date(signature: SignaturePdf) -> dt.date | None:
    examen: ExamenSignature | None = signature.examen
    if examen is not None and examen.date is not None:
        return examen.date.date()
    try:
        return date_pdf(signature.date) if signature.date else None
    except ValueError:  # a tool may write anything there
        return None


def _bloc_de(signature: SignaturePdf, blocs: Sequence[Bloc]) -> Partie | None:
    """The block that holds the middle of the widget."""
    if signature.boite is None:
        return None
    return next(
        (
            b.ancre.partie
            for b in blocs
            if b.ancre.segment.page == signature.page and contient(b.zone, signature.boite)
        ),
        None,
    )
