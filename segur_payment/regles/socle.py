"""What a rule is and how it is declared. The rules themselves stand in one file per piece.

A rule's title, reasons and remedy are its docstring: ``python -OO``, which removes docstrings, is
not supported and is refused when the rules are loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_type_hints

from segur_payment.dossier import DossierAvance, DossierBase, DossierSolde, Phase, TypePiece
from segur_payment.referentiel import SAS, Exigence
from segur_payment.regles.conclusion import Conclusion, Conclusions, Effet, typographie


class Acteur(StrEnum):
    """Who must act to cure a defect; the values are those of :class:`Partie`."""

    EDITEUR = "editeur"
    ANS = "ans"

    @property
    def libelle(self) -> str:
        """The actor in French, without article."""
        return "ANS" if self is Acteur.ANS else "éditeur"

    @classmethod
    def _missing_(cls, value: object) -> Acteur | None:
        """Verdicts written before the values were plain hold the French names."""
        return next((acteur for acteur in cls if acteur.libelle == value), None)


@dataclass(frozen=True, slots=True)
class Regle:
    """One code of the catalogue: a pure function with its documentation."""

    code: str
    nom: str
    effet: Effet
    effet_source: bool
    exigence: str
    piece: TypePiece | None
    acteur: Acteur
    phases: tuple[Phase, ...]
    sections: dict[str, str]
    fonction: Callable[[Any], Conclusions]

    def __call__(self, dossier: DossierBase) -> tuple[Conclusion, ...]:
        """Apply the rule; at least one conclusion, or the rule is broken.

        Raises:
            ValueError: the rule concluded nothing.
        """
        rendu = self.fonction(dossier)
        conclusions = (rendu,) if isinstance(rendu, Conclusion) else tuple(rendu)
        if not conclusions:
            raise ValueError(f"{self.code} n’a rien conclu")
        return conclusions

    @property
    def obligatoire(self) -> bool:
        """Whether it forbids ``accepter`` when it cannot conclude, before any politique."""
        return self.effet is not Effet.AVERTISSEMENT

    @property
    def titre(self) -> str:
        """The requirement in one French sentence."""
        return self.sections["titre"]

    @property
    def remede(self) -> str:
        """What to do about the defect, in French."""
        return self.sections["Remède"]

    def fondement(self, phase: Phase) -> Exigence:
        """The requirement of the referentiel that the rule applies in ``phase``."""
        return SAS.exigences[self.exigence.format(phase=phase)]


SECTIONS = ("Pourquoi", "Conforme", "Non conforme", "Remède")
_PHASES = {
    DossierAvance: (Phase.AVANCE,),
    DossierSolde: (Phase.SOLDE,),
    DossierBase: (Phase.AVANCE, Phase.SOLDE),
}


def regle(
    code: str,
    nom: str,
    *,
    effet: Effet,
    exigence: str,
    piece: TypePiece | None = None,
    acteur: Acteur = Acteur.EDITEUR,
    effet_source: bool = False,
) -> Callable[[Callable[[Any], Conclusions]], Regle]:
    """Declare a rule.

    Args:
        code: permanent code of the catalogue.
        nom: speaking name of the defect.
        effet: default effect of the defect.
        exigence: key in the referentiel; ``{phase}`` stands for the phase of the dossier.
        piece: the piece that the rule is about; None: the whole dossier.
        acteur: who cures the defect.
        effet_source: the effect itself stands in a source, it is not our deduction.

    Raises:
        ValueError: the docstring lacks its title or one of ``SECTIONS``.
    """

    def declarer(fonction: Callable[[Any], Conclusions]) -> Regle:
        phases = _PHASES[get_type_hints(fonction)["dossier"]]
        return Regle(
            code, nom, effet, effet_source, exigence, piece, acteur, phases,
            _sections(code, fonction.__doc__ or ""), fonction,
        )  # fmt: skip

    return declarer


def _sections(code: str, doc: str) -> dict[str, str]:
    """Title and labelled sections of a rule's docstring, each on one line."""
    if not doc:
        raise ValueError(f"{code} n’a pas de docstring : python -OO, qui les ôte, n’est pas admis")
    motif = rf"^ *({'|'.join(SECTIONS)}) : "
    titre, *reste = re.split(motif, doc.strip(), flags=re.MULTILINE)
    parts = {"titre": titre, **dict(zip(reste[::2], reste[1::2], strict=True))}
    if manquantes := [nom for nom in ("titre", *SECTIONS) if not parts.get(nom, "").strip()]:
        raise ValueError(f"{code}, sections absentes de la docstring : {', '.join(manquantes)}")
    return {nom: typographie(" ".join(texte.split())) for nom, texte in parts.items()}
