"""JSON as it is written everywhere: the same bytes, and nothing that acts on a screen."""

from __future__ import annotations

import json

from segur_payment.rendu.typographie import invisible


def en_json(objet: str) -> str:
    """One JSON object on its own, its invisible characters as ``\\uXXXX`` escapes."""
    return "".join(_echapper(c) for c in objet) + "\n"


def _echapper(caractere: str) -> str:
    if caractere == "\n" or not invisible(caractere):
        return caractere
    return json.dumps(caractere)[1:-1] if caractere != "\x7f" else "\\u007f"
