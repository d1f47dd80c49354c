"""The verdict: everything that an output shows."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import Field

from segur_payment.dossier import (
    Editeur,
    Euros,
    Modele,
    Phase,
    SignatureAProuver,
    SolutionLogicielle,
    TypePiece,
)
from segur_payment.regles.conclusion import Effet
from segur_payment.verdict.constat import Action, Constat, Reserve
from segur_payment.verdict.etapes import Jalon, PieceAttendue

if TYPE_CHECKING:
    from segur_payment.lecture.sources import Source
    from segur_payment.verdict.comparaison import Comparaison


class Decision(StrEnum):
    """What the ASP can do with the request."""

    ACCEPTER = "accepter"
    COMPLETER = "completer"
    REJETER = "rejeter"

    @property
    def code_sortie(self) -> int:
        """Exit code of the command: 0, 1 or 2."""
        return list(Decision).index(self)


class AvanceConnue(Modele):
    """The verdict of the avance that a solde was checked against."""

    decision: Decision
    date_depot: dt.date
    empreinte: str = Field(description="SHA-256 of that verdict, as ``model_dump_json`` writes it.")
    payee: bool = Field(description="A person said that the ASP paid it.")


class Reclassement(Modele):
    """An effect that the politique changed, and why."""

    code: str
    effet: Effet
    raison: str = Field(min_length=1)


class FichierLu(Modele):
    """A file of the dossier, as the header of the verdict names it."""

    nom: str
    sha256: str
    taille: int = Field(description="Size in bytes.")
    pages: int | None
    pieces: tuple[TypePiece, ...]
    illisible: str | None = Field(default=None, description="Why it could not be read, in French.")


class Entete(Modele):
    """What is needed to replay the verdict."""

    version: str = Field(description="Version of the library.")
    catalogue: str = Field(description="Id of the catalogue of rules.")
    empreinte: str = Field(description="SHA-256 of the catalogue and of the referentiel.")
    sources_verifiees_le: dt.date
    politique: str | None = Field(default=None, description="Name of the politique, if any.")
    reclassements: tuple[Reclassement, ...] = ()
    signatures_a_prouver: tuple[SignatureAProuver, ...] = Field(
        default=(), description="Proofs of signatures that were demanded, each with its reason."
    )
    date_depot: dt.date
    fichiers: tuple[FichierLu, ...] = ()
    avance: AvanceConnue | None = Field(
        default=None, description="Solde: the avance that it was checked against, if any."
    )


class Verdict(Modele):
    """The decision with every constat, its proofs, what to do and what remains on trust."""

    decision: Decision
    phase: Phase
    montant_payable_ht: Euros | None = Field(
        default=None, description="Amount that can be paid, in € HT; None unless accepted."
    )
    a_faire: tuple[Action, ...] = ()
    constats: tuple[Constat, ...] = ()
    reserves: tuple[Reserve, ...] = ()
    editeur: Editeur | None = Field(
        default=None, description="As the form names it, else the PV, else the déclaration."
    )
    solution: SolutionLogicielle | None = Field(default=None, description="Named likewise.")
    pieces: tuple[PieceAttendue, ...] = Field(
        default=(), description="The pieces that the phase requires, in the order of the FAQ."
    )
    chronologie: tuple[Jalon, ...] = Field(
        default=(), description="Mise en service, avance, VSR, solde, in this order."
    )
    entete: Entete

    @property
    def defauts(self) -> tuple[Constat, ...]:
        """The constats whose defect was seen, warnings included."""
        return tuple(c for c in self.constats if c.defaut)

    def constats_de(self, action: Action) -> tuple[Constat, ...]:
        """The constats that ``action`` cures, in the order of the catalogue."""
        demande = (action.piece, action.acteur, action.remede, action.obligatoire)
        ouverts = (c for c in self.constats if c.defaut or c.indecis)
        return tuple(c for c in ouverts if c.demande == demande)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the defects seen, each once, in the order of the catalogue."""
        return tuple(dict.fromkeys(c.code for c in self.defauts))

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """JSON Schema of what ``model_dump_json`` writes."""
        return cls.model_json_schema(mode="serialization")

    def html(
        self, *, fichiers: Source | None = None, comparaison: Comparaison | None = None
    ) -> str:
        """The verdict as one self-contained HTML page.

        Args:
            fichiers: folder, zip or bytes by name of the files that were judged: the pages quoted
                are then shown with the words marked, if their SHA-256 is still the same.
            comparaison: what became of the points of an earlier verdict, to show it too.

        Raises:
            ErreurEntree: ``fichiers`` leads to no file.
        """
        from segur_payment.rendu.page import rendre_page  # a bridge: see test_purete

        return rendre_page(self, fichiers=fichiers, comparaison=comparaison)

    def texte(self, *, largeur: int = 88) -> str:
        """The verdict as text, without colours: the decision first, then what to do.

        Args:
            largeur: greatest length of a line, in characters.
        """
        from segur_payment.rendu.texte import rendre

        return rendre(self, largeur=largeur)

    def courrier(self) -> str:
        """The letter that the ASP could write, as Markdown: rejet, invitation or acceptation.

        It says on itself that it is a simulation, and invents no deadline nor reference.
        """
        from segur_payment.rendu.courrier import courrier_markdown

        return courrier_markdown(self)

    def courrier_pdf(self) -> bytes:
        """The same letter as PDF; the same verdict gives the same bytes.

        Raises:
            ErreurPdf: the extra ``[pdf]`` is not installed.
        """
        from segur_payment.rendu.courrier import courrier_pdf

        return courrier_pdf(self)
