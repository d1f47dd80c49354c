"""What the test suites of éditeurs and of back offices import; PDFs need the extra ``[testing]``.

::

    from segur_payment import verifier
    from segur_payment.testing import assert_codes, assert_decision, avec_defaut


    def test_un_pv_partiel_est_rejete(dossier_avance):
        verdict = verifier(avec_defaut(dossier_avance, "SAS-MES-02"))
        assert_codes(verdict, "SAS-MES-02")
        assert_decision(verdict, "rejeter")

Installed, the package is a pytest plugin: its fixtures need no import. Every name below is loaded
when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segur_payment.testing.assertions import assert_codes, assert_decision, expliquer_constat
    from segur_payment.testing.chemins import modifier
    from segur_payment.testing.defauts.application import avec_defaut
    from segur_payment.testing.defauts.catalogue import (
        DEFAUTS,
        codes_attendus,
        codes_de,
        incompatibles,
    )
    from segur_payment.testing.defauts.modele import Defaut
    from segur_payment.testing.dossier_pdf import DossierPdf, ecrire_en_pdf
    from segur_payment.testing.dossiers import DEPOT, fabriquer_avance, fabriquer_solde
    from segur_payment.testing.erreurs import ErreurKit
    from segur_payment.testing.identites import EditeurFictif, editeur_fictif
    from segur_payment.testing.pdf import DROITE, SOIGNEE, Style, Typographie, en_pdf
    from segur_payment.testing.pdf.pathologies import Pathologie, abimer

__all__ = [
    "DEFAUTS",
    "DEPOT",
    "DROITE",
    "SOIGNEE",
    "Defaut",
    "DossierPdf",
    "EditeurFictif",
    "ErreurKit",
    "Pathologie",
    "Style",
    "Typographie",
    "abimer",
    "assert_codes",
    "assert_decision",
    "avec_defaut",
    "codes_attendus",
    "codes_de",
    "ecrire_en_pdf",
    "editeur_fictif",
    "en_pdf",
    "expliquer_constat",
    "fabriquer_avance",
    "fabriquer_solde",
    "incompatibles",
    "modifier",
]

_MODULES = {
    "assertions": ("assert_codes", "assert_decision", "expliquer_constat"),
    "chemins": ("modifier",),
    "defauts.application": ("avec_defaut",),
    "defauts.catalogue": ("DEFAUTS", "codes_attendus", "codes_de", "incompatibles"),
    "defauts.modele": ("Defaut",),
    "dossier_pdf": ("DossierPdf", "ecrire_en_pdf"),
    "dossiers": ("DEPOT", "fabriquer_avance", "fabriquer_solde"),
    "erreurs": ("ErreurKit",),
    "identites": ("EditeurFictif", "editeur_fictif"),
    "pdf": ("DROITE", "SOIGNEE", "Style", "Typographie", "en_pdf"),
    "pdf.pathologies": ("Pathologie", "abimer"),
}
_OU = {nom: module for module, noms in _MODULES.items() for nom in noms}


def __getattr__(nom: str) -> object:
    if nom not in _OU:
        raise AttributeError(f"module {__name__!r} has no attribute {nom!r}")
    globals()[nom] = valeur = getattr(import_module(f"{__name__}.{_OU[nom]}"), nom)
    return valeur


def __dir__() -> list[str]:
    return list(__all__)
