"""Loading and dating of the referentiel files."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from enum import StrEnum
from importlib.resources import files

from pydantic import Field

from segur_payment.dossier import Modele, Phase


class Certitude(StrEnum):
    """How firm the text behind a requirement is."""

    LITTERALE = "litterale"
    SOURCE_PUBLIQUE = "source_publique"
    DEDUCTION = "deduction"


class Source(Modele):
    """A text that requirements rest on."""

    titre: str
    adresse: str | None = None
    fichier: str | None = Field(
        default=None, description="File that holds it in the folder named by SEGUR_TEXTES."
    )


class Exigence(Modele):
    """One requirement, in our own words, with the place in the source that states it."""

    source: str = Field(description="Key of the source.")
    lieu: str = Field(description="Answer, section or article.")
    ancres: tuple[str, ...] = Field(description="A few words of the source, to find the place.")
    enonce: str
    certitude: Certitude


class Valeur(Modele):
    """A value from a day on, until the next one of its list."""

    depuis: dt.date | None = Field(default=None, description="First day; None: not known.")
    valeur: Decimal
    exigence: str


class Referentiel(Modele):
    """A scheme: its sources, requirements and dated values (amounts in € HT, durations in days)."""

    id: str
    verifie_le: dt.date = Field(description="Day on which the sources were last compared.")
    sources: dict[str, Source]
    forfait: tuple[Valeur, ...]
    avance: tuple[Valeur, ...]
    solde: tuple[Valeur, ...]
    delai_vsr_jours: tuple[Valeur, ...]
    exigences: dict[str, Exigence]

    def montant(self, phase: Phase, au: dt.date) -> Decimal:
        """Fixed amount of ``phase`` in force on the day ``au``, in € HT."""
        return valeur_au(self.avance if phase is Phase.AVANCE else self.solde, au)

    def montant_total(self, au: dt.date) -> Decimal:
        """Fixed amount of the whole Prestation Ségur on the day ``au``, in € HT."""
        return valeur_au(self.forfait, au)

    def delai_vsr(self, au: dt.date) -> dt.timedelta:
        """Usual time between mise en service and VSR (general law, not a SAS figure)."""
        return dt.timedelta(days=int(valeur_au(self.delai_vsr_jours, au)))


def valeur_au(valeurs: tuple[Valeur, ...], au: dt.date) -> Decimal:
    """The last value that had started on the day ``au``.

    Raises:
        LookupError: no value of the list had started.
    """
    en_vigueur = [v for v in valeurs if v.depuis is None or v.depuis <= au]
    if not en_vigueur:
        raise LookupError(f"aucune valeur en vigueur au {au.isoformat()}")
    return max(en_vigueur, key=lambda v: v.depuis or dt.date.min).valeur


def charger(nom: str) -> Referentiel:
    """Load the referentiel ``nom`` that ships with the library."""
    texte = files(__package__).joinpath(f"{nom}.toml").read_text(encoding="utf-8")
    return Referentiel.model_validate(tomllib.loads(texte))


SAS = charger("sas")
