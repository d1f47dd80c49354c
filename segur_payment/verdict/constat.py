"""What the rules found, what to do about it, and what is taken on trust."""

from __future__ import annotations

from typing import Any

from pydantic import Field, computed_field, model_validator

from segur_payment.dossier import Modele, Preuve, TypePiece
from segur_payment.dossier.champs import noms_des_champs
from segur_payment.referentiel import Certitude
from segur_payment.regles.conclusion import Effet, Resultat
from segur_payment.regles.socle import Acteur


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
