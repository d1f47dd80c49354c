"""Company names, compared whatever their legal forms."""

from __future__ import annotations

import re

from segur_payment.langue.normalisation import normaliser
from segur_payment.langue.rapprochement import Rapprochement, comparer_mots, mots_de

_FORMES_SOCIALES = (
    "societe par actions simplifiee unipersonnelle",
    "societe par actions simplifiee a associe unique",
    "societe par actions simplifiee",
    "societe a responsabilite limitee unipersonnelle",
    "societe a responsabilite limitee",
    "societe anonyme",
    "societe en nom collectif",
    "societe cooperative et participative",
    "societe cooperative",
    "societe civile de moyens",
    "societe civile professionnelle",
    "societe civile",
    "societe d exercice liberal a responsabilite limitee",
    "societe d exercice liberal",
    "entreprise unipersonnelle a responsabilite limitee",
    "groupement d interet economique",
)
_SIGLES = (
    "sas sasu sarl eurl sa scop scic snc selarl selas selasu scm scp sci gie eirl ei"
    " societe ste ets etablissements association ehpad gmbh ltd inc llc bv nv srl"
)
_SIGLES_CONNUS = frozenset(_SIGLES.split())
_FORMES = {tuple(f.split()): rang for rang, f in enumerate((*_FORMES_SOCIALES, *_SIGLES.split()))}
_LONGUEURS = sorted({len(forme) for forme in _FORMES}, reverse=True)
_SUITES = re.compile(
    r"[\s,;-]*(?:\bau capital\b|\bdont le siege\b|\bimmatricule|\bci-apres\b|\brepresentee?s?\b"
    r"|\br\.?c\.?s\b|\bsire[nt]\b).*\Z",
    re.DOTALL,
)
_PARENTHESE_FINALE = re.compile(r"\s*\([^()]*\)\s*\Z")


def comparer_societes(a: str, b: str) -> Rapprochement:
    """Two company names, whatever their legal forms, case, accents and punctuation."""
    return comparer_mots(_mots_de_societe(a), _mots_de_societe(b))


def est_forme_sociale(nom: str) -> bool:
    """Whether these words are a legal form and no name: « SAS », « SCIC SARL »."""
    mots = mots_de(normaliser(nom))
    return tuple(mots) in _FORMES or (bool(mots) and set(mots) <= _SIGLES_CONNUS)


def _mots_de_societe(nom: str) -> list[str]:
    normal = _PARENTHESE_FINALE.sub("", normaliser(nom)) or normaliser(nom)
    mots = mots_de(_SUITES.sub("", normal) or normal)
    while (nus := _sans_forme(mots)) != mots:
        mots = nus
    return mots


def _sans_forme(mots: list[str]) -> list[str]:
    """The words less one legal form at either end, the longest first, if a name remains."""
    for n in _LONGUEURS:
        if n < len(mots):
            debut, fin = _FORMES.get(tuple(mots[:n])), _FORMES.get(tuple(mots[-n:]))
            if debut is not None and (fin is None or debut <= fin):
                return mots[n:]
            if fin is not None:
                return mots[:-n]
    return mots
