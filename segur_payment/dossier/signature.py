"""Who signed a piece, by hand, by a mention or digitally. Never one boolean.

Three layers, from the surest to the most interpreted:

* :class:`ExamenSignature`: what a cryptographic verifier found (extra ``[signatures]``);
* :class:`SignatureNumerique`: what the file itself says of a signature, and that examination;
* :class:`Signature`: a signature of any kind in a piece, and whose it is.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from segur_payment.dossier.commun import Modele, Partie
from segur_payment.dossier.signature_numerique import SignatureNumerique


class NatureSignature(StrEnum):
    """What kind of signature was seen (``docs/signatures.md``, « What counts as a signature »)."""

    NUMERIQUE = "numerique"
    MENTION = "mention"
    MANUSCRITE = "manuscrite"

    @property
    def libelle(self) -> str:
        """The kind in French."""
        return {
            NatureSignature.NUMERIQUE: "signature numérique",
            NatureSignature.MENTION: "mention de signature",
            NatureSignature.MANUSCRITE: "signature manuscrite (image)",
        }[self]


class Signature(Modele):
    """A signature that exists; an empty block is a :class:`BlocVide`."""

    partie: Partie | None = Field(default=None, description="None: nobody can tell whose it is.")
    nature: NatureSignature = NatureSignature.MENTION
    signataire: str | None = None
    qualite: str | None = Field(default=None, description="Function of the signer.")
    date: dt.date | None = None
    integre: bool | None = Field(
        default=None,
        description="Digital: is what was signed what is shown now? None: not checked.",
    )
    identite_prouvee: bool | None = Field(
        default=None,
        description="Digital: does a chain up to a trusted root name the party? None: not checked.",
    )
    doute: str | None = Field(
        default=None, description="Why its author or its party is not sure, in French."
    )
    numerique: SignatureNumerique | None = Field(
        default=None, description="Digital: the facts behind it; None: declared by hand."
    )

    @property
    def compte(self) -> bool:
        """Whether it counts as the signature of its party: an altered one does not."""
        return self.integre is not False


class BlocVide(Modele):
    """A signature block with at most a printed name and quality: that is not a signature."""

    partie: Partie | None = None
    nom: str | None = None
    qualite: str | None = None
