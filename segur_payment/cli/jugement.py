"""From the arguments to a verdict, and to the files that it judged."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from segur_payment.cli.entree import lire, lire_json
from segur_payment.cli.verdicts import est_un_verdict, lire_verdict
from segur_payment.cli.verificateur import verificateur
from segur_payment.erreurs import ErreurPolitique, ErreurUsage
from segur_payment.verdict import Politique, Verdict, verifier


def juger(arguments: argparse.Namespace, aujourdhui: dt.date) -> tuple[Verdict, dt.date]:
    """The verdict of the dossier that the arguments name, and its day of deposit."""
    politique, avance = _politique(arguments.politique), _avance(arguments)
    dossier = lire(
        Path(arguments.chemin),
        date_depot=arguments.date_depot,
        phase=arguments.phase,
        aujourdhui=aujourdhui,
        ocr=False if arguments.sans_ocr else None,
        signatures=verificateur(arguments),
    )
    verdict = verifier(
        dossier, politique=politique, avance=avance, avance_payee=arguments.avance_payee
    )
    return verdict, dossier.demande.date_depot


def relire_ou_juger(arguments: argparse.Namespace, nom: str) -> tuple[Verdict, str | None]:
    """The verdict of ``chemin``, read or judged now, and the files that it judged."""
    chemin = Path(arguments.chemin)
    if chemin.suffix.lower() == ".json" and est_un_verdict(lire_json(chemin)):
        if arguments.date_depot or arguments.phase or arguments.politique or arguments.avance:
            raise ErreurUsage(f"{nom} est déjà un verdict : rien n’est à juger avec ces options.")
        return lire_verdict(chemin), None
    verdict, _ = juger(arguments, dt.date.today())
    return verdict, fichiers_a_montrer(arguments)


def fichiers_a_montrer(arguments: argparse.Namespace) -> str | None:
    """Where the files of the dossier are; None for data, or when no page is to be shown."""
    return None if getattr(arguments, "sans_images", True) else fichiers_a_juger(arguments)


def fichiers_a_juger(arguments: argparse.Namespace) -> str | None:
    """Where the files of the dossier are; None for data."""
    chemin = Path(arguments.chemin)
    donnees = chemin.suffix.lower() in (".json", ".toml") and chemin.is_file()
    return None if donnees else str(chemin)


def lus_a_cote(arguments: argparse.Namespace) -> tuple[str | None, ...]:
    """What the command reads beside the dossier: it must not write over it."""
    noms = ("avant", "avance", "politique", "racines", "crl")
    return tuple(getattr(arguments, nom, None) for nom in noms)


def _avance(arguments: argparse.Namespace) -> Verdict | None:
    if arguments.avance is not None:
        return lire_verdict(Path(arguments.avance))
    if arguments.avance_payee:
        raise ErreurUsage("--avance-payee s’ajoute à --avance VERDICT.json.")
    return None


def _politique(chemin: str | None) -> Politique | None:
    if chemin is None:
        return None
    if not Path(chemin).is_file():
        raise ErreurPolitique(f"Politique introuvable : {chemin}")
    return Politique.lire(chemin)
