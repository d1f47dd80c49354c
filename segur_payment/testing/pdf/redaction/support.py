"""The support contacts of the solde."""

from __future__ import annotations

from collections.abc import Iterator

from segur_payment.dossier import CanalSupport, ContactsSupport, Public
from segur_payment.testing.pdf.blocs import Bloc, Document, Intertitre
from segur_payment.testing.pdf.redaction.commun import fiche, identite, maison, sous_titre

_PUBLICS = {Public.REGULATEURS: "des régulateurs", Public.EFFECTEURS: "des effecteurs"}


def support(piece: ContactsSupport) -> Document:
    """Each channel below the heading of those whom it serves."""
    return Document(
        titre="Contacts de support",
        sous_titre=sous_titre(piece),
        emetteur=maison(piece),
        corps=(identite(piece), *(bloc for canal in piece.canaux for bloc in _canal(canal))),
    )


def _canal(canal: CanalSupport) -> Iterator[Bloc]:
    publics = " et ".join(_PUBLICS[public] for public in canal.publics)
    yield Intertitre(f"Support à destination {publics}" if publics else "Support")
    yield fiche(
        (
            ("Téléphone", canal.telephone),
            ("Courriel", canal.courriel),
            ("Plateforme de support", canal.lien),
        )
    )
