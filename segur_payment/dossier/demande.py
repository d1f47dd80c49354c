"""The request itself: what is asked, when, and what was asked before."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from segur_payment.dossier.commun import Euros, Modele, Partie, Phase, TypePiece
from segur_payment.dossier.identites import SolutionLogicielle


class StatutDemande(StrEnum):
    """Where an earlier request stands."""

    EN_COURS = "en_cours"
    PAYEE = "payee"
    REJETEE = "rejetee"
    ANNULEE = "annulee"


class DemandeAnterieure(Modele):
    """A request filed before this one."""

    phase: Phase
    montant_ht: Euros = Field(description="Amount asked, in € HT.")
    statut: StatutDemande = StatutDemande.EN_COURS
    date: dt.date | None = None
    solution: SolutionLogicielle | None = Field(
        default=None, description="None: the same solution as this request."
    )

    @property
    def compte(self) -> bool:
        """Whether it still weighs on the fixed amount: neither rejected nor cancelled."""
        return self.statut in (StatutDemande.EN_COURS, StatutDemande.PAYEE)


class Couts(Modele):
    """Costs of the Prestation Ségur that the éditeur can justify, in € HT."""

    financiers: Euros = Decimal("0.00")
    materiels: Euros = Decimal("0.00")
    humains: Euros = Decimal("0.00")

    @property
    def total(self) -> Decimal:
        """Sum of the three kinds, in € HT."""
        return self.financiers + self.materiels + self.humains


class SignatureAProuver(Modele):
    """A signature whose author a certificate must prove, by a chain up to a trusted root."""

    pieces: tuple[TypePiece, ...] = Field(description="Pieces that it is about.")
    parties: tuple[Partie, ...] = Field(
        default=tuple(Partie), description="Parties whose signature must be proven."
    )
    raison: str = Field(description="Why the user demands it.")


class Demande(Modele):
    """What surrounds the pieces: only ``date_depot`` is needed to judge a dossier."""

    date_depot: dt.date = Field(description="Day of deposit: the reference date of every rule.")
    montant_ht: Euros | None = Field(
        default=None, description="Amount asked, in € HT; None: as the form says."
    )
    date_limite: dt.date | None = Field(
        default=None,
        description="Last day of deposit that the user configured; publicly unknown, no default.",
    )
    demandes_anterieures: tuple[DemandeAnterieure, ...] = ()
    couts: Couts | None = Field(default=None, description="None: not declared.")
    signatures_a_prouver: tuple[SignatureAProuver, ...] = Field(
        default=(), description="Proofs of signatures that the user's politique demands."
    )

    def signature_a_prouver(self, piece: TypePiece, partie: Partie) -> SignatureAProuver | None:
        """The demand about the signature of ``partie`` on ``piece``, if there is one."""
        return next(
            (e for e in self.signatures_a_prouver if piece in e.pieces and partie in e.parties),
            None,
        )
