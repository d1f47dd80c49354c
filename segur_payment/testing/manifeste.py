"""``dossier.toml`` of a dossier: what no PDF of it says."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal

from segur_payment.dossier import Dossier


def manifeste(dossier: Dossier) -> str:
    """Phase, day of deposit, and what surrounds the request when it is not the default."""
    demande = dossier.demande.model_dump(exclude={"date_depot"}, exclude_defaults=True)
    lignes = [f"phase = {_toml(str(dossier.phase))}", f"date_depot = {dossier.demande.date_depot}"]
    if demande:
        lignes += ["", "[demande]", *(f"{cle} = {_toml(v)}" for cle, v in demande.items())]
    return "\n".join([*lignes, ""])


def _toml(valeur: object) -> str:
    if isinstance(valeur, dt.date):
        return valeur.isoformat()
    if isinstance(valeur, bool):
        return str(valeur).lower()
    if isinstance(valeur, Decimal):
        return json.dumps(str(valeur))
    if isinstance(valeur, Mapping):
        return "{ " + ", ".join(f"{cle} = {_toml(v)}" for cle, v in _pleines(valeur)) + " }"
    if isinstance(valeur, list | tuple):
        return "[" + ", ".join(map(_toml, valeur)) + "]"
    return json.dumps(str(valeur), ensure_ascii=False)


def _pleines(valeur: Mapping[str, object]) -> list[tuple[str, object]]:
    """TOML has no null: what is None is left out."""
    return [(cle, v) for cle, v in valeur.items() if v is not None]
