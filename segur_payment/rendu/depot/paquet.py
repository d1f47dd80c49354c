"""From a verdict and its files to the bytes of the package."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from segur_payment.erreurs import ErreurDepot
from segur_payment.lecture.entree import Entree
from segur_payment.lecture.pdf.limites import LimitesLecture
from segur_payment.lecture.sources import MANIFESTE, Source, entrees
from segur_payment.rendu.depot.bordereau import Ligne, bordereau
from segur_payment.rendu.depot.noms import attendu, nommer, ranger
from segur_payment.rendu.imprime.pdf import en_pdf
from segur_payment.rendu.mots import DECISIONS, nom_fichier
from segur_payment.rendu.objet import en_json
from segur_payment.rendu.points import points_de, resume
from segur_payment.rendu.typographie import composer, minuscule
from segur_payment.verdict import Decision, Verdict
from segur_payment.verdict.modele import FichierLu

_PIECES = "pieces"
_ANNEES_ZIP = (1980, 2107)


@dataclass(frozen=True, slots=True)
class _Joint:
    ligne: Ligne
    octets: bytes


def preparer(
    verdict: Verdict,
    fichiers: Source,
    *,
    malgre_tout: bool = False,
    limites: LimitesLecture | None = None,
) -> bytes:
    """The deposit package, as the bytes of a zip; the same verdict and files give the same bytes.

    It holds ``bordereau.pdf``, ``verdict.json`` and ``pieces/``: every file that was judged, byte
    for byte, under a name of ours; those that are no required piece are kept and said.

    Args:
        verdict: what :func:`segur_payment.verifier` gave for these files.
        fichiers: the folder, zip or bytes by name that were judged.
        malgre_tout: prepare it whatever the decision; the bordereau then says so on every page.
        limites: bounds on the files, when the dossier was read with others than the usual ones.

    Raises:
        ErreurDepot: the decision is not ``accepter``, the verdict is about no file, or the files
            are no longer those that were judged.
        ErreurEntree: ``fichiers`` leads to no file.
        ErreurPdf: the extra ``[pdf]`` is not installed.
    """
    if not malgre_tout and (raison := refus(verdict)):
        raise ErreurDepot(raison)
    lues = {e.nom: e for e in entrees(fichiers, limites or LimitesLecture())}
    manifeste = lues.pop(MANIFESTE, None) is not None
    _comparer(verdict, lues)
    joints, absents = _repartir(verdict, lues)
    json = en_json(verdict.model_dump_json(indent=2)).encode()
    ecrit = bordereau(verdict, [j.ligne for j in joints], absents, json, manifeste=manifeste)
    pieces = ((f"{_PIECES}/{j.ligne.nom}", j.octets) for j in joints)
    tout = [("bordereau.pdf", en_pdf(ecrit)), ("verdict.json", json), *pieces]
    return _zip(tout, verdict.entete.date_depot)


def refus(verdict: Verdict) -> str | None:
    """Why a package may not be made of ``verdict``, in one French sentence; None: it may."""
    if verdict.decision is Decision.ACCEPTER:
        return None
    pourquoi = minuscule(resume(verdict, points_de(verdict)).rstrip("."))
    decision = DECISIONS[verdict.decision]
    return composer(f"Paquet refusé, la décision est « {decision} » : {pourquoi}.")


def _comparer(verdict: Verdict, lues: dict[str, Entree]) -> None:
    if not verdict.entete.fichiers:
        raise ErreurDepot("Paquet refusé : le verdict ne porte sur aucun fichier.")
    juges = {f.nom: f.sha256 for f in verdict.entete.fichiers}
    relus = {nom: hashlib.sha256(e.octets).hexdigest() for nom, e in lues.items()}
    differents = sorted(n for n in juges.keys() | relus.keys() if juges.get(n) != relus.get(n))
    if differents:
        raise ErreurDepot(
            "Paquet refusé, des fichiers ne sont plus ceux qui ont été jugés : "
            f"{', '.join(map(nom_fichier, differents[:5]))}."
        )


def _repartir(
    verdict: Verdict, lues: dict[str, Entree]
) -> tuple[list[_Joint], list[tuple[FichierLu, str]]]:
    """The files that are joined, and those whose bytes cannot be had, each with the reason."""
    absents, presents = [], []
    for fichier in ranger(verdict):
        entree = lues[fichier.nom]
        if entree.refus and not entree.octets:
            absents.append((fichier, entree.refus))
        else:
            presents.append(fichier)
    return list(_joindre(verdict, presents, lues)), absents


def _joindre(
    verdict: Verdict, presents: list[FichierLu], lues: dict[str, Entree]
) -> Iterator[_Joint]:
    noms = nommer(presents, verdict)
    premiers: dict[str, str] = {}
    for nom, fichier in zip(noms, presents, strict=True):
        double = premiers.setdefault(fichier.sha256, nom)
        ligne = Ligne(
            nom=nom,
            fichier=fichier,
            attendu=attendu(fichier, verdict),
            double_de=None if double == nom else double,
        )
        yield _Joint(ligne, lues[fichier.nom].octets)


def _zip(entrees: Iterable[tuple[str, bytes]], jour: dt.date) -> bytes:
    """Stored, not compressed: the bytes depend on no version of zlib, and PDFs already are."""
    annee = min(max(jour.year, _ANNEES_ZIP[0]), _ANNEES_ZIP[1])
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w", zipfile.ZIP_STORED) as archive:
        for nom, octets in sorted(entrees):
            info = zipfile.ZipInfo(nom, (annee, jour.month, jour.day, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            archive.writestr(info, octets)
    return tampon.getvalue()
