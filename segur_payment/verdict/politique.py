"""What a user may change: effects, each with its reason, and the deadlines that he knows."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

from pydantic import Field, ValidationError, model_validator

from segur_payment.dossier import DossierAvance, DossierSolde, Modele, Phase
from segur_payment.erreurs import ErreurPolitique, en_clair
from segur_payment.regles.catalogue import PAR_CODE
from segur_payment.regles.socle import Effet
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
    """

    nom: str
    delais: dict[Phase, dt.date] = Field(default_factory=dict)
    reclassements: tuple[Reclassement, ...] = ()

    @model_validator(mode="after")
    def _codes_connus(self) -> Politique:
        codes = [r.code for r in self.reclassements]
        if inconnus := sorted(set(codes) - PAR_CODE.keys()):
            raise ErreurPolitique(f"Code inconnu dans la politique : {', '.join(inconnus)}.")
        if doubles := sorted({c for c in codes if codes.count(c) > 1}):
            raise ErreurPolitique(f"Code reclassé deux fois : {', '.join(doubles)}.")
        return self

    @classmethod
    def lire(cls, chemin: Path | str) -> Politique:
        """Read a politique from a TOML file.

        Raises:
            ErreurPolitique: the file is missing, is not TOML, or says something unusable.
        """
        try:
            return cls.model_validate(tomllib.loads(Path(chemin).read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError) as erreur:
            raise ErreurPolitique(f"Politique illisible : {chemin}.") from erreur
        except tomllib.TOMLDecodeError as erreur:
            raise ErreurPolitique(f"Politique mal formée (TOML) : {erreur}.") from erreur
        except ValidationError as erreur:
            raise ErreurPolitique(f"Politique refusée :\n{en_clair(erreur)}") from erreur

    def effet(self, code: str, defaut: Effet) -> Effet:
        """The effect in force for ``code``: the re-graded one, else ``defaut``."""
        return next((r.effet for r in self.reclassements if r.code == code), defaut)

    def completer(self, dossier: DossierAvance | DossierSolde) -> DossierAvance | DossierSolde:
        """The dossier with the configured deadline, unless it has its own."""
        limite = self.delais.get(dossier.phase)
        if limite is None or dossier.demande.date_limite is not None:
            return dossier
        demande = dossier.demande.model_copy(update={"date_limite": limite})
        return dossier.model_copy(update={"demande": demande})


SANS_POLITIQUE = Politique(nom="")
