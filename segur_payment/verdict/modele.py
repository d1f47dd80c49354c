"""The verdict: everything that an output shows."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import Field, computed_field, model_validator

from segur_payment.dossier import (
    Editeur,
    Euros,
    Modele,
    Phase,
    Preuve,
    SignatureAProuver,
    SolutionLogicielle,
    TypePiece,
)
from segur_payment.dossier.champs import noms_des_champs
from segur_payment.referentiel import Certitude
from segur_payment.regles.conclusion import Effet, Resultat
from segur_payment.regles.socle import Acteur

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


class Fondement(Modele):
    """The text that a rule rests on."""

    source: str = Field(description="Title of the source.")
    adresse: str | None = None
    lieu: str = Field(description="Answer, section or article.")
    enonce: str = Field(description="The requirement, in our own words.")
    certitude: Certitude
    effet_source: bool = Field(
        description="True: the effect too stands in the source; False: it is our deduction."
    )


class Constat(Modele):
    """What one rule found about one piece."""

    code: str
    nom: str
    titre: str = Field(description="The requirement in one French sentence.")
    resultat: Resultat
    effet: Effet = Field(description="Effect in force, after the politique.")
    piece: TypePiece | None = Field(default=None, description="None: the whole dossier.")
    message: str
    attendu: str | None = None
    trouve: str | None = None
    preuves: tuple[Preuve, ...] = ()
    causes: tuple[str, ...] = Field(default=(), description="Codes that explain ``sans_objet``.")
    fondement: Fondement
    remede: str
    acteur: Acteur

    @property
    def defaut(self) -> bool:
        """Whether the defect was seen."""
        return self.resultat is Resultat.NON_CONFORME

    @property
    def indecis(self) -> bool:
        """Whether the rule could not conclude, or crashed."""
        return self.resultat in (Resultat.NON_VERIFIABLE, Resultat.EN_ERREUR)

    @property
    def bloquant(self) -> bool:
        """Whether it forbids ``accepter``: a crash always does, whatever the rule weighs."""
        if self.resultat is Resultat.EN_ERREUR:
            return True
        return (self.defaut or self.indecis) and self.effet is not Effet.AVERTISSEMENT

    @property
    def demande(self) -> tuple[TypePiece | None, Acteur, str, bool]:
        """What is asked of whom, about which piece; one action cures those that ask alike."""
        return self.piece, self.acteur, self.remede, self.bloquant


class Action(Modele):
    """One thing to do, with who does it and the constats that it cures."""

    piece: TypePiece | None
    acteur: Acteur
    remede: str
    codes: tuple[str, ...]
    obligatoire: bool = Field(description="False: only advised, the decision stands without it.")


class Reserve(Modele):
    """What the verdict takes on somebody's word, or on what a program cannot prove."""

    piece: TypePiece | None
    raison: str = Field(description="Why it is on trust, in French, without its full stop.")
    objet: str | None = Field(
        default=None, description="What is on trust, in French, when it is no field: a signature."
    )
    champs: tuple[str, ...] = Field(default=(), description="Fields of the piece on trust.")

    @property
    def quoi(self) -> tuple[str, ...]:
        """What is on trust, in French: the object, or the names of the fields."""
        return (self.objet,) if self.objet else noms_des_champs(self.piece, self.champs)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def message(self) -> str:
        """The whole sentence, in French."""
        quoi = ", ".join(self.quoi)
        dits = (self.raison, quoi) if self.champs else (quoi, self.raison)
        return " : ".join(filter(None, dits)) + "."

    @model_validator(mode="before")
    @classmethod
    def _sans_message(cls, donnees: Any) -> Any:
        """What ``model_dump`` gives is read back, and verdicts older than ``raison`` too."""
        if not isinstance(donnees, dict) or "message" not in donnees:
            return donnees
        message = str(donnees["message"]).removesuffix(".")
        return {"raison": message} | {c: v for c, v in donnees.items() if c != "message"}


class PieceAttendue(Modele):
    """A piece that the phase requires, and whether the dossier holds it."""

    piece: TypePiece
    presente: bool
    fichiers: tuple[str, ...] = Field(
        default=(), description="Files that it was read from; empty for a dossier built by hand."
    )


class Etape(StrEnum):
    """The four steps of the funding, in their order."""

    MISE_EN_SERVICE = "mise_en_service"
    AVANCE = "avance"
    VSR = "vsr"
    SOLDE = "solde"


class EtatEtape(StrEnum):
    """Where a step stands on the day of deposit."""

    PASSEE = "passee"
    EN_COURS = "en_cours"
    A_VENIR = "a_venir"
    INCONNUE = "inconnue"


class Jalon(Modele):
    """One step of the funding, as the dossier tells it; nothing is supposed."""

    etape: Etape
    etat: EtatEtape
    date: dt.date | None = Field(
        default=None, description="Day of the event or of the deposit; None: not known."
    )
    precision: str | None = Field(default=None, description="How it is known, in French.")
    preuves: tuple[Preuve, ...] = ()


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
