"""Products: their name and their version, compared apart."""

from __future__ import annotations

import re

from segur_payment.langue.normalisation import normaliser
from segur_payment.langue.rapprochement import Rapprochement, comparer_mots, mots_de

_VERSION_FINALE = re.compile(
    r"[\s,(-]*(?:\b(?:v|version|ver|release)[ .]*(?P<dite>[0-9][0-9a-z.\-]*)"
    r"|(?<=\s)(?P<nue>[0-9]+(?:\.[0-9]+)+[a-z0-9.\-]*))\)?\Z"
)
_ENTIER_FINAL = re.compile(r"(?P<nom>.*[^\W\d]) (?P<version>[0-9]{1,2}|20[0-9]{2})")
_GENRES_DE_SOLUTION = re.compile(
    r"\A(?:la |le |l')?(?:solution logicielle|solution|logiciel|application|progiciel)\s+"
)
_NUMERO_DE_VERSION = re.compile(r"(?:version|ver|release|v)?[ .]*([0-9]+(?:\.[0-9]+)*)(.*)")


def comparer_solutions(
    a: str | None, b: str | None, *, version_a: str | None = None, version_b: str | None = None
) -> Rapprochement | None:
    """Two products: the worse of their names and of their versions, when both are known."""
    if not a or not b:
        return None
    (nom_a, dite_a), (nom_b, dite_b) = separer_versions(a, b)
    noms = comparer_mots(mots_de(nom_a), mots_de(nom_b))
    versions = comparer_versions(version_a or dite_a, version_b or dite_b)
    ordre = list(Rapprochement)
    return max(noms, versions or noms, key=ordre.index)


def comparer_versions(a: str | None, b: str | None) -> Rapprochement | None:
    """« v3.2 » = « 3.2.0 »; close to « 3.2.1 » (same minor) and « 3 » (less precise)."""
    if not a or not b:
        return None
    lue_a, lue_b = _version(a), _version(b)
    if lue_a == lue_b:
        return Rapprochement.IDENTIQUE
    nombres_a, nombres_b = lue_a[0], lue_b[0]
    commun = min(len(nombres_a), len(nombres_b), 2)
    if commun and nombres_a[:commun] == nombres_b[:commun]:
        return Rapprochement.PROCHE
    return Rapprochement.DIFFERENT


def separer_version(nom: str) -> tuple[str, str | None]:
    """A product's normalised name and its version: « Agendalib Pro v3.2 » → agendalib pro, 3.2."""
    normal = _GENRES_DE_SOLUTION.sub("", normaliser(nom))
    trouvee = _VERSION_FINALE.search(normal)
    if trouvee is None or not normal[: trouvee.start()].strip():
        return normal, None
    return normal[: trouvee.start()].strip(), trouvee["dite"] or trouvee["nue"]


def separer_versions(a: str, b: str) -> tuple[tuple[str, str | None], tuple[str, str | None]]:
    """Two products' names and versions; one number is a version when all else is the same.

    « Agenda 4 » and « Agenda 3.2 » are two versions of one product, « Doc 24 » alone is a name.
    """
    une, autre = separer_version(a), separer_version(b)
    for x, y in ((une, autre), (_entier(une), autre), (une, _entier(autre))):
        if x[0] == y[0]:
            return x, y
    entieres = _entier(une), _entier(autre)
    return entieres if entieres[0][0] == entieres[1][0] else (une, autre)


def _entier(separe: tuple[str, str | None]) -> tuple[str, str | None]:
    """« agenda 4 » read as the version 4 of « agenda »."""
    lu = _ENTIER_FINAL.fullmatch(separe[0])
    return (lu["nom"], separe[1] or lu["version"]) if lu else separe


def _version(version: str) -> tuple[tuple[int, ...], str]:
    """The numbers of a version without its last zeros, and what follows them."""
    normal = normaliser(version)
    lue = _NUMERO_DE_VERSION.fullmatch(normal)
    if lue is None:
        return (), normal
    nombres = [int(nombre) for nombre in lue[1].split(".")]
    while len(nombres) > 1 and nombres[-1] == 0:
        nombres.pop()
    return tuple(nombres), re.sub(r"[^a-z0-9]", "", lue[2])
