"""What a PDF itself says of a digital signature, and what a verifier found about it."""

from __future__ import annotations

from pydantic import Field

from segur_payment.dossier.commun import Modele
from segur_payment.dossier.examen import Couverture, ExamenSignature, Modification


class SignatureNumerique(Modele):
    """A filled signature field of a PDF: what the file says, nothing of it verified but ``examen``.

    Names, reasons and dates are declared by the signing tool and prove nothing alone.
    """

    champ: str = Field(description="Fully qualified name of the field.")
    page: int | None = Field(default=None, ge=1, description="Where it shows; None: invisible.")
    horodatage: bool = Field(default=False, description="A document time stamp, not a signature.")
    nom: str | None = Field(default=None, description="``/Name``, as declared.")
    raison: str | None = Field(default=None, description="``/Reason``, as declared.")
    lieu: str | None = Field(default=None, description="``/Location``, as declared.")
    date_declaree: str | None = Field(default=None, description="``/M``, as written.")
    sous_filtre: str | None = Field(default=None, description="``/SubFilter``.")
    sujet: str | None = Field(
        default=None, description="Name in its certificate, read but not verified."
    )
    couverture: Couverture = Couverture.INCONNUE
    modification: Modification | None = Field(
        default=None,
        description="The most that the structure shows done afterwards; a sign, not a proof. "
        "None: nothing can be told.",
    )
    ajouts: tuple[str, ...] = Field(
        default=(), description="What the structure shows added afterwards, in French."
    )
    champs_modifies: tuple[str, ...] = Field(
        default=(),
        description="Fields other than signatures that the structure shows changed afterwards.",
    )
    examen: ExamenSignature | None = None
    sans_examen: str | None = Field(
        default=None, description="Why nobody examined it, in French; None: see ``examen``."
    )

    @property
    def inexpliquee(self) -> bool:
        """The verifier cannot explain what followed, and the structure shows nothing but usual.

        A difference analysis refuses whatever it does not know, such as an object number that a
        tool used again: that is open, neither intact nor altered.
        """
        examen = self.examen
        return (
            examen is not None
            and bool(examen.integre and examen.valide)
            and examen.couverture is self.couverture is Couverture.REVISION
            and examen.modification is Modification.AUTRE
            and not self.champs_modifies
            and self.modification
            in (Modification.AUCUNE, Modification.ARCHIVAGE, Modification.FORMULAIRE)
        )

    @property
    def intact(self) -> bool | None:
        """Is what was signed what is shown now, as far as the examination and the file tell?"""
        return None if self.examen is None or self.inexpliquee else self.examen.intact
