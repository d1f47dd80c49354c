"""The support contacts of the solde, for régulateurs and for effecteurs."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from segur_payment.dossier.commun import Modele, Public, TypePiece
from segur_payment.dossier.piece import Piece


class NatureCanal(StrEnum):
    """The three forms that a support contact may take."""

    COORDONNEES = "coordonnees"
    FORMULAIRE = "formulaire"
    PLATEFORME = "plateforme"


class CanalSupport(Modele):
    """One way to reach the support and those whom it serves."""

    nature: NatureCanal = NatureCanal.COORDONNEES
    courriel: str | None = None
    telephone: str | None = None
    lien: str | None = None
    publics: tuple[Public, ...] = ()


class ContactsSupport(Piece):
    """Coordonnées, contact form or platform link; both audiences must be served."""

    type: Literal[TypePiece.SUPPORT] = TypePiece.SUPPORT
    canaux: tuple[CanalSupport, ...] = ()

    def sert(self, public: Public) -> bool:
        """Whether at least one channel is for ``public``."""
        return any(public in canal.publics for canal in self.canaux)
