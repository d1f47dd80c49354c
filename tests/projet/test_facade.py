"""The public face: complete, sorted, and free until it is used."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
import typing
from enum import Enum

import pytest
from pydantic import BaseModel

import segur_payment
from segur_payment import DossierAvance, DossierSolde, Verdict, erreurs

LOURDS = ("jinja2", "phonenumbers", "pypdf", "pypdfium2", "stdnum", "dateutil", "pydantic")


def _charges_apres(instruction: str) -> set[str]:
    code = f"import sys; {instruction}; print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    sortie = subprocess.run(
        [sys.executable, "-c", code], env=env, check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return {nom for nom in sortie.split() if nom in LOURDS}


def test_importer_ne_coute_rien() -> None:
    assert _charges_apres("import segur_payment") == set()


def test_les_modeles_ne_coutent_que_pydantic() -> None:
    assert _charges_apres("from segur_payment import DossierAvance") == {"pydantic"}


def test_all_est_trie_et_complet_dans_dir() -> None:
    assert segur_payment.__all__ == sorted(set(segur_payment.__all__))
    assert set(segur_payment.__all__) <= set(dir(segur_payment))


@pytest.mark.parametrize("nom", segur_payment.__all__)
def test_chaque_nom_se_charge(nom: str) -> None:
    assert getattr(segur_payment, nom) is not None


def test_un_nom_inconnu_est_une_erreur() -> None:
    with pytest.raises(AttributeError, match="inconnu"):
        _ = segur_payment.inconnu


def _types_de(annotation: object) -> set[type]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Enum):
        return {annotation}
    return {t for argument in typing.get_args(annotation) for t in _types_de(argument)}


def _atteints(modele: type, vus: set[type]) -> set[type]:
    if modele not in vus:
        vus.add(modele)
        champs = modele.model_fields.values() if issubclass(modele, BaseModel) else ()
        for champ in champs:
            for trouve in _types_de(champ.annotation):
                _atteints(trouve, vus)
    return vus


def test_tout_ce_qu_un_dossier_ou_un_verdict_contient_est_public() -> None:
    vus: set[type] = set()
    for racine in (DossierAvance, DossierSolde, Verdict):
        _atteints(racine, vus)
    assert {t.__name__ for t in vus} - set(segur_payment.__all__) == set()


def test_chaque_exception_est_publique() -> None:
    exceptions = {
        nom
        for nom, objet in inspect.getmembers(erreurs, inspect.isclass)
        if issubclass(objet, erreurs.ErreurSegur)
    }
    assert exceptions <= set(segur_payment.__all__)
