"""What a user may change: effects with their reason, deadlines, proofs of signatures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from pydantic import Field, ModelWrapValidatorHandler, ValidationError, model_validator

from segur_payment.donnees import DonneesRefusees, lire_toml
from segur_payment.dossier import (
    Dossier,
    Modele,
    Phase,
    SignatureAProuver,
)
from segur_payment.erreurs import ErreurPolitique, en_clair
from segur_payment.regles.catalogue import PAR_CODE
from segur_payment.regles.conclusion import Effet
from segur_payment.regles.signature import PIECES_SIGNEES
from segur_payment.verdict.modele import Reclassement


class Politique(Modele):
    """Re-grades effects and gives values that are publicly unknown.

    ::

        nom = "Contrôle interne 2025"

        [delais]                        # last day of deposit, per phase
        avance = 2025-12-31

        [[reclassements]]
        code = "SAS-MES-08"
        effet = "modifier"
        raison = "Nous faisons lever toute réserve avant dépôt."

        [[signatures_a_prouver]]        # a chain up to a trusted root must name the party
        pieces = ["pv_mes", "pv_vsr"]
        parties = ["ans"]
        raison = "Notre commissaire aux comptes demande un certificat reconnu."

    Raises:
        ErreurPolitique: whatever is wrong with it, built by hand or read.
    """

    nom: str
    delais: dict[Phase, dt.date] = Field(default_factory=dict)
    reclassements: tuple[Reclassement, ...] = ()
    signatures_a_prouver: tuple[SignatureAProuver, ...] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _en_francais(cls, donnees: Any, valider: ModelWrapValidatorHandler[Politique]) -> Politique:
        try:
            return valider(donnees)
        except ValidationError as erreur:
            raise ErreurPolitique(f"Politique refusée :\n{en_clair(erreur)}") from erreur

    @model_validator(mode="after")
    def _codes_connus(self) -> Politique:
        codes = [r.code for r in self.reclassements]
        if inconnus := sorted(set(codes) - PAR_CODE.keys()):
            raise ErreurPolitique(f"Code inconnu dans la politique : {', '.join(inconnus)}.")
        if doubles := sorted({c for c in codes if codes.count(c) > 1}):
            raise ErreurPolitique(f"Code reclassé deux fois : {', '.join(doubles)}.")
        for exigence in self.signatures_a_prouver:
            if not (exigence.raison and exigence.pieces and exigence.parties):
                raise ErreurPolitique(
                    "Signature à prouver : donnez les pièces, les parties et la raison."
                )
            if muettes := sorted(set(exigence.pieces) - PIECES_SIGNEES):
                raise ErreurPolitique(
                    f"Signature à prouver : pièce que ne signe aucune règle : {', '.join(muettes)}."
                )
        return self

    @classmethod
    def lire(cls, chemin: Path | str) -> Politique:
        """Read a politique from a TOML file.

        Raises:
            ErreurPolitique: the file is missing, is not TOML, or says something unusable.
        """
        try:
            return cls.model_validate(lire_toml(Path(chemin).read_bytes()))
        except OSError as erreur:
            raise ErreurPolitique(f"Politique illisible : {chemin}.") from erreur
        except DonneesRefusees as erreur:
            raise ErreurPolitique(f"Politique refusée : {chemin}\n{erreur}") from erreur

    def effet(self, code: str, defaut: Effet) -> Effet:
        """The effect in force for ``code``: the re-graded one, else ``defaut``."""
        return next((r.effet for r in self.reclassements if r.code == code), defaut)

    def completer(self, dossier: Dossier) -> Dossier:
        """The dossier with the configured deadline, unless it has its own, and demands of proof."""
        demande = dossier.demande
        voulu: dict[str, Any] = {}
        if demande.date_limite is None and dossier.phase in self.delais:
            voulu["date_limite"] = self.delais[dossier.phase]
        if self.signatures_a_prouver:
            exigences = (*demande.signatures_a_prouver, *self.signatures_a_prouver)
            voulu["signatures_a_prouver"] = exigences
        if not voulu:
            return dossier
        return dossier.model_copy(update={"demande": demande.model_copy(update=voulu)})


SANS_POLITIQUE = Politique(nom="")
