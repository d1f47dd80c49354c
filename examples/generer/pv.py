"""The two procès-verbaux: mise en service (avance) and vérification de service régulier (solde)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from generer.acteurs import ANS, ANS_QUALITE, ANS_SIGNATAIRE, Societe
from generer.blocs import Bloc, Cases, Document, Fiche, Intertitre, Para, Tableau, Visa, Visas
from generer.typographie import en_chiffres, en_lettres

FLUX = (
    ("INT_R01", "Remontée des créneaux des professionnels de santé"),
    ("INT_R02", "Gestion des comptes des régulateurs"),
    ("INT_R03", "Remontée des rendez-vous pris par la régulation"),
    ("INT_R04", "Remontée des créneaux des CPTS"),
)


def visa_ans(le: date) -> Visa:
    """Signature of the ANS, as an electronic mention."""
    mention = f"Signé électroniquement par {ANS_SIGNATAIRE} le {en_chiffres(le)}"
    return Visa("Pour l’ANS", ANS_SIGNATAIRE, ANS_QUALITE, en_lettres(le), mention)


def visa_ans_vide() -> Visa:
    """What a template has before anyone signs: a printed name over an empty space."""
    return Visa("Pour l’ANS", ANS_SIGNATAIRE, ANS_QUALITE)


def visa_editeur(societe: Societe, le: date) -> Visa:
    """Signature of the éditeur, as an electronic mention."""
    mention = f"Signé électroniquement par {societe.signataire} le {en_chiffres(le)}"
    return Visa("Pour l’éditeur", societe.signataire, societe.qualite, en_lettres(le), mention)


def visa_manuscrit(societe: Societe, le: date) -> Visa:
    """Signature of the éditeur, drawn by hand."""
    return replace(visa_editeur(societe, le), mention="", trace=True)


def _fiche(societe: Societe, *lignes: tuple[str, str]) -> Fiche:
    return Fiche(
        (
            ("Éditeur", societe.nom),
            ("SIREN", societe.siren_lisible),
            ("Solution logicielle", societe.solution),
            ("Version", societe.version),
            ("Convention d’interfaçage", societe.convention),
            *lignes,
        )
    )


def _pv(titre: str, societe: Societe, le: date, corps: tuple[Bloc, ...]) -> Document:
    return Document(
        titre=titre,
        sous_titre=f"Plateforme numérique SAS – {societe.solution}, version {societe.version}",
        entete=ANS,
        cree=datetime(le.year, le.month, le.day, 14),
        corps=corps,
    )


def pv_mes(societe: Societe, mise_en_service: date, le: date, visas: tuple[Visa, ...]) -> Document:
    """PV de mise en service, for the périmètre complet."""
    jour = en_chiffres(mise_en_service)
    corps: tuple[Bloc, ...] = (
        _fiche(
            societe,
            ("Environnement", "Production"),
            ("Date de mise en service", en_lettres(mise_en_service)),
            ("Périmètre", "Périmètre complet"),
        ),
        Intertitre("1. Objet"),
        Para(
            "Le présent procès-verbal constate la mise en service, en environnement de production, "
            f"de l’interface entre la solution logicielle {societe.solution} et la plateforme "
            "numérique SAS, en application de la Convention d’interfaçage."
        ),
        Intertitre("2. Flux mis en service"),
        Tableau(
            ("Flux", "Objet", "Mis en service le"),
            tuple((code, objet, jour) for code, objet in FLUX),
            (0.16, 0.6, 0.24),
        ),
        Intertitre("3. Contrôles effectués"),
        Cases(
            (
                ("Les créneaux publiés dans la solution sont visibles dans la plateforme.", True),
                ("Un rendez-vous pris par la régulation apparaît dans l’agenda.", True),
                ("Les journaux d’échanges ne signalent aucune erreur bloquante.", True),
            )
        ),
        Intertitre("4. Décision"),
        Para(
            f"La mise en service de la solution logicielle {societe.solution} est prononcée pour "
            f"le Périmètre complet, à effet du {en_lettres(mise_en_service)}, sans réserve."
        ),
        Visas(visas),
    )
    return _pv("Procès-verbal de mise en service", societe, le, corps)


def pv_vsr(
    societe: Societe,
    mise_en_service: date,
    periode: tuple[date, date],
    le: date,
    visas: tuple[Visa, ...],
    *,
    verifies: int = len(FLUX),
) -> Document:
    """PV de VSR; fewer flux than all make it a périmètre partiel."""
    debut, fin = periode
    complet = verifies == len(FLUX)
    codes = ", ".join(code for code, _ in FLUX[:verifies])
    perimetre = "Périmètre complet" if complet else f"Périmètre partiel ({codes})"
    portee = "le Périmètre complet" if complet else f"un périmètre partiel, limité aux flux {codes}"
    corps: tuple[Bloc, ...] = (
        _fiche(
            societe,
            ("Date de mise en service", en_lettres(mise_en_service)),
            ("Période d’observation", f"du {en_lettres(debut)} au {en_lettres(fin)}"),
            ("Date de la décision", en_lettres(le)),
            ("Périmètre", perimetre),
            ("Résultat", "Favorable"),
        ),
        Intertitre("1. Objet"),
        Para(
            "Le présent procès-verbal rend compte de la vérification de service régulier (VSR) de "
            f"l’interface entre la solution logicielle {societe.solution} et la plateforme "
            "numérique SAS, dans les conditions normales d’exploitation."
        ),
        Intertitre("2. Flux vérifiés"),
        Tableau(
            ("Flux", "Objet", "Disponibilité observée"),
            tuple(
                (code, objet, "99,8 %" if rang < verifies else "non vérifié")
                for rang, (code, objet) in enumerate(FLUX)
            ),
            (0.16, 0.58, 0.26),
        ),
        Intertitre("3. Décision"),
        Para(
            "Au terme de la période d’observation, la vérification de service régulier est "
            f"déclarée favorable pour {portee}."
        ),
        Visas(visas),
    )
    return _pv("Procès-verbal de vérification de service régulier", societe, le, corps)
