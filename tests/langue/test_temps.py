"""No text, however absurd, makes a reader slow; importing a reader stays light."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from segur_payment.langue import Texte, phrases, resserrer
from segur_payment.langue.contacts import courriels, liens, telephones
from segur_payment.langue.dates import dates
from segur_payment.langue.identifiants import (
    trouver_bic,
    trouver_iban,
    trouver_siren,
    trouver_tva,
)
from segur_payment.langue.montants import montants

LECTEURS: list[Callable[[str], object]] = [
    courriels,
    dates,
    lambda texte: resserrer(Texte.de(texte)),
    liens,
    montants,
    phrases,
    telephones,
    trouver_bic,
    trouver_iban,
    trouver_siren,
    trouver_tva,
]
ABSURDES = (
    " |\n|.|@|-|a|a@|a.|a-|1.|1 |01 |7\n|1 000|+33|tel |www.|https://|a (at) |(|siren : |siren ("
    "|rcs |fr 44 |iban |bic |tva |un |€ |\u0301"
)
MOTIFS = ABSURDES.split("|")


@pytest.mark.parametrize("motif", MOTIFS)
def test_un_texte_absurde_se_lit_vite(motif: str) -> None:
    texte = motif * (60_000 // len(motif))
    for lire in LECTEURS:
        debut = time.perf_counter()
        lire(texte)
        assert time.perf_counter() - debut < 5


def test_importer_un_lecteur_ne_charge_aucune_bibliotheque() -> None:
    code = (
        "import sys, segur_payment.langue.contacts, segur_payment.langue.identifiants,"
        " segur_payment.langue.montants, segur_payment.langue.noms;"
        "lourds = {'stdnum', 'phonenumbers', 'dateutil', 'pypdf'} & set(sys.modules);"
        "sys.exit(' '.join(sorted(lourds)))"
    )
    fini = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert fini.stderr.strip() == ""
