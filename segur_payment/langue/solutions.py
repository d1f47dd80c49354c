"""Products: their name and their version, compared apart."""

from __future__ import annotations

import re

from segur_payment.langue.normalisation import normaliser
from segur_payment.langue.rapprochement import Rapprochement, comparer_mots, mots_de

_VERSION_FINALE = re.compile(
    r"[\s,(-]*(?:\b(?:v|version|ver|release)[ .]*(?P<dite>[0-9][0-9a-z.\-]*)"
    r"|(?<=\s)(?P<nue>[0-9]+(?:\.[0-9]+)+[a-z0-9.\-]*))\)?\Z"
)
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
    (nom_a, dite_a), (nom_b, dite_b) = separer_version(a), separer_version(b)
    noms = comparer_mots(mots_de(normaliser(nom_a)), mots_de(normaliser(nom_b)))
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
