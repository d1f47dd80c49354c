"""The four dossiers: which document, in which style, under which name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from generer import bandeau, grille, lettre
from generer.acteurs import LISIERE, ORBELYS
from generer.blocs import Champ
from generer.cgu import cgu
from generer.declaration import PUBLIC_SEUL, declaration
from generer.formulaires import formulaire_avance, formulaire_solde
from generer.pv import pv_mes, pv_vsr, visa_ans, visa_ans_vide, visa_editeur, visa_manuscrit
from generer.support import support_complet, support_effecteurs

Ecriture = Callable[[Path], None]

MONTANT_TTC = Champ("Montant demandé", "36 000,00 € TTC")
_MES_LISIERE, _MES_ORBELYS = date(2025, 2, 11), date(2025, 3, 4)


def _en(style: Callable[..., None], contenu: object, **options: object) -> Ecriture:
    return partial(_ecrire, style, contenu, options)


def _ecrire(
    style: Callable[..., None], contenu: object, options: dict[str, object], chemin: Path
) -> None:
    style(contenu, chemin, **options)


def avance_bonne() -> dict[str, Ecriture]:
    """Deposit of 2 April 2025: nothing to say."""
    signatures = (visa_ans(date(2025, 2, 14)), visa_editeur(LISIERE, date(2025, 2, 13)))
    return {
        "1_Formulaire_demande_avance.pdf": _en(
            grille.ecrire,
            formulaire_avance(LISIERE, date(2025, 3, 18), _MES_LISIERE),
            saisissable=True,
        ),
        "2_PV_mise_en_service.pdf": _en(
            lettre.ecrire, pv_mes(LISIERE, _MES_LISIERE, date(2025, 2, 14), signatures)
        ),
        "3_Declaration_sur_l_honneur.pdf": _en(
            bandeau.ecrire, declaration(LISIERE, date(2025, 3, 17))
        ),
        "4_CGU_Agenda_Lisiere.pdf": _en(bandeau.ecrire, cgu(LISIERE, date(2025, 2, 3))),
    }


def solde_bon() -> dict[str, Ecriture]:
    """Deposit of 15 September 2025: nothing to say; the éditeur signed the PV by hand."""
    jour = date(2025, 7, 8)
    verification = pv_vsr(
        LISIERE,
        _MES_LISIERE,
        (date(2025, 6, 2), date(2025, 7, 4)),
        jour,
        (visa_ans(jour), visa_manuscrit(LISIERE, jour)),
    )
    formulaire = formulaire_solde(LISIERE, date(2025, 9, 2), jour, date(2025, 5, 14))
    return {
        "Formulaire_demande_solde.pdf": _en(grille.ecrire, formulaire, saisissable=True),
        "PV_VSR_signe.pdf": _en(bandeau.ecrire, verification),
        "Contacts_support.pdf": _en(lettre.ecrire, support_complet(LISIERE, date(2025, 9, 1))),
    }


def avance_defauts() -> dict[str, Ecriture]:
    """36 000 € TTC, a PV that the ANS has not signed, slots limited to PUBLIC."""
    jour = date(2025, 3, 6)
    signatures = (visa_ans_vide(), visa_editeur(ORBELYS, jour))
    return {
        "formulaire-avance-orbelys.pdf": _en(
            grille.ecrire,
            formulaire_avance(ORBELYS, date(2025, 3, 25), _MES_ORBELYS, MONTANT_TTC),
            saisissable=False,
        ),
        "pv-mes-orbelys.pdf": _en(bandeau.ecrire, pv_mes(ORBELYS, _MES_ORBELYS, jour, signatures)),
        "declaration-honneur-orbelys.pdf": _en(
            lettre.ecrire, declaration(ORBELYS, date(2025, 3, 24), PUBLIC_SEUL)
        ),
        "cgu-orbelys-rendez-vous.pdf": _en(
            lettre.ecrire, cgu(ORBELYS, date(2025, 3, 1)), colonnes=2
        ),
    }


def solde_defauts() -> dict[str, Ecriture]:
    """VSR of two flux out of four, support for the effecteurs only, e-mail with a comma."""
    jour = date(2025, 7, 22)
    verification = pv_vsr(
        ORBELYS,
        _MES_ORBELYS,
        (date(2025, 6, 16), date(2025, 7, 18)),
        jour,
        (visa_ans(jour), visa_editeur(ORBELYS, jour)),
        verifies=2,
    )
    formulaire = formulaire_solde(ORBELYS, date(2025, 9, 4), jour, date(2025, 6, 5))
    return {
        "formulaire-solde-orbelys.pdf": _en(grille.ecrire, formulaire, saisissable=False),
        "pv-vsr-orbelys.pdf": _en(lettre.ecrire, verification),
        "support-orbelys.pdf": _en(bandeau.ecrire, support_effecteurs(ORBELYS, date(2025, 9, 3))),
    }


DOSSIERS = (avance_bonne, avance_defauts, solde_bon, solde_defauts)


def ecrire_tout(destination: Path) -> list[Path]:
    """Write the four folders in ``destination`` and return the files, in order."""
    chemins = []
    for dossier in DOSSIERS:
        racine = destination / dossier.__name__
        racine.mkdir(parents=True, exist_ok=True)
        for nom, ecrire in dossier().items():
            ecrire(racine / nom)
            chemins.append(racine / nom)
    return chemins
