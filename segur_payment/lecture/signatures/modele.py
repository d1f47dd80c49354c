"""What a verifier of signatures is given and gives back; any verifier can be plugged in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from segur_payment.dossier import ExamenSignature


class VerificateurSignatures(Protocol):
    """A cryptographic verifier of the signatures of a PDF."""

    @property
    def nom(self) -> str:
        """Its name and version, as the verdict quotes them."""
        ...

    def examiner(
        self, octets: bytes, moment: dt.datetime | None = None
    ) -> Sequence[ExamenSignature]:
        """Examine every filled signature of a file, document time stamps included.

        The results are matched with the fields by their fully qualified name
        (``ExamenSignature.champ``), in any order; a field without a result counts as not
        examined. A signature that cannot be examined gives ``empechement``, its facts None.

        It may be called by several threads at once, bounds its own time and memory, and goes to
        no network. Whatever it raises leaves the signatures unexamined, with the reason.

        Args:
            octets: the whole file, hostile perhaps.
            moment: time, with its zone, as of which certificates are judged, unless the verifier
                was given its own; None: when each signature says that it was made. A trusted time
                stamp in the signature always comes before.
        """
        ...
