"""French numbers in words: « trente mille », « cent vingt-quatre mille deux cents »."""

from __future__ import annotations

import re

_DE_ZERO_A_SEIZE = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_UNITES = {mot: valeur for valeur, mot in enumerate(_DE_ZERO_A_SEIZE.split())} | {
    "une": 1,
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_ECHELLES = {"mille": 10**3, "million": 10**6, "millions": 10**6}
_MOT = "|".join(sorted([*_UNITES, *_ECHELLES, "cent", "cents"], key=len, reverse=True))
_SUITE = rf"(?:[ \n-]+(?:et[ \n-]+)?(?:{_MOT}))"
NOMBRE_EN_LETTRES = rf"\b(?:{_MOT}){_SUITE}*\b"
PETIT_NOMBRE_EN_LETTRES = rf"\b(?:{_MOT}){_SUITE}{{0,3}}\b"


def lire_nombre(mots: str) -> int:
    """The number that normalised French words spell."""
    total = groupe = 0
    for mot in re.findall(rf"{_MOT}", mots):
        if mot in _ECHELLES:
            total, groupe = total + max(groupe, 1) * _ECHELLES[mot], 0
        elif mot in ("cent", "cents"):
            groupe = max(groupe, 1) * 100
        elif mot in ("vingt", "vingts") and groupe % 100 == 4:
            groupe += 76
        else:
            groupe += _UNITES[mot]
    return total + groupe
